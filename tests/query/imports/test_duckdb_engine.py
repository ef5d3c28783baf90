"""DuckDB reaches the Parquet files of imports and nothing else, whoever asks at once."""

import threading
from pathlib import Path

import pytest

from dashboard.query.imports import DuckDbEngine, ImportsUnreadable, QueryTooSlow
from dashboard.store.imports import datasets_in
from tests.datasets import row, write_rows


@pytest.fixture
def engine(tmp_path: Path) -> DuckDbEngine:
    """The engine over two rows."""
    write_rows(tmp_path, [row(1), row(2)])
    (tmp_path / "secret.csv").write_text("a\n1\n")
    return DuckDbEngine(tmp_path, datasets_in(tmp_path))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM '{root}/secret.csv'",
        "SELECT * FROM read_csv('{root}/secret.csv')",
        "SELECT * FROM read_text('{root}/imports/ged/dataset.json')",
        "SELECT * FROM glob('{root}/*')",
        "COPY (SELECT 1) TO '{root}/out.csv'",
        "ATTACH '{root}/other.db' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET memory_limit = '9GB'",
        "SET lock_configuration = false",
        "SET enable_external_access = true",
        "SELECT * FROM tables_of_python",
    ],
)
def test_an_engine_reaches_nothing_but_the_rows(engine, tmp_path, sql):
    """Whatever SQL is run, no other file is read or written, and no limit is raised."""
    tables_of_python = [1]
    with pytest.raises(ImportsUnreadable):
        engine.run(sql.replace("{root}", str(tmp_path)), {})
    assert tables_of_python
    assert not (tmp_path / "out.csv").exists()


def test_a_query_that_takes_too_long_is_broken_off(tmp_path):
    """The limit is on time, and what comes after it is answered."""
    write_rows(tmp_path, [row(1)])
    engine = DuckDbEngine(tmp_path, datasets_in(tmp_path), seconds=0.2)
    with pytest.raises(QueryTooSlow):
        engine.run("SELECT count(*) FROM range(10_000_000) a, range(10_000_000) b WHERE a.range % 7 = b.range % 5", {})
    assert engine.run("SELECT count(*) AS n FROM imports", {}).to_pylist() == [{"n": 1}]


def test_sessions_that_ask_at_once_get_their_own_answers(engine):
    """Each query has a cursor of its own."""
    found: dict[int, int] = {}

    def ask(number: int) -> None:
        for _ in range(10):
            found[number] = engine.run("SELECT $n + count(*) AS n FROM imports", {"n": number}).to_pylist()[0]["n"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == {number: number + 2 for number in range(8)}


def test_no_dataset_is_no_row(tmp_path):
    """A workspace without imports can be asked as well."""
    assert DuckDbEngine(tmp_path, ()).run("SELECT * FROM imports", {}).num_rows == 0


def test_a_missing_column_is_told(tmp_path):
    """A dataset that another version has written is imported again, and nobody guesses."""
    dataset = write_rows(tmp_path, [row(1)])
    import pyarrow.parquet as pq

    (part,) = dataset.parts(tmp_path)
    pq.write_table(pq.read_table(part).drop_columns(["kind"]), part)
    with pytest.raises(ImportsUnreadable, match="Import the dataset again"):
        DuckDbEngine(tmp_path, [dataset])
