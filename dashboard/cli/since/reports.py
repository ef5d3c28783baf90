"""Reports of what changed: for people, in sections; for programs, as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from dashboard.briefing.since import CANNOT_TELL, ByHashes, HashComparison, hash_sections, hash_summary
from dashboard.cli.since.hash_comparison import new_event, stored_as_json
from dashboard.cli.terminal import printable
from dashboard.query.changes import (
    ChangeLine,
    Changes,
    ChangeSection,
    EventChange,
    FieldChange,
    NamedState,
    QuestionChange,
    QuestionSnapshot,
    counts_of,
    field_words,
    sections_of,
    summary,
)

MOST_LINES: Final = 20
"""The most lines that a section shows without `--all`."""
MOST_DETAILS: Final = 6
"""The most details that a changed record shows without `--all`."""


@dataclass(frozen=True, slots=True)
class SinceReport:
    """The two states, and what changed from the one to the other."""

    root: Path
    since: NamedState | ByHashes
    until: NamedState
    changes: Changes | HashComparison

    @property
    def commit(self) -> str:
        """The commit of the earlier state; empty if it has none."""
        return "" if isinstance(self.since, ByHashes) or self.since.revision is None else self.since.revision.commit

    @property
    def day(self) -> date:
        """The one after whose end things changed."""
        return self.changes.day if isinstance(self.changes, HashComparison) else self.changes.before.day

    @property
    def sections(self) -> tuple[ChangeSection, ...]:
        """What changed, as it is read."""
        return hash_sections(self.changes) if isinstance(self.changes, HashComparison) else sections_of(self.changes)

    @property
    def summary(self) -> str:
        """The changes in one sentence."""
        return hash_summary(self.changes) if isinstance(self.changes, HashComparison) else summary(self.changes)


def as_text(report: SinceReport, *, whole: bool) -> list[str]:
    """What is compared; a section for each kind of change, its lines counted; a summary."""
    lines = [f"Since {report.since.words()}", f"Until {report.until.words()}"]
    if isinstance(report.since, ByHashes):
        lines += ["", report.since.why, CANNOT_TELL]
    for section in report.sections:
        most = len(section.lines) if whole else MOST_LINES
        lines += ["", f"{section.title} ({len(section.lines):,})"]
        for line in section.lines[:most]:
            lines += _text_lines(line, whole=whole)
        if left := len(section.lines) - most:
            lines += [f"  and {left:,} more (--all)"] if left > 0 else []
    return [printable(line) for line in [*lines, "", report.summary]]


def _text_lines(line: ChangeLine, *, whole: bool) -> Iterator[str]:
    most = len(line.details) if whole else MOST_DETAILS
    yield f"  {line.text}"
    yield from (f"    {detail}" for detail in line.details[:most])
    if len(line.details) > most:
        yield f"    and {len(line.details) - most:,} more (--all)"


def as_json(report: SinceReport, *, whole: bool) -> list[str]:  # noqa: ARG001  JSON is always whole
    """Everything, by kind of record; CONTRIBUTING.md says what each key means. ASCII alone."""
    changes = report.changes
    if isinstance(changes, HashComparison):
        return json.dumps(stored_as_json(changes, _state(report.until)), indent=2).splitlines()
    written = {
        "since": _state(report.since) if isinstance(report.since, NamedState) else None,
        "until": _state(report.until),
        "events": {
            "new": [new_event(each) for each in changes.new],
            "removed": [{"id": event.id, "title": event.title} for event in changes.removed],
            "changed": [_event_as_json(each) for each in changes.changed],
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
                "change": "new" if each.before is None else "removed" if each.after is None else "changed",
                "fields": _fields(each.fields),
            }
            for each in changes.registry
        ],
        "problems": {
            "new": [asdict(problem) for problem in changes.new_problems],
            "mended": [asdict(problem) for problem in changes.fixed_problems],
        },
        "unreadable": [
            {"kind": each.record[0], "id": each.record[1], "file": each.file, **_both(each.before, each.after)}
            for each in changes.unreadable
        ],
        "counts": counts_of(changes),
    }
    return json.dumps(written, indent=2).splitlines()


def _state(named: NamedState) -> dict[str, Any]:
    revision = named.revision
    return {
        "day": named.state.day.isoformat(),
        "commit": revision.commit if revision else None,
        "committed": revision.committed.isoformat() if revision else None,
        **({"briefing": named.briefing} if named.briefing else {}),
    }


def _both(before: Any, after: Any) -> dict[str, Any]:
    return {"before": before, "after": after}


def _fields(changes: tuple[FieldChange, ...]) -> list[dict[str, Any]]:
    return [
        {"path": each.dotted_path, "words": field_words(each.path), **_both(each.before, each.after)}
        for each in changes
    ]


def _event_as_json(change: EventChange) -> dict[str, Any]:
    return {
        "id": change.after.id,
        "was": change.before.id,
        "title": change.after.title,
        "retracted": change.was_retracted,
        "commitment": _both(*change.rungs) if change.rungs else None,
        "verdicts": [
            {
                "claim": each.claim,
                "before": each.before.value.replace(" ", "-"),
                "after": each.after.value.replace(" ", "-"),
                "why": [why.value for why in each.why],
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
        "text": now.question.text if now else None,
        **_both(_question_state(change.before), _question_state(change.after)),
        "fields": _fields(change.fields),
    }


def _question_state(then: QuestionSnapshot | None) -> dict[str, Any] | None:
    if then is None:
        return None
    due = then.question.due
    return {"standing": then.standing.value, "outcome": then.outcome, "by": then.by, "due": str(due) if due else None}
