"""What stands in a cell of the table of events."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dashboard.app.parts.markup import NOTHING, Markup, element, every, joined, words
from dashboard.app.parts.signs import carried_mark, evidence_mark, problem_mark, thread_square
from dashboard.app.shown import Shown
from dashboard.evidence.verdicts import Verdict
from dashboard.query.reading import Carried, Reading
from dashboard.query.table import Table
from dashboard.query.wording import amount_words, spaced

MOST_NAMES: Final = 3
"""So many names or amounts stand in a cell; then how many more there are."""

Cell = Callable[[Reading, Table, Shown], Markup]


def cell(column: str, reading: Reading, table: Table, shown: Shown) -> Markup:
    """The content of one cell; nothing where the event has nothing there."""
    return CELLS[column](reading, table, shown)


def _date(reading: Reading) -> Markup:
    if reading.date.value is not None:
        return _carried(reading.date.value.short_words(), reading.date.carried)
    said = reading.event.when.as_reported
    return element("span", joined("undated", words(f"“{said}”") if said else None, by=" "), class_="dl-muted")


def _place(reading: Reading) -> Markup:
    place = reading.place.value
    return _carried(place.name, reading.place.carried) if place else element("span", "unplaced", class_="dl-muted")


def _carried(text: str, carried: Carried) -> Markup:
    return element("span", carried_mark(carried), " ", words(text), class_="dl-signed")


def _threads(reading: Reading, table: Table, shown: Shown) -> Markup:
    titles = [words(table.thread_title(thread)) for thread in reading.event.threads]
    square = thread_square(shown.thread_index(reading.event))
    return element("span", square, element("span", *_few(titles))) if titles else NOTHING


def _actors(reading: Reading, table: Table) -> Markup:
    """`United States → Ecuador`: who acts, on whom; then the others with their part."""
    names: dict[str, list[Markup]] = {}
    for part in table.actors(reading.event):
        names.setdefault(part.role, []).append(words(table.actor_name(part.actor)))
    acting = [every(_few(names[role])) for role in ("initiator", "recipient") if role in names]
    arrow = element("span", "→ ", class_="dl-muted") if "recipient" in names and "initiator" not in names else None
    others = [
        joined(every(_few(found)), element("span", f" ({spaced(role)})", class_="dl-muted"))
        for role, found in names.items()
        if role not in ("initiator", "recipient")
    ]
    return every([joined(arrow, every(acting, by=" → ")), *others], by="; ")


def _amounts(reading: Reading, table: Table) -> Markup:
    return every(_few([words(amount_words(each)) for each in table.amounts(reading.event)]))


def _few(items: Sequence[Markup]) -> list[Markup]:
    """`A, B, C and 4 more`, as parts to be put one after the other."""
    shown = [every(items[:MOST_NAMES], by=", ")]
    more = len(items) - MOST_NAMES
    return [*shown, element("span", f" and {more} more", class_="dl-muted")] if more > 0 else shown


def _claims(reading: Reading, table: Table) -> Markup:
    """Each verdict that there is with its count; they add up to all claims."""
    counts = table.verdicts(reading.event)
    parts = [
        element("span", evidence_mark(verdict.value), f" {counts[verdict]}", class_="dl-signed")
        for verdict in Verdict
        if counts[verdict]
    ]
    return element("span", every(parts, by=" "), class_="dl-tally")


def _problems(reading: Reading, table: Table) -> Markup:
    parts = [
        element("span", problem_mark(severity), f" {count}", class_="dl-signed")
        for severity, count in table.problems(reading.event).items()
        if count
    ]
    return element("span", every(parts, by=" "), class_="dl-tally") if parts else NOTHING


def _review(reading: Reading) -> Markup:
    review = reading.event.review
    return element("span", joined(review.status, words(review.by) if review.by else None, by=" by "))


CELLS: Final[Mapping[str, Cell]] = {
    "date": lambda reading, _table, _shown: _date(reading),
    "title": lambda reading, _table, _shown: words(reading.event.title),
    "place": lambda reading, _table, _shown: _place(reading),
    "thread": _threads,
    "type": lambda reading, _table, _shown: joined(spaced(reading.event.what.type or "")),
    "actors": lambda reading, table, _shown: _actors(reading, table),
    "commitment": lambda reading, _table, _shown: joined(
        spaced(reading.event.commitment.level) if reading.event.commitment else None
    ),
    "amounts": lambda reading, table, _shown: _amounts(reading, table),
    "claims": lambda reading, table, _shown: _claims(reading, table),
    "sources": lambda reading, table, _shown: joined(f"{table.origins(reading.event):,}"),
    "review": lambda reading, _table, _shown: _review(reading),
    "problems": lambda reading, table, _shown: _problems(reading, table),
    "file": lambda reading, table, _shown: element("span", words(table.file(reading.event)), class_="dl-file"),
}
"""By the column's key."""
