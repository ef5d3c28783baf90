"""A draft looked at: what is wrong with it, field by field; whether its records stand; what it will look like."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.app.pages.brief.draft import MOST_EVENTS, NEW, TOO_MANY, Draft, file_name
from dashboard.app.shell import PageContext
from dashboard.briefing.compose import outline_of
from dashboard.briefing.manifest import state_of
from dashboard.briefing.outline import (
    ATTRIBUTION,
    Outline,
    StoredHashes,
    basis,
    changed_paths,
    choose_events,
    decided_field,
    hashes_of,
    merge_absent,
    problems_of_one,
)
from dashboard.briefing.verify import SentenceFinding, verify_record
from dashboard.checks.drafts import DraftResult, check_draft
from dashboard.checks.validation import Validation
from dashboard.clock import today
from dashboard.errors import DatelineError
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.model.problem import Problem, Severity

NEWLY: Final = "new since: "
"""How a reason begins that is no change: the draft itself came to rest on it."""
FieldProblem = tuple[list[str | int], str, str, str]
"""Path of the field, severity, message, hint."""

REQUIRED: Final = "required"
"""Said of a field that nothing stands in yet; the form says it quietly until something was typed there."""

HINTS: Final[Mapping[str, str]] = {
    "sentence-without-basis": "add a claim, or initials",
    "judgement-without-evidence": "add a claim",
    "number-not-in-claims": "correct it, add a claim that gives it, or add initials",
    "name-not-in-claims": "correct it, add a claim that names it, or add initials",
    "as-of-not-a-day": "write a day, such as 2025-12-31, or a time on that day",
}
"""What to do, by the problem's code, in the words of the form; where the record's own words would speak of YAML."""


@dataclass(frozen=True, slots=True)
class ComposedBriefing:
    """A draft that is a valid briefing: what can be built and shown of it."""

    briefing: Briefing
    validation: Validation
    """The workspace as if the draft were one of its files."""
    outline: Outline


@dataclass(frozen=True, slots=True)
class DraftReview:
    """The result of reviewing a draft."""

    made: ComposedBriefing | None
    """None where the draft breaks the model."""
    problems: tuple[FieldProblem, ...]
    told: tuple[str, ...] = ()
    """Ids of the events that it tells of; of too many, the first."""
    matching: int = 0
    """The number of these events."""
    fallen: tuple[SentenceFinding, ...] = ()
    """Sentences that rest on what has changed since the writer last looked through it."""
    texts: tuple[str, ...] = ()
    """Texts of sources that are not what they were then; no sentence falls by that alone."""
    overdue: str = ""
    """Questions that it lists as open and that are not any more, in words: time does that, not a changed record."""

    @property
    def errors(self) -> int:
        """The number of problems that are errors."""
        return sum(severity == Severity.ERROR for _, severity, _, _ in self.problems)


def review_draft(draft: Draft, page: PageContext) -> DraftReview:
    """The problems, records and result of a draft, by the same reader, checks and writers as the commands."""
    try:
        found = check_draft(draft.id, draft.fields, page.validation)
    except DatelineError as error:
        return DraftReview(None, ((["id"], Severity.ERROR, str(error), ""),))
    problems = [_on_field(problem, found) for problem in found.problems]
    if draft.key == NEW and file_name(draft.id) in files_of(page):
        problems.append((["id"], Severity.ERROR, f"a briefing {draft.id} already exists", "choose another name"))
    if found.briefing is None:
        told = _event_ids(draft, page)
        return DraftReview(None, tuple(problems), told[:MOST_EVENTS], len(told))
    problems += [
        (["selection"], problem.severity, problem.message, problem.hint)
        for problem in problems_of_one(found.briefing, found.validation)
    ]
    told = tuple(reading.id for reading in choose_events(found.briefing, found.validation).readings)
    if len(told) > MOST_EVENTS:
        problems.append((["selection"], Severity.ERROR, f"{TOO_MANY}, and these are {len(told):,}", "filter further"))
        return DraftReview(None, tuple(problems), told[:MOST_EVENTS], len(told))
    made = ComposedBriefing(found.briefing, found.validation, outline_of(found.briefing, found.validation))
    return DraftReview(made, tuple(problems), told, len(told), *_changes_found(made, page))


def to_be_written(draft: Draft, made: ComposedBriefing, page: PageContext) -> Briefing:
    """The briefing with the state that it rests on.

    Of records that it rested on before, the state stays the one that somebody looked through, unless the writer
    accepts what changed; of others it is that of now.
    """
    now = state_of(made.outline, made.validation)
    saved = page.workspace.briefings.get(draft.key)
    before = saved.built_on if saved else None
    if before is None or draft.accepts:
        return made.briefing.model_copy(update={"built_on": now})
    kept = _kept_by_record if before.is_by_record else _keep_earlier
    return made.briefing.model_copy(update={"built_on": kept(before, now, page)})


def _keep_earlier(before: BuiltOn, now: BuiltOn, page: PageContext) -> BuiltOn:
    """`now`, with the earlier hash of every field that `before` has too.

    Records that are gone stay listed, and so do fields that changed and that nothing rests on any more. Where `before`
    has the speakers of a claim alone, what was said of them then is not known: it stays so.
    """
    was, is_, hashes = StoredHashes(before), StoredHashes(now), hashes_of(page.validation)
    gone = {record for record in before.fields if record not in now.fields and _is_gone(record, page)}

    def keep_fields(record: str) -> dict[str, str]:
        others = set(changed_paths(record, was, hashes))
        own = {path: told for path, told in is_.fields(record).items() if not _is_later(f"{record}#{path}", was)}
        return {**own, **{path: told for path, told in was.fields(record).items() if path in own or path in others}}

    fields = {record: merge_absent(keep_fields(record)) for record in sorted({*now.fields, *gone})}
    return BuiltOn(
        records={key: before.records.get(key, sha256) for key, sha256 in now.records.items()},
        fields=fields,
        verdicts=_verdicts(before, now),
    )


def _is_later(key: str, was: StoredHashes) -> bool:
    """Whether a field tells what is said of a claim's speakers, and the earlier state has the speakers alone."""
    claim, _, field = key.rpartition(".")
    is_told = field == ATTRIBUTION and decided_field(key.partition("#")[2]) is not None
    return is_told and not was.knows(key) and was.knows(f"{claim}.{basis.SPEAKERS[0]}")


def _kept_by_record(before: BuiltOn, now: BuiltOn, page: PageContext) -> BuiltOn:
    """One of before stays one that tells of whole records, until somebody accepts what there is now."""
    hashes = hashes_of(page.validation)
    records = {key: told for key in now.keys if (told := before.records.get(key) or hashes.of(key)) is not None}
    gone = {key: told for key, told in before.records.items() if key not in now.keys and _is_gone(key, page)}
    return BuiltOn(records={**records, **gone}, verdicts=_verdicts(before, now))


def _verdicts(before: BuiltOn, now: BuiltOn) -> dict[str, str]:
    return {claim: before.verdicts.get(claim, verdict) for claim, verdict in now.verdicts.items()}


def files_of(page: PageContext) -> set[str]:
    """All files that are read, also those that cannot be."""
    workspace = page.workspace
    return {*workspace.documents, *(problem.file for problem in workspace.problems)}


def _event_ids(draft: Draft, page: PageContext) -> tuple[str, ...]:
    """The events of a draft that is no briefing yet, by its selection alone; none where not even that can be read."""
    day = today().isoformat()
    bare = {"title": "-", "marking": "RED", "as_of": day, "selection": draft.fields.get("selection")}
    made = check_draft(draft.id, bare, page.validation).briefing
    return tuple(reading.id for reading in choose_events(made, page.validation).readings) if made else ()


def _changes_found(
    made: ComposedBriefing, page: PageContext
) -> tuple[tuple[SentenceFinding, ...], tuple[str, ...], str]:
    """Sentences on changed records, changed texts, questions not open any more; not what is new in the draft."""
    before = page.workspace.briefings.get(made.briefing.id)
    if before is None or before.built_on is None:
        return (), (), ""
    known = made.briefing.model_copy(update={"built_on": before.built_on})
    verified = verify_record(known, made.validation, today())
    fallen = tuple(
        kept
        for finding in verified.with_changes
        if (kept := replace(finding, changes=_without_new(finding.changes))).changes
    )
    return fallen, verified.texts, verified.question_words()


def _without_new(changes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(why for why in changes if not why.startswith(NEWLY))


def _is_gone(key: str, page: PageContext) -> bool:
    kind, _, id_ = key.partition("/")
    held: Any = page.workspace.hashes if kind == "texts" else getattr(page.workspace, kind)
    return id_ not in held


def _on_field(problem: Problem, found: DraftResult) -> FieldProblem:
    """A problem with the path of its field; for an empty field only "required", since the form lists the choices."""
    path = found.path_of(problem)
    value: Any = found.document.data
    for step in path:
        value = value[step]
    if value == "":
        return list(path), problem.severity, REQUIRED, ""
    return list(path), problem.severity, problem.message, HINTS.get(problem.code, problem.hint)
