"""SQL that makes our columns of the publisher's, by what a layout declares."""

import json
from collections.abc import Sequence
from typing import Final

from dashboard.exchange.imports.layouts import Layout, date_precision, edtf
from dashboard.exchange.imports.reading import LINE
from dashboard.exchange.imports.text_facts import TextFacts
from dashboard.store.imports import ROW_COLUMNS
from dashboard.text.sql_literal import sql_literal

FILE: Final = "dateline_file"
"""A column beside the publisher's: from which file a row is."""
RAW: Final = "dateline_raw"
"""A column of layouts of objects: the object as published. Without it, the fields are what was published."""
_DAYS: Final = ("dateline_first", "dateline_last")
_NOTHING: Final = TextFacts()


def identifier(name: str) -> str:
    """A column's name as SQL."""
    return '"' + name.replace('"', '""') + '"'


def faults_sql(layout: Layout, columns: Sequence[str], table: str, facts: TextFacts = _NOTHING) -> str:
    """SQL for the file, line, reason and fields, as JSON, of rows that are unusable."""
    whens = " ".join(f"WHEN {each.condition} THEN {each.reason_sql}" for each in layout.faults)
    reason = f"CASE {whens} END" if whens else "CAST(NULL AS VARCHAR)"
    sql = (
        f"SELECT {FILE}, {LINE}, {reason} AS reason, {_raw(columns)} AS row_as_read "
        f"FROM ({_source(layout, columns, table)}) WHERE reason IS NOT NULL ORDER BY {LINE}"
    )
    return _without_trimming(sql, facts)


def rows_sql(
    layout: Layout, columns: Sequence[str], table: str, facts: TextFacts = _NOTHING, *, has_faults: bool
) -> str:
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
    sql = (
        f"SELECT {selected} FROM (SELECT *, md5(dateline_row) AS dateline_hash "
        f"FROM (SELECT *, {days}, {_raw(columns, facts)} AS dateline_row "
        f"FROM ({_source(layout, columns, table)}){where}))"
    )
    return _without_trimming(sql, facts)


def deletions_sql(layout: Layout, table: str) -> str:
    """SQL for the ids in a publisher's list of deleted rows."""
    return f"SELECT trim({identifier(layout.deletions)}) AS row_id FROM {table} WHERE row_id IS NOT NULL"


def _source(layout: Layout, columns: Sequence[str], table: str) -> str:
    """The table with columns that the layout speaks of and that it lacks."""
    absent = [each for each in layout.columns if each not in columns]
    empty = "".join(f", CAST(NULL AS VARCHAR) AS {identifier(each)}" for each in absent)
    return f"SELECT *{empty} FROM {table}"


def _without_trimming(sql: str, facts: TextFacts) -> str:
    """The SQL without what it would do to columns that have nothing to trim."""
    for column in map(identifier, facts.trimmed):
        sql = sql.replace(f"nullif(trim({column}), '')", column).replace(f"trim({column})", column)
    return sql


def _raw(columns: Sequence[str], facts: TextFacts = _NOTHING) -> str:
    """A JSON object of the fields as published: by hand, letter for letter as `json_object` would write it.

    That is twice as fast where there is nothing to escape.
    """
    if RAW in columns:
        return RAW
    pieces: list[str] = []
    text = "{"
    for number, column in enumerate(columns):
        text += ("," if number else "") + json.dumps(column, ensure_ascii=False) + ":"
        name = identifier(column)
        if column not in facts.plain:
            pieces += [sql_literal(text), f"coalesce(CAST(to_json({name}) AS VARCHAR), 'null')"]
            text = ""
        elif column not in facts.full:
            pieces += [sql_literal(text), f"""coalesce('"' || {name} || '"', 'null')"""]
            text = ""
        else:
            pieces += [sql_literal(f'{text}"'), name]
            text = '"'
    return f"concat({', '.join([*pieces, sql_literal(text + '}')])})"
