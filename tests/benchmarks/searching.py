"""How long the search box takes in many events: `python -m tests.benchmarks.searching [EVENTS]`, 100,000 without."""

import resource
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median

from dashboard.query.search import SearchIndex, search
from dashboard.store.loading import load
from tests.benchmarks.generating import generate
from tests.benchmarks.measure import seconds

MADE = 10_000
"""So many events are made; more are copies of them with other ids."""
SEARCHES = ("the", "port", "harbour -talks", "2015", '"northern council"', "warsaw grain", "ministr", "talkz")
ROUNDS = 5


def many_events(events: int, folder: Path):
    """A workspace of so many events."""
    workspace = load(generate(folder / "made", min(events, MADE)))
    made = list(workspace.events.values())
    copies = (
        each.model_copy(update={"id": f"{each.id}-{copy}"}) for copy in range(-(-events // MADE)) for each in made
    )
    return replace(workspace, events={each.id: each for each in copies})


def main(events: int) -> None:
    """Print what making the index and each search took, and what the index adds to the memory."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = many_events(events, Path(folder))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    index = SearchIndex()
    made = seconds(lambda: index.update(workspace))
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    first = next(iter(workspace.events.values()))
    changed = workspace.events | {first.id: first.model_copy(update={"title": "Something new"})}
    again = seconds(lambda: index.update(replace(workspace, events=changed)))
    sys.stdout.write(f"{events:,} events: index made in {made:.1f} s, {again:.2f} s after one changed, {memory} MB\n")
    for words in SEARCHES:
        took = median(seconds(lambda words=words: search(index, words)) for _ in range(ROUNDS))
        sys.stdout.write(f"  {took * 1000:6.1f} ms  {words}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
