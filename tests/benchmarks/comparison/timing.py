"""From an address to the drawn marks, and from a press to its answer, in a Chromium: the same for every program."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as OutOfPatience

from tests.chromium import chromium

PAGES = Path(__file__).parent / "pages"
PATIENCE_MS = 60_000
POINTED_MS = 90
"""So long a hand points at a mark before it presses."""
QUIET_MS = 500
"""A page in which nothing has changed for so long has come to rest."""
PRESSES = 3
MOST_MOVES = 5
"""So often a mark is pointed at anew that has moved."""
AT_REST = f"""() => {{
    const seen = window.comparison;
    const isIdle = window.program.isIdle?.() ?? true;
    return isIdle && performance.now() - Math.max(seen.changedAt, seen.pressedAt, seen.scrolledAt) > {QUIET_MS};
}}"""


@dataclass(frozen=True)
class Program:
    """One program with one kind of marks."""

    name: str
    page: str
    """The address behind that of the server, where COUNT stands for the number of events; empty for Dateline."""
    figure: str = ""
    """Which of Dateline's two."""

    @property
    def is_dateline(self) -> bool:
        """Whether its page is Dateline's own."""
        return not self.page


@dataclass
class Round:
    """What one opening of a page took, in seconds."""

    drawn: float
    """From the address."""
    figure: float
    """From the data in the page."""
    marks: int
    answers: list[float] = field(default_factory=list)
    """From a press on the mark of one event to the frame with its answer."""
    rests: list[float] = field(default_factory=list)
    """From the same press to the last change of the page."""
    many: list[float] = field(default_factory=list)
    """From a press on a mark of many events to the last change."""
    is_stuck: bool = False
    """Whether a press was not answered when patience was at its end."""


class NotDrawn(Exception):
    """No mark was there when patience was at its end."""


class AskedElsewhere(Exception):
    """A page asked for something that this machine does not serve."""


@contextmanager
def opened(address: str, *, of_dateline: bool, patience_ms: int = PATIENCE_MS) -> Iterator[Page]:
    """A page, drawn, in a browser of its own: one that is too busy to close its page ends all the same.

    Raises `NotDrawn`, and `AskedElsewhere` at the end.
    """
    with chromium("install one to compare programs") as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(path=PAGES / "watch.js")
        if of_dateline:
            page.add_init_script(path=PAGES / "dateline.js")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        try:
            page.goto(address, wait_until="commit")
            page.wait_for_function("() => window.comparison?.drawnAt > 0", timeout=patience_ms, polling=100)
        except OutOfPatience as nothing:
            raise NotDrawn(address) from nothing
        yield page
        origin = "/".join(address.split("/")[:3])
        if strange := [url for url in asked if url.startswith("http") and not url.startswith(origin)]:
            raise AskedElsewhere(", ".join(strange))


def measure(program: Program, address: str) -> Round:
    """Open the page once and press its marks. Raises `NotDrawn`."""
    with opened(address, of_dateline=program.is_dateline) as page:
        drawn, data = page.evaluate("[window.comparison.drawnAt, window.comparison.dataAt]")
        took = Round(drawn / 1_000, (drawn - data) / 1_000, 0)
        try:
            until_rest(page)
            took.marks = page.evaluate("(figure) => window.program.drawnMarks(figure)", program.figure)
            if program.is_dateline:
                took.figure = page.evaluate("(figure) => window.program.drawAgain(figure)", program.figure) / 1_000
            press_all(page, program, took)
        except OutOfPatience:
            took.is_stuck = True
        return took


def press_all(page: Page, program: Program, took: Round) -> None:
    """Press marks of one event, the first of which is not counted, and then one of many events."""
    for number in range(PRESSES + 1):
        pressed = press(page, program, "single", number)
        if pressed and number:
            took.answers.append(pressed[0])
            took.rests.append(pressed[1])
    if pressed := press(page, program, "many", 0):
        took.many.append(pressed[1])


def press(page: Page, program: Program, kind: str, number: int) -> tuple[float, float] | None:
    """Press a mark of this kind: seconds to its answer and to the page's last change; None where there is no mark.

    A press on a mark of many events has no answer that all programs share: it is 0 then.
    """
    page.keyboard.press("Escape")  # what is selected is let go, a popup closes: its mark may be the only one
    page.wait_for_timeout(QUIET_MS)
    until_rest(page)
    page.evaluate("(figure) => window.program.bringUp?.(figure)", program.figure)
    until_rest(page)
    found = marks_to_press(page, program, kind)
    if not found:
        return None
    mark = spread(found, PRESSES + 1)[number % len(found)] if len(found) > PRESSES else found[number % len(found)]
    for _ in range(MOST_MOVES):
        page.mouse.move(mark["x"], mark["y"])
        page.wait_for_timeout(POINTED_MS)
        until_rest(page)
        still = [each for each in marks_to_press(page, program, kind) if each["key"] == mark["key"]]
        if not still or mark in still:
            break
        mark = still[0]  # the figure has moved meanwhile
    awaited = mark["key"] if kind == "single" else None
    page.evaluate("(key) => Object.assign(window.comparison, {awaited: key, pressedAt: 0, answeredAt: 0})", awaited)
    page.mouse.down()
    page.mouse.up()
    if awaited is not None:
        page.wait_for_function("() => window.comparison.answeredAt > 0", timeout=PATIENCE_MS, polling=50)
    until_rest(page)
    pressed, answered, changed = page.evaluate(
        "(({pressedAt, answeredAt, changedAt}) => [pressedAt, answeredAt, changedAt])(window.comparison)"
    )
    return max(answered - pressed, 0) / 1_000, max(changed - pressed, 0) / 1_000


def marks_to_press(page: Page, program: Program, kind: str) -> list[dict[str, object]]:
    """Where marks of this kind are, and by which key their answer is known."""
    found: list[dict[str, object]] = page.evaluate(
        "([kind, figure]) => window.program.marks(kind, figure)", [kind, program.figure]
    )
    return found


def until_rest(page: Page) -> None:
    """Until nothing has changed for a while."""
    page.wait_for_function(AT_REST, timeout=PATIENCE_MS, polling=50)


def spread(found: Sequence[dict[str, object]], count: int) -> list[dict[str, object]]:
    """`count` of the marks, evenly from all of them."""
    return [found[len(found) * number // count] for number in range(count)]
