"""All that a card says of one event, as plain data; card, side by side and wall draw it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dashboard.checks.named_ids import places_of
from dashboard.model.allowance import Allowance
from dashboard.model.event import Event, Relation
from dashboard.model.problem import Problem
from dashboard.query.card.claims import CardClaim, claim_of
from dashboard.query.card.disputes import CardClaims, claims_of
from dashboard.query.citations import deciding_claim
from dashboard.query.disagreements import ClaimOfEvent, opponents_of
from dashboard.query.fields import FIELDS, EventRow
from dashboard.query.marks import Mark, mark_of_entry, mark_of_reported
from dashboard.query.values import ValueRow, rows_of
from dashboard.query.wording import likelihood_words

OUTGOING: Final = {
    "leads-to": "Leads to",
    "responds-to": "Responds to",
    "part-of": "Part of",
    "repeats": "Repeats",
    "conflates": "Conflates",
}
INCOMING: Final = {
    "leads-to": "Follows from",
    "responds-to": "Answered by",
    "part-of": "Includes",
    "repeats": "Repeated by",
    "conflates": "Conflated in",
}


@dataclass(frozen=True, slots=True)
class CardFact:
    """A word below the title."""

    text: str
    help: str
    """The topic of Help that explains it; empty where there is none."""
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class CardRelation:
    """A relation to another event, from this one or to it."""

    label: str
    event: str
    title: str
    """The other's title; its id where there is no such event."""
    is_known: bool
    mark: Mark | None
    """None where the team alone says so."""
    note: str
    suppressed: tuple[tuple[str, Allowance], ...]


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """A question that the event answers."""

    question: str
    outcome: str
    mark: Mark | None
    """None where the team alone says so."""


@dataclass(frozen=True, slots=True)
class CardJudgement:
    """What the team judges of a question, based on the event."""

    question: str
    judged: str
    """Likelihood and confidence, in sentences of their own."""
    made: str
    """By whom and when."""
    note: str


@dataclass(frozen=True)
class EventCard:
    """The card of an event as its row has it. Nothing is computed before it is asked for."""

    row: EventRow

    @property
    def event(self) -> Event:
        """The record."""
        return self.row.event

    @property
    def place(self) -> str:
        """Where it was, as the mode has it; empty where that is not known."""
        place = self.row.reading.place.value
        return place.name if place else ""

    @property
    def date(self) -> str:
        """When it was, as the mode has it; empty where it is undated."""
        date = self.row.reading.date.value
        return date.words() if date else ""

    @property
    def threads(self) -> str:
        """The titles of its threads."""
        return ", ".join(map(self.row.workspace.thread_title, self.event.threads))

    @property
    def facts(self) -> Iterator[CardFact]:
        """Commitment, type with its modes, and what is out of the ordinary."""
        for field in (field for place in ("first", "head") for field in FIELDS.values() if field.card == place):
            for entry in field.entries(self.row):
                about = f"{field.help}-{entry.value}" if field.help else ""
                yield CardFact(entry.on_card or entry.text, about, mark_of_entry(entry, self.row))

    @property
    def retraction(self) -> str | None:
        """Why the record is retracted; None where it is not."""
        review = self.event.review
        return (review.note or "") if review.status == "retracted" else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of its file."""
        return self.row.table.problems_of.get(self.event.id, ())

    @property
    def lead(self) -> CardClaim:
        """The claim whose verdict decides first; of several, one that nothing contradicts."""
        event, places = self.event, self.row.workspace.places
        undisputed = sorted(event.claims, key=lambda key: bool(opponents_of(event, key, places)))
        return self.claim(deciding_claim(self.event, undisputed, self.row.table.evidence) or undisputed[0])

    def claim(self, key: str) -> CardClaim:
        """One of its claims, by itself."""
        return claim_of(ClaimOfEvent(self.event, key), self.row.table)

    @cached_property
    def values(self) -> tuple[ValueRow, ...]:
        """Every value that can be reported or assessed: date and place first."""
        return rows_of(self.event, self.row.table)

    @cached_property
    def claims(self) -> CardClaims:
        """Every claim, in its place."""
        return claims_of(self.event, self.row.table)

    @property
    def relations(self) -> Iterator[CardRelation]:
        """Relations both ways: its own first."""
        for each in self.event.relations:
            yield self._relation(OUTGOING[each.type], each.event, self.event, each)
        for other, each in self.row.table.relations_to.get(self.event.id, ()):
            yield self._relation(INCOMING[each.type], other.id, other, each)

    def _relation(self, label: str, id_: str, event: Event, relation: Relation) -> CardRelation:
        """The relation to the event of that id; `event` is the one whose record has it."""
        other = self.row.workspace.events.get(id_)
        mark = mark_of_reported(event, relation, self.row.table) if relation.claims else None
        suppressed = tuple(relation.allow.items())
        return CardRelation(
            label, id_, other.title if other else id_, other is not None, mark, relation.note or "", suppressed
        )

    @property
    def answers(self) -> Iterator[CardAnswer]:
        """The questions that it answers."""
        for each in self.event.answers:
            mark = mark_of_reported(self.event, each, self.row.table) if each.claims else None
            yield CardAnswer(self.row.workspace.question_text(each.question), each.outcome, mark)

    @property
    def judgements(self) -> Iterator[CardJudgement]:
        """The team's judgements that are based on it."""
        for each in self.event.judgements:
            judged = f"{likelihood_words(each.likelihood).capitalize()}. Confidence: {each.confidence}."
            question = self.row.workspace.question_text(each.question)
            yield CardJudgement(question, judged, f"{each.by}, {each.on.words()}", each.note or "")

    @property
    def fields(self) -> Iterator[tuple[str, str]]:
        """Contexts and tags: the title of each, and what it has."""
        for field in FIELDS.values():
            if field.card == "foot" and (entries := field.entries(self.row)):
                yield field.title, ", ".join(each.text for each in entries)

    @property
    def place_checks(self) -> Iterator[tuple[str, tuple[str, Allowance]]]:
        """Guards that are suppressed for its places: the name of the place, the guard, the words and the reason."""
        for id_ in dict.fromkeys(place for _path, place in places_of(self.event)):
            if place := self.row.workspace.places.get(id_):
                yield from ((place.name, each) for each in place.allow.items())

    @property
    def file(self) -> str:
        """Its file, and the line of its title."""
        line, _ = self.row.workspace.position(self.row.file, ("title",), key=True)
        return f"{self.row.file}:{line}"

    @property
    def review(self) -> str:
        """The state of its review, by whom and when."""
        review = self.event.review
        details = (review.status, f"by {review.by}" if review.by else "", review.on.words() if review.on else "")
        return " ".join(filter(None, details))

    @property
    def review_note(self) -> str:
        """What the review found; empty where that retracts the record."""
        return self.event.review.note or "" if self.retraction is None else ""
