"""Work on many things, shared by the cores of the machine: in copies of this process, which end with the work."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, Generic, NoReturn, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

LEAST_OF_A_CORE: Final = 500
"""To copy the process is not worth it for fewer things: it takes as long as to look at some hundred of them."""
_THREADS: Final = Path("/proc/self/task")


def on_all_cores(
    work: Callable[[Sequence[Thing]], list[Result]], things: Sequence[Thing], here: float = 1.0
) -> list[Result]:
    """What `work` gives for the things, in their order: it is asked for a part of them on each core.

    `work` changes nothing, and what it gives can be pickled. Where a copy of the process fails or none can be made, its
    part is done here. The part of this process is `here` times as long as that of a copy, which has to pass on its own.
    """
    parts = _parts(things, cores_to_use(len(things)), here)
    if len(parts) == 1:
        return work(things)
    copies = [_Copy(work, part) for part in parts[1:]]
    try:
        found = list(work(parts[0]))
        for copy, part in zip(copies, parts[1:], strict=True):
            results = copy.results()
            found += work(part) if results is None else results
    finally:
        for copy in copies:
            copy.end()
    return found


def cores_to_use(things: int) -> int:
    """On how many cores as many things are looked at; on one where copying this process is not safe.

    A process with several threads, as a server has them, cannot be copied without risk; outside Linux, none can.
    """
    if things < 2 * LEAST_OF_A_CORE or sys.platform != "linux":
        return 1
    try:
        threads = len(list(_THREADS.iterdir()))
    except OSError:
        return 1
    return min(len(os.sched_getaffinity(0)), things // LEAST_OF_A_CORE) if threads == 1 else 1


def _parts(things: Sequence[Thing], count: int, first: float) -> list[Sequence[Thing]]:
    """The things in as many parts, equally long but for one thing; the first is longer by that factor."""
    ends = [0, *(int(len(things) * (first + index) / (first + count - 1)) for index in range(count))]
    return [things[start:end] for start, end in pairwise(ends)]


class _Copy(Generic[Thing, Result]):
    """A copy of this process that does one part of the work, and writes what it found to a pipe."""

    def __init__(self, work: Callable[[Sequence[Thing]], list[Result]], part: Sequence[Thing]) -> None:
        self._process = 0
        self._read, write = os.pipe()
        try:
            self._process = os.fork()
        except OSError:  # no memory, or too many processes
            os.close(write)
            return
        if self._process == 0:
            _work_and_end(work, part, write)
        os.close(write)

    def results(self) -> list[Result] | None:
        """What it found; None where it came to no end."""
        with os.fdopen(os.dup(self._read), "rb") as pipe:
            written = pipe.read()
        try:
            found: list[Result] = pickle.loads(written)  # noqa: S301  this process wrote it
        except (EOFError, pickle.UnpicklingError):
            return None
        return found

    def end(self) -> None:
        """It goes, whatever it does."""
        os.close(self._read)
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


def _work_and_end(work: Callable[[Sequence[Thing]], list[Result]], part: Sequence[Thing], write: int) -> NoReturn:
    """Nothing of this process is closed or written on the way out: that is left to the one that it is a copy of."""
    try:
        written = pickle.dumps(work(part), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(write, "wb") as pipe:
            pipe.write(written)
    finally:
        os._exit(0)
