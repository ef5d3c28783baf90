"""Tables as Parquet files."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

TEXT: Final = pa.string()
TEXTS: Final = pa.list_(pa.string())
COUNT: Final = pa.int64()
DAY: Final = pa.date32()
NUMBER: Final = pa.float64()
FLAG: Final = pa.bool_()
BYTES: Final = pa.binary()


def parquet_file(
    columns: Mapping[str, pa.DataType], rows: Iterable[Mapping[str, Any]], metadata: Mapping[str, str] | None = None
) -> bytes:
    """The file of a table whose columns have these types; what a row does not have is null."""
    schema = pa.schema(columns.items(), metadata=dict(metadata) if metadata else None)
    table = pa.Table.from_pylist(list(rows), schema=schema)
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    written: bytes = sink.getvalue().to_pybytes()
    return written
