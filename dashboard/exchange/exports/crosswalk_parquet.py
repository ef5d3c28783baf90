"""The crosswalk as five Parquet files."""

from collections.abc import Mapping

from dashboard.exchange.exports.crosswalk import tables_of
from dashboard.exchange.exports.exported_events import ExportedEvents
from dashboard.exchange.exports.parquet import parquet_file


def content(events: ExportedEvents) -> Mapping[str, bytes]:
    """Each file by name."""
    return {f"{name}.parquet": parquet_file(table.columns, table.rows) for name, table in tables_of(events).items()}
