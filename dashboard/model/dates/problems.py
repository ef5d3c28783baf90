"""Why a date is refused: the exception, and the catalogue of its codes."""

from __future__ import annotations

from typing import Final

from dashboard.model.problem import kind


class DateProblem(ValueError):
    """A text that is no EDTF date of level 0 or 1.

    `code` begins with `date-` and is one of `DATE_PROBLEMS`; `message` says what is wrong with this text; `hint` says
    what to write. `meant` is a date that the writer may have meant, not yet known to be one.
    """

    def __init__(self, code: str, message: str, hint: str, meant: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.meant = meant

    @property
    def hint_outside_records(self) -> str:
        """What to write in a filter or a command: without keys, fields for words, and quotation marks."""
        is_guess = self.hint.startswith("did you mean")
        hint = self.hint if is_guess else _HINTS_OUTSIDE_RECORDS.get(self.code, self.hint)
        return hint.replace('"', "")

    def __reduce__(self) -> tuple[type[DateProblem], tuple[str, str, str, str | None]]:
        return type(self), (self.code, self.message, self.hint, self.meant)


DATE_PROBLEMS: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        "date-not-text",
        "A date is not text",
        "A date is in quotes, so that no program reads it as a number or as its own kind of date.",
        'put it in quotes: `reported: "2009"`',
    ),
    (
        "date-empty",
        "A date is empty",
        "An unknown date has no value. An event without a date is listed as undated.",
        "remove the key",
    ),
    (
        "date-too-long",
        "A date is too long",
        "A date or interval has at most 100 characters.",
        'write only the date, such as `"2025-09-04"`, and move the words to `as_reported`',
    ),
    (
        "date-spaces",
        "Spaces around a date",
        "A date is stored and printed exactly as written, so there are no spaces around it or around its slash.",
        'write `"2025-09-04"` or `"1999/2009"`',
    ),
    (
        "date-foreign-digits",
        "Digits other than 0 to 9",
        "EDTF uses only the digits 0 to 9. Other digits look similar, but are sorted and searched differently.",
        'write `"2025-09-04"`',
    ),
    (
        "date-dash",
        "A dash instead of a hyphen or a slash",
        "Hyphens (-) join the parts of a date, and a slash joins the two dates of an interval.",
        'write `"2025-09-04"`, or `"1999/2009"` for an interval',
    ),
    (
        "date-set",
        "A set of dates",
        "A choice between dates, or a list of dates, is EDTF level 2, which is not used here.",
        'write a less exact date, such as `"2025-09"`, or one record for each date',
    ),
    (
        "date-old-draft",
        "Syntax of the older draft",
        "The draft of 2012 used `u`, `unknown`, `open`, `?~` and a small `y`. The specification of 2019 does not.",
        'write `"200X"`, `"/2009"`, `"1999/.."`, `"2009%"`',
    ),
    (
        "date-lowercase-x",
        "A lower-case x instead of a digit",
        "An unspecified digit is written as a capital X.",
        'write `"200X"`',
    ),
    (
        "date-exponent-year",
        "A year with an exponent",
        "Years such as `Y17E7` are EDTF level 2 and outside the range 0001 to 9999.",
        'write a year with four digits, such as `"2009"`',
    ),
    (
        "date-significant-digits",
        "A year with significant digits",
        "Significant digits, such as `1950S2`, are EDTF level 2, which is not used here.",
        'write `"19XX"` for a time within a century, or `"1950~"` for about a year',
    ),
    (
        "date-long-year",
        "A year that starts with Y",
        "The letter marks years with more than four digits. Years here are 0001 to 9999.",
        'write a year with four digits, such as `"2009"`',
    ),
    (
        "date-negative-year",
        "A negative year",
        "Years here are 0001 to 9999.",
        'write a year with four digits, such as `"2009"`',
    ),
    (
        "date-year-range",
        "A year outside 0001 to 9999",
        "Years here are 0001 to 9999, and so are the years of all days that a date allows.",
        'write a year with four digits, such as `"2009"`',
    ),
    (
        "date-short-year",
        "A year with fewer than four digits",
        "A year has four digits, so that the century is clear.",
        'write `"2009"`, or `"20XX"` for a century',
    ),
    (
        "date-qualified-part",
        "A mark of doubt on a part of a date",
        "A mark of doubt on one part of a date is EDTF level 2. Here `?`, `~` and `%` are at the end and apply to the "
        "whole date.",
        'write `"2004-06?"`',
    ),
    (
        "date-qualified-twice",
        "Two marks of doubt",
        "A date has one mark at its end: `?` for uncertain, `~` for approximate, `%` for both.",
        'write `"2009%"` for both',
    ),
    (
        "date-sub-year",
        "A quarter, a half or a season of one hemisphere",
        "Numbers 25 to 41 are EDTF level 2. Level 1 has the seasons 21 to 24.",
        'write the months: `"2025-07/2025-09"`',
    ),
    (
        "date-unspecified",
        "Unspecified digits in the wrong place",
        "At level 1, X can replace only the last one or two digits of a year, a whole month, or a whole day.",
        'write `"201X"`, `"20XX"`, `"2004-XX"`, `"1985-04-XX"` or `"1985-XX-XX"`',
    ),
    (
        "date-interval-unspecified",
        "Unspecified digits in an interval",
        "An X in an interval is EDTF level 2. A less exact date says the same.",
        'write `"2004-06/2004-07-03"` for `2004-06-XX/2004-07-03`',
    ),
    (
        "date-interval-open-both",
        "An interval open at both ends",
        "It does not say when.",
        "remove the key, or give one end",
    ),
    (
        "date-interval-empty",
        "An interval without dates",
        "It does not say when.",
        "remove the key, or give one end",
    ),
    (
        "date-interval-parts",
        "An interval of more than two dates",
        "An interval has one slash between its start and its end.",
        'write `"1999/2009"`',
    ),
    (
        "date-interval-end",
        "An end of an interval that is not a date",
        "An end is a date, `..` if it is open, or nothing if it is unknown.",
        'write `"1999/.."` or `"1999/"`',
    ),
    (
        "date-reversed",
        "An interval that ends before it starts",
        "Every possible day of its end is before every possible day of its start.",
        'write the earlier date first: `"1999/2009"`',
    ),
    (
        "date-no-such-month",
        "A month that does not exist",
        "Months are 01 to 12, and seasons 21 to 24.",
        'write a month, such as `"2025-09"`, or only the year',
    ),
    (
        "date-no-such-day",
        "A day that does not exist",
        "That month does not have such a day in that year.",
        'write an existing day, or only the month, such as `"2025-02"`',
    ),
    (
        "date-no-such-time",
        "A time that does not exist",
        "Times are 00:00:00 to 23:59:59.",
        'write `"2025-09-04T14:30:00"`, or only the day',
    ),
    (
        "date-no-such-offset",
        "A distance from UTC that does not exist",
        "Time zones are from 12 hours behind UTC to 14 hours ahead of it.",
        'write `"2025-09-04T14:30:00+09:00"`, or `Z` for UTC',
    ),
    (
        "date-time-form",
        "A time in another form",
        "A time follows the day and a `T`. It has hours, minutes and seconds, and `Z` or the distance from UTC if "
        "known.",
        'write `"2025-09-04T14:30:00"`, `"2025-09-04T14:30:00Z"` or `"2025-09-04T14:30:00+09:00"`',
    ),
    (
        "date-time-qualified",
        "A mark of doubt on a time",
        "EDTF allows marks of doubt on dates, but not on times of day.",
        'write the day with the mark: `"2025-09-04~"`',
    ),
    (
        "date-time-in-interval",
        "A time in an interval",
        "The two ends of an EDTF interval are dates without times.",
        'write the days: `"2025-09-04/2025-09-06"`',
    ),
    (
        "date-not-padded",
        "A month or day with one digit",
        "Months and days have two digits.",
        'write `"2025-09-04"`',
    ),
    (
        "date-other-order",
        "A date in another order or with other separators",
        "The year comes first, with hyphens: 9/4/2025 is April to some readers and September to others.",
        'write `"2025-09-04"`',
    ),
    (
        "date-in-words",
        "A date in words",
        "A date is written in digits. The source's own words go in `as_reported`.",
        'write `"2025-09-04"`, `"2009~"` for about 2009, or `"199X"` for the 1990s',
    ),
    (
        "date-basic-format",
        "A date without hyphens",
        "EDTF requires the extended format, with hyphens and colons.",
        'write `"2025-09-04"`',
    ),
    (
        "date-week-or-ordinal",
        "A week or a day of the year",
        "ISO weeks and days of the year are not part of EDTF.",
        'write the days: `"2025-09-01/2025-09-07"`',
    ),
    (
        "date-duration",
        "A duration",
        "An interval has two dates. A length of time is not part of EDTF level 1.",
        'write both ends: `"2004/2006"`',
    ),
    (
        "date-not-edtf",
        "Not a date",
        "A date is EDTF, level 0 or 1 (Library of Congress, 2019).",
        'write `"2009"`, `"2025-09"`, `"2025-09-04"`, `"2009~"` or `"1999/2009"`, and put words in `as_reported`',
    ),
)
"""Every code that a date can be refused with: (code, title, explanation, fix)."""

_ANY_DATE: Final = "write a date such as `2009`, `2025-09` or `2025-09-04`, or leave it out"
_ONE_END: Final = "write one end, such as `2009/..`, or leave the date out"
_HINTS_OUTSIDE_RECORDS: Final = {
    "date-empty": _ANY_DATE,
    "date-too-long": _ANY_DATE,
    "date-not-edtf": _ANY_DATE,
    "date-set": "write one date, such as `2025-09`",
    "date-interval-open-both": _ONE_END,
    "date-interval-empty": _ONE_END,
}
"""What to write, where the fix for a record would not help."""

DATE_KINDS: Final = {entry[0]: kind(*entry) for entry in DATE_PROBLEMS}


def date_problem(code: str, message: str, *, meant: str | None = None) -> DateProblem:
    """The problem of that code, with the catalogue's fix as its hint."""
    return DateProblem(code, message, DATE_KINDS[code].fix, meant)
