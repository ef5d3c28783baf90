"""Fingers on a phone: taps, swipes and pinches as the browser itself is told of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from conftest import TIMEOUT_MS, Watched, until_drawn
from playwright.sync_api import Browser, BrowserContext, Page

PHONE = {"width": 390, "height": 844}
STEPS = 8
STEP_MS = 30
Point = tuple[float, float]


@contextmanager
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of a phone. Nothing may leave the machine from it, and no error be told."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.set_default_timeout(TIMEOUT_MS)
    watched = Watched()
    context.on("page", watched.watch)
    yield context
    context.close()
    assert watched.outside == []
    assert watched.errors == []


def opened(context: BrowserContext, address: str, *, figures: bool = True) -> Page:
    """A fresh page, drawn to the end."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".dl-figure [data-mark]")
    if figures:
        until_drawn(page)
    return page


def in_view(page: Page, figure: str) -> None:
    """Scroll the page until this figure stands in its middle."""
    page.locator(f"{figure} .dl-plot").evaluate("(plot) => plot.scrollIntoView({block: 'center'})")


def sign_of(page: Page, figure: str, index: int) -> Point:
    """Where the sign of a mark of this figure lies; a timeline's marks begin with it, and hold their labels too."""
    page.wait_for_selector(f"{figure} [data-mark]")
    in_view(page, figure)
    x, y = page.evaluate(
        """([figure, index]) => {
            const marks = [...document.querySelectorAll(`${figure} [data-mark]`)];
            const seen = marks.map((mark) => mark.getBoundingClientRect()).filter(({left, right, top, bottom}) =>
                left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight);
            const {left, top, width, height} = seen[index % seen.length];
            return [left + Math.min(width / 2, 9), top + height / 2];
        }""",
        [figure, index],
    )
    return x, y


def drag(page: Page, *ways: tuple[Point, Point]) -> None:
    """One finger for each way, down at its begin, all along at once, and up at its end."""
    devtools = page.context.new_cdp_session(page)

    def tell(kind: str, points: Sequence[Point]) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        page.wait_for_timeout(STEP_MS)

    for number in range(len(ways)):  # one after the other, as fingers come
        tell("touchStart", [start for start, _ in ways[: number + 1]])
    for step in range(1, STEPS + 1):
        part = step / STEPS
        tell("touchMove", [(a + (c - a) * part, b + (d - b) * part) for (a, b), (c, d) in ways])
    tell("touchEnd", [])
    devtools.detach()


def hold(page: Page, at: Point, for_ms: int = 700) -> None:
    """One finger goes down, stays, and is lifted."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": at[0], "y": at[1]}]})
    page.wait_for_timeout(for_ms)
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    devtools.detach()
