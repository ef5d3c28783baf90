"""Carries a rename out: all new files are written beside the old ones first, and then put in their places."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dashboard.model.record import ID_PATTERN
from dashboard.store.lock import workspace_lock
from dashboard.store.renaming import journal
from dashboard.store.renaming.errors import NotRenamed
from dashboard.store.renaming.lookup import own_files
from dashboard.store.renaming.plan import RenamePlan, plan_rename
from dashboard.store.renaming.target import Target
from dashboard.store.text_file import read_bytes
from dashboard.store.writing import stage, why_not_written, write_whole

LONGEST = 80


@dataclass(frozen=True, slots=True)
class RenameReport:
    """What a rename changed."""

    target: Target
    new: str
    files: tuple[tuple[str, int], ...]
    """Files that were changed, each with the number of references in it."""
    moves: tuple[tuple[str, str], ...]
    """Files that got another name; of a source that was removed, none."""


def rename(root: Path, target: Target, new: str, *, dry_run: bool = False) -> RenameReport:
    """Call `target` `new`, in its own place and in every reference. With `dry_run`, only say what would change.

    Raises `NotRenamed`: then no file was changed, unless the message says so. Whoever is killed on the way leaves
    every file whole; `finish_interrupted` does the rest.
    """
    _refuse_name(target, new)
    with _alone(root):
        finish_interrupted(root)
        plan = plan_rename(root, target, new)
        if not dry_run:
            _carry_out(root, plan)
    return _report(plan)


def finish_interrupted(root: Path) -> RenameReport | None:
    """Finish a rename, or the removal of a source, that was interrupted; None if there is none. Raises `NotRenamed`."""
    if not (begun := journal.read_unfinished(root)):
        return None
    target, new = begun
    with _alone(root):
        if not new:
            return _finish_removal(root, target)
        plan = plan_rename(root, target, new, is_begun=True)
        _carry_out(root, plan)
    return _report(plan)


def _finish_removal(root: Path, target: Target) -> RenameReport:
    files = own_files(root, target)
    for file in files:
        (root / file).unlink()
    journal.end(root)
    return RenameReport(target, "", (), tuple((file, "") for file in files))


def _report(plan: RenamePlan) -> RenameReport:
    files = tuple((change.file, change.references) for change in plan.changes)
    return RenameReport(plan.target, plan.new, files, plan.moves)


def _refuse_name(target: Target, new: str) -> None:
    what = "key" if target.key else "id"
    if len(new) > LONGEST or not re.fullmatch(ID_PATTERN, new):
        raise NotRenamed(
            f"“{new}” is not {'a key' if target.key else 'an id'}. Use lower-case letters and digits, joined by single "
            f"hyphens, at most {LONGEST} characters."
        )
    if new == (target.key or target.id):
        raise NotRenamed(f"{target.name} has this {what} already. Nothing was changed.")


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    try:
        with workspace_lock(root):
            yield
    except OSError as error:
        raise NotRenamed(f"Nothing was changed: {why_not_written(error)}.") from error


def _carry_out(root: Path, plan: RenamePlan) -> None:
    """Write all, then put all in place. Raises `OSError` before anything was changed, else `NotRenamed`."""
    staged: list[tuple[str, Path]] = []
    try:
        for change in plan.changes:
            staged.append((change.file, stage(root / change.file, change.after)))  # noqa: PERF401  removed if one fails
        for change in plan.changes:
            if read_bytes(root / change.file) != change.before:
                raise NotRenamed(f"{change.file} was changed by somebody else in the meantime. Nothing was changed.")
        journal.begin(root, plan.target, plan.new)
        _put_in_place(root, plan, staged)
    finally:
        for _, beside in staged:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _put_in_place(root: Path, plan: RenamePlan, staged: list[tuple[str, Path]]) -> None:
    done: list[str] = []
    try:
        for file, beside in staged:
            beside.replace(root / file)
            done.append(file)
        for old, new in plan.moves:
            _move(root / old, root / new)
            done.append(old)
    except OSError as error:
        if _put_back(root, plan, done):
            journal.end(root)
            raise
        raise NotRenamed(
            f"The rename could not be finished: {why_not_written(error)}. Some files are changed already. The next "
            "`dateline rename` or `dateline source` command that changes something finishes it."
        ) from error
    journal.end(root)


def _put_back(root: Path, plan: RenamePlan, done: list[str]) -> bool:
    """Undo what was done; whether all of it was."""
    before = {change.file: change.before for change in plan.changes}
    moves = dict(plan.moves)
    try:
        for file in reversed(done):
            if file in moves and (root / moves[file]).exists() and not (root / file).exists():
                _move(root / moves[file], root / file)
            elif file in before:
                write_whole(root / file, before[file])
    except OSError:
        return False
    return True


def _move(old: Path, new: Path) -> None:
    """Give a file another name, over none that is there. Raises `OSError`.

    Killed on the way, it leaves the file under both names, and the next move removes the first.
    """
    try:
        new.hardlink_to(old)
    except FileExistsError:
        if not new.samefile(old):
            raise
    except OSError:  # a drive without hard links
        if new.exists() or new.is_symlink():
            raise
        old.replace(new)
        return
    old.unlink()
    _flush_folder(new.parent)


def _flush_folder(folder: Path) -> None:
    """See to it that names survive a power cut, where the system can."""
    with suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
