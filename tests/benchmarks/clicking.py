"""From a press until the page has redrawn itself, and from an address until the first page is there, in a Chromium."""

import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as OutOfPatience

from dashboard.app.shell.workspace_cache import KEEP_AFTER_SECONDS
from dashboard.checks.validation.kept_look import KEPT
from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import command, end, entry, running, wait_until_it_answers
from tests.chromium import chromium

CLICKS = 6
WARM_UP = 4
POINTED_MS = 90
"""So long a hand points at a mark before it presses: by then the mark's text is up."""
PATIENCE_MS = 60_000

WATCH = """
    window.clicked = window.changed = 0;
    for (const kind of ["pointerdown", "keydown"])
        addEventListener(kind, () => { window.clicked = performance.now(); }, true);
    const byPointer = ({target, type}) => !target.isConnected || target.nodeType === 1
        && (target.closest(".hoverlayer") || (type === "attributes" && target.matches(".dl-plot, .nsewdrag")));
    new MutationObserver((changes) => { if (!changes.every(byPointer)) window.changed = performance.now(); })
        .observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
"""
"""What a pointer brings up where it rests, a mark's text and the hand, is no change of the page."""
REDRAWN = """([key, value]) => {
    const quiet = 500;
    const idle = document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning";
    const there = new URLSearchParams(location.search).get(key) === value;
    const moved = window.changed > window.clicked;
    return idle && there && moved && performance.now() - window.changed > quiet && window.changed - window.clicked;
}"""
"""Milliseconds from the press to the last change of the page; false until nothing has changed for half a second."""
VALUES = """(facets) => facets.flatMap((facet) =>
    [...document.querySelectorAll(`#facet-${facet} [data-press=filter]`)].map(({dataset}) => [facet, dataset.value]))"""
DRAWN = "document.querySelectorAll('.st-key-timeline [role=button]').length > 0"
HELLO = "import streamlit as st\n\nst.write('hello')\n"


@dataclass
class Presses:
    """Seconds from a press to the redrawn page, one a round."""

    nothing: list[float] = field(default_factory=list)
    """A press after which everything is as it was."""
    selection: list[float] = field(default_factory=list)
    """A mark of the timeline: another event each time."""
    filter: list[float] = field(default_factory=list)
    """A value of a facet: another each time."""


@dataclass
class Pressed:
    """Of one workspace the presses that are made for the first time, and the same once more."""

    first: Presses = field(default_factory=Presses)
    again: Presses = field(default_factory=Presses)


def seconds_from_press_to_page(roots: Sequence[Path]) -> list[Pressed]:
    """For each workspace the seconds of `CLICKS` presses of each kind; kinds and workspaces take turns.

    Before them, `WARM_UP` others, that no time is taken of.
    """
    with ExitStack() as stack:
        browser = stack.enter_context(chromium("--no-browser leaves the page out"))
        pages = [opened(browser, stack.enter_context(served(root))) for root in roots]
        took = [Pressed() for _ in roots]
        unused = [Pressed() for _ in roots]
        numbers = range(WARM_UP, WARM_UP + CLICKS)
        for kind, number, those in (
            *(("first", number, unused) for number in range(WARM_UP)),
            *(("first", number, took) for number in numbers),
            *(("again", number, took) for number in numbers),
        ):
            for page, times in zip(pages, those, strict=True):
                press_each(page, number, getattr(times, kind))
        return took


def press_each(page: Page, number: int, times: Presses) -> None:
    """Press a mark, what is chosen already, and a value of a facet."""
    marks, values = single_marks(page), values_of_facets(page)
    times.selection.append(clicked(page, marks[number % len(marks)]))
    times.nothing.append(pressed_again(page))
    page.keyboard.press("Escape")
    until_redrawn(page, "event", None)  # or the next press would wait for what this one has asked for
    times.filter.append(filtered(page, *values[number % len(values)]))


def seconds_to_first_page(root: Path, rounds: int) -> tuple[list[float], list[float]]:
    """From the address to the first page of a server that has just come up: ours, and one that says hello.

    Each with a server and a browser of its own: nothing is warm but the disk.
    """
    ours: list[float] = []
    hello: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "hello.py"
        script.write_text(HELLO, encoding="utf-8")
        for _ in range(rounds):
            with served(root) as site:
                ours.append(first_page(site, DRAWN))
            with served_script(script) as site:
                hello.append(first_page(site, "document.body.innerText.includes('hello')"))
    return ours, hello


def seconds_from_start_to_page(root: Path, rounds: int) -> tuple[list[float], list[float]]:
    """From the start of a server to its drawn page: where another server kept what it found, and where none did.

    The browser is up already, as an analyst's is.
    """
    again: list[float] = []
    first: list[float] = []
    for _ in range(rounds):
        shutil.rmtree(root / KEPT, ignore_errors=True)
        for took in (first, again):
            with chromium("--no-browser leaves the page out") as browser:
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                begun = time.perf_counter()
                with served(root) as site:
                    page.goto(site)
                    page.wait_for_function(f"() => {DRAWN}", timeout=PATIENCE_MS)
                    took.append(time.perf_counter() - begun)
                    wait_until_kept(root)
    return again, first


def wait_until_kept(root: Path) -> None:
    """Until a server has written what it found: nothing of it has changed for a while."""
    before = -1
    while (now := len(list((root / KEPT).glob("*-*")))) != before or not now:
        before = now
        time.sleep(KEEP_AFTER_SECONDS)


def first_page(site: str, drawn: str) -> float:
    """Seconds until `drawn` holds, in a browser that has seen nothing yet."""
    with chromium("--no-browser leaves the page out") as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        begun = time.perf_counter()
        page.goto(site)
        page.wait_for_function(f"() => {drawn}", timeout=PATIENCE_MS)
        return time.perf_counter() - begun


@contextmanager
def served_script(script: Path) -> Iterator[str]:
    """The address of a Streamlit script."""
    port = unused_port()
    asked = [part if part != str(entry()) else str(script) for part in command(LOOPBACK, port)]
    with subprocess.Popen(asked, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as server:
        try:
            wait_until_it_answers(server, LOOPBACK, port)
            yield address(LOOPBACK, port)
        finally:
            end(server)


def unused_port() -> int:
    """One that the system gives: not the first of Dateline's own, which others may be about to take."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of the workspace at `root`."""
    port = unused_port()
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(root)}):
        yield address(LOOPBACK, port)


def opened(browser: Browser, site: str) -> Page:
    """The Situation page, drawn."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(site)
    page.wait_for_function(f"() => {DRAWN}", timeout=PATIENCE_MS)
    page.wait_for_timeout(2_000)
    page.evaluate(WATCH)
    return page


def single_marks(page: Page) -> list[Locator]:
    """Marks of the timeline that stand for one event, in the order of the page."""
    marks = page.locator(".st-key-timeline [role=button]")
    names = marks.evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    single = sorted((name, at) for at, name in enumerate(names) if re.search(r"\(\d+\)", name))
    return [marks.nth(at) for _name, at in single]


def values_of_facets(page: Page) -> list[tuple[str, str]]:
    """Facet and value of what can be filtered by; the threads first, then the types."""
    found: list[tuple[str, str]] = page.evaluate(VALUES, ["thread", "type"])
    return found


def clicked(page: Page, mark: Locator) -> float:
    """Click a mark; seconds until the page, with its event selected, had changed for the last time."""
    mark.scroll_into_view_if_needed()
    number = re.search(r"\((\d+)\)", mark.get_attribute("aria-label") or "")
    assert number is not None, "the mark names no event"
    mark.hover(force=True)
    page.wait_for_timeout(POINTED_MS)
    page.mouse.down()
    page.mouse.up()
    return until_redrawn(page, "event", f"event-{int(number[1]):06}")


def pressed_again(page: Page) -> float:
    """Press the scale that the timeline has already; seconds until the page was drawn again, as it was.

    Such a run may be over within one frame of the browser, which then changes nothing at all: it is asked for again.
    """
    page.evaluate("document.querySelector('[data-press=scale][aria-pressed=true]').scrollIntoView()")
    event = page.evaluate("new URLSearchParams(location.search).get('event')")
    for _ in range(3):
        page.locator("[data-press=scale][aria-pressed=true]").click()
        with suppress(OutOfPatience):
            return until_redrawn(page, "event", event, patience_ms=2_000)
    page.locator("[data-press=scale][aria-pressed=true]").click()
    return until_redrawn(page, "event", event)


def filtered(page: Page, facet: str, value: str) -> float:
    """Ask for the events of another value; seconds until only they are shown. Afterwards all are shown again."""
    page.locator(f"#facet-{facet} summary").click()
    page.locator(f"#facet-{facet} [data-press=filter][data-value='{value}']").click()
    took = until_redrawn(page, "show", value)
    page.keyboard.press("Escape")  # closes the list, which hides what lies below it
    page.locator(".dl-chips [data-press=unfilter]").click()
    until_redrawn(page, "show", None)
    return took


def until_redrawn(page: Page, key: str, value: str | None, patience_ms: int = PATIENCE_MS) -> float:
    """Seconds from the last press to the last change of the page, with `value` under `key` in the address."""
    redrawn = page.wait_for_function(REDRAWN, arg=[key, value], timeout=patience_ms, polling=50)
    return redrawn.json_value() / 1_000
