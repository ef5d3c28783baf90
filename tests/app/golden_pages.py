"""What the pages say of the seed, a file a page: `python -m tests.app.golden_pages` writes the files anew."""

import datetime as dt
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from unittest import mock

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard.app.shell.router import PAGES
from tests.copying import copied

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = Path(__file__).parent / "golden"
MAIN: Final = ROOT / "dashboard" / "app" / "main.py"
NOON: Final = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
"""The moment at which the pages are read: what is due, and what is overdue, depends on it."""
STATES: Final[Mapping[str, Mapping[str, str]]] = {
    **{name or "situation": {"page": name} if name else {} for name in PAGES if name != "present"},
    "situation-event": {"event": "us-base-closed"},
    "situation-event-as-reported": {"event": "us-base-closed", "as": "reported"},
    "events-compared": {"page": "events", "compare": "us-drones-for-navy,us-security-package"},
    "events-none": {"page": "events", "words": "unicorn"},
    "actors-one": {"page": "actors", "actor": "donald-trump"},
    "sources-one": {"page": "sources", "source": "us-troops-ecuador"},
    "sources-not-held": {"page": "sources", "source": "voa"},
    "brief-composer": {"page": "brief", "briefing": "us-troops-in-ecuador"},
    "present": {"page": "present", "briefing": "us-troops-in-ecuador", "step": "2"},
}
"""Each file to the address whose words it holds."""
_LINES: Final = {"p", "li", "h1", "h2", "h3", "h4", "tr", "dt", "dd", "section", "header", "div", "summary", "caption"}
_APART: Final = {"td", "th", "br", "option", "button", "svg", "nav", "label", "small"}
_SAID: Final = {"description", "said", "told", "title"}
_EVERYWHERE: Final = {"bar", "filters"}
_LOADED: Final = re.compile(r"\d+ \w+ \d{4}, \d\d:\d\d:\d\d, in [\d,.]+ m?s")


class _Lines(HTMLParser):
    """The words of HTML as they are read, a line for each paragraph, row or heading."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.text += "\n" if tag in _LINES else " " if tag in _APART else ""

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        self.text += data


def golden_page(query: Mapping[str, str]) -> str:
    """The words of the page at that address, part by part; the bar and the filters stand in one file alone."""
    test = AppTest.from_file(str(MAIN), default_timeout=60)
    test.query_params.update(query)
    test.run()
    told = []
    for part in test.get("bidi_component"):
        lines = list(_words(json.loads(part.proto.json)))
        if lines and (not query or part.key not in _EVERYWHERE):
            told.append("\n".join((f"== {part.key}", *lines)))
    return _LOADED.sub("(when and how fast)", "\n\n".join(told)) + "\n"


def _words(data: Any, key: str = "") -> Iterator[str]:
    """What is read or heard of what a component is given: its HTML, and what it says without any."""
    if isinstance(data, str) and data.startswith("<"):
        reader = _Lines()
        reader.feed(data)
        yield from filter(None, (" ".join(line.split()) for line in reader.text.split("\n")))
    elif isinstance(data, str) and data and key in _SAID:
        yield data
    elif isinstance(data, Mapping):
        for name, value in data.items():
            yield from _words(value, name) if name != "preview" else ()  # a briefing has golden files of its own
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)


def golden_pages(workspace: Path) -> Iterator[tuple[str, str]]:
    """Every file's name with what it must hold."""
    settings = {"DATELINE_WORKSPACE": str(workspace), "DATELINE_DEBUG": "1"}
    with (
        mock.patch.dict(os.environ, settings),
        mock.patch("dashboard.clock._instant", return_value=NOON),
        mock.patch.object(manifest_scanner, "scan_component_manifests", list),
    ):
        for name, query in STATES.items():
            yield f"{name}.txt", golden_page(query)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        FOLDER.mkdir(exist_ok=True)
        for known in FOLDER.glob("*.txt"):
            known.unlink()
        for file, text in golden_pages(copied(ROOT, Path(folder) / "seed")):
            (FOLDER / file).write_text(text, encoding="utf-8")
