"""A layout made of a mapping file: its SQL, and what makes a row unusable."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, TextIO

from dashboard.exchange.imports.layouts import (
    RAW,
    BrokenObject,
    DelimitedFile,
    Fault,
    Layout,
    ObjectFile,
    Row,
    canonical,
    country,
    features,
    flat_properties,
    rows,
    text,
)
from dashboard.exchange.imports.mapping.mapping import ColumnMapping, MappedColumn, precision_of, read_mapping
from dashboard.text.sql_literal import sql_literal

CSV: Final = "csv"
GEOJSON: Final = "geojson"
_COUNTS: Final = ("count_low", "count_best", "count_high")
_FINEST: Final = {"day": "day", "month": "month", "year": "year"}
_ISO_DAY: Final = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].*)?$"
_FIRST_SECOND, _LAST_SECOND = -62135596800, 253402300799
"""The ends of the years 1 to 9999, counted from 1970."""
_FIRST_YEAR: Final = 1000
"""`%Y` has four digits: without this, the year 25 would be read where a table has years of two."""
_NUMBER: Final = {".": r"([-+]?[0-9]{1,3}(?:[.][0-9]+)?)", ",": r"([-+]?[0-9]{1,3}(?:,[0-9]+)?)"}
_BETWEEN: Final = {".": r"\s*[,; ]\s*", ",": r"\s*[; ]\s*"}
LOSES: Final = (
    "Columns that the mapping does not name stand only in the row as published.",
    "Words of theirs that the mapping does not list become nothing.",
    "Times of day are not kept.",
)


def mapped_layout(form: str, path: Path) -> Layout:
    """The layout of a mapping file, for `csv` or `geojson`. Raises `NotRead`."""
    mapping = read_mapping(path)
    needed = tuple(dict.fromkeys(each.lower() for _, column in mapping.columns.items() for each in column.column))
    columns = _ColumnSql(mapping)
    first, last = columns.days()
    return Layout(
        key=form,
        title=mapping.title,
        publisher=mapping.publisher,
        licence=mapping.licence,
        address=mapping.address or "the publisher's own page",
        reading=DelimitedFile() if form == CSV else ObjectFile(partial(_read_features, needed)),
        needs=needed,
        uses=(),
        days=(first, last),
        select={"kind": sql_literal(mapping.kind), **dict(columns.select())},
        faults=tuple(columns.faults(first, last)),
        loses=LOSES,
        is_whole=mapping.whole,
    )


def _read_features(needed: tuple[str, ...], stream: TextIO) -> Iterator[Row | BrokenObject]:
    """Rows of a GeoJSON file: its properties by their names in lower case, and `geometry.latitude` and `longitude`."""

    def rows_of(feature: Any) -> Iterable[Row]:
        values = {name.lower(): value for name, value in flat_properties(feature).items()}
        yield {**{name: values.get(name) for name in needed}, RAW: canonical(feature)}

    return rows(features(stream), rows_of)


class _ColumnSql:
    """The SQL of a mapping's columns."""

    def __init__(self, mapping: ColumnMapping) -> None:
        self._mapping = mapping
        self._columns = mapping.columns

    def select(self) -> Iterator[tuple[str, str]]:
        """Each of our columns but the days, with its SQL."""
        for name, column in self._columns.items():
            if name in ("date", "first_day", "last_day", "date_precision", "point"):
                continue
            if name in ("latitude", "longitude", *_COUNTS):
                yield name, self._number(column, is_count=name in _COUNTS)
            elif name == "source_date":
                yield name, _days(column)[0]
            elif name == "country":
                yield name, _country(column)
                yield "country_name", _value(column) if column.column else "NULL"
            elif name == "source_url":
                yield name, f"CASE WHEN regexp_matches({_value(column)}, '^https?://') THEN {_value(column)} END"
            else:
                yield name, _our_word(column)
        if point := self._columns.point:
            order = (1, 2) if point.order == "latitude-longitude" else (2, 1)
            yield "latitude", self._of_point(point, order[0])
            yield "longitude", self._of_point(point, order[1])

    def days(self) -> tuple[str, str]:
        """The SQL of the first and of the last day."""
        if date := self._columns.date:
            first, last = _days(date)
        elif start := self._columns.first_day:
            first = _days(start)[0]
            end = self._columns.last_day
            last = f"coalesce({_days(end)[1]}, {_days(start)[1]})" if end else _days(start)[1]
        if self._columns.date_precision is None:
            return first, last
        known = _our_word(self._columns.date_precision)
        return (
            f"CAST(CASE {known} WHEN 'year' THEN date_trunc('year', {first}) "
            f"WHEN 'month' THEN date_trunc('month', {first}) ELSE {first} END AS DATE)",
            f"CAST(CASE {known} WHEN 'year' THEN date_trunc('year', {last}) + INTERVAL 1 YEAR - INTERVAL 1 DAY "
            f"WHEN 'month' THEN last_day({last}) ELSE {last} END AS DATE)",
        )

    def faults(self, first: str, last: str) -> Iterator[Fault]:
        """What makes a row unusable."""
        columns = self._columns
        if columns.row_id and columns.row_id.column:
            yield Fault(f"{_value(columns.row_id)} IS NULL", f"it has no {_column_name(columns.row_id)}")
        for name in ("date", "first_day", "last_day", "source_date"):
            if column := getattr(columns, name):
                yield from _date_faults(name, column)
        yield Fault(f"{last} < {first}", "it ends before it begins")
        for name, most in (("latitude", 90), ("longitude", 180)):
            if column := getattr(columns, name):
                sql = self._number(column, is_count=False)
                yield _number_fault(column, f"{sql} BETWEEN -{most} AND {most}", f"between -{most} and {most}")
        if point := columns.point:
            latitude, longitude = (self._of_point(point, part) for part in (1, 2))
            if point.order == "longitude-latitude":
                latitude, longitude = longitude, latitude
            good = f"{latitude} BETWEEN -90 AND 90 AND {longitude} BETWEEN -180 AND 180"
            words = f"{_column_name(point)} is “{_placeholder(point)}”, and no {point.order}"
            yield Fault(f"{_value(point)} IS NOT NULL AND NOT coalesce({good}, false)", words)
        for name in _COUNTS:
            if column := getattr(columns, name):
                sql = self._number(column, is_count=True)
                yield _number_fault(column, f"{sql} >= 0", "of 0 or more")

    def _number(self, column: MappedColumn, *, is_count: bool) -> str:
        """A number with the table's decimals; a count may have signs between its thousands, and no decimals."""
        value = _value(column)
        if is_count:
            between = "." if self._mapping.decimal == "," else ","
            between += " ’''\u00a0\u202f"
            grouped = f"regexp_matches({value}, '^[0-9]{{1,3}}(?:[{between}][0-9]{{3}})+$')"
            bare = f"regexp_matches({value}, '^-?[0-9]+(?:[.,]0+)?$')"
            whole = f"regexp_replace({value}, '[.,]0+$', '')"
            return (
                f"try_cast(CASE WHEN {grouped} THEN regexp_replace({value}, '[{between}]', '', 'g') "
                f"WHEN {bare} THEN {whole} END AS BIGINT)"
            )
        sign = self._mapping.decimal
        is_number = f"regexp_matches({value}, '^[-+]?[0-9]+(?:[{sign}][0-9]+)?$')"
        return f"try_cast(CASE WHEN {is_number} THEN replace({value}, ',', '.') END AS DOUBLE)"

    def _of_point(self, column: MappedColumn, part: int) -> str:
        number, between = _NUMBER[self._mapping.decimal], _BETWEEN[self._mapping.decimal]
        pattern = rf"^(?:POINT)?\s*[(\[]?\s*{number}{between}{number}\s*[)\]]?$"
        found = f"nullif(regexp_extract({_value(column)}, '{pattern}', {part}), '')"
        return f"try_cast(replace({found}, ',', '.') AS DOUBLE)"


def _value(column: MappedColumn) -> str:
    """Their text, the first that is filled; or the same for every row."""
    if column.constant is not None:
        return sql_literal(column.constant)
    found = [_text(each) for each in column.column]
    return found[0] if len(found) == 1 else f"coalesce({', '.join(found)})"


def _text(column: str) -> str:
    return text(column.lower().replace('"', '""'))


def _our_word(column: MappedColumn) -> str:
    if not column.words:
        return _value(column)
    cases = " ".join(f"WHEN {sql_literal(theirs)} THEN {sql_literal(ours)}" for theirs, ours in column.words.items())
    return f"CASE {_value(column)} {cases} END"


def _country(column: MappedColumn) -> str:
    if column.constant is not None:
        return sql_literal(column.constant)
    found = [country(column.codes or "name", each.lower().replace('"', '""')) for each in column.column]
    return f"coalesce({', '.join(found)})"


def _days(column: MappedColumn) -> tuple[str, str]:
    """The first and the last day of a date, by the first format that fits."""
    value = _value(column)
    pairs = [pair for form in column.format for pair in _pairs(value, form)]
    return tuple(f"coalesce({', '.join(each)})" for each in zip(*pairs, strict=True))  # type: ignore[return-value]


def _pairs(value: str, form: str) -> Iterator[tuple[str, str]]:
    if form == "iso":
        day = f"try_cast(CASE WHEN regexp_matches({value}, '{_ISO_DAY}') THEN left({value}, 10) END AS DATE)"
        yield day, day
        yield from _pairs(value, "%Y-%m")
        yield from _pairs(value, "%Y")
    elif form == "excel":
        days = f"CAST(floor(try_cast({value} AS DOUBLE)) AS INTEGER)"
        day = f"CASE WHEN try_cast({value} AS DOUBLE) BETWEEN 1 AND 2958465 THEN DATE '1899-12-30' + {days} END"
        yield day, day
    elif form == "unix":
        seconds = f"try_cast({value} AS BIGINT)"
        moment = f"make_timestamp({seconds} * 1000000)"
        day = f"CASE WHEN {seconds} BETWEEN {_FIRST_SECOND} AND {_LAST_SECOND} THEN CAST({moment} AS DATE) END"
        yield day, day
    else:
        read = f"CAST(try_strptime({value}, {sql_literal(form)}) AS DATE)"
        found = f"CASE WHEN year({read}) >= {_FIRST_YEAR} THEN {read} END" if "%Y" in form else read
        precision = _FINEST[precision_of(form)]
        if precision == "day":
            yield found, found
        else:
            step = "YEAR" if precision == "year" else "MONTH"
            start = f"CAST(date_trunc('{precision}', {found}) AS DATE)"
            yield start, f"CAST({start} + INTERVAL 1 {step} - INTERVAL 1 DAY AS DATE)"


def _date_faults(name: str, column: MappedColumn) -> Iterator[Fault]:
    is_must = name in ("date", "first_day")
    if is_must:
        yield Fault(f"{_value(column)} IS NULL", f"it has no {_column_name(column)}")
    formats = _without_braces(" or ".join(column.format))
    words = f"{_column_name(column)} is “{_placeholder(column)}”, and not written as {formats}"
    yield Fault(f"{_value(column)} IS NOT NULL AND {_days(column)[0]} IS NULL", words)


def _number_fault(column: MappedColumn, good: str, words: str) -> Fault:
    condition = f"{_value(column)} IS NOT NULL AND NOT coalesce({good}, false)"
    return Fault(condition, f"{_column_name(column)} is “{_placeholder(column)}”, not a number {words}")


def _column_name(column: MappedColumn) -> str:
    return _without_braces(" or ".join(column.column)) or "constant"


def _placeholder(column: MappedColumn) -> str:
    """What stands for their text in the reason of a fault; an ellipsis for a column whose name has braces."""
    if not column.column:
        return _without_braces(column.constant or "")
    name = column.column[0].lower()
    return "…" if {"{", "}"} & {*name} else f"{{{name}}}"


def _without_braces(text: str) -> str:
    """Words for the reason of a fault, in which braces stand around columns."""
    return text.replace("{", "(").replace("}", ")")
