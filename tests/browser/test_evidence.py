"""From a mark to the words that it stands for, and back; claims against one another; Trust."""

import pytest
from axe_core import AXE, SERIOUS
from in_reader import in_sight
from playwright.sync_api import expect
from pressing import mark, press
from settled import FITTING, each_page, resized

DRONES = "/?event=us-drones-for-navy"
EVENTS = "/?page=events"
TIMELINE = ".st-key-when"


@pytest.fixture
def card(visit):
    """Opens a page with a card, once it is there."""

    def open_card(path, **how):
        page = visit(path, **how)
        page.wait_for_selector(".dl-card .dl-claim")
        return page

    return open_card


def test_from_a_mark_to_its_words_and_back(card):
    """The mark of the reported amount leads to the quote in its text, by keyboard; Back leads to the card."""
    page = card(DRONES)
    row = page.locator(".dl-comparison tr", has_text="How much")
    mark = row.get_by_role("link", name="found, in doubt: to the words")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-quoted.dl-reached").first).to_contain_text("A key component of this package")
    in_sight(page, ".dl-quoted.dl-reached")
    page.go_back()
    expect(page.locator(".dl-card h2")).to_have_text("Drones for Ecuador’s navy")
    page.wait_for_function(FITTING)


@pytest.mark.proof
def test_the_mark_of_a_source_whose_text_is_not_held_leads_to_its_description(card):
    """An outside value says whose it is, and that nothing here can check it."""
    page = card(DRONES)
    row = page.locator(".dl-comparison tr", has_text="How much")
    row.get_by_role("link", name="from another source: to the source").click()
    expect(page.locator(".dl-notice")).to_contain_text("Text not held")
    assert "source=voa" in page.url


@pytest.mark.proof
def test_the_mark_of_a_failed_quote_leads_to_it_among_those_that_fail(card, changed):
    """A digit is altered: its mark is the square, on value and claim, and leads to where words are missing."""
    file = changed / "events" / "ecuador" / "us-drones-for-navy.yaml"
    altered = file.read_text(encoding="utf-8").replace(
        "valued at $6 million, which will be\n", "valued at $7 million, which will be\n"
    )
    file.write_text(altered, encoding="utf-8")
    page = card(DRONES)
    expect(page.locator(".dl-comparison .dl-leads[aria-label^='quote not found']").first).to_be_visible()
    page.locator(".dl-claim > .dl-leads[aria-label^='quote not found']").first.click()
    reached = page.locator(".dl-failing .dl-reached")
    expect(reached).to_contain_text("valued at $7 million")
    expect(reached).to_contain_text("Not in this text")


@pytest.mark.proof
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_press_on_a_mark_of_a_figure_shows_the_words_at_once(visit, width, height):
    """Also of a card with many values, and where the card is not beside the figure; Escape leads back to the mark."""
    page = visit("/", width=width, height=height)
    drones = mark(page, TIMELINE, "Drones for Ecuador")
    drones.scroll_into_view_if_needed()
    press(page, TIMELINE, "Drones for Ecuador")
    expect(page.locator(".dl-lead .dl-quote")).to_contain_text("drones valued at $6 million")
    in_sight(page, ".dl-lead")
    in_sight(page, ".dl-card h2")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-overview")).to_be_visible()
    drones.focus()
    page.keyboard.press("Enter")
    in_sight(page, ".dl-lead")
    expect(page.locator(".dl-card .dl-body")).to_be_focused()
    page.keyboard.press("Escape")
    expect(drones).to_be_focused()
    in_sight(page, ".st-key-when [role=button][aria-label^='Drones for']")


@pytest.mark.proof
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_whatever_is_pressed_comes_into_sight(visit, width, height, dark):
    """A mark of a ladder, a title far below, a count: without motion where none is wanted; axe is content."""
    page = visit("/?page=threads&thread=us-ecuador-basing", figures=False, width=width, height=height, dark=dark)
    page.emulate_media(reduced_motion="reduce")
    page.wait_for_function(FITTING)
    page.locator(".dl-figure [role=button][aria-label^='Rubio on a base']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-lead .dl-quote")).to_contain_text("If they invite us")
    in_sight(page, ".dl-lead")
    page.locator(".dl-lead").get_by_role("button", name="All").click()
    in_sight(page, ".dl-claims-head")
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []
    page.goto(page.url.partition("/threads")[0])
    page.wait_for_function(FITTING)
    page.locator("#differences [data-press=event]").last.click()
    in_sight(page, ".dl-lead")
    page.keyboard.press("Escape")
    expect(page.locator("#differences [data-press=event]").last).to_be_in_viewport()


@pytest.mark.proof
@pytest.mark.parametrize(
    ("path", "mark", "words"),
    each_page(
        {
            "side by side": (
                f"{EVENTS}&compare=us-drones-for-navy,us-base-closed",
                ".dl-side small:has-text('Reported: $6 million') .dl-leads",
                "A key component of this package",
            ),
            "amounts of a thread": (
                "/?page=threads&thread=us-ecuador-basing",
                ".dl-amounts .dl-leads[aria-label^='found, in doubt']",
                "A key component of this package",
            ),
            "table of events": (
                EVENTS,
                "tr:has(#event-us-base-closed) .dl-of-actors .dl-leads >> nth=1",
                "Ecuador previously hosted",
            ),
            "an actor's saying": (
                "/?page=actors&actor=marco-rubio",
                ".dl-claim:has-text('If they invite us') > .dl-leads >> nth=0",
                "If they invite us",
            ),
            "differences": ("/", "#differences .dl-leads[aria-label^='quote found'] >> nth=0", "the early 2000s"),
        },
        often=("side by side",),
    ),
)
def test_a_mark_leads_to_its_words_from_every_page(visit, path, mark, words):
    """One click, wherever the value is shown."""
    page = visit(path, figures=False)
    page.locator(mark).click()
    expect(page.locator(".dl-quoted.dl-reached").first).to_contain_text(words)
    in_sight(page, ".dl-quoted.dl-reached")


@pytest.mark.proof
def test_the_first_page_leads_down_to_what_differs(visit):
    """A line above the fold says how much is held otherwise than it is reported; by keyboard as well."""
    page = visit()
    line = page.get_by_role("button", name="8 values differ from the source")
    in_sight(page, "[data-press=reach]")
    line.focus()
    page.keyboard.press("Enter")
    in_sight(page, "#differences h2")
    expect(page.locator("#differences")).to_be_focused()


@pytest.mark.proof
def test_claims_against_one_another_are_columns_that_narrow_pages_stack(card):
    """Side by side the amounts stand on one line, and their differing words are marked; stacked they stay together."""
    page = card(DRONES)
    sides = page.locator(".dl-dispute").first.locator(".dl-one-side")
    amounts = page.locator(".dl-dispute .dl-values dd")
    expect(sides).to_have_count(2)
    expect(page.locator(".dl-dispute .dl-differs")).to_have_text(
        ["part of the $13.5 million", "not part of the $13.5 million"]
    )
    expect(page.locator(".dl-held").first).to_contain_text("In addition to the 13.5 million, not a part of it.")
    resized(page, 1440)
    left, right = (each.bounding_box() for each in amounts.all())
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 2
    resized(page, 390, 844)
    left, right = (each.bounding_box() for each in amounts.all())
    assert right["y"] > left["y"] + left["height"]
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")


@pytest.mark.proof
def test_a_number_of_trust_leads_to_the_events_that_it_counts(visit):
    """The line opens by keyboard, axe is content with it, and its numbers are filters."""
    page = visit("/", figures=False)
    line = page.locator("#trust > summary")
    expect(line).to_contain_text("every quote of a held text is found")
    line.focus()
    page.keyboard.press("Enter")
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []
    row = page.locator("#trust tr", has_text="Who pays for U.S. forces")
    row.get_by_role("link", name="5 claims, of 5 events").click()
    expect(page.locator(".dl-sentence")).to_contain_text("5 of 18")
    expect(page.locator(".dl-chips")).to_contain_text("Verdict: not checkable")
    page.get_by_role("button", name="Show all").last.click()
    page.locator("#trust tr", has_text="one independent source").get_by_role("link").click()
    expect(page.locator(".dl-chips")).to_contain_text("Corroboration: one independent source")


SHEET = ".dl-claim-sheet:popover-open"


def test_pointing_at_a_value_shows_its_words(card):
    """After a moment, without leaving the page, and beside it: Escape closes the sheet alone, and I opens it by key."""
    page = card(DRONES)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "dateline-sheet" in request.url else None)
    value = page.locator(".dl-comparison tr", has_text="How much").locator("td").first.get_by_text("$6 million")
    value.hover()
    sheet = page.locator(SHEET)
    expect(sheet.locator(".dl-exact")).to_contain_text("A key component of this package")
    expect(sheet).to_contain_text("Contradicted by")
    at, of = sheet.bounding_box(), value.bounding_box()
    assert at["x"] >= of["x"] + of["width"] or at["x"] + at["width"] <= of["x"]
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    assert "event=us-drones-for-navy" in page.url
    mark = page.locator(".dl-comparison tr", has_text="How much").locator(".dl-leads").first
    mark.focus()
    page.keyboard.press("i")
    expect(sheet).to_be_focused()
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()
    assert len(asked) == 1


@pytest.mark.proof
def test_the_sheet_can_be_entered_and_goes_when_the_pointer_leaves(card):
    """Its links lead where a mark leads; a mark of the timeline has a sheet of its event's date."""
    page = card(DRONES)
    bar = page.locator(f"{TIMELINE} [data-mark][aria-label^='Ecuador hosts']").bounding_box()
    for _ in range(2):
        page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
        page.mouse.move(bar["x"] + bar["width"] / 2 + 1, bar["y"] + bar["height"] / 2)
        sheet = page.locator(SHEET)
        expect(sheet).to_contain_text("1999 to 18 September 2009")
        within = sheet.bounding_box()
        page.mouse.move(within["x"] + 20, within["y"] + 20)
        page.wait_for_timeout(600)
        expect(sheet).to_be_visible()
        page.mouse.move(2, 2)
        expect(sheet).to_have_count(0)
    page.locator(f"{TIMELINE} [data-mark][aria-label^='Ecuador hosts']").focus()
    page.keyboard.press("i")
    expect(sheet).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources?**")
    expect(sheet).to_have_count(0)


@pytest.mark.proof
@pytest.mark.parametrize("dark", [False, True])
def test_the_sheet_is_accessible(card, dark):
    """To whoever reads it and to whoever hears it; what it is of is described by it."""
    page = card(DRONES, dark=dark)
    mark = page.locator(".dl-comparison .dl-leads").first
    mark.focus()
    page.keyboard.press("i")
    expect(page.locator(SHEET)).to_be_focused()
    assert mark.get_attribute("aria-describedby") == page.locator(SHEET).get_attribute("id")
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []


def test_a_disagreement_leads_to_its_words(visit):
    """From the line below the map, by topic, to the quote; its marks show the words when they are pointed at."""
    page = visit("/disagreements?topic=amount", figures=False)
    line = page.locator(".dl-parting")
    expect(line).to_have_count(1)
    line.locator(".dl-leads").first.hover()
    expect(page.locator(SHEET)).to_contain_text("A key component of this package")
    line.locator(".dl-leads").first.click()
    page.wait_for_url("**/sources?**quote=us-drones-for-navy**")
