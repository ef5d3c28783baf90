"""The process in which one document is read: it confines itself before it looks.

`confined` starts it, as `python -m dashboard.exchange.documents.confined_child`. Its input is a line of JSON (what
`read_document` is asked) and the document; its output a line of JSON and, where there is one, the text in UTF-8.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from dashboard.exchange.documents.document import DocumentRefused, ReadDocument
from dashboard.exchange.documents.reading import read_document

MEMORY_BYTES: Final = 300_000_000
CPU_SECONDS: Final = 10
MOST_BYTES: Final = 20_000_000
"""The longest text of a document, in bytes of UTF-8: a longer one cannot be stored."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a confined process may take."""

    memory_bytes: int
    cpu_seconds: int
    """Seconds of the processor."""
    answer_bytes: int
    """What it may say, at most."""


DOCUMENT_LIMITS: Final = Limits(MEMORY_BYTES, CPU_SECONDS, MOST_BYTES + 2_000_000)


def main() -> None:
    """Read one document and say what was found, or why nothing was."""
    answer_confined(_answer_of)


def answer_confined(
    read: Callable[[bytes, dict[str, Any]], tuple[dict[str, Any], bytes]], limits: Limits = DOCUMENT_LIMITS
) -> None:
    """Confine this process, read what it is given, and say what was found. `read` may raise `DocumentRefused`."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    asked = json.loads(source.readline())
    confine(limits)
    try:
        found, rest = read(source.read(), asked)
    except DocumentRefused as error:
        found, rest = {"refused": str(error)}, b""
    except MemoryError:
        found, rest = {"exhausted": "memory"}, b""
    target.write(json.dumps(found).encode() + b"\n" + rest)
    target.flush()
    os._exit(0)  # taking a huge tree apart takes its time


def confine(limits: Limits = DOCUMENT_LIMITS) -> None:
    """Bound what this process may take: of memory, where the system lets it, of computing, and no file at all."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    if (spare := _address_space(limits.memory_bytes)) is not None:
        resource.setrlimit(resource.RLIMIT_AS, (spare, spare))


def _address_space(memory_bytes: int) -> int | None:
    """What addresses may span so that at most so many bytes are in memory; None where that bounds nothing (macOS)."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  before anything is imported that need not be
            spanned, resident = (int(pages) * os.sysconf("SC_PAGE_SIZE") for pages in file.read().split()[:2])
    except OSError:
        return None
    return spanned + memory_bytes - resident


def _answer_of(raw: bytes, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    options = {key: asked[key] for key in ("name", "encoding", "declared", "whole")}
    read = read_document(raw, asked["form"], **options)
    text = read.text.encode()
    if len(text) > MOST_BYTES:
        raise DocumentRefused(f"Its text has {len(text):,} bytes. The limit for a source is {MOST_BYTES:,}. Split it.")
    return _about(read), text


def _about(read: ReadDocument) -> dict[str, Any]:
    return {"given": dict(read.given), "done": read.done, "remarks": read.remarks}


if __name__ == "__main__":
    main()
