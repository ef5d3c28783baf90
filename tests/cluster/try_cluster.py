"""The dashboard's queries on a real Spark cluster, of which one worker dies in mid-query: the rows are the same.

`make test-cluster` installs pyspark into `.venv/cluster`; Java is the system's. What is run takes the folder of the
package `pyspark`.
"""

import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.model.geography import BoundingBox
from dashboard.query.imports import DuckDbEngine, ImportedRows, RowFilters
from dashboard.query.imports.spark_engine import SparkEngine
from dashboard.store.imports import datasets_in
from tests.benchmarks.imported_rows import write_dataset
from tests.cluster.spark_cluster import SparkCluster, spark_cluster, wait_until

ROWS = 300_000
WORLD = BoundingBox(-180, -90, 180, 90)
FILTERS = {
    "all rows": RowFilters(),
    "one country": RowFilters(countries=frozenset({"SY"})),
    "half a year, without protests": RowFilters(date(2015, 1, 1), date(2015, 6, 30), not_types=frozenset({"protest"})),
    "words": RowFilters(words=("road",)),
    "an area": RowFilters(areas=(BoundingBox(20, 0, 50, 40),)),
}
"""What a reader may have chosen."""
SLOW = """
SELECT country, count(*) AS number, sum(length(sha2(concat(raw, cast(times.n AS string)), 512))) AS letters,
    sum(crc32(repeat(sha2(raw, 256), 20 + times.n % 3))) AS sum_of_all
FROM imports, (SELECT explode(sequence(1, 60)) AS n) AS times
GROUP BY country ORDER BY number DESC, country
"""
"""Work for some tens of seconds, on every row."""


def asked(rows: ImportedRows) -> Mapping[str, Any]:
    """All that pages ask of imported rows, by what it is."""
    found: dict[str, Any] = {}
    for name, filters in FILTERS.items():
        found[f"counts of {name}"] = rows.counts(filters)
        found[f"countries of {name}"] = rows.values("country", filters)
        found[f"types of {name}"] = rows.values("event_type", filters)
        found[f"densities of {name}"] = rows.densities(filters).days
        for step in (0.5, 8.0):
            bins = rows.bins(filters, step, WORLD)
            found[f"bins of {step}° of {name}"] = (bins.step, bins.bins)
        found[f"first page of {name}"] = rows.page(filters, 0)
        found[f"third page of {name}"] = rows.page(filters, 2)
        (fullest, *_) = rows.bins(filters, 8.0, WORLD).bins
        found[f"rows of the fullest bin of {name}"] = rows.page(replace(filters, bin=fullest.bin), 0)
    found["near"] = rows.near(date(2015, 3, 1), date(2015, 3, 8), (36.3, 33.5), "SY", 20)
    return found


def lose_a_worker(cluster: SparkCluster, ask: Callable[[], Any]) -> tuple[Any, float]:
    """What is found by a query during which a worker is killed, and how many seconds it took."""
    found: list[Any] = []
    begun = time.monotonic()
    asking = threading.Thread(target=lambda: found.append(ask()))
    asking.start()
    wait_until(lambda: cluster.tasks() > 1)
    time.sleep(2)
    cluster.kill("worker-1")
    assert asking.is_alive(), "the query had ended before the worker was killed"
    asking.join()
    assert found, "the query failed"
    return found[0], time.monotonic() - begun


def main(home: Path) -> int:
    """Ask, lose a worker, and ask again; the differences are told."""
    if shutil.which("java") is None:
        sys.stderr.write("There is no java. On Debian: apt-get install default-jre-headless\n")
        return 2
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_dataset(root, ROWS, "ged")
        write_dataset(root, ROWS // 10, "other")
        datasets = datasets_in(root)
        expected = asked(ImportedRows(datasets, DuckDbEngine(root, datasets)))
        with spark_cluster(home, root) as cluster:
            engine = SparkEngine(cluster.address, str(root / "imports"), datasets, seconds=600)
            differing = [each for each, what in asked(ImportedRows(datasets, engine)).items() if what != expected[each]]
            whole, before = _timed(lambda: engine.run(SLOW, {}).to_pylist())
            again, after = lose_a_worker(cluster, lambda: engine.run(SLOW, {}).to_pylist())
            left = cluster.state()["aliveworkers"]
            later = [each for each, what in asked(ImportedRows(datasets, engine)).items() if what != expected[each]]
            engine.close()
    told = (
        f"{len(expected)} questions on {ROWS + ROWS // 10:,} rows: {len(differing)} differ from DuckDB {differing}",
        f"a query of {before:.0f} s, asked again while a worker was killed: {after:.0f} s, same rows: {again == whole}",
        f"with {left} worker left: {len(later)} of {len(expected)} differ {later}",
    )
    sys.stdout.write("\n".join(told) + "\n")
    return int(bool(differing or later or again != whole or not whole))


def _timed(ask: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.monotonic()
    return ask(), time.monotonic() - begun


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what runs is ended
    sys.exit(main(Path(sys.argv[1])))
