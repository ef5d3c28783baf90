"""How an event reads: as assessed, or as reported. What every figure, list and count goes by."""

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Generic, TypeVar

from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.amount import Amount, OtherAmount
from dashboard.model.dates import EventDate
from dashboard.model.event import Answer, Commitment, Event, Participant, Relation
from dashboard.model.registry import Place
from dashboard.model.time_and_place import OtherDate, OtherPlace, Toward, When, Where
from dashboard.store.workspace import PathInRecord

Value = TypeVar("Value")


class Mode(StrEnum):
    """The one switch of the page."""

    ASSESSED = "assessed"
    REPORTED = "reported"

    @property
    def other(self) -> "Mode":
        """The one that the switch leads to."""
        return Mode.REPORTED if self is Mode.ASSESSED else Mode.ASSESSED


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
    QUESTIONED = "questioned"
    """Hollow."""
    NOT_FOUND = "quote not found"
    """Crossed."""
    CHECKING = "being checked"
    """Hollow: the checks that may object have not been made yet."""
    UNKNOWN = "unknown"
    """Not drawn: there is no value."""

    @property
    def is_by_quotes(self) -> bool:
        """Whether quotes of held texts carry it, or are said to: what counts as reported."""
        return self in (Support.QUOTED, Support.QUESTIONED, Support.NOT_FOUND, Support.CHECKING)


SUPPORT_OF_VERDICT: Final = {
    Verdict.NOT_FOUND: Support.NOT_FOUND,
    Verdict.FOUND: Support.QUOTED,
    Verdict.QUESTIONED: Support.QUESTIONED,
    Verdict.NOT_CHECKABLE: Support.NOT_CHECKABLE,
    Verdict.CHECKING: Support.CHECKING,
}
"""How one claim carries what it is of."""
OtherValue = OtherDate | OtherPlace | OtherAmount
"""What a source reports beside a first value."""
Part = When | Where | Toward | Participant | Amount | Commitment | Relation | Answer | OtherValue
"""What in an event claims carry, beside claims themselves."""
AssessedPart = When | Where | Toward | Participant | Amount
"""What the team may hold a value of its own for."""


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

    def is_after(self, day: dt.date) -> bool:
        """Whether all that the event's date allows lies after `day`."""
        when = self.date.value
        return when is not None and when.earliest is not None and when.earliest > day


def resolve_events(
    events: Iterable[Event], places: Mapping[str, Place], evidence: Evidence, mode: Mode
) -> tuple[ResolvedEvent, ...]:
    """Every event as `mode` has it, ordered by date, the undated last."""
    known = _KnownValues()
    read = [_resolve_event(event, places, evidence, mode, known) for event in events]
    return tuple(sorted(read, key=lambda each: each.sort_key))


def resolve_again(
    readings: Iterable[ResolvedEvent],
    places: Mapping[str, Place],
    evidence: Evidence,
    mode: Mode,
    with_sides: Container[str],
) -> tuple[ResolvedEvent, ...]:
    """The events of `readings`, which are in the other mode, as `mode` has them.

    All but those `with_sides`, by their ids, are the very readings that were given.
    """
    known = _KnownValues()
    again = [
        _resolve_event(each.event, places, evidence, mode, known) if each.id in with_sides else each
        for each in readings
    ]
    return tuple(sorted(again, key=lambda each: each.sort_key))


def has_sides(event: Event) -> bool:
    """Whether it may read in several ways: something is assessed or reported twice, or there is a second place.

    No mode changes any other event, as most are, and no value of it differs.
    """
    return bool(event.toward) or event.has_other_values or next(event.assessed_values(), None) is not None


def newest_first(readings: Iterable[ResolvedEvent]) -> tuple[ResolvedEvent, ...]:
    """The newest first, as one reads what is new; the undated last all the same."""
    known = sorted(readings, key=lambda each: each.sort_key)
    dated = [each for each in known if each.date.value is not None]
    return (*reversed(dated), *known[len(dated) :])


def support_of_claims(event: Event, claims: Sequence[str], evidence: Evidence) -> Support:
    """How claims carry what they are of: a quote that is not found decides, then one that is found."""
    if len(claims) == 1:
        return SUPPORT_OF_VERDICT[evidence.of(event.id, claims[0]).verdict]
    verdicts = {evidence.of(event.id, claim).verdict for claim in claims}
    if Verdict.NOT_FOUND in verdicts:
        return Support.NOT_FOUND
    if Verdict.FOUND in verdicts:
        return Support.QUOTED
    if Verdict.CHECKING in verdicts:
        return Support.CHECKING
    return Support.QUESTIONED if Verdict.QUESTIONED in verdicts else Support.NOT_CHECKABLE


def support_of_reported(event: Event, part: Part, evidence: Evidence) -> Support:
    """How what the words give is carried: by its claims, and questioned where a check objects to it."""
    carried = support_of_claims(event, part.claims, evidence)
    return _after_checks(carried, event, part, evidence, assessed=False)


def support_of_assessed(event: Event, part: AssessedPart, evidence: Evidence) -> Support:
    """How the team's own value is carried: by its basis, or by the claims it names where that is `quoted`.

    It is questioned where a check objects: also one from outside that the stored text of its source does not give.
    """
    assessed = part.assessed
    if assessed is None:
        return Support.UNKNOWN
    is_quoted = assessed.basis == "quoted"
    carried = support_of_claims(event, assessed.claims, evidence) if is_quoted else Support(assessed.basis)
    return _after_checks(carried, event, part, evidence, assessed=True)


def _after_checks(carried: Support, event: Event, part: Part, evidence: Evidence, *, assessed: bool) -> Support:
    if event.id in evidence.unchecked and carried in (Support.QUOTED, Support.EXTERNAL):
        return Support.CHECKING
    objected = event.id in evidence.objections and carried in (Support.QUOTED, Support.EXTERNAL)
    if objected and (path := path_of_part(event, part)) and evidence.is_questioned(event.id, path, assessed=assessed):
        return Support.QUESTIONED
    return carried


def path_of_part(event: Event, part: Part) -> PathInRecord:
    """The path of a part in the record of its event; empty for one that is not in it."""
    match part:
        case When():
            return ("when",)
        case Where():
            return ("where",)
        case Commitment():
            return ("commitment",)
        case Amount():
            return next((("amounts", key) for key, each in event.amounts.items() if each is part), ())
    if isinstance(part, OtherValue):
        return next((path for path, each in event.other_values() if each is part), ())
    lists = {"toward": event.toward, "who": event.who, "relations": event.relations, "answers": event.answers}
    found = ((name, index) for name, parts in lists.items() for index, each in enumerate(parts) if each is part)
    return next(found, ())


class _KnownValues:
    """The values met so far: 100,000 events have few different ones, and those that are alike are one object."""

    def __init__(self) -> None:
        self._dates: dict[tuple[str, Support], SupportedValue[EventDate]] = {}
        self._places: dict[tuple[str, Support], SupportedValue[Place]] = {}

    def date(self, value: EventDate | None, carried: Support) -> SupportedValue[EventDate]:
        """The date, carried so; unknown where there is none."""
        if value is None:
            return SupportedValue(None, Support.UNKNOWN)
        return self._dates.setdefault((value.text, carried), SupportedValue(value, carried))

    def place(self, value: Place | None, carried: Support) -> SupportedValue[Place]:
        """The place, carried so; unknown where there is none."""
        if value is None:
            return SupportedValue(None, Support.UNKNOWN)
        return self._places.setdefault((value.id, carried), SupportedValue(value, carried))


def _resolve_event(
    event: Event, places: Mapping[str, Place], evidence: Evidence, mode: Mode, known: _KnownValues
) -> ResolvedEvent:
    return ResolvedEvent(
        event,
        known.date(*_date(event, evidence, mode)),
        known.place(*_place(event, places, evidence, mode)),
        _lines(event, places, evidence, mode),
    )


def _date(event: Event, evidence: Evidence, mode: Mode) -> tuple[EventDate | None, Support]:
    when = event.when
    if mode is Mode.ASSESSED and when.assessed is not None:
        return when.assessed.date, support_of_assessed(event, when, evidence)
    return when.reported, support_of_reported(event, when, evidence)


def _place(event: Event, places: Mapping[str, Place], evidence: Evidence, mode: Mode) -> tuple[Place | None, Support]:
    where = event.where
    if mode is Mode.ASSESSED and where.assessed is not None:
        return places.get(where.assessed.place or ""), support_of_assessed(event, where, evidence)
    return places.get(where.reported or ""), support_of_reported(event, where, evidence)


def _lines(event: Event, places: Mapping[str, Place], evidence: Evidence, mode: Mode) -> tuple[SecondPlace, ...]:
    lines = []
    for toward in event.toward:
        if toward.place not in places:
            continue
        carried = support_of_reported(event, toward, evidence)
        if toward.assessed is not None and mode is Mode.ASSESSED:
            carried = support_of_assessed(event, toward, evidence)
        if mode is Mode.ASSESSED or carried.is_by_quotes:
            lines.append(SecondPlace(places[toward.place], toward.as_, carried))
    return tuple(lines)
