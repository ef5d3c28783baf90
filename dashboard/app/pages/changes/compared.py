"""What the Changes page compares: the state that the address names, and the workspace as it is now."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from dashboard.briefing.since import (
    CANNOT_TELL,
    ByHashes,
    HashComparison,
    check_has_come,
    compare_hashes,
    hash_sections,
    hash_summary,
    state_before,
)
from dashboard.checks.validation import Validation
from dashboard.query.changes import (
    Changes,
    ChangeSection,
    NamedState,
    changes_between,
    keeping,
    sections_of,
    state_now,
    summary,
)


@dataclass(frozen=True, slots=True)
class StateComparison:
    """Two states, and the differences in the later one."""

    since: str
    """What the earlier one is, in words."""
    day: dt.date
    """After whose end things changed."""
    until: NamedState
    changes: Changes | HashComparison
    sections: tuple[ChangeSection, ...]
    summary: str
    note: str = ""
    """Why it is compared by hashes, and what they cannot tell; empty where it is not."""
    commit: str = ""
    """The id of the earlier state's commit; empty if that state has none."""


def compare_states(named: str, root: Path, validation: Validation, now: dt.datetime) -> StateComparison:
    """The comparison of the state `named` with the state now. Raises `HistoryUnreadable`, `NothingStored`."""
    until = state_now(root, now, validation)
    before = state_before(named, root, validation)
    check_has_come(before, until.state.day)
    return _by_hashes(before, until) if isinstance(before, ByHashes) else _by_history(before, until, root)


def _by_history(before: NamedState, until: NamedState, root: Path) -> StateComparison:
    commit = before.revision.commit if before.revision else ""
    key = ("changes", str(root), commit, before.state.day.isoformat(), until.state.day.isoformat())
    changes: Changes = keeping(key, until.state.validation, lambda: changes_between(before.state, until.state))
    sections = sections_of(changes)
    return StateComparison(before.words(), before.state.day, until, changes, sections, summary(changes), commit=commit)


def _by_hashes(found: ByHashes, until: NamedState) -> StateComparison:
    changes = compare_hashes(found.briefing, until.state)
    said = f"{found.why} {CANNOT_TELL}".replace(str(until.state.validation.workspace.root), "This workspace")
    return StateComparison(
        found.words(), changes.day, until, changes, hash_sections(changes), hash_summary(changes), said
    )
