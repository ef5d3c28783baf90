"""A figure's content as a table, closed until it is asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from dashboard.app.parts.evidence_links import word_link
from dashboard.app.parts.links import event_link
from dashboard.app.shell import PageContext
from dashboard.cache import SharedCache
from dashboard.model.event import Event
from dashboard.query.citations import Citation, citation_of_claims
from dashboard.query.marks import mark_of_recorded
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, row, words
from dashboard.views.drawing import Drawing

TITLES: Final = ("event", "title")
"""Columns that name the event of a row."""
MOST_ROWS = 500
"""So many rows a table has; of more, the first `FIRST_ROWS`, and a sentence says how many are left out."""
FIRST_ROWS: Final = 200
"""In so many rows what is carried leads to the words, too; in those behind them, the event's card has the marks."""


def _of_rung(event: Event, page: PageContext) -> Citation | None:
    return citation_of_claims(event, event.commitment.claims, page.evidence) if event.commitment else None


def _of_date(event: Event, page: PageContext) -> Citation | None:
    return mark_of_recorded(event, event.when, page.table, page.mode).citation


def _of_place(event: Event, page: PageContext) -> Citation | None:
    return mark_of_recorded(event, event.where, page.table, page.mode).citation


def _of_second_place(event: Event, page: PageContext) -> Citation | None:
    return mark_of_recorded(event, event.toward[0], page.table, page.mode).citation if event.toward else None


_cache: Final[SharedCache[Markup]] = SharedCache(12)
"""By what they say, and of which state of the workspace; of 1,000 rows one takes half a megabyte."""

_LEADING: Final[Mapping[tuple[str, str], Callable[[Event, PageContext], Citation | None]]] = {
    ("Map", "Evidence"): _of_place,
    ("Map", "Second place"): _of_second_place,
    ("Timeline", "Evidence"): _of_date,
    ("Ladder", "date evidence"): _of_date,
    ("Ladder", "level evidence"): _of_rung,
    ("Network", "When"): _of_date,
}
"""Figure and column to where its word leads."""


def as_table(name: str, drawing: Drawing, events: Sequence[str] = (), page: PageContext | None = None) -> Markup:
    """`name` is the figure's: `Map`. Each row leads to one of `events`, if any, as the mark of the figure does.

    How a value is carried leads to the words, as its mark does elsewhere; not in a table of thousands.
    """
    if not drawing.rows:
        return NOTHING
    if page is None:
        return _table(name, drawing, events, page)
    first = _first(drawing.rows)
    told = tuple(events[: len(first)])
    said = (name, _caption(name, drawing), len(drawing.rows), told, page.mode, id(page.validation))
    key = (*said, tuple(tuple(each.values()) for each in first))
    return _cache.get(key, page.validation, lambda: _table(name, drawing, events, page))


def _table(name: str, drawing: Drawing, events: Sequence[str], page: PageContext | None) -> Markup:
    head = element("tr", *(element("th", column, scope="col") for column in drawing.rows[0]))
    caption = element("caption", _caption(name, drawing))
    rows = _rows(name, drawing, events, page) if page else _plain(drawing)
    table = element("table", caption, element("thead", head), element("tbody", *rows), class_="dl-table")
    summary = element("summary", f"Show {name.lower()} data as a table")
    return element(
        "details",
        summary,
        element("div", table, _left_out(drawing.rows), class_="dl-scroll"),
        id=f"table-{name.lower()}",
        class_="dl-as-table",
    )


def _first(rows: Sequence[Mapping[str, str]]) -> Sequence[Mapping[str, str]]:
    """The rows that are listed."""
    return rows[: MOST_ROWS if len(rows) <= MOST_ROWS else FIRST_ROWS]


def _left_out(rows: Sequence[Mapping[str, str]]) -> Markup | None:
    """How many are not."""
    number = len(rows) - len(_first(rows))
    return element("p", f"{count_words(number, 'more row')} not listed here.", class_="dl-muted") if number else None


def _caption(name: str, drawing: Drawing) -> str:
    """What the figure shows; of a map by cells, which has a table of its own for that, what the rows are."""
    return f"Events on the {name.lower()}" if drawing.sums else drawing.description


def sums_table(name: str, drawing: Drawing) -> Markup:
    """The sums of a map by cells; apart from its events, which stay while the map is moved and hexagons change."""
    if not drawing.sums:
        return NOTHING
    columns = list(drawing.sums[0])
    by = columns[0].lower()
    head = element("tr", *(element("th", column, scope="col") for column in columns))
    rows = (row(each[column] for column in columns) for each in _first(drawing.sums))
    caption = element("caption", drawing.description)
    table = element("table", caption, element("thead", head), element("tbody", *rows), class_="dl-table")
    return element(
        "details",
        element("summary", f"Show {name.lower()} data by {by} as a table"),
        element("div", table, _left_out(drawing.sums), class_="dl-scroll"),
        id=f"sums-{name.lower()}",
        class_="dl-as-table",
    )


def _plain(drawing: Drawing) -> Iterator[Markup]:
    columns = list(drawing.rows[0])
    return (row(each[column] for column in columns) for each in _first(drawing.rows))


def _rows(name: str, drawing: Drawing, events: Sequence[str], page: PageContext) -> Iterator[Markup]:
    columns = list(drawing.rows[0])
    title = next(column for column in columns if column.lower() in TITLES)
    leading = {column: _LEADING[name, column] for column in columns if (name, column) in _LEADING}
    for number, (each, id_) in enumerate(zip(_first(drawing.rows), events, strict=False)):
        cells: dict[str, str | Markup] = {column: each[column] for column in columns}
        cells[title] = event_link(id_, words(each[title]), mode=page.mode)
        for column, ground in leading.items() if number < FIRST_ROWS else ():
            cells[column] = word_link(each[column], ground(page.workspace.events[id_], page), page)
        yield row(cells.values())
