"""How long each press of page Add takes until its answer is painted, in texts as long as books.

What the registry lacks takes two presses: the key, and what is chosen of the places or made of the actor offered, with
a person's thought between them. Each of the two is timed by itself.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks.clicking import PATIENCE_MS, served
from tests.benchmarks.long_texts import SOURCE, write_book
from tests.browser.adding import SELECT
from tests.chromium import chromium

AIM = "0.3 s"
WORDS, SIZE = 200_000, 5_200_000
FEW = 15
"""Events beside the text."""
FIRST = """
    window.pressedAt = window.answeredAt = 0;
    for (const kind of ["pointerup", "keydown"])
        addEventListener(kind, ({timeStamp}) => { window.pressedAt = timeStamp; window.answeredAt = 0; }, true);
"""
"""Before the page's own scripts, which let nobody else hear of a key."""
WATCH = """
    window.awaited = null;
    new MutationObserver(() => {
        const said = document.querySelector(".dl-add + p")?.textContent ?? "";
        if (!window.awaited || !said.includes(window.awaited)) return;
        window.awaited = null;
        requestAnimationFrame(() => setTimeout(() => { window.answeredAt = performance.now(); }));
    }).observe(document.body, {subtree: true, childList: true, characterData: true});
"""
"""An answer is painted when the frame is over in which it is said."""
IS_ANSWERED = "() => window.answeredAt > window.pressedAt"
IS_IDLE = "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
SETTLES_MS = 600
"""A person reads on before the next press: what the page does behind an answer is over by then."""


@dataclass(frozen=True)
class Press:
    """One press: of a key for selected words, or of a button by its name."""

    kind: str
    said: str
    """What the page says then."""
    key: str = ""
    words: str = ""
    button: str = ""


KEY = "a key that marks words"
OFFERS = "a key for a name that the registry lacks"
CHOICE = "a place or an actor that is chosen of those offered"
KINDS = (KEY, OFFERS, CHOICE)


def presses_of_event(
    claim: str, day: str, actors: tuple[str, str, str], place: str, counted: tuple[str, str]
) -> list[Press]:
    """Every kind of mark that an event may have; the last of the `actors`, and the place, are in no registry."""
    actor, other, new = actors
    price, number = counted
    return [
        Press(KEY, "Claim ", "c", claim),
        Press(KEY, "Date: ", "w", day),
        Press(KEY, "Actors: ", "a", actor),
        Press(OFFERS, "Choose the place", "l", place.partition(",")[0]),
        Press(CHOICE, "Place: ", button=f"Add this place: {place}"),
        Press(OFFERS, "no such actor", "a", new),
        Press(CHOICE, "Actor: ", button="Add this actor"),
        Press(KEY, "Quote added", "q", f"The {other}"),
        Press(KEY, "Claim ", "c", f"Officials put the price at {price}"),
        Press(KEY, "Amount ", "m", price),
        Press(KEY, "Speaker ", "s", "Officials"),
        Press(KEY, "Amount ", "m", number),
    ]


EVENTS = (
    presses_of_event(
        "In April 1955 the Harbour Board promised 400 crates of tools to the Lantern Society in Bandung",
        "April 1955",
        ("Harbour Board", "Grain Office", "Lantern Society"),
        "Bandung, Indonesia",
        ("25,000 dollars", "30 sheds"),
    ),
    presses_of_event(
        "In May 1956 the Border Office promised 90 rolls of cable to the Meadow Guild in Geneva",
        "May 1956",
        ("Border Office", "Northern Council", "Meadow Guild"),
        "Geneva, Switzerland",
        ("7,500 dollars", "12 lorries"),
    ),
)


def mark_rows(many: int, rounds: int) -> Iterator[str]:
    """A line of the table for the slowest press of each kind: in two long texts, and once beside `many` events.

    Of each press the quickest of the rounds is taken, as what else the machine does can only slow it down.
    """
    with tempfile.TemporaryDirectory() as folder, chromium("--no-browser leaves the page out") as browser:
        root = Path(folder)
        words = f"a text of {WORDS:,} words"
        for told, book, times in (
            (words, write_book(root / "words", events=FEW, words=WORDS), rounds),
            ("a text of 5 MB", write_book(root / "size", events=FEW, size=SIZE), rounds),
            (f"{words} beside {many:,} events", write_book(root / "many", events=many, words=WORDS), 1),
        ):
            each_round = [seconds_of_presses(browser, book, root / f"{book.name}-{number}") for number in range(times)]
            for kind in KINDS:
                quickest = [min(took) for took in zip(*(round_[kind] for round_ in each_round), strict=True)]
                yield f"| {told}: {kind}, the slowest of {len(quickest)} | {max(quickest):.3f} s | | | {AIM} |\n"


def seconds_of_presses(browser: Browser, book: Path, root: Path) -> dict[str, list[float]]:
    """By its kind, how long each press takes that makes the two events, in a copy of the workspace."""
    shutil.copytree(book, root)
    took: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with served(root) as site:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(FIRST)
        page.goto(f"{site}?page=add&source={SOURCE}")
        page.locator(".dl-add-foot").wait_for(timeout=PATIENCE_MS)
        page.evaluate(WATCH)
        for presses in EVENTS:
            for press in presses:
                took[press.kind].append(seconds_of_press(page, press))
            page.get_by_role("button", name="Discard").click()
            page.wait_for_function("() => !document.querySelector('.dl-draft-quote')", timeout=PATIENCE_MS)
        page.close()
    return took


def seconds_of_press(page: Page, press: Press) -> float:
    """Make one press; seconds until its answer is painted."""
    if press.words:
        page.evaluate(SELECT, press.words)
        page.locator(".dl-selection-bar").wait_for()
    page.wait_for_timeout(SETTLES_MS)
    page.wait_for_function(IS_IDLE, timeout=PATIENCE_MS)
    page.evaluate("(said) => { window.awaited = said; }", press.said)
    if press.key:
        page.keyboard.press(press.key)
    else:
        page.get_by_role("button", name=re.compile(press.button)).first.click()
    page.wait_for_function(IS_ANSWERED, timeout=PATIENCE_MS)
    took: float = page.evaluate("window.answeredAt - window.pressedAt")
    return took / 1_000
