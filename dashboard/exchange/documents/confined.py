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
from dashboard.exchange.documents.confined_child import CPU_SECONDS, MEMORY_BYTES, MOST_BYTES
from dashboard.exchange.documents.document import MAX_BYTES, DocumentRefused, ReadDocument

PATIENCE_SECONDS: Final = 2 * CPU_SECONDS
"""By the clock: a busy machine may take longer for the same computing."""

_MOST_OUT: Final = MOST_BYTES + 2_000_000
_LOOK_SECONDS: Final = 0.02
_TOLD: Final = 500
_CHILD: Final = "dashboard.exchange.documents.confined_child"
_INSTEAD: Final = "Save it as plain text and add the text file."
_TOO_LARGE: Final = f"It could not be read within {MEMORY_BYTES // 1_000_000} MB of memory."
_TOO_SLOW: Final = f"It could not be read within {CPU_SECONDS} seconds."
_BROKE_OFF: Final = "It could not be read: what reads it broke off."


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


def run_confined(module: str, asked: Mapping[str, Any], raw: bytes, advice: str) -> tuple[dict[str, Any], bytes]:
    """What the process of a module answers that reads `raw`: a mapping, and bytes that come with it.

    The module begins with `answer_confined`. Raises `DocumentRefused`; `advice` is what to do about too much.
    """
    if len(raw) > MAX_BYTES:
        raise DocumentRefused(f"The document has more than {MAX_BYTES // 1_000_000} MB. Split it, or save its text.")
    try:
        with _child(module) as child:
            out = _Output(child.stdout)
            _begin(lambda: _hand_over(child.stdin, json.dumps(asked).encode() + b"\n", raw))
            ended = _begin(out.collect)
            peak_bytes = _wait(child, out)
            ended.join()
        return _answer(out.data, child.returncode, peak_bytes)
    except _Exhausted as error:
        raise DocumentRefused(f"{error} {advice}") from None


class _Exhausted(DatelineError):
    """More was needed than may be taken."""


@dataclass(slots=True)
class _Output:
    """What the child says, and no more of it than it may."""

    pipe: IO[bytes] | None
    data: bytes = b""
    is_too_long: bool = field(default=False)

    def collect(self) -> None:
        assert self.pipe is not None  # noqa: S101  it was asked for
        self.data = self.pipe.read(_MOST_OUT + 1)
        self.is_too_long = len(self.data) > _MOST_OUT


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


def _wait(child: subprocess.Popen[bytes], out: _Output) -> int:
    """Until it has ended by itself; the most that it had in memory. Raises `_Exhausted` when it takes too much."""
    deadline, peak_bytes = time.monotonic() + PATIENCE_SECONDS, 0
    while True:
        with suppress(subprocess.TimeoutExpired):
            child.wait(_LOOK_SECONDS)
            return peak_bytes
        peak_bytes = max(peak_bytes, resident_bytes(child.pid))
        if out.is_too_long:
            raise _Exhausted(_BROKE_OFF)
        if time.monotonic() > deadline:
            raise _Exhausted(_TOO_SLOW)
        if peak_bytes > MEMORY_BYTES:
            raise _Exhausted(_TOO_LARGE)


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


def _answer(data: bytes, code: int | None, peak_bytes: int) -> tuple[dict[str, Any], bytes]:
    """What the child has said. What crashes with much in memory was refused more of it.

    Raises `_Exhausted`, or `DocumentRefused` with the child's own words.
    """
    if sys.platform != "win32":
        import signal

        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            raise _Exhausted(_TOO_SLOW)
    line, _, rest = data.partition(b"\n")
    try:
        answer: dict[str, Any] = json.loads(line)
    except ValueError:
        raise _Exhausted(_TOO_LARGE if 2 * peak_bytes > MEMORY_BYTES else _BROKE_OFF) from None
    if "exhausted" in answer:
        raise _Exhausted(_TOO_LARGE)
    if "refused" in answer:
        raise DocumentRefused(answer["refused"])
    return answer, rest
