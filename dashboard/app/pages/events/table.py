"""The table of events: its head, which sorts, and the rows of one part."""

from dashboard.app.pages.events.cells import cell
from dashboard.app.pages.events.choices import TableChoices
from dashboard.app.parts import (
    address,
    button,
    excerpt_line,
    help_link,
    highlighted_words,
    link_attributes,
    thread_color,
)
from dashboard.app.shell import MOST_COMPARED, PageContext
from dashboard.query.fields import COLUMNS, KEPT_COLUMN, EventRow, TablePage
from dashboard.query.reading import ResolvedEvent
from dashboard.text.markup import Markup, element, join, join_all


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
