"""What layouts declare fits together: their SQL runs, gives our columns, and says what is wrong with a row."""

import pyarrow as pa
import pytest

from dashboard.exchange.imports.engine import connect
from dashboard.exchange.imports.formats import LAYOUTS
from dashboard.exchange.imports.layouts.countries import country_codes
from dashboard.exchange.imports.projection import FILE, faults_sql, rows_sql
from dashboard.exchange.imports.reading import LINE
from dashboard.model import vocabularies
from dashboard.store.imports import ROW_COLUMNS

EVERY = pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)


def asked(layout, row, *, faults=False):
    """What the layout's SQL gives of one row of the publisher's."""
    connection = connect()
    columns = list(row)
    types = pa.schema([*((each, pa.string()) for each in columns), (FILE, pa.string()), (LINE, pa.int64())])
    connection.register("given", pa.Table.from_pylist([{**row, FILE: "a.csv", LINE: 2}], types))
    sql = faults_sql(layout, columns, "given") if faults else rows_sql(layout, columns, "given", has_faults=True)
    return connection.sql(sql).to_arrow_table()


@EVERY
def test_a_layout_gives_our_columns(layout):
    """All of them, with their types, also of a file that has only the columns that it must have."""
    for columns in (layout.needs, layout.columns):
        found = asked(layout, dict.fromkeys(columns))
        assert found.column_names == list(ROW_COLUMNS)
        kinds = {"VARCHAR": pa.string(), "DATE": pa.date32(), "DOUBLE": pa.float64(), "BIGINT": pa.int64()}
        assert found.schema.types == [kinds[each.type] for each in ROW_COLUMNS.values()]


@EVERY
def test_a_row_of_nothing_is_broken(layout):
    """Rather than stored without an id or a day."""
    assert asked(layout, dict.fromkeys(layout.columns), faults=True).num_rows == 1
    assert asked(layout, dict.fromkeys(layout.columns)).num_rows == 0


@EVERY
def test_a_layout_tells_what_it_loses(layout):
    """In sentences."""
    assert layout.loses
    assert all(each[0].isupper() or each[0] == "`" for each in layout.loses)
    assert all(each.endswith(".") for each in (*layout.loses, layout.warning) if each)


def test_country_codes_stand_once():
    """A code of a scheme is one country."""
    rows = list(country_codes())
    assert len({row[:2] for row in rows}) == len(rows)
    found = {(scheme, code): alpha_2 for scheme, code, alpha_2 in rows}
    assert found["gw", "490"] == found["name", "dr congo (zaire)"] == found["numeric", "180"] == "CD"
    assert found["name", "yemen (north yemen)"] == found["gw", "678"] == "YE"
    assert found["numeric", "4"] == found["numeric", "004"] == "AF"


@pytest.mark.parametrize("key", ["ucdp", "acled"])
def test_types_and_precisions_are_words_of_ours(key):
    """Whatever the layouts translate to."""
    layout = LAYOUTS[key]
    for column, words in (("event_type", vocabularies.EVENT_TYPES), ("place_precision", vocabularies.PLACE_PRECISIONS)):
        sql = layout.select[column]
        said = set(sql.split("'")[1::2]) & {*words}
        assert said
