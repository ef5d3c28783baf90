"""The verbs and nouns by which somebody does a deed of an event's type, to somebody else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from dashboard.evidence.verbs import bases_in_text, bases_of, gerunds_of, present_of
from dashboard.model.vocabularies import DEEDS_OF_TYPES


class DeedSide(StrEnum):
    """Where in a sentence somebody stands, for a type of event."""

    DOES = "does it"
    SUFFERS = "has it done to them"
    ACTS = "does something else, or may do it"
    BESIDE = "may have a part in it, behind “with”, “by” or “from”"
    ELSEWHERE = "is an object of something else, or no part of a clause"


_ALONE: Final = """
    promise pledge commit offer announce vow undertake authorise authorize approve adopt extend renew assure guarantee
    accept ratify
"""
ONE_SIDED: Final[Mapping[str, frozenset[str]]] = {
    "agree": frozenset(_ALONE.split()),
    "consult": frozenset({"visit", "travel", "arrive"}),
}
"""By type that two do together, the verbs by which one does it to the other."""
_VAGUE: Final = frozenset({"take", "land", "turn", "go", "treat"})
"""Verbs by which too much else is done."""
_OBJECTIVE_WORDS: Final = """
    arrest arrests detention imprisonment jailing deportation expulsion release killing killings murder assassination
    kidnapping abduction capture seizure closure blockade overthrow shooting bombing bombardment invasion designation
    rescue condemnation occupation shelling ambush
"""
OBJECTIVE: Final = frozenset(_OBJECTIVE_WORDS.split())
"""Nouns with which “of” and a genitive say to whom it is done: “the arrest of the editors”."""
_UNDERGONE: Final[Mapping[str, re.Pattern[str]]] = {
    "assault": re.compile(
        r"\b(?:c[ao]me|coming|been|were|was|is|are) under (?:\w+ ){0,2}?(?:attack|fire|assault|shelling)\b"
        r"|\bsuffered (?:[\w’'-]+ ){0,4}?(?:attacks?|raids?|casualties|losses|bombings?)\b"
    ),
    "coerce": re.compile(
        r"\b(?:taken|remanded|held|kept|placed|put) (?:\w+ )?(?:in|into|under) (?:\w+ )?"
        r"(?:custody|arrest|detention|jail|prison)\b"
    ),
    "accuse": re.compile(r"\b(?:c[ao]me|coming) under (?:\w+ ){0,2}?(?:criticism|scrutiny|fire|attack)\b"),
}
"""By type, what says of a subject that it is done to it."""


@dataclass(frozen=True, slots=True)
class TypedWords:
    """The words of one type."""

    type_: str
    verbs: frozenset[str]
    gerunds: frozenset[str]
    nouns: frozenset[str]
    """For a deed of the type, whoever does it."""
    deeds: frozenset[str]
    """Nouns for what one does to another, and verbs that may be such: an attack, a strike, an offer."""

    def tells(self, word: str, particle: str = "", *, bare: bool = False) -> bool:
        """Whether a word, with one behind it maybe, is a verb of the type; an infinitive only if it may be `bare`."""
        bases = bases_in(word) | ({word} if bare else set())
        phrases = {f"{base}-{particle}" for base in bases} if particle else set()
        return not self.verbs.isdisjoint(bases | phrases)

    def is_undergone(self, text: str, start: int) -> bool:
        """Whether a phrase at a place of a text says that it is done to the subject: “came under attack”."""
        pattern = _UNDERGONE.get(self.type_)
        return pattern is not None and pattern.match(text, start) is not None


@cache
def typed_words(type_: str) -> TypedWords:
    """The words of a type."""
    plain, others, nouns = DEEDS_OF_TYPES[type_]
    verbs = ONE_SIDED.get(type_, (plain | others) - _VAGUE)
    gerunds = frozenset(each for verb in verbs for each in gerunds_of(verb))
    return TypedWords(type_, verbs, gerunds, nouns, verbs if type_ in ONE_SIDED else nouns | verbs)


_BY_OTHER_WORDS: Final = frozenset({*_UNDERGONE, "request", "agree"})
"""Types that some phrases tell without a verb or noun of theirs: “came under fire”, “should”, “will”."""


@cache
def _beginnings(type_: str) -> frozenset[str]:
    """The words with which all that tells a type begins, and nouns that tell it of a name behind “of”."""
    words = typed_words(type_)
    every = words.verbs.union(words.nouns, words.gerunds, words.deeds, OBJECTIVE)
    return frozenset(each.partition("-")[0] for each in every)


def may_tell(type_: str, text: str) -> bool:
    """Whether somebody may stand on a side of a deed of a type in a text: a quick look at its words."""
    return type_ in _BY_OTHER_WORDS or not _beginnings(type_).isdisjoint(bases_in_text(text))


def bases_in(word: str) -> set[str]:
    """The verbs of which a word may be the past, the participle or the third person."""
    return {*bases_of(word), *present_of(word)}
