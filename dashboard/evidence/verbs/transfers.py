"""What passes from one to another, told from either side: “Chad bought drones from Iran”, “Iran sold Chad drones”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.verbs.forms import occurrences, past_of
from dashboard.evidence.verbs.parties import PASSIVE, keep_their_order, roots_of_noun, roots_of_subject
from dashboard.evidence.words import Words, content_words

_GIVING: Final = "sell supply give send deliver provide lend export donate grant transfer ship hand pay lose cede"
"""Whoever is named first gives it *to* the other."""
_TAKING: Final = "buy purchase receive obtain acquire borrow import procure get take win seize capture accept"
"""Whoever is named first has it *from* the other, or wins against the other."""
_BEATING: Final = "beat defeat"
"""Whoever is named first has the better of the other."""
_OTHERS: Final = {"supply": ("supplies",), "transfer": ("transferred",), "ship": ("shipped",)}
"""Forms that are not written by the plain rule."""
_CONTEST: Final = frozenset(["win", "lose", "beat", "defeat"])
_TO: Final = re.compile(r"\b(?:to|for)\s", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:from|against|over)\s", re.IGNORECASE)
_ASIDE: Final = re.compile(r",\s+((?:[\w’'-]+\s+){0,4}[\w’'-]+),\s+\Z")
"""What stands between commas before a verb: it is said of the subject, or besides."""
_BY: Final = re.compile(r"\bby\s", re.IGNORECASE)
_NO_NOUN: Final = r"(?!(?:to|from|for|by|at|in|on|of|with|over|against|and|or)\s|\d)"
_INDIRECT: Final = re.compile(
    rf"\A\s+((?:(?:the|an?|its|their|his|her|our)\s+)?(?:{_NO_NOUN}[\w’'-]+\s+){{0,3}}?{_NO_NOUN}[\w’'-]+)\s+"
    r"(?=(?:the|an?|its|some|about|around|nearly|almost|more|two|three|four|five|six|ten|several|many|no)\s|[$€£¥\d])"
)
"""To whom it is given, before what is given: “granted the company a licence”."""
_REACH: Final = 90


def _forms(verbs: str) -> dict[str, str]:
    return {form: verb for verb in verbs.split() for form in (verb, f"{verb}s", *past_of(verb), *_OTHERS.get(verb, ()))}


_GIVE, _TAKE, _BEAT = _forms(_GIVING), _forms(_TAKING), _forms(_BEATING)
_VERBS: Final = {**_GIVE, **_TAKE, **_BEAT}
TRANSFERS: Final = frozenset(_VERBS)
"""The forms of verbs that one side tells as the other does not: “bought”, “sold”."""
_CLAUSE_END: Final = re.compile(
    rf"[;:!?()—–\n]|\.(?!\d)|,(?!\d)|\band\s+(?:\w+ed|{'|'.join(sorted(TRANSFERS))})\b"
    r"|\b(?:but|while|after|before|when|as|because|since|although|though|if|who|whom|which|that)\b",
    re.IGNORECASE,
)
"""Where the words end that belong to a verb: “and” may join two of those who have it."""


@dataclass(frozen=True, slots=True)
class _Transfer:
    """Who gives, or loses, and who has it then; by the roots of their words, with the words themselves."""

    givers: dict[str, str]
    takers: dict[str, str]
    is_contest: bool

    def is_as(self, other: "_Transfer") -> bool:
        """Whether both sides are the same."""
        return bool(self.givers.keys() & other.givers.keys()) and bool(self.takers.keys() & other.takers.keys())

    def may_be(self, other: "_Transfer") -> bool:
        """Whether one side at least is the same."""
        return bool(self.givers.keys() & other.givers.keys() or self.takers.keys() & other.takers.keys())

    def is_the_reverse_of(self, other: "_Transfer") -> tuple[str, str] | None:
        """One who gives here and has it there, with one of whom the reverse holds."""
        ones, others = self.givers.keys() & other.takers.keys(), self.takers.keys() & other.givers.keys()
        is_alike = self.is_contest == other.is_contest
        return (self.givers[min(ones)], self.takers[min(others)]) if ones and others and is_alike else None


def tells_the_same_transfer(claim: Words, quoted: Words) -> bool:
    """Whether something passes from the same to the same in both, by whatever verbs."""
    if TRANSFERS.isdisjoint(claim.lower) or TRANSFERS.isdisjoint(quoted.lower):
        return False
    there = list(_transfers(quoted))
    return any(said.is_as(each) for said in _transfers(claim) for each in there)


def exchanged_transfer(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """The first two words of a claim of which one gives to the other what the quotes have the other give to it."""
    verbs = TRANSFERS & claim.lower
    if not verbs or TRANSFERS.isdisjoint(quoted.lower) or (verbs <= quoted.lower and keep_their_order(claim, quoted)):
        return None
    there = list(_transfers(quoted))
    for said in _transfers(claim) if there else ():
        if not any(said.may_be(each) for each in there):
            pair = next(filter(None, map(said.is_the_reverse_of, there)), None)
            if pair is not None:
                return pair
    return None


def _transfers(words: Words) -> Iterator[_Transfer]:
    """What passes from whom to whom, wherever a text names both."""
    for form in TRANSFERS & words.lower:
        for start, end in occurrences(form, words.text):
            before, behind = words.text[max(0, start - _REACH) : start], words.text[end : end + _REACH]
            if words.text[start].isupper() or "-" in (before[-1:], behind[:1]):
                continue  # the Export-Import Bank
            clause_end = _CLAUSE_END.search(behind)
            found = _sides(form, before, behind[: clause_end.start()] if clause_end else behind)
            if found and all(found):
                givers, takers = found
                yield _Transfer(givers, takers, _VERBS[form] in _CONTEST)


def _sides(form: str, before: str, behind: str) -> tuple[dict[str, str], dict[str, str]]:
    """The givers and the takers of one verb, between the words of its clause."""
    aside = _ASIDE.search(before)
    subject, _, of = roots_of_subject(before[: aside.start()] if aside else before)
    first = {**(subject or of), **({word.root: word.text for word in content_words(aside[1])} if aside else {})}
    by, to, from_ = (_noun_behind(sign, behind) for sign in (_BY, _TO, _FROM))
    is_passive = PASSIVE.search(before) is not None
    if form in _BEAT:
        return (first, by) if is_passive else (roots_of_noun(behind), first)
    if form in _GIVE:
        if is_passive:
            return by, to or first
        if _VERBS[form] not in _CONTEST and (indirect := _INDIRECT.match(behind)):
            return first, roots_of_noun(indirect[1])
        return first, to or ({} if _VERBS[form] in _CONTEST else roots_of_noun(behind))
    return from_, by if is_passive else first


def _noun_behind(sign: re.Pattern[str], behind: str) -> dict[str, str]:
    """The noun behind a preposition in a clause."""
    match = sign.search(behind)
    return roots_of_noun(behind[match.end() :]) if match else {}
