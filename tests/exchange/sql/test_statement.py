"""What a query may be: one statement that reads known tables by known functions; each way past it fails."""

import time

import pytest

from dashboard.exchange.sql.functions import NAMES
from dashboard.exchange.sql.statement import LONGEST, QueryRefused, checked_statement

TABLES = ("events", "claims", "quotes")
READS = (
    "SELECT * FROM events",
    "FROM events",
    "SELECT type, count(*) AS n FROM events GROUP BY ALL HAVING n > 1 ORDER BY n DESC LIMIT 3",
    "WITH few AS (SELECT event FROM claims) SELECT * FROM few JOIN events USING (event)",
    "SELECT e.title, q.exact FROM events AS e LEFT JOIN quotes AS q ON e.event = q.event WHERE q.exact ILIKE '%base%'",
    "SELECT event FROM claims UNION ALL SELECT event FROM quotes",
    "SELECT row_number() OVER (PARTITION BY event ORDER BY claim) FROM claims QUALIFY 1 = 1",
    "SELECT unnest(threads), year(date_from), CASE WHEN type IS NULL THEN 'none' ELSE upper(type) END FROM events",
    "SELECT list_transform(threads, each -> upper(each)), date_from + INTERVAL 1 DAY, threads[1] FROM events",
    "SELECT t FROM events, unnest(threads) AS u(t)",
    "SELECT sum(i) FROM generate_series(1, 10) AS s(i)",
    "SELECT count(DISTINCT event) FILTER (WHERE kind = 'fact'), string_agg(claim, ', ' ORDER BY claim) FROM claims",
    "DESCRIBE events",
    "SUMMARIZE events",
    "VALUES (1, 'a')",
    "PIVOT events ON type USING count(*) GROUP BY country",
    "UNPIVOT events ON title, type INTO NAME n VALUE v",
    "SELECT min(COLUMNS('date.*')), max(COLUMNS(* EXCLUDE (title))) FROM events",
    "SELECT title FROM events WHERE NOT EXISTS (SELECT 1 FROM claims WHERE claims.event = events.event)",
    "SELECT map {'a': 1}['a'], map_keys(map {'a': 1}), struct_keys({'a': 1}), [upper(x) FOR x IN threads] FROM events",
    "SELECT date_trunc('week', DATE '2020-01-31'), date_trunc('week', date_from), isodow(date_from) FROM events",
    "SELECT time_bucket(INTERVAL '1 week', date_from), try_strptime(date, '%Y'), century(date_from), now() FROM events",
    "SELECT regr_slope(a, b), geomean(a), bit_xor(a), argmax(a, b), sem(a) FROM (VALUES (1, 2)) AS t(a, b)",
    "SELECT list_zip(threads, [1]), list_append(threads, 'x'), list_reduce([1], (a, b) -> a + b) FROM events",
    "SELECT md5(title), sha256(title), printf('%s', title), damerau_levenshtein(title, 'a') FROM events",
    "SELECT json_extract(title, '$.a'), title ->> '$.a', to_json(threads), json_object('a', 1) FROM events",
    "SELECT type, grouping(type), count(*) FROM events GROUP BY ROLLUP (type)",
    "SELECT random(), xor(1, 2), gamma(2), sinh(1), encode('a'), ord('a'), lcase(title) FROM events",
    "WITH a AS (FROM events), b AS (FROM a) SELECT * FROM b, (WITH c AS (FROM b) FROM c) AS d",
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) FROM t",
    "SELECT * FROM events WHERE " + " OR ".join(f"type = '{number}'" for number in range(200)),
)
WAYS_PAST = (
    "SELECT * FROM '/etc/passwd'",
    'SELECT * FROM "/etc/passwd"',
    "SELECT * FROM 'https://example.org/x.csv'",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/*')",
    "SELECT * FROM read_parquet('x')",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')",
    "SELECT * FROM query_table('events')",
    "SELECT * FROM duckdb_settings()",
    "SELECT * FROM duckdb_functions()",
    "SELECT * FROM information_schema.tables",
    "SELECT * FROM main.events",
    "SELECT getenv('HOME')",
    "SELECT current_setting('memory_limit')",
    "SELECT json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
    "SELECT * FROM events; DROP TABLE events",
    "SELECT 1; SELECT 2",
    "DROP TABLE events",
    "INSERT INTO events SELECT * FROM events",
    "CREATE TABLE x AS SELECT 1",
    "SELECT * INTO x FROM events",
    "COPY events TO '/tmp/x'",
    "COPY (SELECT 1) TO '/tmp/x'",
    "EXPORT DATABASE '/tmp/x'",
    "IMPORT DATABASE '/tmp/x'",
    "ATTACH '/tmp/x.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET memory_limit = '100GB'",
    "PRAGMA database_list",
    "CALL pragma_version()",
    "EXPLAIN ANALYZE SELECT 1",
    "CHECKPOINT",
    "DESCRIBE SELECT * FROM read_text('/etc/passwd')",
    "SUMMARIZE '/etc/passwd'",
    "DESCRIBE '/etc/passwd'",
    "SELECT * FROM (SUMMARIZE '/etc/passwd')",
    "FROM SUMMARIZE '/etc/passwd'",
    "SHOW TABLES",
    "WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x",
    "SELECT (SELECT content FROM read_text('/etc/passwd'))",
    "SELECT * FROM events WHERE event IN (SELECT content FROM read_text('/etc/passwd'))",
    "SELECT * FROM (FROM '/etc/passwd')",
    "SELECT /* */ * FROM events -- \n, '/etc/passwd'",
    "SELECT * FROM sqlite_master, (WITH sqlite_master AS (SELECT 1) SELECT 1)",
    "WITH a AS (FROM duckdb_tables), duckdb_tables AS (SELECT 1) SELECT * FROM a",
    "WITH duckdb_tables AS (FROM duckdb_tables) SELECT * FROM duckdb_tables",
    'WITH "duc\u212adb_tables" AS (SELECT 1) SELECT * FROM duckdb_tables',
    "SELECT * FROM '/etc/passwd', (WITH \"/etc/passwd\" AS (SELECT 1) SELECT 1)",
    "PIVOT '/etc/passwd' ON a USING count(*)",
    "PIVOT events ON getenv(type) USING count(*)",
    "SELECT COLUMNS(c -> getenv('HOME') = c) FROM events",
    "SELECT 'HOME'.getenv()",
    "SELECT system.main.current_setting('memory_limit')",
    "SELECT * FROM events, LATERAL read_text(title)",
    "SELECT current_user",
    "SELECT sleep_ms(1000)",
    "SELECT ?",
    "SELECT $1",
    "SELECT '\udcff'",
    "",
    " -- nothing",
    "SELECT",
    "SELECT * FROM events WHERE",
    "x",
)


@pytest.mark.parametrize("sql", READS)
def test_what_reads_is_let_through(sql):
    """Written anew, it is the same query again."""
    statement = checked_statement(sql, TABLES)
    assert checked_statement(statement, TABLES) == statement


@pytest.mark.parametrize("sql", WAYS_PAST)
def test_every_way_past_is_refused(sql):
    """With a sentence, and before anything runs."""
    with pytest.raises(QueryRefused, match=r"\w+.*[.:]"):
        checked_statement(sql, TABLES)


def test_a_misspelled_table_is_shown_the_right_one():
    """And those that there are."""
    with pytest.raises(QueryRefused, match=r"did you mean `events`.*claims, events, quotes"):
        checked_statement("SELECT * FROM eventz", TABLES)


def test_what_is_too_long_or_too_deep_is_refused():
    """In a sentence, too."""
    with pytest.raises(QueryRefused, match="characters"):
        checked_statement("SELECT " + "1," * LONGEST + "1", TABLES)
    with pytest.raises(QueryRefused, match="deeply"):
        checked_statement("SELECT " + "(" * 3000 + "1" + ")" * 3000, TABLES)
    with pytest.raises(QueryRefused, match="deeply"):
        checked_statement("SELECT " + "abs(" * 100 + "1" + ")" * 100, TABLES)


def test_a_reader_does_not_look_long_at_what_is_too_deep():
    """Calls that are chained take it ever longer: half a minute for what fits in a query."""
    begun = time.process_time()
    with pytest.raises(QueryRefused, match="deeply"):
        checked_statement("SELECT 'a'" + ".upper()" * 2_000, TABLES)
    assert time.process_time() - begun < 2


def test_a_refusal_says_what_was_written_and_nothing_of_the_reader(capsys):
    """No warning beside it, no name of a class, and the function by the name that DuckDB has for it."""
    for sql in ("SHOW events", "DROP", "SELECT * FROM (DROP x)", "SELECT :x"):
        with pytest.raises(QueryRefused) as refused:
            checked_statement(sql, TABLES)
        assert not any(word in str(refused.value) for word in ("Token", "class", "sqlglot"))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_known_function_is_let_through(name):
    """With one argument, two or three, as it is written anew."""
    refusals = [
        _refusal(f"SELECT {name}({given}) FROM events") for given in ("", "type", "type, type", "type, type, type")
    ]
    assert "" in refusals or name in {"cast", "try_cast", "extract", "position"}
    assert not any("no function" in each for each in refusals[:3])


def _refusal(sql):
    try:
        checked_statement(sql, TABLES)
    except QueryRefused as error:
        return str(error)
    return ""
