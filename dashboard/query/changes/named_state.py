"""A state of the workspace by its name: a day, a revision, or the files as they are."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.checks.validation import Validation, validate
from dashboard.query.changes.state import State
from dashboard.query.wording import day_words
from dashboard.store.git import History, Revision


@dataclass(frozen=True, slots=True)
class NamedState:
    """A state, and what it is the state of."""

    state: State
    instant: datetime
    """The time of the commit, or the beginning of the day for the files as they are. In UTC."""
    revision: Revision | None = None
    """None of the files as they are."""

    def words(self) -> str:
        """`the end of 4 September 2025 (UTC), at commit 1a2b3c4d5e6f of 3 September 2025, 17:20`."""
        day = day_words(self.state.day)
        if self.revision is None:
            return f"now, {day}: the files as they are"
        commit, at = self.revision.commit[:12], self.revision.committed
        if at.date() == self.state.day:
            return f"{day}, {at:%H:%M} UTC: commit {commit}"
        return f"the end of {day} (UTC): commit {commit} of {day_words(at.date())}, {at:%H:%M}"


def state_at(root: Path, named: str) -> NamedState:
    """The workspace at a day or revision. Raises `HistoryUnreadable`."""
    history = History(root)
    return state_of(history, history.revision(named))


def state_of(history: History, revision: Revision) -> NamedState:
    """The workspace at a revision. Raises `HistoryUnreadable`."""
    with history.files_at(revision) as laid_out:
        validation = validate(laid_out.root)
    state = State(revision.day, validation, dict(laid_out.left_out), tuple(laid_out.submodules))
    return NamedState(state, revision.committed, revision)


def state_now(root: Path, now: datetime, validation: Validation | None = None) -> NamedState:
    """The workspace as its files are, saved in git or not; `validation` where they have been read already."""
    folders = sorted((root / "events").iterdir())
    nested = tuple(f"events/{folder.name}" for folder in folders if _has_own_history(folder))
    today = now.astimezone(UTC).date()
    return NamedState(
        State(today, validation or validate(root), ignored=nested), datetime.combine(today, datetime.min.time(), UTC)
    )


def _has_own_history(folder: Path) -> bool:
    """Whether it is a submodule; one that may not be looked into is told by loading."""
    try:
        return (folder / ".git").exists()
    except OSError:
        return False
