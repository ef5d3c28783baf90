"""What SQL leaves out where it can be left out changes nothing of what it gives."""

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.exchange.imports.engine import connect
from dashboard.exchange.imports.formats import LAYOUTS
from dashboard.exchange.imports.projection import FILE, faults_sql, rows_sql
from dashboard.exchange.imports.reading import LINE
from dashboard.exchange.imports.text_facts import TextFacts, facts_of

ODD = st.text(st.sampled_from('x7é "\\\t\x01\x7f漢/\u2028'), max_size=4)
COLUMNS = ("id", "date_start", "best", "latitude", 'odd "name"')
TEXTS = st.one_of(st.none(), ODD, st.sampled_from(["1", "2024-03-04", " 5 ", "95.2"]))
CONNECTION = connect()


@settings(max_examples=80)
@given(rows=st.lists(st.tuples(*[TEXTS] * len(COLUMNS)), min_size=1, max_size=6), cut=st.integers(0, 3))
def test_facts_change_no_row(rows, cut):
    """Rows and faults are letter for letter the same, and so are their hashes."""
    texts = [pa.array(each, pa.string()) for each in zip(*rows, strict=True)]
    size = len(rows)
    table = pa.table([*texts, pa.array(["a.csv"] * size), pa.array(range(size), pa.int64())], [*COLUMNS, FILE, LINE])
    table = table.slice(min(cut, size - 1))
    CONNECTION.register("given", table)
    layout = LAYOUTS["ucdp"]
    for facts in (facts_of(table), TextFacts(plain=facts_of(table).plain)):
        for has_faults in (True, False):
            plain = rows_sql(layout, COLUMNS, "given", has_faults=has_faults)
            lean = rows_sql(layout, COLUMNS, "given", facts, has_faults=has_faults)
            assert CONNECTION.sql(lean).fetchall() == CONNECTION.sql(plain).fetchall()
        plain, lean = faults_sql(layout, COLUMNS, "given"), faults_sql(layout, COLUMNS, "given", facts)
        assert CONNECTION.sql(lean).fetchall() == CONNECTION.sql(plain).fetchall()
    fields = ", ".join(f"'{each}', \"{each.replace(chr(34), chr(34) * 2)}\"" for each in COLUMNS)
    raw = rows_sql(layout, COLUMNS, "given", facts_of(table), has_faults=False)
    assert (
        CONNECTION.sql(f"SELECT raw FROM ({raw}) ORDER BY line").fetchall()
        == CONNECTION.sql(f"SELECT CAST(json_object({fields}) AS VARCHAR) FROM given ORDER BY {LINE}").fetchall()
    )


def test_facts_are_those_of_all_texts():
    """In every piece of a column; NULL is no text."""
    table = pa.concat_tables(
        [pa.table({"a": ["x", None], "b": ["x", "y"], "c": ["x", ""]}), pa.table({"a": ["y"], "b": ["é "], "c": ['"']})]
    )
    assert facts_of(table) == TextFacts(frozenset("a"), frozenset("ab"), frozenset("bc"))
    assert facts_of(table.slice(0, 2)) == TextFacts(frozenset("ab"), frozenset("abc"), frozenset("bc"))
