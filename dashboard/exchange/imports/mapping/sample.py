"""The first rows of somebody's table: its columns and their values, for the guide that proposes a mapping."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from dashboard.exchange.imports.layouts import BrokenObject, BrokenValue, NotRead, features, flat_properties

MOST_ROWS: Final = 5_000
_MOST_BYTES: Final = 8_000_000
_MOST_COLUMNS: Final = 2_000
_DELIMITERS: Final = ",;\t|"
_GEOJSON: Final = (".geojson", ".json")
csv.field_size_limit(_MOST_BYTES)


@dataclass(frozen=True, slots=True)
class Sample:
    """The columns of a table, each with the values of its first rows; an empty field is an empty text."""

    form: str
    """`csv` or `geojson`."""
    columns: Mapping[str, tuple[str, ...]]
    rows: int
    is_all: bool
    """Whether these are all rows of the file."""
    remarks: tuple[str, ...] = ()
    """What about the file itself is to be told."""


def sample_of(path: Path) -> Sample:
    """The first rows of a CSV or GeoJSON file. Raises `NotRead`, `OSError`."""
    if path.suffix.lower() in _GEOJSON:
        return _geojson_sample(path)
    if path.suffix.lower() == ".zip":
        raise NotRead(f"{path.name} is an archive. Unpack it, and name the table.")
    with path.open("rb") as stream:
        raw = stream.read(_MOST_BYTES)
        is_all = not stream.read(1)
    text, remarks = _text_of(raw, is_all=is_all)
    if not is_all:
        text = text[: text.rfind("\n") + 1]
    return _csv_sample(text, remarks, is_all=is_all)


def _text_of(raw: bytes, *, is_all: bool) -> tuple[str, tuple[str, ...]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace"), ("The file is UTF-16.",)
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        if not is_all and error.end == len(raw):  # the last character is cut off
            return raw.decode("utf-8-sig", "ignore"), ()
        return raw.decode("cp1252", "replace"), (
            "The file is not UTF-8: it was read as Windows-1252. Look at its accents.",
        )


def _csv_sample(text: str, remarks: tuple[str, ...], *, is_all: bool) -> Sample:
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=lambda sign: len(next(csv.reader([first], delimiter=sign), [])))
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        header = [name.strip() for name in next(lines, [])]
        rows = [line for line in islice(lines, MOST_ROWS) if line]
        is_all = is_all and next(lines, None) is None
    except csv.Error as error:
        raise NotRead(f"The file is not a table: {error}.") from error
    _refuse_header(header)
    others = sum(len(row) != len(header) for row in rows)
    if others:
        remarks = (*remarks, f"{others:,} of {len(rows):,} rows have another number of fields than the header.")
    columns = {
        name: tuple(row[at].strip() if at < len(row) else "" for row in rows) for at, name in enumerate(header) if name
    }
    return Sample("csv", columns, len(rows), is_all, remarks)


def _refuse_header(header: list[str]) -> None:
    names = [name.lower() for name in header if name]
    if not names:
        raise NotRead("The file has no header: its first line must name the columns.")
    if len(names) > _MOST_COLUMNS:
        raise NotRead(f"The file has {len(names):,} columns, more than {_MOST_COLUMNS:,}.")
    if twice := next((name for at, name in enumerate(names) if name in names[:at]), None):
        raise NotRead(
            f"Two columns are called “{twice[:60]}”. Rename one of them: a mapping could not tell them apart."
        )


def _geojson_sample(path: Path) -> Sample:
    with path.open(encoding="utf-8-sig") as stream:
        found = list(islice(_properties(features(stream)), MOST_ROWS + 1))
    names = dict.fromkeys(name for each in found for name in each)
    shown = found[:MOST_ROWS]
    columns = {name: tuple(each.get(name) or "" for each in shown) for name in names}
    return Sample("geojson", columns, len(shown), len(found) <= MOST_ROWS)


def _properties(found: Iterator[object]) -> Iterator[Mapping[str, str | None]]:
    for feature in found:
        if isinstance(feature, dict) and not isinstance(feature, BrokenObject):
            try:
                yield flat_properties(feature)
            except BrokenValue:
                continue
