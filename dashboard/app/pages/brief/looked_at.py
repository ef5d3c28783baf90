"""A draft looked at: what is wrong with it, field by field; whether its records stand; what it will look like."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.app.pages.brief.draft import NEW, Draft, file_name
from dashboard.app.shell import Shown
from dashboard.briefing.compose import outline_of
from dashboard.briefing.manifest import problems_of_one, state_of
from dashboard.briefing.outline import Hashes, Outline, Then, chosen, together
from dashboard.briefing.verify import Finding, verify_record
from dashboard.checks.briefing_draft import Drafted, drafted
from dashboard.checks.validation import Validation
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
class Made:
    """What can be written out and shown of a draft that is a briefing."""

    briefing: Briefing
    validation: Validation
    """The workspace as if the draft were one of its files."""
    outline: Outline


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What was found of a draft."""

    made: Made | None
    """None where the draft breaks the model."""
    problems: tuple[FieldProblem, ...]
    told: tuple[str, ...] = ()
    """Ids of the events that it tells of."""
    fallen: tuple[Finding, ...] = ()
    """Sentences that rest on what has changed since the writer last looked through it."""
    texts: tuple[str, ...] = ()
    """Texts of sources that are not what they were then; no sentence falls by that alone."""

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(severity == Severity.ERROR for _, severity, _, _ in self.problems)


def looked_at(draft: Draft, shown: Shown) -> LookedAt:
    """By the same reading, rules and writers as the commands."""
    try:
        found = drafted(draft.id, draft.fields, shown.validation)
    except DatelineError as error:
        return LookedAt(None, ((["id"], Severity.ERROR, str(error), ""),))
    problems = [_on_field(problem, found) for problem in found.problems]
    if draft.key == NEW and file_name(draft.id) in files_of(shown):
        problems.append((["id"], Severity.ERROR, f"a briefing {draft.id} already exists", "choose another name"))
    if found.briefing is None:
        return LookedAt(None, tuple(problems), _told_of(draft, shown))
    problems += [
        (["selection"], problem.severity, problem.message, problem.hint)
        for problem in problems_of_one(found.briefing, found.validation)
    ]
    made = Made(found.briefing, found.validation, outline_of(found.briefing, found.validation))
    told = tuple(reading.id for reading in chosen(made.briefing, made.validation).readings)
    return LookedAt(made, tuple(problems), told, *_changed(made, shown))


def to_be_written(draft: Draft, made: Made, shown: Shown) -> Briefing:
    """The briefing with the state that it rests on.

    Of records that it rested on before, the state stays the one that somebody looked through, unless the writer
    accepts what changed; of others it is that of now.
    """
    now = state_of(made.outline, made.validation)
    saved = shown.workspace.briefings.get(draft.key)
    before = saved.built_on if saved else None
    if before is None or draft.accepts:
        return made.briefing.model_copy(update={"built_on": now})
    kept = _kept_by_record if before.is_by_record else _kept
    return made.briefing.model_copy(update={"built_on": kept(before, now, shown)})


def _kept(before: BuiltOn, now: BuiltOn, shown: Shown) -> BuiltOn:
    """Of fields that it rested on before, each as it was then, absent ones too."""
    was, is_ = Then(before), Then(now)
    gone = {record for record in before.fields if record not in now.fields and _is_gone(record, shown)}
    fields = {record: together({**is_.fields(record), **was.fields(record)}) for record in sorted({*now.fields, *gone})}
    return BuiltOn(
        records={key: before.records.get(key, sha256) for key, sha256 in now.records.items()},
        fields=fields,
        verdicts=_verdicts(before, now),
    )


def _kept_by_record(before: BuiltOn, now: BuiltOn, shown: Shown) -> BuiltOn:
    """One of before stays one that tells of whole records, until somebody accepts what there is now."""
    hashes = Hashes(shown.workspace)
    records = {key: told for key in now.keys if (told := before.records.get(key) or hashes.of(key)) is not None}
    gone = {key: told for key, told in before.records.items() if key not in now.keys and _is_gone(key, shown)}
    return BuiltOn(records={**records, **gone}, verdicts=_verdicts(before, now))


def _verdicts(before: BuiltOn, now: BuiltOn) -> dict[str, str]:
    return {claim: before.verdicts.get(claim, verdict) for claim, verdict in now.verdicts.items()}


def files_of(shown: Shown) -> set[str]:
    """All files that are read, also those that cannot be."""
    workspace = shown.workspace
    return {*workspace.documents, *(problem.file for problem in workspace.problems)}


def _told_of(draft: Draft, shown: Shown) -> tuple[str, ...]:
    """The events of a draft that is no briefing yet, by its selection alone; none where not even that can be read."""
    today = dt.datetime.now(dt.UTC).astimezone().date().isoformat()
    bare = {"title": "-", "marking": "RED", "as_of": today, "selection": draft.fields.get("selection")}
    made = drafted(draft.id, bare, shown.validation).briefing
    return tuple(reading.id for reading in chosen(made, shown.validation).readings) if made else ()


def _changed(made: Made, shown: Shown) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Sentences that fall, and texts that changed. What is new in the draft is told of when it changes."""
    before = shown.workspace.briefings.get(made.briefing.id)
    if before is None or before.built_on is None:
        return (), ()
    known = made.briefing.model_copy(update={"built_on": before.built_on})
    verified = verify_record(known, made.validation, dt.datetime.now(dt.UTC).astimezone().date())
    fallen = tuple(
        kept
        for finding in verified.fallen
        if (
            kept := replace(finding, changes=tuple(why for why in finding.changes if not why.startswith(NEWLY)))
        ).reasons
    )
    return fallen, verified.texts


def _is_gone(key: str, shown: Shown) -> bool:
    kind, _, id_ = key.partition("/")
    held: Any = shown.workspace.hashes if kind == "texts" else getattr(shown.workspace, kind)
    return id_ not in held


def _on_field(problem: Problem, found: Drafted) -> FieldProblem:
    """Of a field that nothing stands in yet, that alone: what may stand there is offered beside it."""
    path = found.path_of(problem)
    value: Any = found.document.data
    for step in path:
        value = value[step]
    if value == "":
        return list(path), problem.severity, REQUIRED, ""
    return list(path), problem.severity, problem.message, HINTS.get(problem.code, problem.hint)
