"""The commit whose records are those that a briefing was built on."""

from collections.abc import Iterator
from typing import Any, Final

from dashboard.briefing.outline import Hashes, StoredHashes, changed_paths
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.store.briefing_files import file_of
from dashboard.store.git import Commit, History, HistoryUnreadable
from dashboard.store.loading import load
from dashboard.store.text_file import MAX_BYTES
from dashboard.store.yaml import read_document

MOST_LOOKED_AT: Final = 8
"""So many commits are loaded before it is said that none fits."""
MOST_LISTED: Final = 200


def match_commit(briefing: Briefing, history: History) -> Commit | None:
    """The first that has all that `briefing` was built on, in that very state; None where none is found.

    Looked at are the commit that brought what it is built on, those before it and those behind it, the nearest first.
    Raises `HistoryUnreadable`.
    """
    built_on = briefing.built_on
    if built_on is None or not built_on.keys:
        return None
    candidates = list(_candidates(briefing, history))[:MOST_LOOKED_AT]
    return next((commit for commit in candidates if _matches(commit, built_on, history)), None)


def _candidates(briefing: Briefing, history: History) -> Iterator[Commit]:
    """Commits to try, nearest first: records and briefing are often committed shortly after one another."""
    everything = history.commits(MOST_LISTED)
    first = _first_with_it(briefing, history)
    at = next((place for place, each in enumerate(everything) if first and each.commit == first.commit), 0)
    yield from everything[at : at + 1]
    for step in range(1, len(everything)):
        yield from everything[at + step : at + step + 1]
        if at - step >= 0:
            yield everything[at - step]


def _first_with_it(briefing: Briefing, history: History) -> Commit | None:
    """The commit since which the briefing's file says that it was built on this; None where the last says otherwise."""
    found = None
    path = file_of(briefing.id)
    told = briefing.built_on.model_dump(mode="json") if briefing.built_on else None
    for commit in history.commits(MOST_LISTED, path):
        if _built_on(history.file_at(commit.commit, path, MAX_BYTES)) != told:
            break
        found = commit
    return found


def _built_on(written: bytes | None) -> Any:
    told = (read_document(written).data or {}).get("built_on") if written else None
    return {"records": {}, "fields": {}, "verdicts": {}, **told} if isinstance(told, dict) else None


def _matches(commit: Commit, built_on: BuiltOn, history: History) -> bool:
    try:
        with history.files_at(commit.revision) as laid_out:
            workspace = load(laid_out.root)
    except HistoryUnreadable:
        return False
    hashes, then = Hashes(workspace), StoredHashes(built_on)
    as_told = all(hashes.of(key) == told for key, told in built_on.records.items())
    return as_told and not any(next(changed_paths(key, then, hashes), "") for key in built_on.fields)
