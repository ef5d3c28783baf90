"""What the pages say, a file a state: `python -m tests.app.golden_pages` writes the files anew."""

import datetime as dt
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from unittest import mock

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.app.states import STATES, State
from tests.worlds import ROOT, build

FOLDER: Final = Path(__file__).parent / "golden"
MAIN: Final = ROOT / "dashboard" / "app" / "main.py"
NOON: Final = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
"""The moment at which the pages are read: what is due, and what is overdue, depends on it."""
_LINES: Final = {"p", "li", "h1", "h2", "h3", "h4", "tr", "dt", "dd", "section", "header", "div", "summary", "caption"}
_APART: Final = {"td", "th", "br", "option", "button", "svg", "nav", "label", "small"}
_SAID: Final = {"description", "said", "told", "title"}
_EVERYWHERE: Final = {"bar", "filters"}
_NOT_PINNED: Final = {
    re.compile(r"\d+ \w+ \d{4}, \d\d:\d\d:\d\d, in [\d,.]+ m?s"): "(when and how fast)",
    re.compile(r"\b[0-9a-f]{12}\b"): "(commit)",
}


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


def golden_page(state: State) -> str:
    """The words of the page in that state, part by part; bar and filters are read on the first page alone."""
    test = AppTest.from_file(str(MAIN), default_timeout=60)
    test.query_params.update(state.query)
    test.run()
    assert not test.exception
    told = [f"# {state.says}"] if state.says else []
    for part in test.get("bidi_component"):
        is_read = part.key in state.only if state.only else part.key not in _EVERYWHERE or state == STATES["situation"]
        if lines := list(_words(json.loads(part.proto.json))) if is_read else []:
            begin = lines.index(state.begins) if state.begins else 0
            told.append("\n".join((f"== {part.key}", *lines[begin:][: state.first])))
    text = "\n\n".join(told) + "\n"
    for pattern, instead in _NOT_PINNED.items():
        text = pattern.sub(instead, text)
    return text


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


def golden_pages() -> Iterator[tuple[str, str]]:
    """Every file's name with what it must hold."""
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch("dashboard.clock._instant", return_value=NOON),
        mock.patch.object(manifest_scanner, "scan_component_manifests", list),
    ):
        for world, states in groupby(sorted(STATES.items(), key=_world), _world):
            settings = {"DATELINE_WORKSPACE": str(build(world, Path(folder) / world)), "DATELINE_DEBUG": "1"}
            with mock.patch.dict(os.environ, settings):
                for name, state in states:
                    yield f"{name}.txt", golden_page(state)


def _world(named: tuple[str, State]) -> str:
    return named[1].world


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for known in FOLDER.glob("*.txt"):
        known.unlink()
    for file, text in golden_pages():
        (FOLDER / file).write_text(text, encoding="utf-8")
