"""Does a briefing still stand: for each of its sentences, what has changed of that which it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.briefing.composing import outline_of
from dashboard.briefing.outline import Outline
from dashboard.briefing.sealed import Sealed, SealedSentence, sealed
from dashboard.briefing.state import KINDS, hash_of, verdict_of
from dashboard.checks.validation import Validation
from dashboard.evidence.verdicts import Verdict
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.query.changes.state import ALL, Key, State, unreadable
from dashboard.query.questions import Asked, Standing, asked_of
from dashboard.query.reading import Mode, readings


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, and why it does not stand any more; it stands where there is no reason."""

    sentence: SealedSentence
    reasons: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Nothing that it rests on has changed."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Verified:
    """A briefing, sentence by sentence."""

    title: str
    as_of: str
    findings: tuple[Finding, ...]
    left: tuple[str, ...] = ()
    """Of the record: what it was built on, and does not rest on any more."""
    is_known: bool = True
    """Whether the state is known in which it was built; if not, only what is wrong today can be told."""
    is_altered: bool = False
    """Of a written file: its words, or what it carries beside them, are not those that were written."""

    @property
    def fallen(self) -> tuple[Finding, ...]:
        """The sentences that do not stand."""
        return tuple(finding for finding in self.findings if not finding.stands)

    @property
    def stands(self) -> bool:
        """All of it: every sentence, and nothing is missing."""
        return not (self.fallen or self.left or self.is_altered or not self.is_known)


def verify_record(briefing: Briefing, validation: Validation, today: date) -> Verified:
    """The briefing as it would be written now, against the state that its record says it was built on."""
    built_on = briefing.built_on or BuiltOn()
    seal = sealed(outline_of(briefing, validation), validation, briefing.as_of.text, built_on)
    is_known = briefing.built_on is not None
    findings = _findings(seal, validation, today, is_known=is_known)
    cannot = unreadable(State(today, validation))
    left = tuple(_left(key, validation, cannot) for key in built_on.records if key not in seal.records)
    return Verified(seal.title, seal.as_of, findings, left, is_known)


def verify_written(seal: Sealed, validation: Validation, today: date, *, is_altered: bool = False) -> Verified:
    """A briefing as it was written, against the workspace as it is now."""
    return Verified(seal.title, seal.as_of, _findings(seal, validation, today), is_altered=is_altered)


def judged_too_late(outline: Outline, validation: Validation, today: date) -> dict[str, str]:
    """Questions that the outline judges and that are answered or overdue, as `thread-id/question`, each with why."""
    judged = [each for each in outline.statements() if each.question and not each.stood]
    now = _questions({each.question for each in judged}, validation, today)
    return {each.question: why for each in judged for why in _of_question(each.stood, now.get(each.question))}


def _findings(seal: Sealed, validation: Validation, today: date, *, is_known: bool = True) -> tuple[Finding, ...]:
    cannot = unreadable(State(today, validation))
    changed = {key: why for key in seal.records if is_known and (why := _changed(key, seal, validation, cannot))}
    asked = _questions({each.question for each in seal.sentences}, validation, today)
    return tuple(
        Finding(
            sentence,
            (
                *(changed[key] for key in seal.rests_on(sentence) if key in changed),
                *(why for claim in sentence.claims for why in _of_claim(claim, seal, validation, cannot)),
                *_of_question(sentence.stood, asked.get(sentence.question)),
            ),
        )
        for sentence in seal.sentences
    )


def _changed(key: str, seal: Sealed, validation: Validation, cannot: Mapping[Key, str]) -> str:
    """Why a record is not what it was; empty where it is. One that cannot be read is there, and not gone."""
    before, now = seal.built_on.records.get(key), hash_of(key, validation.workspace)
    if before == now:
        return ""
    if now is None:
        return _gone(key, cannot)
    return f"changed: {_named(key)}" if before else f"new since: {_named(key)}"


def _of_claim(claim: str, seal: Sealed, validation: Validation, cannot: Mapping[Key, str]) -> Iterator[str]:
    now, before = verdict_of(claim, validation), seal.built_on.verdicts.get(claim)
    if now is None:
        is_there = ("event", claim.partition("/")[0]) in cannot
        yield f"cannot be read: claim {claim}" if is_there else f"gone: claim {claim}"
    elif now == Verdict.FAILED:
        yield f"a quote of claim {claim} does not stand" + (f"; it was {before}" if before not in (None, now) else "")
    elif before not in (None, now):
        yield f"claim {claim} was {before}, and is {now}"


def _questions(named: Iterable[str], validation: Validation, today: date) -> dict[str, Asked]:
    """Where these stand now, and all others of their threads; each as `thread-id/question`."""
    workspace = validation.workspace
    ids = {each.partition("/")[0] for each in named}
    threads = [thread for id_, thread in workspace.threads.items() if id_ in ids]
    if not threads:
        return {}
    read = readings(workspace.events.values(), workspace.places, validation.evidence, Mode.ASSESSED)
    return {
        f"{thread.id}/{asked.key}": asked
        for thread in threads
        for asked in asked_of(thread, read, validation.evidence, Mode.ASSESSED, today)
    }


def _of_question(stood: str, now: Asked | None) -> Iterator[str]:
    """A judgement is overdue when the day has come, and nothing to be judged when the answer has.

    A row told where its question stood: it falls when that is not where it stands.
    """
    if now is None:
        return
    if now.standing is Standing.OVERDUE and now.question.due is not None and stood != Standing.OVERDUE:
        yield f"overdue: its question was due {now.question.due.words()}"
    elif now.deciding is not None and stood != now.deciding.answer.outcome:
        yield f"answered: {now.deciding.answer.outcome}, by event {now.deciding.reading.id}"


def _left(key: str, validation: Validation, cannot: Mapping[Key, str]) -> str:
    gone = hash_of(key, validation.workspace) is None
    return _gone(key, cannot) if gone else f"not rested on any more: {_named(key)}"


def _gone(key: str, cannot: Mapping[Key, str]) -> str:
    kind, _, id_ = key.partition("/")
    kind = kind.removesuffix("s")
    file = cannot.get((kind, id_)) or cannot.get((kind, ALL))
    return f"cannot be read: {_named(key)}, in {file}" if file else f"gone: {_named(key)}"


def _named(key: str) -> str:
    kind, _, id_ = key.partition("/")
    return f"{KINDS[kind]} {id_}"
