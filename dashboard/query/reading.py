"""How an event reads: as assessed, or as reported. What every figure, list and count goes by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.assessed import Assessed
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Place

Value = TypeVar("Value")


class Mode(StrEnum):
    """The one switch of the page."""

    ASSESSED = "assessed"
    REPORTED = "reported"


class Support(StrEnum):
    """How a value is carried; figures draw it as the fill of a mark."""

    QUOTED = "quoted"
    """Solid."""
    EXTERNAL = "external"
    """Hollow."""
    NOT_CHECKABLE = "not checkable"
    """Hollow."""
    INFERRED = "inferred"
    """Hollow."""
    FAILED = "failed"
    """Crossed."""
    UNKNOWN = "unknown"
    """Not drawn: there is no value."""


@dataclass(frozen=True, slots=True)
class SupportedValue(Generic[Value]):
    """A value as the mode has it, and how it is carried."""

    value: Value | None
    carried: Support


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """A second place of an event: from the mark, `as_` about, destination or target."""

    place: Place
    as_: str
    carried: Support


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """One event in one mode."""

    event: Event
    date: SupportedValue[EventDate]
    place: SupportedValue[Place]
    lines: tuple[SecondPlace, ...]
    id: str = field(init=False, repr=False, compare=False)
    """The event's id."""
    thread: str | None = field(init=False, repr=False, compare=False)
    """The first thread that the event belongs to: its lane and colour."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.event.id)
        object.__setattr__(self, "thread", next(iter(self.event.threads), None))

    @property
    def sort_key(self) -> tuple[bool, object, str]:
        """The sort key: date, the undated last, then id."""
        dated = self.date.value is not None
        return (not dated, self.date.value.sort_key if self.date.value else (), self.event.id)


def resolve_events(
    events: Iterable[Event], places: Mapping[str, Place], evidence: Evidence, mode: Mode
) -> tuple[ResolvedEvent, ...]:
    """Every event as `mode` has it, ordered by date, the undated last."""
    return tuple(
        sorted((_resolve_event(event, places, evidence, mode) for event in events), key=lambda each: each.sort_key)
    )


def support_of_claims(event: Event, claims: Sequence[str], evidence: Evidence) -> Support:
    """Failed where one of the claims is; quoted where one is verified; else not checkable."""
    verdicts = {evidence.of(event.id, claim).verdict for claim in claims}
    if Verdict.FAILED in verdicts:
        return Support.FAILED
    return Support.QUOTED if Verdict.VERIFIED in verdicts else Support.NOT_CHECKABLE


def support_of_basis(event: Event, assessed: Assessed, evidence: Evidence) -> Support:
    """How an assessed value is carried: by its basis, or by the claims it names where that is `quoted`."""
    return (
        support_of_claims(event, assessed.claims, evidence) if assessed.basis == "quoted" else Support(assessed.basis)
    )


def _resolve_event(event: Event, places: Mapping[str, Place], evidence: Evidence, mode: Mode) -> ResolvedEvent:
    return ResolvedEvent(
        event,
        _date(event, evidence, mode),
        _place(event, places, evidence, mode),
        _lines(event, places, evidence, mode),
    )


def _date(event: Event, evidence: Evidence, mode: Mode) -> SupportedValue[EventDate]:
    when = event.when
    if mode is Mode.ASSESSED and when.assessed is not None:
        return _supported_value(when.assessed.date, support_of_basis(event, when.assessed, evidence))
    return _supported_value(when.reported, support_of_claims(event, when.claims, evidence))


def _place(event: Event, places: Mapping[str, Place], evidence: Evidence, mode: Mode) -> SupportedValue[Place]:
    where = event.where
    if mode is Mode.ASSESSED and where.assessed is not None:
        return _supported_value(
            places.get(where.assessed.place or ""), support_of_basis(event, where.assessed, evidence)
        )
    return _supported_value(places.get(where.reported or ""), support_of_claims(event, where.claims, evidence))


def _supported_value(value: Value | None, carried: Support) -> SupportedValue[Value]:
    return SupportedValue(value, carried) if value is not None else SupportedValue(None, Support.UNKNOWN)


def _lines(event: Event, places: Mapping[str, Place], evidence: Evidence, mode: Mode) -> tuple[SecondPlace, ...]:
    lines = []
    for toward in event.toward:
        if toward.place not in places:
            continue
        carried = support_of_claims(event, toward.claims, evidence)
        if toward.assessed is not None and mode is Mode.ASSESSED:
            carried = support_of_basis(event, toward.assessed, evidence)
        if mode is Mode.ASSESSED or carried in (Support.QUOTED, Support.FAILED):
            lines.append(SecondPlace(places[toward.place], toward.as_, carried))
    return tuple(lines)
