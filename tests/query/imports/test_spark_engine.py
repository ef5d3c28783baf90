"""Spark finds the rows that DuckDB finds, and says what is wrong when it cannot: against a server of Spark Connect."""

import datetime as dt
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.query.imports import (
    DuckDbEngine,
    ImportedRows,
    ImportsUnreadable,
    QueryTooSlow,
    RowFilters,
    is_spark_address,
)
from dashboard.query.imports.row_filters import MapBin
from dashboard.query.imports.spark_dialect import spark_sql
from dashboard.query.imports.spark_engine import SparkEngine
from dashboard.store.imports import datasets_in
from tests.datasets import row, write_rows
from tests.query.imports.test_imported_rows import WORLD, filters_of, some_rows

SERVER = """
import sys
from pysail.spark import SparkConnectServer
server = SparkConnectServer(ip="127.0.0.1", port=0)
server.start(background=True)
print("%s:%d" % server.listening_address, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module", autouse=True)
def main_has_a_file() -> Iterator[None]:
    """Pyspark takes a main module without a file, which the runner of tests has, for its own tests, and ends it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
        yield


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that ends with the module."""
    if importlib.util.find_spec("pysail") is None:
        if os.environ.get("CI"):
            pytest.fail("pysail is not installed: `.ci/run` installs it")
        pytest.skip("pysail is not installed")
    with spark_server() as address:
        yield address


@contextmanager
def spark_server() -> Iterator[str]:
    """The address of a server that goes at the end, whatever still runs in it."""
    environment = {**os.environ, "RUST_LOG": "error"}
    with subprocess.Popen(
        [sys.executable, "-c", SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        try:
            yield f"sc://{running.stdout.readline().strip()}"
        finally:
            running.kill()


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=some_rows(), filters=filters_of, step=st.sampled_from([0.5, 7.0, 45.0]))
def test_spark_finds_what_duckdb_finds(server: str, rows: list[dict], filters: RowFilters, step: float) -> None:
    """Row by row, in the same order: counts, values, densities, bins, what a bin holds, pages, and what is near."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("ged", "news"):
            write_rows(
                root,
                [{k: v for k, v in each.items() if k != "dataset"} for each in rows if each["dataset"] == name],
                name,
            )
        datasets = datasets_in(root)
        spark = SparkEngine(server, str(root / "imports"), datasets)
        ours, theirs = ImportedRows(datasets, DuckDbEngine(root, datasets)), ImportedRows(datasets, spark)
        assert theirs.counts(filters) == ours.counts(filters)
        assert theirs.values("country", filters) == ours.values("country", filters)
        assert theirs.densities(filters).days == ours.densities(filters).days
        bins, others = (each.bins(filters, step, WORLD) for each in (theirs, ours))
        assert (bins.step, bins.bins) == (others.step, others.bins)
        in_bin = replace(filters, bin=MapBin(step, int(180 / step), int(106 / step)))
        assert theirs.page(in_bin, 0) == ours.page(in_bin, 0)
        assert theirs.page(filters, 0, 3) == ours.page(filters, 0, 3)
        days = dt.date(2024, 1, 1), dt.date(2024, 2, 1)
        for point in (None, (-0.5, 16.0)):
            assert theirs.near(*days, point, "ML", 5) == ours.near(*days, point, "ML", 5)
        assert theirs.row("ged", "row-1") == ours.row("ged", "row-1")
        spark.close()


def test_a_workspace_without_rows_can_be_asked(server: str, tmp_path: Path) -> None:
    """No dataset is no row."""
    engine = SparkEngine(server, str(tmp_path), ())
    assert engine.run("SELECT count(*) AS n FROM imports", {}).to_pylist() == [{"n": 0}]


def test_a_cluster_that_does_not_see_the_files_is_told(server: str, tmp_path: Path) -> None:
    """With what to look at."""
    write_rows(tmp_path, [row(1)])
    with pytest.raises(ImportsUnreadable, match="Check --data"):
        SparkEngine(server, str(tmp_path / "elsewhere"), datasets_in(tmp_path))


def test_a_server_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    """Its address is named without a token."""
    with pytest.raises(ImportsUnreadable, match=r"sc://127\.0\.0\.1:1 does not answer") as told:
        SparkEngine("sc://127.0.0.1:1/;token=secret", str(tmp_path), ())
    assert "secret" not in str(told.value)


def test_a_query_that_takes_too_long_is_broken_off(server: str, tmp_path: Path) -> None:
    """The limit is on time, and what comes after it is answered."""
    write_rows(tmp_path, [row(1)])
    engine = SparkEngine(server, str(tmp_path / "imports"), datasets_in(tmp_path))
    engine._seconds = 0.3
    with pytest.raises(QueryTooSlow):
        engine.run(
            "SELECT count(*) AS n FROM (SELECT explode(sequence(1, 3000000)) AS a) AS one, "
            "(SELECT explode(sequence(1, 30000)) AS b) AS other WHERE a % 7 = b % 5",
            {},
        )
    engine._seconds = 60.0
    assert engine.run("SELECT count(*) AS n FROM imports", {}).to_pylist() == [{"n": 1}]


def test_a_server_that_has_gone_is_told_soon(tmp_path: Path, server: str) -> None:
    """Whoever waits for a page does not wait for the ten minutes that the client would take."""
    write_rows(tmp_path, [row(1)])
    with spark_server() as address:
        engine = SparkEngine(address, str(tmp_path / "imports"), datasets_in(tmp_path))
    begun = time.monotonic()
    with pytest.raises(ImportsUnreadable, match="cannot ask the rows"):
        engine.run("SELECT count(*) AS n FROM imports", {})
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    "address", ["sc://localhost:15002", "sc://10.0.0.5", "sc://spark.example.org:443/;use_ssl=true;token=x"]
)
def test_an_address_of_spark_is_known(address: str) -> None:
    """With and without a port, and what Spark Connect has behind it."""
    assert is_spark_address(address)


@pytest.mark.parametrize(
    "address", ["", "sc://", "http://localhost:15002", "sc://a b", "localhost:15002", "sc://a:99999999"]
)
def test_no_other_address_is_one(address: str) -> None:
    """It is refused before anything is asked."""
    assert not is_spark_address(address)


def test_accents_are_taken_off_letter_by_letter() -> None:
    """Spark has no function for it."""
    asked, names = spark_sql("SELECT strip_accents(place) AS p FROM imports WHERE country = $country")
    assert "TRANSLATE" in asked.upper()
    assert ":country" in asked
    assert names == {"country"}
