"""Numbers that are no exact one: ranges (`87 to 107 people`), bounds (`over 345`) and rough sizes (“dozens”)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dashboard.evidence.words.calendar_words import dates_in
from dashboard.evidence.words.counted import counted_by
from dashboard.evidence.words.figures import COUNT, ORDINAL, PERCENT, TextNumber, figures_in
from dashboard.evidence.words.number_words import SCALES

_HYPHEN: Final = re.compile(r"(?<=\d)-(?=[$€£¥]?\d)")
_JOINT: Final = re.compile(r"\s*(?:to|or|up to|–|—|−)\s*[$€£¥]?\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+[$€£¥]?\s*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\b(?:between|from)\s+[$€£¥]?\s*$", re.IGNORECASE)
_REACH: Final = 12
_CHANGED: Final = re.compile(
    r"\b(?:rais\w+|rise[ns]?|rising|rose|increas\w+|gr[eo]w\w*|cut\w*|f[ae]ll\w*|drop\w*|reduc\w+|lower\w*|expand\w*|go|goes"
    r"|going|gone|went|climb\w*|jump\w*|swell\w*|swoll\w+|shr[iau]nk\w*|declin\w+|slip\w*|up|down|extend\w*|lift\w*"
    r"|boost\w*|soar\w*|surg\w+|plung\w+|chang\w+|mov\w+|advanc\w+|halv\w+|doubl\w+|tripl\w+|rais\w+|improv\w+)\b",
    re.IGNORECASE,
)
"""What says that a number is no longer what it was."""
_FROM: Final = re.compile(r"\bfrom\s+(?:\w+\s+)?[$€£¥]?\s*\Z", re.IGNORECASE)
_TO: Final = re.compile(r"(?:[^.;:!?\d]{0,40}?\b[12]\d{3}\b)?[^.;:!?\d]{0,40}?\s(?:to|and)\s(?:\w+\s)?[$€£¥]?\s*")
_SENTENCE_END: Final = re.compile(r"[.;!?]\s")
_REACH_OF_CHANGES: Final = 80
BOUNDS: Final = (
    (
        "at-least",
        "more than|over|above|at least|exceed(?:s|ed|ing)?|in excess of|upwards? of|(?:no|not) (?:less|fewer) than"
        "|beyond|(?<!the )(?<!half )past|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|a minimum(?: of)?|minimum of",
    ),
    (
        "at-most",
        "(?<!no )(?<!not )(?:less|fewer) than|under|below|at most|up to|as many as|as much as|(?:no|not) more than"
        "|(?:a )?maximum(?: of)?|capped at|limited to",
    ),
    ("at-most", "nearly|almost|close to|not quite|just under"),
    (
        "about",
        "about|around|approximately|roughly|some|an? estimated|estimated|circa|nearly|almost|close to"
        "|in the (?:region|vicinity|neighbou?rhood) of",
    ),
)
"""Each qualifier of an amount with the words before a number that say so."""
_BOUNDS_BEFORE: Final = tuple(
    (which, re.compile(rf"\b({words})\s+(?:[$€£¥]\s?)?$", re.IGNORECASE)) for which, words in BOUNDS
)
_BEHIND: Final = r"(?:\s[\w-]+){0,3}?,?\s"
_BOUNDS_BEHIND: Final = (
    (
        "at-least",
        re.compile(rf"(?:\+|[- ]plus\b|{_BEHIND}\b(?P<words>at (?:the (?:very )?)?least|if not more|minimum)\b)", re.I),
    ),
    ("at-most", re.compile(rf"{_BEHIND}\b(?P<words>at (?:the (?:very )?)?most|if not (?:fewer|less)|maximum)\b", re.I)),
    ("about", re.compile(rf"{_BEHIND}\b(?P<words>or thereabouts|give or take|more or less)\b", re.I)),
)
"""Each qualifier with the words behind a number, and what it counts, that say so."""
_RESTATED: Final = re.compile(r"(?P<before>(?:[^()\[\].;:]|\.(?=\d)){1,60}?)\s?[(\[](?:[$€£¥]\s?)?\Z")
_BRACKET_ENDS: Final = re.compile(r"(?:\s(?P<unit>[\w/]+))?\s?[)\]]")
_REACH_OF_BRACKETS: Final = 64
"""In brackets, a number again that stands before them, in another unit: “about 12 miles (19 km)”."""
_OPEN: Final = re.compile(r"\s*(?:\w+\s+){0,2}(?:or (?:more|so|less)|and counting)\b", re.IGNORECASE)
"""What leaves a number open behind it."""
_REACH_OF_BOUNDS: Final = 24
_PLURALS: Final = {f"{word}s": value for word, value in SCALES.items()}
_MULTIPLES: Final = {**_PLURALS, "tens": Decimal(10), "scores": Decimal(20)}
_ROUGH: Final = re.compile(
    rf"\b(?:(?P<many>{'|'.join(_MULTIPLES)})\s+of\s+(?P<of>{'|'.join(_PLURALS)})"
    rf"|(?P<multiple>tens|scores)\s+of|(?P<plural>{'|'.join(_PLURALS)})"
    rf"|(?:several|many|a\s+few|a\s+couple(?:\s+of)?)\s+(?P<scale>{'|'.join(SCALES)}))\b",
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
class NumberRange:
    """Two numbers, the lower one first, and what both count: a currency's word, or nothing."""

    low: Decimal
    high: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class NumberChange:
    """What a number was and what it has become, or is to become; and what both count: a currency's word, or nothing."""

    old: Decimal
    new: Decimal
    unit: str


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


def ranges_in(text: str) -> Iterator[NumberRange]:
    """The ranges of a text. A scale of the second number is the first one's too: `$10 to $15 million`."""
    text = _HYPHEN.sub("–", text)
    for first, second in pairwise(figures_in(text)):
        between = text[first.end : second.start]
        opened = _BETWEEN.search(text[max(0, first.start - _REACH) : first.start])
        if not (_JOINT.fullmatch(between) or (opened and _AND.fullmatch(between))):
            continue
        if first.value < second.value and (not first.unit or not second.unit or first.unit == second.unit):
            yield NumberRange(first.value, second.value, second.unit or first.unit)


@lru_cache(maxsize=64)
def changes_in(text: str) -> tuple[NumberChange, ...]:
    """The changes of a text that have both ends: `raised the rent from $26 to $40 million`, `up from 9 to 10`."""
    return tuple(_changes(text)) if _CHANGED.search(text) else ()


def _changes(text: str) -> Iterator[NumberChange]:
    text = _HYPHEN.sub("–", text)
    for first, second in pairwise(figures_in(text, [(each.start, each.end) for each in dates_in(text)])):
        before = text[max(0, first.start - _REACH_OF_CHANGES) : first.start]
        if _FROM.search(before) is None or not _TO.fullmatch(text, first.end, second.start):
            continue
        if _CHANGED.search(_SENTENCE_END.split(before)[-1]) and (not first.unit or first.unit == second.unit):
            yield NumberChange(first.value, second.value, second.unit)


def bounds_of(text: str, figure: TextNumber) -> Mapping[str, str]:
    """The qualifiers that the words about a figure give to it, each with these words; none of an exact one.

    In brackets, a number may be once more the one before them: `more than half a million (500,000)`.
    """
    found = _bounds_at(text, figure.start)
    for which, bound in _BOUNDS_BEHIND:
        if match := bound.match(text, figure.end):
            found.setdefault(which, (match["words"] if "words" in bound.groupindex else None) or match[0].strip("- "))
    return found or _bounds_before_bracket(text, figure)


def has_bound_behind(text: str, end: int) -> bool:
    """Whether the words behind a number, or what it counts, that ends there limit it: `300 people at most`."""
    return any(bound.match(text, end) for _, bound in _BOUNDS_BEHIND)


def _bounds_at(text: str, start: int) -> dict[str, str]:
    before = text[max(0, start - _REACH_OF_BOUNDS) : start]
    return {which: match[1] for which, bound in _BOUNDS_BEFORE if (match := bound.search(before))}


def _bounds_before_bracket(text: str, figure: TextNumber) -> Mapping[str, str]:
    """The qualifiers of the number that a figure in brackets says again."""
    first = max(0, figure.start - _REACH_OF_BRACKETS)
    bracket = _RESTATED.search(text[first : figure.start])
    ends = _BRACKET_ENDS.match(text, figure.end) if bracket else None
    if bracket is None or ends is None:
        return {}
    if ends["unit"] and figure.unit == COUNT and not ((counted := counted_by(text, figure)) and counted.measure):
        return {}
    number = next(reversed(figures_in(bracket["before"])), None)
    return _bounds_at(text, first + bracket.start() + number.start) if number else {}


def is_left_open(text: str, figure: TextNumber) -> bool:
    """Whether the words behind a figure leave it open: `thirty or so`."""
    return _OPEN.match(text, figure.end) is not None


def is_exact_in(text: str, figures: Sequence[TextNumber]) -> bool:
    """Whether one of some figures of a text stands there without a bound, and as no end of a range."""
    ends = {end for each in ranges_in(text) for end in (each.low, each.high)}
    return any(not (bounds_of(text, each) or is_left_open(text, each) or each.value in ends) for each in figures)


def rough_numbers_in(text: str) -> Iterator[RoughNumber]:
    """Every number of rough size, in order."""
    for match in _ROUGH.finditer(text):
        if match["many"]:
            scale = _MULTIPLES[match["many"].lower()] * _PLURALS[match["of"].lower()]
        else:
            scale = {**_MULTIPLES, **SCALES}[(match["multiple"] or match["plural"] or match["scale"]).lower()]
        yield RoughNumber(scale, *match.span())
