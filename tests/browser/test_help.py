"""Help in a real browser."""

import pytest
from playwright.sync_api import expect


@pytest.mark.proof
def test_a_question_mark_leads_to_what_is_said_of_its_term(visit):
    """From the card to the entry, which is marked and in sight; the signs are drawn by the timeline."""
    page = visit("/?event=us-base-closed", figures=False)
    page.get_by_role("link", name="What does “ended” mean?").click()
    entry = page.locator("#commitment-ended")
    expect(entry).to_contain_text("it was in force and has been brought to an end", ignore_case=True)
    expect(entry).to_be_in_viewport()
    assert "about=commitment-ended" in page.url
    page.wait_for_selector(".st-key-dl-signs .main-svg")
    page.get_by_role("link", name="Keys").click()
    expect(page.locator("#keys")).to_be_in_viewport()
    expect(page.locator("#commitment-ended")).not_to_have_attribute("data-arrive", "start")


@pytest.mark.proof
def test_help_fits_a_narrow_page_in_the_dark(visit):
    """Nothing runs off the page; in the bar, which scrolls sideways, the open page is in sight."""
    page = visit("/?page=help&about=reliability-f", figures=False, width=390, height=844, dark=True)
    expect(page.locator("#reliability-f")).to_be_in_viewport()
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")
    page.wait_for_function(
        """() => {
            const { left, right } = document.querySelector('.dl-bar nav [aria-current]').getBoundingClientRect();
            return left >= 0 && right <= innerWidth;
        }"""
    )
