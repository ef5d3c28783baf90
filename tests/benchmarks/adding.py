"""How many presses and seconds an event takes on page Add, from a stored text to its mark on Situation.

Words are selected and keys pressed without a pause: the seconds are what the page takes. A person adds the reading.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

from playwright.sync_api import Browser

from dashboard.cli.main import exit_code
from dashboard.store.setup import create_workspace
from tests.benchmarks.clicking import PATIENCE_MS, served
from tests.browser.adding import README_EVENT, STRAIT, STRAIT_EVENTS, Adding
from tests.chromium import chromium

README_TEXT = "harbour-news"
MOST_SECONDS, MOST_PRESSES = 60, 12
"""The most that the first event of an unread text may take."""


def event_rows(shared: Path) -> Iterator[str]:
    """A line of the table for the README's example; and one for five events of a text, where the texts are here."""
    text = shared / "article" / "more" / f"{STRAIT}.txt"
    with tempfile.TemporaryDirectory() as folder, chromium("--no-browser leaves the page out") as browser:
        root = create_workspace(Path(folder) / "workspace").root
        for event in root.glob("events/harbour/*.yaml"):
            event.unlink()
        if text.is_file():
            with redirect_stdout(StringIO()):
                exit_code(["source", "add", str(text), "--id", "strait", "--workspace", str(root)])
        with served(root) as site:
            with _page(browser, site, README_TEXT) as adding:
                adding.add(README_EVENT)
                adding.show()
                yield _row("an event of a stored text, until its mark is on Situation", adding, 1)
            if text.is_file():
                with _page(browser, site, "strait") as adding:
                    for steps in STRAIT_EVENTS:
                        adding.add(steps)
                    adding.show()
                    yield _row("five events of one text", adding, len(STRAIT_EVENTS))


@contextmanager
def _page(browser: Browser, site: str, source: str) -> Iterator[Adding]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{site}?page=add&source={source}")
    page.locator(".dl-add-foot").wait_for(timeout=PATIENCE_MS)
    yield Adding(page)
    page.close()


def _row(what: str, adding: Adding, events: int) -> str:
    aim = f"{MOST_SECONDS * events} s, {MOST_PRESSES * events} presses"
    return f"| {what}: {adding.presses} presses | {adding.seconds:.1f} s | | | {aim} |\n"
