"""Numbers that a text does not write but gives: sums, differences, shares, conversions, and what a list counts."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from dashboard.evidence.words.content import FUNCTION_WORDS
from dashboard.evidence.words.counted import counted_by
from dashboard.evidence.words.figures import COUNT, PERCENT, TextNumber
from dashboard.evidence.words.reading import Words

LEAST_SUM: Final = 10
"""The least number that is taken for a sum or a difference: smaller ones come about by chance."""
MOST_FIGURES: Final = 12
"""The most figures of a text that are added up."""
MOST_PARTS: Final = 4
"""The most figures that make one sum."""
LONGEST_LIST: Final = 20
_POINT: Final = Decimal(1)
"""How many points of percent a share may be from the exact one."""
_SENTENCE: Final = re.compile(r"(?<=[a-z)”]{2}[.!?])\s+|\n\n")
_COMMA: Final = re.compile(r"[,;]\s*(?:and\s+|or\s+)?")
_ITEM: Final = re.compile(r"(?:(?:and|or|to|from|the|in|by|of|with|its|their)\s+)*[A-Z“\"]")
_AND: Final = re.compile(r"\s(?:and|&)\s(?:the\s)?(?=[A-Z])")


def is_derived(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a figure of `text` follows from what other words give, without being written there."""
    if _is_converted(figure, text, given) or _is_total(figure, given):
        return True
    if figure.unit == PERCENT:
        return _is_share(figure.value, given)
    return figure.unit == COUNT and 2 <= figure.value <= LONGEST_LIST and figure.value in set(_list_lengths(given.text))


def _is_converted(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether it is as much as a figure there in another unit: two days for 48 hours."""
    here = counted_by(text, figure)
    if here is None or not here.measure:
        return False
    return any(there.is_as_much_as(here) for each in given.figures if (there := counted_by(given.text, each)))


def _is_total(figure: TextNumber, given: Words) -> bool:
    """Whether it is the sum of some figures there, or the difference of two, of the same unit."""
    values = {each.value for each in given.figures if each.unit == figure.unit and each.value > 1}
    if figure.value < LEAST_SUM or not 1 < len(values) <= MOST_FIGURES:
        return False
    if any(abs(one - other) == figure.value for one, other in combinations(values, 2)):
        return True
    return any(sum(parts) == figure.value for size in range(2, MOST_PARTS + 1) for parts in combinations(values, size))


def _is_share(percent: Decimal, given: Words) -> bool:
    """Whether one count there is so many percent of another."""
    counts = {each.value for each in given.figures if each.unit != PERCENT and each.value > 1}
    return len(counts) <= MOST_FIGURES and any(
        abs(100 * min(pair) / max(pair) - percent) <= _POINT for pair in combinations(counts, 2)
    )


def _list_lengths(text: str) -> Iterator[int]:
    """How many names each list of a text may have: `and` joins two of them, or stands in the name of one."""
    for sentence in _SENTENCE.split(text):
        yield sentence.count(";") + 1
        least = most = 0
        for part in _COMMA.split(sentence):
            if not _is_name(part):
                yield from range(max(least, 2), most + 1)
                least = most = 0
                continue
            least, most = least + 1, most + 1 + len(_AND.findall(part))
        yield from range(max(least, 2), most + 1)


def _is_name(part: str) -> bool:
    """Whether a part of a sentence begins with a name, small words before it apart: not “During the call”."""
    item = _ITEM.match(part)
    return item is not None and part[item.end() - 1 :].split(maxsplit=1)[0].lower() not in FUNCTION_WORDS - {"the"}
