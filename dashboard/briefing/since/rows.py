"""New events of a briefing's section on changes: a table for each way of being new."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dashboard.briefing.outline import (
    Block,
    BriefingInput,
    HeadingBlock,
    TableBlock,
    TableRow,
    of_date,
    of_rung,
    of_title,
)
from dashboard.model.event import Event
from dashboard.query.changes import NewEvent, new_titles


def new_tables(new: Sequence[NewEvent], day: date, made: BriefingInput) -> Iterator[Block]:
    """New in the world apart from new to us, seen from the end of `day`."""
    for novelty, title in new_titles(day).items():
        own = (_row(each, made) for each in new if each.novelty is novelty)
        yield from table_of(title, ("Date", "Event", "Commitment"), own)


def table_of(title: str, headings: tuple[str, ...], rows: Iterable[TableRow]) -> Iterator[Block]:
    """Under its title; nothing where there is no row."""
    if found := tuple(rows):
        yield HeadingBlock(title)
        yield TableBlock(headings, found)


def claims_of(event: Event) -> list[str]:
    """What its headline rests on: `event-id/claim` of all that it claims, of its questions only where it asks alone."""
    keys = [key for key, claim in event.claims.items() if claim.kind != "question"] or list(event.claims)
    return [f"{event.id}/{key}" for key in keys]


def _row(new: NewEvent, made: BriefingInput) -> TableRow:
    event = new.event
    level = event.commitment.level if event.commitment else ""
    cells = (new.date.words() if new.date else "undated", event.title, level)
    rests_on = (*of_title(event), *of_date(event), *of_rung(event))
    return made.numbering.row(cells, claims_of(event), rests_on)
