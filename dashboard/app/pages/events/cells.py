"""What stands in a cell of the table of events."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dashboard.app.parts import (
    claims_mark,
    date_words,
    evidence_mark,
    problem_mark,
    recorded_mark,
    strength_line,
    thread_square,
)
from dashboard.app.shell import PageContext
from dashboard.evidence.verdicts import Verdict
from dashboard.query.reading import ResolvedEvent
from dashboard.query.tables import EventTable
from dashboard.query.wording import amount_words, through_words, without_hyphens
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

MOST_NAMES: Final = 3
"""So many names or amounts stand in a cell; then how many more there are."""

Cell = Callable[[ResolvedEvent, EventTable, PageContext], Markup]


def cell(column: str, reading: ResolvedEvent, table: EventTable, page: PageContext) -> Markup:
    """The content of one cell; nothing where the event has nothing there."""
    return CELLS[column](reading, table, page)


def _date(reading: ResolvedEvent, page: PageContext) -> Markup:
    undated = "" if reading.date.value else " dl-muted"
    return element("span", date_words(reading, page), class_=f"dl-signed{undated}")


def _place(reading: ResolvedEvent, page: PageContext) -> Markup:
    event, place = reading.event, reading.place.value
    if place is None:
        return element("span", "unplaced", class_="dl-muted")
    return element("span", recorded_mark(event, event.where, page), " ", words(place.name), class_="dl-signed")


def _threads(reading: ResolvedEvent, table: EventTable, page: PageContext) -> Markup:
    titles = [words(table.thread_title(thread)) for thread in reading.event.threads]
    square = thread_square(page.thread_index(reading.event))
    return element("span", square, element("span", *_few(titles))) if titles else NOTHING


def _actors(reading: ResolvedEvent, table: EventTable, page: PageContext) -> Markup:
    """The actors: by, `→` to, then the others with their role; each after its mark."""
    names: dict[str, list[Markup]] = {}
    for part in table.actors(reading.event):
        mark = recorded_mark(reading.event, part.recorded, page)
        names.setdefault(part.role, []).append(_mark_and_words(mark, _in_role(part.role, table.actor_name(part.actor))))
    return join_all((join_all(_few(found, by=" ")) for found in names.values()), by=" ")


def _in_role(role: str, name: str) -> Markup:
    before = element("span", "→ ", class_="dl-muted") if role == "recipient" else None
    after = (
        element("span", f" ({without_hyphens(role)})", class_="dl-muted")
        if role not in ("initiator", "recipient")
        else None
    )
    return join(before, words(name), after)


def _amounts(reading: ResolvedEvent, table: EventTable, page: PageContext) -> Markup:
    event = reading.event
    named = {key: words(amount_words(each)) for key, each in table.amounts(event).items()}
    return join_all(
        _few([_mark_and_words(recorded_mark(event, event.amounts[key], page), each) for key, each in named.items()])
    )


def _commitment(reading: ResolvedEvent, page: PageContext) -> Markup:
    commitment = reading.event.commitment
    if commitment is None:
        return NOTHING
    return _mark_and_words(claims_mark(reading.event, commitment.claims, page), join(without_hyphens(commitment.level)))


def _mark_and_words(mark: Markup, content: Markup) -> Markup:
    """A mark and its content on one line, never broken between the two."""
    return element("span", mark, " ", content, class_="dl-kept")


def _few(items: Sequence[Markup], by: str = ", ") -> list[Markup]:
    """`A, B, C and 4 more`, as parts to be put one after the other."""
    first = [join_all(items[:MOST_NAMES], by=by)]
    more = len(items) - MOST_NAMES
    return [*first, element("span", f" and {more} more", class_="dl-muted")] if more > 0 else first


def _claims(reading: ResolvedEvent, table: EventTable) -> Markup:
    """The verdicts with their counts, which add up to all claims."""
    counts = table.verdicts(reading.event)
    parts = [
        element("span", evidence_mark(verdict.value), f" {counts[verdict]}", class_="dl-signed")
        for verdict in Verdict
        if counts[verdict]
    ]
    return element("span", join_all(parts, by=" "), class_="dl-tally")


def _problems(reading: ResolvedEvent, table: EventTable) -> Markup:
    parts = [
        element("span", problem_mark(severity), f" {count}", class_="dl-signed")
        for severity, count in table.problems(reading.event).items()
        if count
    ]
    return element("span", join_all(parts, by=" "), class_="dl-tally") if parts else NOTHING


def _origins(reading: ResolvedEvent, table: EventTable) -> Markup:
    """The number of independent sources and of outlets, in figures: easier to compare than words."""
    strength = table.strength(reading.event)
    if not strength.origins:
        return strength_line(strength)
    return join(f"{strength.origins:,}", element("span", f" · {through_words(strength)}", class_="dl-muted"))


def _review(reading: ResolvedEvent) -> Markup:
    review = reading.event.review
    return element("span", join(review.status, words(review.by) if review.by else None, by=" by "))


CELLS: Final[Mapping[str, Cell]] = {
    "date": lambda reading, _table, page: _date(reading, page),
    "title": lambda reading, _table, _page: words(reading.event.title),
    "place": lambda reading, _table, page: _place(reading, page),
    "thread": _threads,
    "type": lambda reading, _table, _page: join(without_hyphens(reading.event.what.type or "")),
    "actors": _actors,
    "commitment": lambda reading, _table, page: _commitment(reading, page),
    "amounts": _amounts,
    "claims": lambda reading, table, _page: _claims(reading, table),
    "sources": lambda reading, table, _page: _origins(reading, table),
    "review": lambda reading, _table, _page: _review(reading),
    "problems": lambda reading, table, _page: _problems(reading, table),
    "file": lambda reading, table, _page: element("span", words(table.file(reading.event)), class_="dl-file"),
}
"""By the column's key."""
