"""The table of events: its head, which sorts, and the rows of one part."""

from typing import Final

from dashboard.app.pages.events.cells import cell
from dashboard.app.pages.events.choices import WIDE_ONLY, Choices
from dashboard.app.parts import address, button, found_elsewhere, help_link, leading_to, thread_color, words_searched
from dashboard.app.shell import MOST_COMPARED, Shown
from dashboard.query.reading import Reading
from dashboard.query.tables import COLUMNS, KEPT_COLUMN, Page, Table
from dashboard.text.markup import Markup, element, every, joined

ABOUT: Final = {
    "place": "precisions",
    "thread": "words-thread",
    "type": "event-types",
    "commitment": "commitment",
    "claims": "verdicts",
    "sources": "words-origin",
    "problems": "words-problem",
}
"""What Help has on a column."""


def event_table(page: Page, table: Table, shown: Shown, choices: Choices) -> Markup:
    """One part of the rows."""
    first, last = page.span
    caption = element("caption", f"Events {first:,} to {last:,} of {page.total:,}", class_="dl-hidden")
    pick = element("th", element("span", "Compare", class_="dl-hidden"), scope="col", class_="dl-pick")
    head = element("tr", pick, *(_head(column, shown, choices) for column in choices.columns))
    rows = every(_row(reading, table, shown, choices) for reading in page.readings)
    drawn = element("table", caption, element("thead", head), element("tbody", rows), class_="dl-table dl-events")
    wide = "" if choices.are_first else " dl-of-many"
    return element("div", drawn, class_=f"dl-scroll{wide}", tabindex="0", role="region", aria_label="Events")


def _head(column: str, shown: Shown, choices: Choices) -> Markup:
    """Pressed once it sorts, pressed again it sorts the other way round."""
    order = choices.order
    current = order.column == column
    arrow = element("span", " ↑" if order.rising else " ↓", aria_hidden="true") if current else None
    leads = leading_to("events", mode=shown.mode, **choices.sorted_by(column).places())
    link = element("a", COLUMNS[column].title, arrow, **leads, id=f"sort-{column}")
    sorted_ = ("ascending" if order.rising else "descending") if current else None
    asked = help_link(ABOUT[column], COLUMNS[column].title.lower()) if column in ABOUT else None
    return element("th", link, asked, scope="col", aria_sort=sorted_, class_=_class(column, choices))


def _row(reading: Reading, table: Table, shown: Shown, choices: Choices) -> Markup:
    """A press anywhere in it opens the card; the title is the link that does so by keyboard."""
    chosen = reading.id == choices.event
    cells = [
        element(
            "th" if column == KEPT_COLUMN else "td",
            _title(reading, shown, choices) if column == KEPT_COLUMN else cell(column, reading, table, shown),
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
        style=f"--dl-own:{thread_color(shown.thread_index(reading.event))}",
        data_press="event",
        data_value=reading.id,
    )


def _title(reading: Reading, shown: Shown, choices: Choices) -> Markup:
    chosen = reading.id == choices.event
    to = choices.places() | {"event": None if chosen else reading.id}
    link = element(
        "a",
        words_searched(reading.event.title, shown),
        href=address("events", mode=shown.mode, **to),
        data_press="event",
        data_value=reading.id,
        id=f"event-{reading.id}",
        aria_current="true" if chosen else None,
    )
    return joined(link, found_elsewhere(reading.event, shown))


def _pick(reading: Reading, choices: Choices) -> Markup:
    """Marks the event for being set beside others; three are the most that can be read."""
    marked = reading.id in choices.compared
    if not marked and len(choices.compared) >= MOST_COMPARED:
        return element("span", class_="dl-box", aria_hidden="true")
    name = f"Compare: {reading.event.title}"
    return button("compare", reading.id, element("span", class_="dl-box"), name=name, pressed=marked)


def _class(column: str, choices: Choices) -> str:
    wide = " dl-wide" if choices.are_first and column in WIDE_ONLY else ""
    return f"dl-of-{column}{wide}"
