"""Shares and multiples in a text, and what they come to: “a third of its 120 tanks”, “one in five”, “doubled”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Final

from dashboard.evidence.words import CARDINALS, COUNT, ORDINAL, PERCENT, TextNumber, Words, changes_in

_MOST_FIGURES: Final = 24
_MOST_COUNTS: Final = 12
_MOST_SHARES: Final = 12
_POINT: Final = Decimal(1)
"""How many points of percent a share may be from the exact one."""
_ROUGH_POINTS: Final = Decimal(3)
"""How many where it is said to be rough: “nearly two thirds” of 64.2 percent."""
_NUMBER: Final = rf"\d{{1,3}}|{'|'.join(CARDINALS)}"
_PARTS: Final = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_SHARE: Final = re.compile(
    rf"\b(?:(?P<many>an?|{_NUMBER})[ -](?P<part>{'|'.join(_PARTS)})s?\b"
    rf"(?!\s(?:time|day|man|woman|person|country|party))"
    rf"|(?P<of>{_NUMBER})\s(?:in|out\sof)\s(?:every\s)?(?P<all>{_NUMBER})\b"
    rf"(?!\s(?:second|minute|hour|day|week|month|year|decade|case|attempt)s?\b)"
    rf"|(?:every|each)\s(?P<nth>second|{'|'.join(_PARTS)})\b(?!\s(?:minute|hour|day|night|week|month|year|time|case|attempt))"
    rf"|(?P<half>half)\b(?!\spast))",
    re.IGNORECASE,
)
_MULTIPLES: Final = {
    2: r"doubl\w+|twice|two-?fold|twofold",
    3: r"tripl\w+|trebl\w+|three-?fold|threefold|three\stimes|thrice",
    4: r"quadrupl\w+|four-?fold|four\stimes",
    5: r"quintupl\w+|five-?fold|five\stimes",
    6: r"six-?fold|six\stimes",
    10: r"ten-?fold|ten\stimes",
}
_MULTIPLE: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<by{by}>{words})' for by, words in _MULTIPLES.items())}|(?P<halved>halv\w+))\b",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"\b(?:left|remain\w*|rest|others?|still|stay\w*|ke(?:ep|pt)|surviv\w+|spared)\b", re.IGNORECASE
)
"""Words by which a claim tells of what a share leaves."""
_REMAINDER: Final = re.compile(r"\bthe (?:rest|remainder|others?|remaining)\b", re.IGNORECASE)
"""Words by which a text gives what a share leaves, too."""
_ROUGH: Final = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|close to|just (?:under|over)|more than|over|less than|under)\s\Z",
    re.IGNORECASE,
)
_REACH: Final = 20


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, as a text gives it in words."""

    percent: Decimal
    start: int
    end: int
    """Half-open span, in code points."""


@lru_cache(maxsize=16)
def shares_in(text: str) -> tuple[Share, ...]:
    """Every share that a text gives in words: “two thirds”, “one in five”, “half”."""
    return tuple(_shares(text))


def _shares(text: str) -> Iterator[Share]:
    for match in _SHARE.finditer(text):
        if match["half"]:
            many, of = 1, 2
        elif match["nth"]:
            many, of = 1, _PARTS.get(match["nth"].lower(), 2)
        elif match["part"]:
            many, of = _number(match["many"]), _PARTS[match["part"].lower()]
        else:
            many, of = _number(match["of"]), _number(match["all"])
        if 0 < many < of:
            yield Share(Decimal(100) * many / of, *match.span())


def _number(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdigit() else 1 if word in ("a", "an") else CARDINALS[word]


@lru_cache(maxsize=16)
def _multiples(text: str) -> frozenset[Decimal]:
    """By what a text says that something is multiplied."""
    found: set[Decimal] = set()
    for match in _MULTIPLE.finditer(text):
        found.add(Decimal("0.5") if match["halved"] else Decimal((match.lastgroup or "by1")[2:]))
    return frozenset(found)


def is_percentage(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a percentage is a share, or a change, that other words give: 20 percent for “one in five”."""
    value = figure.value
    by = (100 * abs(each - 1) for each in _multiples(given.text))
    known = (*(each.percent for each in shares_in(given.text)), *_changes(given))
    if _REST.search(text) or _REMAINDER.search(given.text):
        known = (*known, *(100 - each.value for each in given.figures[:_MOST_FIGURES] if each.unit == PERCENT))
    return _is_ratio(value, given, _POINT) or value in by or _is_near(value, known, _slack(text, figure.start))


def _changes(given: Words) -> Iterator[Decimal]:
    """By how many percent the numbers of a text change."""
    return (100 * abs(each.new - each.old) / each.old for each in changes_in(given.text) if each.old)


def is_in_share(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a figure is part of a share that other words give otherwise: “two thirds” for 66.5 percent."""
    for share in shares_in(text):
        if share.start <= figure.start and figure.end <= share.end:
            slack = _slack(text, share.start)
            percentages = (each.value for each in given.figures[:_MOST_FIGURES] if each.unit == PERCENT)
            known = (*(each.percent for each in shares_in(given.text)), *percentages, *_changes(given))
            return _is_near(share.percent, known, slack) or _is_ratio(share.percent, given, slack)
    return False


def _slack(text: str, start: int) -> Decimal:
    return _ROUGH_POINTS if _ROUGH.search(text[max(0, start - _REACH) : start]) else _POINT


def _is_near(percent: Decimal, known: tuple[Decimal, ...], slack: Decimal) -> bool:
    return any(abs(each - percent) < slack for each in known)


def _is_ratio(percent: Decimal, given: Words, slack: Decimal) -> bool:
    """Whether one count there is so many percent of another."""
    if len(given.units) > _MOST_FIGURES:
        return False
    counts = {value for value, units in given.units.items() if value > 1 and units.keys() - {PERCENT}}
    return len(counts) <= _MOST_COUNTS and any(
        abs(100 * min(pair) / max(pair) - percent) <= slack for pair in combinations(counts, 2)
    )


def is_share_of_count(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a figure is a share, or a multiple, of a count that other words give with it: 40 for “a third of 120”.

    Or what the share leaves, where the text says that it tells of the rest.
    """
    if figure.unit in (PERCENT, ORDINAL) or len(given.units) > _MOST_FIGURES:
        return False
    percentages = [each.value for each in given.figures[:_MOST_FIGURES] if each.unit == PERCENT and each.value < 100]
    shares = [*percentages, *(each.percent for each in shares_in(given.text)[:_MOST_SHARES])]
    factors = {each / 100 for each in shares}
    if factors and _REST.search(text):
        factors |= {1 - each for each in factors}
    multiples = _multiples(given.text)
    factors |= {*multiples, *(1 / each for each in multiples)}
    wholes = [value for value, units in given.units.items() if value > 1 and {figure.unit, COUNT} & units.keys()]
    return any(_is_part(figure.value, whole * factor) for whole in wholes for factor in factors)


def _is_part(value: Decimal, exact: Decimal) -> bool:
    """Whether a number is the exact one, or the whole number beside it."""
    return abs(value - exact) < 1 if exact % 1 and value >= 10 else abs(value - exact) < Decimal("0.01")
