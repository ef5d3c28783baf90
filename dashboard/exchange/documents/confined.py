"""A document read in a process of its own, whose memory and time are bounded: a stranger's file may ask for any."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

import dashboard
from dashboard.errors import DatelineError
from dashboard.exchange.documents.confined_child import DOCUMENT_LIMITS, Limits
from dashboard.exchange.documents.document import MAX_BYTES, DocumentRefused, ReadDocument

PATIENCE: Final = 2
"""By the clock, so many times the seconds of computing: a busy machine takes longer for the same."""

_LOOK_SECONDS: Final = 0.02
_TOLD: Final = 500
_CHILD: Final = "dashboard.exchange.documents.confined_child"
_INSTEAD: Final = "Save it as plain text and add the text file."
_SUBJECT: Final = "It could not be read"
_BROKE_OFF: Final = "what reads it broke off."


def read_confined(
    raw: bytes,
    form: str | None = None,
    *,
    name: str = "",
    encoding: str | None = None,
    declared: str | None = None,
    whole: bool = False,
) -> ReadDocument:
    """What `read_document` gives, within `MEMORY_BYTES` and `CPU_SECONDS`. Raises `DocumentRefused`, for that as well.

    On Windows the clock alone bounds it; on macOS memory is looked at every now and then, and may be a little more.
    """
    options = {"name": name[-_TOLD:], "encoding": encoding, "declared": declared, "whole": whole}
    answer, text = run_confined(_CHILD, {"form": form, **options}, raw, _INSTEAD)
    return ReadDocument(text.decode(), answer["given"], tuple(answer["done"]), tuple(answer["remarks"]))


def run_confined(
    module: str,
    asked: Mapping[str, Any],
    raw: bytes,
    advice: str,
    *,
    limits: Limits = DOCUMENT_LIMITS,
    subject: str = _SUBJECT,
) -> tuple[dict[str, Any], bytes]:
    """What the process of a module answers that reads `raw`: a mapping, and bytes that come with it.

    The module begins with `answer_confined`, with the same `limits`. Raises `DocumentRefused`: `subject` could not be
    done within them; `advice` is what to do about that.
    """
    if limits is DOCUMENT_LIMITS and len(raw) > MAX_BYTES:
        raise DocumentRefused(f"The document has more than {MAX_BYTES // 1_000_000} MB. Split it, or save its text.")
    try:
        with _child(module) as child:
            out = _Output(child.stdout, limits.answer_bytes)
            _begin(lambda: _hand_over(child.stdin, json.dumps(asked).encode() + b"\n", raw))
            ended = _begin(out.collect)
            peak_bytes = _wait(child, out, limits)
            ended.join()
        return _answer(out.data, child.returncode, peak_bytes, limits)
    except _Exhausted as error:
        raise DocumentRefused(f"{subject}{error} {advice}") from None


class _Exhausted(DatelineError):
    """More was needed than may be taken: the end of a sentence."""


def _too_large(limits: Limits) -> _Exhausted:
    return _Exhausted(f" within {limits.memory_bytes // 1_000_000} MB of memory.")


def _too_slow(limits: Limits) -> _Exhausted:
    return _Exhausted(f" within {limits.cpu_seconds} seconds.")


@dataclass(slots=True)
class _Output:
    """What the child says, and no more of it than it may."""

    pipe: IO[bytes] | None
    most_bytes: int
    data: bytes = b""
    is_too_long: bool = field(default=False)

    def collect(self) -> None:
        assert self.pipe is not None  # noqa: S101  it was asked for
        self.data = self.pipe.read(self.most_bytes + 1)
        self.is_too_long = len(self.data) > self.most_bytes


@contextmanager
def _child(module: str) -> Iterator[subprocess.Popen[bytes]]:
    """It never outlives the context."""
    top = str(Path(dashboard.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (top, os.environ.get("PYTHONPATH"))))
    child = subprocess.Popen(  # noqa: S603  this very Python
        _command(module),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path, "MALLOC_ARENA_MAX": "1"},
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _command(module: str) -> tuple[str, ...]:
    """`-P`: nothing of the folder that somebody is in is on its path."""
    return sys.executable, "-P", "-m", module


def _begin(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def _hand_over(pipe: IO[bytes] | None, *parts: bytes) -> None:
    assert pipe is not None  # noqa: S101  it was asked for
    with suppress(OSError, ValueError):  # ended, or closed
        for part in parts:
            pipe.write(part)
        pipe.close()


def _wait(child: subprocess.Popen[bytes], out: _Output, limits: Limits) -> int:
    """Until it has ended by itself; the most that it had in memory. Raises `_Exhausted` when it takes too much."""
    deadline, peak_bytes = time.monotonic() + PATIENCE * limits.cpu_seconds, 0
    while True:
        with suppress(subprocess.TimeoutExpired):
            child.wait(_LOOK_SECONDS)
            return peak_bytes
        peak_bytes = max(peak_bytes, resident_bytes(child.pid))
        if out.is_too_long:
            raise _Exhausted(f": {_BROKE_OFF}")
        if time.monotonic() > deadline:
            raise _too_slow(limits)
        if peak_bytes > limits.memory_bytes:
            raise _too_large(limits)


def resident_bytes(process: int) -> int:
    """What a process has in memory; 0 where nobody says."""
    with suppress(OSError, ValueError, IndexError):
        if sys.platform.startswith("linux"):
            pages = Path(f"/proc/{process}/statm").read_bytes().split()[1]
            return int(pages) * os.sysconf("SC_PAGE_SIZE")
        if sys.platform != "win32":
            asked = ["/bin/ps", "-o", "rss=", "-p", str(process)]
            return int(subprocess.run(asked, capture_output=True, check=False, timeout=1).stdout) * 1024  # noqa: S603
    return 0


def _answer(data: bytes, code: int | None, peak_bytes: int, limits: Limits) -> tuple[dict[str, Any], bytes]:
    """What the child has said. What crashes with much in memory was refused more of it.

    Raises `_Exhausted`, or `DocumentRefused` with the child's own words.
    """
    if sys.platform != "win32":
        import signal

        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            raise _too_slow(limits)
    line, _, rest = data.partition(b"\n")
    try:
        answer: dict[str, Any] = json.loads(line)
    except ValueError:
        if 2 * peak_bytes > limits.memory_bytes:
            raise _too_large(limits) from None
        raise _Exhausted(f": {_BROKE_OFF}") from None
    if "exhausted" in answer:
        raise _too_large(limits)
    if "refused" in answer:
        raise DocumentRefused(answer["refused"])
    return answer, rest
