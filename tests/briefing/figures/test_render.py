"""Figures as pictures: drawn by the browser that is installed, with nothing fetched, and always the same."""

import re
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.figures.render import NO_BROWSER, FigureSpec, render_figures
from dashboard.briefing.figures.render_page import RenderPage
from dashboard.briefing.figures.sanitising import for_paper, tidy_svg
from tests.loops import in_own_loop

MAP = FigureSpec("map", "svg", 358, 260)
PICTURE = FigureSpec("timeline", "png", 672)


@pytest.fixture
def draw(seed, seed_briefing):
    """What draws the seed's figures."""
    return drawer_of(seed_briefing, seed)


@pytest.mark.usefixtures("chromium")
def test_figures_are_drawn(draw):
    """As vectors, and as points of which two stand for a pixel."""
    figures = render_figures(draw, (MAP, PICTURE))
    assert figures.lacking == ""
    svg = figures.stills[MAP].data.decode()
    assert (figures.stills[MAP].width_px, figures.stills[MAP].height_px) == (358, 260)
    assert "Manta" in svg
    assert len(re.findall("<path", svg)) > 10
    assert "http" not in svg.replace("http://www.w3.org/", "")
    with Image.open(BytesIO(figures.stills[PICTURE].data)) as image:
        assert image.size == (2 * 672, 2 * figures.stills[PICTURE].height_px)
        assert len(image.convert("RGB").getcolors(100_000) or []) > 50


@pytest.mark.proof
@pytest.mark.usefixtures("chromium")
def test_figures_are_the_same_each_time(draw):
    """Whatever chance has named in them, and in whatever order they are asked for."""
    assert render_figures(draw, (PICTURE, MAP)) == render_figures(draw, (MAP, PICTURE))


def test_without_a_browser_it_is_said(draw, monkeypatch):
    """In the words that stand in the figure's place; whoever asks, also from within an event loop."""

    async def asked():
        return render_figures(draw, (MAP,))

    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    figures = in_own_loop(asked())
    assert (dict(figures.stills), figures.lacking, figures.still("map", [MAP])) == ({}, NO_BROWSER, None)


@pytest.mark.proof
def test_a_browser_that_fails_is_said(monkeypatch, tmp_path):
    """It is not the document's end, and nothing else is remarked of it."""
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(broken))
    asked = (
        "from dashboard.briefing.figures.render import FigureSpec, render_figures;"
        "print(render_figures(lambda *given: None, (FigureSpec('map', 'svg', 358, 260),)).lacking)"
    )
    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ended.stdout.startswith("not drawn: the Chromium on this machine failed")
    assert ended.stderr == ""


def test_nothing_is_started_for_nothing(draw, monkeypatch):
    """Formats without pictures need no browser."""
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    assert render_figures(draw, ()).lacking == ""


def test_chance_leaves_no_trace():
    """Names, weights between hundreds and shadows become what every reader of SVG draws alike."""
    raw = (
        '<defs id="topdefs-0fa9c1"/><clipPath id="clip0fa9c1geo"/><g clip-path="url(#clip0fa9c1geo)" '
        'class="trace scatter tracec0ffee"/><text style="fill: #0fa9c1; font-weight: 650; '
        'text-shadow: rgb(1, 2, 3) 0px 0px 2px, rgb(1, 2, 3) 0px 0px 2px; white-space: pre;">a</text>'
    )
    assert for_paper(tidy_svg(raw)) == (
        '<defs id="topdefs-figure"/><clipPath id="clipfiguregeo"/><g clip-path="url(#clipfiguregeo)" '
        'class="trace scatter"/><text style="fill: #0fa9c1; font-weight: 600; '
        "paint-order: stroke; stroke: rgb(1, 2, 3); stroke-width: 3px; stroke-linejoin: round; "
        'white-space: pre;">a</text>'
    )


def test_what_no_xml_may_have_takes_no_document_down():
    """A browser writes such signs into a drawing as a record has them; readers of SVG and of XML refuse them."""
    assert tidy_svg("<text>a\ufffeb\uffffc\x01d\U0001f600</text>") == "<text>a\ufffdb\ufffdc\ufffdd\U0001f600</text>"


def test_the_page_that_draws_reaches_for_nothing():
    """Its scripts are files of this machine, and its policy lets it ask nobody."""
    from contextlib import ExitStack

    with ExitStack() as beside:
        page = RenderPage(beside).generate_index()
    sources = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert sources
    assert all(each.startswith("file:///") for each in sources)
    assert "connect-src data: blob:" in page
    assert page.count("@font-face") == 4
