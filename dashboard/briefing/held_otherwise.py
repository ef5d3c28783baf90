"""Values that the team holds otherwise than they are reported: dates and places."""

from collections.abc import Iterator

from dashboard.briefing import resting
from dashboard.briefing.chosen import Chosen
from dashboard.briefing.happened import date_of, place_of
from dashboard.briefing.outline import Row
from dashboard.query.reading import Reading


def held_otherwise(reading: Reading, chosen: Chosen) -> Iterator[Row]:
    """A row for each such value of an event."""
    yield from _date(reading, chosen)
    yield from _place(reading, chosen)


def _date(reading: Reading, chosen: Chosen) -> Iterator[Row]:
    event, reported = reading.event, reading.event.when.reported
    if reported and reading.date.value and reported != reading.date.value:
        held = date_of(reading, chosen)
        claims = [f"{event.id}/{key}" for key in event.when.claims]
        rests_on = (*resting.of_title(event), *resting.of_reported_date(event))
        yield chosen.numbering.row((event.title, reported.words(), held.text, held.basis), claims, rests_on, held=held)


def _place(reading: Reading, chosen: Chosen) -> Iterator[Row]:
    event = reading.event
    reported = chosen.workspace.places.get(event.where.reported or "")
    if reported and reading.place.value and reported.id != reading.place.value.id:
        held = place_of(reading, chosen)
        claims = [f"{event.id}/{key}" for key in event.where.claims]
        rests_on = (*resting.of_title(event), *resting.of_reported_place(event, chosen.workspace))
        yield chosen.numbering.row((event.title, reported.name, held.text, held.basis), claims, rests_on, held=held)
