"""How pages come: nothing moves, one page is seen at a time, and no press is lost."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.seldom import seldom

WAIT_MS = 20_000
GOOD = 0.1
"""Of cumulative layout shift, by web.dev: above 0.25 it is poor."""
SHIFTS = """
    window.shifts = [];
    const note = (list) => window.shifts.push(...list.getEntries().map(({ value, startTime }) => [startTime, value]));
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
"""
SEEN = """
    window.seen = new Set();
    const look = () => {
        const pages = [...document.querySelectorAll('[class*=st-key-slot-]')].filter((each) =>
            each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().height > 8);
        window.seen.add(pages.map((each) => each.innerText.slice(0, 60)).join(' and '));
        requestAnimationFrame(look);
    };
    look();
"""
PAGES = ("Events", "Situation", "Threads", "Sources", "Situation", "Brief")


def shifted(page):
    """The largest sum of shifts in at most five seconds without a gap of one. What is read is gone."""
    page.wait_for_timeout(900)
    worst = total = 0.0
    first = last = -1e9
    for at, value in page.evaluate("window.shifts.splice(0)"):
        if at - last > 1_000 or at - first > 5_000:
            first, total = at, 0.0
        last, total = at, total + value
        worst = max(worst, total)
    return worst


def go(page, name):
    """To another page, until it is seen."""
    page.locator(".dl-bar").get_by_role("link", name=name, exact=True).click()
    expect(page.locator(".dl-bar [aria-current=page]")).to_have_text(name, timeout=WAIT_MS)
    page.wait_for_function("!('turning' in document.documentElement.dataset)")


@pytest.mark.proof
@pytest.mark.parametrize("dark", [False, True])
def test_the_bar_of_what_is_read_shows_how_much(visit, dark):
    """While records are read, before the page has come: half of them are half of the bar."""
    page = visit("/help", figures=False, dark=dark)
    page.wait_for_timeout(1_000)  # nothing is asked of the server any more
    page.evaluate("delete document.documentElement.dataset.slot")
    for line in ("dl-progress", "dl-progress dl-progress-first"):
        page.evaluate("(name) => document.body.insertAdjacentHTML('beforeend', `<p class='${name} x'>x</p>`)", line)
    for line in page.locator(".dl-progress.x").all():
        expect(line).to_have_css("display", "none")  # once is enough
    bar = page.locator("#dl-opening progress")
    bar.evaluate("(bar) => { bar.hidden = false; bar.max = 2; bar.value = 1; }")
    expect(bar).to_be_visible()
    seen = Image.open(io.BytesIO(bar.screenshot())).convert("L")
    first, last = (seen.getpixel((int(seen.width * share), seen.height // 2)) for share in (0.25, 0.75))
    assert abs(first - last) > 60


@pytest.mark.proof
@pytest.mark.parametrize(("width", "height", "pages"), [(1440, 900, PAGES[:2]), (1440, 900, PAGES), (390, 844, PAGES)])
def test_nothing_moves_while_pages_come(visit, width, height, pages):
    """On the first page and from page to page, the sum of layout shifts is good, presses included."""
    page = visit(width=width, height=height, prepared=SHIFTS)
    found = {"the first page": shifted(page)}
    for name in pages:
        go(page, name)
        found[name] = shifted(page)
    assert {name: value for name, value in found.items() if value > GOOD} == {}


@pytest.mark.proof
def test_one_page_is_seen_at_a_time(visit):
    """In no frame do two pages stand on each other, and none is seen before it is whole."""
    page = visit(prepared=SEEN)
    for name in PAGES:
        go(page, name)
    seen = page.evaluate("[...window.seen]")
    assert len(seen) >= 4
    assert [each for each in seen if " and " in each] == []


@pytest.mark.proof
def test_the_page_that_is_left_is_dimmed_at_once(visit):
    """Before anything of the next one has come, with a line below the bar, which covers nothing of it."""
    page = visit()
    dimmed = (
        page.locator(".dl-bar")
        .get_by_role("link", name="Events", exact=True)
        .evaluate("""(link) => { link.click(); return document.documentElement.dataset.turning; }""")
    )
    assert dimmed == "events"
    go(page, "Threads")
    bar = page.locator(".st-key-bar").bounding_box()
    page.evaluate("document.querySelector('.dl-progress').hidden = false")
    assert page.locator(".dl-progress:not(.dl-away)").bounding_box()["y"] >= bar["y"] + bar["height"] - 1


_PRESS = """
    const press = (what, text) => {
        const found = [...document.querySelectorAll(what)].find((each) => each.textContent.includes(text));
        if (found) found.click();
        else requestAnimationFrame(() => press(what, text));
    };
"""
"""A press as a hand makes it: on what is there, and as soon as it is there."""


@pytest.mark.proof
def test_a_press_while_another_page_comes_takes_effect(visit):
    """The last of two presses leads where it says; a press on the page that is left is answered on the next one."""
    page = visit()
    page.evaluate(
        f"() => {{ {_PRESS} press('.dl-bar nav a', 'Events'); setTimeout(press, 60, '.dl-bar nav a', 'Sources'); }}"
    )
    expect(page.locator(".dl-source-list")).to_be_visible(timeout=WAIT_MS)
    expect(page.locator(".dl-bar [aria-current=page]")).to_have_text("Sources", timeout=WAIT_MS)
    go(page, "Situation")
    event = "setTimeout(press, 30, '.dl-rows [data-press=event]', '');"
    page.evaluate(f"() => {{ {_PRESS} press('.dl-bar nav a', 'Events'); {event} }}")
    expect(page.locator(".st-key-events-card .dl-card h2")).to_be_visible(timeout=WAIT_MS)
    expect(page).to_have_url(re.compile("event="), timeout=WAIT_MS)


def test_of_presses_in_quick_succession_none_is_lost(visit):
    """Each takes effect, though the page has not been told yet what came of the one before it."""
    page = visit("/?page=events", figures=False)
    page.wait_for_function("document.documentElement.dataset.slot")
    page.evaluate(
        """() => {
            for (const event of ['us-base-closed', 'us-drones-for-navy', 'us-troop-talks'])
                document.querySelector(`[data-press=compare][data-value=${event}]`).click();
        }"""
    )
    expect(page).to_have_url(
        re.compile("compare=us-base-closed%2Cus-drones-for-navy%2Cus-troop-talks"), timeout=WAIT_MS
    )


@pytest.mark.proof
def test_a_page_begins_at_its_top_and_back_where_it_was_left(visit):
    """Whatever was scrolled on the page before."""
    page = visit(height=700)
    main = "document.querySelector('.stMain')"
    go(page, "Help")
    page.evaluate(f"{main}.scrollTop = 1200")
    go(page, "Events")
    assert page.evaluate(f"{main}.scrollTop") == 0
    page.go_back()
    expect(page.locator(".dl-help").first).to_be_visible(timeout=WAIT_MS)
    page.wait_for_function(f"Math.abs({main}.scrollTop - 1200) < 20")


@pytest.mark.parametrize(
    ("width", "height", "is_below"), [(1440, 900, False), *seldom((390, 560, True))], ids=["wide", "narrow"]
)
def test_the_head_of_a_card_is_in_sight_wherever_its_event_was_pressed(visit, width, height, is_below):
    """From far down in a source's text, too: at the top of its page, unless it stands further below than the window.

    The bar stands above it, and never leaves.
    """
    page = visit("/sources?source=us-troops-ecuador", width=width, height=height, figures=False)
    page.wait_for_function("document.documentElement.dataset.slot")
    main = "document.querySelector('.stMain')"
    link = page.locator(".dl-resting [data-press=event], .dl-note a[data-press], .dl-quoted[data-press]").last
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert page.evaluate(f"{main}.scrollTop") > height / 2
    link.evaluate("link => link.click()")
    head = page.locator(".dl-card h2")
    expect(head).to_be_visible(timeout=WAIT_MS)
    page.wait_for_timeout(1_500)
    assert (page.evaluate(f"{main}.scrollTop") > 0) == is_below
    bar, place = page.locator(".dl-bar nav").bounding_box(), head.bounding_box()
    assert 0 <= bar["y"] < height
    assert bar["y"] + bar["height"] <= place["y"] + 1
    assert place["y"] + place["height"] <= height
