"""The readable text of an HTML document: paragraphs and lines as a browser lays them out, nothing hidden."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

_UNSEEN: Final = frozenset(
    {
        *("head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas"),
        *("audio", "video", "map", "datalist"),
    }
)
"""Left out without a word: nobody reads them."""
_AROUND: Final = {
    "nav": "navigation",
    "footer": "footers",
    "aside": "asides",
    "form": "forms",
    "button": "buttons",
    "dialog": "dialogs",
    "select": "menus",
    "textarea": "forms",
}
"""Left out of an article, and said."""
_BROKEN: Final = (
    *("div", "li", "dt", "dd", "tr", "caption", "legend", "address", "figcaption", "header", "summary", "details"),
    "center",
)
_APART: Final = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "article", "section"),
    *("main", "body", "figure", "hr", "footer", "aside", "nav"),
)
_LINES: Final = {**dict.fromkeys(_BROKEN, 1), **dict.fromkeys(_APART, 2)}
"""Tag to the line ends that stand before and after it."""
_CELLS: Final = frozenset({"td", "th"})
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_CELL_END: Final = "\x1f"
_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

Node = Any
"""A node of the parsed tree; the library has no public name for one that may be text."""


@dataclass(slots=True)
class TextLayout:
    """Text laid out in lines so far."""

    left_out: set[str] = field(default_factory=set)
    """What was passed over and would have been seen."""
    _out: list[str] = field(default_factory=list)
    _run: list[str] = field(default_factory=list)
    _gap: int = 0

    def say(self, text: str) -> None:
        """Add to the line at hand."""
        self._run.append(text)

    def cell(self) -> None:
        """Begin another cell of a row."""
        if self._run:
            self._run.append(_CELL_END)

    def end_line(self, gap: int) -> None:
        """End the line at hand; `gap` line ends stand between it and the next, at least."""
        line = (
            _SPACE.sub(" ", "".join(self._run)).replace(f" {_CELL_END}", _CELL_END).replace(f"{_CELL_END} ", _CELL_END)
        )
        self._run.clear()
        self._add(line.strip(f" {_CELL_END}").replace(_CELL_END, "\t"), gap)

    def as_written(self, text: str, gap: int) -> None:
        """Lines that keep their spaces."""
        self.end_line(gap)
        self._add(text.strip("\n").replace(_CELL_END, "\t"), gap)

    def _add(self, line: str, gap: int) -> None:
        if not line.strip():
            self._gap = max(self._gap, gap)
            return
        if self._out:
            self._out.append("\n" * max(self._gap, 1))
        self._out.append(line)
        self._gap = gap

    @property
    def text(self) -> str:
        """All of it, with a line end behind the last line."""
        return "".join(self._out) + "\n" if self._out else ""


def lay_out_text(root: Node, *, whole: bool) -> TextLayout:
    """The text below `root`. Unless `whole`, without navigation, footers and the like. Never recurses."""
    laid = TextLayout()
    for node, enters in _steps(root, laid, whole=whole):
        tag = node.tag
        if tag == "-text":
            laid.say(node.text_content or "")
        elif tag == "br":
            laid.end_line(1)
        elif tag == "pre" and enters:
            laid.as_written(node.text(deep=True), 2)
        elif tag in _CELLS and enters:
            laid.cell()
        elif gap := _LINES.get(tag):
            laid.end_line(gap)
    laid.end_line(0)
    return laid


def _steps(root: Node, laid: TextLayout, *, whole: bool) -> Iterator[tuple[Node, bool]]:
    """Each node when it is entered, and elements again when they are left."""
    stack: list[tuple[Node, bool]] = [(root, True)]
    while stack:
        node, enters = stack.pop()
        tag = node.tag
        if enters and node.mem_id != root.mem_id and _passed_over(node, tag, laid, whole=whole):
            continue
        yield node, enters
        if enters and tag not in ("-text", "br"):
            stack.append((node, False))
            if tag != "pre":
                stack.extend((child, True) for child in reversed(list(node.iter(include_text=True))))


def _passed_over(node: Node, tag: str, laid: TextLayout, *, whole: bool) -> bool:
    if tag == "-text":
        return False
    if tag in _UNSEEN or tag.startswith(("-", "!")):
        return True
    attributes = node.attributes
    if "hidden" in attributes or _NOT_SHOWN.search(attributes.get("style") or ""):
        laid.left_out.add("hidden parts")
        return True
    if not whole and tag in _AROUND:
        laid.left_out.add(_AROUND[tag])
        return True
    return False
