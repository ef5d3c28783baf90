"""Numbers of rough size: “dozens”, “several hundred”, “tens of thousands”."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.evidence.words.figures import COUNT, ORDINAL, PERCENT, TextNumber
from dashboard.evidence.words.number_words import SCALES

_PLURALS: Final = {f"{word}s": value for word, value in SCALES.items()}
_MULTIPLES: Final = {**_PLURALS, "tens": Decimal(10), "scores": Decimal(20)}
_ROUGH: Final = re.compile(
    rf"\b(?:(?P<many>{'|'.join(_MULTIPLES)})\s+of\s+(?P<of>{'|'.join(_PLURALS)})"
    rf"|(?P<multiple>tens|scores)\s+of|(?P<plural>{'|'.join(_PLURALS)})"
    rf"|(?:several|many|some|a\s+few|a\s+couple(?:\s+of)?)\s+(?P<scale>{'|'.join(SCALES)}))\b",
    re.IGNORECASE,
)
ROUGH_WORDS: Final = frozenset((*_MULTIPLES, *SCALES))
"""Words of which one stands in every number of rough size, in small letters."""
_LEAST: Final = Decimal("1.5")
_MOST: Final = 100
"""How many times its scale a number of rough size is at least, and at most."""
_TYPICAL: Final = 2
_ALIKE: Final = 3


@dataclass(frozen=True, slots=True)
class RoughNumber:
    """A number of which a text gives no more than the scale."""

    scale: Decimal
    """100 of `hundreds`, 10,000 of `tens of thousands`."""
    start: int
    end: int
    """Half-open span, in code points."""

    def may_be(self, value: Decimal | int) -> bool:
        """Whether a number is so large, roughly: `hundreds` may be 150 and 8,000, and not 30."""
        return _LEAST * self.scale <= value <= _MOST * self.scale

    def is_like(self, other: "RoughNumber") -> bool:
        """Whether another is of about the same scale: `scores` for `dozens`, and not `hundreds`."""
        return self.scale < _ALIKE * other.scale and other.scale < _ALIKE * self.scale

    def is_given_by(self, figures: Iterable[TextNumber], others: Iterable["RoughNumber"]) -> bool:
        """Whether some figures, one of them or all counts together, or other numbers of rough size are so large."""
        values = [each for each in figures if each.unit not in (PERCENT, ORDINAL)]
        counts = {each.value for each in values if each.unit == COUNT and each.value > 1}
        sizes = (*(each.value for each in values), sum(counts), *(_TYPICAL * each.scale for each in others))
        return any(map(self.may_be, sizes))


def rough_numbers_in(text: str) -> Iterator[RoughNumber]:
    """Every number of rough size, in order."""
    for match in _ROUGH.finditer(text):
        if match["many"]:
            scale = _MULTIPLES[match["many"].lower()] * _PLURALS[match["of"].lower()]
        else:
            scale = {**_MULTIPLES, **SCALES}[(match["multiple"] or match["plural"] or match["scale"]).lower()]
        yield RoughNumber(scale, *match.span())
