"""What a query finds is what Python finds; what takes too much is ended; the engine itself reaches nothing either."""

import csv
import io
import json
from collections import Counter

import pyarrow.parquet as pq
import pytest

from dashboard.exchange.documents import DocumentRefused, run_confined
from dashboard.exchange.sql import QueryRefused, imports_table, run_query
from dashboard.exchange.sql.limits import QUERY_LIMITS
from dashboard.store.imports import datasets_in
from tests.datasets import row, write_rows

PAST_THE_READER = (
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM glob('/*')",
    "COPY (SELECT 1) TO '/tmp/dateline-was-here'",
    "ATTACH '/tmp/dateline-was-here.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET memory_limit = '100GB'",
    "RESET lock_configuration",
    "SELECT * FROM raw",
    "SELECT * FROM sys.modules",
    "SET TimeZone = 'Asia/Tokyo'",
    "SELECT * FROM parquet_metadata('/etc/passwd')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT getenv('HOME')",
    "CALL enable_logging(storage = 'file')",
    "EXPORT DATABASE '/tmp/dateline-was-here'",
    "CREATE SECRET s (TYPE http)",
)


def rows(sql, tables):
    return [tuple(row) for row in run_query(sql, tables).rows]


def test_a_query_gives_what_python_gives(seed_tables):
    """Counts, joins, dates and lists."""
    events, claims, quotes = (seed_tables[name].rows for name in ("events", "claims", "quotes"))
    by_type = Counter(each["type"] for each in events)
    assert Counter(dict(rows("SELECT type, count(*) FROM events GROUP BY type", seed_tables))) == by_type
    titles = {each["event"]: each["title"] for each in events}
    joined = {(titles[each["event"]], each["exact"]) for each in quotes}
    assert set(rows("SELECT title, exact FROM events JOIN quotes USING (event)", seed_tables)) == joined
    early = {each["event"] for each in events if each["date_from"] and each["date_from"].year < 2010}
    assert {each for (each,) in rows("SELECT event FROM events WHERE year(date_from) < 2010", seed_tables)} == early
    assert early
    threads = Counter(thread for each in events for thread in each["threads"])
    assert dict(rows("SELECT t, count(*) FROM events, unnest(threads) AS u(t) GROUP BY t", seed_tables)) == threads
    verdicts = Counter(each["verdict"] for each in claims)
    assert dict(rows("SELECT verdict, count(*) FROM claims GROUP BY verdict", seed_tables)) == verdicts


@pytest.mark.parametrize("name", ["events", "sources", "event_report", "claims", "quotes", "places", "actors"])
def test_a_table_comes_back_as_it_is(name, seed_tables):
    """Row by row, with null where nothing is known."""
    table = seed_tables[name]
    found = run_query(f"SELECT * FROM {name}", seed_tables)
    assert found.columns == tuple(table.columns)
    assert [dict(zip(found.columns, row, strict=True)) for row in found.rows] == [
        {column: row.get(column) for column in table.columns} for row in table.rows
    ]


def test_names_of_tables_join(seed_tables):
    """By the same names of their keys."""
    asked = "SELECT count(*) FROM quotes q LEFT JOIN sources s USING (source) WHERE s.source IS NULL"
    assert rows(asked, seed_tables) == [(0,)]


@pytest.mark.parametrize("sql", PAST_THE_READER)
def test_the_engine_reaches_nothing_outside(sql):
    """Were a statement to pass the reader, the process that runs it is locked all the same."""
    asked = {"sql": sql, "tables": [], "most_rows": 10}
    with pytest.raises(DocumentRefused):
        run_confined("dashboard.exchange.sql.confined_child", asked, b"", "", limits=QUERY_LIMITS)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELECT typ FROM events", "typ"),
        ("SELECT repeat('x', 2000000000) FROM events", "memory"),
        ("SELECT a.text FROM claims a, claims b, claims c, claims d, claims e ORDER BY ALL", "memory|seconds"),
        ("SELECT title::INTEGER FROM events", "convert"),
    ],
)
def test_what_cannot_be_run_is_told(sql, told, seed_tables):
    """In a sentence that names what is the matter."""
    with pytest.raises(QueryRefused, match=told):
        run_query(sql, seed_tables)


@pytest.mark.proof
def test_what_does_not_end_is_ended(seed_tables):
    """By the time that it may take."""
    with pytest.raises(QueryRefused, match="within 10 seconds"):
        run_query("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t", seed_tables)


def test_more_rows_than_may_be_had_are_told(seed_tables):
    """The first so many are given."""
    found = run_query("SELECT * FROM claims", seed_tables, most_rows=3)
    assert (len(found.rows), found.is_whole) == (3, False)
    assert run_query("SELECT * FROM claims LIMIT 3", seed_tables, most_rows=3).is_whole
    endless = run_query("SELECT a.text FROM claims a, claims b, claims c, claims d, claims e", seed_tables, most_rows=3)
    assert (len(endless.rows), endless.is_whole) == (3, False)


def test_results_are_text_json_and_csv(seed_tables):
    """Lists, dates and nothing in each; what a spreadsheet would run is not."""
    found = run_query("SELECT '=1+1' AS a, [1, 2] AS b, DATE '2009-09-18' AS c, NULL AS d, 1.5 AS e", seed_tables)
    assert json.loads(found.json()) == [{"a": "=1+1", "b": [1, 2], "c": "2009-09-18", "d": None, "e": 1.5}]
    assert "'=1+1,1; 2,2009-09-18,,1.5" in found.csv()
    assert list(found.text())[2].split() == ["=1+1", "1;", "2", "2009-09-18", "1.5"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("INTERVAL '1 month 2 days'", "1 month 2 days"),
        ("[INTERVAL 1 DAY]", "[1 day]"),
        ("1::UNION(number INTEGER, words VARCHAR)", "1"),
        ("TIMETZ '10:00:00+02'", "10:00:00+02"),
        ("'101'::BIT", "101"),
        ("'\\xAA'::BLOB", "\\xAA"),
        ("map {'a': 1}", '{"a": 1}'),
        ("TIMESTAMPTZ '2020-01-01 10:00:00+02'", "2020-01-01 08:00:00+00:00"),
    ],
)
def test_every_type_is_shown_as_duckdb_shows_it(value, text, seed_tables):
    """In each format; times in UTC, whatever the machine's zone is."""
    found = run_query(f'SELECT {value} AS "a ""b", 1 AS n', seed_tables)
    assert found.columns == ('a "b', "n")
    assert list(csv.reader(io.StringIO(found.csv()[1:])))[1] == [text, "1"]
    assert list(found.text())[2].startswith(text)
    assert json.loads(found.json())
    assert pq.read_table(io.BytesIO(found.parquet())).num_rows == 1


@pytest.mark.parametrize("date", ["DATE 'infinity'", "DATE '0044-03-15 (BC)'", "TIMESTAMP '12000-01-01'"])
def test_a_date_that_cannot_be_shown_is_told(date, seed_tables):
    """With what to write instead."""
    with pytest.raises(QueryRefused, match=r"The column d .* CAST"):
        run_query(f"SELECT {date} AS d", seed_tables)
    assert rows(f"SELECT CAST({date} AS VARCHAR) IS NULL AS d", seed_tables) == [(False,)]


@pytest.mark.parametrize("columns", [", ".join(["true"] * 3_000), ", ".join(["[true, true, true, true]"] * 20)])
def test_many_values_in_few_bytes_are_refused(columns, seed_tables):
    """They would fill the memory of the process that asked."""
    with pytest.raises(QueryRefused, match="values"):
        run_query(f"SELECT {columns} FROM range(100000)", seed_tables)


def test_columns_of_one_name_all_count(seed_tables):
    """JSON and Parquet number them; a name that is free is not taken from another column."""
    found = run_query("SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a", seed_tables)
    numbered = {"a": 1, "a_3": 2, "a_2": 3, "a_4": 4}
    assert json.loads(found.json()) == [numbered]
    assert pq.read_table(io.BytesIO(found.parquet())).to_pylist() == [numbered]


def test_no_name_of_a_column_is_a_formula_and_a_number_stays_one(seed_tables):
    """A spreadsheet would run the first, and could not add up the second."""
    found = run_query("SELECT -80.5::DOUBLE AS \"=cmd|' /C calc'!A0\", -1 AS n, '-1' AS t", seed_tables)
    head, row = list(csv.reader(io.StringIO(found.csv()[1:])))
    assert head[0].startswith("'=cmd")
    assert row == ["-80.5", "-1", "'-1"]


@pytest.fixture(scope="module")
def imported_files(tmp_path_factory):
    """A workspace's folder with two datasets, and a file that is none of theirs."""
    root = tmp_path_factory.mktemp("imported")
    write_rows(root, [row(number, count_best=number) for number in range(1, 8)], "ged")
    write_rows(root, [row(9, kind="report", country="NE")], "it's")
    write_rows(root, [row(10)], "not-asked")
    (root / "other.csv").write_text("a\n1\n")
    return root


def test_imported_rows_are_asked_beside_the_records(imported_files, seed_tables):
    """They stay in their files, and are what was imported; they join the records by what both have."""
    datasets = [each for each in datasets_in(imported_files) if each.name != "not-asked"]
    tables = {**seed_tables, "imports": imports_table(imported_files, datasets)}
    found = rows("SELECT dataset, kind, count(*), sum(count_best) FROM imports GROUP BY ALL ORDER BY ALL", tables)
    assert found == [("ged", "event", 7, 28), ("it's", "report", 1, 3)]
    assert rows("SELECT count(*) FROM imports JOIN places USING (country)", tables) == [(0,)]
    assert list(tables["imports"].columns) == list(run_query("FROM imports LIMIT 1", tables).columns)


@pytest.mark.parametrize(
    "sql",
    [
        *PAST_THE_READER,
        "SELECT * FROM '{root}/other.csv'",
        "SELECT * FROM read_parquet('{root}/imports/not-asked/one/part-00000.parquet')",
        "SELECT * FROM read_parquet('{root}/imports/*/one/*.parquet')",
        "SELECT * FROM read_text('{root}/imports/ged/dataset.json')",
        "COPY (SELECT 1) TO '{root}/imports/ged/one/part-00000.parquet'",
        "COPY (SELECT 1) TO '{root}/imports/ged/one/part-99999.parquet'",
        "SET allowed_paths = ['/etc/passwd']",
        "SET allowed_directories = ['/']",
    ],
)
def test_beside_imported_rows_nothing_else_is_reached(imported_files, sql):
    """The engine that may read their files reads no other, and writes none of them, whoever wrote the query."""
    (dataset,) = (each for each in datasets_in(imported_files) if each.name == "ged")
    table = imports_table(imported_files, [dataset])
    asked = {"tables": [], "files": list(table.files), "views": [table.view], "most_rows": 10}
    before = [(file, file.read_bytes()) for file in sorted(imported_files.rglob("*")) if file.is_file()]
    with pytest.raises(DocumentRefused):
        run_confined(
            "dashboard.exchange.sql.confined_child",
            {**asked, "sql": sql.replace("{root}", str(imported_files))},
            b"",
            "",
            limits=QUERY_LIMITS,
        )
    assert [(file, file.read_bytes()) for file in sorted(imported_files.rglob("*")) if file.is_file()] == before


@pytest.mark.parametrize("sql", ["SELECT * FROM '{file}'", "SELECT * FROM read_parquet('{file}')"])
def test_a_query_names_no_file_of_imported_rows_either(imported_files, sql):
    """It asks the table, and the reader refuses all else."""
    table = imports_table(imported_files, datasets_in(imported_files))
    with pytest.raises(QueryRefused):
        run_query(sql.replace("{file}", table.files[0]), {"imports": table})
