"""Whether a number follows from what other words give."""

import re
from typing import Final

from dashboard.evidence.derived_numbers.clock_times import clock_times_in
from dashboard.evidence.derived_numbers.coordinated import is_rest_of_partitive, is_sum_of_coordinated
from dashboard.evidence.derived_numbers.date_spans import is_span
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
    TextNumber,
    Words,
    counted_by,
    single_measures,
)

MOST_CONVERTED: Final = 50
"""The most figures of a text that are compared with one in another unit."""


_THE_TWO: Final = re.compile(r"\b(?:the|these|those|their) \Z", re.IGNORECASE)
_PAIR: Final = re.compile(
    r"\b(?:both|either|neither|each other|mutual\w*|bilateral\w*|inter-[A-Z]\w+"
    r"|[A-Z][\w’'-]+ and (?:the )?[A-Z][\w’'-]+"
    r"|between [^.;]{3,60} and)\b"
)
"""What makes two of those that a quote speaks of: “between Peru and Ecuador”, “inter-Korean”."""


def is_derived(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a figure of `text` follows from what other words give, without being written there."""
    here = counted_by(text, figure)
    if _is_converted(here, given) or is_total(figure, text, given) or is_span(figure, here, text, given):
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
    if figure.value == 2 and _THE_TWO.search(text[: figure.start]) and _PAIR.search(given.text):
        return True
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
