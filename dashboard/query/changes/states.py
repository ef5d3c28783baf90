"""The workspace at one moment: a day, a revision, or now; and what of it could not be read then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from dashboard.checks.validation import Validation, validate
from dashboard.model.problem import Severity
from dashboard.query.wording import day_words
from dashboard.store.git import History, Revision
from dashboard.store.loading import FilesByContent, Loader
from dashboard.store.tree import RESERVED_FOLDERS

ALL: Final = "*"
"""Stands for every entry of a registry."""

Key = tuple[str, str]
"""Kind of a record (event, source, text, place, actor, thread) and its id."""
EntryKind = Literal["place", "actor", "thread"]
REGISTRY_KINDS: Final[Mapping[str, EntryKind]] = {"places": "place", "actors": "actor", "threads": "thread"}


@dataclass(frozen=True, slots=True)
class State:
    """A workspace at the end of a day."""

    day: date
    validation: Validation
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Files that were there and could not be had, to why."""
    ignored: tuple[str, ...] = ()
    """Folders that are no part of it: submodules."""
    files: FilesByContent = field(default_factory=dict, repr=False, compare=False)
    """What its files hold, for another state to be read from this one."""

    @property
    def place_names(self) -> dict[str, str]:
        """Its places' names by id."""
        return {id_: place.name for id_, place in self.validation.workspace.places.items()}

    def is_ignored(self, file: str) -> bool:
        """Whether it lies in a folder that is no part of the workspace."""
        return any(file.startswith(f"{folder}/") for folder in self.ignored)


def unreadable(state: State) -> dict[Key, str]:
    """Records that are there and cannot be read, to their files: nothing can be said of what changed in them."""
    workspace = state.validation.workspace
    found: dict[Key, str] = {}
    for file in (*workspace.set_aside, *state.left_out, *_failing(state)):
        key = _key(file)
        if key is not None and not _is_there(state, key):
            found.setdefault(key, file)
    for name, kind in REGISTRY_KINDS.items():
        file = f"events/registry/{name}.yaml"
        document = workspace.documents.get(file)
        entries = getattr(workspace, name)
        found |= {(kind, id_): file for id_ in (document.data or {} if document else {}) if id_ not in entries}
    return found


def _failing(state: State) -> list[str]:
    problems = state.validation.workspace.problems
    return [each.file for each in problems if each.severity is Severity.ERROR]


def _key(file: str) -> Key | None:
    path = PurePosixPath(file)
    match path.parts:
        case ("seeds", _) if path.suffix in (".yaml", ".txt"):
            return ("source" if path.suffix == ".yaml" else "text"), path.stem
        case ("events", "registry", _) if path.stem in REGISTRY_KINDS:
            return REGISTRY_KINDS[path.stem], ALL
        case ("events", folder, _) if folder not in RESERVED_FOLDERS and path.suffix == ".yaml":
            return "event", path.stem
    return None


def _is_there(state: State, key: Key) -> bool:
    """Whether the record was read after all: an error elsewhere in its file, or another file of one id."""
    workspace = state.validation.workspace
    kind, id_ = key
    if id_ == ALL:
        return any(
            f"events/registry/{name}.yaml" in workspace.documents for name, of in REGISTRY_KINDS.items() if of == kind
        )
    return id_ in {"event": workspace.events, "source": workspace.sources, "text": workspace.texts}[kind]


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
        if moment := self.revision.moment:
            since = f"{day_words(moment.date())}, {moment:%H:%M} UTC"
            return f"{since}: commit {commit} of {day_words(at.date())}, {at:%H:%M}"
        if at.date() == self.state.day:
            return f"{day}, {at:%H:%M} UTC: commit {commit}"
        return f"the end of {day} (UTC): commit {commit} of {day_words(at.date())}, {at:%H:%M}"


def state_at(root: Path, named: str) -> NamedState:
    """The workspace at a day or revision. Raises `HistoryUnreadable`."""
    history = History(root)
    return state_of(history, history.revision(named))


def state_of(history: History, revision: Revision, near: Sequence[State] = ()) -> NamedState:
    """The workspace at a revision. Raises `HistoryUnreadable`.

    What it has in common with states that are `near` is not read again; with the nearest of them, nor checked again.
    """
    known = {content: read for state in near for content, read in state.files.items()}
    with history.files_at(revision, known) as laid_out:
        loader = Loader(laid_out.root, laid_out.contents, known)
        nearest = max(near, key=lambda state: len(state.files.keys() & laid_out.contents.items()), default=None)
        validation = validate(loader, nearest.validation if nearest else None)
    left_out, ignored = dict(laid_out.left_out), tuple(laid_out.submodules)
    state = State(revision.day, validation, left_out, ignored, loader.by_content)
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
