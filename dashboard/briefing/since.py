"""What a name stands for that something is compared since: a day, a revision, or a briefing."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dashboard.briefing.fitting import MOST_LOOKED_AT, fitting_commit
from dashboard.briefing.stored import day_of
from dashboard.checks.validation import Validation
from dashboard.model.briefing import Briefing
from dashboard.query.changes.named import NamedState, state_at, state_of
from dashboard.query.wording import day_words
from dashboard.store.briefing_files import FOLDER
from dashboard.store.git_program import HistoryUnreadable
from dashboard.store.history import History, Revision

_FILE: Final = re.compile(rf"(?:{FOLDER}/)?(?P<id>[a-z0-9-]+)(?:\.yaml)?")


@dataclass(frozen=True, slots=True)
class ByHashes:
    """A briefing that is compared by its hashes, and why not by the history."""

    briefing: Briefing
    why: str
    """A sentence."""

    def words(self) -> str:
        """`the briefing us-troops-in-ecuador, as of 31 December 2025: its stored hashes`."""
        return f"the briefing {self.briefing.id}, as of {day_words(day_of(self.briefing))}: its stored hashes"


@dataclass(frozen=True, slots=True)
class ByCommit:
    """A briefing, and the commit whose records are those that it was built on."""

    briefing: Briefing
    history: History
    revision: Revision


def briefing_named(named: str, validation: Validation) -> Briefing | None:
    """The briefing that `named` is the id or the file of; a revision of that name is `refs/heads/NAME`."""
    found = _FILE.fullmatch(named)
    return validation.workspace.briefings.get(found["id"]) if found else None


def since_briefing(briefing: Briefing, root: Path) -> ByCommit | ByHashes:
    """By the commit that fits, where there is git and one is found; else by the hashes."""
    try:
        history = History(root)
        commit = fitting_commit(briefing, history)
    except HistoryUnreadable as error:
        return ByHashes(briefing, str(error))
    if commit is None:
        shallow = " in this shallow clone" if history.is_shallow else ""
        looked = f"No commit{shallow} was found with the very records that it was built on"
        return ByHashes(briefing, f"{looked}; {MOST_LOOKED_AT} around the one that saved it were looked at.")
    return ByCommit(briefing, history, Revision(commit.commit, commit.committed, day_of(briefing)))


def state_before(named: str, root: Path, validation: Validation) -> NamedState | ByHashes:
    """The earlier state by its name. Raises `HistoryUnreadable` of a day or a revision."""
    briefing = briefing_named(named, validation)
    if briefing is None:
        return state_at(root, named)
    found = since_briefing(briefing, root)
    if isinstance(found, ByHashes):
        return found
    before = state_of(found.history, found.revision)
    return NamedState(before.state, before.instant, before.revision, briefing.id)
