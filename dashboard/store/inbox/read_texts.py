"""Texts that were read from documents in the inbox, kept for this machine alone: a PDF is not read at every look.

One JSON file for each document, by the hash of its bytes, in `.dateline/inbox/`, which git leaves alone. Each is
signed: a file that came with a workspace could say what its document does not. Whatever is wrong there, the document is
read again.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from dashboard import __version__
from dashboard.store.machine import FOLDER, is_signed, signature, write_for_machine
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside

_TEXTS: Final = f"{FOLDER}/inbox"
_MOST_BYTES: Final = 45_000_000
_MOST_FILES: Final = 1_000
"""The oldest go where there would be more."""


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """The text of a document and what it says of itself, or why it has none."""

    text: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    refused: str = ""
    """Why it could not be read; empty where it could, and of what is kept."""


def key_of(raw: bytes, name: str) -> str:
    """What a document is known by: its bytes, and the ending of its name, which tells how they are read.

    Another version of Dateline may read it in another way, and begins anew.
    """
    return hashlib.sha256(f"{__version__} {Path(name).suffix.lower()} ".encode() + raw).hexdigest()


def read_text_of(root: Path, raw: bytes, name: str) -> DocumentRead | None:
    """What was read of a document before; None where nothing is kept."""
    file = f"{_TEXTS}/{key_of(raw, name)}.json"
    found = read_bytes(root / file, _MOST_BYTES) if is_inside(root, file) else None
    if not isinstance(found, bytes):
        return None
    signed, _, body = found.partition(b"\n")
    if not is_signed(_signed_part(file, body), signed.decode("latin-1")):
        return None
    try:
        data = json.loads(body)
        given = {str(name): str(value) for name, value in data["given"].items()}
        read = DocumentRead(str(data["text"]), given, str(data["refused"]))
        "".join((read.text, read.refused, *given, *given.values())).encode()  # half of a sign cannot be stored
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return read


def write_text_of(root: Path, raw: bytes, name: str, read: DocumentRead) -> None:
    """Keep what was read of a document, where that can be written; nothing is said where it cannot."""
    file = f"{_TEXTS}/{key_of(raw, name)}.json"
    if not is_inside(root, file):
        return
    body = json.dumps(asdict(read)).encode()
    if not (signed := signature(_signed_part(file, body))):
        return
    with suppress(OSError):
        _remove_oldest(root / _TEXTS)
        write_for_machine(root, file, signed.encode() + b"\n" + body)


def _signed_part(file: str, body: bytes) -> bytes:
    """The content with its name: what was read of one document is nothing about another."""
    return file.encode() + b"\n" + body


def _remove_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
    for file in files[: max(len(files) - _MOST_FILES + 1, 0)]:
        file.unlink(missing_ok=True)
