"""A figure's content as a table, closed until it is asked for."""

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Final

from dashboard.app.parts.links import event_link
from dashboard.app.parts.markup import NOTHING, Markup, element, row, words
from dashboard.query.reading import Mode
from dashboard.query.wording import counted
from dashboard.views.drawing import Drawing

TITLES: Final = ("event", "title")
"""Columns that name the event of a row."""
MOST_ROWS = 1000
"""More would slow the page for everybody; the sentence then says how many are left out."""


def as_table(name: str, drawing: Drawing, events: Sequence[str] = (), mode: Mode = Mode.ASSESSED) -> Markup:
    """`name` is the figure's: `Map`. Each row leads to one of `events`, if any, as the mark of the figure does."""
    if not drawing.rows:
        return NOTHING
    head = element("tr", *(element("th", column, scope="col") for column in drawing.rows[0]))
    left_out = len(drawing.rows) - MOST_ROWS
    more = (
        element("p", f"{counted(left_out, 'more row')} not listed here.", class_="dl-muted") if left_out > 0 else None
    )
    caption = element("caption", drawing.description)
    rows = _rows(drawing, events, mode)
    table = element("table", caption, element("thead", head), element("tbody", *rows), class_="dl-table")
    summary = element("summary", f"{name}: the same as a table")
    return element(
        "details",
        summary,
        element("div", table, more, class_="dl-scroll"),
        id=f"table-{name.lower()}",
        class_="dl-as-table",
    )


def _rows(drawing: Drawing, events: Sequence[str], mode: Mode) -> Iterator[Markup]:
    columns = list(drawing.rows[0])
    title = next((column for column in columns if column.lower() in TITLES), None)
    for each, event in zip(drawing.rows[:MOST_ROWS], events or repeat(None), strict=False):
        cells: dict[str, str | Markup] = {column: each[column] for column in columns}
        if event is not None and title is not None:
            cells[title] = event_link(event, words(each[title]), mode=mode)
        yield row(cells.values())
