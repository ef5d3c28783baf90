"""A source removed: its description and its text, unless something refers to it."""

from contextlib import suppress
from pathlib import Path

from dashboard.store.lock import workspace_lock
from dashboard.store.renaming import journal
from dashboard.store.renaming.carry_out import finish_interrupted
from dashboard.store.renaming.errors import NotRenamed
from dashboard.store.renaming.lookup import own_files
from dashboard.store.renaming.references import Reference, references_to
from dashboard.store.renaming.target import Target
from dashboard.store.tree import is_inside
from dashboard.store.writing import why_not_written


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
