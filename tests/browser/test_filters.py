"""Filters, search and saved views, as a reader uses them."""

import re

import pytest
from playwright.sync_api import expect

CROSS_PX = 36
"""From the end of the search to the middle of its cross, which stands before the key's sign."""


def test_a_filter_is_set_seen_and_let_go(visit):
    """By keyboard: the facet opens, its value is turned over, Escape closes it, the cross lets it go."""
    page = visit()
    page.locator("#facet-thread summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("show=thread%3Aus-forces-korea-costs"))
    expect(page.locator(".dl-sentence")).to_contain_text("6 of 18 events · 12 hidden by filters")
    expect(page.locator("#facet-thread")).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(page.locator("#facet-thread")).not_to_have_attribute("open", "")
    expect(page.locator("#facet-thread summary")).to_be_focused()
    page.get_by_label("Remove the filter Thread: Who pays for U.S. forces in South Korea").click()
    expect(page.locator(".dl-sentence")).to_contain_text("18 of 18 events")


@pytest.mark.proof
def test_what_is_open_closes_when_the_reader_goes_on(visit):
    """Once its dates are applied, and when the keyboard leads elsewhere: it would lie over what is shown."""
    page = visit()
    dates = page.locator("#facet-dates")
    dates.locator("summary").click()
    dates.get_by_label("From").fill("2025")
    page.keyboard.press("Enter")
    expect(dates).not_to_have_attribute("open", "")
    expect(page.locator(".dl-sentence")).to_contain_text("13 of 18 events")
    expect(dates.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(dates).to_have_attribute("open", "")
    page.keyboard.press("/")
    expect(dates).not_to_have_attribute("open", "")


@pytest.mark.proof
def test_dates_are_chosen_in_a_calendar_or_by_a_span(visit):
    """The browser's calendar writes into the field; a span is one press, and the menu closes behind it."""
    page = visit()
    dates = page.locator("#facet-dates")
    dates.locator("summary").click()
    dates.get_by_role("button", name="Choose the first day in a calendar").click()
    page.keyboard.press("Escape")
    dates.locator("input[type=date]").first.fill("2025-09-04", force=True)
    expect(dates.get_by_label("From")).to_have_value("2025-09-04")
    expect(dates.get_by_label("From")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-sentence")).to_contain_text("8 of 18 events")
    page.keyboard.press("Enter")
    dates.get_by_role("button", name="Last 7 days").click()
    expect(dates).not_to_have_attribute("open", "")
    expect(dates.locator("summary")).to_be_focused()
    expect(page.locator(".dl-sentence")).to_contain_text("0 of 18 events")


@pytest.mark.proof
def test_words_narrow_the_page_and_go_along_to_the_others(visit):
    """The slash leads to the field; the filter is kept from page to page and in every link."""
    page = visit()
    page.locator("#dl-words").click()
    page.locator("#dl-words").blur()
    page.keyboard.press("/")
    page.keyboard.type("referendum")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-sentence")).to_contain_text("hidden by filters")
    shown = page.locator(".dl-sentence b").first.inner_text().split(" ")[0]
    page.get_by_role("link", name="Events").click()
    expect(page.locator("h1")).to_have_text(f"{shown} of 18 events")
    link = page.get_by_role("link", name="Situation")
    link.focus()
    assert "words=referendum" in link.get_attribute("href")


@pytest.mark.proof
def test_a_search_from_a_page_without_events_leads_to_them(visit):
    """Else nothing would be seen of what it finds."""
    page = visit("/?page=help", figures=False)
    page.locator("#dl-words").fill("referendum")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("3 of 18 events")
    expect(page.locator(".dl-events .dl-hit").first).to_have_text("referendum")


@pytest.mark.proof
def test_escape_and_the_cross_of_a_search_let_its_words_go_and_nothing_else(visit):
    """The event that is selected stays; once the field is empty, Escape lets it go. Back fills the field again."""
    page = visit("/?event=us-base-closed&words=base")
    field, sentence = page.locator("#dl-words"), page.locator(".dl-sentence")
    field.press("Escape")
    expect(sentence).to_contain_text("18 of 18")
    expect(page).to_have_url(re.compile(r"\?event=us-base-closed$"))
    page.go_back()
    expect(sentence).to_contain_text("12 of 18")
    expect(field).to_have_value("base")
    box = field.bounding_box()
    field.hover()
    page.mouse.click(box["x"] + box["width"] - CROSS_PX, box["y"] + box["height"] / 2)
    expect(sentence).to_contain_text("18 of 18")
    field.press_sequentially("half a w")
    field.press("Escape")
    expect(field).to_have_value("")
    expect(page).to_have_url(re.compile("event=us-base-closed"))
    field.press("Escape")
    expect(page).not_to_have_url(re.compile("event="))


@pytest.mark.proof
def test_back_takes_the_words_out_of_the_field_that_still_has_the_focus(visit):
    """It would say that they are searched for."""
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("referendum")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-sentence")).to_contain_text("3 of 18")
    page.go_back()
    expect(page.locator(".dl-sentence")).to_contain_text("18 of 18")
    expect(page.locator("#dl-words")).to_have_value("")
    expect(page.locator("#dl-words")).to_be_focused()


DRAWN_ANEW = "(button) => { const box = button.closest('.dl'); box.innerHTML = box.innerHTML; }"


@pytest.mark.proof
def test_a_press_counts_where_its_button_is_drawn_anew_meanwhile(visit):
    """Files change, or an answer comes, between the finger's going down and up."""
    page = visit("/?show=type:agree")
    button = page.get_by_role("button", name="Show all").first
    box = button.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    button.evaluate(DRAWN_ANEW)
    page.mouse.up()
    expect(page.locator(".dl-sentence")).to_contain_text("18 of 18")


@pytest.mark.proof
def test_back_undoes_a_press_in_one_step(visit):
    """Filters, dates and words that one press has let go are all there again."""
    page = visit("/?show=type:agree&from=2001&words=base")
    before = page.locator(".dl-sentence").text_content()
    page.get_by_role("button", name="Show all").first.click()
    expect(page.locator(".dl-sentence")).to_contain_text("18 of 18")
    page.go_back()
    expect(page.locator(".dl-sentence")).to_have_text(before)
    expect(page.locator(".dl-chips button")).to_have_count(4)


@pytest.mark.proof
def test_a_view_is_saved_used_and_removed(visit, changed):
    """It is written into the workspace, leads back to what was asked for, and goes again."""
    page = visit("/?show=type:agree&as=reported")
    page.locator("#saved-views summary").click()
    page.get_by_placeholder("View name").fill("What was | <agreed>")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved as “What was | <agreed>” in events/views.yaml")).to_be_visible()
    written = (changed / "events/views.yaml").read_text(encoding="utf-8")
    assert "what-was-agreed: {" in written
    expect(page.get_by_placeholder("View name")).to_have_value("")
    expect(page.get_by_placeholder("View name")).to_be_focused()
    page.get_by_role("button", name="Show all").first.click()
    expect(page.locator(".dl-sentence")).to_contain_text("18 of 18")
    page.locator("#saved-views summary").click()
    page.locator("#saved-views").get_by_role("link", name="What was | <agreed>").click()
    expect(page).to_have_url(re.compile("show=type%3Aagree.*as=reported|as=reported.*show=type%3Aagree"))
    page.get_by_label("Remove the view What was | <agreed>").click()
    expect(page.get_by_text("View removed")).to_be_visible()


@pytest.mark.proof
def test_a_long_list_is_narrowed_and_a_value_asked_for_alone_or_left_out(visit):
    """By keyboard: typed letters leave what they begin, or whose country; `only` and `not` stand behind each value."""
    page = visit("/?show=type:agree")
    page.locator("#facet-actor > summary").click()
    field = page.get_by_role("searchbox", name="Narrow the list: Actor")
    field.fill("kor")
    rows = page.locator("#facet-actor li:not(.dl-group):visible")
    expect(rows).to_have_count(4)
    expect(page.locator("#facet-actor .dl-group:visible")).to_have_text("South Korea")
    field.press("ArrowDown")
    expect(rows.first.get_by_role("button").first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-chips")).to_contain_text("not ")
    assert "actor%3A-" in page.url or "actor:-" in page.url
    expect(field).to_have_value("kor")
    expect(rows.first.get_by_role("button", name="not")).to_have_attribute("aria-pressed", "true")
    rows.nth(1).get_by_role("button", name="only", exact=False).click()
    expect(page.locator(".dl-chips button")).to_have_count(3)
    field.press("Escape")
    expect(field).to_have_value("")
    expect(page.locator("#facet-actor")).to_have_attribute("open", "")


@pytest.mark.proof
def test_an_area_is_drawn_to_filter_by(visit):
    """By the mouse, and by keys alone; Escape asks for nothing and gives the focus back."""
    page = visit()
    area = page.get_by_role("button", name="Draw an area to filter by")
    area.click()
    sheet = page.locator(".dl-draw-sheet")
    box = sheet.bounding_box()
    at = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in ((0.74, 0.6), (0.97, 0.97))]
    page.mouse.move(*at[0])
    page.mouse.down()
    page.mouse.move(*at[1], steps=4)
    page.mouse.up()
    expect(page.locator(".dl-sentence")).to_contain_text("12 of 18 events")
    expect(page).to_have_url(re.compile(r"show=area%3A-?\d"))
    page.get_by_label(re.compile("Remove the filter Area")).click()
    expect(page.locator(".dl-sentence")).to_contain_text("18 of 18 events")
    area.focus()
    page.keyboard.press("Enter")
    expect(sheet).to_be_focused()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(area).to_be_focused()
    page.keyboard.press("Enter")
    for key in ("ArrowRight", "Shift+ArrowUp", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_label(re.compile("Remove the filter Area"))).to_be_visible()
