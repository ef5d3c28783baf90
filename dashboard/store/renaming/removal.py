"""A source or an entry of a registry removed, unless something refers to it."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from dashboard.store.editing import NotEditable, edit_record
from dashboard.store.lock import workspace_lock
from dashboard.store.renaming import journal
from dashboard.store.renaming.carry_out import finish_interrupted
from dashboard.store.renaming.errors import NotRenamed
from dashboard.store.renaming.lookup import own_files
from dashboard.store.renaming.references import Reference, references_to
from dashboard.store.renaming.target import Target
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import why_not_written, write_over
from dashboard.store.yaml import read_document


class StillReferredTo(NotRenamed):
    """Raised for a source that records refer to; nothing was removed."""

    def __init__(self, id_: str, references: tuple[Reference, ...]) -> None:
        number = len(references)
        super().__init__(f"{id_} is not removed: {number:,} {'reference' if number == 1 else 'references'} to it.")
        self.references = references


def remove_source(root: Path, id_: str, *, dry_run: bool = False) -> tuple[str, ...]:
    """Remove the files of a source; their names. With `dry_run`, only say which they are.

    Raises `StillReferredTo`, or `NotRenamed`: nothing was removed, unless the message says so. Whoever is killed
    between the two files leaves a note, by which `finish_interrupted` removes the other.
    """
    target = Target("source", id_)
    try:
        with workspace_lock(root):
            finish_interrupted(root)
            files = own_files(root, target)
            if not files:
                raise NotRenamed(f"There is no source {id_}. Nothing was removed.")
            references = tuple(each for each in references_to(root, target) if each.file not in files)
            if references:
                raise StillReferredTo(id_, references)
            _refuse_outside(root, files)
            if not dry_run:
                journal.begin(root, target, "")
                _remove(root, files)
            return files
    except OSError as error:
        raise NotRenamed(f"{id_} could not be removed: {why_not_written(error)}. Nothing was removed.") from error


def remove_unused_entries(root: Path, entries: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Remove the entries, by registry and id, to which no record refers; the ids of those that are gone.

    Every other line of the registries stays. Raises `NotRenamed`: an entry that it does not name as gone is there.
    """
    gone: list[str] = []
    try:
        with workspace_lock(root):
            for registry, ids in entries.items():
                kind = registry.removesuffix("s")
                unused = [id_ for id_ in ids if not references_to(root, Target(kind, id_))]
                gone += _remove_entries(root, f"events/registry/{registry}.yaml", unused)
    except (OSError, NotEditable) as error:
        told = why_not_written(error) if isinstance(error, OSError) else str(error)
        raise NotRenamed(f"{', '.join(gone) or 'Nothing'} was removed: {told}") from error
    return tuple(gone)


def _remove_entries(root: Path, file: str, unused: list[str]) -> list[str]:
    """Remove entries of one registry; of a file that has nothing else, the file."""
    raw = read_bytes(root / file) if is_inside(root, file) else None
    data = read_document(raw).data if isinstance(raw, bytes) else None
    if not isinstance(raw, bytes) or not isinstance(data, dict):
        return []
    there = [id_ for id_ in unused if id_ in data]
    left = {id_: entry for id_, entry in data.items() if id_ not in there}
    if left:
        write_over(root / file, edit_record(raw, left), raw)
    elif there and b"#" not in raw:
        (root / file).unlink()
    else:
        return []
    return there


def _refuse_outside(root: Path, files: tuple[str, ...]) -> None:
    for file in files:
        if not is_inside(root, file):
            raise NotRenamed(f"{file} is a link out of the workspace, or is inside one. Nothing was removed.")


def _remove(root: Path, files: tuple[str, ...]) -> None:
    """Remove the files. Raises `OSError` if not even the first could be removed, else `NotRenamed`."""
    removed: list[str] = []
    try:
        for file in files:
            (root / file).unlink(missing_ok=True)
            removed.append(file)
    except OSError as error:
        if not removed:
            with suppress(OSError):
                journal.end(root)
            raise
        raise NotRenamed(
            f"{', '.join(removed)} was removed, but not {files[len(removed)]}: {why_not_written(error)}. "
            "Run the command again."
        ) from error
    journal.end(root)
