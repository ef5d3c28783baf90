"""Numbers that are written out: `twenty-five`, `half a million`, `two dozen`, `fifth`."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

_UNITS: Final = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS: Final = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth
"""
_ORDINAL_TENS: Final = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"

CARDINALS: Final[Mapping[str, int]] = {
    **{word: number for number, word in enumerate(_UNITS.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
}
ORDINALS: Final[Mapping[str, int]] = {
    **{word: number for number, word in enumerate(_ORDINALS.split(), 1)},
    **{word: 10 * number for number, word in enumerate(_ORDINAL_TENS.split(), 2)},
}
SCALES: Final[Mapping[str, Decimal]] = {
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
    "dozen": Decimal(12),
}
SHORT_SCALES: Final[Mapping[str, Decimal]] = {
    "k": SCALES["thousand"],
    "m": SCALES["million"],
    "mn": SCALES["million"],
    "mln": SCALES["million"],
    "bn": SCALES["billion"],
    "b": SCALES["billion"],
    "tn": SCALES["trillion"],
}
SAME_AS_TWO: Final = frozenset({"both", "couple", "pair", "twice", "twin", "bilateral", "double", "doubled"})
"""Words that carry the number two, though they do not give it."""

_PART: Final = "|".join(sorted((*CARDINALS, *ORDINALS, *SCALES, "half"), key=len, reverse=True))
_SPACE: Final = "[ \u00a0\n-]"
_BETWEEN: Final = f"{_SPACE}(?:(?:and|an?|and{_SPACE}an?){_SPACE})?"
_AND_A_HALF: Final = re.compile(rf"{_SPACE}and{_SPACE}an?{_SPACE}half\b")
_PLUS_HALF: Final = "+half"
_MOST_PARTS: Final = 30
"""The most words that may follow the first word of a number; no number below a quadrillion needs so many."""
WRITTEN: Final = re.compile(rf"\b(?:{_PART})s?\b(?:{_BETWEEN}(?:{_PART})\b){{0,{_MOST_PARTS}}}", re.I)
"""A run of number words."""


def value_of(words: str) -> tuple[Decimal, bool] | None:
    """The number that a run of words gives, and whether it is an ordinal; None where they give none.

    `a million and a half` has half a million. `one` and `first` alone give none: they are said of what is not counted.
    `dozens` and `millions` give none either.
    """
    plain = _AND_A_HALF.sub(f" {_PLUS_HALF}", words.lower())
    parts = [part for part in re.split(r"[\s-]+", plain) if part not in ("and", "a", "an")]
    if len(parts) == 1 and (parts[0] in ("one", "first", "half", "second", "zero") or parts[0].endswith("s")):
        return None
    is_ordinal = parts[-1] in ORDINALS
    total = _sum(parts)
    return None if total is None else (total, is_ordinal)


def _sum(parts: Iterable[str]) -> Decimal | None:
    total, group, scale = Decimal(0), None, Decimal(1)
    for part in parts:
        if part in SCALES:
            scale = SCALES[part]
            group = (Decimal(1) if group is None else group) * scale
            if scale > 100:
                total, group = total + group, None
        elif part == _PLUS_HALF:
            group = (group or Decimal(0)) + scale / 2
        elif part == "half":
            group = Decimal("0.5")
        else:
            number = CARDINALS.get(part, ORDINALS.get(part))
            if number is None:
                return None
            group, scale = (group or Decimal(0)) + number, Decimal(1)
    return total + (group or Decimal(0))
