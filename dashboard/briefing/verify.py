"""Does a briefing still stand: for each of its sentences, what has changed of that which it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dashboard.briefing.compose import outline_of
from dashboard.briefing.manifest import (
    BriefingComparison,
    Looks,
    Manifest,
    ManifestSentence,
    looks_not_checked,
    looks_otherwise,
    manifest_of,
)
from dashboard.briefing.outline import Outline, resolved_events
from dashboard.briefing.told_now import ToldNow, told_now
from dashboard.checks.validation import Validation
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.query.changes import State, unreadable
from dashboard.query.questions import QuestionStatus, TrackedQuestion, track_questions
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words

OVERDUE: Final = "overdue"
ANSWERED: Final = "answered"
"""How the reasons begin that time brings, and no record's change."""


@dataclass(frozen=True, slots=True)
class SentenceFinding:
    """One sentence, and why it does not stand any more; it stands where there is no reason."""

    sentence: ManifestSentence
    changes: tuple[str, ...] = ()
    """What changed of that which it rests on."""
    dated: tuple[str, ...] = ()
    """Reasons from the question of the sentence: it is overdue or answered now. The records may be unchanged."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.changes, *self.dated)

    @property
    def stands(self) -> bool:
        """Nothing speaks against it."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Verification:
    """A briefing, sentence by sentence."""

    title: str
    as_of: str
    findings: tuple[SentenceFinding, ...]
    left: tuple[str, ...] = ()
    """What the briefing's record was built on, but the briefing does not rest on any more. Empty for a written file."""
    is_known: bool = True
    """Whether the state is known in which it was built; if not, only what is wrong today can be told."""
    is_altered: bool = False
    """Whether the words of a written file, or the data in it, differ from what was written."""
    otherwise: tuple[str, ...] = ()
    """The ways in which a written file looks different from when it was written, one sentence each."""
    not_checked: tuple[str, ...] = ()
    """What was not kept of a written file's looks, so that a change of it cannot be told; one sentence each."""
    is_by_record: bool = False
    """It was built before fields were kept: any change of a record is told of all that rests on it."""
    texts: tuple[str, ...] = ()
    """Texts of sources that changed; what is quoted from them is looked for in them as they are now. No reason."""

    @property
    def stale(self) -> tuple[SentenceFinding, ...]:
        """The sentences that do not stand."""
        return tuple(finding for finding in self.findings if not finding.stands)

    @property
    def with_changes(self) -> tuple[SentenceFinding, ...]:
        """The sentences that rest on what has changed."""
        return tuple(finding for finding in self.findings if finding.changes)

    @property
    def stands(self) -> bool:
        """All of it: every sentence, and nothing is missing."""
        return not (self.stale or self.left or self.is_altered or self.otherwise or not self.is_known)

    def question_words(self) -> str:
        """`1 question is overdue, 2 questions are answered`: of those that it tells of as open; empty where none is."""
        dated = [(finding.sentence.question, why) for finding in self.findings for why in finding.dated]
        counts = {word: len({each for each, why in dated if why.startswith(word)}) for word in (OVERDUE, ANSWERED)}
        return ", ".join(
            f"{count_words(number, 'question')} {'is' if number == 1 else 'are'} {word}"
            for word, number in counts.items()
            if number
        )

    def text_words(self) -> str:
        """`1 text of a source is not what it was when this was accepted`; empty where each is what it was."""
        if not self.texts:
            return ""
        if len(self.texts) == 1:
            return "1 text of a source is not what it was when this was accepted"
        return f"{len(self.texts):,} texts of sources are not what they were when this was accepted"


def verify_record(briefing: Briefing, validation: Validation, today: date) -> Verification:
    """The briefing as it would be written now, against the state that its record says it was built on."""
    built_on = briefing.built_on or BuiltOn()
    seal = manifest_of(outline_of(briefing, validation), validation, briefing, built_on)
    is_known = briefing.built_on is not None
    compared = BriefingComparison(seal, validation, unreadable(State(today, validation)))
    return Verification(
        seal.title,
        seal.as_of,
        _findings(compared, today, is_known=is_known),
        compared.no_longer_used(),
        is_known,
        is_by_record=built_on.is_by_record,
        texts=compared.texts(),
    )


def verify_written(
    seal: Manifest, validation: Validation, today: date, *, is_altered: bool = False, looks: Looks | None = None
) -> Verification:
    """A briefing as it was written, against the workspace as it is now. `looks`: how the file looks now."""
    compared = BriefingComparison(seal, validation, unreadable(State(today, validation)))
    findings = _findings(compared, today)
    if seal.briefing is not None:
        findings = tuple(_with_left_out(findings, seal, told_now(seal, seal.briefing, validation)))
    return Verification(
        seal.title,
        seal.as_of,
        findings,
        is_altered=is_altered,
        otherwise=looks_otherwise(seal.looks, looks) if looks is not None else (),
        not_checked=looks_not_checked(seal.looks, looks) if looks is not None else (),
        is_by_record=seal.built_on.is_by_record,
        texts=compared.texts(),
    )


def judged_too_late(outline: Outline, validation: Validation, today: date) -> dict[str, str]:
    """Questions that the outline judges and that are answered or overdue, as `thread-id/question`, each with why."""
    judged = [each for each in outline.statements() if each.question and not each.stood]
    now = _questions({each.question for each in judged}, validation, today)
    return {each.question: why for each in judged for why in _of_question(each.stood, now.get(each.question))}


def _findings(compared: BriefingComparison, today: date, *, is_known: bool = True) -> tuple[SentenceFinding, ...]:
    seal = compared.seal
    asked = _questions({each.question for each in seal.sentences}, compared.validation, today)
    return tuple(
        SentenceFinding(
            sentence,
            (*(compared.of_records(sentence) if is_known else ()), *compared.of_claims(sentence)),
            tuple(_of_question(sentence.stood, asked.get(sentence.question))),
        )
        for sentence in seal.sentences
    )


def _with_left_out(findings: Iterable[SentenceFinding], seal: Manifest, now: ToldNow) -> Iterator[SentenceFinding]:
    """The findings; a sentence of which nothing has changed, but that would not be written any more, falls, too."""
    for each in findings:
        left = () if each.changes else tuple(now.why_left_out(each.sentence, seal.rests_on(each.sentence)))
        yield replace(each, changes=left) if left else each


def _questions(named: Iterable[str], validation: Validation, today: date) -> dict[str, TrackedQuestion]:
    """Every question of the threads of the `named` questions, as it is today, by `thread-id/question`."""
    workspace = validation.workspace
    ids = {each.partition("/")[0] for each in named}
    threads = [thread for id_, thread in workspace.threads.items() if id_ in ids]
    if not threads:
        return {}
    read = resolved_events(validation, Mode.ASSESSED)
    return {
        f"{thread.id}/{asked.key}": asked
        for thread in threads
        for asked in track_questions(thread, read, validation.evidence, Mode.ASSESSED, today)
    }


def _of_question(stood: str, now: TrackedQuestion | None) -> Iterator[str]:
    """A judgement is overdue when the day has come, and nothing to be judged when the answer has.

    A row told where its question stood: it falls when that is not where it stands.
    """
    if now is None:
        return
    if now.standing is QuestionStatus.OVERDUE and now.question.due is not None and stood != QuestionStatus.OVERDUE:
        yield f"{OVERDUE}: its question was due {now.question.due.words()}"
    elif now.deciding is not None and stood != now.deciding.answer.outcome:
        yield f"{ANSWERED}: {now.deciding.answer.outcome}, by event {now.deciding.reading.id}"
