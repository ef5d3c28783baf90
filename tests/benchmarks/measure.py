"""How fast Dateline is, as ratios that do not depend on the machine, and how often its checks are wrong: `make bench`.

What is measured, and what it came to: README.md beside this.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from unittest.mock import patch

import yaml

from dashboard.checks.validation import KeptLook, validate, validate_by_kept
from dashboard.store.loading import Loader, load
from tests.benchmarks.adding import event_rows
from tests.benchmarks.clicking import (
    Pressed,
    seconds_from_press_to_page,
    seconds_from_start_to_page,
    seconds_to_first_page,
)
from tests.benchmarks.finding import QUOTES, TEXTS, seconds_of, seconds_plainly, sought
from tests.benchmarks.generating import generate
from tests.benchmarks.judging import tables
from tests.benchmarks.many_records import many_rows
from tests.benchmarks.marking import mark_rows
from tests.benchmarks.writing import EVENTS, costs

SHARED = Path(__file__).parents[3] / "shared"
RECORDS = 10_000
ROUNDS = 3
FEW_ON_PAGE = 15
MANY_ON_PAGE = 2_000
"""How many records a page is pressed with."""
PRESS_AIMS = {FEW_ON_PAGE: "0.2 s", MANY_ON_PAGE: "0.3 s"}
"""What a hand feels as at once, with so many records."""
Timed = dict[str, list[float]]
"""Name of what was done to seconds, a figure a round."""


def plainly_read(files: Iterable[Path]) -> None:
    """What any program that reads these files does at least."""
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, with the collections of garbage that it brings about itself, and no others."""
    gc.collect()
    gc.freeze()
    begun = time.perf_counter()
    kept = work()
    took = time.perf_counter() - begun
    del kept
    gc.unfreeze()
    return took


@contextmanager
def no_garbage_collection() -> Iterable[None]:
    """As `load` has it: the comparison is not won by leaving it on for the other side."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def reading(root: Path, rounds: int) -> Timed:
    """Plain reading, loading and validating in turns, in this process; validating also by one core alone."""
    files = sorted([*root.glob("events/*/*.yaml"), *root.glob("seeds/*.yaml")])
    timed: Timed = {"yaml.load": [], "load": [], "validate": [], "by one core": []}
    for _ in range(rounds):
        with no_garbage_collection():
            timed["yaml.load"].append(seconds(lambda: plainly_read(files)))
        timed["load"].append(seconds(lambda: load(root)))
        timed["validate"].append(seconds(lambda: validate(root)))
        with patch("dashboard.cores.cores_to_use", return_value=1):
            timed["by one core"].append(seconds(lambda: validate(root)))
    return timed


def changed_file(root: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Validating again after one file changed, and validating everything."""
    loader = Loader(root)
    before, (file, *_) = validate(loader), sorted(root.glob("events/part-*/*.yaml"))
    again: list[float] = []
    anew: list[float] = []
    for _ in range(rounds):
        file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
        again.append(seconds(lambda: validate(loader, before)))
        anew.append(seconds(lambda: validate(root)))
    return again, anew


def begun_from_kept(root: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Validating in a process that begins with what another one kept on the disk, and validating everything."""
    kept, loader = KeptLook(root), Loader(root)
    found = validate_by_kept(loader, kept)
    with patch("dashboard.checks.validation.kept_look.SETTLED_SECONDS", 0):
        kept.write(found.workspace, found.look, loader.files_kept)
    began: list[float] = []
    anew: list[float] = []
    for _ in range(rounds):
        began.append(seconds(lambda: validate_by_kept(Loader(root), KeptLook(root))))
        anew.append(seconds(lambda: validate(root)))
    return began, anew


def quotes(rounds: int) -> Timed:
    """Quotes looked up in their texts as they stand, typed otherwise and in parts; and their words by `str.find`."""
    of = sought()
    ways = {"exactly": of.exactly, "folded": of.folded, "in parts": of.in_parts}
    timed: Timed = {"str.find": [], **{name: [] for name in ways}}
    for _ in range(rounds):
        timed["str.find"].append(seconds_plainly(of))
        for name, events in ways.items():
            timed[name].append(seconds_of(events, of.texts))
    return timed


def row(what: str, took: list[float], against: list[float], aim: float | str) -> str:
    """A line of the table: the ratio is the median of the rounds' own, so that a slow moment hits both sides.

    The aim is a ratio, or, as text, what it should take on two cores.
    """
    ratio = median(mine / theirs for mine, theirs in zip(took, against, strict=True))
    return f"| {what} | {median(took):.3f} s | {median(against):.3f} s | {ratio:.2f} | {aim} |\n"


def briefing_rows(root: Path, rounds: int) -> Iterator[str]:
    """A briefing in every format, its figures apart, against the same as HTML."""
    found = costs(root, rounds)
    for form, cost in found.items():
        figures = f"figures {median(cost.figures):.1f} s more" if median(cost.figures) > 0.05 else "none drawn"
        told = f"briefing of {EVENTS} events as {form.upper()} ({figures}; {cost.memory:.0f} MB), against HTML"
        yield row(told, cost.rest, found["html"].rest, 3.0)


def press_rows(few: Pressed, many: Pressed) -> Iterator[str]:
    """What is pressed for the first time, and again: against nothing changed, and with many records against few."""
    for kind, told in (("first", "for the first time"), ("again", "again")):
        for name in ("selection", "filter"):
            mine: list[float] = getattr(getattr(few, kind), name)
            theirs: list[float] = getattr(getattr(many, kind), name)
            unchanged = getattr(few, kind).nothing
            told_of = f"{name} {told}"
            yield row(
                f"{told_of}, {FEW_ON_PAGE} records, against nothing changed", mine, unchanged, PRESS_AIMS[FEW_ON_PAGE]
            )
            yield row(
                f"{told_of}, {MANY_ON_PAGE:,} records, against {FEW_ON_PAGE}", theirs, mine, PRESS_AIMS[MANY_ON_PAGE]
            )


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=RECORDS)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--no-browser", action="store_true", help="leave the page out")
    options.add_argument("--shared", type=Path, default=SHARED, help="the corpora of texts and claims")
    chosen = options.parse_args()
    say = sys.stdout.write
    with tempfile.TemporaryDirectory() as folder:
        timed = reading(generate(Path(folder) / "read", chosen.records), chosen.rounds)
        say("| what | took | against | ratio | aim |\n|---|---|---|---|---|\n")
        plain = timed["yaml.load"]
        say(row(f"load and model of {chosen.records:,} records, against `yaml.load`", timed["load"], plain, 1.0))
        say(row(f"`validate` of {chosen.records:,} records, against `yaml.load`", timed["validate"], plain, 3.0))
        say(row("the same by one core", timed["by one core"], plain, "none"))
        say(row("one changed file of them, against all", *changed_file(Path(folder) / "read", chosen.rounds), 0.5))
        told = "a process that begins with what another one kept of them, against all"
        say(row(told, *begun_from_kept(Path(folder) / "read", chosen.rounds), 0.1))
        found = quotes(chosen.rounds)
        told = f"{QUOTES:,} quotes in {TEXTS:,} texts of 20 kB, against `str.find` of the same words"
        say(row(f"{told}: as they stand", found["exactly"], found["str.find"], 8.0))
        say(row("the same, typed otherwise (all texts folded)", found["folded"], found["str.find"], 100.0))
        say(row("the same, in two parts", found["in parts"], found["str.find"], 30.0))
        for line in briefing_rows(Path(folder) / "briefing", chosen.rounds):
            say(line)
        if not chosen.no_browser:
            roots = [generate(Path(folder) / str(count), count) for count in (FEW_ON_PAGE, MANY_ON_PAGE)]
            for line in press_rows(*seconds_from_press_to_page(roots)):
                say(line)
            ours, hello = seconds_to_first_page(roots[0], chosen.rounds)
            say(row(f"first page, {FEW_ON_PAGE} records, against a page that says hello", ours, hello, 2.0))
            told = f"from `serve` to the first page, {MANY_ON_PAGE:,} records: the second start, against the first"
            root = generate(Path(folder) / f"start-{MANY_ON_PAGE}", MANY_ON_PAGE)
            say(row(told, *seconds_from_start_to_page(root, chosen.rounds), 0.5))
            for line in many_rows():
                say(line)
            for line in event_rows(chosen.shared):
                say(line)
            for line in mark_rows(chosen.records, chosen.rounds):
                say(line)
        from tests.benchmarks.asking import ask_rows  # pyarrow brings threads: what is above uses all cores by copies
        from tests.benchmarks.importing import import_rows

        for line in import_rows():
            say(line)
        for line in ask_rows(chosen.rounds, browser=not chosen.no_browser):
            say(line)
    for line in tables(chosen.shared):
        say(line)


if __name__ == "__main__":
    main()
