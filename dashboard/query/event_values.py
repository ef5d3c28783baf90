"""The values of an event as data: as reported, as assessed, and their basis. Card, comparison and wall draw them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dashboard.checks.giving import worked_out_from
from dashboard.evidence.verdicts import Evidence
from dashboard.model.allowance import Allowance
from dashboard.model.amount import Amount
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event, Participant, When, Where
from dashboard.query.citations import Citation, citation_of_assessed, citation_of_claims
from dashboard.query.disagreements import NOT_KNOWN, amount_label, amount_sides, participant_sides
from dashboard.query.reading import AssessedPart, Support, support_of_assessed, support_of_claims, support_of_reported
from dashboard.query.wording import ROLE_LABELS
from dashboard.store.workspace import Workspace


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
    """One of several names that stand in one value, with what carries it."""

    name: str
    support: Support
    citation: Citation | None
    claims: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EventValue:
    """One value, as one side has it. `text` is empty where it gives none."""

    text: str
    support: Support = Support.UNKNOWN
    citation: Citation | None = None
    """Where its mark leads."""
    claims: tuple[tuple[str, str], ...] = ()
    """The claims that carry it: id of the event and key of each."""
    as_reported: str = ""
    """The source's words, where `text` is the registry's."""
    parts: tuple[NamedPart, ...] = ()
    """The names in it, where each has a mark of its own."""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """`assessed` is None where the team has nothing of its own to say: then it reads as reported."""

    label: str
    reported: EventValue
    assessed: EventValue | None = None


def rows_of(event: Event, workspace: Workspace, evidence: Evidence) -> list[ValueRow]:
    """Every value of the event that can be reported or assessed, in the order of the card."""
    return list(_Rows(event, workspace, evidence).all())


def disputable_rows(
    event: Event, workspace: Workspace, evidence: Evidence
) -> Iterator[tuple[str, When | Where | Amount, ValueRow]]:
    """The values that claims can differ in: date, place and amounts, each with its kind and its row."""
    rows = _Rows(event, workspace, evidence)
    yield "When", event.when, rows.when()
    yield "Where", event.where, rows.where()
    for key, amount in event.amounts.items():
        yield "How much", amount, rows.how_much(key, amount)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one event."""

    event: Event
    workspace: Workspace
    evidence: Evidence

    def all(self) -> Iterator[ValueRow]:
        yield self.when()
        yield self.where()
        yield from self._toward()
        yield from self._who()
        for key, amount in self.event.amounts.items():
            yield self.how_much(key, amount)

    def when(self) -> ValueRow:
        when = self.event.when
        reported = self._reported_value(when.reported.words() if when.reported else "", when, when.as_reported)
        if when.reported and (words := self._how_worked_out(when)):
            reported = replace(reported, as_reported=words)
        date = when.assessed.date if when.assessed else None
        label = "When, lasted" if when.lasted else "When"
        return ValueRow(label, reported, self._assessed_value(date.words() if date else "", when))

    def _how_worked_out(self, when: When) -> str:
        """From which words, and from which day, a reported date is worked out; empty where the quotes give it."""
        claims = [self.event.claims[name] for name in when.claims if name in self.event.claims]
        relative = worked_out_from(when.reported, claims, self.workspace) if when.reported else None
        if relative is None:
            return ""
        day = f"{relative.by.day} {relative.by:%B %Y}"
        if when.as_reported:
            return f"“{when.as_reported}”, worked out from {day}"
        return f"worked out from “{relative.words}” and {day}"

    def where(self) -> ValueRow:
        where = self.event.where
        reported = self._reported_value(self._place(where.reported), where, where.as_reported)
        place = where.assessed.place if where.assessed else None
        return ValueRow("Where", reported, self._assessed_value(self._place(place), where))

    def how_much(self, key: str, amount: Amount) -> ValueRow:
        text, held = amount_sides(self.event, amount, self.workspace.events)
        reported = EventValue("")
        if text:
            part_of = (amount.part_of or "").rpartition("/")[0]
            basis = Basis(amount.purpose or "", part_of if part_of in self.workspace.events else "")
            reported = replace(self._reported_value(text, amount), basis=basis)
        assessed = self._assessed_value(held or "", amount)
        if assessed and amount.assessed:
            assessed = replace(assessed, basis=replace(assessed.basis, purpose=amount.assessed.purpose or ""))
        return ValueRow(amount_label(self.event, key), reported, assessed)

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
        parts = tuple(map(self._named_part, participants))
        claims = tuple(dict.fromkeys(claim for each in participants for claim in each.claims))
        support = support_of_claims(self.event, claims, self.evidence)
        return EventValue(", ".join(part.name for part in parts), support, parts=parts)

    def _named_part(self, participant: Participant) -> NamedPart:
        return NamedPart(
            self._name(participant),
            support_of_reported(self.event, participant, self.evidence),
            citation_of_claims(self.event, participant.claims, self.evidence),
            self._references(participant.claims),
        )

    def _references(self, claims: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple((self.event.id, claim) for claim in claims)

    def _name(self, participant: Participant) -> str:
        """The name, and the words for it where they are not one of the registry's names."""
        actor, name = self.workspace.actors.get(participant.actor), self.workspace.actor_name(participant.actor)
        if participant.as_reported is None or (actor and participant.as_reported in actor.names):
            return name
        return f"{name} (“{participant.as_reported}”)"

    def _place(self, id_: str | None) -> str:
        return self.workspace.place_name(id_ or "")

    def _reported_value(self, text: str | None, part: AssessedPart, as_reported: str | None = None) -> EventValue:
        if not text and not as_reported:
            return EventValue("")
        in_words = f"“{as_reported}”" if as_reported else ""
        support = support_of_reported(self.event, part, self.evidence)
        citation = citation_of_claims(self.event, part.claims, self.evidence)
        claims = self._references(part.claims)
        return EventValue(text or in_words, support, citation, claims, in_words if text else "")

    def _assessed_value(self, text: str | None, part: AssessedPart) -> EventValue | None:
        assessed = part.assessed
        if assessed is None:
            return None
        support = support_of_assessed(self.event, part, self.evidence)
        value = text or (NOT_KNOWN if assessed.basis == "unknown" else "")
        citation = citation_of_assessed(self.event, assessed, self.evidence)
        claims = self._references(assessed.claims)
        return EventValue(value, support, citation, claims, basis=_basis_of(assessed))


def _basis_of(assessed: Assessed) -> Basis:
    suppressed = tuple(assessed.allow.items())
    return Basis("", "", assessed.sources, assessed.basis == "inferred", assessed.note or "", suppressed)
