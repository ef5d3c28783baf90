"""How long the dashboard's questions to imported rows take: against pandas, with ten times the rows, and on the page.

`python -m tests.benchmarks.asking [--no-browser] [--rows N]`, or as a part of `make bench`. Each figure of queries
is of a process of its own, which opens the files and has asked nothing before.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Final

from tests.benchmarks.clicking import CLICKS, WARM_UP, WATCH, clicked, opened, served, single_marks
from tests.benchmarks.generating import generate
from tests.benchmarks.imported_rows import write_dataset
from tests.benchmarks.linking import precision_and_recall
from tests.benchmarks.many_records import Traffic
from tests.chromium import chromium

ROWS: Final = 1_000_000
TIMES: Final = 10
RECORDS: Final = 15
MOST_MB: Final = 2_000
_OURS: Final = """
import datetime as dt, resource, sys, time
from pathlib import Path
from dashboard.model.geography import BoundingBox
from dashboard.query.imports import DuckDbEngine, ImportedRows, RowFilters
from dashboard.store.imports import datasets_in
import pyarrow
root = Path(sys.argv[1])
world, ukraine = BoundingBox(-180, -90, 180, 90), BoundingBox(22, 44, 41, 53)
late = RowFilters(start=dt.date(2020, 1, 1), end=dt.date(2021, 12, 31))
land = RowFilters(countries=frozenset({"UA"}))
words = RowFilters(words=("convoy",))
begun = time.perf_counter()
rows = ImportedRows(datasets_in(root), DuckDbEngine(root, datasets_in(root)))
asked = [
    lambda: rows.counts(RowFilters()),
    lambda: rows.bins(RowFilters(), 4.0, world),
    lambda: rows.bins(late, 0.25, ukraine),
    lambda: rows.densities(RowFilters()),
    lambda: rows.densities(land),
    lambda: rows.page(RowFilters(), 0),
    lambda: rows.page(land, 3),
    lambda: rows.counts(words),
    lambda: rows.values("country", RowFilters()),
]
for each in asked:
    each()
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_PANDAS: Final = """
import datetime as dt, resource, sys, time
from pathlib import Path
import numpy as np
import pandas as pd
parts = sorted(Path(sys.argv[1]).glob("imports/*/*/*.parquet"))
LISTED = ["row_id", "kind", "first_day", "last_day", "date", "date_precision", "title", "text", "type_code",
    "event_type", "actor1", "actor2", "place", "country", "country_name", "latitude", "longitude", "place_precision",
    "count_of", "count_low", "count_best", "count_high", "source_name", "file", "line"]
NAMES = ["text", "title", "place", "admin1", "country_name", "actor1", "actor2"]
held = None
def read(columns):
    return held[columns] if held is not None else pd.concat([pd.read_parquet(part, columns=columns) for part in parts])
def bins(frame, step):
    cells = pd.DataFrame({"x": np.floor((frame.longitude + 180) / step), "y": np.floor((frame.latitude + 90) / step)})
    return cells.dropna().groupby(["x", "y"]).size()
def late():
    frame = read(["longitude", "latitude", "first_day", "last_day"])
    inside = frame.longitude.between(22, 41) & frame.latitude.between(44, 53)
    during = (frame.last_day >= dt.date(2020, 1, 1)) & (frame.first_day <= dt.date(2021, 12, 31))
    return bins(frame[inside & during], 0.25)
def densities(country=None):
    frame = read(["first_day", "last_day", "country"] if country else ["first_day", "last_day"])
    frame = frame[frame.country == country] if country else frame
    return frame.groupby(["first_day", "last_day"]).size()
def page(offset, country=None):
    frame = read(LISTED)
    frame = frame[frame.country == country] if country else frame
    ordered = frame.sort_values(["first_day", "file", "line"], ascending=[False, True, True])
    return len(frame), ordered[offset : offset + 50]
def words():
    frame = read(NAMES)
    found = False
    for name in NAMES:
        found = found | frame[name].str.contains("convoy", case=False, regex=False, na=False)
    return int(found.sum())
asked = [
    lambda: read(["kind", "latitude", "first_day"]).groupby("kind").count(),
    lambda: bins(read(["longitude", "latitude"]), 4.0),
    late,
    densities,
    lambda: densities("UA"),
    lambda: page(0),
    lambda: page(150, "UA"),
    words,
    lambda: read(["country"]).country.value_counts(),
]
if sys.argv[2:] == ["held"]:
    held = read(sorted({*LISTED, *NAMES}))
begun = time.perf_counter()
for each in asked:
    each()
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def measured(program: str, *words: str) -> tuple[float, float]:
    """Seconds, and the most memory in MB, of a process."""
    ended = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    took, memory = ended.stdout.split()[-2:]
    return float(took), float(memory)


def query_rows(few: Path, many: Path | None, rounds: int, rows: int = ROWS) -> Iterator[str]:
    """Our nine questions against the same in pandas, and of ten times the rows against these."""
    ours, read, held, larger, memory = [], [], [], [], 0.0
    for _ in range(rounds):
        ours.append(measured(_OURS, str(few))[0])
        read.append(measured(_PANDAS, str(few))[0])
        held.append(measured(_PANDAS, str(few), "held")[0])
        if many is not None:
            took, most = measured(_OURS, str(many))
            larger.append(took)
            memory = max(memory, most)
    told = f"nine questions to {rows:,} imported rows"
    yield _line(f"{told}, against pandas, which reads the columns that it needs", ours, read, "0.33")
    yield _line("the same, against pandas that has all rows in memory already", ours, held, "none")
    if larger:
        told = f"the same to {TIMES * rows:,} rows (at most {memory:,.0f} MB of {MOST_MB:,}), against {rows:,}"
        yield _line(told, larger, ours, "6.0")


def press_rows(few: Path | None, rows: int = ROWS) -> Iterator[str]:
    """A selection on Situation with imported rows behind the records, against none; and what a press sends."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        plain, beside = (generate(Path(name) / each, RECORDS) for each in ("plain", "beside"))
        if few is None:
            write_dataset(beside, rows)
        else:
            shutil.copytree(few / "imports", beside / "imports")
        browser = stack.enter_context(chromium("--no-browser leaves the page out"))
        without = opened(browser, stack.enter_context(served(plain)))
        with_rows = opened(browser, f"{stack.enter_context(served(beside))}/?imported=on")
        traffic = Traffic()
        traffic.watch(with_rows)
        with_rows.reload()
        with_rows.wait_for_selector(".st-key-timeline [role=button]", state="attached")
        with_rows.wait_for_timeout(4_000)
        with_rows.evaluate(WATCH)
        took: dict[str, list[float]] = {"with": [], "without": []}
        most = 0
        for number in range(WARM_UP + CLICKS):
            for kind, page in (("with", with_rows), ("without", without)):
                marks = single_marks(page)
                before = traffic.received
                seconds = clicked(page, marks[number % len(marks)])
                most = max(most, traffic.received - before)
                if number >= WARM_UP:
                    took[kind].append(seconds)
        told = f"selection on Situation with {rows:,} imported rows (at most {most / 1e6:.1f} MB of 2), against none"
        yield _line(told, took["with"], took["without"], "2.0")


def link_rows() -> Iterator[str]:
    """How often a suggestion of which record a row is about is right."""
    precision, recall, number = precision_and_recall()
    told = f"which record a row is about, {number} labelled pairs"
    yield f"| {told}: right of those suggested | {precision:.2f} | | | 0.9 |\n"
    yield f"| the same: suggested of those that are | {recall:.2f} | | | 0.8 |\n"


def _line(what: str, took: Sequence[float], against: Sequence[float], aim: str) -> str:
    ratio = median(mine / theirs for mine, theirs in zip(took, against, strict=True))
    return f"| {what} | {median(took):.2f} s | {median(against):.2f} s | {ratio:.2f} | {aim} |\n"


def ask_rows(rounds: int, *, browser: bool, rows: int = ROWS) -> Iterator[str]:
    """All lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        few, many = Path(name) / "few", Path(name) / "many"
        write_dataset(few, rows)
        write_dataset(many, TIMES * rows)
        yield from query_rows(few, many, rounds, rows)
        if browser:
            yield from press_rows(few, rows)
    yield from link_rows()


if __name__ == "__main__":
    size = int(sys.argv[sys.argv.index("--rows") + 1]) if "--rows" in sys.argv else ROWS
    for line in ask_rows(3, browser="--no-browser" not in sys.argv, rows=size):
        sys.stdout.write(line)
