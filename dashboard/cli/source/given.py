"""The documents that `dateline source add` is given: files, folders, addresses and standard input."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.exchange.documents import ENDINGS, MAX_BYTES, GivenDocument, fetch_document
from dashboard.exchange.fetching import is_address
from dashboard.query.wording import count_words

STANDARD_INPUT: Final = "-"


class NoDocument(DatelineError):
    """Raised if there is no such document, or it cannot be opened."""


def expand(names: Sequence[str], root: Path) -> tuple[list[str], list[str]]:
    """The documents that are named, each file of a folder by itself; and remarks on what of a folder is left out.

    Raises `NoDocument` for a folder without documents.
    """
    found: list[str] = []
    remarks: list[str] = []
    for name in names:
        if name == STANDARD_INPUT or is_address(name) or not Path(name).is_dir():
            found.append(name)
        else:
            files, remark = _in_folder(Path(name), root)
            found += files
            remarks += remark
    return list(dict.fromkeys(found)), remarks


def _in_folder(folder: Path, root: Path) -> tuple[list[str], list[str]]:
    """The documents that lie in a folder itself, by name; hidden files, links out of it and other formats do not."""
    if folder.resolve().is_relative_to(root / "seeds") or folder.resolve().is_relative_to(root / "events"):
        raise NoDocument(f"{folder} belongs to the workspace. Name a file in it.")
    try:
        with os.scandir(folder) as entries:
            listed = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda each: each.name)
    except OSError as error:
        raise NoDocument(f"{folder} cannot be listed: {error.strerror}.") from error
    files, links, others, folders = [], 0, 0, 0
    for entry in listed:
        if entry.is_symlink() and not _leads_into(folder, entry):
            links += 1
        elif entry.is_dir():
            folders += 1
        elif entry.is_file() and Path(entry.name).suffix.lower() in ENDINGS:
            files.append(str(folder / entry.name))
        else:
            others += 1
    if not files:
        raise NoDocument(f"{folder} has no documents. The formats are {', '.join(sorted(ENDINGS))}.")
    left = [(others, "file of another format"), (folders, "folder"), (links, "link out of it")]
    told = [count_words(number, words, _plural(words)) for number, words in left if number]
    return files, [f"{folder}: left out {', '.join(told)}."] if told else []


def _plural(words: str) -> str:
    first, _, rest = words.partition(" ")
    return f"{first}s {rest}".strip()


def _leads_into(folder: Path, entry: os.DirEntry[str]) -> bool:
    try:
        return Path(entry.path).resolve(strict=True).parent == folder.resolve()
    except (OSError, RuntimeError):
        return False


def read_given(name: str, *, allow_private: bool) -> GivenDocument:
    """The document of that name; what is too large is not read to its end.

    Raises `NoDocument`, `DocumentRefused` or `AddressRefused`.
    """
    if is_address(name):
        return fetch_document(name, allow_private=allow_private)
    return GivenDocument("" if name == STANDARD_INPUT else name, _file_bytes(name))


def _file_bytes(name: str) -> bytes:
    """What a file or standard input holds."""
    try:
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        path = Path(name)
        if path.exists() and not path.is_file():
            raise NoDocument(
                f"{name} is not a regular file. Pipe its content: `dateline source add - --id ID < {name}`."
            )
        with path.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise NoDocument(f"There is no file {name}. An address begins with http:// or https://.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NoDocument(f"{name} cannot be read: {reason}.") from error


def is_piped(names: Sequence[str]) -> bool:
    """Whether nothing is named, and standard input is a pipe or a file."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return not names and (stat.S_ISFIFO(mode) or stat.S_ISREG(mode))
