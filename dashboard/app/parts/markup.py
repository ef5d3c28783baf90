"""HTML that cannot be broken out of: every string is escaped here, and nowhere else."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

_VOID: Final = frozenset({"br", "hr", "input"})
_LINE_BREAKS: Final = frozenset("\n\t")
_JOINERS: Final = frozenset("\u200c\u200d\u200e\u200f")
"""Needed to write Persian, Indic scripts, emoji and Hebrew beside digits; they hide nothing inside an isolate."""


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
    return Markup(opening if tag in _VOID else f"{opening}{joined(*content)}</{tag}>")


def joined(*content: Content, by: Content = "") -> Markup:
    """One after the other; what is None or empty is left out."""
    parts = [html for each in content if (html := _html(each))]
    return Markup(_html(by).join(parts))


def every(content: Iterable[Content], by: Content = "") -> Markup:
    """As `joined`, of any number."""
    return joined(*content, by=by)


def words(text: str, class_: str | None = None, lang: str | None = None) -> Markup:
    """Text from a record, in a bidirectional isolate of its own direction, with what cannot be seen made visible."""
    return element("bdi", text, dir="auto", class_=class_, lang=lang)


def row(cells: Iterable[str]) -> Markup:
    """A table's row of texts: `tr`, `td` and `words` in one step, for tables of thousands of cells."""
    inner = "".join(f'<td><bdi dir="auto">{_html(cell)}</bdi></td>' for cell in cells)
    return Markup(f"<tr>{inner}</tr>")


def visible(text: str) -> str:
    """`text` with directional overrides, zero-width and control characters written out as `[U+202E]`."""
    if text.isprintable():  # then nothing in it hides; ten times as quick as looking at each sign
        return text
    return "".join(f"[U+{ord(sign):04X}]" if _hides(sign) else sign for sign in text)


def _hides(sign: str) -> bool:
    if sign in _LINE_BREAKS or sign in _JOINERS:
        return False
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _html(content: Content) -> str:
    if content is None:
        return ""
    return content.html if isinstance(content, Markup) else escape(visible(content))


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(visible(value))}"'
