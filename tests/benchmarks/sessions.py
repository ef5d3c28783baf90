"""Fifty sessions against one server: whether anything fails, what memory it takes, and how long answers take.

`python -m tests.benchmarks.sessions --minutes 3`. A session is a WebSocket, as a page has one; it asks for another
state of the page every few seconds, and takes in all that the server sends for it. What a browser does with that is not
measured.
"""

import argparse
import os
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException

from dashboard.cli.listening import LOOPBACK
from dashboard.cli.server import running
from tests.app.security.conftest import Asked
from tests.benchmarks.clicking import unused_port
from tests.benchmarks.world import generate_world

EVENTS = 2_000
SESSIONS = 50
MINUTES = 10.0
PAUSE_SECONDS = (3.0, 9.0)
"""A reader looks at what has come before the next press: between these."""
PAGES = ("events", "threads", "actors", "sources", "changes", "outlook", "disagreements", "data", "help")


@dataclass
class Tally:
    """What all sessions met with."""

    answers: list[tuple[float, float]] = field(default_factory=list)
    """Of each, when it had come, in seconds since the beginning, and how long it took."""
    errors: Counter[str] = field(default_factory=Counter)


def queries(chance: random.Random, events: int) -> Iterator[str]:
    """Addresses as presses make them, without end: mostly another event, at times another page or other filters."""
    while True:
        kind = chance.random()
        if kind < 0.6:
            yield f"event=event-{chance.randrange(events):06}"
        elif kind < 0.8:
            yield f"page={chance.choice(PAGES)}"
        elif kind < 0.9:
            yield f"until={chance.randrange(2005, 2027)}-12-31"
        else:
            yield f"as=reported&event=event-{chance.randrange(events):06}"


def errors_in(told: list[bytes]) -> Iterator[str]:
    """What of the server's messages speaks of a failure: an exception on the page, or a run that did not end well."""
    for data in told:
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            yield message.delta.new_element.exception.type
        elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            yield ForwardMsg.ScriptFinishedStatus.Name(message.script_finished)


def read_on(asked: Asked, number: int, begun: float, until: float, events: int, tally: Tally) -> None:
    """One session, until its time is over. What breaks it is counted, and it goes on with a new socket."""
    chance = random.Random(number)
    wanted = queries(chance, events)
    time.sleep(chance.uniform(0, PAUSE_SECONDS[1]))
    while time.monotonic() < until:
        try:
            with asked.socket() as socket:
                while time.monotonic() < until:
                    sent = time.monotonic()
                    told = asked.drawn(socket, next(wanted))
                    now = time.monotonic()
                    tally.answers.append((now - begun, now - sent))
                    tally.errors.update(errors_in(told))
                    time.sleep(chance.uniform(*PAUSE_SECONDS))
        except (OSError, WebSocketException) as broken:
            tally.errors[type(broken).__name__] += 1
            time.sleep(1)


def resident_mb(process: int) -> float:
    """Memory that a process holds."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    assert found is not None, "this system does not tell how large a process is"
    return int(found[1]) / 1_024


def minute_rows(tally: Tally, memory: list[float]) -> Iterator[str]:
    """A line for each minute that is over: memory at its end, answers in it, how long they took."""
    for minute, megabytes in enumerate(memory[1:]):
        took = sorted(each for at, each in tally.answers if minute * 60 <= at < minute * 60 + 60)
        nine_tenths = quantiles(took, n=10, method="inclusive")[-1] if len(took) > 1 else sum(took)
        middle = median(took) if took else 0
        longest = max(took, default=0)
        cells = (
            str(minute + 1),
            f"{megabytes:.0f} MB",
            str(len(took)),
            *(f"{each:.2f} s" for each in (middle, nine_tenths, longest)),
        )
        yield f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=MINUTES)
    options.add_argument("--sessions", type=int, default=SESSIONS)
    options.add_argument("--events", type=int, default=EVENTS)
    chosen = options.parse_args()
    say = sys.stdout.write
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        root = generate_world(Path(folder) / "world", chosen.events)
        port = unused_port()
        with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(root)}) as server:
            asked = Asked(port)
            with asked.socket() as socket:  # the workspace is read before the first answer
                asked.drawn(socket)
            begun = time.monotonic()
            until = begun + chosen.minutes * 60
            memory = [resident_mb(server.pid)]
            readers = [
                threading.Thread(target=read_on, args=(asked, number, begun, until, chosen.events, tally))
                for number in range(chosen.sessions)
            ]
            for reader in readers:
                reader.start()
            while time.monotonic() < until:
                time.sleep(max(min(begun + 60 * len(memory), until) - time.monotonic(), 0))
                memory.append(resident_mb(server.pid))
            for reader in readers:
                reader.join()
    say(f"{chosen.sessions} sessions, {chosen.events:,} events; at the start {memory[0]:.0f} MB; errors: ")
    say(", ".join(f"{name} {count}" for name, count in tally.errors.items()) or "none")
    say("; load {:.1f}, {:.1f}, {:.1f}\n\n".format(*os.getloadavg()))
    say("| minute | memory | answers | median | nine in ten within | longest |\n|---|---|---|---|---|---|\n")
    for line in minute_rows(tally, memory):
        say(line)


if __name__ == "__main__":
    main()
