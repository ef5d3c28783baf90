"""What a document gives: its text, what it says about itself, and what had to be done to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dashboard.errors import DatelineError

FORMATS: Final = ("txt", "md", "html", "pdf", "docx")
ENDINGS: Final = {
    **dict.fromkeys((".txt", ".text"), "txt"),
    **dict.fromkeys((".md", ".markdown"), "md"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    ".pdf": "pdf",
    ".docx": "docx",
}
"""The ending of a file's name, in lower case, to its format."""
MAX_BYTES: Final = 50_000_000
"""The largest document that is read, in bytes; the text that is stored may have 20 MB."""

_NUL: Final = "\x00"
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<clock>\d\d:\d\d)(?P<seconds>:\d\d)?(?:\.\d+)? ?(?P<zone>Z|[+-]\d\d:?\d\d)?"
)


class DocumentRefused(DatelineError):
    """A document that no text can be read from; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as it was read."""

    text: str
    """With LF alone between lines."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What it says about itself, by field of a description: kind, title, author, outlet, ..."""
    done: tuple[str, ...] = ()
    """What was changed or left out, each a phrase; none for a text that is stored as it is."""
    remarks: tuple[str, ...] = ()
    """What somebody who describes it should know, each a sentence."""


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with LF between lines and without NULs and halves of surrogate pairs; and what was changed.

    Nothing else is touched: marks of direction, other control characters and ways of composing stay as they are.
    """
    done = []
    if "\r" in text:
        windows = text.count("\r\n")
        alone = text.count("\r") - windows
        ends = (("CR LF", windows), ("CR", alone))
        done += [
            f"{name} made LF at {number:,} line end{'' if number == 1 else 's'}" for name, number in ends if number
        ]
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _NUL in text:
        done.append(f"{text.count(_NUL):,} NUL removed")
        text = text.replace(_NUL, "")
    if _SURROGATE.search(text):
        done.append("surrogate halves joined, or replaced with U+FFFD")
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text, tuple(done)


def one_line(text: object) -> str:
    """A value of a document's properties as one line, without control characters; empty for what is no text."""
    if not isinstance(text, str):
        return ""
    cleaned_text, _ = clean_text(text)
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", cleaned_text).split())


def as_edtf(written: str) -> str:
    """A day or moment in ISO 8601 as EDTF has it: parts of seconds dropped, a colon in the zone. Else as it is."""
    if found := _MOMENT.fullmatch(written):
        zone = found["zone"] or ""
        zone = zone if zone in ("", "Z") or ":" in zone else f"{zone[:3]}:{zone[3:]}"
        return f"{found['day']}T{found['clock']}{found['seconds'] or ':00'}{zone}"
    return written


def as_language(written: str) -> str:
    """`en_US` as BCP 47 has it: `en-US`."""
    main, *rest = written.replace("_", "-").split("-")
    return "-".join([main.lower(), *rest])
