"""SQL that makes our columns of the publisher's, by what a layout declares."""

from collections.abc import Sequence
from typing import Final

from dashboard.exchange.imports.layouts import Layout, date_precision, edtf, literal
from dashboard.exchange.imports.reading import LINE
from dashboard.store.imports import ROW_COLUMNS

FILE: Final = "dateline_file"
"""A column beside the publisher's: from which file a row is."""
RAW: Final = "dateline_raw"
"""A column of layouts of objects: the object as published. Without it, the fields are what was published."""
_DAYS: Final = ("dateline_first", "dateline_last")


def identifier(name: str) -> str:
    """A column's name as SQL."""
    return '"' + name.replace('"', '""') + '"'


def faults_sql(layout: Layout, columns: Sequence[str], table: str) -> str:
    """SQL for the file, line, reason and fields, as JSON, of rows that are unusable."""
    whens = " ".join(f"WHEN {each.condition} THEN {each.reason_sql}" for each in layout.faults)
    reason = f"CASE {whens} END" if whens else "CAST(NULL AS VARCHAR)"
    return (
        f"SELECT {FILE}, {LINE}, {reason} AS reason, {_raw(columns)} AS row_as_read "
        f"FROM ({_source(layout, columns, table)}) WHERE reason IS NOT NULL ORDER BY {LINE}"
    )


def rows_sql(layout: Layout, columns: Sequence[str], table: str, *, has_faults: bool) -> str:
    """SQL for the imported rows of a table that has the publisher's columns as text; rows with a fault are left out."""
    first, last = _DAYS
    values = {
        "first_day": first,
        "last_day": last,
        "date": edtf(first, last),
        "date_precision": date_precision(first, last),
        **layout.select,
        "row_id": f"coalesce({layout.select.get('row_id', 'NULL')}, 'h' || left(dateline_hash, 16))",
        "hash": "dateline_hash",
        "file": FILE,
        "line": LINE,
        "raw": "dateline_row",
    }
    selected = ", ".join(
        f"try_cast({values.get(each.name, 'NULL')} AS {each.type}) AS {each.name}" for each in ROW_COLUMNS.values()
    )
    days = f"{layout.days[0]} AS {first}, {layout.days[1]} AS {last}"
    conditions = " OR ".join(f"coalesce({each.condition}, false)" for each in layout.faults)
    where = f" WHERE NOT ({conditions})" if has_faults and conditions else ""
    return (
        f"SELECT {selected} FROM (SELECT *, md5(dateline_row) AS dateline_hash "
        f"FROM (SELECT *, {days}, {_raw(columns)} AS dateline_row "
        f"FROM ({_source(layout, columns, table)}){where}))"
    )


def deletions_sql(layout: Layout, table: str) -> str:
    """SQL for the ids in a publisher's list of deleted rows."""
    return f"SELECT trim({identifier(layout.deletions)}) AS row_id FROM {table} WHERE row_id IS NOT NULL"


def _source(layout: Layout, columns: Sequence[str], table: str) -> str:
    """The table with columns that the layout speaks of and that it lacks."""
    absent = [each for each in layout.columns if each not in columns]
    empty = "".join(f", CAST(NULL AS VARCHAR) AS {identifier(each)}" for each in absent)
    return f"SELECT *{empty} FROM {table}"


def _raw(columns: Sequence[str]) -> str:
    """A JSON object of the fields as published."""
    if RAW in columns:
        return RAW
    fields = ", ".join(f"{literal(each)}, {identifier(each)}" for each in columns)
    return f"CAST(json_object({fields}) AS VARCHAR)"
