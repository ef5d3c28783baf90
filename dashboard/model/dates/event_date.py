"""When something happened: dates as EDTF (ISO 8601-2), levels 0 and 1.

The specification is the Library of Congress's Extended Date/Time Format of 4 February 2019, within the years 0001 to
9999 and without letter-prefixed or negative years. A date is kept as it was written and never padded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache, total_ordering
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from dashboard.model.dates import words
from dashboard.model.dates.moment import FORM, Moment, Precision, read_moment
from dashboard.model.dates.problems import DateProblem, date_problem
from dashboard.model.dates.refusals import MAX_CHARACTERS, why_refused
from dashboard.model.pickled_values import PickledByValues

EXAMPLES: Final = ["2009", "2025-09", "2025-09-04", "2009~", "200X", "2025-22", "1999/2009-09-18", "2025-09-04/.."]

CACHED_DATES: Final = 16_384


class OpenInterval(ValueError):
    """A length was asked of an interval that has none, because an end of it is open or unknown."""


@total_ordering
@dataclass(frozen=True, slots=True)
class EventDate(PickledByValues):
    """An EDTF date or interval. Equal and hashed by its text; ordered by `sort_key`; `str` gives the text back."""

    text: str
    """As it was written."""

    earliest: date | None = field(compare=False)
    """The first day that it allows, there; None where the start is open or unknown."""

    latest: date | None = field(compare=False)
    """The last day that it allows, there; None where the end is open or unknown."""

    precision: Precision = field(compare=False)

    uncertain: bool = field(compare=False)
    """Marked `?` or `%`; of an interval, on either side."""

    approximate: bool = field(compare=False)
    """Marked `~` or `%`; of an interval, on either side."""

    start: Moment | None = field(compare=False, repr=False)
    """The date itself, or the start of the interval; None where that is open or unknown."""

    end: Moment | None = field(compare=False, repr=False)
    """The date itself, or the end of the interval; None where that is open or unknown."""

    @classmethod
    def parse(cls, text: str) -> EventDate:
        """The date that `text` gives. Raises `DateProblem`, and nothing else, for any text that is not one."""
        if not isinstance(text, str):
            raise date_problem("date-not-text", f"a date is text, and this is {type(text).__name__}")
        return _parse(text)

    @property
    def is_interval(self) -> bool:
        """Whether it has a start and an end, `1999/2009`."""
        return self.precision is Precision.INTERVAL

    @property
    def open_start(self) -> bool:
        """Whether it begins with `..`: at no particular time, or always."""
        return self.text.startswith("../")

    @property
    def open_end(self) -> bool:
        """Whether it ends with `..`: it goes on."""
        return self.text.endswith("/..")

    @property
    def unknown_start(self) -> bool:
        """Whether it has a start that is not known, `/2009`."""
        return self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether it has an end that is not known, `1999/`."""
        return self.text.endswith("/")

    @property
    def in_doubt(self) -> bool:
        """Whether its mark is dashed: `?`, `~`, `%`, or known to no more than a year, a decade or a century."""
        coarse = self.precision in (Precision.YEAR, Precision.DECADE, Precision.CENTURY)
        return coarse or self.uncertain or self.approximate

    @property
    def local_time(self) -> time | None:
        """The time of day there, without a zone; None where the date has no time."""
        return self.start.clock.local_time if self.start and self.start.clock else None

    @property
    def utc(self) -> datetime | None:
        """The instant in UTC; None where the date has no time, or does not say how far its clocks are from UTC."""
        return self.start.clock.utc if self.start and self.start.clock else None

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Earliest, latest, text: a total order.

        Without an earliest, the latest stands in for it; without a latest, it sorts after all that have one.
        Times of one day sort by the clock there.
        """
        latest = self.latest or date.max
        return self.earliest or latest, latest, self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: object) -> bool:
        return self.sort_key < other.sort_key if isinstance(other, EventDate) else NotImplemented

    def __str__(self) -> str:
        return self.text

    def words(self) -> str:
        """The date in English, for reading: `about 2009`, `4 to 6 September 2025`."""
        if self.start and not self.is_interval:
            return words.moment_in_words(self.start)
        return words.interval_in_words(self.start, self.end, is_open=self.open_start or self.open_end)

    def short_words(self) -> str:
        """The date in English, for tables and axes: `c. 2009`, `4–6 Sept 2025`."""
        if self.start and not self.is_interval:
            return words.moment_in_short_words(self.start)
        return words.interval_in_short_words(self.start, self.end, is_open=self.open_start or self.open_end)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate,
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": "string",
            "title": "Date",
            "description": "A date or interval in EDTF (ISO 8601-2), level 0 or 1, always in quotes.",
            "examples": EXAMPLES,
            "minLength": 1,
            "maxLength": MAX_CHARACTERS,
            "errorMessage": 'A date is EDTF, always in quotes: "2025-09-04", "2009".',
        }


def days_spanned(date: EventDate) -> int:
    """Number of days between the earliest and latest that `date` allows, both included.

    1 for a day, 365 or 366 for a year, and the length of the whole interval for an interval. Open ends raise
    `OpenInterval`: they have no length. Bounds follow EDTF level 1 (Library of Congress, 2019).
    """
    if date.earliest is None or date.latest is None:
        raise OpenInterval(f"{date} has no length: check `earliest` and `latest` first, an end of it is None")
    return (date.latest - date.earliest).days + 1


@lru_cache(maxsize=CACHED_DATES)
def _parse(text: str) -> EventDate:
    try:
        return _read_date(text)
    except DateProblem as problem:
        if problem.meant is not None and _stands(problem.meant):
            problem.hint = f'did you mean "{problem.meant}"?'
        raise


def _read_date(text: str) -> EventDate:
    if form := FORM.fullmatch(text):
        one = read_moment(text, form)
        return EventDate(text, one.earliest, one.latest, one.precision, one.uncertain, one.approximate, one, one)
    first, slash, last = text.partition("/")
    if not slash or not (_is_end(first) and _is_end(last)):
        raise why_refused(text)
    return _interval(text, _side(first), _side(last))


def _is_end(text: str) -> bool:
    return text in ("", "..") or FORM.fullmatch(text) is not None


def _side(text: str) -> Moment | None:
    form = FORM.fullmatch(text)
    if form is None:
        return None
    moment = read_moment(text, form)
    if moment.clock:
        raise date_problem("date-time-in-interval", f"{text} in an interval has a time of day")
    return moment


def _with_digits(start: str, end: str) -> str:
    """An interval with its unspecified digits filled in, so that its bounds stay as they are."""
    start, end = start.replace("-XX", ""), end.replace("-XX", "")
    return f"{start.replace('X', '0')}/{end.replace('X', '9')}"


def _interval(text: str, start: Moment | None, end: Moment | None) -> EventDate:
    if start is None and end is None:
        code = "date-interval-open-both" if text == "../.." else "date-interval-empty"
        raise date_problem(code, f"{text} has neither a start nor an end")
    if start and end and start.earliest > end.latest:
        first, last = text.split("/")
        raise date_problem("date-reversed", f"{text} ends before it starts", meant=f"{last}/{first}")
    if "X" in text:
        message = f"{text} has unspecified digits in an interval, which is EDTF level 2"
        raise date_problem("date-interval-unspecified", message, meant=_with_digits(*text.split("/")))
    sides = [side for side in (start, end) if side]
    return EventDate(
        text,
        start.earliest if start else None,
        end.latest if end else None,
        Precision.INTERVAL,
        any(side.uncertain for side in sides),
        any(side.approximate for side in sides),
        start,
        end,
    )


def _stands(text: str) -> bool:
    try:
        _read_date(text)
    except DateProblem:
        return False
    return True


def _validate(value: Any) -> EventDate:
    if isinstance(value, EventDate):
        return value
    try:
        return EventDate.parse(value)
    except DateProblem as problem:
        # pydantic fills a template in this order: the message last, or braces in it would be filled as well
        context = {"hint": problem.hint, "message": problem.message}
        raise PydanticCustomError(problem.code, "{message}", context) from None
