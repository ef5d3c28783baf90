"""What the words before a name make of it: the object of a verb, or of a preposition; or they leave it a subject."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dashboard.evidence.sides.sentence_words import (
    BE,
    DETERMINERS,
    HELPERS,
    PLURALS,
    PREPOSITIONS,
    RELATIVES,
    SentenceWord,
    sentence_word,
)
from dashboard.evidence.sides.typed_words import OBJECTIVE, DeedSide, TypedWords, bases_in, typed_words
from dashboard.evidence.verbs import bases_of, present_of

_MOST: Final = 12
_NEAR: Final = 6
_GIVING: Final = frozenset({"aid", "agree", "support", "concede", "cooperate"})
"""Types of which “to” and “for” say who gets it."""
_AGAINST: Final = frozenset({"protest", "accuse", "sanction", "coerce", "mobilize", "threaten"})
_COUNTERPART_WORDS: Final = """
    meeting talks agreement deal call relations ties conversation treaty negotiations discussions contact settle talk
"""
_COUNTERPARTS: Final = frozenset(_COUNTERPART_WORDS.split())
"""Behind these, “with” names the other side."""
_OF_TWO_WORDS: Final = "agreement talks truce ceasefire clashes fighting war exchange deal accord treaty meeting"
_OF_TWO: Final = frozenset(_OF_TWO_WORDS.split())
_INVERTED: Final = frozenset({"said", "says", "added"})
"""Verbs that may stand before who says it."""


def governed_side(type_: str, before: Sequence[SentenceWord], *, is_subject: bool) -> DeedSide | None:
    """The side that the words before a name tell, the nearest first; None where they leave it a subject.

    `is_subject` says that a verb follows the name: then what is before “and” or a comma is another clause.
    """
    typed, is_joined = typed_words(type_), False
    for index, each in enumerate(before[:_MOST]):
        word, others = each.lower, before[index + 1 :]
        last = others[0].lower if others else ""
        if each.ends_clause or word in RELATIVES or word in BE or word in HELPERS:
            return None
        if each.text == "," or word in ("and", "or"):
            is_joined = not any(other.lower == "between" for other in others[:_NEAR])
        elif word in PREPOSITIONS:
            if is_subject and index and (not others or others[0].ends_clause or others[0].text == ","):
                return None  # “On Wednesday Oman agreed”
            if (side := _behind_preposition(typed, word, others)) is not None:
                return side
        elif not each.text.islower():
            continue
        elif word in _INVERTED and not is_joined:
            return DeedSide.ACTS
        elif _is_verb(typed, word, last):
            if is_subject and is_joined:
                return None
            is_passive = any(other.lower in BE for other in others[:2])
            return DeedSide.SUFFERS if typed.tells(word, bare=True) and not is_passive else DeedSide.ELSEWHERE
        elif word in typed.gerunds:
            return DeedSide.SUFFERS
        if is_subject and is_joined:
            return None
    return None


def _is_verb(typed: TypedWords, word: str, last: str) -> bool:
    """Whether a word is a verb: a form of the past, or one of the present that a type has."""
    if bases_of(word):
        return last not in DETERMINERS and last not in ("of", "newly")
    if not typed.tells(word, bare=True):
        return False
    is_bare = last in ("to", "and", "also") or last in PLURALS or last in HELPERS or last.endswith("s")
    return bool(present_of(word)) or is_bare or word not in typed.nouns


def _behind_preposition(typed: TypedWords, preposition: str, before: Sequence[SentenceWord]) -> DeedSide | None:
    """The side that a preposition and the words before it tell; None where the noun before “of” leaves it open."""
    last = before[0].lower if before else ""
    if preposition == "by":
        return DeedSide.DOES if _is_done_by(typed, before) else DeedSide.BESIDE
    if preposition == "of":
        if last not in typed.deeds:
            return None
        return DeedSide.SUFFERS if last in OBJECTIVE else DeedSide.BESIDE
    if preposition == "from":
        return _behind_from(typed, before)
    if _is_directed(typed, preposition, before):
        return DeedSide.SUFFERS
    if preposition == "between":
        return DeedSide.BESIDE if last in typed.nouns or last in _OF_TWO else DeedSide.ELSEWHERE
    is_beside = preposition == "alongside" or (preposition == "with" and last not in _COUNTERPARTS)
    return DeedSide.BESIDE if is_beside else DeedSide.ELSEWHERE


def _is_directed(typed: TypedWords, preposition: str, before: Sequence[SentenceWord]) -> bool:
    """Whether a preposition names to whom it is done: “an attack on”, “handed ships over to”, “called for”."""
    last = before[0].lower if before else ""
    if any(f"{base}-{preposition}" in typed.verbs for base in {last, *bases_in(last)}):
        return True
    if preposition in ("on", "upon", "against", "to", "for", "at") and last in typed.deeds:
        return True
    if preposition in ("on", "at") and typed.type_ == "assault" and typed.tells(last):
        return True
    is_giving = preposition in ("to", "for") and typed.type_ in _GIVING
    is_against = preposition == "against" and typed.type_ in _AGAINST
    return (is_giving or is_against) and _is_told(typed, before)


def _behind_from(typed: TypedWords, before: Sequence[SentenceWord]) -> DeedSide:
    """Whether it is asked of somebody, comes from them, or only leaves them: “withdrew from”."""
    if typed.type_ == "request" and _is_told(typed, before):
        return DeedSide.SUFFERS
    last, second = (each.lower for each in (*before[:2], *[sentence_word("", 0, 0)] * 2)[:2])
    is_left = bool(bases_of(last)) or second in HELPERS or second == "to"
    return DeedSide.ELSEWHERE if is_left else DeedSide.BESIDE


def _is_done_by(typed: TypedWords, before: Sequence[SentenceWord]) -> bool:
    """Whether the words before “by” are a participle or noun of a type: “was attacked at dawn by”, “an attack by”."""
    if before and (typed.tells(before[0].lower) or before[0].lower in typed.deeds):
        return True
    for each, last in pairwise(before[:_MOST]):
        if each.ends_clause:
            return False
        if last.lower in BE and typed.tells(each.lower):
            return True
    return False


def _is_told(typed: TypedWords, before: Sequence[SentenceWord]) -> bool:
    """Whether the clause has a verb of a type, or, for a promise, one of what is given."""
    aid = typed_words("aid") if typed.type_ == "agree" else None
    for each in before[:_MOST]:
        if each.is_mark:
            return False
        if not each.text.islower():
            continue
        if typed.tells(each.text) or each.text in typed.gerunds or (aid and aid.tells(each.text, bare=True)):
            return True
    return False
