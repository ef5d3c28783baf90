"""The first press on a fresh page, the moment that a mark is seen, below a pointer that had come to rest before."""

import pytest
from conftest import TIMEOUT_MS

TIMELINE = ".st-key-when"
MARK = ".st-key-where [data-mark]"
PRESS = """(mark) => {
    const box = document.querySelector(mark)?.getBoundingClientRect();
    if (!box?.width) return false;
    const [clientX, clientY] = [box.left + Math.min(box.width / 2, 8), box.top + box.height / 2];
    const at = document.elementFromPoint(clientX, clientY);
    const told = { clientX, clientY, bubbles: true, cancelable: true, composed: true };
    const pointer = { ...told, pointerId: 1, pointerType: 'mouse', isPrimary: true };
    at.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
    at.dispatchEvent(new MouseEvent('mousedown', { ...told, buttons: 1, detail: 1 }));
    at.dispatchEvent(new PointerEvent('pointerup', pointer));
    at.dispatchEvent(new MouseEvent('mouseup', { ...told, detail: 1 }));
    at.dispatchEvent(new MouseEvent('click', { ...told, detail: 1 }));
    return true;
}"""
"""No movement comes before it, and no time lies between down and up: so a trackpad presses."""
OPENED = "() => ['event', 'list'].some((key) => new URLSearchParams(location.search).has(key))"


@pytest.fixture(scope="module")
def warm(browser, server):
    """The server has read its records and served a page: here it is pages that are fresh."""
    page = browser.new_page()
    page.goto(server.url)
    page.wait_for_selector(f"{TIMELINE} [data-mark]", timeout=3 * TIMEOUT_MS)
    page.close()


@pytest.fixture
def fresh(browser, warm):
    """A page of a browser that has fetched nothing yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(TIMEOUT_MS)
    yield context.new_page()
    context.close()


@pytest.mark.proof
def test_a_mark_of_the_map_takes_a_press_the_moment_that_it_is_seen(fresh, server):
    """What it stands for is opened, though no pointer has moved over it."""
    fresh.goto(server.url)
    fresh.wait_for_selector(MARK, state="attached")
    fresh.wait_for_function(PRESS, arg=MARK)
    fresh.wait_for_function(OPENED)
