"""What the words behind a name tell of it as a subject: whether it does a deed of a type, or has it done to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from dashboard.evidence.sides.sentence_words import (
    BE,
    DETERMINERS,
    FUTURE,
    HELPERS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    UNCHANGED,
    SentenceWord,
)
from dashboard.evidence.sides.typed_words import OBJECTIVE, ONE_SIDED, DeedSide, TypedWords, bases_in
from dashboard.evidence.verbs import bases_of, present_of
from dashboard.evidence.words import SAYING

_MOST: Final = 18
_REACH: Final = 12
_NEAR: Final = 3
_DUTIES: Final = frozenset({"should", "must", "ought", "needs", "need"})
_BESIDE_VERBS: Final = frozenset({"not", "also", "then", "later", "now", "being"})
_TRYING_WORDS: Final = """
    try attempt seek manage begin threaten vow help start continue resume keep stop plan intend want decide go agree
    promise move refuse order
"""
_TRYING: Final = frozenset(_TRYING_WORDS.split())
_LIGHT_WORDS: Final = """
    issue make launch carry stage hold deliver give express voice lodge file send impose mount conduct extend convey
    relay pay reiterate
"""
_LIGHT: Final = frozenset(_LIGHT_WORDS.split())
"""Verbs with which a noun tells the deed: “issued a protest”, “launched an attack”."""
_MANNERS: Final = frozenset({"acclamation", "consensus", "majority", "vote", "force", "phone", "telephone", "mistake"})
"""What is done “by” them is done in that way."""
_BACKED: Final = frozenset({"backed", "supported", "armed", "led", "joined", "accompanied", "aided", "assisted"})
"""Behind somebody who does something else."""
_TO_SOMEBODY_WORDS: Final = """
    kill wound arrest detain jail imprison kidnap abduct murder designate blacklist expel deport sentence convict injure
    free release assassinate exchange swap
"""
_TO_SOMEBODY: Final = frozenset(_TO_SOMEBODY_WORDS.split())
"""Verbs that have an object: without one, their past is a participle, “soldiers killed near the border”."""
_MAY_HAVE_NONE: Final = frozenset({"assault", "coerce", "sanction"})
"""Types whose verbs, without an object, may be participles: “Soldiers attacked near the border”."""
_BEHIND_FINITE: Final = DETERMINERS | {"to", "it", "for", "on", "with", "in", "into"}


class Predicate(NamedTuple):
    """What follows a name."""

    is_clause: bool
    """Whether it has a verb of its own, and no participle alone."""
    side: DeedSide


def predicate_of(
    typed: TypedWords, text: str, behind: Sequence[SentenceWord], *, is_owner: bool, are_many: bool = False
) -> Predicate:
    """What the words behind a name tell; `is_owner` where it is a genitive, `are_many` where it may be of several."""
    if len(behind) > 1 and behind[0].text == "," and behind[1].lower in ("who", "which"):
        aside = predicate_of(typed, text, behind[2:], is_owner=False)
        if aside.side in (DeedSide.DOES, DeedSide.SUFFERS):
            return aside
    return _PredicateReader(typed, text, _without_aside(behind[:_MOST]), is_owner, are_many=are_many).predicate()


def _without_aside(words: Sequence[SentenceWord]) -> Sequence[SentenceWord]:
    """Some words behind a name without what stands between two commas."""
    if not words or words[0].text != ",":
        return words
    end = next((index for index, each in enumerate(words[1:], 1) if each.text == "," or each.is_mark), None)
    return words if end is None or words[end].is_mark else words[end + 1 :]


@dataclass(slots=True)
class _PredicateReader:
    """The words behind one name, read one after the other up to the first verb."""

    typed: TypedWords
    text: str
    words: Sequence[SentenceWord]
    is_owner: bool
    helper: str = ""
    is_passive: bool = False
    is_own: bool = True
    """Whether no relative clause has begun."""
    are_many: bool = False
    """Whether the last noun is of several."""

    def predicate(self) -> Predicate:
        for index, each in enumerate(self.words):
            if each.ends_clause and each.lower not in RELATIVES:
                break
            if (side := self._predicate_at(index)) is not None:
                return side
        has_verb = bool(self.helper) or self.is_passive
        return Predicate(is_clause=has_verb, side=DeedSide.ACTS if has_verb else DeedSide.ELSEWHERE)

    def _predicate_at(self, index: int) -> Predicate | None:
        word = self.words[index].lower
        if word in RELATIVES:
            self.is_own = False
        elif (noun := self._of_noun(index)) is not None:
            return noun
        elif word in BE:
            self.is_passive = True
        elif word in _DUTIES:
            return self._result(DeedSide.SUFFERS if self.typed.type_ == "request" else DeedSide.ACTS)
        elif word in HELPERS:
            self.helper = word
        elif self.is_passive:
            return self._of_passive(index)
        else:
            return self._of_verb(index)
        return None

    def _result(self, side: DeedSide, *, is_clause: bool = True) -> Predicate:
        return Predicate(is_clause=is_clause and self.is_own, side=side)

    def _following(self, index: int) -> str:
        return self.words[index + 1].lower if index + 1 < len(self.words) else ""

    def _of_noun(self, index: int) -> Predicate | None:
        """What a noun right behind a name tells: “Chad’s attack”, “the Israeli offer”, “the editors’ arrest”."""
        word, nouns = self.words[index].lower, self.typed.nouns
        is_near = index < _NEAR and not self.helper and not self.is_passive
        if not is_near or any(each.lower in PREPOSITIONS or each.text == "," for each in self.words[:index]):
            return None
        if word in OBJECTIVE and self.is_owner:
            return Predicate(is_clause=False, side=DeedSide.SUFFERS if word in nouns else DeedSide.ELSEWHERE)
        is_noun = word in nouns or (self.is_owner and word in self.typed.deeds)
        if not is_noun or (present_of(word) and _may_follow_verb(self._following(index))):
            return None
        is_of_two = self.typed.type_ in ONE_SIDED and word not in self.typed.verbs
        return Predicate(is_clause=False, side=DeedSide.ACTS if is_of_two else DeedSide.DOES)

    def _of_passive(self, index: int) -> Predicate | None:
        word = self.words[index].lower
        if bases_of(word):
            is_typed = self.typed.is_undergone(self.text, self.words[index].start) or self.typed.tells(word)
            return self._result(DeedSide.SUFFERS if is_typed else DeedSide.ELSEWHERE)
        if word.endswith("ly") or word in _BESIDE_VERBS:
            return None
        return self._result(DeedSide.DOES if word in self.typed.gerunds else DeedSide.ACTS)

    def _of_verb(self, index: int) -> Predicate | None:
        each, following = self.words[index], self._following(index)
        word, is_small = each.lower, each.text.islower()
        if self.helper and is_small and self._is_done_after_helper(word):
            return self._result(DeedSide.DOES)
        last = self.words[index - 1].lower if index else ""
        is_past = bool(bases_of(word)) or (word in UNCHANGED and last not in DETERMINERS)
        if is_past and is_small:
            return None if following == "by" and word in _BACKED else self._of_past(index)
        are_many, self.are_many = self.are_many, word.endswith("s") or word in PLURALS
        if not is_small or last in DETERMINERS or last in PREPOSITIONS or not _may_follow_verb(following):
            return None
        if present_of(word) and (self.typed.tells(word) or not are_many):
            if self.typed.tells(word, following):
                return self._result(DeedSide.DOES)
            if word not in self.typed.nouns and _is_finite(word, following):
                return self._result(self._of_other_verb(index))
        return self._result(DeedSide.DOES) if are_many and self.typed.tells(word, following, bare=True) else None

    def _is_done_after_helper(self, word: str) -> bool:
        """Whether “will” or “has” and a word tell it: to promise, any verb behind “will” is enough."""
        is_promise = self.typed.type_ == "agree" and self.helper in FUTURE and not word.endswith("ly") and word != "not"
        return is_promise or (not bases_of(word) and self.typed.tells(word, bare=True))

    def _of_past(self, index: int) -> Predicate:
        """What a form of the past tells of its subject."""
        each, following = self.words[index], self._following(index)
        is_typed = self.typed.tells(each.lower, bare=each.lower in UNCHANGED)
        if self.typed.is_undergone(self.text, each.start):
            return self._result(DeedSide.SUFFERS)
        way = self._following(index + 1)
        if following == "by" and way not in _MANNERS:
            if way.endswith("ing"):
                return self._result(DeedSide.DOES if way in self.typed.gerunds else DeedSide.ACTS)
            return self._result(DeedSide.SUFFERS if is_typed else DeedSide.ELSEWHERE, is_clause=False)
        if not following or following in PREPOSITIONS or self.words[index + 1].is_mark:
            if not _TO_SOMEBODY.isdisjoint(bases_of(each.lower)):
                return self._result(DeedSide.SUFFERS if is_typed else DeedSide.ELSEWHERE, is_clause=False)
            if is_typed and self.typed.type_ in _MAY_HAVE_NONE and following not in ("on", "upon", "at", "into", "to"):
                return self._result(DeedSide.ACTS)
        particles = (other.lower for other in self.words[index + 1 : index + 5])
        if is_typed or any(self.typed.tells(each.lower, particle) for particle in particles):
            return self._result(DeedSide.DOES)
        return self._result(self._of_other_verb(index))

    def _of_other_verb(self, index: int) -> DeedSide:
        """What a verb of no type tells with the words behind it: “began distributing”, “issued a protest”."""
        verb, behind = self.words[index].lower, self.words[index + 1 : index + _REACH]
        tries, is_light = (not bases_in(verb).isdisjoint(verbs) for verbs in (_TRYING, _LIGHT))
        told = (
            (tries and self._is_tried(behind))
            or (is_light and self._is_noun_of_deed(behind))
            or (verb in SAYING and self._says_so(behind))
            or self._is_joined(behind)
        )
        return DeedSide.DOES if told else DeedSide.ACTS

    def _is_tried(self, behind: Sequence[SentenceWord]) -> bool:
        return any(
            each.lower in self.typed.gerunds or self.typed.tells(each.lower, bare=True) for each in behind[:_NEAR]
        )

    def _is_noun_of_deed(self, behind: Sequence[SentenceWord]) -> bool:
        for each in behind:
            if each.ends_clause or (each.lower in PREPOSITIONS and each.lower != "of"):
                return False
            if each.lower in self.typed.deeds:
                return True
        return False

    def _says_so(self, behind: Sequence[SentenceWord]) -> bool:
        """Whether somebody says of themselves that they did it: “says it has captured”."""
        words = [each.lower for each in behind]
        own = words[1:] if words[:1] == ["that"] else words
        near = own[1 : 1 + _NEAR]
        return own[:1] != [] and own[0] in PRONOUNS and BE.isdisjoint(near) and any(map(self.typed.tells, near))

    def _is_joined(self, behind: Sequence[SentenceWord]) -> bool:
        """Whether a second verb of the same subject tells it: “collided with boats and fired at them”."""
        for last, each in pairwise(behind):
            if last.ends_clause:
                return False
            if last.lower in ("and", "then") and bases_of(each.lower) and self.typed.tells(each.lower):
                return True
        return False


def _may_follow_verb(word: str) -> bool:
    return word not in BE and word not in HELPERS and not bases_of(word)


def _is_finite(word: str, following: str) -> bool:
    """Whether a word in -s may be a verb, by what follows it."""
    return following in _BEHIND_FINITE or (following == "that" and word in SAYING)
