"""What the pages write HTML with: as briefings do, with what a table of thousands and text of any language need."""

from collections.abc import Iterable
from html import escape
from typing import Final

from dashboard.briefing import html_markup
from dashboard.briefing.html_markup import Content, Markup, element
from dashboard.briefing.visible import visible

__all__ = ["NOTHING", "Content", "Markup", "element", "every", "joined", "row", "words"]

NOTHING: Final = Markup("")


def joined(*content: Content, by: Content = "") -> Markup:
    """One after the other; what is None or empty is left out."""
    return html_markup.joined(content, by)


def every(content: Iterable[Content], by: Content = "") -> Markup:
    """As `joined`, of any number."""
    return html_markup.joined(content, by)


def words(text: str, class_: str | None = None, lang: str | None = None) -> Markup:
    """Text from a record, in a bidirectional isolate of its own direction, with what cannot be seen made visible."""
    return element("bdi", text, dir="auto", class_=class_, lang=lang)


def row(cells: Iterable[str | Markup]) -> Markup:
    """A table's row, mostly of texts: `tr`, `td` and `words` in one step, for tables of thousands of cells."""
    inner = "".join(
        f"<td>{cell.html}</td>"
        if isinstance(cell, Markup)
        else f'<td><bdi dir="auto">{escape(visible(cell))}</bdi></td>'
        for cell in cells
    )
    return Markup(f"<tr>{inner}</tr>")
