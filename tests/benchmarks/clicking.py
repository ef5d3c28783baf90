"""From a click on a mark of the timeline until the page has redrawn itself, in a real Chromium."""

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from dashboard.cli.listening import LOOPBACK, address, free_port
from dashboard.cli.server import running

CLICKS = 7
WARM_UP = 2
MARKS = 4
"""That are clicked in turn, so that each click selects another event."""
PATIENCE_MS = 60_000

WATCH = """
    window.clicked = window.changed = 0;
    addEventListener("pointerdown", () => { window.clicked = performance.now(); }, true);
    new MutationObserver(() => { window.changed = performance.now(); })
        .observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
"""
REDRAWN = """id => {
    const quiet = 500;
    const idle = document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning";
    const there = new URLSearchParams(location.search).get("event") === id;
    return idle && there && performance.now() - window.changed > quiet && window.changed - window.clicked;
}"""
"""Milliseconds from the click to the last change of the page; false until nothing has changed for half a second."""


def seconds_from_click_to_page(roots: Sequence[Path]) -> list[list[float]]:
    """For each workspace the seconds of `CLICKS` clicks; the workspaces are clicked in turn."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        pages = [opened(browser, stack.enter_context(served(root))) for root in roots]
        took: list[list[float]] = [[] for _ in roots]
        for number in range(WARM_UP + CLICKS):
            for page, times in zip(pages, took, strict=True):
                times.append(clicked(page, single_marks(page)[number % MARKS]))
        return [times[WARM_UP:] for times in took]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that is installed."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        sys.exit("There is no chromium on the path; --no-browser leaves the page out.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of the workspace at `root`."""
    port = free_port(LOOPBACK, None)
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(root)}):
        yield address(LOOPBACK, port)


def opened(browser: Browser, site: str) -> Page:
    """The Situation page, drawn."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(site)
    page.wait_for_function(
        "document.querySelectorAll('.st-key-timeline [role=button]').length > 0", timeout=PATIENCE_MS
    )
    page.wait_for_timeout(2_000)
    page.evaluate(WATCH)
    return page


def single_marks(page: Page) -> list[Locator]:
    """Marks of the timeline that stand for one event, in the order of the page."""
    marks = page.locator(".st-key-timeline [role=button]")
    names = marks.evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    single = sorted((name, at) for at, name in enumerate(names) if re.search(r"\(\d+\)", name))
    return [marks.nth(at) for _name, at in single[:MARKS]]


def clicked(page: Page, mark: Locator) -> float:
    """Click a mark; seconds until the page, with its event selected, had changed for the last time."""
    mark.scroll_into_view_if_needed()
    number = re.search(r"\((\d+)\)", mark.get_attribute("aria-label") or "")
    assert number is not None, "the mark names no event"
    mark.click(force=True)
    redrawn = page.wait_for_function(REDRAWN, arg=f"event-{int(number[1]):06}", timeout=PATIENCE_MS, polling=50)
    return redrawn.json_value() / 1_000
