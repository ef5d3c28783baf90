"""A briefing's HTML file in a browser: it draws, leads and prints by itself, and nothing of it runs or leaves."""

import re
from contextlib import closing

import pytest
import yaml
from axe_core import AXE, SERIOUS
from fingers import PHONE, drag
from hostile import write_hostile
from playwright.sync_api import expect

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.formats import figures_for
from dashboard.briefing.html.document import html
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.checks.validation import validate
from tests.seldom import seldom

SEED = "us-troops-in-ecuador"


def write(root, id_, target):
    """The file's address."""
    validation = validate(root)
    made = validation.workspace.briefings[id_]
    outline = outline_of(made, validation)
    figures = figures_for(["html"], outline, drawer_of(made, validation))
    assert figures.lacking == ""
    seal = manifest_of(outline, validation, made)
    target.write_text(html(outline, seal, figures), encoding="utf-8")
    return target.as_uri()


@pytest.fixture(scope="module")
def seeds(root, tmp_path_factory):
    """The seed's briefing."""
    return write(root, SEED, tmp_path_factory.mktemp("seeds") / "b.html")


@pytest.fixture(scope="module")
def hostiles(tmp_path_factory):
    """One whose every word is hard to show, and tries to run."""
    workspace = tmp_path_factory.mktemp("hostile")
    write_hostile(workspace)
    ids = sorted(validate(workspace).workspace.events)
    script = "</script><script>alert(1)</script><img src=http://example.invalid/x onerror=alert(2)>"
    fields = {
        "title": f"{script} {'x' * 100}",
        "marking": {"text": "} </style><script>alert(3)</script> \"'\\", "meaning": script},
        "as_of": "2025-12-31",
        "for": script,
        "scope": script,
        "selection": {"events": ids},
        "bottom_line": [{"text": script, "by": script}],
    }
    folder = workspace / "events/briefings"
    folder.mkdir()
    (folder / "b.yaml").write_text(yaml.safe_dump(fields), encoding="utf-8")
    return write(workspace, "b", workspace / "b.html")


@pytest.fixture
def read(browser):
    """Opens a file. Nothing may be asked for, no error told, and no dialog opened."""
    strange: list[str] = []
    contexts = []

    def opened(address, *, width=1440, height=900, dark=False, runs=True):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=runs,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("dialog", lambda dialog: (strange.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: strange.append(str(error)))
        page.on("console", lambda told: told.type in ("error", "warning") and strange.append(told.text))
        page.on(
            "request",
            lambda asked: (
                asked.url not in (address, "data:,")
                and not asked.url.startswith(("data:font/", f"{address}#"))
                and strange.append(asked.url)
            ),
        )
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert strange == []


@pytest.mark.parametrize(
    ("width", "dark"),
    [
        pytest.param(1440, False, marks=pytest.mark.proof),
        pytest.param(390, True, marks=pytest.mark.proof),
        pytest.param(1440, True, marks=pytest.mark.proof),
        pytest.param(390, False, marks=pytest.mark.proof),
    ],
)
def test_nothing_serious_is_found_and_nothing_overflows(read, seeds, width, dark):
    """By axe-core, wide and narrow, light and dark; both figures are drawn and their tables closed."""
    page = read(seeds, width=width, dark=dark)
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".drawing:visible").count() == 2
    assert page.locator("details[open]").count() == 0


@pytest.mark.proof
@pytest.mark.parametrize("width", [390, 1440])
def test_hostile_text_runs_nothing_and_asks_for_nothing(read, hostiles, width):
    """No dialog, no request, no element of its own; nothing overflows, and axe-core finds nothing serious."""
    page = read(hostiles, width=width)
    assert page.locator("img, iframe, main script, .drawing image, .drawing foreignObject").count() == 0
    for mark in page.locator(".drawing:visible .pressed").all():
        mark.dispatch_event("pointermove")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("window.hacked") is None
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []


def drawing(page, name):
    """The one of a figure's drawings that is seen."""
    return page.locator(f"[data-figure={name}] .drawing:visible")


def middle(place):
    """Of it, on the screen; scrolled there."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def width_seen(page, name):
    """How many pixels of a drawing across are seen: less where it is nearer."""
    return drawing(page, name).evaluate("(svg) => svg.viewBox.baseVal.width")


def zoom_at(page, mark):
    """Nearer by the wheel, with the pointer on the middle of a mark: where that is on the screen."""
    x, y = middle(mark)
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function("document.querySelector('.nearer')")
    return x, y


def test_a_mark_leads_to_its_event(read, seeds):
    """By key and by mouse, and there to its first words; a count, or a name, tells its events, each with its link."""
    page = read(seeds)
    drawing(page, "timeline").get_by_role("link", name=re.compile("^Drones for")).press("Enter")
    page.wait_for_function("location.hash === '#E-us-drones-for-navy'")
    words = page.locator("#E-us-drones-for-navy .led-to")
    expect(words).to_contain_text("“A key component of this package")
    expect(words).to_be_in_viewport()
    expect(words.get_by_role("link", name="metroreport.news")).to_have_attribute("href", "#D-us-troops-ecuador")
    page.mouse.click(*middle(drawing(page, "map").locator("text").filter(has_text=re.compile("^Manta$"))))
    links = page.locator("[data-figure=map] .picked:visible a")
    expect(links).to_have_count(4)
    expect(links.first).to_be_focused()
    x, y = middle(drawing(page, "timeline").get_by_role("link", name=re.compile("^Ecuador gives notice")))
    page.mouse.click(x, y)
    page.wait_for_function("location.hash === '#E-us-base-notice'")
    expect(links).to_have_count(0)
    drawing(page, "map").get_by_role("link").last.press("Enter")
    expect(links).to_have_count(4)
    links.nth(1).click()
    page.wait_for_function("location.hash.startsWith('#E-')")


@pytest.mark.proof
def test_what_is_pointed_at_or_reached_by_key_is_told(read, seeds):
    """Title and date, beside it, at once; also from a little beside it. Escape takes it away."""
    page = read(seeds)
    mark = drawing(page, "timeline").get_by_role(
        "link", name="Ecuador gives notice, 29 July 2008, date from another source"
    )
    tip = page.locator("[data-figure=timeline] .tip")
    x, y = middle(mark)
    page.mouse.move(x, y)
    expect(tip).to_have_text("Ecuador gives notice\n29 July 2008, date from another source", use_inner_text=True)
    page.mouse.move(x, y - 400)
    expect(tip).to_be_hidden()
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    on_map = drawing(page, "map").get_by_role("link").first
    x, y = middle(on_map)
    page.mouse.move(x - on_map.bounding_box()["width"] / 2 - 6, y)
    expect(page.locator("[data-figure=map] .tip")).to_contain_text("4 events at Eloy Alfaro air base, Manta")


@pytest.mark.proof
def test_a_figure_comes_nearer_and_back(read, seeds):
    """By its buttons, and by the wheel where it points; marks of a map keep their size, and the legend its place."""
    page = read(seeds)
    mark, legend = drawing(page, "map").get_by_role("link").first, drawing(page, "map").get_by_text("place not quoted")
    before, size, place = width_seen(page, "map"), mark.bounding_box()["width"], legend.bounding_box()["x"]
    buttons = page.get_by_role("group", name="Map: zoom")
    buttons.get_by_role("button", name="Zoom in").click()
    assert width_seen(page, "map") == pytest.approx(before / 1.5)
    assert mark.bounding_box()["width"] == pytest.approx(size, abs=0.6)
    assert legend.bounding_box()["x"] == pytest.approx(place, abs=0.6)
    buttons.get_by_role("button", name="Zoom out").click()
    assert width_seen(page, "map") == pytest.approx(before, rel=1e-3)
    at = zoom_at(page, mark)
    assert width_seen(page, "map") < before
    assert middle(mark) == pytest.approx(at, abs=1.5)
    buttons.get_by_role("button", name="Show all").click()
    assert width_seen(page, "map") == before
    assert page.locator(".nearer").count() == 0


@pytest.mark.proof
def test_a_figure_that_is_nearer_is_drawn_about(read, seeds):
    """It follows the mouse, and a mark on which that begins is not pressed. A mark out of sight comes in by key."""
    page = read(seeds)
    mark = drawing(page, "timeline").get_by_role("link", name=re.compile("^Drones for"))
    for _ in range(3):
        x, y = zoom_at(page, mark)
    page.mouse.down()
    page.mouse.move(x - 30, y - 10, steps=4)
    page.mouse.up()
    assert middle(mark) == pytest.approx((x - 30, y - 10), abs=1)
    assert page.evaluate("location.hash") == ""
    inside = "(mark) => { const [a, b] = [mark, mark.closest('svg')].map((each) => each.getBoundingClientRect());"
    inside += "return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top; }"
    last = drawing(page, "timeline").get_by_role("link", name=re.compile("^U.S. Air Force comes"))
    assert not last.evaluate(inside)
    page.keyboard.press("Tab")
    last.focus()
    assert last.evaluate(inside)


@pytest.mark.proof
def test_two_fingers_bring_it_nearer(browser, seeds):
    """On a phone, where one finger still scrolls the page, and a tap is a press."""
    with closing(browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)) as context:
        page = context.new_page()
        page.goto(seeds)
        before = width_seen(page, "map")
        x, y = middle(drawing(page, "map"))
        drag(page, ((x - 30, y), (x - 120, y)), ((x + 30, y), (x + 120, y)))
        assert width_seen(page, "map") < before / 2
        assert page.evaluate("[visualViewport.scale, location.hash]") == [1, ""]
        drag(page, ((x, y), (x + 40, y)))
        page.get_by_role("group", name="Map: zoom").get_by_role("button", name="Show all").tap()
        mark = drawing(page, "timeline").get_by_role("link", name=re.compile("^Drones for"))
        x, y = middle(mark)
        drag(page, ((x, y), (x, y - 120)))
        assert page.evaluate("scrollY") > 0
        page.touchscreen.tap(*middle(mark))
        page.wait_for_function("location.hash === '#E-us-drones-for-navy'")


@pytest.mark.proof
@pytest.mark.parametrize("dark", [False, True])
def test_without_scripts_figures_are_seen_and_lead(read, seeds, dark):
    """Marks are links, counts tell their events, and each figure is there as a table too."""
    page = read(seeds, runs=False, dark=dark)
    assert page.locator(".drawing:visible").count() == 2
    assert page.locator(".controls:visible").count() == 0
    assert page.locator(".figure details:not([open])").count() == 2
    ground = page.locator("[data-figure=timeline] .drawing:visible > rect").first
    assert ground.evaluate("(rect) => getComputedStyle(rect).fill") == page.evaluate(
        "getComputedStyle(document.body).backgroundColor"
    )
    mark = drawing(page, "timeline").locator("a.pressed").filter(has=page.locator("title", has_text="Drones for"))
    page.mouse.click(*middle(mark))
    expect(page).to_have_url(f"{seeds}#E-us-drones-for-navy")
    page.mouse.click(*middle(drawing(page, "map").locator("a.pressed").first))
    links = page.locator("[data-figure=map] .picked:visible a")
    expect(links).to_have_count(4)
    links.first.click()
    expect(page).to_have_url(re.compile("#E-us-[a-z-]+$"))
    page.get_by_text("Map as a table").click()
    assert page.locator(".figure details[open] tbody tr:visible").count() == 12


@pytest.mark.parametrize("width", [390, 1440, *seldom(320, 600, 768, 1000)])
def test_one_drawing_of_each_figure_is_seen_and_can_be_read(read, seeds, width):
    """The widest that fits; letters are hardly smaller than they were drawn, but on the narrowest of all phones."""
    page = read(seeds, width=width)
    for name in ("map", "timeline"):
        seen = drawing(page, name)
        assert seen.count() == 1
        shown, made = seen.evaluate("(svg) => [svg.getBoundingClientRect().width, Number(svg.getAttribute('width'))]")
        assert made == {320: 358, 390: 358, 600: 358, 768: 672, 1000: 1000, 1440: 1000}[width]
        assert shown / made > (0.8 if width == 320 else 0.94)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.proof
def test_on_paper_it_is_light_and_its_figures_fit(read, seeds):
    """Whatever the screen: the drawing for paper is seen, whole, and no other."""
    page = read(seeds, dark=True)
    page.get_by_role("group", name="Map: zoom").get_by_role("button", name="Zoom in").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    seen = page.locator(".drawing:visible")
    assert [each.get_attribute("width") for each in seen.all()] == ["672", "672"]
    assert seen.last.locator("> rect").first.evaluate("(rect) => getComputedStyle(rect).fill") == "rgb(255, 255, 255)"
    assert page.locator(".nearer, .controls:visible, nav:visible").count() == 0


@pytest.mark.proof
@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_name_and_its_value_stand_on_one_line(read, seeds, media):
    """In the annex, whatever the value is: a link has more room around it, and on paper none."""
    page = read(seeds)
    page.emulate_media(media=media)
    feet = page.evaluate(
        """() => [...document.querySelectorAll('.entry dl div')].filter((each) => each.getClientRects().length).map(
            (each) => [...each.children].map((one) => {
                const range = document.createRange();
                range.selectNode(document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode());
                return range.getClientRects()[0].bottom;
            }))"""
    )
    assert len(feet) > 100
    assert max(abs(name - value) for name, value in feet) < 1.5


def test_pointing_at_a_reference_shows_its_words(read, seeds):
    """From the annex of the same file, with what the claim is in dispute with; Escape and leaving take it away."""
    page = read(seeds)
    reference = page.locator(".contradiction .refs a").first
    reference.hover()
    sheet = page.locator(".words")
    expect(sheet.locator("blockquote")).to_contain_text("cautious stance")
    expect(sheet).to_contain_text("In dispute with")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.mouse.move(2, 2)
    reference.focus()
    page.keyboard.press("i")
    expect(sheet).to_be_focused()
    page.keyboard.press("Escape")
    expect(reference).to_be_focused()
    assert page.locator("[id]").evaluate_all("(all) => all.length === new Set(all.map(({id}) => id)).size")


@pytest.mark.proof
def test_a_date_and_a_mark_of_a_figure_show_the_words_of_their_event(read, seeds):
    """Of the timeline by key, and of the line above a headline."""
    page = read(seeds)
    sheet = page.locator(".words")
    date = page.locator(".dateline .date").first
    date.scroll_into_view_if_needed()
    date.hover()
    expect(sheet).to_be_visible()
    page.mouse.move(2, 2)
    expect(sheet).to_be_hidden()
    mark = page.locator("[data-figure='timeline'] .drawing:visible a.pressed").first
    mark.focus()
    page.keyboard.press("i")
    expect(sheet).to_be_focused()
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
