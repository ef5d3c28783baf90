"""Imported datasets for tests: rows given as mappings, written as an import leaves them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.store.imports import DATASET_FILE, IMPORTS, ROW_COLUMNS, Dataset

_TYPES: Final = {"VARCHAR": pa.string(), "DATE": pa.date32(), "DOUBLE": pa.float64(), "BIGINT": pa.int64()}
SCHEMA: Final = pa.schema([(name, _TYPES[column.type]) for name, column in ROW_COLUMNS.items()])
DAY: Final = dt.date(2024, 3, 5)


def row(number: int = 1, **given: Any) -> dict[str, Any]:
    """A whole row, but for what is given."""
    day = given.get("first_day", DAY)
    return {
        **dict.fromkeys(ROW_COLUMNS),
        "row_id": f"row-{number}",
        "kind": "event",
        "hash": f"{number:032x}",
        "first_day": day,
        "last_day": day,
        "date": day.isoformat() if day else None,
        "date_precision": "day" if day else None,
        "text": "Soldiers and rebels fought near the bridge.",
        "type_code": "state-based",
        "event_type": "assault",
        "actor1": "Government of Mali",
        "actor2": "JNIM",
        "place": "Gao",
        "country": "ML",
        "country_name": "Mali",
        "latitude": 16.27,
        "longitude": -0.04,
        "place_precision": "city",
        "count_of": "deaths",
        "count_low": 2,
        "count_best": 3,
        "count_high": 7,
        "source_name": "Reuters",
        "source_date": DAY,
        "revised": "24.1",
        "file": "rows.csv",
        "line": number + 1,
        "raw": "{}",
        **given,
    }


def write_rows(
    root: Path, rows: Iterable[Mapping[str, Any]], name: str = "ged", *, generation: str = "one", **described: Any
) -> Dataset:
    """The dataset of these rows below a workspace's folder, in parts of three."""
    every = list(rows)
    folder = root / IMPORTS / name / generation
    folder.mkdir(parents=True)
    for at in range(0, max(len(every), 1), 3):
        part = pa.Table.from_pylist([dict(each) for each in every[at : at + 3]], schema=SCHEMA)
        pq.write_table(part, folder / f"part-{at:05}.parquet")
    told = {
        "format": "ucdp-ged",
        "title": "UCDP Georeferenced Event Dataset (GED)",
        "publisher": "Uppsala Conflict Data Program",
        "licence": "CC BY 4.0",
        "imported": "2026-11-27T08:00:00Z",
        "counts": {"rows": len(every), "new": len(every), "changed": 0, "vanished": 0, "same": 0, "broken": 0},
    } | described
    dataset = Dataset(name=name, generation=generation, files=(), **told)
    (root / IMPORTS / name / DATASET_FILE).write_text(dataset.as_json(), encoding="utf-8")
    return dataset
