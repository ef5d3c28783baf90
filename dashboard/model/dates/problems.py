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

    def __reduce__(self) -> tuple[type[DateProblem], tuple[str, str, str, str | None]]:
        return type(self), (self.code, self.message, self.hint, self.meant)


DATE_PROBLEMS: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        "date-not-text",
        "A date is not text",
        "A date is written in quotes, so that no reader turns it into a number or a date of its own.",
        'put it in quotes: `reported: "2009"`',
    ),
    (
        "date-empty",
        "A date is empty",
        "There is no value for a date that is not known: an event without one is listed as undated.",
        "leave the key out",
    ),
    (
        "date-too-long",
        "A date is too long",
        "No date or interval needs more than 100 characters.",
        'write the date alone, as in `"2025-09-04"`, and the words in `as_reported`',
    ),
    (
        "date-spaces",
        "Spaces around a date",
        "A date is kept and printed exactly as it is written, so it has no spaces around it or around its slash.",
        'write `"2025-09-04"` or `"1999/2009"`',
    ),
    (
        "date-foreign-digits",
        "Digits other than 0 to 9",
        "EDTF writes dates with the digits 0 to 9 alone; others look alike and do not sort or search alike.",
        'write `"2025-09-04"`',
    ),
    (
        "date-dash",
        "A dash where a hyphen or a slash stands",
        "The parts of a date are joined by hyphens (-), and the two sides of an interval by a slash.",
        'write `"2025-09-04"`, and `"1999/2009"` for an interval',
    ),
    (
        "date-set",
        "A set of dates",
        "One of several dates, or all of them, is EDTF level 2, which is not used here.",
        'write a coarser date, as in `"2025-09"`, or one record for each date',
    ),
    (
        "date-old-draft",
        "The older draft's syntax",
        "The draft of 2012 wrote `u`, `unknown`, `open`, `?~` and a small `y`; the specification of 2019 does not.",
        'write `"200X"`, `"/2009"`, `"1999/.."`, `"2009%"`',
    ),
    (
        "date-lowercase-x",
        "A lower-case x for a digit",
        "An unspecified digit is a capital X.",
        'write `"200X"`',
    ),
    (
        "date-exponent-year",
        "A year with an exponent",
        "Years such as `Y17E7` are EDTF level 2, and outside 0001 to 9999.",
        'write a year of four digits, as in `"2009"`',
    ),
    (
        "date-significant-digits",
        "A year with significant digits",
        "Significant digits, such as `1950S2`, are EDTF level 2, which is not used here.",
        'write `"19XX"` for some time in a century, `"1950~"` for about a year',
    ),
    (
        "date-long-year",
        "A year that begins with Y",
        "The letter begins years of more than four digits; years here are 0001 to 9999.",
        'write a year of four digits, as in `"2009"`',
    ),
    (
        "date-negative-year",
        "A negative year",
        "Years here are 0001 to 9999.",
        'write a year of four digits, as in `"2009"`',
    ),
    (
        "date-year-range",
        "A year outside 0001 to 9999",
        "Years here have four digits, from 0001 to 9999, and so have all days that a date allows.",
        'write a year of four digits, as in `"2009"`',
    ),
    (
        "date-short-year",
        "A year of fewer than four digits",
        "A year has four digits, so that nobody has to guess the century.",
        'write `"2009"`, or `"20XX"` for a century',
    ),
    (
        "date-qualified-part",
        "A mark of doubt on a part of a date",
        "Qualifying one part of a date is EDTF level 2; here `?`, `~` and `%` stand at the end and qualify all of it.",
        'write `"2004-06?"`',
    ),
    (
        "date-qualified-twice",
        "Two marks of doubt",
        "A date has one mark at its end: `?` uncertain, `~` approximate, `%` both.",
        'write `"2009%"` for both',
    ),
    (
        "date-sub-year",
        "A quarter, a half or a season of one hemisphere",
        "Sub-year groupings 25 to 41 are EDTF level 2; level 1 has the seasons 21 to 24.",
        'write the months: `"2025-07/2025-09"`',
    ),
    (
        "date-unspecified",
        "Unspecified digits in the wrong place",
        "At level 1 an X stands for the last one or two digits of a year alone, for a whole month, or for a whole day.",
        'write `"201X"`, `"20XX"`, `"2004-XX"`, `"1985-04-XX"` or `"1985-XX-XX"`',
    ),
    (
        "date-interval-unspecified",
        "Unspecified digits in an interval",
        "An X in a side of an interval is EDTF level 2; the coarser date says the same.",
        'write `"2004-06/2004-07-03"` for `2004-06-XX/2004-07-03`',
    ),
    (
        "date-interval-open-both",
        "An interval open at both ends",
        "It says nothing about when.",
        "leave the key out, or give one end",
    ),
    (
        "date-interval-empty",
        "An interval without a date",
        "It says nothing about when.",
        "leave the key out, or give one end",
    ),
    (
        "date-interval-parts",
        "An interval of more than two dates",
        "An interval has one slash, between its start and its end.",
        'write `"1999/2009"`',
    ),
    (
        "date-interval-end",
        "An end of an interval that is no date",
        "An end is a date, or `..` where it is open, or nothing where it is unknown.",
        'write `"1999/.."` or `"1999/"`',
    ),
    (
        "date-reversed",
        "An interval that ends before it starts",
        "Every day that its end allows is before every day that its start allows.",
        'write the earlier date first: `"1999/2009"`',
    ),
    (
        "date-no-such-month",
        "A month that does not exist",
        "Months are 01 to 12, and seasons 21 to 24.",
        'write a month, as in `"2025-09"`, or the year alone',
    ),
    (
        "date-no-such-day",
        "A day that does not exist",
        "The month of that year has no such day.",
        'write a day of the calendar, or the month alone, as in `"2025-02"`',
    ),
    (
        "date-no-such-time",
        "A time that does not exist",
        "Times are 00:00:00 to 23:59:59.",
        'write `"2025-09-04T14:30:00"`, or the day alone',
    ),
    (
        "date-no-such-offset",
        "A distance from UTC that does not exist",
        "Clocks are between 12 hours behind UTC and 14 hours ahead of it.",
        'write `"2025-09-04T14:30:00+09:00"`, or `Z` for UTC',
    ),
    (
        "date-time-form",
        "A time in another form",
        "A time follows its day after a `T`, with hours, minutes and seconds, and `Z` or a distance from UTC if known.",
        'write `"2025-09-04T14:30:00"`, `"2025-09-04T14:30:00Z"` or `"2025-09-04T14:30:00+09:00"`',
    ),
    (
        "date-time-qualified",
        "A mark of doubt on a time",
        "EDTF qualifies dates, not times of day.",
        'write the day with its mark: `"2025-09-04~"`',
    ),
    (
        "date-time-in-interval",
        "A time in an interval",
        "The two ends of an EDTF interval are dates without a time of day.",
        'write the days: `"2025-09-04/2025-09-06"`',
    ),
    (
        "date-not-padded",
        "A month or day of one digit",
        "Months and days have two digits.",
        'write `"2025-09-04"`',
    ),
    (
        "date-other-order",
        "A date in another order or with other marks",
        "A date is written year first, with hyphens: 9/4/2025 is April to some readers and September to others.",
        'write `"2025-09-04"`',
    ),
    (
        "date-in-words",
        "A date in words",
        "A date is written in digits; the source's own words are kept in `as_reported`.",
        'write `"2025-09-04"`, `"2009~"` for about 2009, `"199X"` for the 1990s',
    ),
    (
        "date-basic-format",
        "A date without its hyphens",
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
        "An interval is given by two dates; a length of time is not part of EDTF level 1.",
        'write both ends: `"2004/2006"`',
    ),
    (
        "date-not-edtf",
        "Not a date",
        "A date is EDTF, level 0 or 1 (Library of Congress, 2019).",
        'write `"2009"`, `"2025-09"`, `"2025-09-04"`, `"2009~"`, `"1999/2009"`; keep words in `as_reported`',
    ),
)
"""Every code that a date can be refused with: (code, title, explanation, mend)."""

DATE_KINDS: Final = {entry[0]: kind(*entry) for entry in DATE_PROBLEMS}


def date_problem(code: str, message: str, *, meant: str | None = None) -> DateProblem:
    """The problem of that code, with the catalogue's mend as its hint."""
    return DateProblem(code, message, DATE_KINDS[code].mend, meant)
