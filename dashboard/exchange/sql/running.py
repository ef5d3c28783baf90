"""Runs a query in a process of its own, whose memory and time are bounded, and reads what it found."""

import io
from collections.abc import Mapping
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

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
    parts = {name: _arrow_bytes(table) for name, table in tables.items()}
    asked = {
        "sql": statement,
        "tables": [(name, len(part)) for name, part in parts.items()],
        "most_rows": min(most_rows, MOST_ROWS),
    }
    try:
        answer, raw = run_confined(
            _CHILD, asked, b"".join(parts.values()), _ADVICE, limits=QUERY_LIMITS, subject="The query did not end"
        )
    except DocumentRefused as error:
        raise QueryRefused(str(error)) from None
    found = pa.ipc.open_stream(raw).read_all()
    columns = tuple(found.column_names)
    rows = list(zip(*(column.to_pylist() for column in found.columns), strict=True))
    return QueryResult(columns, rows, bool(answer["is_whole"]), _parquet(found))


def _arrow_bytes(table: SqlTable) -> bytes:
    schema = pa.schema(table.columns.items())
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema) as writer:
        writer.write_table(pa.Table.from_pylist(list(table.rows), schema=schema))
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def _parquet(found: pa.Table) -> bytes:
    """The rows as a Parquet file; the second column of a name gets a number."""
    names: list[str] = []
    for name in found.column_names:
        used = names.count(name) + sum(each.startswith(f"{name}_") for each in names)
        names.append(f"{name}_{used + 1}" if name in names else name)
    file = io.BytesIO()
    pq.write_table(found.rename_columns(names), file, compression="zstd")
    return file.getvalue()
