"""What stands in a cell of the table of events: the entries of a field, drawn by their kind."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.parts import entry_mark, thread_square
from dashboard.app.shell import PageContext
from dashboard.query.fields import EventRow, Field, FieldEntry
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

MOST_ENTRIES: Final = 3
"""So many entries stand in a cell; then how many more there are."""


def cell(field: Field, row: EventRow, page: PageContext) -> Markup:
    """The content of one cell; nothing where the event has nothing there."""
    entries = field.entries(row)
    drawn = [_entry(each, field.kind, row, page) for each in entries]
    match field.kind:
        case _ if not entries:
            return NOTHING
        case "counts":
            return element("span", join_all(drawn, by=" "), class_="dl-tally")
        case "threads":
            return element("span", thread_square(page.thread_index(row.event)), element("span", _few(drawn)))
        case "roles":
            of_roles: dict[str, list[Markup]] = {}
            for entry, each in zip(entries, drawn, strict=True):
                of_roles.setdefault(entry.role, []).append(each)
            return join_all((_few(each, by=" ") for each in of_roles.values()), by=" ")
    return _few(drawn)


def _entry(entry: FieldEntry, kind: str, row: EventRow, page: PageContext) -> Markup:
    """An entry behind its mark; the two are on one line."""
    mark = entry_mark(entry, row, page)
    around = [element("span", each, class_="dl-muted") if each else None for each in (entry.before, entry.behind)]
    content = join(mark, " " if mark.html else None, around[0], words(entry.text), around[1])
    if kind in ("value", "counts"):
        return element("span", content, class_="dl-signed dl-muted" if entry.is_missing else "dl-signed")
    return element("span", content, class_="dl-kept") if entry.carried_by else content


def _few(items: Sequence[Markup], by: str = ", ") -> Markup:
    """`A, B, C and 4 more`."""
    more = len(items) - MOST_ENTRIES
    rest = element("span", f" and {more} more", class_="dl-muted") if more > 0 else None
    return join(join_all(items[:MOST_ENTRIES], by=by), rest)
