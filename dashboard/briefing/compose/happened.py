"""What happened: the events in order, grouped by thread, each with its claims."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dashboard.briefing.outline import Block, Chosen, Heading, Told, Value, of_headline, source_words
from dashboard.model.assessed import Assessed
from dashboard.query.reading import Carried, Read, Reading

NO_THREAD = "In no thread"


def happened(chosen: Chosen) -> Iterator[Block]:
    """A heading for each thread, and below it its events; each event once, under its first thread."""
    for thread in chosen.threads:
        yield from _group(chosen.workspace.threads[thread].title, _of_thread(chosen, thread), chosen)
    yield from _group(NO_THREAD, _of_thread(chosen, None), chosen)


def told(reading: Reading, chosen: Chosen) -> Told:
    """One event. Its headline rests on all that it claims; its questions stand among what is unknown."""
    event, numbering = reading.event, chosen.numbering
    keys = [key for key, claim in event.claims.items() if claim.kind != "question"] or list(event.claims)
    claims = [f"{event.id}/{key}" for key in keys]
    return Told(
        id=event.id,
        title=replace(
            numbering.statement(event.title, claims, rests_on=of_headline(event, chosen.workspace)), verdicts=()
        ),
        date=date_of(reading, chosen),
        place=place_of(reading, chosen),
        review=event.review.status,
        statements=tuple(numbering.claim(event, key) for key in keys),
    )


def date_of(reading: Reading, chosen: Chosen) -> Value:
    """When, in words."""
    when = reading.date.value
    return (
        Value("undated", "")
        if when is None
        else held_value(when.words(), reading.date, reading.event.when.assessed, chosen)
    )


def place_of(reading: Reading, chosen: Chosen) -> Value:
    """Where, in words."""
    place = reading.place.value
    return (
        Value("unplaced", "")
        if place is None
        else held_value(place.name, reading.place, reading.event.where.assessed, chosen)
    )


def held_value(text: str, read: Read[Any], assessed: Assessed | None, chosen: Chosen) -> Value:
    """With how it is carried; where it is from outside, by which sources."""
    if read.carried is not Carried.EXTERNAL or assessed is None:
        return Value(text, read.carried.value)
    named = tuple((id_, source_words(id_, chosen.workspace.sources.get(id_))) for id_ in assessed.sources)
    return Value(text, f"{read.carried.value}: {'; '.join(name for _, name in named)}", named)


def _group(title: str, readings: tuple[Reading, ...], chosen: Chosen) -> Iterator[Block]:
    if readings:
        yield Heading(title)
        yield from (told(reading, chosen) for reading in readings)


def _of_thread(chosen: Chosen, thread: str | None) -> tuple[Reading, ...]:
    registered = chosen.workspace.threads
    return tuple(
        reading
        for reading in chosen.readings
        if next((each for each in reading.event.threads if each in registered), None) == thread
    )
