"""What a query may be: one statement that reads known tables by known functions; each way past it fails."""

import pytest

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
