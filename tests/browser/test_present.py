"""On the wall: by keyboard and clicker, large enough to be read, with nothing cut off, and a speaker who sees more."""

import re
from typing import Any

import pytest
from axe_core import AXE, SERIOUS
from in_reader import in_sight
from playwright.sync_api import expect
from pressing import resting_box

from dashboard.app.pages.present.evidence_links import MOST_LISTED
from tests.seldom import seldom

SEED = "/?page=present&briefing=us-troops-in-ecuador"
COUNT = ".pr-count"
ADDRESS = "location.href"
"""Asked for, for `page.url` is told of a step only later."""
LEAST_PX = 28.0
"""Of all text but a figure's, on 1920 by 1080."""
MEASURED = """() => {
    const text = document.querySelector('.pr-text');
    const scale = new DOMMatrix(getComputedStyle(document.querySelector('.pr-stage')).transform).a;
    const own = (node) => [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
    const said = [...document.querySelectorAll('.pr-text *, .pr-top .pr-name, .pr-count')].filter(own);
    const fits = ({ right, bottom }) => right <= innerWidth + 1 && bottom <= innerHeight + 1;
    const inside = (node) => node.matches('.pr-short[title] *') || fits(node.getBoundingClientRect());
    const all = [...document.querySelectorAll('.pr-stage *:not(.pr-plot, .pr-plot *)')];
    return {
        smallest: Math.min(...said.map((node) => parseFloat(getComputedStyle(node).fontSize))) * scale,
        over: [text.scrollHeight - text.clientHeight, text.scrollWidth - text.clientWidth],
        outside: all.filter((node) => node.offsetWidth && !inside(node)).length,
        marking: document.querySelector('.pr-marking').textContent,
    };
}"""

SEEN_AT_WORK = "(line) => { line.hidden = false; return getComputedStyle(line).display; }"
"""What the server does is nothing for the room."""


def measured(page):
    """Of the sheet that is shown."""
    found: dict[str, Any] = page.evaluate(MEASURED)
    assert found["over"][0] <= 2, page.url
    assert found["over"][1] <= 2, page.url
    assert found["outside"] == 0, page.url
    return found


def drawn(page, step):
    """Wait until both figures are those of the step."""
    plots = "[...document.querySelectorAll('.pr-map .pr-plot, .pr-timeline .pr-plot')]"
    page.wait_for_function(f"{plots}.length === 2 && {plots}.every((plot) => plot.dataset.drawn === '{step}')")


def test_a_briefing_is_presented_by_keyboard(visit):
    """Arrows, pages, space, ends, blank and leave; the address knows the step, and figures go along."""
    page = visit(f"{SEED}&step=8", figures=False, width=1920, height=1080)
    drawn(page, 8)
    assert measured(page)["smallest"] >= LEAST_PX
    assert measured(page)["marking"] == "TLP:CLEAR"
    assert page.locator(".dl-progress:not(.dl-away)").evaluate(SEEN_AT_WORK) == "none"
    page.keyboard.press("Home")
    expect(page.locator(COUNT)).to_have_text("Step 1 of 20")
    expect(page).to_have_url(re.compile(r"/present\?.*step=1$"))
    for key, count in (("ArrowRight", 2), ("PageUp", 1), ("Space", 2), ("ArrowLeft", 1)):
        page.keyboard.press(key)
        expect(page.locator(COUNT)).to_have_text(re.compile(f"^Step {count} of 20"))
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile(r"step=20$"))
    page.keyboard.press("PageDown")
    expect(page.locator(COUNT)).to_contain_text("2 of 3")
    expect(page).to_have_url(re.compile(r"step=20\.2"))
    page.keyboard.press("b")
    expect(page.locator(".pr-blank")).to_be_visible()
    page.keyboard.press(".")
    expect(page.locator(".pr-blank")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/brief\?briefing=us-troops-in-ecuador$"))


@pytest.mark.proof
def test_the_address_keeps_the_step_while_the_server_brings_what_comes_next(visit):
    """Figures ahead are asked for once the first stand; a key that is pressed meanwhile is not taken back."""
    page = visit(f"{SEED}&step=8", figures=False, width=1920, height=1080)
    page.keyboard.press("ArrowRight")
    drawn(page, 9)
    page.wait_for_timeout(1500)
    expect(page.locator(COUNT)).to_have_text("Step 9 of 20")
    assert "step=9" in page.evaluate(ADDRESS)


@pytest.mark.proof
def test_a_mark_on_the_wall_leads_to_its_words_and_back_to_the_step(visit):
    """By mouse and by keyboard; the speaker's window stays, and another shows the words."""
    page = visit(f"{SEED}&step=8", figures=False, width=1920, height=1080)
    page.keyboard.press("ArrowRight")
    for press in (lambda mark: mark.click(), lambda mark: mark.press("Enter")):
        expect(page.locator(COUNT)).to_have_text("Step 9 of 20")
        press(page.locator(".pr-claim .dl-leads").first)
        expect(page.locator(".dl-quoted.dl-reached").first).to_contain_text("drones valued at $6 million")
        in_sight(page, ".dl-quoted.dl-reached")
        page.go_back()
    expect(page.locator(COUNT)).to_have_text("Step 9 of 20")
    page.locator(".pr-claim .dl-leads").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(COUNT)).to_contain_text("Step 10 of 20")
    page.goto(page.url.replace("step=10", "step=9&speaker=1"))
    with page.context.expect_page() as opened:
        page.locator(".pr-notes a", has_text="metroreport.news").first.click()
    expect(opened.value.locator(".dl-quoted.dl-reached").first).to_contain_text("A key component of this package")
    expect(page.locator(".pr-now")).to_contain_text("Step 9 of 20")


def pressed(page, selector, *, at=(0.5, 0.5)):
    """Press at a share of the width and height of what is drawn: as a pointer does, on whatever lies there."""
    box = resting_box(page.locator(selector).first)
    page.mouse.click(box["x"] + at[0] * box["width"], box["y"] + at[1] * box["height"])


@pytest.mark.proof
def test_marks_and_names_in_the_figures_of_the_wall_lead_to_words(visit):
    """Several events are listed, by pointer or keyboard; Escape lets them go, and each leads to its words."""
    page = visit(f"{SEED}&step=9", figures=False, width=1920, height=1080)
    drawn(page, 9)
    pressed(page, ".pr-map text:text-is('Manta')")
    listed = page.locator(".pr-behind a")
    expect(listed).to_have_count(4)
    page.keyboard.press("Escape")
    expect(listed).to_have_count(0)
    mark = page.locator(".pr-map [role=link][aria-label^='4 events at Eloy']")
    mark.focus()
    page.keyboard.press("Enter")
    expect(listed.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()
    expect(page.locator(COUNT)).to_have_text("Step 9 of 20")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-source h1")).to_have_text("EE.UU. dejó base")


@pytest.mark.proof
def test_a_mark_of_one_event_in_the_figures_of_the_wall_leads_to_its_words_and_back(visit):
    """At once; where a label or other marks overlap it, the nearest is meant."""
    page = visit(f"{SEED}&step=9", figures=False, width=1920, height=1080)
    for selector, place in (
        (".pr-timeline [aria-label^='Ecuador’s government is cautious']", "quote=ecuador-cautious-stance"),
        (".pr-timeline [aria-label^='Rubio and Sommerfeld']", "source=state-transcript"),
        (".pr-map [aria-label^='Drones for Ecuador’s navy']", "source=reuters-2025-09-04"),
        (".pr-map text:text-is('Drones for Ecuador’s navy')", "source=reuters-2025-09-04"),
    ):
        drawn(page, 9)
        pressed(page, selector)
        expect(page).to_have_url(re.compile(place))
        expect(page.locator(".dl-source h1")).to_be_visible()
        page.go_back()
        expect(page.locator(COUNT)).to_have_text("Step 9 of 20")
    drawn(page, 9)
    pressed(page, ".pr-timeline [aria-label^='Ecuador’s government is cautious']")
    expect(page.locator(".dl-quoted.dl-reached").first).to_contain_text("For now,")
    in_sight(page, ".dl-quoted.dl-reached")


@pytest.mark.proof
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768), (768, 1024), (390, 844)])
def test_a_press_on_a_mark_of_the_wall_is_no_step_and_keys_go_on(visit, width, height):
    """What is listed lies within the screen, and the next key of a clicker closes it; empty sea leads nowhere."""
    page = visit("/?page=present&step=24", figures=False, width=width, height=height)
    drawn(page, 24)
    pressed(page, ".pr-map [role=link][aria-label^='8 events at']")
    listed = page.locator(".pr-behind")
    expect(listed.locator("a")).to_have_count(MOST_LISTED + 1)
    box = listed.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    assert listed.evaluate("(list) => list.scrollHeight - list.clientHeight") <= 1
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []
    page.keyboard.press("PageDown")
    expect(listed).to_have_count(0)
    expect(page.locator(COUNT)).to_contain_text("Step 25 of 25")
    page.keyboard.press("PageUp")
    drawn(page, 24)
    pressed(page, ".pr-map .pr-plot", at=(0.5, 0.9))
    expect(listed).to_have_count(0)
    assert "step=24" in page.evaluate(ADDRESS)
    pressed(page, ".pr-map [role=link][aria-label^='8 events at']")
    listed.get_by_role("link", name="All 8 events").click()
    expect(page.locator(".dl-card h2")).to_have_text("8 events behind this mark")


@pytest.mark.proof
@pytest.mark.parametrize(("width", "height"), [(768, 1024), *seldom((820, 1180), (1600, 2560))])
def test_a_tablet_held_upright_is_used_in_its_width(visit, width, height):
    """By words and figures of every kind of step; a phone's column would leave a third of it empty."""
    page = visit(f"{SEED}&step=6", figures=False, width=width, height=height)
    drawn(page, 6)
    for part in (".pr-text", ".pr-map", ".pr-timeline"):
        assert page.locator(part).bounding_box()["width"] > 0.85 * width, part
    assert page.locator(".pr-stage").bounding_box()["height"] > 0.8 * height


@pytest.mark.proof
@pytest.mark.parametrize(
    ("width", "height", "least"), [(1920, 1080, LEAST_PX), (1024, 768, 18.0), (768, 1024, 19.0), (390, 844, 13.9)]
)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_sheet_of_every_step_is_whole_and_large(visit, width, height, least, dark):
    """On each screen; the marking stands on each."""
    page = visit(SEED, figures=False, width=width, height=height, dark=dark)
    for _ in range(60):
        found = measured(page)
        assert found["smallest"] >= least
        assert found["marking"] == "TLP:CLEAR"
        before = page.evaluate(ADDRESS)
        page.keyboard.press("ArrowRight")
        if page.evaluate(ADDRESS) == before:
            break
    expect(page.locator(COUNT)).to_have_text(re.compile("^Step 20 of 20"))


@pytest.mark.proof
def test_the_speakers_view_follows_and_leads(visit, server):
    """Its notes have the quotes; its keys move the screen, sheet by sheet."""
    page = visit("/present?briefing=us-troops-in-ecuador&step=9", figures=False, width=1920, height=1080)
    expect(page).to_have_url(re.compile(r"/present\?briefing=us-troops-in-ecuador&step=9$"))
    with page.context.expect_page() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    speaker.wait_for_selector(".pr-speaker")
    expect(speaker.locator(".pr-linked")).to_have_text("The screen follows this view")
    expect(speaker.locator(".pr-now")).to_contain_text("Step 9 of 20")
    expect(speaker.locator(".pr-notes")).to_contain_text("“A key component of this package")
    expect(speaker.locator(".pr-clock")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    page.keyboard.press("ArrowRight")
    expect(speaker.locator(".pr-now")).to_contain_text("Step 10 of 20, sheet 1 of 2")
    expect(speaker.locator(".pr-next")).to_have_text("The U.S. announces a security package, continued")
    speaker.keyboard.press("PageDown")
    expect(page.locator(COUNT)).to_have_text("Step 10 of 20, 2 of 2")
    speaker.keyboard.press("b")
    expect(page.locator(".pr-blank")).to_be_visible()
    expect(speaker.locator(".pr-linked")).to_have_text("The screen is blank")
    page.reload()
    expect(speaker.locator(".pr-linked")).to_have_text("The screen follows this view")
    page.close()
    expect(speaker.locator(".pr-linked")).to_have_text("No presentation screen is open")
    speaker.keyboard.press("Home")
    expect(speaker.locator(".pr-now")).to_contain_text("Step 1 of 20")


@pytest.mark.proof
def test_what_is_shown_is_presented_from_situation(visit):
    """Of the events that the filters let through; Escape leads back to them, and to the one that was selected."""
    page = visit("/?show=thread:us-forces-korea-costs&event=trump-korea-base-land")
    page.locator(".dl-sentence").get_by_role("link", name="Present").click()
    expect(page.locator(COUNT)).to_have_text(re.compile("^Step 1 of 1"))
    expect(page.locator(".pr-marking")).to_have_text("No marking")
    expect(page.locator(".pr-text h1")).to_have_text("Who pays for U.S. forces in South Korea")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-sentence")).to_contain_text("6 of 18")
    expect(page).to_have_url(re.compile("event=trump-korea-base-land"))
    expect(page.locator(".dl-card h2")).to_have_text("Trump wants the land of a base in Korea")


@pytest.mark.proof
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_hostile_words_are_text_on_the_wall_and_never_cut_off(visit, hostile, width, height):
    """However long: they go on on the next sheet."""
    page = visit("/?page=present", figures=False, url=hostile, width=width, height=height)
    for _ in range(120):
        measured(page)
        before = page.evaluate(ADDRESS)
        page.keyboard.press("ArrowRight")
        if page.evaluate(ADDRESS) == before:
            break
    step, total = re.findall(r"\d+", page.locator(COUNT).inner_text())[:2]
    assert step == total
    assert page.evaluate("window.hacked") is None


@pytest.mark.proof
def test_the_theme_is_turned_and_kept(visit):
    """By a key; figures go along."""
    page = visit(f"{SEED}&step=4", figures=False, width=1920, height=1080)
    drawn(page, 4)
    ground = "document.querySelector('.pr-timeline .pr-plot')._fullLayout.paper_bgcolor"
    light = page.evaluate(ground)
    page.keyboard.press("d")
    page.wait_for_function(f"{ground} !== '{light}'")
    page.reload()
    drawn(page, 4)
    assert page.evaluate(ground) != light


@pytest.mark.proof
@pytest.mark.parametrize("step", ["1", "9", "15", "9&speaker=1"])
def test_axe_finds_nothing_serious_on_the_wall(visit, step):
    """On a title, an event, a table, and in the speaker's view; light and dark."""
    page = visit(f"{SEED}&step={step}", figures=False, width=1920, height=1080)
    page.wait_for_timeout(500)
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(200)
        assert page.evaluate(SERIOUS) == [], scheme


@pytest.mark.proof
def test_pointing_at_a_mark_shows_its_words_on_the_wall(visit):
    """Escape closes the sheet, and does not leave the wall."""
    page = visit("/present?briefing=us-troops-in-ecuador&step=4", width=1920, height=1080, figures=False)
    page.locator(".pr-text .dl-leads").first.hover()
    sheet = page.locator(".dl-claim-sheet:popover-open")
    expect(sheet).to_contain_text("To the ")
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    assert "/present" in page.url
