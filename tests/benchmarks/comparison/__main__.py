"""Dateline side by side with vis-timeline, TimelineJS and Leaflet.markercluster.

`python -m tests.benchmarks.comparison` installs these by npm into a temporary folder and prints a table.

What is compared, what is not, and what it came to: README.md of the benchmarks.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.clicking import served, wait_until_kept
from tests.benchmarks.comparison.shared_events import shared_events
from tests.benchmarks.comparison.site import build_site, served_folder, versions
from tests.benchmarks.comparison.timing import PATIENCE_MS, NotDrawn, Program, Round, measure, opened
from tests.benchmarks.world import generate_world

COUNTS = (58, 1_000, 18_000)
ROUNDS = 3
PROGRAMS = (
    Program("Dateline, timeline", "", "timeline"),
    Program("vis-timeline", "vis_timeline.html?events=COUNT"),
    Program("TimelineJS", "timelinejs.html?events=COUNT"),
    Program("Dateline, map", "", "map"),
    Program("Leaflet.markercluster", "markercluster.html?events=COUNT"),
)
FIRST_VISIT_MS = 600_000
"""The server reads and checks all records before it draws anything."""
COLUMNS = (
    "events", "program", "marks", "to drawn", "against", "from data to drawn", "press to answer", "against", "to rest",
    "press on many, to rest",
)  # fmt: skip
NO_ANSWER = f"not in {PATIENCE_MS // 1_000} s"
Rounds = dict[Program, list[Round | None]]
"""By program a round each; None where nothing was drawn."""


def rounds_of(ours: str, theirs: str, count: int, rounds: int) -> Rounds:
    """All programs in turn, each time in a browser that has seen nothing; what was not drawn once is left."""
    took: Rounds = {program: [] for program in PROGRAMS}
    for _ in range(rounds):
        for program, those in took.items():
            if None in those:
                continue
            sys.stderr.write(f"{count:,} events: {program.name}, round {len(those) + 1} of {rounds}\n")
            page = program.page.replace("COUNT", str(count))
            try:
                those.append(measure(program, f"{theirs}/{page}" if page else ours))
            except NotDrawn:
                those.append(None)
    return took


def rows(count: int, took: Rounds) -> Iterator[str]:
    """A line a program: medians, and the medians of each round's ratio to Dateline's figure of the same kind."""
    reference: Sequence[Round] = ()
    for program, those in took.items():
        done = [each for each in those if each is not None]
        reference = done if program.is_dateline else reference
        if len(done) < len(those):
            yield f"| {count:,} | {program.name} | none | not drawn in {PATIENCE_MS // 1_000} s | | | | | | |\n"
            continue
        cells = (
            f"{count:,}",
            program.name,
            f"{done[0].marks:,}",
            seconds([each.drawn for each in done]),
            ratio([each.drawn for each in done], [each.drawn for each in reference]),
            seconds([each.figure for each in done]),
            answered(done),
            ratio(middles(done), middles(reference)),
            seconds([one for each in done for one in each.rests]),
            seconds([one for each in done for one in each.many]),
        )
        yield f"| {' | '.join(cells)} |\n"


def answered(rounds: Sequence[Round]) -> str:
    """The median of all answers, and in how many of the rounds one did not come."""
    took, stuck = [one for each in rounds for one in each.answers], sum(each.is_stuck for each in rounds)
    missing = f"{NO_ANSWER} in {stuck} of {len(rounds)} rounds" if stuck else ""
    return "; ".join(part for part in (seconds(took) if took or not stuck else "", missing) if part)


def middles(rounds: Sequence[Round]) -> list[float]:
    """For each round the median of its answers; none where there was no mark to press."""
    return [median(each.answers) for each in rounds if each.answers]


def seconds(took: Sequence[float]) -> str:
    """The median, or a dash where nothing could be measured."""
    return f"{median(took):.3f} s" if took else "–"


def ratio(mine: Sequence[float], reference: Sequence[float]) -> str:
    """The median of the rounds' ratios; a dash where one side could not be measured in each of them."""
    if not mine or len(mine) != len(reference):
        return "–"
    return f"{median(one / other for one, other in zip(mine, reference, strict=True)):.2f}"


def load() -> str:
    """How busy the machine is: the mean number of programs that want a processor, of one minute and of five."""
    return "load {:.1f}, {:.1f}".format(*os.getloadavg()[:2])


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--counts", type=int, nargs="+", default=COUNTS, help="numbers of events")
    options.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = options.parse_args()
    say = sys.stdout.write
    say(", ".join(f"{name} {version}" for name, version in versions().items()) + "\n\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        roots = {count: generate_world(folder / str(count), count) for count in chosen.counts}
        site = build_site(folder / "site", {count: shared_events(root) for count, root in roots.items()})
        with served_folder(site) as theirs:
            for count, root in roots.items():
                before = load()
                with served(root) as ours:
                    with opened(ours, of_dateline=True, patience_ms=FIRST_VISIT_MS) as page:
                        first = page.evaluate("window.comparison.drawnAt") / 1_000
                    wait_until_kept(root)
                    took = rounds_of(ours, theirs, count, chosen.rounds)
                say(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n")
                for line in rows(count, took):
                    say(line)
                say(f"\nDateline's first visit to its new server: {first:.1f} s. {before} before, {load()} after.\n\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
