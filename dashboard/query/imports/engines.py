"""The engine that imported rows are asked of: this machine's, or a Spark cluster that somebody has named."""

from collections.abc import Sequence
from pathlib import Path

from dashboard.query.imports.duckdb_engine import DuckDbEngine
from dashboard.query.imports.engine import Engine
from dashboard.query.imports.spark_engine import SparkEngine
from dashboard.store.imports import IMPORTS, Dataset


def engine_over(folder: Path, datasets: Sequence[Dataset], address: str = "", data: str = "") -> Engine:
    """DuckDB, or Spark where its `address` is given, which sees the imports at `data`. Raises `ImportsUnreadable`."""
    if address:
        return SparkEngine(address, data or str(folder / IMPORTS), datasets)
    return DuckDbEngine(folder, datasets)
