"""Runs a query in a process of its own, whose memory and time are bounded, and reads what it found."""

from collections.abc import Mapping
from typing import Any, Final

import pyarrow as pa

from dashboard.exchange.documents import DocumentRefused, run_confined
from dashboard.exchange.sql.limits import MOST_ROWS, QUERY_LIMITS
from dashboard.exchange.sql.results import QueryResult
from dashboard.exchange.sql.statement import QueryRefused, checked_statement
from dashboard.exchange.sql.tables import SqlTable

_CHILD: Final = "dashboard.exchange.sql.confined_child"
_ADVICE: Final = "Ask for less: with WHERE, with fewer joins, or with LIMIT."


def run_query(sql: str, tables: Mapping[str, SqlTable], most_rows: int = MOST_ROWS) -> QueryResult:
    """What the query finds in these tables, at most so many rows. Raises `QueryRefused`."""
    statement = checked_statement(sql, tables)
    parts = {name: _arrow_bytes(table) for name, table in tables.items() if not table.view}
    views = [table for table in tables.values() if table.view]
    asked = {
        "sql": statement,
        "tables": [(name, len(part)) for name, part in parts.items()],
        "files": [file for table in views for file in table.files],
        "views": [table.view for table in views],
        "most_rows": min(most_rows, MOST_ROWS),
    }
    try:
        answer, raw = run_confined(
            _CHILD, asked, b"".join(parts.values()), _ADVICE, limits=QUERY_LIMITS, subject="The query did not end"
        )
    except DocumentRefused as error:
        raise QueryRefused(str(error)) from None
    found = pa.ipc.open_stream(raw).read_all()
    rows = list(zip(*(_values(name, found.column(at)) for at, name in enumerate(found.column_names)), strict=True))
    return QueryResult(tuple(found.column_names), rows, bool(answer["is_whole"]), found)


def _values(name: str, column: pa.ChunkedArray) -> list[Any]:
    """Raises `QueryRefused` for a date that Python does not know: an infinite one, or of a year not in 1 to 9999."""
    try:
        values: list[Any]
        try:
            values = column.to_pylist(maps_as_pydicts="strict")
        except TypeError:  # a key that cannot be one of a mapping
            values = column.to_pylist()
        return values
    except (OverflowError, ValueError, KeyError, pa.ArrowException):
        raise QueryRefused(
            f"The column {name} has what cannot be shown, such as a date before the year 1 or after 9999. "
            "Ask for it as text: CAST(… AS VARCHAR)."
        ) from None


def _arrow_bytes(table: SqlTable) -> bytes:
    schema = pa.schema(table.columns.items())
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema) as writer:
        writer.write_table(pa.Table.from_pylist(list(table.rows), schema=schema))
    packed: bytes = sink.getvalue().to_pybytes()
    return packed
