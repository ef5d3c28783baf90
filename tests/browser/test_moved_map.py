"""A map that the reader moves to its ends: across the seam, over the pole, and out until the whole world is seen."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from fingers import drag, in_view, opened, phone
from playwright.sync_api import expect
from same_ground import same_ground

MAP = ".st-key-where"
GEO = "document.querySelector('.st-key-where .dl-plot')._fullLayout.geo"
VIEW = f"(({{projection, center}}) => [projection.rotation.lon, center.lat, projection.scale])({GEO})"
LEAST = f"{GEO}.projection.minscale"
LAND = f"{GEO}._subplot.basePaths.land.attr('d')"
RESTS = f"() => window.lastView === (window.lastView = JSON.stringify({VIEW}))"
INSET = f"{MAP} .geolayer .geo2"
DEAF = "() => { WebSocket.prototype.send = () => {}; }"
"""The server hears nothing of what is pressed."""
FREE = (480, 200)
"""A pixel of the page with neither a mark nor the inset."""


@pytest.fixture
def fingers(browser):
    """A phone: two fingers zoom."""
    with phone(browser) as context:
        yield context


def drag_by(page, across, down, start=FREE):
    """Drag the map by so many pixels."""
    x, y = start
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across, y + down, steps=8)
    page.mouse.up()


def zoom_out(page, times):
    """Press the button so often."""
    for _ in range(times):
        page.get_by_role("button", name="Zoom out").click()


def until_told(page):
    """What is seen of the map once it rests: longitude, latitude, scale, as the address has them too."""
    page.wait_for_function(RESTS, polling=400)
    page.wait_for_function(
        f"() => {{ const told = new URLSearchParams(location.search).get('map')?.split(',').map(Number);"
        f" return told && {VIEW}.every((each, index) => Math.abs(each - told[index]) < 1e-3); }}"
    )
    return [float(each) for each in parse_qs(urlsplit(page.url).query)["map"][0].split(",")]


def is_not_fitted(page):
    """The reader has moved the map: neither of the views is pressed, and the inset is gone with its land."""
    expect(page.get_by_role("button", name="Fit")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(INSET)).to_have_count(0)


STEPS = 6
TURN_WHEEL = """async ([place, steps]) => {
    const node = document.elementFromPoint(...place);
    for (let step = 0; step < steps; step++) {
        node.dispatchEvent(new WheelEvent('wheel',
            {deltaY: -240, clientX: place[0], clientY: place[1], bubbles: true, cancelable: true}));
        if (step === 1) window.dispatchEvent(new Event('dateline-theme'));
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}"""
"""In one go, so that Plotly takes it as one move; it ends 50 ms after its last step."""


@pytest.mark.proof
def test_a_map_that_is_drawn_while_the_wheel_turns_keeps_every_step(visit):
    """Python answers, or the theme changes, in the middle of the move: it is as near in the end as without that."""
    page = visit()
    scale = page.evaluate(VIEW)[2]
    page.evaluate(TURN_WHEEL, [FREE, STEPS])
    page.wait_for_function(RESTS, polling=400)
    assert page.evaluate(VIEW)[2] == pytest.approx(scale * 2 ** (STEPS * 0.48), rel=1e-3)


@pytest.mark.proof
@pytest.mark.parametrize("times", [0, 1])
def test_a_map_is_dragged_across_the_seam(visit, times):
    """The address has a longitude that leads back there, Fit is not pressed, and no land is where there is none."""
    page = visit()
    expect(page.locator(INSET)).to_have_count(1)
    zoom_out(page, times)
    page.wait_for_function(RESTS, polling=400)
    drag_by(page, 200, 50)
    longitude, *rest = until_told(page)
    assert 90 < longitude < 180
    is_not_fitted(page)
    assert same_ground(page)
    page.goto(page.url)
    page.wait_for_selector(f"{MAP} .dl-plot[data-drawn] [role=button]")
    assert page.evaluate(VIEW) == pytest.approx([longitude, *rest], abs=1e-3)
    is_not_fitted(page)


@pytest.mark.proof
def test_the_inset_goes_at_once_with_its_land(visit):
    """Before the server has answered, and until Fit is pressed."""
    page = visit()
    expect(page.locator(INSET)).to_have_count(1)
    fit = page.get_by_role("button", name="Fit")
    zoom_out(page, 1)
    expect(page.locator(INSET)).to_have_count(0)
    expect(fit).to_have_attribute("aria-pressed", "false")
    fit.click()
    expect(page.locator(INSET)).to_be_visible()
    page.evaluate(DEAF)
    drag_by(page, -60, 0)
    expect(page.locator(INSET)).to_have_count(0)


@pytest.mark.proof
def test_zooming_out_ends_with_the_whole_world(visit):
    """Four presses: every continent is there, and a fresh page at the same address draws the same land."""
    page = visit()
    zoom_out(page, 4)
    assert until_told(page)[2] == pytest.approx(page.evaluate(LEAST), abs=1e-4)
    assert 0.5 < page.evaluate(LEAST) < 1
    assert same_ground(page)
    land = page.evaluate(LAND)
    page.goto(page.url)
    page.wait_for_selector(f"{MAP} .dl-plot[data-drawn] [role=button]")
    assert same_ground(page)
    assert len(page.evaluate(LAND)) == pytest.approx(len(land), rel=0.02)


@pytest.mark.proof
def test_the_wheel_ends_there_too_and_the_address_follows(visit):
    """However often it is turned; each drag after it, a small one too, is in the address."""
    page = visit()
    page.mouse.move(*FREE)
    for _ in range(6):
        page.mouse.wheel(0, 240)
        page.wait_for_timeout(60)
    assert until_told(page)[2] == pytest.approx(page.evaluate(LEAST), abs=1e-4)
    for across in (100, 12):
        before = until_told(page)[0]
        drag_by(page, across, 4)
        page.wait_for_function(f"Math.abs({VIEW}[0] - {before}) > 1")
        until_told(page)
    assert same_ground(page)


@pytest.mark.proof
def test_a_wheel_on_the_whole_world_ends_at_its_poles(visit):
    """World shows the land that people live on; further out are both poles, and nothing more."""
    page = visit()
    world = page.get_by_role("button", name="World")
    world.click()
    expect(world).to_have_attribute("aria-pressed", "true")
    page.wait_for_function(f"{LEAST} < 1")
    page.mouse.move(*FREE)
    page.mouse.wheel(0, 240)
    page.wait_for_function(f"{VIEW}[2] === {LEAST}")
    expect(world).to_have_attribute("aria-pressed", "false")
    page.wait_for_function(RESTS, polling=600)
    before = page.evaluate(VIEW)
    page.mouse.wheel(0, 240)
    page.wait_for_timeout(600)
    zoom_out(page, 1)
    page.wait_for_timeout(600)
    assert page.evaluate(VIEW) == pytest.approx(before)


@pytest.mark.proof
def test_a_map_that_is_dragged_over_the_pole_ends_there(visit):
    """What would be beyond is nowhere, and no address."""
    page = visit("?view=world")
    drag_by(page, 0, 400)
    for _ in range(2):
        drag_by(page, 0, 480, start=(480, 390))
        assert until_told(page)[1] == 90
    is_not_fitted(page)


@pytest.mark.proof
@pytest.mark.parametrize("scale", [0.3, 0.01])
def test_a_link_to_less_than_the_world_leads_to_the_whole_of_it(visit, scale):
    """And the address says so, in place of the link: Back leads to the page before."""
    page = visit("?view=world")
    before = page.url
    page.goto(before.replace("view=world", f"map=20,10,{scale}"))
    page.wait_for_selector(f"{MAP} .dl-plot[data-drawn] [role=button]")
    assert until_told(page) == pytest.approx([20, 10, page.evaluate(LEAST)], abs=1e-3)
    page.wait_for_timeout(500)
    page.go_back()
    expect(page).to_have_url(re.compile("view=world$"))


@pytest.mark.proof
def test_a_pinch_ends_with_the_whole_world(fingers, server):
    """Two fingers that meet on a phone, twice; the land is still there."""
    page = opened(fingers, server.url)
    in_view(page, MAP)
    box = page.locator(f"{MAP} .dl-plot").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for _ in range(2):
        drag(page, ((x - 120, y), (x - 15, y)), ((x + 120, y), (x + 15, y)))
        page.wait_for_function(RESTS, polling=400)
    assert until_told(page)[2] == pytest.approx(page.evaluate(LEAST), abs=1e-4)
    assert same_ground(page)
