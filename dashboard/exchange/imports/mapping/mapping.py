"""A mapping file: what a publisher's columns are among ours. It is read as strictly as records are."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from dashboard.exchange.imports.layouts import NotRead
from dashboard.model import vocabularies
from dashboard.model.record import OneLine, OneOf, OneOrMany, Record, Text
from dashboard.model.source import WebAddress
from dashboard.store.model_errors import model_problems
from dashboard.store.yaml import read_file

SPECIAL_FORMATS: Final = {
    "iso": "`2025-09-04`, whatever time follows it, `2025-09` or `2025`",
    "excel": "the number of days that spreadsheets count: `45904`",
    "unix": "the number of seconds since 1970: `1756944000`",
}
_CODES: Final = "Yymdj" + "bB" + "HMSpfz"
_FORMAT: Final = re.compile(rf"(?:[^%]|%[{_CODES}%])+")
CHOOSE: Final = "choose"
"""Stands in a proposal where two formats fit: whoever knows the table writes one of them."""
SCHEMES: Final = ("name", "alpha-2", "alpha-3", "numeric", "fips", "gw")
KINDS: Final = {"event": "what happened", "report": "an article's mention of it"}
ORDERS: Final = ("latitude-longitude", "longitude-latitude")
PRECISIONS: Final = ("day", "month", "year")
_MOST_PROBLEMS: Final = 10


class MappedColumn(Record):
    """What one of our columns is: a column of theirs, or the same for every row."""

    column: OneOrMany[Text] = ()
    """Their column; of several, the first that is filled."""
    constant: OneLine | None = None
    """The value of every row."""
    format: OneOrMany[Text] = ()
    """How a date is written: codes such as `%d/%m/%Y`, or `iso`, `excel`, `unix`; of several, the first that fits."""
    words: dict[Text, Text] = Field(default_factory=dict)
    """Our word for each of theirs; what is not listed becomes nothing."""
    codes: Annotated[str, OneOf(SCHEMES)] | None = None
    """How a country is written: `name`, or a kind of code."""
    order: Annotated[str, OneOf(ORDERS)] | None = None
    """Which number of a point comes first."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if bool(self.column) == bool(self.constant):
            raise PydanticCustomError("mapping-column", "give either `column` or `constant`")
        for each in self.format:
            if each == CHOOSE:
                raise PydanticCustomError(
                    "mapping-format", "choose how the date is written: both day first and month first fit the values"
                )
            if each not in SPECIAL_FORMATS and not (_FORMAT.fullmatch(each) and precision_of(each)):
                raise PydanticCustomError(
                    "mapping-format",
                    "“{format}” is no format of a date. Write codes such as %d/%m/%Y (%Y a year, %m a month, %d a day, "
                    "%B its name, %b its short name), or iso, excel or unix",
                    {"format": each},
                )
        return self


class MappedColumns(Record):
    """Our columns, each with what it is in the table."""

    row_id: MappedColumn | None = None
    """The publisher's own id; without one, a row that was changed is a new one."""
    date: MappedColumn | None = None
    """The day, month or year."""
    first_day: MappedColumn | None = None
    """The first day, in place of `date`."""
    last_day: MappedColumn | None = None
    """The last day; empty: the first."""
    date_precision: MappedColumn | None = None
    """`day`, `month` or `year`: how far the date is known, where the table says so."""
    title: MappedColumn | None = None
    """A headline."""
    text: MappedColumn | None = None
    """What it tells in words."""
    type_code: MappedColumn | None = None
    """The publisher's own type."""
    event_type: MappedColumn | None = None
    """A type of ours (PLOVER)."""
    actor1: MappedColumn | None = None
    """Who did it."""
    actor2: MappedColumn | None = None
    """To whom."""
    place: MappedColumn | None = None
    """The name of the place."""
    admin1: MappedColumn | None = None
    """The province."""
    country: MappedColumn | None = None
    """The country, with `codes`."""
    latitude: MappedColumn | None = None
    """Degrees north."""
    longitude: MappedColumn | None = None
    """Degrees east."""
    point: MappedColumn | None = None
    """Both in one column, with `order`."""
    place_precision: MappedColumn | None = None
    """site, city, near, admin2, admin1, region or country."""
    count_of: MappedColumn | None = None
    """What is counted: `deaths`."""
    count_low: MappedColumn | None = None
    """The lowest count."""
    count_best: MappedColumn | None = None
    """The most likely count."""
    count_high: MappedColumn | None = None
    """The highest count."""
    source_name: MappedColumn | None = None
    """Whom it names as its source."""
    source_url: MappedColumn | None = None
    """The address of that source."""
    source_date: MappedColumn | None = None
    """The day of that source."""
    revised: MappedColumn | None = None
    """When the row was last changed."""

    def items(self) -> Iterator[tuple[str, MappedColumn]]:
        """Each of our columns that the table has."""
        for name in type(self).model_fields:
            if column := getattr(self, name):
                yield name, column


_WORDS: Final = {
    "event_type": tuple(vocabularies.EVENT_TYPES),
    "place_precision": tuple(vocabularies.PLACE_PRECISIONS),
    "date_precision": PRECISIONS,
}
_DATES: Final = ("date", "first_day", "last_day", "source_date")


class ColumnMapping(Record):
    """A mapping file."""

    title: OneLine
    """What the data are called."""
    publisher: OneLine
    """Who publishes them."""
    licence: OneLine
    """On what terms."""
    address: WebAddress | None = None
    """Where they are described."""
    kind: Annotated[str, OneOf(KINDS)] = "event"
    """Whether a row is an event, or a report of one."""
    decimal: Annotated[str, OneOf((".", ","))] = "."
    """The sign before the decimals of numbers."""
    whole: bool = False
    """Whether a file is the whole of the data: then rows that the next file lacks have vanished."""
    columns: MappedColumns
    """Our columns, each with what it is in the table."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        columns = self.columns
        if (columns.date is None) == (columns.first_day is None):
            raise PydanticCustomError(
                "mapping-date", "give either `date` or `first_day` (with `last_day`) in `columns`"
            )
        if columns.last_day and not columns.first_day:
            raise PydanticCustomError("mapping-date", "`last_day` goes with `first_day`, not with `date`")
        if bool(columns.latitude) != bool(columns.longitude) or (columns.point and columns.latitude):
            raise PydanticCustomError("mapping-point", "give `latitude` and `longitude`, or `point`, or none of them")
        for name, column in columns.items():
            _check(name, column)
        return self


def _check(name: str, column: MappedColumn) -> None:
    if name in _DATES and not column.format:
        raise PydanticCustomError("mapping-format", "`{name}` needs a `format`", {"name": name})
    if name == "point" and not column.order:
        raise PydanticCustomError("mapping-point", "`point` needs an `order`: which number comes first")
    if name == "country" and column.column and not column.codes:
        raise PydanticCustomError("mapping-country", "`country` needs `codes`: `name`, or a kind of code")
    takes = {"format": name in _DATES, "order": name == "point", "codes": name == "country"}
    if stray := next((key for key, fits in takes.items() if getattr(column, key) and not fits), None):
        raise PydanticCustomError("mapping-column", "`{key}` is not for `{name}`", {"key": stray, "name": name})
    if (ours := _WORDS.get(name)) is None:
        return
    written = [*column.words.values(), *([column.constant] if column.constant else [])]
    if strange := next((word for word in written if word not in ours), None):
        raise PydanticCustomError(
            "mapping-word",
            "“{word}” is not a word for `{name}`: {words}",
            {"word": strange, "name": name, "words": ", ".join(ours)},
        )


def precision_of(form: str) -> str:
    """What a format gives: `day`, `month` or `year`; empty for none of these."""
    codes = set(re.findall("%([A-Za-z])", form))
    if not codes & {"Y", "y"}:
        return ""
    if "j" in codes or "d" in codes:
        return "day" if "j" in codes or codes & {"m", "b", "B"} else ""
    return "month" if codes & {"m", "b", "B"} else "year"


def read_mapping(path: Path) -> ColumnMapping:
    """The mapping in a file. Raises `NotRead`, with line and column of what is wrong."""
    document = read_file(path)
    problems = [str(each.in_file(path.name)) for each in document.problems if document.data is None]
    if document.data is not None:
        try:
            return ColumnMapping.model_validate(document.data)
        except ValidationError as error:
            problems = [str(each) for each in model_problems(error, ColumnMapping, document, path.name)]
    shown = "\n  ".join(problems[:_MOST_PROBLEMS])
    raise NotRead(f"The mapping {path.name} cannot be used:\n  {shown}")
