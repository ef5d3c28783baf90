"""Pages run by Streamlit's own test harness, and the text that is read in their HTML."""

import json
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard.app.shell.page_context import PageContext
from dashboard.checks.validation import validate
from tests.clock import NOW

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "dashboard" / "app" / "main.py"
VOID = {"br", "hr", "input"}
INLINE = {"a", "b", "bdi", "code", "i", "kbd", "mark", "span"}


@pytest.fixture(autouse=True)
def _the_clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.clock._instant", lambda: NOW)


class Reader(HTMLParser):
    """What is read, which elements there are, and whether each that is opened is closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._part(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._part(tag)

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.pieces.append(" ")

    @property
    def text(self) -> str:
        """With single spaces."""
        return " ".join("".join(self.pieces).split())


@pytest.fixture
def read() -> Callable[[object], Reader]:
    """Parses HTML, which must be whole."""
    return lambda markup: Reader(str(markup))


seed = cache(validate)
"""The repository's own workspace, looked through once: no test changes it."""


@pytest.fixture
def shown() -> Callable[..., PageContext]:
    """What the page shows of a workspace."""
    return lambda root, **choices: PageContext((seed if root == ROOT else validate)(root), **choices)


class Page:
    """A page after a run."""

    def __init__(self, test: AppTest) -> None:
        self.test = test
        assert [each.value for each in test.exception] == []

    def data(self, key: str) -> dict[str, Any]:
        """What a component was given."""
        (found,) = [each for each in self.test.get("bidi_component") if each.key == key]
        given: dict[str, Any]
        (given,) = json.loads(found.proto.json)
        return given

    def text(self, key: str) -> str:
        """What is read in a component."""
        return Reader(self.data(key)["html"]).text

    @property
    def keys(self) -> list[str]:
        """The components of the page."""
        return [each.key for each in self.test.get("bidi_component")]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Page]:
    """Runs the page on a workspace, with a query."""

    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)  # each run would look through all packages

    def run(workspace: Path, debug: str = "1", **query: str) -> Page:
        monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
        monkeypatch.setenv("DATELINE_DEBUG", debug)
        test = AppTest.from_file(str(MAIN), default_timeout=60)
        for key, value in query.items():
            test.query_params[key.rstrip("_")] = value
        return Page(test.run())

    return run
