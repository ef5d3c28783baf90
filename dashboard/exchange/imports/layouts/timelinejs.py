"""TimelineJS by Knight Lab: its JSON, and its spreadsheet as CSV. A slide is a row."""

import calendar
import html
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, TextIO

from dashboard.exchange.imports.layouts.expressions import text, whole_number
from dashboard.exchange.imports.layouts.json_values import BrokenValue, whole
from dashboard.exchange.imports.layouts.layout import BrokenObject, DelimitedFile, Fault, Layout, ObjectFile
from dashboard.exchange.imports.layouts.not_read import NotRead
from dashboard.exchange.imports.layouts.prepared import (
    COLUMNS,
    DAYS,
    FAULTS,
    RAW,
    SELECT,
    Row,
    mapping,
    row,
    rows,
    span,
    words,
)
from dashboard.text.sql_literal import sql_literal

_TAG: Final = re.compile(r"<[^<>]*>")
_NEEDS: Final = ("first_day", "last_day", "title", RAW)
_PUBLISHER: Final = "whoever made the timeline"
_LICENCE: Final = "that of the timeline"
_ADDRESS: Final = "https://timeline.knightlab.com/docs/"
_LOSES: Final = (
    "A year alone is a year, a year and a month a month; times of day are not kept.",
    "Slides have no place, actors or type. Pictures, backgrounds and groups stand only in the row as published, and "
    "so does the date in words (`display_date`), which may say that it is approximate.",
    "Texts are HTML: tags are left out of the words, and stand in the row as published.",
    "Years before 1, and after 9999, are refused with their row.",
)


def _rows_in(stream: TextIO) -> Iterator[Row | BrokenObject]:
    document = whole(stream)
    slides = document.get("events") if isinstance(document, dict) else None
    if not isinstance(slides, list):
        raise NotRead("The file is not a timeline: it has no list `events`. TimelineJS describes its JSON format.")
    return rows(slides, _rows)


def _rows(slide: Any) -> Iterable[Row]:
    if not isinstance(slide, dict):
        raise BrokenValue("it is not an object")
    first, last = _days(slide.get("start_date"), "start_date"), _days(slide.get("end_date"), "end_date")
    if first is None:
        raise BrokenValue("it has no start_date")
    said, media = mapping(slide.get("text")), mapping(slide.get("media"))
    link = words(media.get("url"))
    yield row(
        slide,
        row_id=slide.get("unique_id"),
        kind="event",
        **span(first[0], (last or first)[1]),
        title=_visible(said.get("headline")),
        text=_visible(said.get("text")),
        source_name=_visible(media.get("credit")),
        source_url=link if link and link.startswith(("http://", "https://")) else None,
    )


def _visible(value: Any) -> str | None:
    return " ".join(html.unescape(_TAG.sub(" ", value)).split()) if isinstance(value, str) else None


def _days(value: Any, name: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day. Raises `BrokenValue`."""
    given = mapping(value)
    if not given:
        return None
    year, month, day = (_number(given.get(part), f"{name}.{part}") for part in ("year", "month", "day"))
    try:
        if year is None:
            raise BrokenValue(f"{name} has no year")
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, OverflowError) as error:
        if isinstance(error, BrokenValue):
            raise
        raise BrokenValue(f"{name} is no day: year {year}, month {month}, day {day}") from error


def _number(value: Any, name: str) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not str(value).strip().lstrip("-").isdecimal():
        raise BrokenValue(f"{name} is “{str(value)[:60]}”, and no whole number")
    return int(str(value).strip()[:20])


TIMELINEJS: Final = Layout(
    key="timelinejs",
    title="TimelineJS, JSON",
    publisher=_PUBLISHER,
    licence=_LICENCE,
    address=_ADDRESS,
    reading=ObjectFile(_rows_in, (".json",)),
    needs=_NEEDS,
    uses=COLUMNS,
    days=DAYS,
    select=SELECT,
    faults=FAULTS,
    loses=(
        *_LOSES,
        "The title slide and eras are not read. A slide without `unique_id` has the words of its row as its id.",
        "The file may have 64,000,000 characters: it is read as a whole.",
    ),
)


def _sheet_day(prefix: str, missing_month: str, is_last: bool) -> str:
    """SQL for the first or last day of three columns, of which month and day may be empty."""
    year, month, day = (whole_number(f"{prefix}{part}") for part in ("year", "month", "day"))
    start = f"make_date({year}, coalesce({month}, {missing_month}), coalesce({day}, 1))"
    guarded = f"CASE WHEN {_is_day(prefix)} THEN {start} END"
    return f"CASE WHEN {day} IS NULL THEN last_day({guarded}) ELSE {guarded} END" if is_last else guarded


def _is_day(prefix: str) -> str:
    """SQL for whether the columns are a day, a month or a year."""
    year, month, day = (whole_number(f"{prefix}{part}") for part in ("year", "month", "day"))
    padded = f"printf('%04d-%02d-%02d', {year}, coalesce({month}, 1), coalesce({day}, 1))"
    whole_numbers = " AND ".join(
        f"({text(f'{prefix}{part}')} IS NULL OR {whole_number(f'{prefix}{part}')} IS NOT NULL)"
        for part in ("month", "day")
    )
    has_month = f"({month} IS NOT NULL OR {day} IS NULL)"
    return f"({year} BETWEEN 1 AND 9999 AND {whole_numbers} AND {has_month} AND try_cast({padded} AS DATE) IS NOT NULL)"


_FIRST: Final = _sheet_day("", "1", is_last=False)
_LAST: Final = (
    f"CASE WHEN {text('end year')} IS NULL THEN {_sheet_day('', '12', is_last=True)} "
    f"ELSE {_sheet_day('end ', '12', is_last=True)} END"
)

TIMELINEJS_SHEET: Final = Layout(
    key="timelinejs-sheet",
    title="TimelineJS, spreadsheet as CSV",
    publisher=_PUBLISHER,
    licence=_LICENCE,
    address=_ADDRESS,
    reading=DelimitedFile(),
    needs=("year", "headline", "text"),
    uses=("month", "day", "end year", "end month", "end day", "media", "media credit", "type"),
    days=(_FIRST, _LAST),
    select={
        "row_id": "NULL",
        "kind": sql_literal("event"),
        "title": f"trim(regexp_replace({text('headline')}, '<[^<>]*>', '', 'g'))",
        "text": f"trim(regexp_replace({text('text')}, '<[^<>]*>', '', 'g'))",
        "source_name": text("media credit"),
        "source_url": f"CASE WHEN regexp_matches({text('media')}, '^https?://') THEN {text('media')} END",
    },
    faults=(
        Fault(f"lower({text('type')}) = 'title'", "it is the title slide, and no event"),
        Fault(f"lower({text('type')}) = 'era'", "it is an era, and no event"),
        Fault(f"NOT coalesce({_is_day('')}, false)", "“{year}”, “{month}”, “{day}” are no year, month and day"),
        Fault(
            f"{text('end year')} IS NOT NULL AND NOT coalesce({_is_day('end ')}, false)",
            "“{end year}”, “{end month}”, “{end day}” are no year, month and day",
        ),
        Fault(f"{_LAST} < {_FIRST}", "it ends before it begins"),
    ),
    loses=(
        *_LOSES,
        "The sheet has no ids: a row has the words of its row as its id, so that one which was changed is a new one.",
        "The title slide and eras are counted with the broken rows.",
    ),
)
