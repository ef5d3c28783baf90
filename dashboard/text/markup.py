"""HTML that cannot be broken out of: every text is escaped here.

Briefings and pages are written by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from dashboard.text.visible import one_line, visible

_VOID: Final = frozenset({"br", "hr", "input", "link", "meta"})


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that is safe as it stands. Made by the functions below only."""

    html: str

    def __str__(self) -> str:
        return self.html


NOTHING: Final = Markup("")
Content = Markup | str | None


def element(tag: str, *content: Content, **attributes: str | bool | None) -> Markup:
    """An element. Strings in it are escaped; an attribute is `class_` or `data_event`, left out where None or False."""
    opening = f"<{tag}{''.join(_attribute(name, value) for name, value in attributes.items())}>"
    return Markup(opening if tag in _VOID else f"{opening}{join_all(content).html}</{tag}>")


def join(*content: Content, by: Content = "") -> Markup:
    """One after the other, with `by` between them; what is None or empty is left out."""
    return join_all(content, by)


def join_all(content: Iterable[Content], by: Content = "") -> Markup:
    """The pieces of `content` put together as by `join`, from an iterable of any length."""
    return Markup(_html(by).join([html for each in content if (html := _html(each))]))


def words(text: str, class_: str | None = None) -> Markup:
    """Text from a record, in a bidirectional isolate of its own direction, with what cannot be seen made visible."""
    return element("bdi", text, dir="auto", class_=class_)


def line(text: str, class_: str | None = None) -> Markup:
    """The markup of `words`, on one line: for text that is copied or printed."""
    return words(one_line(text), class_)


def with_code(text: str) -> Markup:
    """What stands between backticks, as code; a backtick that has no other stays as it is."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return words(text)
    coded = (element("code", words(part)) if at % 2 else part for at, part in enumerate(parts))
    return element("bdi", *coded, dir="auto")


def row(cells: Iterable[str | Markup]) -> Markup:
    """A table's row, mostly of texts: `tr`, `td` and `words` in one step, for tables of thousands of cells."""
    inner = "".join(
        f"<td>{cell.html}</td>"
        if isinstance(cell, Markup)
        else f'<td><bdi dir="auto">{escape(visible(cell))}</bdi></td>'
        for cell in cells
    )
    return Markup(f"<tr>{inner}</tr>")


def css_string(text: str) -> str:
    """A string of a style sheet, in which no sign but letters and digits stands as itself."""
    shown = "".join(each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in visible(text))
    return f'"{shown}"'


def _html(content: Content) -> str:
    if content is None:
        return ""
    return content.html if isinstance(content, Markup) else escape(visible(content))


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(visible(value))}"'
