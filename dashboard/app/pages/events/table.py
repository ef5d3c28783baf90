"""The table of events: its head, which sorts, and the rows of one part."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.pages.events.choices import TableChoices
from dashboard.app.parts import (
    address,
    behind_part,
    button,
    entry_mark,
    excerpt_line,
    help_link,
    highlighted_words,
    link_attributes,
)
from dashboard.app.shell import MOST_COMPARED, PageContext
from dashboard.query.fields import COLUMNS, KEPT_COLUMN, EventRow, Field, FieldEntry, TablePage
from dashboard.query.reading import ResolvedEvent
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import thread_color, thread_square

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
    behind = behind_part(row.event, entry.carried_by) if entry.carried_by else None
    if kind in ("value", "counts"):
        class_ = "dl-signed dl-muted" if entry.is_missing else "dl-signed"
        return element("span", content, class_=class_, data_behind=behind)
    return element("span", content, class_="dl-kept", data_behind=behind) if entry.carried_by else content


def _few(items: Sequence[Markup], by: str = ", ") -> Markup:
    """`A, B, C and 4 more`."""
    more = len(items) - MOST_ENTRIES
    rest = element("span", f" and {more} more", class_="dl-muted") if more > 0 else None
    return join(join_all(items[:MOST_ENTRIES], by=by), rest)


def event_table(rows: TablePage, page: PageContext, choices: TableChoices) -> Markup:
    """One part of the rows."""
    first, last = rows.span
    caption = element("caption", f"Events {first:,} to {last:,} of {rows.total:,}", class_="dl-hidden")
    pick = element("th", element("span", "Compare", class_="dl-hidden"), scope="col", class_="dl-pick")
    head = element("tr", pick, *(_head(column, page, choices) for column in choices.columns))
    body = join_all(_row(reading, page, choices) for reading in rows.readings)
    drawn = element("table", caption, element("thead", head), element("tbody", body), class_="dl-table dl-events")
    wide = "" if choices.are_first else " dl-of-many"
    return element("div", drawn, class_=f"dl-scroll{wide}", tabindex="0", role="region", aria_label="Events")


def _head(column: str, page: PageContext, choices: TableChoices) -> Markup:
    """Pressed once it sorts, pressed again it sorts the other way round."""
    order = choices.order
    current = order.column == column
    arrow = element("span", " ↑" if order.rising else " ↓", aria_hidden="true") if current else None
    leads = link_attributes("events", mode=page.mode, **choices.sorted_by(column).places())
    link = element("a", COLUMNS[column].title, arrow, **leads, id=f"sort-{column}")
    sorted_ = ("ascending" if order.rising else "descending") if current else None
    field = COLUMNS[column]
    asked = help_link(field.help, field.title.lower()) if field.help else None
    return element("th", link, asked, scope="col", aria_sort=sorted_, class_=_class(column, choices))


def _row(reading: ResolvedEvent, page: PageContext, choices: TableChoices) -> Markup:
    """A press anywhere in it opens the card; the title is the link that does so by keyboard."""
    chosen = reading.id == choices.event
    row = EventRow(reading, page.table)
    cells = [
        element(
            "th" if column == KEPT_COLUMN else "td",
            _title(reading, page, choices) if column == KEPT_COLUMN else cell(COLUMNS[column], row, page),
            scope="row" if column == KEPT_COLUMN else None,
            class_=_class(column, choices),
            data_label=COLUMNS[column].title,
        )
        for column in choices.columns
    ]
    return element(
        "tr",
        element("td", _pick(reading, choices), class_="dl-pick"),
        *cells,
        class_="dl-opened" if chosen else None,
        style=f"--dl-own:{thread_color(page.thread_index(reading.event))}",
        data_press="event",
        data_value=reading.id,
    )


def _title(reading: ResolvedEvent, page: PageContext, choices: TableChoices) -> Markup:
    chosen = reading.id == choices.event
    to = choices.places() | {"event": None if chosen else reading.id}
    link = element(
        "a",
        highlighted_words(reading.event.title, page),
        href=address("events", mode=page.mode, **to),
        data_press="event",
        data_value=reading.id,
        id=f"event-{reading.id}",
        aria_current="true" if chosen else None,
    )
    return join(link, excerpt_line(reading.event, page))


def _pick(reading: ResolvedEvent, choices: TableChoices) -> Markup:
    """Marks the event for being set beside others; three are the most that can be read."""
    marked = reading.id in choices.compared
    if not marked and len(choices.compared) >= MOST_COMPARED:
        return element("span", class_="dl-box", aria_hidden="true")
    name = f"Compare: {reading.event.title}"
    return button("compare", reading.id, element("span", class_="dl-box"), name=name, pressed=marked)


def _class(column: str, choices: TableChoices) -> str:
    wide = " dl-wide" if choices.is_wide_only(column) else ""
    return f"dl-of-{column}{wide}"
