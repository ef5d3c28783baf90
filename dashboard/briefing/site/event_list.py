"""Events as a table that is read without a script, too."""

from collections.abc import Iterable, Sequence
from typing import Final

from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.publication import Publication
from dashboard.query.fields import FIELDS, EventRow
from dashboard.query.marks import Mark, mark_of_recorded
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, thread_square

COLUMNS: Final = ("Date", "Event", "Place", "Thread", "Type", "Claims")
MOST_LISTED: Final = 200
"""So many events of a thread, an actor or a place are listed; the page of events finds the others."""
_PLAIN: Final = frozenset({"quote found", "found, relied on"})
"""Words of marks that a table leaves out: it marks exceptions alone."""


def event_table(readings: Iterable[ResolvedEvent], made: Publication, links: SiteLinks) -> Markup:
    """A row an event."""
    heads = [element("th", each, scope="col", data_sort=each.lower()) for each in COLUMNS]
    rows = join_all(_row_of(reading, made, links) for reading in readings)
    body = (element("thead", element("tr", *heads)), element("tbody", rows))
    return element("div", element("table", *body, class_="events"), class_="scroll", tabindex="0")


def event_section(readings: Sequence[ResolvedEvent], made: Publication, links: SiteLinks, asks: str = "") -> Markup:
    """The events of something, the newest first, under a heading that counts them.

    `asks` is the filter by which the page of events lists them all.
    """
    left = len(readings) - MOST_LISTED
    head = element("h2", "Events ", element("span", f"{len(readings):,}", class_="dl-count"))
    if not readings:
        return join(head, element("p", "No published event.", class_="dl-muted"))
    told = f"{count_words(left, 'more event')} not listed here: "
    more = element("p", told, element("a", "see Events", href=f"{links.up}events.html{asks}")) if left > 0 else None
    return join(head, event_table(readings[:MOST_LISTED], made, links), more)


def _row_of(reading: ResolvedEvent, made: Publication, links: SiteLinks) -> Markup:
    known = (links.up, reading.id)
    if known not in made.rows:
        made.rows[known] = _row(made.row(reading), made, links)
    return made.rows[known]


def _row(row: EventRow, made: Publication, links: SiteLinks) -> Markup:
    event, place = row.event, row.reading.place.value
    cells = (
        ("Date", join(_exception(date_mark(row)), words(date_words(row)), by=" ")),
        ("Event", links.event(event.id, words(event.title))),
        ("Place", join(_exception(place_mark(row)), words(place.name), by=" ") if place else NOTHING),
        ("Thread", thread_cell(row, made, links)),
        ("Type", join(type_words(row))),
        ("Claims", verdict_cells(row)),
    )
    shown = [
        element("th" if name == "Event" else "td", each, data_heading=name, scope="row" if name == "Event" else None)
        for name, each in cells
    ]
    return element("tr", *shown)


def date_words(row: EventRow) -> str:
    """When, in words."""
    date = row.reading.date.value
    return date.words() if date else "undated"


def type_words(row: EventRow) -> str:
    """The type of the event; empty without one."""
    return ", ".join(entry.text for entry in FIELDS["type"].entries(row)[:1])


def date_mark(row: EventRow) -> Mark:
    """The mark of the date."""
    return mark_of_recorded(row.event, row.event.when, row.table, row.table.mode)


def place_mark(row: EventRow) -> Mark:
    """The mark of the place."""
    return mark_of_recorded(row.event, row.event.where, row.table, row.table.mode)


def exception_word(mark: Mark) -> str:
    """The word of a mark that a table shows; empty of what is plain."""
    return "" if mark.word in _PLAIN else mark.word


def _exception(mark: Mark) -> Markup | None:
    return evidence_mark(mark.word) if exception_word(mark) else None


def thread_cell(row: EventRow, made: Publication, links: SiteLinks) -> Markup:
    """The first thread, after its colour."""
    first = next(iter(row.event.threads), None)
    if first is None or made.index_of_thread(first) is None:
        return words(first) if first else NOTHING
    title = words(made.workspace.thread_title(first))
    return join(thread_square(made.thread_index(row.event)), links.record("threads", first, title))


def verdict_cells(row: EventRow) -> Markup:
    """How many claims have which verdict."""
    counts = ((verdict.value, number) for verdict, number in row.verdicts.items() if number)
    return element("span", *(element("span", evidence_mark(word), f" {n:,}") for word, n in counts), class_="verdicts")
