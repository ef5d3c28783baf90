"""Time is moved by hand, and the strip below the timeline is the filter by dates."""

import re

import pytest
from fingers import drag, in_view, opened, phone
from playwright.sync_api import expect

TIMELINE = ".st-key-when"
PLOT, BRUSH, MOVING = f"{TIMELINE} .dl-plot", ".dl-brush", ".dl-moving"
REMEMBER_MOVING = f"""new MutationObserver(() => {{ window.hasMoved ||= document.querySelector("{MOVING}") !== null; }})
    .observe(document.body, {{subtree: true, childList: true}})"""
"""The picture that moves is gone as soon as the figure is drawn anew."""
SENTENCE = ".dl-sentence"
IN_SIGHT = re.compile(r"timeline=(\d{4})-\d\d-\d\dT\d\d\.\d\d_(\d{4})-")
SCROLLED = "document.querySelector('.stMain').scrollTop + scrollY"
LABEL = "U.S. Air Force comes to Manta for a time"


@pytest.fixture
def fingers(browser):
    """A phone's browser."""
    with phone(browser) as context:
        yield context


def ground(page, share, down=12):
    """A place on the timeline: a share of its width, and pixels from its top."""
    page.locator(PLOT).scroll_into_view_if_needed()
    box = page.locator(PLOT).bounding_box()
    assert box is not None
    return box["x"] + share * box["width"], box["y"] + down


def brushed(page, start, end):
    """With the mouse along the strip, between two shares of its length."""
    page.locator(BRUSH).scroll_into_view_if_needed()
    box = page.locator(BRUSH).bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + (start + end) / 2 * box["width"], y, steps=3)
    page.mouse.move(box["x"] + end * box["width"], y, steps=3)
    page.mouse.up()


def years(page):
    """The years that the address has of what is in sight."""
    expect(page).to_have_url(IN_SIGHT)
    expect(page.locator(MOVING)).to_have_count(0)
    found = IN_SIGHT.search(page.url)
    assert found
    return int(found[1]), int(found[2])


def test_a_wheel_with_control_shows_less_time_and_a_double_press_all(visit):
    """The picture moves at once; then the figure is drawn anew, and the address has it, also for a link."""
    page = visit()
    before = page.locator(PLOT).bounding_box()["height"]
    page.mouse.move(*ground(page, 0.7, 60))
    scrolled = page.evaluate(SCROLLED)
    page.evaluate(REMEMBER_MOVING)
    page.keyboard.down("Control")
    for _ in range(4):
        page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    expect(page).to_have_url(re.compile("timeline="))
    assert page.evaluate("window.hasMoved")
    first, last = years(page)
    assert first > 2007
    assert last <= 2026
    assert page.evaluate(SCROLLED) == scrolled
    assert page.locator(PLOT).bounding_box()["height"] >= before
    page.mouse.dblclick(*ground(page, 0.3))
    expect(page).not_to_have_url(re.compile("timeline="))
    expect(page.locator(MOVING)).to_have_count(0)


@pytest.mark.proof
def test_a_wheel_alone_scrolls_the_page_until_one_presses_in_the_timeline(visit):
    """Nobody is caught in a timeline as high as the window."""
    page = visit()
    page.mouse.move(*ground(page, 0.7, 60))
    scrolled = page.evaluate(SCROLLED)
    page.mouse.wheel(0, 40)
    page.wait_for_function(f"(before) => {SCROLLED} > before", arg=scrolled)
    assert "timeline=" not in page.url
    place = ground(page, 0.55)
    page.mouse.click(*place)
    page.wait_for_timeout(300)
    page.mouse.wheel(0, -240)
    years(page)


@pytest.mark.proof
def test_a_drag_that_begins_on_a_label_moves_time_and_opens_nothing(visit):
    """A press there opens the event."""
    page = visit("?scale=busy")
    ground(page, 0.5)
    box = page.locator(f"{PLOT} text", has_text=LABEL).bounding_box()
    assert box is not None
    x, y = box["x"] + 20, box["y"] + box["height"] / 2
    page.mouse.move(*ground(page, 0.5))
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    years(page)
    box = page.locator(f"{PLOT} text", has_text="Ecuador’s government is cautious").bounding_box()
    assert box is not None
    x, y = box["x"] + 20, box["y"] + box["height"] / 2
    was = page.url
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y, steps=6)
    page.mouse.up()
    page.wait_for_function("(was) => location.href !== was", arg=was)
    years(page)
    assert "event=" not in page.url


@pytest.mark.proof
def test_keys_move_time_about_the_mark(visit):
    """Plus and minus, Shift with arrows and Home; arrows alone go from mark to mark as before."""
    page = visit()
    mark = page.locator(f"{PLOT} [aria-label^='Drones for Ecuador']")
    mark.focus()
    page.keyboard.press("+")
    start, end = years(page)
    was = page.url
    expect(mark).to_be_focused()
    page.keyboard.press("Shift+ArrowLeft")
    page.wait_for_function("(was) => location.href !== was", arg=was)
    assert years(page) <= (start, end)
    expect(mark).to_be_focused()
    page.keyboard.press("-")
    expect(page).not_to_have_url(re.compile("timeline="))
    page.keyboard.press("+")
    years(page)
    page.keyboard.press("Shift+Home")
    expect(page).not_to_have_url(re.compile("timeline="))


@pytest.mark.proof
def test_a_drag_over_the_strip_asks_for_the_dates_between(visit):
    """The filter has them, its fields too; they can be moved as one, and a double press lets them go."""
    page = visit()
    brushed(page, 0.93, 0.955)
    expect(page).to_have_url(re.compile(r"from=202\d-\d\d&to=202\d-\d\d"))
    expect(page.locator(SENTENCE)).to_contain_text("hidden by filters")
    expect(page.locator(".dl-chips")).to_contain_text("Dates: 202")
    was = page.url
    brushed(page, 0.942, 0.9)
    page.wait_for_function("(was) => location.href !== was", arg=was)
    expect(page.locator(".dl-chips")).to_contain_text("Dates: 202")
    page.locator(BRUSH).dblclick(position={"x": 300, "y": 12})
    expect(page).not_to_have_url(re.compile("from="))
    expect(page.locator(SENTENCE)).to_contain_text("18 of 18")


@pytest.mark.proof
def test_the_strip_is_a_slider_with_two_handles(visit):
    """Each tells its day; the fields of the filter move it, keys too, and Escape lets the dates go."""
    page = visit("?from=2025-09&to=2025-09")
    first, last = page.get_by_role("slider", name="First day"), page.get_by_role("slider", name="Last day")
    expect(first).to_have_attribute("aria-valuetext", "1 September 2025")
    expect(last).to_have_attribute("aria-valuetext", "30 September 2025")
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(first).to_have_attribute("aria-valuetext", "3 September 2025")
    expect(page).to_have_url(re.compile("from=2025-09-03&to=2025-09-30"))
    last.focus()
    page.keyboard.press("PageDown")
    expect(last).to_have_attribute("aria-valuetext", "3 September 2025")
    expect(page).to_have_url(re.compile("to=2025-09-03"))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("from="))
    expect(last).to_be_focused()


@pytest.mark.proof
def test_two_fingers_show_less_time_and_one_scrolls(fingers, server):
    """A pinch over the timeline makes time larger, not the page; nothing is opened."""
    page = opened(fingers, server.url)
    in_view(page, TIMELINE)
    x, y = ground(page, 0.6, 60)
    scrolled = page.evaluate(SCROLLED)
    drag(page, ((x - 20, y), (x - 90, y)), ((x + 20, y), (x + 60, y)))
    years(page)
    assert page.evaluate(SCROLLED) == scrolled
    assert page.evaluate("visualViewport.scale") == pytest.approx(1, abs=0.01)
    assert "event=" not in page.url
    drag(page, ((x, y), (x, y + 160)))
    page.wait_for_function(f"(before) => {SCROLLED} < before - 80", arg=scrolled)
