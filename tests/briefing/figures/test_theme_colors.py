"""One drawing for both themes is, in each of them, the drawing that would have been made for it."""

import re

import pytest

from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.figures.render import FigureSpec, render_figures
from dashboard.briefing.figures.sanitising import for_paper
from dashboard.briefing.figures.theme_colors import StandIns, variables
from dashboard.views.drawing.palette import BOTH, DARK, LIGHT, pair, translucent

VARIABLE = re.compile(r"var\(--in-([0-9a-f]{6})-([0-9a-f]{6})\)")


def test_a_pair_comes_back_as_the_colours_it_stood_for():
    """Also where it is translucent, or one of several in a text; other colours stay as they are."""
    colors = StandIns()
    shadow = f"1px 1px {BOTH.sea}, 2px 2px {BOTH.text}"
    content = {
        "a": [BOTH.sea, "#fe0002", 1, None],
        "b": (translucent(BOTH.sea, 0.5), shadow),
        "c": pair("#0a0b0c", "#0d0e0f"),
    }
    put = colors.put_into(content)
    assert "\x02" not in str(put)
    assert put["a"][1:] == ["#fe0002", 1, None]
    first, second = put["a"][0], put["b"][0]
    assert re.fullmatch(r"rgba\(254,0,1,0\.5\)", second)
    drawn = f"fill: rgb(254, 0, 1); stop-color: {first}; {put['b'][1]}; stroke: rgb(254, 198, 103)"
    assert colors.in_light(drawn).startswith("fill: rgb(244, 247, 249); stop-color: rgb(244, 247, 249); 1px 1px rgb(")
    assert colors.in_light(drawn).endswith("stroke: rgb(254, 198, 103)")
    named = colors.as_variables(drawn)
    assert named.startswith("fill: var(--in-f4f7f9-151a21); stop-color: var(--in-f4f7f9-151a21)")
    assert variables([named]) == (
        ("--in-14181f-e8ebef", LIGHT.text, DARK.text),
        ("--in-f4f7f9-151a21", LIGHT.sea, DARK.sea),
    )


@pytest.mark.proof
@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_each_theme_has_its_own_drawing(seed, seed_briefing, palette):
    """To the byte: what a browser draws in one theme, and what it drew for both with that theme's colours."""
    draw = drawer_of(seed_briefing, seed)
    sizes = [("map", 358), ("timeline", 672)]
    pages = render_figures(draw, [FigureSpec(name, "page", width) for name, width in sizes])
    alone = render_figures(
        lambda name, _, *size: draw(name, palette, *size), [FigureSpec(name, "svg", width) for name, width in sizes]
    )
    for name, width in sizes:
        page = pages.stills[FigureSpec(name, "page", width)].data.decode()
        told = VARIABLE.sub(lambda found: "rgb({}, {}, {})".format(*bytes.fromhex(found[1 + (palette is DARK)])), page)
        assert len(VARIABLE.findall(page)) > 20
        assert for_paper(told) == alone.stills[FigureSpec(name, "svg", width)].data.decode()


@pytest.mark.usefixtures("chromium")
def test_every_mark_and_name_is_told_where_it_is_drawn(seed, seed_briefing):
    """As `curve/point`, once; pictures for paper say nothing of it."""
    draw = drawer_of(seed_briefing, seed)
    figures = render_figures(
        draw, [FigureSpec(name, form, 358) for name in ("map", "timeline") for form in ("page", "svg")]
    )
    for name in ("map", "timeline"):
        drawing = draw(name, LIGHT, 358)
        page, svg = (figures.stills[FigureSpec(name, form, 358)].data.decode() for form in ("page", "svg"))
        assert "data-mark" not in svg
        assert "data-name" not in svg
        for mark in drawing.marks:
            assert page.count(f'data-mark="{mark.curve}/{mark.point}"') == 1
        for each in drawing.names:
            assert page.count(f'data-name="{each.curve}/{each.point}"') == 1
