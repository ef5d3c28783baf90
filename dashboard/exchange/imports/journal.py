"""What an import has read so far: parts in a folder, and a journal of those that are whole.

An import that was cut off, by whatever, goes on behind the last part that the journal names.
"""

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

_FILE: Final = "journal.jsonl"


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the rows that were read, in a file."""

    number: int
    rows: int
    broken: int
    member: int
    """The file that comes next: its number, from 0."""
    offset: int
    """Where its next row begins, and on which line."""
    line: int
    remarks: tuple[str, ...] = ()
    """What is to be said of how files were read, up to here."""

    def rows_file(self, folder: Path) -> Path:
        """Its rows, with our columns."""
        return folder / f"part-{self.number:05}.parquet"

    def broken_file(self, folder: Path) -> Path:
        """Its broken rows: a JSON list a line of file, line, reason and row."""
        return folder / f"broken-{self.number:05}.jsonl"

    def deletions_file(self, folder: Path) -> Path:
        """Ids of rows that the publisher has deleted."""
        return folder / f"deleted-{self.number:05}.parquet"


@dataclass(slots=True)
class Journal:
    """The parts of one import."""

    folder: Path
    parts: list[Part] = field(default_factory=list)
    was_resumed: bool = False

    @classmethod
    def open(cls, folder: Path, key: Sequence[Any]) -> "Journal":
        """The journal of the import that `key` says: of the same files, unchanged. Any other is cleared away.

        Raises `OSError`.
        """
        head, *lines = _lines(folder / _FILE) or [None]
        if head == {"key": list(key)}:
            parts = [Part(**{**line, "remarks": tuple(line["remarks"])}) for line in lines]
            _write(folder / _FILE, [head, *lines])
            return cls(folder, parts, was_resumed=bool(parts))
        remove_staged(folder)
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / _FILE, [{"key": list(key)}])
        return cls(folder)

    def add(self, part: Part) -> None:
        """Count a part, of which all files are on the disk. Raises `OSError`."""
        with (self.folder / _FILE).open("ab") as file:
            file.write(_line(asdict(part)))
            file.flush()
            os.fsync(file.fileno())
        self.parts.append(part)


def remove_staged(folder: Path) -> None:
    """Remove what an import has left, with its journal first: then what is left of it is never taken for a whole."""
    (folder / _FILE).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _lines(path: Path) -> list[Any]:
    """The lines that are whole."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return []
    found = []
    for line in raw.split(b"\n")[:-1]:
        try:
            found.append(json.loads(line))
        except ValueError:
            break
    return found


def _write(path: Path, lines: Sequence[Any]) -> None:
    with path.open("wb") as file:
        file.writelines(map(_line, lines))
        file.flush()
        os.fsync(file.fileno())


def _line(thing: object) -> bytes:
    return json.dumps(thing, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
