"""What the figures of a text count: the words behind each, and the kind of measure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.evidence.words.content import ContentWord, content_words, root_of
from dashboard.evidence.words.figures import COUNT, TextNumber
from dashboard.model.vocabularies import CALLINGS, CONTRARY, ENGLISH, SORTS

_MEASURES: Final[Mapping[str, tuple[str, str]]] = {
    root_of(word): (measure, factor)
    for measure, units in {
        "time": "second 1, minute 60, hour 3600, day 86400, night 86400, week 604800, fortnight 1209600, "
        "month 2629800, year 31557600, decade 315576000, century 3155760000",
        "length": "millimetre 0.001, centimetre 0.01, centimeter 0.01, inch 0.0254, foot 0.3048, feet 0.3048, "
        "yard 0.9144, metre 1, meter 1, kilometre 1000, kilometer 1000, km 1000, kms 1000, mile 1609.344, "
        "kph 1000, kmph 1000, kmh 1000, mph 1609.344, knot 1852",
        "weight": "gram 0.001, kilogram 1, kilo 1, kg 1, pound 0.4536, tonne 1000, ton 1000",
        "area": "hectare 10000, acre 4046.86",
        "power": "watt 1, kilowatt 1000, kw 1000, megawatt 1000000, mw 1000000, gigawatt 1000000000, gw 1000000000",
        "volume": "litre 1, liter 1, gallon 3.785, barrel 158.987",
    }.items()
    for word, factor in (each.split() for each in units.split(", "))
}
"""The root of a unit to what it measures and how much: in seconds, metres, kilograms, square metres, watts, litres.

Of a speed, how far an hour takes it.
"""
_ENDS: Final = re.compile(
    r"(?<![A-Z])[.;:,()—–\n]|\b(?:and|or|to|in|on|at|for|from|with|who|which|that|by|were|was|are|is|have|had|has|will|would|of)\b"
)
_PARTS: Final = re.compile(r"(?<![A-Z])[.;:,()—–\n]\s|\b(?:and|while|but|whereas|against which|compared with|than)\b")
"""What parts the words that belong to one figure from those of another."""
_FOR: Final = re.compile(
    r"\b(?:for|in favou?r|back(?:ed|s|ing)|support(?:ed|s|ing)?|approv(?:ed|es|ing)|yes)\b", re.IGNORECASE
)
_AGAINST: Final = re.compile(r"\b(?:against|oppos(?:ed|es|ing)|reject(?:ed|s|ing)?)\b", re.IGNORECASE)
_PLUS: Final = re.compile(r"\+|-plus\b")
_SQUARE: Final = re.compile(r"\bsq(?:\.|\b)(?= ?[a-z])")
"""As short for it, with a full stop that ends no sentence."""
_WRITTEN_OUT: Final[Mapping[str, str]] = {
    short: full
    for full, shorts in {
        "square kilometres": "km² km2 km^2", "square metres": "m² m2", "cubic metres": "m³ m3", "miles": "mi",
        "cubic kilometres": "km³ km3", "nautical miles": "nmi nm NM", "kilometres": "km kms", "metres": "m",
        "centimetres": "cm", "millimetres": "mm", "feet": "ft", "hectares": "ha", "tonnes": "t", "kilograms": "kg kgs",
        "pounds": "lb lbs", "hours": "h hr hrs", "minutes": "min mins", "years": "yr yrs", "days": "d",
        "barrels": "bbl bbls", "barrels a day": "bpd b/d", "knots": "kn kts", "percentage points": "pp p.p. ppt pts",
    }.items()
    for short in shorts.split()
}  # fmt: skip
"""Units as they are written for short, right behind a number."""
_DAY_AND_NIGHT: Final = re.compile(r"\A[ -](?:day[- ]and[- ]night|night[- ]and[- ]day)(?=[ ][a-z])", re.IGNORECASE)
"""When it was, and not what is counted: “2,301 day and night patrols”."""
_SHORT: Final = re.compile(
    rf"[ \u00a0-]?(?P<unit>{'|'.join(map(re.escape, sorted(_WRITTEN_OUT, key=len, reverse=True)))})(?![\w²³’'])"
)
_JOINT_NOUNS: Final = re.compile(
    r"(?: [a-z-]+[^s\W](?:, [a-z-]+)* (?:and|or))(?= [a-z-]+[^s\W] [a-z]+s\b)( [a-z-]+[^s\W] [a-z]+[^s\W]s)\b"
)
"""Two nouns before the one that is counted: “30 farm and investment deals”."""
_REACH: Final = 60
_NEAR_CHARACTERS: Final = 70
_NEAR_WORDS: Final = 5
_TOLERANCE: Final = Decimal("0.15")
_TOLERANCE_OF_TIME: Final = Decimal("0.09")
"""A month is four weeks or thirty days; a week is not eight days."""
_WORKING: Final = frozenset(map(root_of, ("working", "business")))
_WORKING_WEEK: Final = Decimal("1.4")
"""Five working days are a week of seven."""
_FRACTIONS: Final = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_SINGLE: Final = re.compile(
    r"\b(?:(?:an?\s)?(?P<fraction>half|quarter)(?:[\s-](?:of\s)?an?)?|an?|one|the|each|every|per|another|last|past|next)"
    r"[\s-](?:full\s|whole\s|further\s|additional\s)?"
    r"(?P<unit>[a-z]+)(?P<more>\sand\san?\shalf)?\b",
    re.IGNORECASE,
)
_ANYBODY: Final = frozenset(map(root_of, ENGLISH["anybody"]))
"""Whom or what may be counted where a text counts somebody more exactly named."""
_PEOPLE: Final = frozenset(map(root_of, ENGLISH["human"]))
_THINGS: Final = frozenset(map(root_of, ENGLISH["countable"])) | _MEASURES.keys()
_GROUPINGS: Final = tuple(tuple(frozenset(map(root_of, words)) for words in sorts) for sorts in (SORTS, CALLINGS))
"""Things by their sort, and people by their calling."""
_CONTRARY: Final = tuple(tuple(frozenset(map(root_of, words.split())) for words in pair) for pair in CONTRARY)
_HOUSEHOLDS: Final = frozenset(map(root_of, ("household", "households", "family", "families")))
"""Each has several people."""
_LOST: Final = frozenset(map(root_of, ("fatality", "fatalities", "death", "casualty", "casualties", "victim")))
_PEOPLES: Final = re.compile(r"[A-Z][a-zà-ÿ]{2,}(?:ans|is|ese|ish|ks|ns|gs|bs|ds|es|ch)")
"""A word with a capital that may be the name of a people: “Kuwaitis”, “Turks”, “Greeks”, “Poles”."""
_GIVEN_SINGLY: Final = frozenset(map(root_of, ("vote", "ballot", "signature", "abstention")))
"""What so many people give so many of."""
_PLURALS: Final = ("people", "men", "women", "children")
_UNMARKED: Final = frozenset({"aircraft", "cattle", "sheep", "police", "personnel"})
"""Plurals that may also stand before the noun that is counted: `police boats`."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What one figure counts."""

    words: str
    """As the text has them."""
    roots: tuple[str, ...]
    """In their order, but first what the things are of: `vaccine` of `doses of vaccine`."""
    measure: str
    """`time`, `length`, ...; empty for things."""
    amount: Decimal
    """How much of the measure; the figure alone for things."""
    head: str
    """The root of the noun itself: `boat` of `police patrol boats`; empty where it is not certain."""

    @property
    def is_anybody(self) -> bool:
        """Whether it says no more than that they are people or cases."""
        return not _ANYBODY.isdisjoint(self.roots)

    @property
    def units(self) -> frozenset[str]:
        """The roots of its units of measure: `feet` of “cubic feet of gas”."""
        return frozenset(self.roots) & _MEASURES.keys()

    @property
    def is_households(self) -> bool:
        """Whether they are households or families, and no persons."""
        return self.head in _HOUSEHOLDS

    @property
    def is_given_singly(self) -> bool:
        """Whether they are votes or the like, of which everybody gives one."""
        return self.head in _GIVEN_SINGLY

    @property
    def is_people(self) -> bool:
        """Whether they are persons."""
        return self.head in _PEOPLE and _HOUSEHOLDS.isdisjoint(self.roots)

    def may_be(self, other: "Counted") -> bool:
        """Whether words for dead or hurt people, or the name of a people, stand for others who are people.

        “73 deaths of peacekeepers” counts peacekeepers, and “10,000 Kuwaitis” may be students.
        """
        if not other.is_people:
            return False
        return self.head in _LOST or _PEOPLES.fullmatch(self.words) is not None

    def is_of_another_sort(self, other: "Counted") -> bool:
        """Whether one counts people, and the other things that are none; or things of two sorts, ships and houses.

        Votes may be counted by who gave them, and “400 people voted” counts them as well.
        """
        if set(self.roots).isdisjoint(other.roots) and _are_apart(self.head, other.head):
            return True
        sorts = ((self.head in _PEOPLE, other.head in _THINGS), (self.head in _THINGS, other.head in _PEOPLE))
        if not any(map(all, sorts)):
            return False
        people, things = (self, other) if self.head in _PEOPLE else (other, self)
        done = {root_of(word) for word in people.words.split() if word.endswith(("ed", "ing"))}
        return things.head not in done and things.head not in _GIVEN_SINGLY.intersection(people.roots)

    def is_less_exact(self, other: "Counted") -> bool:
        """Whether both are in the same unit, and the other one is not exactly as much: 5,214 and 6,000 tonnes."""
        scales = ({_MEASURES[root][1] for root in each.units} for each in (self, other))
        return self.amount != other.amount and not set.isdisjoint(*scales)

    def is_as_much_as(self, other: "Counted") -> bool:
        """Whether two measures are about the same: two days and 48 hours, 10 miles and 16 km."""
        if not self.measure or self.measure != other.measure:
            return False
        tolerance = _TOLERANCE_OF_TIME if self.measure == "time" else _TOLERANCE
        return abs(self.amount - other.amount) <= tolerance * other.amount


def _are_apart(one: str, other: str) -> bool:
    """Whether two nouns, by their roots, are of sorts that have nothing in common: doses and kits, or two callings."""
    for groups in _GROUPINGS:
        ones, others = ({number for number, roots in enumerate(groups) if root in roots} for root in (one, other))
        if ones and others:
            return ones.isdisjoint(others)
    return any({one, other} & each[0] and {one, other} & each[1] for each in _CONTRARY)


def counted_by(text: str, figure: TextNumber) -> Counted | None:
    """What a figure counts; None for money, percentages and ordinals, and where no word says it."""
    if figure.unit != COUNT:
        return None
    text = _SQUARE.sub("square", text) if "sq" in text else text
    plus = _PLUS.match(text, figure.end)
    behind = text[plus.end() if plus else figure.end : figure.end + _REACH]
    behind = _DAY_AND_NIGHT.sub("", behind, count=1)
    if short := _SHORT.match(behind):
        behind = f" {_WRITTEN_OUT[short['unit']]}{behind[short.end() :]}"
    before_end = behind[: end.start()] if (end := _ENDS.search(behind)) else behind
    if (joint := _JOINT_NOUNS.match(behind)) is not None:
        before_end = joint[1]
    following = list(content_words(before_end))
    words = _up_to_plural(following)
    if not words:
        return None
    of = next((_MEASURES[word.root] for word in words if word.root in _MEASURES), ("", "1"))
    said = before_end[words[0].start : words[-1].end]
    roots = tuple(word.root for word in words)
    if end and end[0] == "of" and not of[0]:
        roots = (*(word.root for word in list(content_words(behind[end.end() :]))[:1]), *roots)
    week = _WORKING_WEEK if of[0] == "time" and not _WORKING.isdisjoint(roots) else 1
    return Counted(said, roots, of[0], figure.value * Decimal(of[1]) * week, _head(following))


def single_measures(text: str) -> Iterator[Counted]:
    """The measures that a text gives without a number: `a day`, `half an hour`, `a week and a half`."""
    for match in _SINGLE.finditer(text):
        root = root_of(match["unit"])
        if root in _MEASURES:
            measure, factor = _MEASURES[root]
            many = _FRACTIONS.get((match["fraction"] or "").lower(), Decimal(1)) + (
                _FRACTIONS["half"] if match["more"] else 0
            )
            yield Counted(match[0], (root,), measure, many * Decimal(factor), root)


def _up_to_plural(words: Sequence[ContentWord]) -> list[ContentWord]:
    """The words up to the first plural, which is what a number counts: what follows is said of it.

    None where a verb comes first: “47 joined later”, and not “20 working days”.
    """
    found: list[ContentWord] = []
    for word, behind in zip(words, [*words[1:], None], strict=False):
        if word.text.endswith(("ed", "ing")) and not found and (behind is None or behind.root not in _MEASURES):
            return []
        found.append(word)
        if word.text.endswith("s") and not word.text.endswith("ss"):
            break
    return found


def _head(words: Sequence[ContentWord]) -> str:
    """The root of the noun that is counted, the first plural with none right behind it: `weapons inspectors`."""
    for word, behind in zip(words, (*words[1:], None), strict=True):
        beside = behind.text if behind and behind.start == word.end + 1 else ""
        if word.text.lower().endswith(_PLURALS):
            return word.root
        if word.text.lower() in _UNMARKED and not beside.endswith("s"):
            return word.root if not beside or beside.endswith(("ed", "ing")) else ""
        if word.text.endswith("s") and not word.text.endswith("ss") and not beside.endswith("s"):
            return word.root
    return words[0].root if len(words) == 1 else ""


def roots_near(text: str, figure: TextNumber, others: Iterable[TextNumber]) -> frozenset[str]:
    """The roots of the nearest words on both sides of a figure, as far as the next figure among `others`."""
    first = max((each.end for each in others if each.end <= figure.start), default=0)
    last = min((each.start for each in others if each.start >= figure.end), default=len(text))
    before_it = text[max(first, figure.start - _NEAR_CHARACTERS) : figure.start]
    behind_it = text[figure.end : min(last, figure.end + _NEAR_CHARACTERS)]
    before, behind = ([word.root for word in content_words(each)] for each in (before_it, behind_it))
    return frozenset((*before[-_NEAR_WORDS:], *behind[:_NEAR_WORDS]))


def roots_of_part(text: str, figure: TextNumber, others: Iterable[TextNumber]) -> frozenset[str]:
    """The roots of the words in a figure's own part of the sentence: as far as the next figure, comma or “and”."""
    first = max((each.end for each in others if each.end <= figure.start), default=0)
    before = _PARTS.split(text[max(first, figure.start - _NEAR_CHARACTERS) : figure.start].rstrip("(["))[-1]
    roots = frozenset((*(word.root for word in content_words(before)), *_sides(before)))
    return roots | roots_behind(text, figure, others)


def roots_behind(text: str, figure: TextNumber, others: Iterable[TextNumber]) -> frozenset[str]:
    """The roots of the words in its own part of the sentence that stand behind a figure.

    “For” and “against” are among them: they may be all that tells two counts of votes apart.
    """
    last = min((each.start for each in others if each.start >= figure.end), default=len(text))
    behind = _PARTS.split(text[figure.end : min(last, figure.end + _NEAR_CHARACTERS)])[0]
    return frozenset((*(word.root for word in content_words(behind)), *_sides(behind)))


def _sides(words: str) -> list[str]:
    """The sides of a vote that some words tell of."""
    return [side for side, pattern in (("for", _FOR), ("against", _AGAINST)) if pattern.search(words)]
