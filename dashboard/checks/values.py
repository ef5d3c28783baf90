"""The values of an event that words must give: each with the claims or sources that it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from dashboard.checks.named_ids import described_values
from dashboard.model.amount import Amount, Quantity
from dashboard.model.assessed import Assessed, AssessedDate, AssessedText
from dashboard.model.dates import EventDate
from dashboard.model.event import Event, Participant
from dashboard.model.source import Source
from dashboard.model.time_and_place import Toward
from dashboard.store.workspace import PathInRecord

REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """A place of the registry, by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class ActorNamed:
    """An actor of the registry, by the id."""

    id: str


@dataclass(frozen=True, slots=True)
class TextGiven:
    """A text, such as a title or an outlet's name."""

    text: str


@dataclass(frozen=True, slots=True)
class AmountGiven:
    """Money, or a count."""

    value: Decimal
    currency: str | None
    """ISO 4217."""
    unit: str | None
    """What is counted."""
    to: Decimal | None = None
    """The upper end of a range."""
    qualifier: str = "exact"
    """`exact`, `about`, `at-least` or `at-most`."""


Thing: TypeAlias = EventDate | PlaceNamed | ActorNamed | TextGiven | AmountGiven


@dataclass(frozen=True, slots=True)
class CheckedValue:
    """A date, place, actor or amount of an event, as reported or as assessed."""

    thing: Thing
    basis: str
    """`reported`, or the basis of an assessed value."""
    path: PathInRecord
    """Where it stands in the event's file; the basis where an assessed value confirms what stands beside it."""
    claims: tuple[str, ...]
    """The keys of the claims that the value names."""
    sources: tuple[str, ...] = ()
    """The ids of the sources that the value names."""
    as_reported: str | None = None
    """Words that stand for it, by the record."""
    assessed: PathInRecord | None = None
    """Where the assessed value stands that it is; its `allow` may set a guard aside."""


def values_of(event: Event) -> Iterator[CheckedValue]:
    """Every value that the event gives, reported ones and assessed ones; none of those that are not known."""
    yield from _dates(event)
    yield from _places(event)
    for index, toward in enumerate(event.toward):
        yield from _second_place(index, toward)
    for index, part in enumerate(event.who):
        yield from _actor(index, part)
    for key, amount in event.amounts.items():
        yield from _amount(key, amount)


def reported_quantities(key: str, amount: Amount) -> Iterator[tuple[PathInRecord, Quantity, tuple[str, ...]]]:
    """How much an amount is by each source that says so, with its path and the claims that give it."""
    if amount.reported is not None:
        yield ("amounts", key, "reported"), amount.reported, amount.claims
    for index, other in enumerate(amount.also_reported):
        yield ("amounts", key, "also_reported", index, "reported"), other.reported, other.claims


def values_of_source(source: Source) -> Iterator[CheckedValue]:
    """Every assessed value of a source's description; none of those that are not known."""
    for path, assessed in described_values(source):
        match assessed:
            case AssessedDate(date=EventDate() as date):
                yield _assessed_value(date, assessed, path, "date")
            case AssessedText(value=str() as text):
                yield _assessed_value(TextGiven(text), assessed, path, "value")
            case _:
                pass


def _dates(event: Event) -> Iterator[CheckedValue]:
    when = event.when
    if when.reported is not None:
        yield CheckedValue(when.reported, REPORTED, ("when", "reported"), when.claims)
    for index, other in enumerate(when.also_reported):
        path = ("when", "also_reported", index, "reported")
        yield CheckedValue(other.reported, REPORTED, path, other.claims)
    if when.assessed is not None and when.assessed.date is not None:
        yield _assessed_value(when.assessed.date, when.assessed, ("when", "assessed"), "date")


def _places(event: Event) -> Iterator[CheckedValue]:
    where = event.where
    if where.reported is not None:
        place = PlaceNamed(where.reported)
        yield CheckedValue(place, REPORTED, ("where", "reported"), where.claims, as_reported=where.as_reported)
    for index, other in enumerate(where.also_reported):
        path = ("where", "also_reported", index, "reported")
        yield CheckedValue(PlaceNamed(other.reported), REPORTED, path, other.claims, as_reported=other.as_reported)
    if where.assessed is not None and where.assessed.place is not None:
        words = where.as_reported if where.assessed.place == where.reported else None
        yield _assessed_value(PlaceNamed(where.assessed.place), where.assessed, ("where", "assessed"), "place", words)


def _second_place(index: int, toward: Toward) -> Iterator[CheckedValue]:
    place = PlaceNamed(toward.place)
    yield CheckedValue(place, REPORTED, ("toward", index, "place"), toward.claims)
    if toward.assessed is not None:
        yield _assessed_value(place, toward.assessed, ("toward", index, "assessed"), "basis")


def _actor(index: int, part: Participant) -> Iterator[CheckedValue]:
    yield CheckedValue(
        ActorNamed(part.actor), REPORTED, ("who", index, "actor"), part.claims, as_reported=part.as_reported
    )
    if part.assessed is not None:
        own = part.assessed.actor
        words = part.as_reported if own in (None, part.actor) else None
        step = "actor" if own else "basis"
        yield _assessed_value(ActorNamed(own or part.actor), part.assessed, ("who", index, "assessed"), step, words)


def _amount(key: str, amount: Amount) -> Iterator[CheckedValue]:
    for path, quantity, claims in reported_quantities(key, amount):
        thing = AmountGiven(quantity.value, quantity.currency, quantity.unit, quantity.to, quantity.qualifier)
        yield CheckedValue(thing, REPORTED, (*path, "value"), claims)
    if (assessed := amount.assessed) is not None and assessed.value is not None:
        thing = AmountGiven(assessed.value, assessed.currency, assessed.unit, assessed.to, assessed.qualifier)
        yield _assessed_value(thing, assessed, ("amounts", key, "assessed"), "value")


def _assessed_value(
    thing: Thing, assessed: Assessed, path: PathInRecord, step: str, words: str | None = None
) -> CheckedValue:
    return CheckedValue(thing, assessed.basis, (*path, step), assessed.claims, assessed.sources, words, path)
