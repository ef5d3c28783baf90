"""Imported rows as unequal as life: real cities, a few wars with most of the rows, weeks in which much happens.

`python -m tests.benchmarks.imported_rows FOLDER ROWS [NAME]` writes a dataset beside the records of a workspace.
"""

import hashlib
import sys
from pathlib import Path
from typing import Final

import duckdb

from dashboard.store.imports import DATASET_FILE, IMPORTS, Dataset
from dashboard.store.imports.dataset import ImportedFile
from tests.benchmarks.cities import CITIES

PART_ROWS: Final = 100_000
GENERATION: Final = "20261127T080000-0"
FIRST_LANDS: Final = (
    "AF",
    "SY",
    "UA",
    "SD",
    "MX",
    "YE",
    "SO",
    "NG",
    "CD",
    "MM",
    "ET",
    "IQ",
    "ML",
    "BF",
    "CO",
    "PK",
    "LY",
)
"""Countries with most of the rows."""

_PLACES: Final = """
CREATE TABLE cities AS
WITH read AS (
    SELECT * FROM read_csv($cities, delim='\t', header=false, quote='',
        columns={'name': 'VARCHAR', 'country': 'VARCHAR', 'latitude': 'DOUBLE', 'longitude': 'DOUBLE',
            'people': 'BIGINT'})
)
SELECT *, row_number() OVER (PARTITION BY country ORDER BY people DESC) - 1 AS rank,
    count(*) OVER (PARTITION BY country) AS cities,
    dense_rank() OVER (ORDER BY coalesce(list_position($first, country), 99), md5(country)) - 1 AS land
FROM read
"""
_LANDS: Final = """
CREATE TABLE lands AS SELECT DISTINCT land, country, cities FROM cities ORDER BY land
"""
_DRAWN: Final = """
CREATE TEMP TABLE drawn AS
SELECT i,
    land(i) AS land,
    number(i, 1) AS of_city,
    CAST(floor(exp(number(i, 2) * ln(40))) - 1 AS INTEGER) AS side,
    CAST(floor(exp(number(i, 3) * ln(9))) - 1 AS INTEGER) AS type,
    CASE WHEN number(i, 4) < 0.6
        THEN date '1989-01-01' + CAST(7 * busy_week(i) + floor(7 * number(i, 5)) AS INTEGER)
        ELSE date '1989-01-01' + CAST(floor(sqrt(number(i, 5)) * 365.2 * 37) AS INTEGER) END AS day,
    number(i, 6) AS how,
    number(i, 7) AS where_,
    CAST(floor(exp(number(i, 8) * ln(60))) - 1 AS BIGINT) AS deaths
FROM range($first, $last) AS rows(i)
"""
_FUNCTIONS: Final = (
    "CREATE MACRO number(i, draw) AS ((hash(i * 16 + draw) >> 11) / 9007199254740992.0)",
    "CREATE MACRO land(i) AS CAST(floor(exp(number(i, 0) * ln((SELECT count(*) FROM lands)))) - 1 AS INTEGER)",
    "CREATE MACRO busy_week(i) AS CAST((floor(exp(number(i, 9) * ln(1900))) * 733) % 1900 AS INTEGER)",
)
_ROWS: Final = """
SELECT
    CAST(400000 + i AS VARCHAR) AS row_id,
    $kind AS kind,
    md5(CAST(i AS VARCHAR)) AS hash,
    CASE precision WHEN 'year' THEN date_trunc('year', day) WHEN 'month' THEN date_trunc('month', day)
        ELSE day END::DATE AS first_day,
    CASE precision WHEN 'year' THEN date_trunc('year', day) + INTERVAL 1 YEAR - INTERVAL 1 DAY
        WHEN 'month' THEN last_day(day) WHEN 'days' THEN day + 6 ELSE day END::DATE AS last_day,
    CASE precision WHEN 'year' THEN strftime(day, '%Y') WHEN 'month' THEN strftime(day, '%Y-%m')
        WHEN 'days' THEN strftime(day, '%Y-%m-%d') || '/' || strftime(day + 6, '%Y-%m-%d')
        ELSE strftime(day, '%Y-%m-%d') END AS date,
    precision AS date_precision,
    CASE WHEN $kind = 'event' THEN NULL
        ELSE deed || ' near ' || name || ': ' || actor1 || ' against ' || actor2 END AS title,
    actor1 || ' and ' || actor2 || ' ' || deed || ' near ' || name || '; sources in ' || country_name
        || ' tell of ' || deaths || ' dead. Report ' || i AS text,
    CASE WHEN type < 4 THEN 'state-based' WHEN type < 6 THEN 'non-state' ELSE 'one-sided' END AS type_code,
    CASE WHEN type < 4 THEN 'assault' WHEN type < 6 THEN 'assault' WHEN type < 7 THEN 'coerce' END AS event_type,
    actor1, actor2,
    CASE WHEN where_ < 0.96 THEN name END AS place,
    'Province ' || (land * 7 + CAST(floor(of_city * 12) AS INTEGER)) AS admin1,
    country, country_name,
    CASE WHEN where_ < 0.96 THEN round(latitude + spread * (number(i, 10) - 0.5), 4) END AS latitude,
    CASE WHEN where_ < 0.96 THEN
        greatest(-180.0, least(180.0, round(longitude + spread * (number(i, 11) - 0.5), 4))) END AS longitude,
    CASE WHEN where_ < 0.45 THEN 'site' WHEN where_ < 0.6 THEN 'near' WHEN where_ < 0.8 THEN 'admin2'
        WHEN where_ < 0.9 THEN 'admin1' WHEN where_ < 0.93 THEN 'region' ELSE 'country' END AS place_precision,
    CASE WHEN $kind = 'event' THEN 'deaths' ELSE 'mentions' END AS count_of,
    deaths AS count_low, deaths AS count_best, deaths + CAST(floor(number(i, 12) * 9) AS BIGINT) AS count_high,
    CASE WHEN how < 0.5 THEN 'Reuters' WHEN how < 0.8 THEN 'AFP'
        ELSE 'Local radio of ' || country_name END AS source_name,
    CASE WHEN $kind = 'report' THEN 'https://news.example/' || country || '/' || i END AS source_url,
    day + 1 AS source_date,
    '25.1' AS revised,
    $file AS file,
    i + 2 AS line,
    to_json({'id': CAST(400000 + i AS VARCHAR), 'year': CAST(year(day) AS VARCHAR), 'where_coordinates': name,
        'country': country_name, 'side_a': actor1, 'side_b': actor2, 'best': CAST(deaths AS VARCHAR),
        'date_start': CAST(day AS VARCHAR), 'date_prec': precision, 'code_status': 'Clear'})::VARCHAR AS raw
FROM (
    SELECT d.*, c.name, c.latitude, c.longitude, l.country, 'Land ' || l.country AS country_name,
        CASE WHEN where_ < 0.45 THEN 0.0 WHEN where_ < 0.6 THEN 0.3 WHEN where_ < 0.9 THEN 1.5
            ELSE 0.0 END AS spread,
        CASE WHEN how < 0.8 THEN 'day' WHEN how < 0.9 THEN 'days' WHEN how < 0.97 THEN 'month'
            ELSE 'year' END AS precision,
        'Government of Land ' || l.country AS actor1,
        'Front ' || d.side || ' of Land ' || l.country AS actor2,
        ['clashed', 'exchanged fire', 'shelled a town', 'fought over a road', 'attacked a convoy', 'raided a market',
            'bombed a bridge', 'held hostages', 'shot at a crowd'][d.type + 1] AS deed
    FROM drawn AS d
    JOIN lands AS l ON l.land = d.land
    JOIN cities AS c ON c.land = d.land AND c.rank = CAST(floor(exp(d.of_city * ln(l.cities + 0.999))) - 1 AS BIGINT)
)
"""


def write_dataset(root: Path, rows: int, name: str = "ucdp-ged", *, kind: str = "event") -> Dataset:
    """A dataset of so many rows below a workspace's folder: the same rows each time."""
    folder = root / IMPORTS / name / GENERATION
    folder.mkdir(parents=True)
    file = f"{name}.csv"
    with duckdb.connect(config={"preserve_insertion_order": False}) as connection:
        connection.execute(_PLACES, {"cities": str(CITIES), "first": list(FIRST_LANDS)})
        for statement in (_LANDS, *_FUNCTIONS):
            connection.execute(statement)
        for part, first in enumerate(range(0, rows, PART_ROWS)):
            connection.execute("DROP TABLE IF EXISTS drawn")
            connection.execute(_DRAWN, {"first": first, "last": min(first + PART_ROWS, rows)})
            target = folder / f"part-{part:05}.parquet"
            connection.execute(
                f"COPY ({_ROWS}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)", {"kind": kind, "file": file}
            )
    described = _description(root, name, rows, file, kind)
    (root / IMPORTS / name / DATASET_FILE).write_text(described.as_json(), encoding="utf-8")
    return described


def _description(root: Path, name: str, rows: int, file: str, kind: str) -> Dataset:
    is_event = kind == "event"
    return Dataset(
        name=name,
        format="ucdp-ged" if is_event else "gdelt",
        title="UCDP Georeferenced Event Dataset (GED)" if is_event else "GDELT Event Database",
        publisher="Uppsala Conflict Data Program" if is_event else "The GDELT Project",
        licence="CC BY 4.0" if is_event else "free for any use, with a citation",
        imported="2026-11-27T08:00:00Z",
        generation=GENERATION,
        files=(ImportedFile(file, hashlib.sha256(file.encode()).hexdigest(), 1_000 * rows),),
        counts={"rows": rows, "new": rows, "changed": 0, "vanished": 0, "same": 0, "broken": 3},
    )


if __name__ == "__main__":
    write_dataset(Path(sys.argv[1]), int(sys.argv[2].replace("_", "")), *sys.argv[3:4])
