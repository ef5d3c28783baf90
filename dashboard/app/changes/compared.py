"""What the Changes page compares: the state that the address names, and the workspace as it is now.

States of the history are kept by their commits: they never change, and reading one takes as long as a workspace takes.
"""

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dashboard.briefing.since import ByCommit, ByHashes, briefing_named, since_briefing
from dashboard.briefing.stored import CANNOT_TELL, StoredChanges, stored_changes
from dashboard.briefing.stored_sections import stored_sections, stored_summary
from dashboard.checks.validation import Validation
from dashboard.model.briefing import Briefing
from dashboard.query.changes.change import Changes
from dashboard.query.changes.comparison import changes_between
from dashboard.query.changes.named import NamedState, state_now, state_of
from dashboard.query.changes.sections import Section, sections_of
from dashboard.query.changes.summary import summary
from dashboard.store.git_program import HistoryUnreadable
from dashboard.store.history import History, Revision

MOST_KEPT: Final = 4
"""States and comparisons; a state is as large as the workspace."""

_kept: Final[OrderedDict[Hashable, tuple[Any, Any]]] = OrderedDict()
"""By what was asked; with whatever must be the same object for the answer to hold."""
_lock: Final = threading.Lock()


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


def compared(named: str, root: Path, validation: Validation, now: dt.datetime) -> Compared:
    """From the state that is `named` to that of now. Raises `HistoryUnreadable`, `NothingStored`."""
    until = state_now(root, now, validation)
    briefing = briefing_named(named, validation)
    if briefing is not None:
        found = _of_briefing(briefing, root)
        if isinstance(found, ByHashes):
            return _by_hashes(found, until)
        return _by_history(found.history, found.revision, until, briefing.id)
    history = History(root)
    return _by_history(history, history.revision(named), until, "")


def is_kept(named: str, root: Path, validation: Validation) -> bool:
    """Whether the state that is named need not be read: there is no wait to tell of."""
    if briefing_named(named, validation) is not None:
        return False
    revision = History(root).revision(named)
    return ("state", root, revision.commit) in _kept


def _by_history(history: History, revision: Revision, until: NamedState, briefing: str) -> Compared:
    key = ("state", history.root, revision.commit)
    read: NamedState = _keeping(key, None, lambda: state_of(history, revision))
    state = replace(read.state, day=revision.day)
    before = NamedState(state, read.instant, revision, briefing)
    after = until.state
    asked = ("changes", history.root, revision.commit, revision.day, after.day)
    changes: Changes = _keeping(asked, after.validation, lambda: changes_between(before.state, after))
    return Compared(before.words(), before.state.day, until, changes, sections_of(changes), summary(changes))


def _by_hashes(found: ByHashes, until: NamedState) -> Compared:
    changes = stored_changes(found.briefing, until.state)
    said = f"{found.why} {CANNOT_TELL}"
    sections: Sequence[Section] = stored_sections(changes)
    return Compared(found.words(), changes.day, until, changes, tuple(sections), stored_summary(changes), said)


def _of_briefing(briefing: Briefing, root: Path) -> ByCommit | ByHashes:
    """The commit that fits is looked for anew only when there is a new one."""
    try:
        head = History(root).revision("HEAD").commit
    except HistoryUnreadable:  # `since_briefing` says why
        head = ""
    found: ByCommit | ByHashes = _keeping(
        ("fit", root, head, briefing.id), briefing, lambda: since_briefing(briefing, root)
    )
    return found


def _keeping(key: Hashable, of: object, made: Callable[[], Any]) -> Any:
    with _lock:
        if key in _kept and _kept[key][0] is of:
            _kept.move_to_end(key)
            return _kept[key][1]
    value = made()
    with _lock:
        _kept[key] = (of, value)
        kinds = [each for each in _kept if isinstance(each, tuple) and isinstance(key, tuple) and each[0] == key[0]]
        for old in kinds[:-MOST_KEPT]:
            del _kept[old]
    return value
