"""What a name stands for that something is compared since: a day, a revision, or a briefing."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from dashboard.briefing.since.hash_comparison import day_of
from dashboard.briefing.since.match_commit import MOST_LOOKED_AT, match_commit
from dashboard.checks.validation import Validation
from dashboard.model.briefing import Briefing
from dashboard.query.changes import NamedState, keeping, state_of
from dashboard.query.wording import day_words
from dashboard.store.briefing_files import FOLDER
from dashboard.store.git import Commit, History, HistoryUnreadable, Revision

_FILE: Final = re.compile(rf"(?:{FOLDER}/)?(?P<id>[a-z0-9-]+)(?:\.yaml)?")


class BriefingUnreadable(HistoryUnreadable):
    """A briefing that is there, and whose file cannot be read or breaks the model."""


class NotYet(HistoryUnreadable):
    """A day that lies after the one until which it is told what changed."""


@dataclass(frozen=True, slots=True)
class ByHashes:
    """A briefing that is compared by its hashes, and why not by the history."""

    briefing: Briefing
    why: str
    """A sentence."""

    def words(self) -> str:
        """`the briefing us-troops-in-ecuador, as of 31 December 2025: its stored hashes`."""
        return f"the briefing {self.briefing.id}, as of {day_words(day_of(self.briefing))}: its stored hashes"


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


def check_name(named: str, root: Path, validation: Validation) -> None:
    """Raises `HistoryUnreadable`, which says why, of what is neither a briefing nor anything that the history has."""
    if briefing_named(named, validation) is None:
        History(root).revision(named)


def state_before(named: str, root: Path, validation: Validation) -> NamedState | ByHashes:
    """The earlier state by its name. Raises `HistoryUnreadable` of a day or a revision, `BriefingUnreadable`.

    A briefing is compared by the commit that fits, where there is git and one is found; else by its hashes.
    """
    briefing = briefing_named(named, validation)
    if briefing is None:
        history = History(root)
        return _state(history, history.revision(named))
    try:
        history = History(root)
        commit = _fitting(briefing, history)
    except HistoryUnreadable as error:
        return ByHashes(briefing, str(error))
    if commit is None:
        where = " in this shallow clone" if history.is_shallow else ""
        looked = f"the {MOST_LOOKED_AT} commits around the one that saved it were checked"
        return ByHashes(briefing, f"No commit{where} has exactly the records that it was built on; {looked}.")
    return replace(_state(history, Revision(commit.commit, commit.committed, day_of(briefing))), briefing=briefing.id)


def check_has_come(before: NamedState | ByHashes, until: date) -> None:
    """Raises `NotYet`, of a day alone: that nothing changed since then would be said of whatever changed."""
    if isinstance(before, ByHashes) or before.briefing or before.revision is None:
        return
    day = before.state.day
    if day > until and day != before.revision.committed.date():
        raise NotYet(f"{day_words(day)} is after {day_words(until)}, so nothing can have changed since then.")


def _state(history: History, revision: Revision) -> NamedState:
    """Read once: of another day, a commit has the same records."""
    key = ("state", str(history.root), revision.commit)
    read: NamedState = keeping(key, None, lambda: state_of(history, revision))
    return NamedState(replace(read.state, day=revision.day), read.instant, revision)


def _fitting(briefing: Briefing, history: History) -> Commit | None:
    """Looked for anew only when there is another commit, or another state to look for."""
    told = briefing.built_on.model_dump_json() if briefing.built_on else ""
    key = ("fit", str(history.root), history.head() or "", briefing.id, told)
    found: Commit | None = keeping(key, None, lambda: match_commit(briefing, history))
    return found
