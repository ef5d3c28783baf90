"""What the Changes page compares: the state that the address names, and the workspace as it is now."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from dashboard.briefing.since import (
    CANNOT_TELL,
    ByHashes,
    StoredChanges,
    check_has_come,
    state_before,
    stored_changes,
    stored_sections,
    stored_summary,
)
from dashboard.checks.validation import Validation
from dashboard.query.changes import (
    Changes,
    NamedState,
    Section,
    changes_between,
    keeping,
    sections_of,
    state_now,
    summary,
)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states, and what is otherwise in the later one."""

    since: str
    """What the earlier one is, in words."""
    day: dt.date
    """After whose end things changed."""
    until: NamedState
    changes: Changes | StoredChanges
    sections: tuple[Section, ...]
    summary: str
    note: str = ""
    """Why it is compared by hashes, and what they cannot tell; empty where it is not."""
    commit: str = ""
    """Of the earlier state; empty where it has none."""


def compared(named: str, root: Path, validation: Validation, now: dt.datetime) -> Compared:
    """From the state that is `named` to that of now. Raises `HistoryUnreadable`, `NothingStored`."""
    until = state_now(root, now, validation)
    before = state_before(named, root, validation)
    check_has_come(before, until.state.day)
    return _by_hashes(before, until) if isinstance(before, ByHashes) else _by_history(before, until, root)


def _by_history(before: NamedState, until: NamedState, root: Path) -> Compared:
    commit = before.revision.commit if before.revision else ""
    key = ("changes", str(root), commit, before.state.day.isoformat(), until.state.day.isoformat())
    changes: Changes = keeping(key, until.state.validation, lambda: changes_between(before.state, until.state))
    sections = sections_of(changes)
    return Compared(before.words(), before.state.day, until, changes, sections, summary(changes), commit=commit)


def _by_hashes(found: ByHashes, until: NamedState) -> Compared:
    changes = stored_changes(found.briefing, until.state)
    said = f"{found.why} {CANNOT_TELL}".replace(str(until.state.validation.workspace.root), "This workspace")
    return Compared(found.words(), changes.day, until, changes, stored_sections(changes), stored_summary(changes), said)
