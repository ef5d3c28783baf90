"""The readable text of an HTML document: paragraphs and lines as a browser lays them out, nothing hidden."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dashboard.exchange.documents.boilerplate import LINE, PARAGRAPH, Boilerplate, Node, has_line_behind, one_line_of

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
"""Left out of an article, and said. What of it may say something of the article is looked at first."""
_LONGEST_FORM: Final = 400
"""Characters of a form's paragraphs; one with more is wrapped around a page, as some programs of servers write it."""
_PARAGRAPHS: Final = f"p, {LINE}, {PARAGRAPH}"
_QUIET: Final = frozenset({"navigation", "buttons", "menus", "dialogs", "hidden parts"})
"""Named without their words: none of the article is ever among them."""
_SHOWN: Final = 3
_SHOWN_CHARACTERS: Final = 50
_ROLES: Final = {"navigation": "navigation", "search": "forms", "dialog": "dialogs", "alertdialog": "dialogs"}
_LEAST_LEFT: Final = 200
_BROKEN: Final = (
    *("div", "li", "dt", "dd", "tr", "caption", "legend", "address", "figcaption", "header", "summary", "details"),
    "center",
)
_APART: Final = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "article", "section"),
    *("main", "body", "figure", "hr", "footer", "aside", "nav", PARAGRAPH),
)
_LINES: Final = {**dict.fromkeys(_BROKEN, 1), **dict.fromkeys(_APART, 2)}
"""Tag to the line ends that stand before and after it."""
_CELLS: Final = frozenset({"td", "th"})
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_CELL_END: Final = "\x1f"
_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class TextLayout:
    """Text laid out in lines so far."""

    left_out: dict[str, list[str]] = field(default_factory=dict)
    """What was passed over and would have been seen: its kind to the words of each, in one line."""
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
        self._add(line.strip(f" \u00a0{_CELL_END}").replace(_CELL_END, "\t"), gap)

    def break_line(self) -> None:
        """End the line at hand as a `<br>` does: where there is none, an empty line is left."""
        self.end_line(1 if self._run else 2)

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

    def leave_out(self, kind: str, words: str) -> None:
        """Remember what is passed over."""
        self.left_out.setdefault(kind, []).append(words)

    @property
    def was_judged(self) -> bool:
        """Whether anything was left out whose words are said."""
        return not self.left_out.keys() <= _QUIET

    @property
    def phrases(self) -> list[str]:
        """What was left out: those named without their words, then a phrase for each other kind."""
        quiet = sorted(kind for kind in self.left_out if kind in _QUIET)
        each = [_phrase(kind, words) for kind, words in sorted(self.left_out.items()) if kind not in _QUIET]
        return [*([f"left out: {', '.join(quiet)}"] if quiet else []), *each]

    @property
    def text(self) -> str:
        """All of it, with a line end behind the last line."""
        return "".join(self._out) + "\n" if self._out else ""


def _phrase(kind: str, words: list[str]) -> str:
    """`left out 2 advertisements: “Buy a boat”, “Fly to Lorne and …”`; how long each is, where it is cut."""
    seen = [each for each in words if each]
    shown = [
        f"“{each}”"
        if len(each) <= _SHOWN_CHARACTERS
        else f"“{each[:_SHOWN_CHARACTERS].rstrip()} …” ({len(each):,} characters)"
        for each in seen[:_SHOWN]
    ]
    more = [f"{len(seen) - _SHOWN:,} more"] if len(seen) > _SHOWN else []
    return f"left out {kind}{': ' if shown else ''}{', '.join([*shown, *more])}"


def lay_out_text(root: Node, boilerplate: Boilerplate | None = None) -> TextLayout:
    """The text below `root`; with `boilerplate`, without navigation, comments, advertisements and the like.

    A page of which that would leave next to nothing keeps all but the navigation: it may be made of comments.
    """
    laid = _lay_out(root, boilerplate, whole=boilerplate is None)
    if len(laid.text) < _LEAST_LEFT and sum(len(each) for kind in laid.left_out.values() for each in kind) > len(
        laid.text
    ):
        return _lay_out(root, None, whole=False)
    return laid


def leave_out_beside(body: Node, part: Node, boilerplate: Boilerplate, laid: TextLayout) -> None:
    """Remember what of a page's comments, advertisements and the like stands outside its main `part`."""
    stack = [body]
    while stack:
        node = stack.pop()
        if node.mem_id == part.mem_id or node.tag in _UNSEEN or node.tag.startswith(("-", "!")):
            continue
        if kind := boilerplate.kind_of(node):
            if words := one_line_of(node):
                laid.leave_out(kind, words)
        else:
            stack.extend(reversed(list(node.iter())))


def _lay_out(root: Node, boilerplate: Boilerplate | None, *, whole: bool) -> TextLayout:
    """Never recurses."""
    laid = TextLayout()
    for node, enters in _steps(root, laid, boilerplate, whole=whole):
        tag = node.tag
        if tag == "-text":
            laid.say(node.text_content or "")
        elif tag == "br":
            laid.break_line()
        elif tag == "pre" and enters:
            laid.as_written(_as_written(node), 2)
        elif tag in _CELLS and enters:
            laid.cell()
        elif tag == LINE:
            if not enters and has_line_behind(node):
                laid.break_line()
        elif gap := _LINES.get(tag):
            laid.end_line(gap)
    laid.end_line(0)
    return laid


def _as_written(node: Node) -> str:
    """The text of an element with its own spaces and line ends."""
    parts = (("\n" if each.tag == "br" else each.text_content or "") for each in node.traverse(include_text=True))
    return "".join(parts)


def _steps(
    root: Node, laid: TextLayout, boilerplate: Boilerplate | None, *, whole: bool
) -> Iterator[tuple[Node, bool]]:
    """Each node when it is entered, and elements again when they are left."""
    stack: list[tuple[Node, bool]] = [(root, True)]
    while stack:
        node, enters = stack.pop()
        tag = node.tag
        if enters and node.mem_id != root.mem_id and _passed_over(node, laid, boilerplate, whole=whole):
            continue
        yield node, enters
        if enters and tag not in ("-text", "br"):
            stack.append((node, False))
            if tag != "pre":
                stack.extend((child, True) for child in reversed(list(node.iter(include_text=True))))


def _passed_over(node: Node, laid: TextLayout, boilerplate: Boilerplate | None, *, whole: bool) -> bool:
    tag = node.tag
    if tag == "-text":
        return False
    if tag in _UNSEEN or tag.startswith(("-", "!")):
        return True
    attributes = node.attributes
    if "hidden" in attributes or _NOT_SHOWN.search(attributes.get("style") or ""):
        laid.leave_out("hidden parts", "")
        return True
    if whole:
        return False
    kind = _around(node, boilerplate) or (boilerplate.kind_of(node) if boilerplate else None)
    if kind is None:
        return False
    if words := one_line_of(node):
        laid.leave_out(kind, words)
    return True


def _around(node: Node, boilerplate: Boilerplate | None) -> str | None:
    """The kind of what stands around an article by its tag; None for what may have words of the article in it."""
    kind = _AROUND.get(node.tag) or _ROLES.get(node.attributes.get("role") or "")
    if kind == "dialogs" and node.tag != "dialog" and node.css_first("h1, article"):
        return None
    if kind == "asides" and boilerplate is not None:
        return kind if boilerplate.is_aside_of_links(node) else None
    if kind == "footers":
        return None if _is_of_an_article(node, boilerplate) else kind
    if kind == "forms" and sum(len(one_line_of(each)) for each in node.css(_PARAGRAPHS)) > _LONGEST_FORM:
        return None
    return kind


def _is_of_an_article(node: Node, boilerplate: Boilerplate | None) -> bool:
    """Whether a footer says who wrote, or who said, what stands above it."""
    above = node.parent
    while above is not None and above.tag not in ("article", "blockquote", "figure", "body"):
        above = above.parent
    if above is None or above.tag == "body" or boilerplate is None:
        return False
    return above.tag != "article" or not boilerplate.is_mostly_links(node)
