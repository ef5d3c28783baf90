"""What every kind of press costs a server of many records: presses on all pages, by the addresses that they lead to.

An address is asked for over a WebSocket, as a page asks for it: no browser is measured, and bytes are the same each
time. `make bench` prints the costs with the others; `python -m tests.benchmarks.addresses COUNT` prints them alone.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import tests.app.security.conftest as visitors
from dashboard.cli.listening import LOOPBACK
from dashboard.cli.server import running
from tests.app.security.conftest import Asked
from tests.benchmarks.clicking import unused_port
from tests.benchmarks.sessions import errors_in
from tests.benchmarks.world import generate_world

PATIENCE_S: Final = 900
BROKEN: Final = b"broken-off"
"""The key of what stands in the place of a page that failed."""
AT_REST_S: Final = 10
"""After the first page, a server reads on what later pages need."""
PRESSES: Final[Mapping[str, str]] = {
    "Situation, an event": "event=event-000777",
    "Situation, the list of all events": "list=all",
    "Situation, a question": "question=ports/agreed",
    "Situation, as reported": "as=reported",
    "filter by a thread": "show=thread:ports",
    "filter by “not” a thread": "show=thread:-ports",
    "filter by a country": "show=country:US",
    "filter by dates": "from=2020&to=2025-06",
    "filter by words": "words=uranium",
    "filter by a drawn area": "show=area:-10,35,30,60",
    "filter by an area of nearly all": "show=area:-170,-60,170,75",
    "map, the world": "view=world",
    "map, by weight": "layer=weights",
    "map, by country": "layer=countries",
    "map, an event of a country": "layer=countries&event=event-000777",
    "map, by hexagon": "layer=hexagons",
    "map, an event of a hexagon": "layer=hexagons&event=event-000777",
    "map, nearer": "map=10,50,8",
    "map, near": "map=2.3,48.8,100",
    "map, nearer by hexagon": "layer=hexagons&map=10,50,8",
    "map, near by hexagon": "layer=hexagons&map=2.3,48.8,100",
    "timeline, lanes by actor": "lanes=actor",
    "timeline, lanes by country": "lanes=country",
    "timeline, three years": "timeline=737000,738000",
    "timeline, a month": "timeline=739500,739530",
    "timeline, its busiest period": "scale=busy",
    "time played to a day": "until=2024-06-05",
    "time played to a day, by hexagon": "until=2024-06-05&layer=hexagons",
    "embedded": "embed=true",
    "Events": "page=events",
    "Events, sorted by title": "page=events&sort=title",
    "Events, another part": "page=events&part=7",
    "Events, all columns": "page=events&columns=title,date,place,who,amounts,claims,sources,thread,problems",
    "Events, found by words": "page=events&words=uranium",
    "Events, three side by side": "page=events&compare=event-000777,event-000778,event-000779",
    "Threads, the busiest": "page=threads&thread=ports",
    "Threads, the busiest, another part": "page=threads&thread=ports&part=3",
    "Threads, as reported": "page=threads&thread=ports&as=reported",
    "Actors": "page=actors",
    "Actors, one": "page=actors&actor=ACTOR",
    "Actors, filtered": "page=actors&show=thread:ports",
    "Sources": "page=sources",
    "Sources, a text": "page=sources&source=wire-0",
    "Sources, a quote in its text": "page=sources&source=wire-0&quote=event-000777/done/0",
    "Sources, a word that is everywhere in it": "page=sources&source=wire-0&find=the",
    "Sources, one whose text is not held": "page=sources&source=gazetteer",
    "Inbox": "page=inbox",
    "Add, the texts": "page=add",
    "Add, a text opened": "page=add&source=wire-0",
    "Edit, an event": "page=edit&record=event:event-000777",
    "Edit, an actor": "page=edit&record=actor:ACTOR",
    "Disagreements": "page=disagreements",
    "Disagreements, of an actor": "page=disagreements&actor=ACTOR",
    "Changes": "page=changes",
    "Outlook": "page=outlook",
    "Brief": "page=brief",
    "Brief, new from all": "page=brief&briefing=%2B",
    "Brief, new from a filter": "page=brief&briefing=%2B&begin=filter&show=thread:ports",
    "Brief, new from few": "page=brief&briefing=%2B&begin=events&words=paper+00077",
    "Data": "page=data",
    "Data, by code": "page=data&group=code",
    "Present, filtered by words": "page=present&words=paper+0007",
    "Imports": "page=imports",
    "Help": "page=help",
}
"""Name to what the address has then; `ACTOR` stands for one of the busiest."""


@dataclass(frozen=True, slots=True)
class AddressCost:
    """What one press cost."""

    name: str
    megabytes: float
    """Sent by the server over the WebSocket."""
    seconds: float
    """From the message until the last of the answer, and the same of one more press, when all is made already."""
    again_seconds: float
    processor_seconds: float
    """Of the server, for the first."""
    errors: tuple[str, ...]


def costs_by_address(
    root: Path, names: tuple[str, ...] = tuple(PRESSES), rest_s: float = AT_REST_S
) -> Iterator[AddressCost]:
    """Start a server on this workspace, and press: each in a session of its own, which has the page before."""
    visitors.PATIENCE_SECONDS = PATIENCE_S
    actor = busy_actor(root)
    with running(LOOPBACK, port := unused_port(), {"DATELINE_WORKSPACE": str(root)}) as server:
        asked = Asked(port)
        with asked.socket() as socket:
            asked.drawn(socket)
        time.sleep(rest_s)
        for name in names:
            yield cost_of(name, PRESSES[name].replace("ACTOR", actor), asked, server.pid)


def cost_of(name: str, query: str, asked: Asked, process: int) -> AddressCost:
    """Press twice."""
    with asked.socket() as socket:
        used, begun = processor_seconds(process), time.perf_counter()
        told = asked.drawn(socket, query)
        took, used = time.perf_counter() - begun, processor_seconds(process) - used
        begun = time.perf_counter()
        asked.drawn(socket, query)
        again = time.perf_counter() - begun
    failed = ("the page failed",) if any(BROKEN in each for each in told) else ()
    return AddressCost(name, sum(map(len, told)) / 1e6, took, again, used, (*errors_in(told), *failed))


def processor_seconds(process: int) -> float:
    """What a process has used of processors so far; 0 where the system does not say."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def busy_actor(root: Path) -> str:
    """The government of a country in which much happens."""
    registry = (root / "events" / "registry" / "actors.yaml").read_text(encoding="utf-8")
    lines = [line for line in registry.splitlines() if "United States" in line] or registry.splitlines()
    return lines[0].partition(":")[0]


def address_rows(root: Path, told: str, most_megabytes: float) -> Iterator[str]:
    """Lines of the table, the heaviest first."""
    for cost in sorted(costs_by_address(root), key=lambda each: -each.megabytes):
        failed = f"; {', '.join(cost.errors)}" if cost.errors else ""
        yield (
            f"| {told}, by address: {cost.name} ({cost.megabytes:.2f} MB; again {cost.again_seconds:.2f} s; processor "
            f"{cost.processor_seconds:.1f} s{failed}) | {cost.seconds:.2f} s | | | {most_megabytes:.0f} MB |\n"
        )


if __name__ == "__main__":
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for line in address_rows(generate_world(Path(folder) / "world", count), f"{count:,} records", 2):
            sys.stdout.write(line)
            sys.stdout.flush()
