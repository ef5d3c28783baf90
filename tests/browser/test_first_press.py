"""The first press on a fresh page, as a trackpad sends it: down and up at once, the moment that the mark is seen."""

from collections.abc import Iterator

import pytest
from conftest import TIMEOUT_MS, Served, until_drawn
from playwright.sync_api import Browser, Page

MAP, TIMELINE = ".st-key-where", ".st-key-when"
TITLE = "Last U.S. flight from Manta"
EVENT = "us-base-last-flight"
PLACE = f"""() => {{
    const mark = document.querySelector('{TIMELINE} [data-mark][aria-label^="{TITLE}"]');
    const box = mark?.getBoundingClientRect();
    return box && box.width > 0 && [box.left + 8, box.top + box.height / 2];
}}"""
LIES_BELOW = f"""([x, y]) => {{
    const box = document.querySelector('{TIMELINE} [data-mark][aria-label^="{TITLE}"]')?.getBoundingClientRect();
    return box && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
}}"""
SELECTED = f"() => new URLSearchParams(location.search).get('event') === '{EVENT}'"
OPENED = "() => ['event', 'list'].some((key) => new URLSearchParams(location.search).has(key))"


@pytest.fixture(scope="module")
def warm(browser: Browser, server: Served) -> None:
    """The server has read its records and served a page: here it is pages that are fresh."""
    page = browser.new_page()
    page.goto(server.url)
    page.wait_for_selector(f"{TIMELINE} [data-mark]", timeout=3 * TIMEOUT_MS)
    page.close()


@pytest.fixture
def fresh(browser: Browser, warm: None) -> Iterator[Page]:
    """A page of a browser that has fetched nothing yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(TIMEOUT_MS)
    yield context.new_page()
    context.close()


def press_at_once(page: Page) -> None:
    """A press of 0 ms: no time lies between down and up."""
    page.mouse.down()
    page.mouse.up()


@pytest.mark.parametrize("turn", range(5))
def test_a_press_of_no_time_selects(fresh: Page, server: Served, turn: int) -> None:
    """A mark of the timeline that is pressed for 0 ms when it is first seen is selected."""
    fresh.goto(server.url)
    fresh.mouse.move(*fresh.wait_for_function(PLACE).json_value())
    press_at_once(fresh)
    fresh.wait_for_function(SELECTED)


def test_a_pointer_that_rested_before_selects(fresh: Page, server: Served) -> None:
    """A mark that appears below a pointer at rest is selected by a press, though the pointer never moved over it."""
    fresh.goto(server.url)
    until_drawn(fresh)
    place = fresh.wait_for_function(PLACE).json_value()
    fresh.mouse.move(*place)
    fresh.goto("about:blank")
    fresh.goto(server.url)
    fresh.wait_for_function(LIES_BELOW, arg=place)
    press_at_once(fresh)
    fresh.wait_for_function(SELECTED)


def test_a_count_of_the_map_opens_at_once(fresh: Page, server: Served) -> None:
    """The map's marks take a press of 0 ms as the timeline's do."""
    fresh.goto(server.url)
    mark = fresh.wait_for_selector(f"{MAP} [data-mark]").bounding_box()
    assert mark is not None
    fresh.mouse.move(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    press_at_once(fresh)
    fresh.wait_for_function(OPENED)
