"""Figures in a sentence: counts, money, percentages, ordinals; in digits or in words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, pairwise
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
    (?:{_SPACE}?(?P<scale>{_LONG})s?\b|(?P<short>[kKmMbB])\b|[ \u00a0]?(?P<metric>M)(?=(?:t|ha|toe|m³)\b))?
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

_JOINT: Final = re.compile(r"\s*(?:to|or|–|—|−|-)\s*[$€£¥]?\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+[$€£¥]?\s*", re.IGNORECASE)
_PLUS_DIGIT: Final = re.compile(r"\+\d")
_DIGIT_PLUS: Final = re.compile(r"\d\+\Z")
_JOINS: Final = frozenset(".,-")
_LOW_END: Final = re.compile(r"(?:\A|[\s($€£¥])\d+(?:\.\d+)?-\Z")
_AND_IN_NUMBER: Final = re.compile(r"\sand\s(?!an?\b|half\b)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\b(?:between|from)\s+[$€£¥]?\s*$", re.IGNORECASE)
_REACH: Final = 12

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
    return _with_shared_scales(text, sorted(found, key=lambda figure: figure.start))


def _with_shared_scales(text: str, figures: list[TextNumber]) -> list[TextNumber]:
    """The figures, of which the first of a range has the scale and unit of the second: “four to six thousand”."""
    for index, (first, second) in enumerate(pairwise(figures)):
        if len({first.unit, second.unit} - {COUNT}) > 1 or second.unit == ORDINAL or first.end > second.start:
            continue
        between = text[first.end : second.start]
        opened = _BETWEEN.search(text[max(0, first.start - _REACH) : first.start])
        if _JOINT.fullmatch(between) or (opened and _AND.fullmatch(between)):
            figures[index] = _on_scale_of(second, first, text)
    return figures


def _on_scale_of(second: TextNumber, first: TextNumber, text: str) -> TextNumber:
    """The first number of a range, by the scale and unit of the second if that leaves it the lower one."""
    plain, written = (_plain_number(text[each.start : each.end]) for each in (first, second))
    if plain != first.value or not written or plain >= written:
        return first
    unit = PERCENT if second.unit == PERCENT else first.unit
    return replace(first, value=plain * second.value / written, unit=unit)


def _plain_number(words: str) -> Decimal | None:
    """The number before a scale: 13.5 of `13.5 million`, six of `six thousand dollars`."""
    if match := _DIGITS.search(words):
        return _plain(match["digits"])
    first = words.lower().replace("-", " ").split(maxsplit=1)[0]
    return Decimal(CARDINALS[first]) if first in CARDINALS else None


def _in_digits(text: str) -> Iterator[TextNumber]:
    text = text.translate(_SEPARATORS)
    for match in _DIGITS.finditer(text):
        before = text[max(0, match.start() - 5) : match.start()]
        is_joined = before[-1:].isalnum() or (before[-1:] in _JOINS and before[-2:-1].isalnum())
        if before and is_joined and not _is_end_of_range(text, match):
            continue  # U-2, G7, 1.2.3
        if _PLUS_DIGIT.match(text, match.end()) or _DIGIT_PLUS.search(before):
            continue  # the “5+5 commission”
        value = _plain(match["digits"])
        scale = match["scale"]
        if short := match["short"] or match["metric"]:
            value *= SHORT_SCALES[short.lower()]
        elif scale:
            value *= SCALES.get(scale) or SHORT_SCALES[scale.lower()]
        unit, end = _unit(text, match, before)
        yield TextNumber(value, unit, match.start(), end)


def _is_end_of_range(text: str, match: re.Match[str]) -> bool:
    """Whether a number with a scale or a sign of percent ends a range: `$10-15 million`."""
    if _LOW_END.search(text[max(0, match.start() - _REACH) : match.start()]) is None:
        return False
    return bool(match["scale"]) or text[match.end() : match.end() + 9].lstrip(" ").startswith(
        ("%", "percent", "per cent")
    )


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
    for start, end in _written_spans(text):
        if _FIGURE_BEFORE.search(text[max(0, start - 2) : start]):
            continue  # the scale of a figure in digits
        value = value_of(text[start:end])
        if value is None:
            continue
        behind = _UNIT.match(text, end)
        unit = ORDINAL if value[1] else COUNT
        if behind and not value[1]:
            unit = PERCENT if behind["percent"] else _NAMES[behind["currency"].lower()]
        yield TextNumber(value[0], unit, start, end)


def _written_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers are written out: two of them in “between four and six thousand”, one in “a hundred and six”."""
    for match in WRITTEN.finditer(text):
        start = match.start()
        is_opened = _BETWEEN.search(text[max(0, start - _REACH) : start])
        joints = list(_AND_IN_NUMBER.finditer(text, start, match.end()))
        for joint in joints:
            before = text[start : joint.start()].lower().replace("-", " ").split()[-1]
            if before in CARDINALS or (is_opened and joint is joints[-1]):
                yield start, joint.start()
                start = joint.end()
        yield start, match.end()
