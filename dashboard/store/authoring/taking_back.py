"""Files that were just written anew, removed again: only as long as nobody has changed them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import DatelineError
from dashboard.store.lock import workspace_lock
from dashboard.store.writing import why_not_written


class NotTakenBack(DatelineError):
    """Files that are not removed, because somebody has changed them, or the disk refuses it."""


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """Files, relative to the workspace, with what stood in them when they were written."""

    hashes: tuple[tuple[str, str], ...]

    @classmethod
    def now(cls, root: Path, files: tuple[str, ...]) -> "WrittenFiles":
        """The files as they are at this moment."""
        return cls(tuple((file, _hash(root / file)) for file in files))

    def are_unchanged(self, root: Path) -> bool:
        """Whether all of them are as they were written."""
        return all(_hash(root / file) == hashed for file, hashed in self.hashes)


def take_back(root: Path, written: WrittenFiles) -> None:
    """Remove the files. Raises `NotTakenBack`: then none was, or the message says which."""
    try:
        with workspace_lock(root):
            if not written.are_unchanged(root):
                raise NotTakenBack("Not undone: the draft was changed after it was written.")
            for file, _ in written.hashes:
                (root / file).unlink()
    except OSError as error:
        raise NotTakenBack(f"Not undone: {why_not_written(error)}. Look at `git status`.") from error


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
