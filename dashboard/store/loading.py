"""Loading: the files of a workspace to records. One bad file never hides a good one; what is unchanged is not read."""

import gc
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from dashboard.cores import on_all_cores
from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.model.record import Record
from dashboard.model.registry import REGISTRIES
from dashboard.model.source import Source
from dashboard.model.workspace import About, SavedView
from dashboard.store.record_file import FileRead, read_record, read_registry, read_text, stem
from dashboard.store.tree import ABOUT, Tree, is_inside, tree_of
from dashboard.store.workspace import Workspace

ID_TAKEN = kind(
    "id-taken",
    "Two files with one id",
    "An event's id is its file name without the ending, and must be unique in the workspace. The first file, by path, "
    "is used.",
    "rename one of the two files, and update the references to it",
)

ENTRIES: Final[Mapping[str, type[Record]]] = {**REGISTRIES, "views": SavedView}
"""What the entries are of files that hold many."""

_READ_HERE: Final = 1.3
"""To pass on what a file holds takes a third of the time that it takes to read it."""
Made = TypeVar("Made")
Stamp = tuple[int, int, int, int]
"""What differs when a file was written again: its two times of change in nanoseconds, its size in bytes, its inode.

The second is the system's own: whoever gives a file the time that it had before changes that one all the same.
"""
FilesKept = Mapping[str, tuple[Stamp | None, FileRead]]
"""What files held when they were as their stamps say, by name."""
FilesByContent = Mapping[tuple[str, str], FileRead]
"""What files hold, by their names and the names of their contents: a hash of the bytes."""
NOTHING_BY_CONTENT: Final[FilesByContent] = {}


def load(root: Path) -> Workspace:
    """Read the workspace at `root`. Raises `NotAWorkspace`; what is wrong in files is among `problems`."""
    return Loader(root).load()


def name_at(root: Path) -> str:
    """What the workspace at `root` is called, as its file says at this moment; nothing else of it is read."""
    is_there = is_inside(root, ABOUT) and (root / ABOUT).is_file()
    records = read_record(root, ABOUT, About).records if is_there else {}
    return Workspace(root, about=cast(About | None, records.get(stem(ABOUT)))).name


class Loader:
    """Reads one workspace as often as it is asked to, and each time only the files that changed since."""

    def __init__(
        self, root: Path, contents: Mapping[str, str] | None = None, known: FilesByContent = NOTHING_BY_CONTENT
    ) -> None:
        """`contents`: the names of the files' contents, where they have some; those that are `known` are not opened."""
        self.root = root
        self._contents, self._known = contents or {}, known
        self.files_read = 0
        """How many files the last load had to open."""
        self.files_found = 0
        """How many files there are to be read; 0 until they have been looked for."""
        self._kept: dict[str, tuple[Stamp | None, FileRead]] = {}
        self._before: FilesKept = self._kept
        self._opened = 0
        self._mappings: dict[str, Mapping[str, Any]] = {}

    @property
    def files_known(self) -> int:
        """How many files the last load took into account, opened or kept."""
        return len(self._kept)

    @property
    def files_kept(self) -> FilesKept:
        """What the last load took into account."""
        return self._kept

    @property
    def by_content(self) -> FilesByContent:
        """What the last load took into account of the files with named contents."""
        return {(file, self._contents[file]): read for file, (_, read) in self._kept.items() if file in self._contents}

    def remember(self, files: FilesKept, *, were_opened: bool = False) -> None:
        """Take what another process has read; the next load opens those files alone that are not as they were.

        Those that `were_opened` just now count as opened by that load.
        """
        self._kept, self._opened = dict(files), len(files) if were_opened else 0

    def read_events(self) -> list[bytes]:
        """Read every event's file for the next load, on all cores; what they hold, pickled, each core's by itself.

        Raises `NotAWorkspace`.
        """
        reading = partial(read_record, model=Event)

        def read_part(part: Sequence[str]) -> list[bytes]:
            return [pickle.dumps({file: self._read_file(file, reading) for file in part}, pickle.HIGHEST_PROTOCOL)]

        with without_garbage_collection():
            found = on_all_cores(read_part, tuple(tree_of(self.root).events))
            for part in found:
                self._kept |= pickle.loads(part)  # noqa: S301  this process or a copy of it wrote it
        return found

    def load(self) -> Workspace:
        """The workspace as it is now. Raises `NotAWorkspace`."""
        with without_garbage_collection():
            tree = tree_of(self.root)
            self.files_found = tree.number_of_files
            self._before, self._kept, self.files_read, self._opened = self._kept, {}, self._opened, 0
            return _workspace(self, tree)

    def reuse_mapping(self, name: str, mapping: Mapping[str, Made]) -> Mapping[str, Made]:
        """The mapping of the load before, where it holds the very same in the same order: what was made of it holds."""
        before = self._mappings.get(name, {})
        if list(before) == list(mapping) and all(map(_is_same, before.values(), mapping.values())):
            return before
        self._mappings[name] = mapping
        return mapping

    def read_if_changed(self, files: Iterable[str], reading: Callable[[Path, str], FileRead]) -> dict[str, FileRead]:
        """What files hold: as kept from the load before where they have not changed, else read again, on all cores."""
        listed = tuple(files)
        self._kept |= {file: kept for file in listed if (kept := self._still_valid(file))}
        changed = [file for file in listed if file not in self._kept]
        self.files_read += len(changed)
        read = on_all_cores(lambda part: [self._read_file(file, reading) for file in part], changed, _READ_HERE)
        self._kept |= zip(changed, read, strict=True)
        return {file: self._kept[file][1] for file in listed}

    def _read_file(self, file: str, reading: Callable[[Path, str], FileRead]) -> tuple[Stamp | None, FileRead]:
        stamp = _stamp(self.root, file)
        self._kept[file] = stamp, reading(self.root, file)
        return self._kept[file]

    def _still_valid(self, file: str) -> tuple[Stamp | None, FileRead] | None:
        """What a file held before, or what is known of its content, where it need not be opened."""
        stamp = _stamp(self.root, file)
        kept = self._before.get(file)
        if kept and stamp is not None and kept[0] == stamp:
            return kept
        known = self._known.get((file, self._contents.get(file, "")))
        return (stamp, known) if known else None


def files_by_content(root: Path, files: FilesKept, name_of: Callable[[bytes], str]) -> FilesByContent:
    """What was read of `files` below `root`, by their contents. What has changed since is left out."""
    found: dict[tuple[str, str], FileRead] = {}
    for file, (stamp, read) in files.items():
        try:
            content = (root / file).read_bytes()
        except OSError:
            continue
        if stamp is not None and _stamp(root, file) == stamp:
            found[file, name_of(content)] = read
    return found


def _workspace(loader: Loader, tree: Tree) -> Workspace:
    def read_all(files: Iterable[str], model: type[Record]) -> dict[str, FileRead]:
        return loader.read_if_changed(files, partial(read_record, model=model))

    records = read_all(tree.events, Event)
    descriptions = read_all(tree.descriptions, Source)
    briefings = read_all(tree.briefings, Briefing)
    about = read_all(tree.about, About)
    texts = loader.read_if_changed(tree.texts, read_text)
    registries = {
        name: (file, loader.read_if_changed([file], partial(read_registry, model=ENTRIES[name]))[file])
        for name, file in tree.registries.items()
    }
    files, taken = _ids(records)
    read = {**records, **descriptions, **briefings, **about, **texts, **dict(registries.values())}
    problems = [*tree.problems, *taken, *(problem for each in read.values() for problem in each.problems)]
    return Workspace(
        root=tree.root,
        about=next((_only(each) for each in about.values() if each.records), None),
        events=loader.reuse_mapping("events", {id_: _only(records[file]) for id_, file in files.items()}),
        sources={stem(file): _only(each) for file, each in descriptions.items() if each.records},
        places=_entries(registries, "places"),
        actors=_entries(registries, "actors"),
        threads=_entries(registries, "threads"),
        views=_entries(registries, "views"),
        briefings={stem(file): _only(each) for file, each in briefings.items() if each.records},
        texts=loader.reuse_mapping("texts", {stem(file): each.text for file, each in texts.items() if each.sha256}),
        hashes={stem(file): each.sha256 for file, each in texts.items() if each.sha256},
        files=loader.reuse_mapping("files", files),
        documents={file: each.document for file, each in read.items() if each.document},
        problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        set_aside=tuple(file for file in records if files.get(stem(file)) != file),
        not_read=tuple(tree.not_read),
    )


def _ids(records: Mapping[str, FileRead]) -> tuple[dict[str, str], list[Problem]]:
    """The file of each event id, and a problem for each file with an id that an earlier file has."""
    first: dict[str, str] = {}
    taken = [
        ID_TAKEN.at(file, (1, 1), f"the id {stem(file)} is taken by {first[stem(file)]}")
        for file in records
        if first.setdefault(stem(file), file) != file
    ]
    return {id_: file for id_, file in first.items() if records[file].records}, taken


def _only(read: FileRead) -> Any:
    """The one record of a file, of the class that it was read as."""
    return next(iter(read.records.values()))


def _entries(registries: Mapping[str, tuple[str, FileRead]], name: str) -> Mapping[str, Any]:
    """The entries of a registry, of the class that it was read as; none where it has no file."""
    return registries[name][1].records if name in registries else {}


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)


def _stamp(root: Path, file: str) -> Stamp | None:
    try:
        status = os.stat(f"{root}/{file}")  # noqa: PTH116 (to make a path takes longer than to ask)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


@contextmanager
def without_garbage_collection(*, freezes: bool = True) -> Iterator[None]:
    """Collections over many young records cost as much as validating them; what is done meanwhile makes no cycles.

    What was loaded is frozen, so that no later collection walks it either; it still goes when it is let go of. What is
    made again with each press is not: without `freezes`.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if freezes:
            gc.freeze()
        if enabled:
            gc.enable()
