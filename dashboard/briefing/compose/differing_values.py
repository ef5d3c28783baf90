"""Where the team’s assessment differs from the source: dates, places, who took part, and amounts."""

from collections.abc import Iterator
from typing import Final

from dashboard.briefing.compose.assessed_values import assessed_value
from dashboard.briefing.compose.happened import date_of, place_of
from dashboard.briefing.outline import BriefingInput, TableRow, ValueWithBasis, basis, value_basis
from dashboard.model.amount import Amount
from dashboard.query.disagreements import amount_label, amount_sides, difference, participant_sides
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.query.wording import ROLE_LABELS

HEADINGS: Final = ("Event", "Value", "Reported", "Assessed", "Basis")
REFERENCES: Final = "Reported in"
"""Its claims give what is reported, and not what the team holds."""


def differing_rows(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[TableRow]:
    """A row for each such value of an event."""
    yield from _date(reading, chosen)
    yield from _place(reading, chosen)
    if chosen.mode is Mode.ASSESSED:
        yield from _participants(reading, chosen)
        yield from _amounts(reading, chosen)


def _date(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[TableRow]:
    event, when = reading.event, reading.event.when
    reported = when.reported.words() if when.reported else _in_quotes(when.as_reported)
    if reported and reading.date.value and when.reported != reading.date.value:
        told = ("When", reported, date_of(reading, chosen))
        yield _row(reading, chosen, "when", told, when.claims, value_basis.of_reported_date(event))


def _place(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[TableRow]:
    event, where = reading.event, reading.event.where
    place = chosen.workspace.places.get(where.reported or "")
    reported = place.name if place else _in_quotes(where.as_reported)
    if reported and reading.place.value and (place is None or place.id != reading.place.value.id):
        told = ("Where", reported, place_of(reading, chosen))
        rests_on = value_basis.of_reported_place(event)
        yield _row(reading, chosen, "where", told, where.claims, rests_on)


def _in_quotes(words: str | None) -> str:
    """The source's words, where nothing of the record's own says what it reports."""
    return f"“{words}”" if words else ""


def _participants(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[TableRow]:
    for index, each in enumerate(reading.event.who):
        found = difference(*participant_sides(each, chosen.workspace))
        if found and each.assessed:
            told = (ROLE_LABELS[each.role], found[0], assessed_value(found[1], reading, each, chosen))
            rests_on = value_basis.of_participant(reading.event, index)
            yield _row(reading, chosen, f"who.{index}", told, each.claims, rests_on)


def _amounts(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[TableRow]:
    event, events = reading.event, chosen.workspace.events
    for key, amount in event.amounts.items():
        found = difference(*_with_purpose(amount, *amount_sides(event, amount, events)))
        if found and amount.assessed:
            said = f"{found[0]} (“{amount.as_reported}”)" if amount.reported and amount.as_reported else found[0]
            told = (amount_label(event, key), said, assessed_value(found[1], reading, amount, chosen))
            rests_on = value_basis.of_amount(event, key, events)
            yield _row(reading, chosen, f"amounts.{key}", told, amount.claims, rests_on)


def _with_purpose(amount: Amount, reported: str, assessed: str) -> tuple[str, str]:
    """And what each side says that it is for, where that is not the same: they may differ in it alone."""
    purpose, held = amount.purpose, amount.assessed.purpose if amount.assessed else None
    if held is None or purpose == held or not (reported and assessed):
        return reported, assessed
    return f"{reported}\nfor {purpose}" if purpose else reported, f"{assessed}\nfor {held}"


def _row(
    reading: ResolvedEvent,
    chosen: BriefingInput,
    field: str,
    told: tuple[str, str, ValueWithBasis],
    claims: tuple[str, ...],
    rests_on: Iterator[str],
) -> TableRow:
    """`told`: what the value is called, as reported, and as held."""
    event, (name, reported, held) = reading.event, told
    cells = (event.title, name, reported, held.text, held.basis)
    named = [f"{event.id}/{key}" for key in claims]
    return chosen.numbering.row(cells, named, (*basis.of_title(event), *rests_on), held=held, field=field)
