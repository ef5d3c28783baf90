"""The process in which one query runs: it confines itself before it looks, and DuckDB in it reaches nothing outside."""

from collections.abc import Iterator
from typing import Any, Final

import duckdb
import pyarrow as pa

from dashboard.exchange.documents import DocumentRefused, answer_confined
from dashboard.exchange.sql.limits import ENGINE_BYTES, MOST_VALUES, QUERY_LIMITS
from dashboard.text.sql_literal import sql_literal

_OUTSIDE: Final = "enable_external_access"
_LOCKED: Final[dict[str, str | bool | int | float | list[str]]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "memory_limit": f"{ENGINE_BYTES // 1_000_000}MB",
    "max_temp_directory_size": "0MB",
    "temp_directory": "",
    "threads": 2,
}


def _answer_of(raw: bytes, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    connection = _connection(asked.get("files", []))
    for name, table in _tables(raw, asked["tables"]):
        connection.register("given", table)
        connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given')  # noqa: S608  the names are ours
        connection.unregister("given")
    for view in asked.get("views", []):
        connection.execute(view)
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET lock_configuration = true")
    try:
        found, is_whole = _run(connection, asked["sql"], asked["most_rows"])
    except duckdb.OutOfMemoryException:
        raise MemoryError from None
    except duckdb.Error as error:
        raise DocumentRefused(_message_of(error)) from None
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, found.schema) as writer:
        writer.write_table(found)
    return {"is_whole": is_whole}, sink.getvalue().to_pybytes()


def _connection(files: list[str]) -> duckdb.DuckDBPyConnection:
    """An engine that reaches no file but these: the imported rows, which are read where they lie."""
    config = _LOCKED if not files else {name: value for name, value in _LOCKED.items() if name != _OUTSIDE}
    connection = duckdb.connect(":memory:", config=config)
    if files:
        listed = ", ".join(map(sql_literal, files))
        connection.execute(f"SET allowed_paths = [{listed}]")
        connection.execute(f"SET {_OUTSIDE} = false")
    return connection


def _run(connection: duckdb.DuckDBPyConnection, sql: str, most_rows: int) -> tuple[pa.Table, bool]:
    """As many rows as may be had, and whether these are all."""
    asked = connection.sql(sql)
    if asked is None:
        raise DocumentRefused("This is no query.")
    reader: Any = _with_odd_types_as_text(asked).to_arrow_reader(10_000)
    batches, rows, values = [], 0, 0
    for batch in reader:
        batches.append(batch)
        rows += batch.num_rows
        values += sum(map(_count_values, batch.columns))
        if values > MOST_VALUES:
            raise DocumentRefused(
                f"The query found more than {MOST_VALUES:,} values in {rows:,} rows. Ask for fewer columns or rows."
            )
        if rows > most_rows:
            break
    found = pa.Table.from_batches(batches, reader.schema)
    return found.slice(0, most_rows), rows <= most_rows


_ODD_TYPES: Final = frozenset(
    ("interval", "union", "time with time zone", "timestamp_ns", "variant", "geometry", "bignum", "bit")
)
"""What Python or a Parquet file has no like of."""


def _with_odd_types_as_text(asked: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    is_odd = list(map(_is_odd, asked.types))
    if not any(is_odd):
        return asked
    columns = (
        f"CAST(#{at} AS VARCHAR) AS {_quote_identifier(name)}" if odd else f"#{at}"
        for at, (name, odd) in enumerate(zip(asked.columns, is_odd, strict=True), start=1)
    )
    return asked.project(", ".join(columns))


def _is_odd(kind: Any) -> bool:
    if kind.id in _ODD_TYPES:
        return True
    return kind.id in {"list", "array", "struct", "map"} and any(
        _is_odd(child) for _, child in kind.children if not isinstance(child, int)
    )


def _quote_identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _count_values(column: pa.Array) -> int:
    """The number of values, with those of lists and structs in it."""
    inner: list[pa.Array] = []
    if pa.types.is_struct(column.type):
        inner = column.flatten()
    elif pa.types.is_map(column.type):
        inner = [column.keys, column.items]
    elif pa.types.is_nested(column.type):
        inner = [column.flatten()]
    return len(column) + sum(map(_count_values, inner))


def _tables(raw: bytes, sizes: list[tuple[str, int]]) -> Iterator[tuple[str, pa.Table]]:
    at = 0
    for name, size in sizes:
        yield name, pa.ipc.open_stream(raw[at : at + size]).read_all()
        at += size


def _message_of(error: duckdb.Error) -> str:
    """What the engine says, without its own name for the kind of fault and what it shows of the query."""
    first = str(error).split("\n\n")[0].split("\nLINE")[0]
    _, _, told = first.partition(": ")
    return " ".join((told or first).split())[:500]


if __name__ == "__main__":
    answer_confined(_answer_of, QUERY_LIMITS)
