"""How much selected words say: a number or a range, with its currency or what it counts."""

import re
from decimal import Decimal
from typing import Any, Final

from dashboard.evidence.words import COUNT, CURRENCIES, ORDINAL, PERCENT, counted_by, dates_in, figures_in, ranges_in

_CODES: Final = {
    "dollar": "USD",
    "pound": "GBP",
    "yen": "JPY",
    "won": "KRW",
    "rupee": "INR",
    "rouble": "RUB",
}
"""The currency that a word means where nothing says which: of others, such as `peso`, it is left open."""
_REACH: Final = 24
_QUALIFIERS: Final = (
    (
        "at-least",
        re.compile(r"\b(?:over|more than|at least|above|exceed\w*|upwards of|no fewer than|no less than)\W*$", re.I),
    ),
    ("at-most", re.compile(r"\b(?:up to|at most|no more than|under|below|fewer than|less than|as many as)\W*$", re.I)),
    (
        "about",
        re.compile(r"\b(?:about|around|some|roughly|nearly|almost|approximately|an estimated|close to)\W*$", re.I),
    ),
)


def quantity_in(words: str) -> dict[str, Any] | None:
    """The first amount in some words, as the fields of a `Quantity`; None where they give no number.

    What they do not say stays out: a `dollar` is one of the United States, a `peso` of no country that is known.
    """
    spans = [(each.start, each.end) for each in dates_in(words)]
    figures = [each for each in figures_in(words, spans) if each.unit != ORDINAL]
    if not figures:
        return None
    first = next((each for each in figures if each.unit not in (COUNT, PERCENT)), figures[0])
    range_ = next(iter(ranges_in(words)), None)
    if range_ is not None:
        last = next((each for each in figures if each.value == range_.high), first)
        return {"value": _plain(range_.low), "to": _plain(range_.high), **_measure(words, range_.unit, last)}
    before = words[max(0, first.start - _REACH) : first.start].rstrip("$€£¥₩₹₽₴ \u00a0")
    qualifier = next((name for name, pattern in _QUALIFIERS if pattern.search(before)), None)
    return {
        "value": _plain(first.value),
        **_measure(words, first.unit, first),
        **({"qualifier": qualifier} if qualifier else {}),
    }


def _measure(words: str, unit: str, figure: Any) -> dict[str, Any]:
    if unit == PERCENT:
        return {"unit": "percent"}
    if unit != COUNT:
        code = _CODES.get(unit) or (unit if len(unit) == 3 and unit.isupper() else None)
        code = code or next((each for each in _only_codes(unit)), None)
        return {"currency": code} if code else {}
    counted = counted_by(words, figure)
    return {"unit": " ".join(counted.words.split())[:80]} if counted else {}


def _only_codes(word: str) -> list[str]:
    """The code of a word that is one currency's alone."""
    codes = [code for code, name in CURRENCIES.items() if name == word]
    return codes if len(codes) == 1 else []


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
