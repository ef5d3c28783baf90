"""When what changed became known: the commit by which a record came to stand as it does."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from dashboard.query.changes.sections import ChangeLine
from dashboard.query.changes.states import REGISTRY_KINDS, Key, NamedState
from dashboard.store.git import Commit, History, HistoryUnreadable
from dashboard.store.record_file import MAX_TEXT_BYTES
from dashboard.store.yaml import read_document

_REGISTRIES: Final = {kind: f"events/registry/{name}.yaml" for name, kind in REGISTRY_KINDS.items()}

Place = tuple[str, tuple[str, ...]]
"""A file of the workspace, and the keys that lead to the record in it; without keys, all of it."""


def known_moments(lines: Iterable[ChangeLine], root: Path, since: str, until: NamedState) -> dict[ChangeLine, datetime]:
    """When each became known, in UTC: of its records, that which changed last.

    `since` is the commit of the earlier state, empty where that has none. What no commit has yet, and all where there
    is no git, is left out; but a question that fell due did so on its day.
    """
    try:
        history = History(root)
        commit = until.revision.commit if until.revision else history.head()
        touched = history.commits_by_file(since, commit) if commit else {}
    except HistoryUnreadable:
        commit = None
    if commit is None:
        return _moments(lines, lambda _: None)
    with history.reading() as read:
        versions = _Versions(since, commit, touched, read, until)
        return _moments(lines, versions.time_known)


def _moments(lines: Iterable[ChangeLine], known: Callable[[Key], datetime | None]) -> dict[ChangeLine, datetime]:
    found: dict[ChangeLine, datetime] = {}
    for line in lines:
        moments = [moment for key in ((line.kind, line.id), *line.also) if (moment := known(key)) is not None]
        moments += [datetime.combine(line.on, time.min, UTC)] if line.on else []
        if moments:
            found[line] = max(moments)
    return found


@dataclass(slots=True)
class _Versions:
    """Files of the workspace as commits have them; each is read once."""

    since: str
    commit: str
    touched: Mapping[str, tuple[Commit, ...]]
    read: Callable[[str, str, int], bytes | None]
    until: NamedState
    _read: dict[tuple[str, str], Any] = field(default_factory=dict)

    def time_known(self, key: Key) -> datetime | None:
        """When a record last changed; None where it did not, or where no commit has it as it is."""
        return max(filter(None, map(self._change_time, self._places(key))), default=None)

    def _places(self, key: Key) -> Iterator[Place]:
        kind, id_ = key
        if kind == "event":
            file = self.until.state.validation.workspace.files.get(id_)
            yield from ((each, ()) for each in ([file] if file else self._files_of_event(id_)))
        elif kind == "source":
            yield from ((f"seeds/{id_}{ending}", ()) for ending in (".yaml", ".txt"))
        elif kind == "question":
            thread, _, question = id_.partition("/")
            yield _REGISTRIES["thread"], (thread, "questions", question)
        elif kind in _REGISTRIES:
            yield _REGISTRIES[kind], (id_,)

    def _files_of_event(self, id_: str) -> list[str]:
        return [file for file in self.touched if file.startswith("events/") and file.endswith(f"/{id_}.yaml")]

    def _change_time(self, place: Place) -> datetime | None:
        file, keys = place
        commits = self.touched.get(file, ())
        if not commits:
            return None
        is_now = self._now(place)
        if self._at(self.commit, place) != is_now:
            return None
        if len(commits) == 1 and not keys:
            return commits[0].committed
        befores = [each.commit for each in commits[1:]] + [self.since]
        for commit, before in zip(commits, befores, strict=True):
            if (self._at(before, place) if before else None) != is_now:
                return commit.committed
        return None

    def _now(self, place: Place) -> Any:
        file, keys = place
        workspace = self.until.state.validation.workspace
        if file.endswith(".txt"):
            return workspace.hashes.get(file.removeprefix("seeds/").removesuffix(".txt"))
        document = workspace.documents.get(file)
        return _within(document.data if document else None, keys)

    def _at(self, commit: str, place: Place) -> Any:
        file, keys = place
        if (commit, file) not in self._read:
            self._read[commit, file] = _parse(file, self.read(commit, file, MAX_TEXT_BYTES))
        return _within(self._read[commit, file], keys)


def _parse(file: str, raw: bytes | None) -> Any:
    if raw is None:
        return None
    return sha256(raw).hexdigest() if file.endswith(".txt") else read_document(raw).data


def _within(data: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data
