"""How long an import takes, against what DuckDB takes to make Parquet of the same CSV; each in a process of its own.

`python -m tests.benchmarks.importing [ROWS]`, or as a part of `make bench`. Rows look like UCDP's, and are invented.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

import duckdb

ROWS: Final = 1_000_000
ROUNDS: Final = 3
_WORDS: Final = (
    "['attack', 'village', 'soldiers', 'killed', 'clashes', 'near', 'town', 'army', 'rebels', 'militia', 'civilians', "
    "'district', 'police', 'convoy', 'market', 'mosque', 'fighters', 'government', 'forces', 'border']"
)
_TEXT: Final = "array_to_string([words[1 + (hash(i, {salt}, k) % 20)::INTEGER] for k in range({number})], ' ')"
_COLUMNS: Final = {
    "id": "i",
    "relid": "'XXX-' || year || '-1-' || i || '-1'",
    "year": "year",
    "active_year": "1",
    "code_status": "'Clear'",
    "type_of_violence": "1 + i % 3",
    "conflict_dset_id": "300 + i % 50",
    "conflict_new_id": "300 + i % 50",
    "conflict_name": "country || ': Government'",
    "dyad_dset_id": "700 + i % 90",
    "dyad_new_id": "700 + i % 90",
    "dyad_name": "'Government of ' || country || ' - Group ' || i % 90",
    "side_a_dset_id": "88",
    "side_a_new_id": "88",
    "side_a": "'Government of ' || country",
    "side_b_dset_id": "1000 + i % 90",
    "side_b_new_id": "1000 + i % 90",
    "side_b": "'Group ' || i % 90",
    "number_of_sources": "1 + i % 4",
    "source_article": f"'\"Reuters News,' || day || ',' || {_TEXT.format(salt=1, number=8)} || '\"'",
    "source_office": "'Reuters News'",
    "source_date": "day",
    "source_headline": _TEXT.format(salt=2, number=9),
    "source_original": _TEXT.format(salt=3, number=3),
    "where_prec": "1 + i % 6",
    "where_coordinates": f"{_TEXT.format(salt=4, number=2)} || ' town'",
    "where_description": _TEXT.format(salt=5, number=12),
    "adm_1": f"{_TEXT.format(salt=6, number=1)} || ' province'",
    "adm_2": f"{_TEXT.format(salt=7, number=1)} || ' district'",
    "latitude": "round(latitude, 6)",
    "longitude": "round(longitude, 6)",
    "geom_wkt": "'POINT (' || round(longitude, 6) || ' ' || round(latitude, 6) || ')'",
    "priogrid_gid": "60000 + hash(i) % 130000",
    "country": "country",
    "country_id": "number",
    "region": "'Africa'",
    "event_clarity": "1 + i % 2",
    "date_prec": "1",
    "date_start": "day || ' 00:00:00.000'",
    "date_end": "day || ' 00:00:00.000'",
    **{f"deaths_{side}": f"hash(i, {number}) % 20" for number, side in enumerate(("a", "b", "civilians", "unknown"))},
    "best": "hash(i, 5) % 30",
    "high": "30 + hash(i, 6) % 30",
    "low": "0",
    "gwnoa": "number",
    "gwnob": "NULL",
}
_BARE: Final = """
import sys, duckdb, resource, time
begun = time.perf_counter()
connection = duckdb.connect()
connection.execute(f"COPY (SELECT * FROM read_csv('{sys.argv[1]}')) TO '{sys.argv[2]}/bare.parquet'")
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_OURS: Final = """
import sys, resource, time
from pathlib import Path
from dashboard.exchange.imports import LAYOUTS, ImportRequest, Progress, import_files
begun = time.perf_counter()
request = ImportRequest(Path(sys.argv[2]), LAYOUTS["ucdp"], (Path(sys.argv[1]),), "ucdp", True)
outcome = import_files(request, tuple(LAYOUTS.values()), Progress(lambda _: None, lambda _: None, lambda: None))
assert outcome.dataset.counts["rows"], outcome
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def write_rows(path: Path, number: int) -> Path:
    """A CSV file of so many rows that look like UCDP's."""
    columns = ", ".join(f"{sql} AS {name}" for name, sql in _COLUMNS.items())
    seeds = (
        f"SELECT i, {_WORDS} AS words, 1989 + i % 36 AS year, (hash(i, 8) % 8000) / 100.0 - 30 AS latitude, "
        "(hash(i, 9) % 17000) / 100.0 - 70 AS longitude, ['Ethiopia', 'DR Congo (Zaire)', 'Colombia'][1 + i % 3] AS "
        "country, [530, 490, 100][1 + i % 3] AS number, strftime(make_date((1989 + i % 36)::INTEGER, "
        f"(1 + i % 12)::INTEGER, (1 + i % 28)::INTEGER), '%Y-%m-%d') AS day FROM range({number}) AS numbers (i)"
    )
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT {columns} FROM ({seeds})) TO '{path}' (HEADER)")
    return path


def measured(program: str, file: Path, folder: Path) -> tuple[float, float]:
    """Seconds, and the most memory in MB, of a process."""
    words = [sys.executable, "-c", program, str(file), str(folder)]
    ended = subprocess.run(words, capture_output=True, text=True, check=True)
    took, kilobytes = ended.stdout.split()[-2:]
    return float(took), int(kilobytes) / 1024


def import_rows(rows: int = ROWS, rounds: int = ROUNDS) -> Iterator[str]:
    """A line of the table, and one for the same rows once more, of which nothing has changed."""
    with tempfile.TemporaryDirectory() as name:
        file = write_rows(Path(name) / "rows.csv", rows)
        first, again, bare, memory = [], [], [], 0.0
        for number in range(rounds):
            root = Path(name) / str(number)
            for folder in ("seeds", "events"):
                (root / folder).mkdir(parents=True)
            bare.append(measured(_BARE, file, root)[0])
            for list_ in (first, again):
                took, most = measured(_OURS, file, root)
                list_.append(took)
                memory = max(memory, most)
        for told, times in (
            (f"import of {rows:,} UCDP-like rows", first),
            ("the same once more, all unchanged", again),
        ):
            ratio = median(mine / theirs for mine, theirs in zip(times, bare, strict=True))
            yield (
                f"| {told} (at most {memory:,.0f} MB), against DuckDB's CSV to Parquet | {median(times):.1f} s | "
                f"{median(bare):.1f} s | {ratio:.2f} | 3.0 |\n"
            )


if __name__ == "__main__":
    for line in import_rows(*map(int, sys.argv[1:])):
        sys.stdout.write(line)
