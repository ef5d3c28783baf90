"""Every page at every width: nothing too narrow to be read, nothing out of reach without a hint."""

import re

import pytest
from playwright.sync_api import expect
from screens import WIDTHS, all_wrong_at, pages_of_the_app, wrong_at
from settled import each_page

from tests.seldom import seldom

MORE = {
    "": ("event=us-drones-for-navy", "words=base+2009", "words=zzzz"),
    "events": ("event=us-base-closed&compare=us-base-closed,us-drones-for-navy",),
    "threads": ("thread=us-forces-korea-costs",),
    "actors": ("actor=ecuador",),
    "sources": ("source=us-troops-ecuador", "source=us-troops-ecuador&quote=ecuador-cautious-stance"),
    "changes": ("since=us-troops-in-ecuador",),
    "brief": ("briefing=us-troops-in-ecuador", "briefing=%2B&begin=events&show=thread:us-forces-korea-costs"),
    "present": ("briefing=us-troops-in-ecuador&step=9", "briefing=us-troops-in-ecuador&step=9&speaker=1"),
}
"""What else is looked at of a page, beside what it opens with."""
PAGES = {title: f"/{name}" for name, title in pages_of_the_app().items()}
WITH_A_BAR = {title: path for title, path in PAGES.items() if path != "/present"}
STATES = {
    f"{title} {asked}": f"/{name}?{asked}" for name, title in pages_of_the_app().items() for asked in MORE.get(name, ())
}


@pytest.mark.parametrize("path", each_page(PAGES, often=("Situation",)))
def test_a_page_fits_a_phone_and_a_small_laptop(visit, path):
    """No word is broken, nothing goes on unseen or is cut, a finger meets what it presses."""
    page = visit(path, figures=False, width=390, height=844)
    assert all_wrong_at(page, (390, 1100)) == {}


@pytest.mark.proof
@pytest.mark.parametrize("path", each_page(PAGES | STATES, often=()))
def test_a_page_fits_every_screen(visit, path):
    """Whatever is chosen on it."""
    page = visit(path, figures=False, width=360, height=740)
    assert all_wrong_at(page, WIDTHS) == {}


@pytest.mark.proof
@pytest.mark.parametrize("path", each_page(PAGES, often=()))
def test_a_page_of_hostile_words_fits(visit, hostile, path):
    """However long and in whatever script: broken where a word would not fit a line, and nowhere else."""
    page = visit(path, figures=False, url=hostile, width=390, height=844)
    assert all_wrong_at(page, (390, 1024, 1440)) == {}


@pytest.mark.proof
def test_what_is_told_of_origins_does_not_widen_the_page(visit, changed):
    """Of sources that are not described, beside the column of problems that they bring."""
    (changed / "seeds" / "ap-2008-07-29.yaml").unlink()
    page = visit("/events", figures=False)
    expect(page.locator(".dl-of-sources", has_text="of unknown origin").first).to_be_attached()
    assert all_wrong_at(page, (1269, 1366, 1440)) == {}


ROOM = """() => {
    const bar = document.querySelector('.dl-bar'), badge = document.querySelector('.dl-banner');
    badge.querySelector('.dl-told-of').lastChild.textContent = ' skipped, 12,345 errors';
    const [whole, ...places] = [bar, ...bar.children].map((node) => node.getBoundingClientRect());
    const inside = places.filter(({width}) => width).every(({right}) => right <= whole.right + 0.5);
    const meet = (one, two) => one.right > two.left + 1 && two.right > one.left + 1
        && one.bottom > two.top + 1 && two.bottom > one.top + 1;
    return {
        badge: badge.scrollWidth <= badge.clientWidth,
        apart: inside && !places.some((one, at) => places.slice(at + 1).some((two) => meet(one, two))),
        search: bar.querySelector('.dl-search').clientWidth,
        height: bar.offsetHeight,
    };
}"""
"""Of the bar, were there many errors: whether the badge is whole, and what is left for the rest."""


@pytest.mark.proof
def test_names_on_data_have_room(visit):
    """Beside the counts, where the tables of trust are narrow."""
    page = visit("/data", figures=False)
    for width in (1001, 1100, 1200):
        assert wrong_at(page, width) == [], width
        names = page.locator(".dl-trust tbody th").evaluate_all("(all) => all.map((each) => each.clientWidth)")
        assert min(names) >= 130, width
        assert page.evaluate("document.querySelector('.stMain').scrollHeight") < 3000, width


@pytest.mark.proof
@pytest.mark.parametrize("path", ["/", *seldom("/threads", "/actors?actor=ecuador")])
def test_a_day_in_a_list_stands_on_one_line(visit, path):
    """On a phone as well; a range of days may take two."""
    page = visit(path, figures=False, width=390, height=844)
    expect(page.locator(".dl-rows .dl-when").first).to_be_visible()
    days = page.locator(".dl-rows .dl-when", has_not_text="–").evaluate_all(
        "(all) => all.filter((each) => each.clientHeight > 24).map((each) => each.innerText)"
    )
    assert days == []


@pytest.mark.proof
def test_the_day_of_an_answer_stands_on_one_line(visit):
    """With its mark, where the words before it leave half of it room: all of it goes on to the next line."""
    page = visit("/outlook", figures=False, width=1100, height=800)
    day = page.locator(".dl-question .dl-kept").first
    expect(day).to_contain_text("16 November 2025")
    assert day.evaluate("(day) => day.getBoundingClientRect().height") < 24


@pytest.mark.proof
def test_names_of_amounts_have_room(visit):
    """On a phone they stand above their numbers, each of which stays below its head."""
    page = visit("/threads", figures=False, width=360, height=740)
    assert wrong_at(page, 360) == []
    table = page.locator(".dl-amounts").first
    names = table.locator("tbody th small").evaluate_all("(all) => all.map((each) => each.clientWidth)")
    assert min(names) >= 240
    ends = "(all) => all.slice(-2).map((each) => Math.round(each.getBoundingClientRect().right))"
    heads = table.locator("thead :is(td, th)").evaluate_all(ends)
    assert table.locator("tbody tr").first.locator("td").evaluate_all(ends) == heads


@pytest.mark.proof
def test_the_rail_of_the_event_that_is_open_is_whole(visit):
    """On a phone, where its box for comparing stands over it."""
    page = visit("/events?event=us-base-closed", figures=False, width=390, height=844)
    box = page.locator(".dl-opened .dl-pick")
    expect(box).to_have_css("background-color", "rgba(0, 0, 0, 0)")


@pytest.mark.proof
def test_notes_beside_a_text_have_room(visit):
    """Where they have not, they stand below its lines."""
    page = visit("/sources?source=us-troops-ecuador", figures=False)
    expect(page.locator(".dl-note").first).to_be_attached()
    for width in (1100, 1263, 1264, 1366):
        assert wrong_at(page, width) == [], width
        notes = page.locator(".dl-note:visible").evaluate_all("(all) => all.map((each) => each.clientWidth)")
        assert min(notes, default=200) >= 200, width


@pytest.mark.proof
def test_the_badge_of_errors_is_whole_in_the_bar(visit, changed):
    """However many there are: the field to search in gives way."""
    file = changed / "events" / "ecuador" / "us-base-closed.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("threads:", "thread:", 1), encoding="utf-8")
    page = visit("/help", figures=False)
    expect(page.locator(".dl-banner")).to_be_visible()
    for width in (390, 768, 1024, 1361, 1366, 1440, 1561, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        room = page.evaluate(ROOM)
        assert room["badge"], width
        expect(page.locator(".dl-told-of")).to_have_text(
            re.compile(r"1( file)? skipped, 12,345 errors"), use_inner_text=True
        )
        assert room["apart"], width
        assert room["search"] > 100, width
        assert width <= 1360 or room["height"] <= 50, width


@pytest.mark.proof
@pytest.mark.parametrize("path", each_page(WITH_A_BAR, often=("Events",)))
def test_each_page_names_its_workspace_on_a_phone(visit, path):
    """In the bar, or above the first page."""
    page = visit(path, figures=False, width=390, height=844)
    names = page.locator(".dl-bar .dl-of-workspace, .dl-page-name").filter(visible=True)
    expect(names).to_have_count(1)
    expect(names).to_be_in_viewport(ratio=0.9)


WALL = "/present?briefing=us-troops-in-ecuador"


@pytest.mark.proof
@pytest.mark.parametrize(("width", "height"), [(390, 844), *seldom((1920, 1080), (1024, 768), (768, 1024))])
def test_the_wall_says_how_to_go_on_and_a_finger_can(visit, width, height):
    """A line on the first sheet, and arrows on all; a swipe does as they do. There is one main landmark."""
    page = visit(WALL, figures=False, width=width, height=height)
    assert wrong_at(page, width, height) == []
    count, hint = page.locator(".pr-count"), page.locator(".pr-hint")
    expect(hint).to_be_visible()
    expect(hint).to_contain_text("the arrows above")
    page.get_by_role("button", name="Next").first.click()
    expect(count).to_have_text("Step 2 of 20")
    expect(hint).to_be_hidden()
    for x, step in ((-120, 3), (120, 2), (20, 2)):
        page.evaluate(SWIPE, x)
        expect(count).to_contain_text(f"Step {step} of 20")
    page.get_by_role("button", name="Back").first.click()
    expect(hint).to_be_visible()


SWIPE = """(x) => {
    const finger = {bubbles: true, pointerType: 'touch', isPrimary: true, clientY: 300};
    for (const [kind, clientX] of [['pointerdown', 200], ['pointerup', 200 + x]])
        document.querySelector('.pr-text').dispatchEvent(new PointerEvent(kind, {...finger, clientX}));
}"""


@pytest.mark.proof
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), *seldom((1366, 768), (1024, 768))])
def test_the_wall_has_each_date_whole(visit, width, height):
    """On the sheets where a step goes on as well."""
    page = visit(f"{WALL}&step=6.2", figures=False, width=width, height=height)
    when = page.locator(".pr-when")
    expect(when).to_have_text(re.compile("18 September 2009$"))
    page.wait_for_function(  # the sheet may be drawn anew while the steps around it come
        """() => {
            const when = document.querySelector('.pr-when');
            const isInside = (each) => each.scrollWidth <= each.clientWidth + 1;
            const rule = getComputedStyle(when, '::after').width;  // it stands behind the date
            return [when, ...when.parentNode.children].every(isInside) && rule === '36px';
        }"""
    )
    assert wrong_at(page, width, height) == []


MENUS = """() => {
    const found = [];
    for (const menu of document.querySelectorAll('details.dl-facet, .dl-trays details')) {
        menu.open = true;
        menu.dispatchEvent(new Event('toggle'));
        const {left, right} = menu.querySelector('div, ul').getBoundingClientRect();
        if (left < 0 || right > innerWidth) found.push(`${menu.id || menu.textContent}: ${left} to ${right}`);
        menu.open = false;
    }
    return found;
}"""


@pytest.mark.proof
@pytest.mark.parametrize(
    ("path", "width"),
    [("/", 1024), ("/?as=reported", 390), ("/", 1100), ("/changes", 1366), ("/changes", 1440)],
)
def test_an_open_menu_stands_in_the_window(visit, path, width):
    """Where the one who opens it stands near the right edge, the menu stands further in, and the page stays as wide."""
    page = visit(path, figures=False, width=width, height=800)
    page.wait_for_selector("details.dl-facet")
    assert page.evaluate(MENUS) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")


@pytest.mark.proof
def test_the_switch_of_values_moves_no_figure(visit):
    """What is told above the map has one line either way."""
    page = visit(width=1440, height=900)
    top = "document.querySelector('.st-key-where').getBoundingClientRect().top"
    before = page.evaluate(top)
    page.get_by_role("button", name="As reported").click()
    expect(page.locator(".dl-sentence")).to_contain_text("16 undated")
    assert page.evaluate(top) == before
