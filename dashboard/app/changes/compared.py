"""What the Changes page compares: the state that the address names, and the workspace as it is now."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from dashboard.briefing.since import ByHashes, check_has_come, state_before
from dashboard.briefing.stored import CANNOT_TELL, StoredChanges, stored_changes
from dashboard.briefing.stored_sections import stored_sections, stored_summary
from dashboard.checks.validation import Validation
from dashboard.query.changes.change import Changes
from dashboard.query.changes.comparison import changes_between
from dashboard.query.changes.kept import keeping
from dashboard.query.changes.named import NamedState, state_now
from dashboard.query.changes.sections import Section, sections_of
from dashboard.query.changes.summary import summary


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
