"""Imported rows on Situation in a real browser: switched on, pressed, and never in the way of a record."""

from tests.datasets import row, write_rows

ROWS = [row(number, latitude=-0.2 + number / 40, longitude=-78.5, country="EC") for number in range(30)]


def test_rows_are_listed_by_a_press_and_records_are_pressed_first(visit, changed):
    """A square lists its rows; where a mark of a record lies over it, the press is the record's."""
    write_rows(changed, ROWS, "ged")
    page = visit("/")
    assert page.locator(".st-key-where [aria-label*=unreviewed]").count() == 0
    page.locator("[data-press=imported]").click()
    square = page.locator(".st-key-where .dl-plot [aria-label*='unreviewed']")
    square.first.wait_for(state="attached")
    square.first.dispatch_event("click")
    page.wait_for_selector(".dl-imported-rows li")
    assert "rows=bin" in page.url
    mark = page.locator(".st-key-where .dl-plot [role=button]:not([aria-label*='unreviewed'])").first
    mark.click(force=True)
    page.wait_for_function("() => /event=|list=/.test(location.search)")
