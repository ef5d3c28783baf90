"""Playing through time, counts that open, questions that are due, and dates that are drawn with the mouse."""

import re

import pytest
from playwright.sync_api import expect

from tests.repositories import committed

MAP, TIMELINE, CARD, SENTENCE = ".st-key-where", ".st-key-when", ".st-key-who", ".dl-sentence"
FRAME = """() => {
    const [map, time] = ['.st-key-where', '.st-key-when'].map((key) => document.querySelector(`${key} .dl-plot`));
    const { projection, center } = map._fullLayout.geo;
    const shades = [...time._fullLayout.shapes].filter(({ type }) => type === 'rect').map(({ x0, x1 }) => [x0, x1]);
    return JSON.stringify([projection.scale, projection.rotation, center, time._fullLayout.height, shades,
        time.getBoundingClientRect().top]);
}"""


def marks(page, figure):
    """How many marks of a figure can be pressed."""
    return page.locator(f"{figure} .dl-plot [role=button]").count()


@pytest.mark.proof
def test_time_is_stepped_by_button_key_and_slider_and_nothing_moves(visit):
    """Sentence, address and both figures go along; frame, axis and lanes stay where they are."""
    page = visit()
    page.emulate_media(reduced_motion="reduce")
    before, everything = page.evaluate(FRAME), marks(page, TIMELINE)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator(SENTENCE)).to_contain_text("As of 1 January 1999: 1 of 18 events")
    expect(page).to_have_url(re.compile(r"until=1999-01-01"))
    expect(page.locator(f"{TIMELINE} .dl-plot [role=button]")).to_have_count(1)
    expect(page.locator("[data-play=run]")).to_be_hidden()
    page.keyboard.press(".")
    expect(page.locator(SENTENCE)).to_contain_text("As of 29 July 2008: 2 of 18 events")
    assert page.evaluate(FRAME) == before
    page.get_by_role("button", name="Next").click()
    expect(page.locator(SENTENCE)).to_contain_text("3 of 18")
    page.keyboard.press(",")
    expect(page.locator(SENTENCE)).to_contain_text("2 of 18")
    slider = page.get_by_role("slider", name="Day shown")
    expect(slider).to_have_attribute("aria-valuetext", "29 July 2008")
    slider.focus()
    page.keyboard.press("End")
    expect(page.locator(SENTENCE)).to_contain_text("17 of 18 events")
    expect(page.locator(f"{TIMELINE} .dl-plot [role=button]")).to_have_count(everything)
    page.get_by_role("button", name="End", exact=True).click()
    expect(page.locator(SENTENCE)).to_contain_text("18 of 18 events")
    expect(page).not_to_have_url(re.compile("until="))


@pytest.mark.proof
def test_time_runs_by_itself_until_it_is_stopped_or_over(visit):
    """The key stops it; from the last step but one it runs to the end, and stops there."""
    page = visit("/?until=2025-08-25")
    expect(page.locator("[data-play=run]")).to_have_text("Run")
    page.keyboard.press("r")
    expect(page.locator(SENTENCE)).to_contain_text("As of 27 August 2025")
    expect(page.locator("[data-play=run]")).to_have_text("Stop")
    expect(page.locator(SENTENCE)).to_contain_text("As of 4 September 2025")
    page.keyboard.press("r")
    expect(page.locator("[data-play=run]")).to_have_text("Run")
    page.wait_for_timeout(1600)
    expect(page.locator(SENTENCE)).to_contain_text("As of 4 September 2025")
    slider = page.get_by_role("slider", name="Day shown")
    slider.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(SENTENCE)).to_contain_text("As of 1 December 2025")
    page.locator("[data-play=run]").press("Space")
    expect(page.locator(SENTENCE)).to_contain_text("As of 17 December 2025")
    expect(page.locator("[data-play=run]")).to_have_text("Run")
    expect(page.locator("[data-play=run]")).to_be_focused()


@pytest.mark.proof
def test_time_runs_at_the_speed_that_is_chosen(visit):
    """Each press leads to the next speed, also while time runs; it stays from step to step."""
    page = visit("/?until=2008-07-29")
    speed = page.locator("[data-play=speed]")
    for told in ("1×", "2×", "4×", "½×", "1×"):
        expect(speed).to_have_attribute("aria-label", f"Speed: {told}")
        speed.click()
    expect(speed).to_have_text("2×")
    page.keyboard.press("r")
    expect(page.locator(SENTENCE)).to_contain_text("As of 18 September 2009")
    expect(page.locator("[data-play=run]")).to_have_text("Stop")
    expect(speed).to_have_text("2×")
    page.keyboard.press("r")


@pytest.mark.proof
def test_a_count_opens_into_its_events_which_can_be_pressed(visit):
    """Each stands around it; the selected one has a mark of its own, and the same again closes it."""
    page = visit()
    count = page.locator(f"{MAP} .dl-plot [role=button][aria-label^='4 events at Washington']")
    before = marks(page, MAP)
    count.press("Enter")
    expect(page.locator(f"{MAP} .dl-plot [role=button]")).to_have_count(before + 4)
    own = page.locator(f"{MAP} .dl-plot [role=button][aria-label*=', at Washington']").first
    title = str(own.get_attribute("aria-label")).split(", at ")[0]
    own.press("Enter")
    expect(page.locator(f"{CARD} h2")).to_have_text(title)
    expect(page.locator(f"{MAP} .dl-plot [aria-label^='{title}, at']")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(page.locator(f"{MAP} .dl-plot [role=button]")).to_have_count(before)


HELD = """(isHeld) => {
    window.sends ??= WebSocket.prototype.send;
    window.held ??= [];
    WebSocket.prototype.send = isHeld ? function (frame) { window.held.push([this, frame]); } : window.sends;
    if (!isHeld) for (const [socket, frame] of window.held.splice(0)) socket.send(frame);
}"""
"""What is pressed reaches the server all at once, when it is let go."""


@pytest.mark.proof
def test_steps_that_undo_each_other_before_the_answer_leave_the_figures_as_they_were(visit):
    """A step on is known from before, and drawn at once; back again in the same breath, the server has nothing new."""
    page = visit("/?until=2008-07-29")
    shown = page.locator(f"{TIMELINE} .dl-plot [role=button]")
    expect(shown).to_have_count(2)
    for key, events, number in (".", 3, 3), (",", 2, 2), (".", 3, 3), (",", 2, 2):
        page.keyboard.press(key)
        expect(page.locator(SENTENCE)).to_contain_text(f"{events} of 18")
        expect(shown).to_have_count(number)
        page.wait_for_timeout(500)
    page.evaluate(f"({HELD})(true)")
    page.keyboard.press(".")
    expect(shown).to_have_count(3)
    page.keyboard.press(",")
    page.evaluate(f"({HELD})(false)")
    expect(shown).to_have_count(2, timeout=2_000)
    expect(page.locator(SENTENCE)).to_contain_text("2 of 18")


@pytest.mark.proof
def test_each_key_counts_also_the_first_ones(visit):
    """Three steps before the server has heard of one lead to the third, however long it takes; the next counts on."""
    page = visit()
    page.evaluate(f"({HELD})(true)")
    for _ in range(3):
        page.keyboard.press(".")
        page.wait_for_timeout(1_300)  # longer than from step to step where time runs by itself
    page.evaluate(f"({HELD})(false)")
    expect(page.locator(SENTENCE)).to_contain_text("3 of 18")
    page.keyboard.press(".")
    expect(page.locator(SENTENCE)).to_contain_text("4 of 18")


@pytest.mark.proof
def test_lanes_are_chosen_in_the_line_above_and_kept_in_the_address(visit):
    """By actor: a lane each, and the colours' threads are named."""
    page = visit()
    page.locator("#lanes-by summary").click()
    page.get_by_role("button", name="actor", exact=True).click()
    expect(page).to_have_url(re.compile("lanes=actor"))
    expect(page.locator(TIMELINE)).to_contain_text("Donald Trump")
    expect(page.locator(".dl-colors")).to_contain_text("U.S. troops in Ecuador")


@pytest.mark.proof
def test_the_address_can_be_copied(visit):
    """As it stands, with what is chosen; the button says so."""
    page = visit("/?until=2025-08-25")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("[data-press=copy-link]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.proof
def test_a_question_that_is_due_is_pressed_and_shown(visit, changed):
    """Right of today; Escape lets it go."""
    registry = changed / "events" / "registry" / "threads.yaml"
    asked = 'pay-more: {text: "Will South Korea agree to pay more for the U.S. forces there?"'
    text = registry.read_text(encoding="utf-8")
    registry.write_text(text.replace(asked, f'{asked}, due: "2999-12-15"'), encoding="utf-8")
    page = visit()
    ring = page.locator(f"{TIMELINE} .dl-plot [aria-label^='Open question: Will South Korea agree']")
    ring.press("Enter")
    expect(page.locator(CARD)).to_contain_text("Due 15 December 2999")
    expect(ring).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_contain_text("18 events in 2 threads")


@pytest.mark.proof
@pytest.mark.parametrize("by", ["button", pytest.param("mouse", marks=pytest.mark.proof)])
def test_the_inset_leaves_when_the_map_is_moved_and_returns_with_fit(visit, by):
    """Its frame and lines would point at nothing."""
    page = visit()
    inset = "document.querySelector('.st-key-where .dl-plot').layout.shapes.filter(({ name }) => name).length"
    assert page.evaluate(inset) == 3
    before = marks(page, MAP)
    if by == "button":
        page.get_by_role("button", name="Zoom in").click()
    else:
        box = page.locator(f"{MAP} .dl-plot").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 300, box["y"] + 200)
        page.mouse.down()
        page.mouse.move(box["x"] + 340, box["y"] + 210, steps=4)
        expect(page.locator(f"{MAP} .geolayer .geo2")).to_be_hidden()
        page.mouse.up()
    page.wait_for_function(f"{inset} === 0")
    expect(page.locator(f"{MAP} .dl-plot [role=button]")).to_have_count(before - 3)
    page.get_by_role("button", name="Fit").click()
    page.wait_for_function(f"{inset} === 3")
    expect(page.locator(f"{MAP} .dl-plot [role=button]")).to_have_count(before)
    expect(page.locator(f"{MAP} .geolayer .geo2")).to_be_visible()


@pytest.mark.proof
def test_what_was_known_is_played_by_a_press(served_anew, visit, workspace):
    """The choice keeps the focus; the steps are those of the commits, and the end leads back to now."""
    late = workspace / "events" / "ecuador" / "us-drones-for-navy.yaml"
    text = late.read_text(encoding="utf-8")
    late.unlink()
    committed(workspace, "2026-11-20")
    late.write_text(text, encoding="utf-8")
    committed(workspace, "2026-11-23")
    with served_anew(DATELINE_WORKSPACE=str(workspace)) as url:
        play_what_was_known(visit("/?until=2025-09-04", url=url))


def play_what_was_known(page):
    """From a day of events to the commits and back; the page is closed before its server is."""
    page.get_by_role("button", name="As it was known").click()
    expect(page.locator(SENTENCE)).to_contain_text("As known on 20 November 2026")
    expect(page.locator(SENTENCE)).to_contain_text("17 of 17 events")
    expect(page.get_by_role("button", name="As it was known", pressed=True)).to_be_focused()
    page.keyboard.press(".")
    expect(page.locator(SENTENCE)).to_contain_text("As known on 23 November 2026")
    expect(page.locator(".dl-added")).to_have_text("New: Drones for Ecuador’s navy")
    page.get_by_role("button", name="End", exact=True).click()
    expect(page.locator(SENTENCE)).not_to_contain_text("As known")
    expect(page).not_to_have_url(re.compile("until=|play="))
    page.close()


@pytest.mark.proof
def test_the_line_of_the_day_is_dragged(visit):
    """Where the hand rests the page follows; where it lets go, it stays, between two steps as well."""
    page = visit("/?until=2025-09-04")
    grip = page.locator(".dl-playhead > i").bounding_box()
    x, y = grip["x"] + grip["width"] / 2, grip["y"] + 10
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y, steps=5)
    expect(page.locator(SENTENCE)).not_to_contain_text("4 September 2025")
    rested = page.locator(".dl-playhead output").inner_text()
    expect(page.locator(SENTENCE)).to_contain_text(f"As of {rested}")
    page.mouse.move(x - 120, y, steps=5)
    let_go = page.locator(".dl-playhead output").inner_text()
    page.mouse.up()
    assert let_go != rested
    expect(page.locator(SENTENCE)).to_contain_text(f"As of {let_go}")
    expect(page.locator(".dl-play output")).to_have_text(let_go)
    expect(page.locator(".dl-playhead output")).to_be_empty()
