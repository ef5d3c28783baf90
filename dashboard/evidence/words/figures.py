"""Figures in a sentence: counts, money, percentages, ordinals; in digits or in words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Final

from dashboard.evidence.words.number_words import (
    CARDINALS,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    WRITTEN,
    value_of,
)

_SYMBOLS: Final = {
    "$": "dollar",
    "€": "EUR",
    "£": "pound",
    "¥": "yen",
    "₩": "won",
    "₹": "rupee",
    "₽": "rouble",
    "₴": "UAH",
}
_NAMES: Final = {
    "dollar": "dollar", "usd": "dollar", "euro": "EUR", "eur": "EUR", "pound": "pound", "gbp": "pound", "yen": "yen",
    "jpy": "yen", "won": "won", "krw": "won", "yuan": "CNY", "cny": "CNY", "renminbi": "CNY", "rupee": "rupee",
    "inr": "rupee", "rouble": "rouble", "ruble": "rouble", "rub": "rouble", "hryvnia": "UAH", "uah": "UAH",
    "franc": "franc", "chf": "franc", "peso": "peso", "real": "BRL", "reais": "BRL", "lira": "lira", "try": "lira",
    "dinar": "dinar", "riyal": "riyal", "dirham": "dirham", "shekel": "ILS", "ils": "ILS", "zloty": "PLN", "pln": "PLN",
    "krona": "krona", "kronor": "krona", "krone": "krona", "kroner": "krona", "cent": "cent",
}  # fmt: skip
CURRENCIES: Final = {
    "USD": "dollar", "AUD": "dollar", "CAD": "dollar", "NZD": "dollar", "HKD": "dollar", "SGD": "dollar",
    "TWD": "dollar",
    "GBP": "pound", "EGP": "pound", "LBP": "pound", "SYP": "pound", "JPY": "yen", "KRW": "won", "KPW": "won",
    "INR": "rupee", "PKR": "rupee", "RUB": "rouble", "BYN": "rouble", "CHF": "franc", "XAF": "franc", "XOF": "franc",
    "MXN": "peso", "COP": "peso", "CLP": "peso", "ARS": "peso", "PHP": "peso", "CUP": "peso", "TRY": "lira",
    "KWD": "dinar", "IQD": "dinar", "JOD": "dinar", "RSD": "dinar", "TND": "dinar", "DZD": "dinar", "LYD": "dinar",
    "BHD": "dinar", "SAR": "riyal", "QAR": "riyal", "IRR": "riyal", "OMR": "riyal", "YER": "riyal", "AED": "dirham",
    "MAD": "dirham", "SEK": "krona", "NOK": "krona", "DKK": "krona", "ISK": "krona", "ITL": "lira",
}  # fmt: skip
"""ISO 4217 code to the word that a text has for it; a code that is not here is its own word."""

_PARTS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SEPARATORS: Final = str.maketrans("\u066b\u066c", ".,")
"""Arabic ones, of decimals and of thousands."""
_LONG: Final = "|".join((*SCALES, "bn", "mn", "mln", "tn"))
_SPACE: Final = "[ \u00a0\u202f\n-]"
_DIGITS: Final = re.compile(
    rf"""
    (?P<digits>\d*[½¼¾]|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)|\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+|,\d{{1,2}}(?!\d))?)
    (?:{_SPACE}?(?P<scale>{_LONG})s?\b|(?P<short>[kKmMbB])\b)?
    (?P<ordinal>st\b|nd\b|rd\b|th\b)?
    """,
    re.VERBOSE,
)
_UNIT: Final = re.compile(
    rf"{_SPACE}{{0,2}}(?:(?P<percent>%|(?a:per[ \u00a0]?cent)\b)"
    rf"|(?a:(?:U\.?S\.? )?(?P<currency>{'|'.join(_NAMES)})s?)\b)",
    re.I,
)
"""`LİRA` and `dınar` are left alone: what ignores case would else take a letter with another for a word of `_NAMES`."""
FIGURE_BEFORE: Final = rf"[{''.join(_SYMBOLS)}][ \u00a0]{{0,4}}|\b[A-Z]{{3}}[ \u00a0]?"
"""What is read with a figure when it stands before it, as a pattern."""
FIGURE_GOES_ON: Final = frozenset(
    {
        *SCALES,
        *(f"{scale}s" for scale in SCALES),
        "bn",
        "mn",
        "mln",
        "tn",
        "k",
        "m",
        "b",
        "per",
        "u.s",
        "us",
        "u.s.",
        "u",
    }
)
"""Words that are read with a figure when they stand behind it, in small letters; behind which others may be, too."""
FIGURE_BEHIND: Final = FIGURE_GOES_ON | frozenset(
    {*_NAMES, *(f"{name}s" for name in _NAMES), "%", "percent", "st", "nd", "rd", "th"}
)
"""All of them."""
_CODE: Final = re.compile(r"\b(?P<code>[A-Z]{3})[ \u00a0]?$")
_FIGURE_BEFORE: Final = re.compile(r"[\d½¼¾][ \u00a0-]?\Z")
_WORDS: Final = re.compile("[a-z]+")
NUMBER_WORDS: Final = frozenset({*CARDINALS, *ORDINALS, *SCALES, *(f"{scale}s" for scale in SCALES)})
"""Words that may be part of a number, in small letters."""

COUNT: Final = ""
PERCENT: Final = "%"
ORDINAL: Final = "ordinal"


@dataclass(frozen=True, slots=True)
class TextNumber:
    """A number in a text."""

    value: Decimal
    """As it is meant: 13500000 of `$13.5 million`."""
    unit: str
    """What it counts: a currency's word (`dollar`), `%`, `ordinal`, or nothing."""
    start: int
    end: int
    """Half-open span, in code points."""

    def is_given_by(self, others: Iterable["TextNumber"]) -> bool:
        """Whether one of `others` is the same number of the same.

        A bare number may stand for money, and an ordinal for a number (the 30th anniversary: thirty years).
        """
        same = [other.unit for other in others if other.value == self.value]
        if self.unit == COUNT:
            return bool(same)
        return self.unit in same or (self.unit not in (PERCENT, ORDINAL) and COUNT in same)


def mantissa(value: Decimal) -> str:
    """Its digits without zeros at the ends: `65` of 650,000 as of 0.65."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def figures_in(text: str, without: Iterable[tuple[int, int]] = ()) -> list[TextNumber]:
    """Every figure in `text`, in order; none that lies in one of the spans `without` (those of dates)."""
    spans = sorted(without)
    starts, reached = [start for start, _ in spans], [*accumulate((end for _, end in spans), max)]
    found = []
    for figure in (*_in_digits(text), *_in_words(text)):
        before = bisect_left(starts, figure.end)
        if not before or reached[before - 1] <= figure.start:
            found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


def _in_digits(text: str) -> Iterator[TextNumber]:
    text = text.translate(_SEPARATORS)
    for match in _DIGITS.finditer(text):
        before = text[max(0, match.start() - 5) : match.start()]
        if before and (before[-1].isalnum() or (before[-1] in ".,-" and before[-2:-1].isalnum())):
            continue  # U-2, G7, 1.2.3
        value = _plain(match["digits"])
        scale = match["scale"]
        if scale or match["short"]:
            value *= SCALES.get(scale or "") or SHORT_SCALES[(scale or match["short"]).lower()]
        unit, end = _unit(text, match, before)
        yield TextNumber(value, unit, match.start(), end)


def _plain(digits: str) -> Decimal:
    if (part := _PARTS.get(digits[-1])) is not None:
        return Decimal(digits[:-1] or 0) + part
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        return Decimal(digits.replace(",", "."))
    if digits.count(".") > 1:
        return Decimal(digits.replace(".", ""))
    return Decimal(re.sub("[,\u00a0\u202f]", "", digits))


def _unit(text: str, match: re.Match[str], before: str) -> tuple[str, int]:
    if match["ordinal"]:
        return ORDINAL, match.end()
    if symbol := _SYMBOLS.get(before.rstrip(" \u00a0")[-1:]):
        return symbol, match.end()
    behind = _UNIT.match(text, match.end())
    if behind:
        return PERCENT if behind["percent"] else _NAMES[behind["currency"].lower()], behind.end()
    code = _CODE.search(before)
    word = _NAMES.get(code["code"].lower()) if code else None
    return word or COUNT, match.end()


def _in_words(text: str) -> Iterator[TextNumber]:
    if NUMBER_WORDS.isdisjoint(_WORDS.findall(text.lower())):
        return
    for match in WRITTEN.finditer(text):
        if _FIGURE_BEFORE.search(text[max(0, match.start() - 2) : match.start()]):
            continue  # the scale of a figure in digits
        value = value_of(match[0])
        if value is None:
            continue
        behind = _UNIT.match(text, match.end())
        unit = ORDINAL if value[1] else COUNT
        if behind and not value[1]:
            unit = PERCENT if behind["percent"] else _NAMES[behind["currency"].lower()]
        yield TextNumber(value[0], unit, match.start(), match.end())
