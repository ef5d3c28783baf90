"""Processes that are killed at any moment, as by a power cut: what they leave is looked at after each."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_SLOWLY = """
import itertools, os, sys, time
from pathlib import Path
fsync = os.fsync
os.fsync = lambda descriptor: (time.sleep(0.0005), fsync(descriptor))
root = Path(sys.argv[1])
"""
"""Each flush takes a moment, so that more of the kills come between two of them."""
_READY = "READY"


def kills(program: str, root: Path, number: int, *, seed: int, longest_seconds: float = 0.1) -> Iterator[int]:
    """Run `program` and kill it, so often; after each kill, its number is given.

    The program has `root`, the workspace, and writes for ever behind the line `READY`. The same seed kills after the
    same times.
    """
    moments = random.Random(seed)
    script = _SLOWLY + program.replace(f"\n{_READY}\n", '\nprint("ready", flush=True)\n')
    for count in range(number):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(root)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        is_ready = process.stdout.readline()
        time.sleep(moments.uniform(0.002, longest_seconds))
        has_ended = process.poll() is not None
        process.kill()
        told = process.communicate()[1]
        assert (is_ready, has_ended) == ("ready\n", False), told
        yield count
