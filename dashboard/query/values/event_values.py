"""The values of an event as data: as reported, as assessed, and their basis. Card, comparison and wall draw them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dashboard.checks.giving import worked_out_from
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.allowance import Allowance
from dashboard.model.amount import Amount
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event, Participant
from dashboard.model.time_and_place import When, Where
from dashboard.query.disagreements import (
    NOT_KNOWN,
    amount_sides,
    differ,
    in_words,
    label_of,
    participant_sides,
    said_by_sources,
)
from dashboard.query.fields import EventTable
from dashboard.query.marks import UNKNOWN_MARK, Mark, mark_of_recorded, mark_of_reported
from dashboard.query.reading import AssessedPart, Mode, OtherValue, Support
from dashboard.query.wording import ROLE_LABELS
from dashboard.store.workspace import Workspace

_WEAKEST: Final = (
    Support.NOT_FOUND,
    Support.QUESTIONED,
    Support.NOT_CHECKABLE,
    Support.CHECKING,
    Support.QUOTED,
)
"""How the values of several sources are carried together: as the first of these that one of them is."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a value is for, is a part of, and rests on."""

    purpose: str = ""
    part_of: str = ""
    """The event whose amount it is a part of; empty where it is of none that is known."""
    sources: tuple[str, ...] = ()
    is_inferred: bool = False
    note: str = ""
    suppressed: tuple[tuple[str, Allowance], ...] = ()
    """Guards that are suppressed for it, each with the words and the reason."""


@dataclass(frozen=True, slots=True)
class NamedPart:
    """One of several names that stand in one value."""

    name: str
    mark: Mark
    value: str = ""
    """The value alone, where the name has its source behind it."""
    claims: tuple[str, ...] = ()
    """Keys of the claims that give it."""


@dataclass(frozen=True, slots=True)
class EventValue:
    """One value, as one side has it. `text` is empty where it gives none."""

    text: str
    mark: Mark = UNKNOWN_MARK
    as_reported: str = ""
    """The source's words, where `text` is the registry's."""
    parts: tuple[NamedPart, ...] = ()
    """The names in it, or the values of several sources, where each has a mark of its own."""
    differs: bool = False
    """Whether these are values of several sources, of which only one can be true."""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """`assessed` is None where the team has nothing of its own to say: then it reads as reported."""

    label: str
    reported: EventValue
    assessed: EventValue | None = None

    def value(self, mode: Mode) -> EventValue:
        """The side that `mode` shows."""
        return self.assessed if self.assessed is not None and mode is Mode.ASSESSED else self.reported


def rows_of(event: Event, table: EventTable) -> tuple[ValueRow, ...]:
    """Every value of the event that can be reported or assessed, in the order of the card: date and place first."""
    return tuple(_Rows(event, table).all())


def disputable_rows(event: Event, table: EventTable) -> Iterator[tuple[str, When | Where | Amount, ValueRow]]:
    """The values that claims can differ in: date, place and amounts, each with its kind and its row."""
    rows = _Rows(event, table)
    yield "When", event.when, rows.when()
    yield "Where", event.where, rows.where()
    for amount in event.amounts.values():
        yield "How much", amount, rows.how_much(amount)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one event."""

    event: Event
    table: EventTable

    @property
    def workspace(self) -> Workspace:
        """All records."""
        return self.table.workspace

    def all(self) -> Iterator[ValueRow]:
        yield self.when()
        yield self.where()
        yield from self._toward()
        yield from self._who()
        for amount in self.event.amounts.values():
            yield self.how_much(amount)

    def when(self) -> ValueRow:
        when = self.event.when
        reported = self._reported_value(when.reported.words() if when.reported else "", when, when.as_reported)
        if when.reported and (words := self._how_worked_out(when)):
            reported = replace(reported, as_reported=words)
        reported = self._with_others(reported, when)
        date = when.assessed.date if when.assessed else None
        return ValueRow(label_of(self.event, when), reported, self._assessed_value(date.words() if date else "", when))

    def _how_worked_out(self, when: When) -> str:
        """From which words, and from which day, a reported date is worked out; empty where the quotes give it."""
        claims = [self.event.claims[name] for name in when.claims if name in self.event.claims]
        relative = worked_out_from(when.reported, claims, self.workspace) if when.reported else None
        if relative is None:
            return ""
        day = relative.by_words
        if when.as_reported:
            return f"“{when.as_reported}”, worked out from {day}"
        return f"worked out from “{relative.words}” and {day}"

    def where(self) -> ValueRow:
        where = self.event.where
        reported = self._reported_value(self._place(where.reported), where, where.as_reported)
        reported = self._with_others(reported, where)
        place = where.assessed.place if where.assessed else None
        return ValueRow(label_of(self.event, where), reported, self._assessed_value(self._place(place), where))

    def how_much(self, amount: Amount) -> ValueRow:
        text, held = amount_sides(self.event, amount, self.workspace.events)
        reported = EventValue("")
        if text:
            part_of = (amount.part_of or "").rpartition("/")[0]
            basis = Basis(amount.purpose or "", part_of if part_of in self.workspace.events else "")
            value = self._reported_value(text, amount, _words_behind(amount))
            reported = replace(self._with_others(value, amount), basis=basis)
        assessed = self._assessed_value(held or "", amount)
        if assessed and amount.assessed:
            assessed = replace(assessed, basis=replace(assessed.basis, purpose=amount.assessed.purpose or ""))
        return ValueRow(label_of(self.event, amount), reported, assessed)

    def _toward(self) -> Iterator[ValueRow]:
        for toward in self.event.toward:
            name = self._place(toward.place)
            given = toward.assessed is None or bool(toward.claims)
            reported = self._reported_value(name if given else "", toward)
            yield ValueRow(toward.as_.capitalize(), reported, self._assessed_value(name, toward))

    def _who(self) -> Iterator[ValueRow]:
        """One row a role. Participants without an assessment share a row; each of the others has its own below it."""
        for role, label in ROLE_LABELS.items():
            of_role = [each for each in self.event.who if each.role == role]
            if alike := [each for each in of_role if each.assessed is None]:
                yield ValueRow(label, self._together(alike))
            for each in of_role:
                if each.assessed is not None:
                    given, held = participant_sides(each, self.workspace)
                    yield ValueRow(label, self._reported_value(given, each), self._assessed_value(held, each))

    def _together(self, participants: Sequence[Participant]) -> EventValue:
        """Participants of one role, each with a mark of its own."""
        marks = (mark_of_reported(self.event, each, self.table) for each in participants)
        parts = tuple(map(NamedPart, map(self._name, participants), marks))
        return EventValue(", ".join(part.name for part in parts), parts=parts)

    def _with_others(self, first: EventValue, part: When | Where | Amount) -> EventValue:
        """The reported value of `part` with those of other sources, each with its mark and the source's name."""
        if not part.also_reported:
            return first
        parts = tuple(self._of_one_source(text, each) for text, each in said_by_sources(part, self.workspace))
        weakest = min((each.mark for each in parts), key=lambda mark: _WEAKEST.index(mark.support), default=first.mark)
        text = "; ".join(each.name for each in parts)
        return replace(first, text=text, mark=weakest, parts=parts, differs=differ(part, self.workspace.places))

    def _of_one_source(self, text: str, part: When | Where | Amount | OtherValue) -> NamedPart:
        """A value of several, as one source or several have it."""
        claims = [self.event.claims[key] for key in part.claims if key in self.event.claims]
        named = dict.fromkeys(source for claim in claims for source in sorted(sources_of_claim(claim)))
        names = ", ".join(dict.fromkeys(map(self.workspace.source_name, named)))
        mark = mark_of_reported(self.event, part, self.table)
        return NamedPart(f"{text} ({names})" if names else text, mark, text, part.claims)

    def _name(self, participant: Participant) -> str:
        """The name, and the words for it where they are not one of the registry's names."""
        actor, name = self.workspace.actors.get(participant.actor), self.workspace.actor_name(participant.actor)
        is_registered = actor is not None and participant.as_reported in actor.names
        return name if is_registered else in_words(name, participant.as_reported)

    def _place(self, id_: str | None) -> str:
        return self.workspace.place_name(id_ or "")

    def _reported_value(self, text: str | None, part: AssessedPart, as_reported: str | None = None) -> EventValue:
        if not text and not as_reported:
            return EventValue("")
        in_words = f"“{as_reported}”" if as_reported else ""
        mark = mark_of_reported(self.event, part, self.table)
        return EventValue(text or in_words, mark, in_words if text else "")

    def _assessed_value(self, text: str | None, part: AssessedPart) -> EventValue | None:
        assessed = part.assessed
        if assessed is None:
            return None
        value = text or (NOT_KNOWN if assessed.basis == "unknown" else "")
        mark = mark_of_recorded(self.event, part, self.table, Mode.ASSESSED)
        return EventValue(value, mark, basis=_basis_of(assessed))


def _words_behind(amount: Amount) -> str | None:
    """The source's words for an amount, where a number stands before them."""
    return amount.as_reported if amount.reported is not None else None


def _basis_of(assessed: Assessed) -> Basis:
    suppressed = tuple(assessed.allow.items())
    return Basis("", "", assessed.sources, assessed.basis == "inferred", assessed.note or "", suppressed)
