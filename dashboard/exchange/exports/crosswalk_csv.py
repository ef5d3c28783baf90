"""The crosswalk as five CSV files."""

from collections.abc import Mapping

from dashboard.exchange.exports.crosswalk import CrosswalkTable, tables_of
from dashboard.exchange.exports.exported_events import ExportedEvents
from dashboard.query.fields import csv_file


def content(events: ExportedEvents) -> Mapping[str, bytes]:
    """Each file by name."""
    return {f"{name}.csv": _file(table) for name, table in tables_of(events).items()}


def _file(table: CrosswalkTable) -> bytes:
    rows = ([_cell(row.get(name)) for name in table.columns] for row in table.rows)
    return csv_file(table.columns, rows).encode()


def _cell(value: object) -> str | float:
    if isinstance(value, int | float):
        return value
    return "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
