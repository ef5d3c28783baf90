"""What was read and found of a workspace, kept on the disk: whoever starts next looks at what changed since.

It lies in `.dateline/look/`, in parts of some hundred files each, so that one changed file costs little to write. Each
finding has with it what it rests on, in the versions of then; so a part stands for itself, whichever process wrote it,
and however that ended. What is not signed by this machine, or was written by another version, is passed over.
"""

import hashlib
import operator
import pickle
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

import numpy as np

from dashboard.checks.validation.earlier_look import EarlierLook, EventFindings, Surroundings
from dashboard.checks.validation.workspace_validation import BegunValidation, Validation, begin_validation
from dashboard.evidence.near_duplicates import NO_DUPLICATES, NearDuplicates
from dashboard.model.pickled_values import PickledByValues
from dashboard.store.loading import FilesKept, Loader, Stamp, without_garbage_collection
from dashboard.store.machine import FOLDER, package_version, read_signed, signed_bytes, write_for_machine
from dashboard.store.record_file import FileRead
from dashboard.store.tree import is_inside
from dashboard.store.workspace import Workspace

KEPT: Final = f"{FOLDER}/look"
FILES_OF_A_PART: Final = 256
SETTLED_SECONDS: Final = 2
"""A file that was written within so short a time may be written again without looking otherwise: it is not kept."""
PAUSE_SECONDS: Final = 0.01
"""Between two parts, for whoever waits for a page."""
_LIKENESS: Final = "likeness"


@dataclass(frozen=True, slots=True)
class RestsOn(PickledByValues):
    """The versions of everything that the findings of an event rest on, beside its own file."""

    surroundings: str
    sources: Mapping[str, tuple[str, bool]]
    """By id, the SHA-256 of each source's text that is held, and whether that is not the text described."""
    events: Mapping[str, Stamp | None]
    """By id, the stamp of the event's file; nothing where there is no such event."""

    @property
    def is_known(self) -> bool:
        """Whether every event is there; whichever comes next may be the one that was meant."""
        return None not in self.events.values()


@dataclass(frozen=True, slots=True)
class KeptFile(PickledByValues):
    """One file as it was read, and, where it is an event's, what was found of it."""

    file: str
    stamp: Stamp
    read: FileRead
    findings: EventFindings | None = None
    rests_on: RestsOn | None = None


def validate_by_kept(loader: Loader, kept: "KeptLook") -> Validation:
    """Load and check a workspace as `validate` does, beginning from what another process kept of it.

    Raises `NotAWorkspace`.
    """
    begun = begin_by_kept(loader, kept)
    return begun.complete(begun.check())


def begin_by_kept(loader: Loader, kept: "KeptLook") -> BegunValidation:
    """Load a workspace, and find out which of its events have to be checked beside what another process kept of them.

    Raises `NotAWorkspace`.
    """
    with without_garbage_collection():
        loader.remember(kept.read_files())
        workspace = loader.load()
        earlier = kept.look_at(workspace, loader.files_kept)
    return begin_validation(workspace, earlier)


class KeptLook:
    """The look at one workspace that is kept between processes."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, KeptFile] = {}
        self._written: dict[str, tuple[object, ...]] = {}
        """By part, what it holds: where that is the very same, it is not written again."""

    def read_files(self) -> FilesKept:
        """Every file that another process kept, for the loader to begin with."""
        parts = dict(self._parts())
        self._written = {name: _things_in(part) for name, part in parts.items()}
        self._files = {each.file: each for part in parts.values() for each in part}
        return {each.file: (each.stamp, each.read) for each in self._files.values()}

    def look_at(self, workspace: Workspace, files: FilesKept) -> EarlierLook:
        """What was found that still holds for a workspace as it has now been read."""
        likeness = self._likeness()
        self._written[_LIKENESS] = (likeness,)
        surroundings = Surroundings.of(workspace, likeness)
        versions = _VersionsNow(workspace, files, surroundings)
        version = versions.surroundings
        if not any(each.rests_on and each.rests_on.surroundings == version for each in self._files.values()):
            surroundings = Surroundings.of_files({file: each.read for file, each in self._files.items()}, likeness)
            version = _version_of({file: each.stamp for file, each in self._files.items()}, surroundings)
        findings = {
            id_: kept.findings
            for id_, file in workspace.files.items()
            if (kept := self._files.get(file)) is not None
            and kept.findings is not None
            and kept.findings.record is workspace.events[id_]
            and kept.rests_on is not None
            and kept.rests_on.is_known
            and kept.rests_on.surroundings == version
            and versions.are_those_of(kept.rests_on, kept.findings)
        }
        self._files = {}
        return EarlierLook(
            findings, workspace.known_events, workspace.texts, workspace.altered_sources, surroundings, likeness
        )

    def write(self, workspace: Workspace, look: EarlierLook, files: FilesKept) -> None:
        """Keep a look at a workspace, and its `files` as they were read for it.

        Whatever keeps it from being written, the next process begins from nothing.
        """
        with suppress(OSError, pickle.PicklingError, RecursionError):
            if is_inside(self._root, KEPT):
                self._write(workspace, look, files)

    def _write(self, workspace: Workspace, look: EarlierLook, files: FilesKept) -> None:
        versions = _VersionsNow(workspace, files, Surroundings.of(workspace, look.likeness))
        ids = {file: id_ for id_, file in workspace.files.items()}
        settled = time.time_ns() - SETTLED_SECONDS * 1_000_000_000
        parts: dict[str, list[KeptFile]] = {name: [] for name in _part_names(len(files))}
        for file, (stamp, read) in files.items():
            if stamp is not None and max(stamp[:2]) < settled:
                findings = look.findings.get(ids.get(file, ""))
                rests_on = versions.of(findings) if findings else None
                parts[_part_of(file, len(parts))].append(KeptFile(file, stamp, read, findings, rests_on))
        for name, kept in parts.items():
            self._write_part(name, _things_in(kept), kept)
        self._write_part(_LIKENESS, (look.likeness,), _as_plain(look.likeness))
        for path in (self._root / KEPT).iterdir():
            if path.name not in parts and path.name != _LIKENESS:
                path.unlink(missing_ok=True)

    def _write_part(self, name: str, parts: tuple[object, ...], held: object) -> None:
        before = self._written.get(name, (None,))
        if len(before) != len(parts) or not all(map(operator.is_, before, parts)):
            if content := signed_bytes(held, _purpose(name)):
                write_for_machine(self._root, f"{KEPT}/{name}", content)
            self._written[name] = parts
            time.sleep(PAUSE_SECONDS)

    def _parts(self) -> Iterator[tuple[str, list[KeptFile]]]:
        with suppress(OSError):
            names = sorted(path.name for path in (self._root / KEPT).iterdir()) if is_inside(self._root, KEPT) else []
            for name in names:
                if name != _LIKENESS and isinstance(part := self._read_part(name), list):
                    yield name, part

    def _likeness(self) -> NearDuplicates:
        packed = self._read_part(_LIKENESS)
        return _of_plain(packed) if isinstance(packed, tuple) else NO_DUPLICATES

    def _read_part(self, name: str) -> object | None:
        with suppress(OSError, pickle.UnpicklingError, EOFError, ValueError, AttributeError, ImportError, IndexError):
            return read_signed((self._root / KEPT / name).read_bytes(), _purpose(name))
        return None


def _things_in(part: Iterable[KeptFile]) -> tuple[object, ...]:
    return tuple(chain.from_iterable((each.read, each.findings, _surroundings_of(each)) for each in part))


def _surroundings_of(kept: KeptFile) -> str | None:
    """Equal ones are the very same text."""
    return sys.intern(kept.rests_on.surroundings) if kept.rests_on else None


class _VersionsNow:
    """The versions that things have in a workspace as it was read."""

    def __init__(self, workspace: Workspace, files: FilesKept, surroundings: Surroundings) -> None:
        self._workspace, self._files = workspace, files
        self._altered = workspace.altered_sources
        self.surroundings = _version_of({file: stamp for file, (stamp, _) in files.items()}, surroundings)

    def of(self, findings: EventFindings) -> RestsOn:
        """What the findings of an event rest on, as it is now."""
        hashes, files = self._workspace.hashes, self._workspace.files
        return RestsOn(
            self.surroundings,
            {id_: (hashes[id_], id_ in self._altered) for id_ in findings.sources if id_ in hashes},
            {id_: self._files[files[id_]][0] if id_ in files else None for id_ in findings.events},
        )

    def are_those_of(self, rests_on: RestsOn, findings: EventFindings) -> bool:
        """Whether findings rest on these versions of sources and events, whatever surrounded them."""
        now = self.of(findings)
        return (rests_on.sources, rests_on.events) == (now.sources, now.events)


def _version_of(stamps: Mapping[str, Stamp | None], surroundings: Surroundings) -> str:
    """The version of what surrounds events, by the files that were read for it and what was wrong in them."""
    read = sorted((file, stamp) for file, stamp in stamps.items() if _surrounds(file))
    told = repr((read, sorted(surroundings.broken), surroundings.pairs))
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def _surrounds(file: str) -> bool:
    """Whether a file is a registry or the description of a source."""
    return file.startswith("events/registry/") or (file.startswith("seeds/") and file.endswith(".yaml"))


def _part_names(files: int) -> list[str]:
    """As many parts, a power of two, as hold so many files; a file more seldom moves the others."""
    count = 1 << max(0, (files - 1) // FILES_OF_A_PART).bit_length()
    return [f"{count}-{number:04}" for number in range(count)]


def _part_of(file: str, count: int) -> str:
    return f"{count}-{zlib.crc32(file.encode('utf-8', 'surrogateescape')) % count:04}"


def _purpose(name: str) -> str:
    return f"look {package_version()} {name}"


def _as_plain(likeness: NearDuplicates) -> tuple[object, ...]:
    """The pairs and what is kept to compare again, without arrays."""
    sketches = {sha256: runs.tobytes() for sha256, runs in likeness.sketches.items()}
    return likeness.pairs, dict(likeness.texts), sketches, dict(likeness.shares)


def _of_plain(kept: tuple[Any, ...]) -> NearDuplicates:
    pairs, texts, sketches, shares = kept
    return NearDuplicates(
        pairs, texts, {sha256: np.frombuffer(runs, np.uint32) for sha256, runs in sketches.items()}, shares
    )
