"""What checks and other records decide of an event: fields that no record has, but on which sentences rest."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dashboard.briefing.outline.attribution import attribution
from dashboard.briefing.outline.exceptions import exceptions_of
from dashboard.checks.validation import Validation
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.amount import Amount
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Thread
from dashboard.model.time_and_place import When, Where
from dashboard.query.changes import Json, part_at
from dashboard.query.disagreements import (
    ClaimOfEvent,
    DisputeGroup,
    contradictions_of,
    differ,
    disputes_of,
    opponents_of,
)
from dashboard.query.reading import Mode, Support, resolve_events, support_of_assessed, support_of_reported
from dashboard.query.reliance import Reliance, Reliances, reliances_of
from dashboard.store.workspace import Workspace

OBJECTION: Final = "objection"
"""Behind a value of the team's: whether a check objects to it."""
OPPONENTS: Final = "opponents"
"""Behind a claim: the claims that report a value with which its own cannot be true."""
RELIANCE: Final = "reliance"
"""Behind a claim: how far one can rely on it, if its quotes are found."""
DIFFERS: Final = "differs"
"""Behind a date, place or amount: whether sources give values of which only one can be true."""
SUPPORT: Final = "support"
"""Behind a date, a place, an amount or who took part: how the value that is held is carried."""
EXCEPTIONS: Final = "exceptions"
"""Behind a claim, the exceptions of its event that the annex tells there; of an event, those of none of its claims."""
RAISED_BY: Final = "raised-by"
"""Behind a question: the claims that raise it."""
ANSWERED_BY: Final = "answered-by"
"""Behind a question: the events that answer it, how, and by which claims."""
JUDGED_BY: Final = "judged-by"
"""Behind a question that is open: the event, the person and the day of the team's last judgement on it."""
IS_ASKED: Final = "is-asked"
"""Behind a question: whether its thread asks it."""
DISPUTE: Final = "dispute"
"""Behind a claim of a dispute: which it contradicts; behind the one told first, also which others contradict which."""
ATTRIBUTION: Final = "attribution"
"""Behind a claim: by which speakers a briefing says that it is, beside those whom its text has say it."""
IN_WORDS: Final = "in-words"
"""Behind a claim: that a sentence has its words, and not only refers to it. It stays while the claim is there."""
HAS_OTHERS: Final = "has-others"
"""Behind a date, place or amount: whether there are values of several sources."""
_WORDS: Final[Mapping[str, str]] = {
    OBJECTION: "whether a check objects",
    OPPONENTS: "which claims report another value",
    RELIANCE: "how far one can rely on it",
    DIFFERS: "whether sources differ",
    SUPPORT: "how it is carried",
    EXCEPTIONS: "suppressed checks",
    RAISED_BY: "which claims raise it",
    ANSWERED_BY: "which events answer it",
    JUDGED_BY: "who judged it last",
    IS_ASKED: "whether it is asked",
    DISPUTE: "which claims contradict which",
    HAS_OTHERS: "whether several sources give it",
    ATTRIBUTION: "who says it",
    IN_WORDS: "told in its words",
}
_ANY_KIND: Final = "statement"
"""The kind that a claim has where it is asked by whom it is: one that is told of whoever says it."""
_STEPS: Final = {
    "when": 2,
    "where": 2,
    "claims": 3,
    "amounts": 3,
    "toward": 4,
    "who": 4,
    "questions": 3,
    EXCEPTIONS: 1,
}
"""Steps of a path to such a field: ids may be the same words as these fields have."""


def decided_field(path: str) -> str | None:
    """The field that a dotted path ends with, if checks and other records decide it; None of a field of a record."""
    steps = path.split(".")
    return steps[-1] if steps[-1] in _WORDS and len(steps) == _STEPS.get(steps[0]) else None


def decided_field_words(field: str) -> str:
    """`whether sources differ`."""
    return _WORDS[field]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is decided in a workspace. Nothing is known of checks where it has not been checked."""

    workspace: Workspace
    evidence: Evidence | None = None
    reliances: Reliances | None = None
    day: date = date.max
    """The last day on which the briefing holds: what happened after it raises and answers no question."""
    _questions: dict[str, "_Question"] = field(default_factory=dict, repr=False, compare=False)
    _disputes: dict[str, list[Json]] = field(default_factory=dict, repr=False, compare=False)

    def value(self, record: Event | Thread, path: str) -> Json:
        """The value of a decided field, `claims.closed.reliance`; None where there is nothing to say."""
        above, _, field = path.rpartition(".")
        first, _, name = above.partition(".")
        if isinstance(record, Thread):
            if field == IS_ASKED:
                return name in record.questions or None
            return self._of_question(f"{record.id}/{name}", field)
        event = record
        match field:
            case "dispute":
                return self._dispute(f"{event.id}/{name}")
            case "in-words":
                return name in event.claims or None
            case "attribution":
                return self._attribution(event, name)
            case "has-others":
                return bool(getattr(part_at(event, (first, name)), "also_reported", ())) or None
            case "exceptions":
                return self._exceptions(event, name)
            case "support":
                return self._support(event, first, name)
            case "reliance":
                return self._reliance(event, name)
            case "opponents":
                return self._opponents(event, name)
            case "differs":
                part = part_at(event, (first, name))
                return (isinstance(part, When | Where | Amount) and differ(part, self.workspace.places)) or None
            case _:
                return self._is_questioned(event, first, name) or None

    def _reliance(self, event: Event, key: str) -> Json:
        """None of other verdicts, which are told apart, and of a quote that is found, no more."""
        if self.reliances is None or self.reliances.evidence.of(event.id, key).verdict is not Verdict.FOUND:
            return None
        found = self.reliances.of_claims(event, [key])
        return None if found is Reliance.FOUND else found.value

    def _attribution(self, event: Event, key: str) -> Json:
        """What is said in a sentence and in the annex; None where neither names anybody. The kind is told apart."""
        if key not in event.claims:
            return None
        claim, name_of = event.claims[key].model_copy(update={"kind": _ANY_KIND}), self.workspace.actor_name
        said = [attribution(claim, name_of, in_full=each, by_id=True) for each in (False, True)]
        return None if set(said) == {_ANY_KIND.capitalize()} else [*said]

    def _opponents(self, event: Event, key: str) -> Json:
        if key not in event.claims:
            return None
        return sorted(set(opponents_of(event, key, self.workspace.places)) - set(event.claims[key].disputed_by))

    def _is_questioned(self, event: Event, first: str, name: str) -> bool:
        part = part_at(event, (first, name))
        if part is None or self.evidence is None:
            return False
        return support_of_assessed(event, part, self.evidence) is Support.QUESTIONED

    def _support(self, event: Event, first: str, name: str) -> Json:
        """How the team's value is carried where it holds one, else that of the words."""
        part = part_at(event, (first, name))
        if part is None or self.evidence is None:
            return None
        of_part = support_of_reported if part.assessed is None else support_of_assessed
        return of_part(event, part, self.evidence).value

    def _exceptions(self, event: Event, key: str) -> Json:
        """The exceptions that name the claim; without a claim, those that name none."""
        found = exceptions_of(event, self.workspace)
        return [words for claims, words in found if (key in claims if key else event.claims.keys().isdisjoint(claims))]

    def _dispute(self, claim: str) -> Json:
        """The pairs of claims on which its line in a dispute rests, which is told as one block."""
        if not self._disputes:
            self._disputes[""] = []
            pairs, _ = disputes_of(self.workspace.events, self.workspace, self.evidence or Evidence(), Mode.ASSESSED)
            for group in contradictions_of(pairs):
                self._disputes.update(_lines_of(group))
        return self._disputes.get(claim)

    def _of_question(self, reference: str, field: str) -> Json:
        if not self._questions:
            self._questions.update({"": _Question(), **self._every_question()})
        found = self._questions.get(reference, _Question())
        if field == JUDGED_BY:
            return found.judged_by(self.day)
        return found.raised_by if field == RAISED_BY else found.answered_by

    def _every_question(self) -> dict[str, "_Question"]:
        """What raises, answers and judges each question, in the order of events."""
        every = (each for each in self.workspace.events.values() if each.review.status != "retracted")
        events = [each for each in every if each.answers or each.judgements or _raises(each)]
        found: defaultdict[str, _Question] = defaultdict(_Question)
        for reading in resolve_events(events, self.workspace.places, self.evidence or Evidence(), Mode.ASSESSED):
            if reading.is_after(self.day):
                continue
            for key, claim in reading.event.claims.items():
                if claim.question:
                    found[claim.question].raised_by.append(f"{reading.id}/{key}")
            for each in reading.event.answers:
                found[each.question].answered_by.append([reading.id, each.outcome, list(each.claims)])
            for made in reading.event.judgements:
                found[made.question].judgements.append((made.on, [reading.id, made.by, made.on.text]))
        return found


@dataclass(slots=True)
class _Question:
    """What events have on one question."""

    raised_by: list[Json] = field(default_factory=list)
    answered_by: list[Json] = field(default_factory=list)
    judgements: list[tuple[EventDate, Json]] = field(default_factory=list)

    def judged_by(self, day: date) -> Json:
        """The last judgement by that day; None of a question that is answered."""
        if any(outcome != "partly" for _, outcome, _ in self.answered_by):
            return None
        latest = sorted(self.judgements, key=lambda made: made[0].sort_key, reverse=True)
        return next((told for on, told in latest if on.earliest and on.earliest <= day), None)


def _lines_of(group: DisputeGroup) -> Iterator[tuple[str, list[Json]]]:
    """Each claim of a dispute with its pairs: of the first all, of another the first, and those told before it."""
    first = _name(group.claim)
    every: list[Json] = []
    for each in group.others:
        name, against = _name(each.said), [_name(other) for other in each.against]
        every += (sorted([name, other]) for other in against)
        yield name, [first, *sorted(against)]
    yield first, sorted(every)


def _name(said: ClaimOfEvent) -> str:
    return "/".join(said.at)


def _raises(event: Event) -> bool:
    return any(claim.question for claim in event.claims.values())


def decisions_of(validation: Validation, day: date = date.max) -> Decisions:
    """What is decided in a workspace that was checked, for a briefing that holds as of `day`."""
    return Decisions(validation.workspace, validation.evidence, reliances_of(validation), day)
