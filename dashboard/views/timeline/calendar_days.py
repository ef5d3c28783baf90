"""Days as proleptic Gregorian ordinals, to the end of the year 9999, where `datetime.date` has no next day."""

from typing import Final

_BEFORE_MONTH: Final = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def year_start(year: int) -> int:
    """Ordinal of 1 January of `year` (1 to 10000); the ordinal of 0001-01-01 is 1, as in `datetime`."""
    past = year - 1
    return 365 * past + past // 4 - past // 100 + past // 400 + 1


def month_start(year: int, month: int) -> int:
    """Ordinal of the first day of `month` (1 to 13; 13 is next January)."""
    if month == 13:
        return year_start(year + 1)
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year_start(year) + _BEFORE_MONTH[month - 1] + (is_leap and month > 2)


def year_in_words(year: int) -> str:
    """`2008`, `AD 79`."""
    return str(year) if year > 999 else f"AD {year}"


def years_in_words(first: int, last: int) -> str:
    """`2008`, or `2000–07`; `1998–2003` across a century."""
    if first == last:
        return year_in_words(first)
    if first > 999 and first // 100 == last // 100:
        return f"{first}–{last % 100:02}"
    return f"{year_in_words(first)}–{last}"
