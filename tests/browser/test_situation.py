"""The Situation page as a reader meets it."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pressing import mark, press
from same_ground import same_ground

MAP, TIMELINE, CARD = ".st-key-where", ".st-key-when", ".st-key-who"
ZOOM = "document.querySelector('.st-key-where .dl-plot')._fullLayout.geo.projection.scale"
TOLD = "Number(new URLSearchParams(location.search).get('map')?.split(',')[2])"
"""The scale that the address has."""
VIEW = """(({projection, center}) => [projection.scale, projection.rotation.lon, center.lon, center.lat])(
    document.querySelector('.st-key-where .dl-plot')._fullLayout.geo)"""
STILL = f"() => window.lastZoom === (window.lastZoom = {ZOOM})"
GROUND = "document.querySelector('.st-key-when .main-svg').style.background"
COUNT_MESSAGES = """() => {
    window.messages = 0;
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (...data) {
        window.messages += 1;
        return send.apply(this, data);
    };
}"""
ANSWERED = """import(new URL('presses.js', document.querySelector('script[data-pages]').src))
    .then(({presses}) => presses.unanswered.length === 0)"""
DEAF = "() => { window.heard = WebSocket.prototype.send; WebSocket.prototype.send = () => {}; }"
"""The server hears nothing of what is pressed."""
HEARING = "() => { WebSocket.prototype.send = window.heard; }"
FILES = Path(__file__).resolve().parents[2].glob("events/*/*.yaml")
SEED_EVENTS = sum(file.parent.name not in ("registry", "briefings") for file in FILES)


def test_the_seed_workspace_is_shown_whole(visit):
    """Both figures, the sentence, the sums and the tables tell of the same events, on one screen."""
    page = visit()
    expect(page.locator(".dl-sentence")).to_contain_text(f"{SEED_EVENTS} of {SEED_EVENTS} events")
    expect(page.locator(CARD)).to_contain_text(f"{SEED_EVENTS} events in 2 threads")
    assert page.locator(f"{TIMELINE} .dl-plot [role=button]").count() >= SEED_EVENTS - 1
    assert page.locator(f"{MAP} .dl-plot [role=button]").count() >= 3
    assert page.evaluate("document.querySelector('.st-key-when').getBoundingClientRect().bottom") <= 900
    page.get_by_text("Show timeline data as a table").click()
    expect(page.locator("#table-timeline tbody tr")).to_have_count(SEED_EVENTS)
    assert page.locator(".stAppHeader:visible, [data-testid=stToolbar]:visible, .modebar:visible").count() == 0


def test_a_press_on_the_timeline_selects_everywhere_and_the_same_again_lets_go(visit):
    """The card opens, the address and the mark say so, and a second press undoes it."""
    page = visit()
    press(page, TIMELINE, "Drones for Ecuador’s navy")
    expect(page.locator(f"{CARD} h2")).to_have_text("Drones for Ecuador’s navy")
    expect(page).to_have_url(re.compile(r"event=us-drones-for-navy"))
    expect(mark(page, TIMELINE, "Drones for Ecuador’s navy")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"{MAP} .dl-plot [data-mark][aria-pressed=true]")).not_to_have_count(0)
    press(page, TIMELINE, "Drones for Ecuador’s navy")
    expect(page.locator(CARD)).to_contain_text(f"{SEED_EVENTS} events in")
    expect(page).not_to_have_url(re.compile("event="))


PLACE_ON_MAP = """(mark) => {
    const [own, map] = [mark, mark.closest('.dl-plot')].map((each) => each.getBoundingClientRect());
    return [Math.round(own.x - map.x), Math.round(own.y - map.y)].join();
}"""


def until(holds):
    """Wait a few seconds for what no locator can say."""
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.proof
def test_a_press_on_a_count_of_the_map_lists_its_events(visit):
    """Each can be selected from the list; Clear and Escape let go."""
    page = visit()
    name = page.locator(f"{MAP} .dl-plot [role=button][aria-label*=' events at ']").first.get_attribute("aria-label")
    number = int(name.split()[0])
    place = mark(page, MAP, name).evaluate(PLACE_ON_MAP)
    press(page, MAP, name)
    expect(page.locator(f"{CARD} h2")).to_have_text(f"{number} events behind this mark")
    rows = page.locator(f"{CARD} .dl-rows [data-press=event]")
    expect(rows).to_have_count(number)
    expect(page).to_have_url(re.compile(r"list=[\w%,-]+"))
    page.reload()
    expect(rows).to_have_count(number)
    expect(rows.first).to_be_visible()
    title = rows.first.inner_text()
    rows.first.click()
    expect(page.locator(f"{CARD} h2")).to_have_text(title)
    page.locator(CARD).get_by_role("button", name="Clear").click()
    expect(page.locator(CARD)).to_contain_text("Choose an event on the map")
    until(lambda: mark(page, MAP, name).evaluate(PLACE_ON_MAP) == place)  # the map is drawn after the card
    press(page, MAP, name)
    expect(page.locator(f"{CARD} h2")).to_have_text(f"{number} events behind this mark")
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_contain_text("Choose an event on the map")


@pytest.mark.proof
def test_a_double_press_fits_the_map_and_fit_is_released_at_once(visit):
    """Fit is released before the server hears of the move; two presses on free ground bring the inset back."""
    page = visit()
    fit = page.get_by_role("button", name="Fit")
    box = page.locator(f"{MAP} .dl-plot").bounding_box()
    free = box["x"] + box["width"] - 30, box["y"] + box["height"] - 10
    expect(page.locator(f"{MAP} .geolayer .geo2")).to_have_count(1)
    page.evaluate(DEAF)
    page.mouse.move(*free)
    page.mouse.wheel(0, -240)
    expect(fit).to_have_attribute("aria-pressed", "false")
    page.evaluate(HEARING)
    page.mouse.wheel(0, -240)
    expect(page).to_have_url(re.compile("map="))
    page.mouse.dblclick(*free)
    expect(page).not_to_have_url(re.compile("map="))
    expect(fit).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"{MAP} .geolayer .geo2")).to_have_count(1)
    page.wait_for_timeout(500)  # what Plotly makes of two presses would be told by now
    assert "map=" not in page.url


@pytest.mark.proof
def test_a_count_is_filtered_to_by_a_short_address(visit):
    """The list is gone, the bar names the area and lets it go, and the map fits what is left."""
    page = visit()
    mark(page, MAP, "2 events at Seoul").press("Enter")
    chip = page.locator(f"{CARD} [data-press=area]")
    expect(chip).to_have_text("Filter to these")
    chip.click()
    expect(page.locator(".dl-sentence")).to_contain_text(f"2 of {SEED_EVENTS} events")
    assert re.search(r"\?show=area%3A[-\d.%C]{10,40}$", page.url)
    page.get_by_role("button", name=re.compile("^Remove the filter Area: 37")).click()
    expect(page.locator(".dl-sentence")).to_contain_text(f"{SEED_EVENTS} of {SEED_EVENTS} events")


@pytest.mark.proof
def test_a_press_on_a_name_of_the_map_is_one_on_its_mark(visit):
    """A place’s name lists its events; a country’s name, which no record gave, and a drag that begins there do not."""
    page = visit()
    named = page.locator(f"{MAP} .dl-plot text").filter(has_text=re.compile("^Seoul$"))
    box = named.bounding_box()
    at = box["x"] + box["width"] - 4, box["y"] + box["height"] / 2
    page.mouse.click(*at)
    expect(page.locator(f"{CARD} h2")).to_have_text("2 events behind this mark")
    page.mouse.click(*at)
    expect(page.locator(CARD)).to_contain_text("Choose an event on the map")
    box = page.locator(f"{MAP} .dl-plot text").filter(has_text=re.compile("^RUSSIA$")).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(at[0] + 30, at[1] + 10, steps=3)
    page.mouse.up()
    expect(page).to_have_url(re.compile("map="))  # it was moved
    expect(page.locator(CARD)).to_contain_text("Choose an event on the map")


@pytest.mark.proof
def test_a_copied_link_opens_what_it_names(visit):
    """Event and mode come from the address; a relation leads to the other event and back again."""
    page = visit("/?event=us-base-closed&as=reported")
    expect(page.locator(f"{CARD} h2")).to_have_text("The U.S. base in Ecuador closes")
    expect(page.locator(".dl-bar [data-value=reported]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"{CARD} .dl-dateline")).to_have_text("Ecuador, 2009")
    page.get_by_role("button", name="As assessed").click()
    expect(page.locator(f"{CARD} .dl-dateline")).to_contain_text("18 September 2009")
    expect(page).not_to_have_url(re.compile("as="))
    page.goto(page.url.replace("us-base-closed", "no-such-event"))
    expect(page.locator(CARD)).to_contain_text("Event not found")


IN_FIGURES = "document.activeElement.closest('.dl-figure') && document.activeElement.dataset.mark !== undefined"
NAME = "document.activeElement.getAttribute('aria-label')"


@pytest.mark.proof
def test_a_figure_is_one_stop_with_arrows_inside(visit):
    """Tab passes it; arrows lead to the next mark that way, Home and End to the first and the last."""
    page = visit()
    page.wait_for_function("document.querySelector('.st-key-when [data-mark]')")
    for figure in (".st-key-where", TIMELINE):
        expect(page.locator(f"{figure} [data-mark][tabindex='0']")).to_have_count(1)
        page.locator(f"{figure} [data-mark][tabindex='0']").focus()
        assert page.evaluate(IN_FIGURES)
        page.keyboard.press("Tab")
        assert not page.evaluate(IN_FIGURES)
    page.locator(f"{TIMELINE} [data-mark][tabindex='0']").focus()
    page.keyboard.press("Home")
    assert page.evaluate(NAME).startswith("Ecuador hosts a U.S. military base")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(NAME).startswith("Ecuador gives notice")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(NAME).startswith("Ecuador hosts a U.S. military base")


def test_the_keyboard_opens_a_mark_and_comes_back_to_it(visit):
    """Enter leads to the card, Escape lets go and leads back to the mark."""
    page = visit()
    mark(page, TIMELINE, "Ecuador hosts").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{CARD} h2")).to_have_text("Ecuador hosts a U.S. military base")
    expect(mark(page, TIMELINE, "Ecuador hosts")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"{CARD} .dl-body")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_contain_text("Choose an event on the map")
    page.wait_for_function(f"{NAME}?.startsWith('Ecuador hosts')")


@pytest.mark.proof
def test_events_are_stepped_through_and_keys_of_one_letter_can_be_switched_off(visit):
    """`k` goes back in time, `j` on; `?` lists the keys, where they are switched off for good."""
    page = visit()
    expect(page.locator(CARD)).to_contain_text("Choose an event on the map")
    page.keyboard.press("k")
    expect(page.locator(f"{CARD} h2")).to_have_text("U.S. Air Force comes to Manta for a time")
    page.keyboard.press("k")
    expect(page.locator(f"{CARD} h2")).to_have_text("The referendum result is proclaimed")
    page.keyboard.press("j")
    expect(page.locator(f"{CARD} h2")).to_have_text("U.S. Air Force comes to Manta for a time")
    page.keyboard.press("?")
    switch = page.get_by_role("button", name="Use keys of one letter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Escape")
    expect(switch).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.press("k")
    expect(page.locator("#dl-words")).not_to_be_focused()
    expect(page.locator(f"{CARD} h2")).to_have_text("U.S. Air Force comes to Manta for a time")


@pytest.mark.proof
def test_after_a_press_of_the_mouse_escape_frames_nothing(visit):
    """The page that scrolls takes the focus; only who comes by Tab sees where it is."""
    page = visit("/?event=us-base-closed")
    box = mark(page, TIMELINE, "Ecuador gives notice").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(f"{CARD} h2")).to_have_text("Ecuador gives notice")
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_contain_text("Choose an event on the map")
    assert page.evaluate("getComputedStyle(document.querySelector('.stMain')).outlineStyle") == "none"


@pytest.mark.proof
def test_the_reader_s_zoom_survives_a_selection_until_fit_is_pressed(visit):
    """Buttons and wheel zoom in; a selection on the timeline leaves the map where it is; Fit goes back.

    Between the two, Fit is not pressed: the map does not fit.
    """
    page = visit()
    before = page.evaluate(ZOOM)
    fit = page.get_by_role("button", name="Fit")
    expect(fit).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function(f"{ZOOM} > {before} * 1.3")
    expect(fit).to_have_attribute("aria-pressed", "false")
    page.mouse.move(500, 300)
    page.mouse.wheel(0, -300)
    page.wait_for_function(f"{ZOOM} > {before} * 1.6")
    page.wait_for_timeout(300)
    zoomed = page.evaluate(ZOOM)
    press(page, TIMELINE, "The U.S. announces")
    expect(page.locator(f"{CARD} h2")).to_have_text("The U.S. announces a security package")
    page.wait_for_timeout(500)
    assert page.evaluate(ZOOM) == pytest.approx(zoomed, rel=1e-3)
    assert same_ground(page)
    fit.click()
    page.wait_for_function(f"Math.abs({ZOOM} - {before}) < {before} * 0.01")
    expect(fit).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(300)
    assert same_ground(page)


@pytest.mark.proof
def test_a_link_leads_to_the_map_as_it_was_left(visit):
    """Nearer, and elsewhere: the address has it, a fresh page shows it, Fit and Back let it go."""
    page = visit()
    before = page.evaluate(ZOOM)
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function(f"{ZOOM} > {before} * 2")
    page.wait_for_function(f"{TOLD} > {before} * 2")  # where the second press comes late, the first is told alone
    nearer, address = page.evaluate(VIEW), page.url
    page.goto(address)
    page.wait_for_selector(f"{MAP} .dl-plot[data-drawn] [role=button]")
    assert page.evaluate(VIEW) == pytest.approx(nearer, rel=1e-3)
    press(page, TIMELINE, "The U.S. announces")
    expect(page).to_have_url(re.compile("event="))
    page.wait_for_timeout(500)
    assert page.evaluate(VIEW) == pytest.approx(nearer, rel=1e-3)
    page.get_by_role("button", name="Fit").click()
    page.wait_for_function(f"Math.abs({ZOOM} - {before}) < {before} * 0.01")
    expect(page).not_to_have_url(re.compile("map="))
    page.go_back()
    page.wait_for_function(f"{ZOOM} > {before} * 2")
    assert page.evaluate(VIEW) == pytest.approx(nearer, rel=1e-3)


@pytest.mark.proof
def test_back_moves_the_map_back(visit):
    """One step of the zoom at a time, and what is pressed then leaves it there."""
    page = visit()
    scales = [page.evaluate(ZOOM)]
    for _ in range(2):
        address = page.url
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_function(f"location.href !== {address!r}")
        scales.append(page.evaluate(ZOOM))
    assert scales[0] < scales[1] < scales[2]
    page.go_back()
    page.wait_for_function(f"Math.abs({ZOOM} - {scales[1]}) < 0.01 * {scales[1]}")
    press(page, TIMELINE, "The U.S. announces")
    expect(page).to_have_url(re.compile("event="))
    page.wait_for_timeout(500)
    assert page.evaluate(ZOOM) == pytest.approx(scales[1], rel=0.01)


WHOLE = """(() => {
    const { fitScale, projection } = document.querySelector('.st-key-where .dl-plot')._fullLayout.geo._subplot;
    return [fitScale, ...projection.clipExtent().flat()].map(Math.round);
})()"""


@pytest.mark.proof
def test_a_map_that_was_dragged_stays_whole(visit):
    """Dragged across the world and brought nearer: it is as large as before, and cut off nowhere; by its link, too."""
    page = visit()
    whole = page.evaluate(WHOLE)
    page.mouse.move(700, 300)
    page.mouse.down()
    page.mouse.move(400, 260, steps=5)
    page.mouse.up()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile("map="))
    press(page, TIMELINE, "The U.S. announces")
    expect(page).to_have_url(re.compile("event="))
    page.wait_for_timeout(500)
    assert page.evaluate(WHOLE) == whole
    page.goto(page.url)
    page.wait_for_selector(f"{MAP} .dl-plot[data-drawn] [role=button]")
    assert page.evaluate(WHOLE) == whole


@pytest.mark.proof
def test_counts_split_as_the_reader_comes_nearer_and_merge_again(visit):
    """The wheel parts Manta from Quito and the zoom stays; from afar, and with Fit, they are one again."""
    page = visit()
    both = page.locator(f"{MAP} .dl-plot [role=button][aria-label*='Quito'][aria-label*='Manta']")
    quito = page.locator(f"{MAP} .dl-plot [role=button][aria-label*='Quito']:not([aria-label*='Manta'])")
    manta = page.locator(f"{MAP} .dl-plot [role=button][aria-label*='Manta']:not([aria-label*='Quito'])")
    expect(both).to_have_count(1)
    box = both.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for _ in range(40):  # a busy machine answers some of them late
        if page.evaluate(ZOOM) > 6:
            break
        page.mouse.wheel(0, -240)
        page.wait_for_timeout(30)
    expect(both).to_have_count(0)
    page.wait_for_function(STILL, polling=400)
    near = page.evaluate(ZOOM)
    assert near > 6
    apart = [each.bounding_box() for each in (quito, manta)]
    assert abs(apart[0]["x"] - apart[1]["x"]) + abs(apart[0]["y"] - apart[1]["y"]) > 22
    press(page, MAP, quito.get_attribute("aria-label"))
    expect(page.locator(f"{CARD} h2")).to_contain_text("events behind this mark")
    assert page.evaluate(ZOOM) == pytest.approx(near)
    page.keyboard.press("Escape")
    for _ in range(6):
        page.get_by_role("button", name="Zoom out").click()
    expect(both).to_have_count(1)
    page.get_by_role("button", name="Fit").click()
    page.wait_for_function(f"Math.abs({ZOOM} - 1) < 0.01")
    expect(both).to_have_count(1)
    expect(quito).to_have_count(1)  # in the inset


@pytest.mark.proof
def test_the_buttons_over_the_figures_change_them(visit):
    """World shows more than Fit; an even scale moves the marks of the timeline."""
    page = visit()
    where = mark(page, TIMELINE, "The U.S. base in Ecuador closes").bounding_box()
    page.get_by_role("button", name="True to scale").click()
    expect(page.get_by_role("button", name="True to scale")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function(
        """(x) => Math.abs(document.querySelector(`.st-key-when [aria-label^="The U.S. base in Ecuador closes"]`)
            .getBoundingClientRect().x - x) > 20""",
        arg=where["x"],
    )
    page.get_by_role("button", name="World").click()
    expect(page.get_by_role("button", name="World")).to_have_attribute("aria-pressed", "true")


@pytest.mark.proof
def test_light_and_dark_follow_the_reader_at_once(visit):
    """The system's switch and the page's own restyle figures without a run; the choice outlives a reload."""
    page = visit()
    light = page.evaluate(GROUND)
    page.evaluate(COUNT_MESSAGES)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{GROUND} !== '{light}'")
    dark = page.evaluate(GROUND)
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(15, 19, 24)"
    page.get_by_role("button", name="Theme").click()
    page.get_by_role("button", name="Light", exact=True).click()
    page.wait_for_function(f"{GROUND} === '{light}'")
    assert page.evaluate("window.messages") == 0, "the server was asked"
    page.reload()
    page.wait_for_selector(f"{TIMELINE} .main-svg")
    page.wait_for_function(f"{GROUND} === '{light}'")
    page.get_by_role("button", name="Theme").click()
    page.get_by_role("button", name="System", exact=True).click()
    page.wait_for_function(f"{GROUND} === '{dark}'")


@pytest.mark.proof
def test_a_narrow_page_is_stacked_and_never_scrolls_sideways(visit):
    """Sentence, map of 300 pixels, card at full length, timeline, one under the other."""
    page = visit("/?event=us-drones-for-navy", width=390, height=844)
    tops = [page.locator(each).first.bounding_box()["y"] for each in (".dl-sentence", MAP, CARD, TIMELINE)]
    assert tops == sorted(tops)
    assert page.locator(f"{MAP} .dl-plot").bounding_box()["height"] == pytest.approx(300, abs=2)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    body = page.evaluate(
        "(() => { const b = document.querySelector('.dl-body'); return b.scrollHeight - b.clientHeight })()"
    )
    assert body <= 1
    assert page.locator(".dl-bar").bounding_box()["height"] < 120  # wordmark and switch, pages, search


MARKS = """() => [...document.querySelectorAll('.dl-differences li')].map((item) =>
    [...item.querySelectorAll('.dl-kept > :first-child')].map((first) =>
        (first.querySelector('.dl-mark') ?? first).getBoundingClientRect().left))"""
"""Where the marks themselves begin: one that can be pressed has room around it."""


@pytest.mark.proof
def test_what_differs_stands_mark_above_mark(visit):
    """What is reported, and below it what is assessed; no line of either begins below its mark."""
    marks = visit().evaluate(MARKS)
    assert len(marks) == 8
    assert all(len(each) == 2 and abs(each[0] - each[1]) <= 4 for each in marks)


@pytest.mark.proof
@pytest.mark.parametrize("width", [1440, *(pytest.param(width, marks=pytest.mark.proof) for width in (390, 1920))])
def test_labels_do_not_overlap(visit, width):
    """No text of a figure lies over another, at any width."""
    page = visit(width=width)
    assert page.evaluate(OVERLAPS) == []


OVERLAPS = """() => {
    const found = [];
    for (const plot of document.querySelectorAll('.dl-plot')) {
        const texts = [...plot.querySelectorAll('text')].filter((text) => text.textContent.trim());
        const measured = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
        const boxes = measured.filter(([, box]) => box.width);
        boxes.forEach(([text, a], index) => {
            for (const [other, b] of boxes.slice(index + 1)) {
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (wide > 1 && high > 3) found.push(`${text} / ${other}`);
            }
        });
    }
    return found;
}"""


@pytest.mark.proof
def test_what_was_pressed_before_is_drawn_while_the_server_works(visit):
    """Selecting an event again: both figures show it at once. A press that was not heard is heard with the next."""
    page = visit()
    pressed = page.locator(f"{MAP} [data-mark][aria-pressed=true], {TIMELINE} [data-mark][aria-pressed=true]")
    press(page, TIMELINE, "The U.S. announces")
    expect(page.locator(f"{CARD} h2")).to_have_text("The U.S. announces a security package")
    for figure in (MAP, TIMELINE):  # one after the other
        expect(page.locator(f"{figure} [data-mark][aria-pressed=true]")).not_to_have_count(0)
    several = pressed.count()
    page.keyboard.press("Escape")
    expect(pressed).to_have_count(0)
    expect(page).not_to_have_url(re.compile("event="))
    page.wait_for_function(ANSWERED)
    page.evaluate(DEAF)
    press(page, TIMELINE, "The U.S. announces")
    expect(pressed).to_have_count(several)
    assert "event=" not in page.url
    page.evaluate(HEARING)
    press(page, TIMELINE, "The U.S. announces")
    expect(pressed).to_have_count(0)
    expect(page.locator(f"{CARD} h2")).to_have_text("U.S. bases abroad")
    assert "event=" not in page.url


@pytest.mark.proof
def test_what_no_answer_comes_to_is_as_it_was(visit):
    """A server that has heard nothing within some seconds: the figures show what the page shows."""
    page = visit()
    pressed = page.locator(f"{MAP} [data-mark][aria-pressed=true], {TIMELINE} [data-mark][aria-pressed=true]")
    press(page, TIMELINE, "The U.S. announces")
    expect(page.locator(f"{CARD} h2")).to_have_text("The U.S. announces a security package")
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("event="))
    page.wait_for_function(ANSWERED)
    page.evaluate(DEAF)
    press(page, TIMELINE, "The U.S. announces")
    expect(pressed).not_to_have_count(0)
    expect(pressed).to_have_count(0, timeout=8_000)


SLOW = """(ms) => {
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (frame) { setTimeout(() => send.call(this, frame), ms); };
}"""


@pytest.mark.proof
def test_presses_over_a_slow_line_are_all_answered(visit):
    """Three are under way at once: what the browser had when the third was made, it still has when that is answered."""
    page = visit()
    one, other = "The U.S. announces", "Drones for Ecuador’s navy"
    for name in (one, one, other, other):
        press(page, TIMELINE, name)
        page.wait_for_timeout(1_200)
    page.evaluate(SLOW, 1_500)
    for name in (one, other, other):
        press(page, TIMELINE, name)
        page.wait_for_timeout(300)
    page.wait_for_timeout(5_000)
    press(page, TIMELINE, one)
    expect(page.locator(f"{CARD} h2")).to_have_text("The U.S. announces a security package")


OUTLINES_COME_LATE = """() => {
    const layout = document.querySelector('.st-key-where .dl-plot')._fullLayout;
    const map = layout.geo._subplot;
    const other = map.topojsonName === 'world_50m' ? 'world_110m' : 'world_50m';
    map.topojsonName = other;
    map._render();
    map.topojson = PlotlyGeoAssets.topojson[other];
    map.updateBaseLayers(layout, layout.geo);
    map._render();
}"""


@pytest.mark.proof
def test_outlines_that_come_late_are_drawn(visit):
    """A map that is drawn once more while they are on their way keeps nothing under their name."""
    page = visit()
    page.wait_for_function("['world_110m', 'world_50m'].every((name) => PlotlyGeoAssets.topojson[name])")
    page.evaluate(OUTLINES_COME_LATE)
    assert same_ground(page)


@pytest.mark.proof
def test_what_a_card_can_do_stands_in_one_line(visit):
    """Where the file's name leaves no room, all of it goes below."""
    page = visit("/?event=us-base-closed", width=1366, height=768)
    pressed = page.locator(".dl-card > footer :is(a, button)")
    assert pressed.count() == 3
    assert len({pressed.nth(each).bounding_box()["y"] for each in range(3)}) == 1


@pytest.mark.proof
def test_detail_is_fetched_where_the_map_is_near_and_never_with_the_first_page(visit):
    """From near: rivers and lakes below the marks, bars of kilometres and miles, and where the pointer is."""
    page = visit()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url) if "/detail/" in request.url else None)
    page.reload()
    page.wait_for_selector(f"{MAP} .dl-plot[data-drawn] [role=button]")
    expect(page.locator(f"{MAP} .dl-map-km")).to_have_text(re.compile(r"^\d,000 km$"))
    assert fetched == []
    page.goto(f"{page.url.partition('?')[0]}?map=-79,-1,14")
    for layer in ("rivers", "provinces"):
        expect(page.locator(f"{MAP} .dl-detail .dl-{layer}")).to_have_attribute("d", re.compile("^M"))
    assert {url.rpartition("/")[2] for url in fetched} == {
        f"{name}.json" for name in ("lakes", "rivers", "provinces", "disputed")
    }
    assert page.locator(f"{MAP} .dl-detail ~ .frontplot .point").count() > 0
    expect(page.locator(f"{MAP} .dl-map-km")).to_have_text("200 km")
    expect(page.locator(f"{MAP} .dl-map-miles")).to_have_text("100 mi")
    box = page.locator(f"{MAP} .dl-plot").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(f"{MAP} .dl-map-where")).to_have_text(re.compile(r"^(1\.0|0\.9)\d° S, (79\.0|78\.9)\d° W$"))
    page.goto(f"{page.url.partition('?')[0]}?map=76,33,12")
    expect(page.locator(f"{MAP} .dl-map-note")).to_contain_text("disputed, as Natural Earth draws")
    for layer in ("lakes", "disputed"):
        expect(page.locator(f"{MAP} .dl-detail .dl-{layer}")).to_have_attribute("d", re.compile("^M"))
    for layer in ("lakes", "rivers", "provinces", "disputed"):
        expect(page.locator(f"{MAP} .dl-detail .dl-{layer}")).not_to_have_css("stroke", "none")


FILLED = """() => {
    const plot = document.querySelector('.st-key-where .dl-plot');
    const { width, height } = plot._fullLayout ?? {};
    return Math.abs(width - plot.clientWidth) < 2 && Math.abs(height - plot.clientHeight) < 2 && plot.dataset.drawn;
}"""
"""Once it is drawn for the size that it has."""


@pytest.mark.proof
def test_the_map_is_as_high_as_the_window_lets_it(visit):
    """Both lanes begin in sight on a laptop; a wall is filled. It follows the window, which can be the whole screen."""
    heights = {}
    for width, height in ((1366, 768), (1440, 900), (2560, 1440)):
        page = visit(width=width, height=height)
        page.wait_for_function(FILLED)
        told = page.locator(f"{MAP} .dl-plot").bounding_box()
        card = page.locator(".st-key-who .dl-card").bounding_box()
        assert abs(told["height"] - card["height"]) < 2
        heights[height] = told["height"]
        second = page.locator(f"{TIMELINE} .dl-plot text", has_text=re.compile("^Who pays for U.S.")).first
        assert second.bounding_box()["y"] + 20 < height
        page.close()
    assert heights[768] < heights[900] == 458 < heights[1440]
    assert heights[1440] > 1440 / 2
    page = visit(width=1366, height=768)
    page.wait_for_function(FILLED)
    page.set_viewport_size({"width": 1366, "height": 1000})
    page.wait_for_function(f"() => ({FILLED})() && document.querySelector('{MAP} .dl-plot').clientHeight > 500")
    full = page.get_by_role("button", name="Full screen")
    expect(full).to_have_attribute("aria-pressed", "false")
    full.click()
    page.wait_for_function("document.fullscreenElement === document.documentElement")
    expect(full).to_have_attribute("aria-pressed", "true")
    full.click()
    page.wait_for_function("!document.fullscreenElement")
    expect(full).to_have_attribute("aria-pressed", "false")


LIT = """() => [...document.querySelectorAll('.dl-alight')].map((node) =>
    [node.closest('.st-key-where, .st-key-when, .st-key-who')?.className.match(/st-key-(\\w+)/)[1],
     node.getAttribute('aria-label') ?? node.textContent])"""


@pytest.mark.proof
def test_what_is_pointed_at_is_lit_wherever_it_stands(visit):
    """From a row, from a bar of the timeline, from a count of the map, and by the keyboard; elsewhere nothing is."""
    page = visit()

    def lit():
        return {(where, name.split(",")[0]) for where, name in page.evaluate(LIT)}

    title = "U.S. Air Force comes to Manta for a time"
    page.locator(".dl-overview").get_by_role("link", name=title).hover()
    page.wait_for_function("document.querySelectorAll('.st-key-when .dl-alight').length === 1")
    assert {("who", title), ("when", title)} <= lit()
    assert any(where == "where" for where, _ in lit())
    closes = page.locator(".st-key-when .dl-plot [aria-label^='The U.S. base in Ecuador closes']")
    closes.hover(force=True)
    page.wait_for_function("document.querySelector('.st-key-when .dl-alight')?.ariaLabel.includes('closes')")
    assert ("where", "8 events at Eloy Alfaro air base") in lit()
    assert ("who", title) not in lit()
    page.locator(".st-key-where .dl-plot [role=button]").first.hover(force=True)
    page.wait_for_function("document.querySelectorAll('.st-key-when .dl-alight').length > 1")
    page.mouse.move(700, 5)
    page.wait_for_function("!document.querySelector('.dl-alight')")
    page.locator(".dl-overview").get_by_role("link", name=title).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.wait_for_function("document.querySelector('.st-key-when .dl-alight')")
