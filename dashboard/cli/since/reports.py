"""Reports of what changed: for people, in sections; for programs, as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from dashboard.briefing.since import StateComparison
from dashboard.cli.terminal import printable
from dashboard.query.changes import (
    SOME_FIELD,
    UNKNOWN,
    ChangeLine,
    EventChange,
    FieldChange,
    NewEvent,
    QuestionChange,
    QuestionSnapshot,
    Why,
    counts_of,
    field_words,
    summary,
)
from dashboard.store.git import Revision

MOST_LINES: Final = 20
"""The most lines that a section shows without `--all`."""
MOST_DETAILS: Final = 6
"""The most details that a changed record shows without `--all`."""


def as_text(report: StateComparison, *, whole: bool) -> list[str]:
    """What is compared; a section for each kind of change, its lines counted; a summary."""
    lines = [f"Since {report.since.words}", f"Until {report.until.words()}"]
    lines += ["", *report.since.notes] if report.since.notes else []
    for section in report.sections:
        most = len(section.lines) if whole else MOST_LINES
        lines += ["", f"{section.title} ({len(section.lines):,})"]
        for line in section.lines[:most]:
            lines += _text_lines(line, whole=whole)
        if left := len(section.lines) - most:
            lines += [f"  and {left:,} more (--all)"] if left > 0 else []
    return [printable(line) for line in [*lines, "", summary(report.changes)]]


def _text_lines(line: ChangeLine, *, whole: bool) -> Iterator[str]:
    most = len(line.details) if whole else MOST_DETAILS
    yield f"  {line.text}"
    yield from (f"    {detail}" for detail in line.details[:most])
    if len(line.details) > most:
        yield f"    and {len(line.details) - most:,} more (--all)"


def as_json(report: StateComparison, *, whole: bool) -> list[str]:  # noqa: ARG001  JSON is always whole
    """Everything, by kind of record; docs/since.md says what each key means. ASCII alone. What is unknown is null."""
    changes, since, until = report.changes, report.since, report.until
    written = {
        "since": _state(since.day, since.revision) | ({"briefing": since.briefing} if since.briefing else {}),
        "until": _state(until.state.day, until.revision),
        "events": {
            "new": [_new_event(each) for each in changes.new],
            "removed": [{"id": id_, "title": event.title if event else None} for id_, event in changes.removed.items()],
            "changed": [_event_as_json(each) for each in changes.changed],
            **({} if changes.before else {"left": changes.left}),
        },
        "questions": [_question(each) for each in changes.questions],
        "sources": [
            {
                "id": each.id,
                "change": each.kind,
                "text": each.text.value if each.text else None,
                "sha256": _both(*each.hashes),
                "fields": _fields(each.fields),
            }
            for each in changes.sources
        ],
        "registry": [
            {
                "kind": each.kind,
                "id": each.id,
                "change": each.change,
                "fields": _fields(each.fields),
            }
            for each in changes.registry
        ],
        "problems": {
            "new": changes.new_problems and [asdict(problem) for problem in changes.new_problems],
            "fixed": changes.fixed_problems and [asdict(problem) for problem in changes.fixed_problems],
        },
        "unreadable": [
            {"kind": each.record[0], "id": each.record[1], "file": each.file, **_both(each.before, each.after)}
            for each in changes.unreadable
        ],
        "counts": counts_of(changes),
    }
    return json.dumps(written, indent=2, default=_null).splitlines()


def _null(value: object) -> None:
    """What JSON has for what is unknown. Raises `TypeError` of anything else that it cannot hold."""
    if value is not UNKNOWN:
        raise TypeError(value)


def _state(day: date, revision: Revision | None) -> dict[str, Any]:
    return {
        "day": day.isoformat(),
        "commit": revision.commit if revision else None,
        "committed": revision.committed.isoformat() if revision else None,
    }


def _both(before: Any, after: Any) -> dict[str, Any]:
    return {"before": before, "after": after}


def _fields(changes: tuple[FieldChange, ...]) -> list[dict[str, Any]] | None:
    """Null where it is not known which changed; `unknown` tells a value that is not known from one that was absent."""
    if SOME_FIELD in changes:
        return None
    return [
        {"path": each.dotted_path, "words": field_words(each.path), **_both(each.before, each.after)}
        | ({"unknown": True} if each.before is UNKNOWN else {})
        for each in changes
    ]


def _new_event(new: NewEvent) -> dict[str, Any]:
    event = new.event
    return {
        "id": event.id,
        "title": event.title,
        "date": str(new.date) if new.date else None,
        "novelty": new.novelty.value,
        "ahead": new.ahead,
        "commitment": event.commitment.level if event.commitment else None,
        "verdicts": {verdict.value.replace(" ", "-"): count for verdict, count in new.verdicts.items()},
    }


def _event_as_json(change: EventChange) -> dict[str, Any]:
    return {
        "id": change.after.id,
        "was": change.before.id if change.before else None,
        "title": change.after.title,
        "retracted": change.was_retracted or (False if change.before else None),
        "commitment": _both(*change.rungs) if change.rungs else None,
        "verdicts": [
            {
                "claim": each.claim,
                "before": each.before.value.replace(" ", "-"),
                "after": each.after.value.replace(" ", "-"),
                "why": None if Why.UNKNOWN in each.why else each.why,
            }
            for each in change.verdicts
        ],
        "fields": _fields(change.fields),
    }


def _question(change: QuestionChange) -> dict[str, Any]:
    now = change.after or change.before
    return {
        "question": change.reference,
        "change": change.kind,
        "text": now.text if now else None,
        **_both(_question_state(change.before), _question_state(change.after)),
        "fields": _fields(change.fields),
    }


def _question_state(then: QuestionSnapshot | None) -> dict[str, Any] | None:
    if then is None or then.standing is UNKNOWN:
        return None
    due = str(then.due) if then.due else None
    return {"standing": then.standing, "outcome": then.outcome, "by": then.by, "due": due}
