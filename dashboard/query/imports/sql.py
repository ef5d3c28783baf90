"""The SQL that the dashboard asks of imported rows, in the dialect of DuckDB. Parameters are `$name`.

`{conditions}` is what `RowFilters.conditions` gives: fixed words and parameters, never a reader's text.
"""

from typing import Final

TABLE: Final = "imports"
"""The rows of all datasets: the columns of `store.imports.ROW_COLUMNS` behind `dataset`."""

COUNTS: Final = """
SELECT dataset, kind, count(*) AS number, count(latitude) AS placed, count(first_day) AS dated,
    min(first_day) AS first_day, max(last_day) AS last_day
FROM imports WHERE {conditions}
GROUP BY dataset, kind ORDER BY dataset, kind
"""

VALUES: Final = """
SELECT coalesce({column}, 'none') AS value, count(*) AS number FROM imports WHERE {conditions}
GROUP BY value ORDER BY number DESC, value LIMIT 200
"""
"""What rows can be filtered by, with how many rows each value has."""

DENSITIES: Final = """
SELECT dataset, first_day, last_day, count(*) AS number
FROM imports WHERE first_day IS NOT NULL AND {conditions}
GROUP BY dataset, first_day, last_day ORDER BY first_day, last_day, dataset
"""
"""The steps of a timeline differ along its axis: it adds up days as its pieces need them."""

BINS: Final = """
SELECT CAST(floor((longitude + 180.0) / $step) AS INTEGER) AS across,
    CAST(floor((latitude + 90.0) / $step) AS INTEGER) AS up,
    count(*) AS number, count(*) FILTER (WHERE kind = 'report') AS reports
FROM imports WHERE latitude IS NOT NULL AND longitude IS NOT NULL AND {conditions}
GROUP BY across, up ORDER BY number DESC, across, up
"""
IN_BIN: Final = (
    "CAST(floor((longitude + 180.0) / $step) AS INTEGER) = $across "
    "AND CAST(floor((latitude + 90.0) / $step) AS INTEGER) = $up"
)

NEWEST: Final = """
SELECT dataset, file, line FROM imports WHERE {conditions}
ORDER BY first_day DESC NULLS LAST, dataset, file, line LIMIT {number} OFFSET {offset}
"""
"""Where the rows of a page stand: to sort whole rows would read all their words."""
AT_LINES: Final = """
SELECT {columns} FROM imports WHERE line IN ({lines})
ORDER BY first_day DESC NULLS LAST, dataset, file, line
"""

BY_ID: Final = """
SELECT * FROM imports WHERE dataset = $dataset AND row_id = $row_id
"""

NEAR: Final = """
SELECT {columns} FROM imports
WHERE last_day >= $start AND first_day <= $end AND (country = $country OR {near})
ORDER BY {distance}, first_day, dataset, file, line LIMIT {number}
"""
"""Rows of about the same days, in the same country or near a point: candidates for being about a record."""
NEAR_POINT: Final = (
    "(latitude BETWEEN $latitude - 1.5 AND $latitude + 1.5 "
    "AND cos(radians($latitude)) * abs(longitude - $longitude) <= 1.5)"
)
"""Within some 170 km."""
DISTANCE: Final = (
    "coalesce(pow(latitude - $latitude, 2) + pow(cos(radians($latitude)) * (longitude - $longitude), 2), 1e9)"
)
"""In degrees, squared: it puts rows in order, those without a point last."""
