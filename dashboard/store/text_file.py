"""Files as text: bounded, UTF-8, and with no character that an editor does not show."""

import os
import re
import stat
import unicodedata
from codecs import BOM_UTF8
from pathlib import Path

from dashboard.model.problem import kind
from dashboard.store.file_problems import Position, YamlProblem

MAX_BYTES = 1_000_000

UNREADABLE = kind(
    "file-unreadable",
    "The file cannot be read",
    "The file does not exist, is a folder or a device, or Dateline has no permission to open it.",
    "check its permissions (`ls -l`), or remove it from the workspace",
)
TOO_LARGE = kind(
    "yaml-too-large",
    "The file is too large",
    f"A record or registry has at most {MAX_BYTES:,} bytes. A larger file is not opened.",
    "split it, move long text to `seeds/ID.txt`, or remove saved views that nobody needs",
)
ENCODING = kind(
    "yaml-encoding",
    "The file is not UTF-8",
    "Records are UTF-8 text. A byte order mark at the start is allowed; other encodings are not.",
    "save the file again as UTF-8",
)
CHARACTER = kind(
    "yaml-character",
    "An invisible character",
    "NUL and other control characters, line separators (U+0085, U+2028, U+2029) and byte order marks inside the text "
    "are refused. They are invisible, and YAML programs disagree about where lines end.",
    'delete it, or write it as an escape in double quotes, as in "\\u2028"',
)

_ASCII_ALLOWED = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
_FORBIDDEN = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_OTHER_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def position_at(text: str, index: int) -> Position:
    """Line and column of the character at `index`; lines end with LF, CR or CR LF."""
    lines = _LINE_BREAK.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def lines_within(root: Path, file: str) -> list[str]:
    """The lines of a file of the workspace at `root`, as positions count them.

    None of one that lies outside, is no file, is larger than a record may be, or is not UTF-8.
    """
    try:
        inside = (root / file).resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return []
    raw = read_bytes(root / file) if inside else None
    try:
        return _LINE_BREAK.split(raw.decode("utf-8-sig")) if isinstance(raw, bytes) else []
    except UnicodeDecodeError:
        return []


def read_bytes(path: str | Path, limit: int = MAX_BYTES) -> bytes | YamlProblem:
    """The file's bytes, at most `limit`; a file that is larger, or no file, is a problem and is not opened.

    Follows symbolic links: whether one leads out of the workspace is for the caller to ask first. A path may be a
    string, and the file is read without a buffer of its own: of ten thousand small files, both are felt.
    """
    try:
        status = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):
            return YamlProblem.of(UNREADABLE, (1, 1), "this is not a file")
        if status.st_size > limit:
            return _too_large(status.st_size, limit)
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            raw = file.read(status.st_size + 1)  # not `limit`: so much memory would be asked for, for each small file
            while len(raw) > status.st_size and len(raw) <= limit and (more := file.read(limit + 1 - len(raw))):
                raw += more
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return YamlProblem.of(UNREADABLE, (1, 1), f"the file cannot be read: {reason or error}")
    return raw if len(raw) <= limit else _too_large(len(raw), limit)


def decode(raw: bytes) -> str | YamlProblem:
    """The text without its byte order mark, or the first thing that keeps it from being text."""
    if len(raw) > MAX_BYTES:
        return _too_large(len(raw), MAX_BYTES)
    if other := _other_encoding(raw):
        return YamlProblem.of(ENCODING, (1, 1), f"the file looks like {other}, not UTF-8")
    unmarked = raw.removeprefix(BOM_UTF8)
    try:
        text = unmarked.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(unmarked, error)
    if unmarked.translate(None, _ASCII_ALLOWED) and (found := _FORBIDDEN.search(text)):
        return YamlProblem.of(CHARACTER, position_at(text, found.start()), _forbidden_message(found[0]))
    return text


def _too_large(size: int, limit: int) -> YamlProblem:
    return YamlProblem.of(TOO_LARGE, (1, 1), f"the file has {size:,} bytes; the limit is {limit:,}")


def _other_encoding(raw: bytes) -> str | None:
    start = raw[:4]
    if start.isascii() and 0 not in start:
        return None
    for mark, name in _OTHER_ENCODINGS.items():
        if raw.startswith(mark):
            return name
    match [byte == 0 for byte in start]:
        case [True, True, *_] | [_, True, True, True]:
            return "UTF-32"
        case [True, False, True, *_] | [False, True, False, True]:
            return "UTF-16"
    return None


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> YamlProblem:
    """Bytes before the fault are valid, so the fault's place can be counted in them."""
    text_before = raw[: error.start].decode()
    shown = " ".join(f"0x{byte:02X}" for byte in raw[error.start : max(error.end, error.start + 1)][:4])
    return YamlProblem.of(
        ENCODING, position_at(text_before, len(text_before)), f"{shown} is not UTF-8 ({error.reason})"
    )


def _forbidden_message(character: str) -> str:
    names = {"\x85": "NEXT LINE", "\ufeff": "BYTE ORDER MARK"}
    name = unicodedata.name(character, names.get(character, "control character"))
    return f"U+{ord(character):04X} ({names.get(character, name)}) is not allowed here"
