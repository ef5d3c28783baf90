"""The search box, as a hand uses it: by keys, by mouse, with a slip of the pen."""

import re

import pytest
from playwright.sync_api import expect

FIELD, LIST = "#dl-words", "#dl-found"


def typed(page, words):
    """The box after these words."""
    page.keyboard.press("Control+k")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator(LIST)).to_be_visible()


def test_what_is_found_is_opened_without_a_mouse(visit):
    """Ctrl K, a few letters, down, Enter; Escape closes the list, and the next one empties the field."""
    page = visit()
    typed(page, "noboá")
    expect(page.locator(LIST).get_by_role("option").nth(1)).to_contain_text("Daniel Noboa")
    expect(page.locator(f"{LIST} mark").first).to_have_text("Noboa")
    page.keyboard.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    expect(page.locator(FIELD)).to_have_value("noboá")
    page.keyboard.press("ArrowDown")
    expect(page.locator(LIST)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIELD)).to_have_attribute("aria-activedescendant", "dl-option-1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/actors.*actor=daniel-noboa"))
    expect(page.locator(LIST)).to_be_hidden()
    expect(page.locator(FIELD)).to_have_value("")


@pytest.mark.proof
def test_a_slip_is_put_right_by_a_press_and_words_lead_into_their_text(visit):
    """“Did you mean Ecuador?” searches for it; a passage opens at its words."""
    page = visit()
    typed(page, "ecuadr")
    page.get_by_role("option", name="Did you mean Ecuador?").click()
    expect(page.locator(FIELD)).to_have_value("Ecuador")
    expect(page.locator(LIST).get_by_role("group", name="Events")).to_be_visible()
    page.locator(FIELD).fill('"long-term basis"')
    expect(page.locator(LIST).get_by_role("option")).to_have_count(5)
    page.locator(LIST).get_by_role("group", name="Texts of sources").get_by_role("option").click()
    expect(page).to_have_url(re.compile("/sources.*find="))
    expect(page.locator("mark.dl-found-here").first).to_be_in_viewport()


@pytest.mark.proof
def test_sent_the_words_filter_events_as_before(visit):
    """Nothing in the list is chosen by itself."""
    page = visit()
    typed(page, "referendum")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("words=referendum"))
    expect(page.locator(LIST)).to_be_hidden()
    expect(page.locator(FIELD)).to_have_value("referendum")
