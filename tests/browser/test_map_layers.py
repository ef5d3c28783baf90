"""The map by country, in hexagons and by weight: chosen, pressed, moved through by keys, and kept in the address."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.views.map import controls_edges

MAP = ".st-key-where"
CELLS = f"{MAP} .choroplethlocation[role=button]"


def choose(page, name):
    """Choose what the map shows events as."""
    page.locator("#map-layer summary").click()
    page.locator("#map-layer").get_by_role("button", name=name, exact=True).click()
    expect(page.locator("#map-layer .dl-chosen")).to_have_text(name.lower())


@pytest.mark.proof
def test_countries_are_pressed_as_counts_are(visit):
    """A press lists the events, zooms there and is undone by Back; the choice is in the address."""
    page = visit()
    choose(page, "Countries")
    expect(page).to_have_url(re.compile("layer=countries"))
    ecuador = page.locator(CELLS).and_(page.get_by_role("button", name=re.compile("^12 events in Ecuador")))
    ecuador.focus()
    page.keyboard.press("ArrowUp")
    assert "United States" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    ecuador.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-who h2")).to_have_text("12 events behind this mark")
    expect(page).to_have_url(re.compile("layer=countries.*map="))
    page.go_back()
    expect(page.locator(".st-key-who h2").first).not_to_have_text("12 events behind this mark")
    expect(page.locator(CELLS)).to_have_count(3)


@pytest.mark.proof
def test_a_link_opens_hexagons_with_their_sums(visit):
    """Each hexagon is a row of the table; a nearer map has smaller ones."""
    page = visit("/?layer=hexagons")
    expect(page.locator(CELLS).first).to_be_visible()
    page.locator("#sums-map summary").click()
    sums = page.locator("#sums-map tbody tr td:nth-child(2)").all_text_contents()
    assert sum(map(int, sums)) == 18
    before = page.locator(f"{MAP} .annotation-text", has_text="hexagon").text_content()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    expect(page.locator(f"{MAP} .annotation-text", has_text="hexagon")).not_to_have_text(before)


@pytest.mark.proof
def test_marks_by_weight_say_what_size_means(visit):
    """In the legend; and the choice goes with Marks."""
    page = visit("/?layer=weights&event=us-base-closed")
    expect(page.locator(f"{MAP} .annotation-text", has_text="weight:")).to_be_visible()
    choose(page, "Marks")
    expect(page).not_to_have_url(re.compile("layer="))
    expect(page.locator(f"{MAP} .annotation-text", has_text="weight:")).to_have_count(0)


BUTTONS = """() => {
    const map = document.querySelector('.st-key-where .dl-figure').getBoundingClientRect();
    return [...document.querySelectorAll('.st-key-where .dl-controls > *')]
        .map((each) => each.getBoundingClientRect()).filter(({width}) => width)
        .map((box) => [box.left - map.left, box.top - map.top, box.right - map.left, box.bottom - map.top]);
}"""


@pytest.mark.proof
@pytest.mark.parametrize("width", [641, 1001, 1440])
@pytest.mark.parametrize("layer", ["marks", "weights", "hexagons"])
def test_names_are_kept_from_where_the_buttons_are(visit, width, layer):
    """However many lines they take: no label is put in the part of the map that is left to them."""
    page = visit(f"/?layer={layer}", width=width)
    kept = controls_edges(round(page.locator(f"{MAP} .dl-plot").bounding_box()["width"]))
    buttons = page.evaluate(BUTTONS)
    assert len(buttons) == 6
    for left, top, right, bottom in buttons:
        assert any(x0 <= left and y0 <= top and right <= x1 and bottom <= y1 for x0, y0, x1, y1 in kept)
