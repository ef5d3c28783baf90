"""The Events page as a reader meets it."""

import csv
import io
import json
import re
import shutil
import time

import generating
import pytest
from playwright.sync_api import expect

from dashboard.exchange.exports import FORMATS
from tests.seldom import seldom

TABLE, CARD, BESIDE = ".st-key-events-table", ".st-key-events-card .dl-card", ".dl-beside"
ROWS = f"{TABLE} tbody tr"
PAIR = "us-base-closed,us-drones-for-navy"


@pytest.fixture
def events(visit):
    """Opens the page, with its table drawn."""

    def opened(query="", **how):
        page = visit(f"/?page=events{query}", figures=False, **how)
        page.wait_for_selector(ROWS)
        return page

    return opened


def title(page, row):
    """Of a row, from 0."""
    return page.locator(f"{ROWS} th > a").nth(row).inner_text()


def press_download(page, form):
    """Press the button of a format, in the list that “Download” opens."""
    if not page.locator(".st-key-export-formats").is_visible():
        page.get_by_role("button", name="Download", exact=True).click()
    page.locator(".st-key-export-formats").get_by_role("button", name=form, exact=True).click()


def saved(page):
    """The file that the button gives."""
    with page.expect_download() as waiting:
        press_download(page, "CSV")
    assert waiting.value.suggested_filename == "events.csv"
    text = waiting.value.path().read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_format_is_had_from_the_page(events):
    """The same that the command writes, of what is shown; and what each leaves out is a press away."""
    page = events("&show=thread:us-forces-korea-costs")
    for form in FORMATS.values():
        with page.expect_download() as waiting:
            press_download(page, form.title)
        assert waiting.value.suggested_filename == form.download_name
        assert waiting.value.path().stat().st_size
        if form.key == "geojson":
            features = json.loads(waiting.value.path().read_bytes())["features"]
            assert len(features) == page.locator(ROWS).count()
    page.get_by_role("link", name="What each format leaves out").click()
    expect(page.get_by_role("heading", name="What each format leaves out")).to_be_visible()
    expect(page.locator(".st-key-export-formats")).to_have_count(0)


def test_downloads_are_reached_by_keyboard(events):
    """Enter opens the list and leads into it, Tab goes round in it, Escape closes it and leads back."""
    page = events()
    opener = page.get_by_role("button", name="Download", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    first = page.get_by_role("button", name="CSV", exact=True)
    expect(first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="What each format leaves out")).to_be_focused()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.proof
def test_heads_sort_by_keyboard_and_the_focus_stays(events):
    """Enter on a head sorts, again turns it round; the address and aria-sort say so."""
    page = events()
    head = page.locator("#sort-title")
    head.focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Title")
    expect(page).to_have_url(re.compile(r"sort=title"))
    first = title(page, 0)
    page.wait_for_function("document.activeElement?.id === 'sort-title'")
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Title")
    expect(page).to_have_url(re.compile(r"sort=-title"))
    assert title(page, page.locator(ROWS).count() - 1) == first


@pytest.mark.proof
@pytest.mark.parametrize(
    "query", ["", "&columns=date,title,place,thread,type,actors,commitment,amounts,claims,file,review"]
)
def test_the_head_stays_in_sight_and_leads_to_help(events, query):
    """However far the rows are scrolled, on the page or, with more columns than fit, in their box; at any width."""
    page = events(query, height=500)
    for part in (".stMain", f"{TABLE} .dl-scroll"):
        page.locator(part).evaluate("(part) => part.scrollTo(0, 400)")
    head = page.locator("#sort-date")
    expect(head).to_be_in_viewport()
    top = page.locator(ROWS).first.bounding_box()["y"]
    assert top < head.bounding_box()["y"]
    for width in (1100, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 500})
        assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth"), width
    page.get_by_role("link", name="What does type mean?").click()
    expect(page.locator("#event-types")).to_be_visible()


def test_a_row_opens_the_card_beside_the_table_and_escape_lets_go(events):
    """By a press anywhere in it or by Enter on the title; the address has the event."""
    page = events()
    row = page.locator(ROWS, has_text="The U.S. base in Ecuador closes")
    row.locator(".dl-of-commitment").click()
    expect(page.locator(f"{CARD} h2")).to_have_text("The U.S. base in Ecuador closes")
    expect(page).to_have_url(re.compile(r"/events\?.*event=us-base-closed"))
    expect(row).to_have_class("dl-opened")
    table, card = page.locator(TABLE).bounding_box(), page.locator(CARD).bounding_box()
    assert table["x"] + table["width"] <= card["x"]
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("event="))
    page.locator("#event-us-drones-for-navy").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{CARD} h2")).to_have_text("Drones for Ecuador’s navy")
    page.wait_for_function("document.activeElement?.id === 'event-us-drones-for-navy'")


@pytest.mark.proof
def test_what_is_chosen_to_be_compared_is_in_sight_and_one_press_leads_to_it(events):
    """Wherever the boxes are in a long table, the bar with the choice is seen; Compare brings the comparison there."""
    page = events()
    boxes = page.locator(f"{TABLE} tbody [data-press=compare]")
    boxes.last.scroll_into_view_if_needed()
    boxes.last.click()
    bar = page.locator(".dl-compare-bar")
    expect(bar).to_contain_text("1 chosen")
    boxes.nth(boxes.count() - 2).click()
    expect(bar).to_contain_text("2 chosen")
    expect(bar).to_be_in_viewport(ratio=1)
    bar.get_by_role("button", name="Compare").click()
    beside = page.locator(BESIDE)
    expect(beside.locator("h2")).to_be_in_viewport(ratio=1)
    expect(beside).to_be_focused()
    top = page.locator(".st-key-bar").bounding_box()
    assert beside.bounding_box()["y"] >= top["y"] + top["height"] - 1
    bar.get_by_role("button", name="Clear").click()
    expect(bar).to_have_count(0)


@pytest.mark.proof
@pytest.mark.parametrize("query", ["", "&event=us-base-closed"])
def test_columns_are_chosen_by_keyboard(events, query):
    """The list stays open and the focus in it; the address has what was chosen. Beside a card, too."""
    page = events(query)
    expect(page.locator("#columns summary")).to_have_text(
        "Columns 6 of 13" if query else "Columns 10 of 13", use_inner_text=True
    )
    page.locator("#columns summary").focus()
    page.keyboard.press("Enter")
    box = page.locator("#columns").get_by_role("button", name="File")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#sort-file")).to_be_visible()
    expect(box).to_have_attribute("aria-pressed", "true")
    expect(box).to_be_focused()
    page.locator("#columns").get_by_role("button", name="Place").click()
    expect(page.locator("#sort-place")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"columns=date%2Ctitle%2Cthread"))
    page.reload()
    expect(page.locator("#sort-file")).to_be_visible()
    expect(page.locator("#sort-place")).to_have_count(0)


@pytest.mark.proof
def test_two_and_three_events_are_marked_by_keyboard_and_set_side_by_side(events):
    """Rows are aligned; a fourth cannot be marked; the address has them; clearing takes them away."""
    page = events()
    for name in ("The U.S. base in Ecuador closes", "Drones for Ecuador’s navy", "Ecuador hosts a U.S. military base"):
        box = page.get_by_role("button", name=f"Compare: {name}")
        box.focus()
        page.keyboard.press("Space")
        expect(box).to_have_attribute("aria-pressed", "true")
        expect(box).to_be_focused()
    expect(page.locator(f"{BESIDE} h2")).to_have_text("3 events side by side")
    expect(page).to_have_url(re.compile(r"compare=us-base-closed%2Cus-drones-for-navy%2Cus-base-hosted"))
    expect(page.get_by_role("button", name="Compare:")).to_have_count(3)
    tops = {
        round(box["y"])
        for cell in page.locator(f"{BESIDE} tbody tr").first.locator("td").all()
        if (box := cell.bounding_box())
    }
    assert len(tops) == 1
    assert page.locator(f"{BESIDE} .dl-differs").count() > 2
    page.locator(BESIDE).get_by_role("link", name="Drones for Ecuador’s navy").click()
    expect(page.locator(f"{CARD} h2")).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Clear comparison").click()
    expect(page.locator(BESIDE)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("compare="))


@pytest.mark.proof
def test_the_file_has_what_is_shown_in_its_order(events):
    """A real file, as sorted and filtered, with every row of every part."""
    page = events("&sort=-title&words=base")
    shown = page.locator(f"{ROWS} th > a").all_inner_texts()
    assert 1 < len(shown) < 18
    assert [row["title"] for row in saved(page)] == shown


@pytest.mark.proof
@pytest.mark.parametrize(
    "query", ["", *seldom("&event=us-base-closed", f"&compare={PAIR}", "&columns=date,file,actors,amounts")]
)
def test_a_narrow_page_never_scrolls_sideways(events, query):
    """Rows are stacked, the card is a sheet over the foot of the page, what is compared stands one below the other."""
    page = events(query, width=390, height=844)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    if "event=" in query:
        box = page.locator(CARD).bounding_box()
        assert box["y"] + box["height"] == pytest.approx(844, abs=1)
        page.locator(CARD).get_by_role("button", name="Clear").click()
        expect(page.locator(CARD)).to_have_count(0)
    if "compare=" in query:
        first, second = (page.locator(f"{BESIDE} tbody tr").first.locator("td").nth(n).bounding_box() for n in (0, 1))
        assert second["y"] >= first["y"] + first["height"]


@pytest.mark.proof
def test_of_many_events_one_part_is_sent(events, changed):
    """With 2,000: fifty rows in the page, links that lead through the rest, and the file has them all."""
    for folder in ("seeds", "events"):
        shutil.rmtree(changed / folder)
    generating.generate(changed, 2_000)
    page = events("&sort=title")
    expect(page.locator(ROWS)).to_have_count(50)
    expect(page.locator(".dl-events-head")).to_contain_text("1 to 50 of 2,000, by title")
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".dl-events-head")).to_contain_text("51 to 100 of 2,000")
    expect(page).to_have_url(re.compile("part=2"))
    expect(page.locator(ROWS)).to_have_count(50)
    begun = time.monotonic()
    page.locator("#sort-place").click()
    expect(page.locator(".dl-events-head")).to_contain_text("1 to 50 of 2,000, by place")
    assert time.monotonic() - begun < 3, "sorting takes seconds"
    assert len(saved(page)) == 2_000


@pytest.mark.proof
def test_marks_of_quotes_that_are_found_are_quiet(visit):
    """So that others are seen among them; pointed at or reached by key, it is as large as they are."""
    page = visit("/events", figures=False)
    cells = page.locator(".dl-events tbody td:not(:has(.dl-tally))")
    usual = cells.locator(".dl-mark[aria-label='quote found']")
    assert usual.count() > 10
    for mark in (usual.first, usual.last):
        assert mark.bounding_box()["width"] < 9
        assert mark.locator("xpath=..").bounding_box()["width"] >= 14  # what is pressed
    for name in ("from another source", "not checkable", "inferred"):
        assert cells.locator(f".dl-mark[aria-label='{name}']").first.bounding_box()["width"] >= 13
    usual.first.locator("xpath=..").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.querySelector('.dl-mark')?.getBoundingClientRect().width > 13")
    assert page.locator(".dl-events .dl-tally .dl-mark").first.bounding_box()["width"] >= 13
