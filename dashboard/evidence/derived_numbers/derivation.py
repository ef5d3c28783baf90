"""Whether a number follows from what other words give."""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from dashboard.evidence.derived_numbers.clock_times import clock_times_in
from dashboard.evidence.derived_numbers.coordinated import is_rest_of_partitive, is_sum_of_coordinated
from dashboard.evidence.derived_numbers.earlier_times import is_of_earlier_times
from dashboard.evidence.derived_numbers.lists import LONGEST_LIST, is_listed, list_lengths, lists_its_own
from dashboard.evidence.derived_numbers.ratios import is_ratio
from dashboard.evidence.derived_numbers.rounding import is_rounded
from dashboard.evidence.derived_numbers.shares import is_in_share, is_percentage, is_share_of_count
from dashboard.evidence.derived_numbers.totals import is_total
from dashboard.evidence.words import (
    COUNT,
    PERCENT,
    Counted,
    DateWords,
    TextNumber,
    Words,
    counted_by,
    root_of,
    single_measures,
)

MOST_DATES: Final = 12
MOST_CONVERTED: Final = 50
"""The most figures of a text that are compared with one in another unit."""
_DAY, _WEEK, _MONTH, _YEAR = map(root_of, ("day", "week", "month", "year"))
_ANY_YEAR: Final = 2001
_DAYS_OF_WEEK: Final = 7


def is_derived(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a figure of `text` follows from what other words give, without being written there."""
    here = counted_by(text, figure)
    if _is_converted(here, given) or is_total(figure, text, given) or _is_span(figure, here, given):
        return True
    if _is_hour(figure, text, given) or is_rounded(figure, text, given):
        return True
    if is_of_earlier_times(figure, text, given) or is_ratio(figure, text, given):
        return True
    if is_sum_of_coordinated(figure, here, given) or is_rest_of_partitive(figure, here, given):
        return True
    if figure.unit == PERCENT:
        return is_percentage(figure, text, given)
    if is_share_of_count(figure, text, given) or is_in_share(figure, text, given):
        return True
    if here is not None and here.measure:
        return False  # three decades are not what a list of three names counts
    if figure.unit != COUNT or not 2 <= figure.value <= LONGEST_LIST:
        return False
    listed = figure.value in list_lengths(given.text) or is_listed(int(figure.value), here, given.text)
    return listed or lists_its_own(figure, text)


def _is_converted(here: Counted | None, given: Words) -> bool:
    """Whether it is as much as a figure there in another unit: two days for 48 hours."""
    if here is None or not here.measure:
        return False
    there = (found for each in given.figures[:MOST_CONVERTED] if (found := counted_by(given.text, each)))
    if any(each.is_as_much_as(here) and not each.is_less_exact(here) for each in there):
        return True
    return any(each.is_as_much_as(here) for each in single_measures(given.text))


def _is_hour(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether it is part of an hour that is given there in other words: “half past two” for 2:30."""
    hours = {each.minute for each in clock_times_in(given.text)}
    return bool(hours) and any(
        each.start <= figure.start and figure.end <= each.end and each.minute in hours for each in clock_times_in(text)
    )


def _is_span(figure: TextNumber, here: Counted | None, given: Words) -> bool:
    """Whether so many days, months or years lie between two dates there: the last may be counted, or not."""
    if here is None or here.measure != "time" or len(given.dates) > MOST_DATES:
        return False
    years = {each.year for each in given.dates if each.year}
    year = min(years) if len(years) == 1 else None if years else _ANY_YEAR
    if _DAY in here.roots or _WEEK in here.roots:
        spans = [*_spans([day for each in given.dates if (day := _day_of(each, year))])]
        if _WEEK in here.roots:
            spans = [span // _DAYS_OF_WEEK for span in spans if span % _DAYS_OF_WEEK in (0, 6)]
    elif _MONTH in here.roots:
        dated = [each for each in given.dates if each.month and (each.year or year)]
        spans = [*_spans([(each.year or year or 0) * 12 + (each.month or 0) for each in dated])]
    else:
        spans = [*_spans([each.year for each in given.dates if each.year])] if _YEAR in here.roots else []
    return any(figure.value in (span, span + 1) for span in spans if span)


def _spans(points: list[int]) -> Iterator[int]:
    return (abs(one - other) for one, other in combinations(points, 2))


def _day_of(date: DateWords, year: int | None) -> int | None:
    """The number of a day, where all of it is told; its year may be that of the others."""
    if date.month and date.day and (date.year or year):
        try:
            return dt.date(date.year or year or 1, date.month, date.day).toordinal()
        except ValueError:
            return None
    return None
