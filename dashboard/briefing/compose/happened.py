"""What happened: the events in order, grouped by thread, each with its claims and what else the team holds of it."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.briefing.compose.assessed_values import assessed_statements, value_with_basis
from dashboard.briefing.outline import Block, BriefingInput, EventBlock, HeadingBlock, ValueWithBasis, basis
from dashboard.query.reading import ResolvedEvent

NO_THREAD = "In no thread"


def event_blocks(chosen: BriefingInput) -> Iterator[Block]:
    """A heading for each thread, and below it its events; each event once, under its first thread."""
    for thread in chosen.threads:
        yield from _group(chosen.workspace.threads[thread].title, _of_thread(chosen, thread), chosen)
    yield from _group(NO_THREAD, _of_thread(chosen, None), chosen)


def event_block(reading: ResolvedEvent, chosen: BriefingInput) -> EventBlock:
    """One event. Its headline rests on all that it claims; its questions stand among what is unknown."""
    event, numbering = reading.event, chosen.numbering
    keys = event.headline_claims
    claims = [f"{event.id}/{key}" for key in keys]
    return EventBlock(
        id=event.id,
        title=replace(numbering.statement(event.title, claims, rests_on=basis.of_headline(event)), verdicts=()),
        date=date_of(reading, chosen),
        place=place_of(reading, chosen),
        review=event.review.status,
        statements=(*(numbering.claim(event, key) for key in keys), *assessed_statements(reading, chosen)),
    )


def date_of(reading: ResolvedEvent, chosen: BriefingInput) -> ValueWithBasis:
    """When, in words."""
    when = reading.date.value
    return (
        ValueWithBasis("undated", "")
        if when is None
        else value_with_basis(when.words(), reading.date, reading.event.when.assessed, chosen)
    )


def place_of(reading: ResolvedEvent, chosen: BriefingInput) -> ValueWithBasis:
    """The event's place in words, with its basis; `unplaced` if it has none."""
    place = reading.place.value
    return (
        ValueWithBasis("unplaced", "")
        if place is None
        else value_with_basis(place.name, reading.place, reading.event.where.assessed, chosen)
    )


def _group(title: str, readings: tuple[ResolvedEvent, ...], chosen: BriefingInput) -> Iterator[Block]:
    if readings:
        yield HeadingBlock(title)
        yield from (event_block(reading, chosen) for reading in readings)


def _of_thread(chosen: BriefingInput, thread: str | None) -> tuple[ResolvedEvent, ...]:
    registered = chosen.workspace.threads
    return tuple(
        reading
        for reading in chosen.readings
        if next((each for each in reading.event.threads if each in registered), None) == thread
    )
