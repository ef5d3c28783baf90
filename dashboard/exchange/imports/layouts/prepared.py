"""Rows that Python makes of nested objects, under the names of our columns: what all layouts of JSON share."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from dashboard.exchange.imports.layouts.expressions import day, edtf, text
from dashboard.exchange.imports.layouts.json_values import BrokenValue, canonical
from dashboard.exchange.imports.layouts.layout import BrokenObject, Fault
from dashboard.store.imports import ROW_COLUMNS

RAW: Final = "dateline_raw"
"""The object as published, as JSON: what the row shows as such."""
COLUMNS: Final = tuple(name for name in ROW_COLUMNS if name not in ("hash", "file", "line", "raw"))
DAYS: Final = (day("first_day"), day("last_day"))
_MADE: Final = ("first_day", "last_day", "date", "date_precision")
SELECT: Final[Mapping[str, str]] = {
    **{name: text(name) for name in COLUMNS if name not in _MADE},
    "date": f"coalesce({text('date')}, {edtf(*DAYS)})",
}
"""For a layout whose rows are made here: each of our columns as it is, and the date as given, or of its days."""
FAULTS: Final = (Fault(f"{text('kind')} IS NULL", "there is no row"),)
"""What can be wrong with a row that is made here: that there is none."""
_LONGEST_SHOWN: Final = 2_000
Row = Mapping[str, str | None]


def row(published: Any, **values: object) -> Row:
    """A row of these values, and of the object that it is made of. Raises `BrokenValue`."""
    made = {name: None if value is None or value == "" else str(value) for name, value in values.items()}
    return {**dict.fromkeys(COLUMNS), **made, RAW: canonical(published)}


def rows(values: Iterable[Any], rows_of: Callable[[Any], Iterable[Row]]) -> Iterator[Row | BrokenObject]:
    """The rows of each value; a value that breaks is one that is told, and the others are read."""
    for value in values:
        if isinstance(value, BrokenObject):
            yield value
            continue
        try:
            yield from tuple(rows_of(value))
        except BrokenValue as error:
            yield BrokenObject(str(error), excerpt_of(value))


def excerpt_of(value: Any) -> str:
    """A value as far as a report shows it."""
    try:
        return canonical(value)[:_LONGEST_SHOWN]
    except BrokenValue:
        return ascii(value)[:_LONGEST_SHOWN]


def degrees(value: Any, most: int, name: str) -> float | None:
    """A coordinate, None for nothing. Raises `BrokenValue` for what is no number, or beyond the poles."""
    if value is None or value == "":
        return None
    try:
        number = float(value) if not isinstance(value, bool) else None
    except (TypeError, ValueError, OverflowError):
        number = None
    if number is None or not -most <= number <= most:
        raise BrokenValue(f"{name} is “{str(value)[:60]}”, not a number between -{most} and {most}")
    return number


def point(latitude: Any, longitude: Any) -> dict[str, float | None]:
    """Both coordinates, or neither. Raises `BrokenValue`."""
    found = degrees(latitude, 90, "latitude"), degrees(longitude, 180, "longitude")
    if None in found and found != (None, None):
        raise BrokenValue("it has one coordinate of two")
    return {"latitude": found[0], "longitude": found[1]}


def day_of(value: Any, name: str) -> date | None:
    """The day of a date or moment in ISO 8601, None for nothing. Raises `BrokenValue`."""
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise BrokenValue(f"{name} is “{str(value)[:60]}”, and no date such as 2025-09-04") from error


def span(first: date | None, last: date | None) -> dict[str, date | None]:
    """Two days in order; one of them alone is both. Raises `BrokenValue`."""
    first, last = first or last, last or first
    if first and last and last < first:
        raise BrokenValue(f"it ends ({last}) before it begins ({first})")
    return {"first_day": first, "last_day": last}


def words(value: Any) -> str | None:
    """A text, or None for anything else."""
    return value if isinstance(value, str) and value.strip() else None


def mapping(value: Any) -> Mapping[str, Any]:
    """An object, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def many(value: Any) -> list[Any]:
    """A list, or an empty one for anything else."""
    return value if isinstance(value, list) else []


def semicolon_list(values: Iterable[Any]) -> str | None:
    """Texts, each once, semicolon_list by `; `; None without any."""
    return "; ".join(dict.fromkeys(each for each in map(words, values) if each)) or None
