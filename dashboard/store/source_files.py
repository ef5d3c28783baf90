"""A source's two files: `seeds/ID.txt` and `seeds/ID.yaml`. Stored together or not at all, and never over others."""

import re
from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.model.record import ID_PATTERN
from dashboard.store.lock import workspace_lock
from dashboard.store.record_file import MAX_TEXT_BYTES
from dashboard.store.source_description import with_figures
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import DEVICES, refuse_unreadable, why_not_written, write_new, write_over

_SHORTER: Final = "shorten its title and note; move long passages to the source’s text"


class SourceNotStored(DatelineError):
    """A source that could not be stored; no file was changed."""


def names_of(id_: str) -> tuple[str, str]:
    """The text's and the description's file, relative to the workspace. Raises `SourceNotStored` for what is no id."""
    if len(id_) > 80 or not re.fullmatch(ID_PATTERN, id_):
        raise SourceNotStored(
            f"“{id_}” is not an id. Use lower-case letters and digits, joined by single hyphens, at most 80 "
            "characters, such as `ministry-statement-2025-09-04`. Name one with --id."
        )
    return f"seeds/{id_}.txt", f"seeds/{id_}.yaml"


def refuse_reserved(id_: str) -> None:
    """Raise `SourceNotStored` for an id that no file on Windows can have."""
    if id_ in DEVICES:
        raise SourceNotStored(
            f"“{id_}” is the name of a device on Windows, so no file there can have it. Choose another id."
        )


def _names_inside(root: Path, id_: str) -> tuple[str, str]:
    """The names of both files, if they are inside the workspace at `root`; else raises `SourceNotStored`."""
    names = names_of(id_)
    for name in names:
        if not is_inside(root, name):
            raise SourceNotStored(f"{name} is a link out of the workspace, or is inside one. Nothing was changed.")
    return names


def files_to_write(root: Path, id_: str, text: str) -> tuple[str, ...]:
    """The files of a source that must still be written: both, or the description alone if its text is there.

    Raises `SourceNotStored` where one is taken, or the text is too large.
    """
    refuse_reserved(id_)
    text_file, description_file = _names_inside(root, id_)
    if (size := len(text.encode())) > MAX_TEXT_BYTES:
        raise SourceNotStored(f"The text has {size:,} bytes. The limit for a source is {MAX_TEXT_BYTES:,}. Split it.")
    if _is_taken(root / description_file):
        raise SourceNotStored(f"{description_file} already exists and is not overwritten. Use another --id.")
    if not _is_taken(root / text_file):
        return text_file, description_file
    if read_bytes(root / text_file, MAX_TEXT_BYTES) == text.encode():
        return (description_file,)
    raise SourceNotStored(f"{text_file} already exists with another text and is not overwritten. Use another --id.")


def store_source(root: Path, id_: str, text: str, description: str) -> tuple[str, ...]:
    """Write the text and its description; the files that were written, relative to the workspace.

    Raises `SourceNotStored`; then nothing is left behind. Should the machine stop between the two, the text is there
    alone, validation says so, and storing it again completes it.
    """
    try:
        with workspace_lock(root):
            return _store(root, id_, text, description)
    except OSError as error:
        raise SourceNotStored(
            f"seeds/{id_} could not be stored: {why_not_written(error)}. Nothing was changed."
        ) from error


def _store(root: Path, id_: str, text: str, description: str) -> tuple[str, ...]:
    files = files_to_write(root, id_, text)
    contents = dict(zip(names_of(id_), (text, description), strict=True))
    refuse_unreadable(names_of(id_)[1], description, SourceNotStored, _SHORTER)
    written: list[str] = []
    try:
        for file in files:
            write_new(root / file, contents[file])
            written.append(file)
    except BaseException as error:
        for file in written:
            (root / file).unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise SourceNotStored(f"{files[len(written)]} was just written by somebody else.") from error
        if isinstance(error, OSError):
            raise SourceNotStored(
                f"{files[len(written)]} could not be written: {why_not_written(error)}. Nothing was changed."
            ) from error
        raise
    return files


def accept_text(root: Path, id_: str) -> str:
    """Write the figures of a text as it now is into its description; the description's file.

    Raises `SourceNotStored` or `DescriptionNotChanged`; the description is then as it was.
    """
    text_file, description_file = _names_inside(root, id_)
    try:
        with workspace_lock(root):
            described = _read_text(root, description_file)
            figured = with_figures(described, _read_text(root, text_file))
            write_over(root / description_file, figured, described.encode())
    except OSError as error:
        raise SourceNotStored(f"{description_file} could not be written: {why_not_written(error)}.") from error
    return description_file


def _read_text(root: Path, file: str) -> str:
    raw = read_bytes(root / file, MAX_TEXT_BYTES)
    if not isinstance(raw, bytes):
        raise SourceNotStored(f"{file} cannot be read: {raw.message}.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceNotStored(f"{file} is not UTF-8 (byte {error.start:,}).") from error


def _is_taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()
