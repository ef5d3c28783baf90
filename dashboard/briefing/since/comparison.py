"""What changed since a day, a revision or a briefing: the earlier state by its name, and the later one compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from dashboard.briefing.since.hash_comparison import changes_by_hashes, day_of
from dashboard.briefing.since.match_commit import MOST_LOOKED_AT, match_commit
from dashboard.cache import SharedCache
from dashboard.checks.validation import Validation
from dashboard.model.briefing import Briefing
from dashboard.query.changes import (
    Changes,
    ChangeSection,
    NamedState,
    State,
    changes_between,
    sections_of,
    state_of,
)
from dashboard.query.wording import day_words
from dashboard.store.briefing_files import FOLDER
from dashboard.store.git import Commit, History, HistoryUnreadable, Revision

CANNOT_TELL: Final = (
    "Compared by the hashes stored in the briefing. They do not show what a changed record said before, or what "
    "happened to records that the briefing was not based on."
)
_FILE: Final = re.compile(rf"(?:{FOLDER}/)?(?P<id>[a-z0-9-]+)(?:\.yaml)?")

MOST_KEPT: Final = 4
"""The most states of the history, and comparisons with them, that are kept: a state is as large as the workspace."""
_states: Final[SharedCache[NamedState]] = SharedCache(MOST_KEPT)
_changes: Final[SharedCache[Changes]] = SharedCache(MOST_KEPT)
_commits: Final[SharedCache[Commit | None]] = SharedCache(MOST_KEPT)


class BriefingUnreadable(HistoryUnreadable):
    """A briefing that is there, and whose file cannot be read or breaks the model."""


class NotYet(HistoryUnreadable):
    """A day that lies after the one until which it is told what changed."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The earlier state, and how much of it is known."""

    words: str
    """What it is the state of: `the briefing us-troops-in-ecuador, as of 31 December 2025: its stored hashes`."""
    day: date
    """After whose end things changed."""
    state: State | Briefing
    """The records; where they are unknown, the briefing that keeps hashes of them."""
    revision: Revision | None = None
    """None where the records are unknown."""
    briefing: str = ""
    """Id of the briefing that it is named by."""
    notes: tuple[str, ...] = ()
    """Why the records are unknown, and what hashes cannot tell: a sentence or two each."""

    @property
    def commit(self) -> str:
        """The commit that has it; empty where there is none."""
        return self.revision.commit if self.revision else ""


@dataclass(frozen=True)
class StateComparison:
    """Two states of the workspace at `root`, and what changed from the one to the other."""

    root: Path
    since: Baseline
    until: NamedState
    changes: Changes

    @cached_property
    def sections(self) -> tuple[ChangeSection, ...]:
        """What changed, as it is read."""
        return sections_of(self.changes)


def briefing_named(named: str, validation: Validation) -> Briefing | None:
    """The briefing that `named` is the id or the file of; a revision of that name is `refs/heads/NAME`.

    Raises `BriefingUnreadable` of one that is there all the same.
    """
    found = _FILE.fullmatch(named)
    if found is None:
        return None
    briefing, file = validation.workspace.briefings.get(found["id"]), f"{FOLDER}/{found['id']}.yaml"
    if briefing is None and (validation.workspace.root / file).is_file():
        raise BriefingUnreadable(f"The briefing {found['id']} cannot be read: `dateline validate {file}` shows why.")
    return briefing


def lasting_name(named: str, root: Path, validation: Validation) -> str:
    """The name, to be read later; of a time seen from now (`7 days`), the commit that it stands for now.

    Raises `HistoryUnreadable`, which says why, of what is neither a briefing nor anything that the history has.
    """
    if briefing_named(named, validation) is not None:
        return named
    found = History(root).revision(named)
    return found.commit[:12] if found.moment else named


def baseline(named: str, root: Path, validation: Validation, near: Sequence[State] = ()) -> Baseline:
    """The earlier state by its name. Raises `HistoryUnreadable` of a day or a revision, `BriefingUnreadable`.

    States that are `near` it make it quicker to read.
    A briefing is compared by the commit that fits, where there is git and one is found; else by its hashes.
    """
    briefing = briefing_named(named, validation)
    if briefing is None:
        history = History(root)
        found = _state(history, history.revision(named), near)
        return Baseline(found.words(), found.state.day, found.state, found.revision)
    day = day_of(briefing)
    named = f"the briefing {briefing.id}, as of {day_words(day)}"
    try:
        history = History(root)
        commit = _fitting(briefing, history)
        why = "" if commit else _none_fits(history)
    except HistoryUnreadable as error:
        commit, why = None, str(error)
    if commit is None:
        return Baseline(f"{named}: its stored hashes", day, briefing, None, briefing.id, (why, CANNOT_TELL))
    revision = Revision(commit.commit, commit.committed, day)
    at = f"commit {commit.commit[:12]} of {day_words(commit.committed.date())}, {commit.committed:%H:%M} UTC"
    words = f"{named}: {at}, which has the records that it was built on"
    return Baseline(words, day, _state(history, revision, near).state, revision, briefing.id)


def state_seen(commit: str, day: date, root: Path, near: Sequence[State] = ()) -> Baseline:
    """What somebody saw on a day who had this commit before the eyes. Raises `HistoryUnreadable` of what is none.

    States that are `near` it make it quicker to read.
    """
    history = History(root)
    found = _state(history, replace(history.revision(commit), day=day), near)
    return Baseline(found.words(), day, found.state, found.revision)


def changes_since(before: Baseline, after: State) -> Changes:
    """What changed from the one to the other; by history it is compared once.

    Raises `NotYet` of a day to come, since when it would be said of anything that it did not change, and
    `NoStoredHashes`.
    """
    _check_has_come(before, after.day)
    if isinstance(before.state, Briefing):
        return changes_by_hashes(before.state, after)
    state, root = before.state, after.validation.workspace.root
    key = (id(after.validation), root, before.commit, before.day, after.day)
    return _changes.get(key, after.validation, lambda: changes_between(state, after))


def compare(before: Baseline, until: NamedState, root: Path) -> StateComparison:
    """Both with what changed. Raises as `changes_since` does."""
    return StateComparison(root, before, until, changes_since(before, until.state))


def _check_has_come(before: Baseline, until: date) -> None:
    if before.briefing or before.revision is None:
        return
    if before.day > until and before.day != before.revision.committed.date():
        raise NotYet(f"{day_words(before.day)} is after {day_words(until)}, so nothing can have changed since then.")


def _none_fits(history: History) -> str:
    where = " in this shallow clone" if history.is_shallow else ""
    looked = f"the {MOST_LOOKED_AT} commits around the one that saved it were checked"
    return f"No commit{where} has exactly the records that it was built on; {looked}."


def _state(history: History, revision: Revision, near: Sequence[State]) -> NamedState:
    """Read once: of another day, a commit has the same records."""
    read = _states.get((history.root, revision.commit), None, lambda: state_of(history, revision, near))
    return NamedState(replace(read.state, day=revision.day), read.instant, revision)


def _fitting(briefing: Briefing, history: History) -> Commit | None:
    """Looked for anew only when there is another commit, or another state to look for."""
    told = briefing.built_on.model_dump_json() if briefing.built_on else ""
    key = (history.root, history.head(), briefing.id, told)
    return _commits.get(key, None, lambda: match_commit(briefing, history))
