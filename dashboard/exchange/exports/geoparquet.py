"""Events as GeoParquet 1.1: the columns of the CSV with their types, and a point."""

import json
import struct
from datetime import date
from typing import Any, Final

from dashboard.exchange.exports import parquet
from dashboard.exchange.exports.exported_events import (
    COUNTS,
    LISTS,
    ExportedEvents,
    Json,
    first_and_last_day,
    values_of,
)
from dashboard.exchange.exports.geojson import point_of
from dashboard.query.fields import CSV_COLUMNS, EventRow

GEOMETRY: Final = "geometry"
_ISO_POINT: Final = struct.Struct("<BIdd")
_POINT: Final = 1
_LITTLE_ENDIAN: Final = 1


def content(events: ExportedEvents) -> bytes:
    """The file; the point of an event that is known to a country or a region alone is null."""
    columns: dict[str, Any] = {name: _type_of(name) for name in CSV_COLUMNS}
    columns |= {"date_from": parquet.DAY, "date_to": parquet.DAY, "country": parquet.TEXT}
    columns |= {"place_precision": parquet.TEXT, "place_radius_km": parquet.NUMBER, GEOMETRY: parquet.BYTES}
    points = [point_of(row.reading.place.value) for row in events.rows]
    rows = [_values(row, point) for row, point in zip(events.rows, points, strict=True)]
    return parquet.parquet_file(columns, rows, {"geo": json.dumps(_metadata([each for each in points if each]))})


def _type_of(name: str) -> Any:
    return parquet.COUNT if name in COUNTS else parquet.TEXTS if name in LISTS else parquet.TEXT


def _values(row: EventRow, point: tuple[float, float] | None) -> Json:
    first, last = first_and_last_day(row)
    place = row.reading.place.value
    return {
        **values_of(row),
        "date_from": date.fromisoformat(first) if first else None,
        "date_to": date.fromisoformat(last) if last else None,
        "country": place.country if place else None,
        "place_precision": place.precision if place else None,
        "place_radius_km": place.open_km or None if place else None,
        GEOMETRY: _ISO_POINT.pack(_LITTLE_ENDIAN, _POINT, *point) if point else None,
    }


def _metadata(points: list[tuple[float, float]]) -> Json:
    """What the standard asks for under the key `geo`. Without `crs` it is longitude and latitude of WGS 84."""
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    box = {"bbox": [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]} if points else {}
    geometry = {"encoding": "WKB", "geometry_types": ["Point"] if points else [], **box}
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: geometry}}
