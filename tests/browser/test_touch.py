"""The figures under fingers: one tap selects, one finger scrolls the page, two move the map."""

import pytest
from fingers import drag, hold, in_view, opened, phone, sign_of
from playwright.sync_api import expect

from tests.seldom import seldom

MAP, TIMELINE = ".st-key-where", ".st-key-when"
VIEW = """(({projection, center}) => [projection.scale, projection.rotation.lon, center.lon, center.lat])(
    document.querySelector('.st-key-where .dl-plot')._fullLayout.geo)"""
SCROLLED = "document.querySelector('.stMain').scrollTop + scrollY"
PAGE_SCALE = "visualViewport.scale"
TOLD = ".hoverlayer .hovertext"
PRESSED = "() => ['event', 'list', 'actor', 'question'].some((key) => new URLSearchParams(location.search).has(key))"
MAP_RESTS = f"() => window.mapWas === (window.mapWas = JSON.stringify({VIEW}))"


@pytest.fixture
def fingers(browser):
    """A phone's browser."""
    with phone(browser) as context:
        yield context


@pytest.mark.parametrize("index", [0, *seldom(1, 2, 3, 4, 5)])
def test_the_first_tap_opens(fingers, server, index):
    """On a fresh page the first tap on a mark of the timeline opens what it stands for, and leaves no text there."""
    page = opened(fingers, server.url)
    page.touchscreen.tap(*sign_of(page, TIMELINE, index))
    page.wait_for_function(PRESSED)
    expect(page.locator(TOLD)).to_have_count(0)


@pytest.mark.proof
def test_a_finger_sees_no_frame_around_the_card(fingers, server):
    """It has the focus, for those who hear the page; what a key leads to has a frame."""
    page = opened(fingers, server.url)
    page.touchscreen.tap(*sign_of(page, TIMELINE, 0))
    body = page.locator(".dl-card .dl-body")
    expect(body).to_be_focused()
    assert body.evaluate("(body) => getComputedStyle(body).outlineStyle") == "none"


@pytest.mark.proof
def test_no_key_is_named_to_a_finger(fingers, server):
    """In the search fields and on the buttons of a source's text."""
    page = fingers.new_page()
    page.goto(f"{server.url}/sources?source=us-troops-ecuador")
    expect(page.locator(".dl-find")).to_be_visible()
    keys = page.locator(":is(.dl-bar, .dl-source-bar) kbd")
    expect(keys).not_to_have_count(0)
    assert not any(each.is_visible() for each in keys.all())


@pytest.mark.proof
def test_the_first_tap_opens_an_actor(fingers, server):
    """One of the network opens as an event does."""
    page = opened(fingers, f"{server.url}/actors", figures=False)
    before = page.url
    page.touchscreen.tap(*sign_of(page, ".dl-figure", 0))
    page.wait_for_function("(before) => location.href !== before && document.querySelector('.dl-card, h1')", arg=before)
    expect(page.locator(TOLD)).to_have_count(0)


@pytest.mark.proof
def test_a_finger_is_no_pointer_at_rest(fingers, server):
    """A tap beside every mark selects nothing, and no text of a mark appears."""
    page = opened(fingers, server.url)
    in_view(page, TIMELINE)
    box = page.locator(f"{TIMELINE} .dl-plot").bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] - 3, box["y"] + box["height"] - 3)
    page.wait_for_timeout(300)
    expect(page.locator(TOLD)).to_have_count(0)
    assert "event=" not in page.url


def middle_of_map(page):
    """Where a gesture on the map has room on all sides."""
    in_view(page, MAP)
    box = page.locator(f"{MAP} .dl-plot").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.proof
def test_one_finger_scrolls_the_page(fingers, server):
    """A swipe that begins on the map scrolls the page, and leaves the map as it was."""
    page = opened(fingers, server.url)
    x, y = middle_of_map(page)
    before, view = page.evaluate(SCROLLED), page.evaluate(VIEW)
    drag(page, ((x, y), (x, y - 160)))
    page.wait_for_function(f"(before) => {SCROLLED} > before + 80", arg=before)
    assert page.evaluate(VIEW) == view
    assert "event=" not in page.url
    assert "list=" not in page.url


@pytest.mark.proof
def test_a_swipe_over_the_timeline_scrolls_the_page(fingers, server):
    """A swipe that begins on a mark of the timeline scrolls the page, and selects nothing."""
    page = opened(fingers, server.url)
    x, y = sign_of(page, TIMELINE, 0)
    before = page.evaluate(SCROLLED)
    drag(page, ((x, y), (x, y + 160)))
    page.wait_for_function(f"(before) => {SCROLLED} < before - 80", arg=before)
    assert "event=" not in page.url


@pytest.mark.proof
def test_two_fingers_move_the_map(fingers, server):
    """Two fingers side by side move the map: the page stays, and so does the scale."""
    page = opened(fingers, server.url)
    x, y = middle_of_map(page)
    before, (scale, *place) = page.evaluate(SCROLLED), page.evaluate(VIEW)
    drag(page, ((x - 40, y), (x - 100, y - 30)), ((x + 40, y), (x - 20, y - 30)))
    page.wait_for_function(MAP_RESTS, polling=300)
    moved, *now = page.evaluate(VIEW)
    assert now != place
    assert moved == pytest.approx(scale, rel=0.02)
    assert page.evaluate(SCROLLED) == before
    assert "event=" not in page.url


@pytest.mark.proof
def test_a_pinch_makes_the_map_larger(fingers, server):
    """Two fingers that part make the map larger, and not the page."""
    page = opened(fingers, server.url)
    x, y = middle_of_map(page)
    before, (scale, *_) = page.evaluate(SCROLLED), page.evaluate(VIEW)
    drag(page, ((x - 20, y), (x - 80, y)), ((x + 20, y), (x + 80, y)))
    page.wait_for_function(MAP_RESTS, polling=300)
    assert page.evaluate(VIEW)[0] > 2 * scale
    assert page.evaluate(PAGE_SCALE) == pytest.approx(1, abs=0.01)
    assert page.evaluate(SCROLLED) == before


@pytest.mark.proof
def test_a_long_press_shows_the_words(fingers, server):
    """Of a value and of a mark of the timeline: nothing else happens, and a tap beside the sheet closes it."""
    page = opened(fingers, f"{server.url}/?event=us-drones-for-navy")
    sheet = page.locator(".dl-claim-sheet:popover-open")
    value = page.locator(".dl-comparison tr", has_text="How much").locator("td").first.get_by_text("$6 million")
    value.scroll_into_view_if_needed()
    box = value.bounding_box()
    for at in ((box["x"] + 5, box["y"] + 5), sign_of(page, TIMELINE, 2)):
        hold(page, at)
        expect(sheet).to_be_visible()
        assert "us-drones-for-navy" in page.url
        beside = 700 if sheet.get_attribute("data-side") == "top" else 120
        page.touchscreen.tap(195, beside)
        expect(sheet).to_have_count(0)
        assert "us-drones-for-navy" in page.url
