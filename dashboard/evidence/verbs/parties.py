"""Who does it and to whom, by a verb: “the rebels ambushed the patrol”, “the patrol was ambushed by the rebels”."""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Final

from dashboard.evidence.verbs.forms import IRREGULAR_FORMS, bases_of, occurrences, past_of
from dashboard.evidence.words import FUNCTION_WORDS, Words, content_words

_MUTUAL_VERBS: Final = (
    "meet marry fight join face sign agree trade share link border say tell call name see include follow pass"
)
MUTUAL: Final = frozenset(_MUTUAL_VERBS.split())
"""Verbs by which both do it, or whose words often stand the other way round."""
_UNCHANGED: Final = frozenset({"beat", "hit", "hurt"})
"""Verbs whose past is as they are."""
_RELATIVE: Final = frozenset({"who", "which", "whom", "that"})
BREAK: Final = re.compile(
    r"[.;:!?()—–\n]|,(?!\d)|\b(?:and|but|while|after|before|when|as|because|since|although|though|if|who|whom|which|that"
    r"|says?|said)\b",
    re.IGNORECASE,
)
_OBJECT_ENDS: Final = re.compile(
    r"[.;:!?()—–\n,]|\b(?:and|but|while|after|before|when|as|because|since|although|though|if|who|whom|which|that|in|at"
    r"|on|near|with|for|from|to|over|during|by|into|of|against|about|under|through|outside|without)\b",
    re.IGNORECASE,
)
PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are|be|got)(?:\s\w+ly)?\s+\Z", re.IGNORECASE)
_BY: Final = re.compile(r"(?:\s[\w’'-]+){0,6}?\s+by\s", re.IGNORECASE)
_FREE_TO_STAND: Final = FUNCTION_WORDS | frozenset(map(str.lower, calendar.month_name[1:]))
"""Words that are no months."""
_REACH: Final = 90
_TAKEN: Final = 4


@dataclass(frozen=True, slots=True)
class _Deed:
    """One verb with the words of who does it, and to whom; by their roots, with the words themselves."""

    agents: dict[str, str]
    patients: dict[str, str]

    def is_as(self, other: "_Deed") -> bool:
        """Whether one of those who do it, or of those to whom it is done, is the same."""
        return bool(self.agents.keys() & other.agents.keys() or self.patients.keys() & other.patients.keys())

    def is_the_reverse_of(self, other: "_Deed") -> tuple[str, str] | None:
        """One who does it here and suffers it there, with one of whom the reverse holds."""
        ones, others = self.agents.keys() & other.patients.keys(), self.patients.keys() & other.agents.keys()
        return (self.agents[min(ones)], self.patients[min(others)]) if ones and others else None


def exchanged_parties(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """The first two words of a claim of which one does to the other what the quotes have the other do to it.

    The verb must be the same, in the past; where the quotes have it the claim's way round anywhere, all is well.
    """
    if keep_their_order(claim, quoted):
        return None
    for verb in claim.lower & (quoted.lower | IRREGULAR_FORMS | _UNCHANGED):
        if verb in FUNCTION_WORDS or not _bases(verb) or not MUTUAL.isdisjoint(_bases(verb)):
            continue
        there = [deed for form in _forms(verb) & quoted.lower for deed in _deeds(form, quoted.text)]
        for said in _deeds(verb, claim.text) if there else ():
            if any(said.is_as(each) for each in there):
                continue
            if (pair := next(filter(None, map(said.is_the_reverse_of, there)), None)) is not None:
                return pair
    return None


def exchanged_doers(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """Two words of a claim each of which does what the other does by the quotes, by two verbs.

    “The state suspended the strike after the union offered a raise” for “the union suspended … the state offered”.
    """
    told = [
        (verb, deed)
        for verb in _verbs(claim.lower & (quoted.lower | IRREGULAR_FORMS))
        for deed in _parties(verb, claim.text)
    ]
    there = [(verb, deed) for verb in _verbs(quoted.lower) for deed in _parties(verb, quoted.text)] if told else []
    for (one, here), (other, beside) in permutations(told, 2):
        if _is_same_verb(one, other):
            continue
        ones, others = ([deed.agents for verb, deed in there if _is_same_verb(each, verb)] for each in (one, other))
        if any(here.agents.keys() & each.keys() for each in ones) or any(
            beside.agents.keys() & each.keys() for each in others
        ):
            continue
        mine = next((root for each in others for root in here.agents.keys() & each.keys()), None)
        if mine and any(beside.agents.keys() & each.keys() for each in ones):
            return here.agents[mine], beside.agents[min(beside.agents)]
    return None


def _verbs(words: Iterable[str]) -> list[str]:
    """The forms of verbs in the past among some words."""
    return [word for word in words if word not in FUNCTION_WORDS and bases_of(word)]


def _is_same_verb(one: str, other: str) -> bool:
    return not set(bases_of(one)).isdisjoint(bases_of(other))


def _bases(verb: str) -> tuple[str, ...]:
    return bases_of(verb) or ((verb,) if verb in _UNCHANGED else ())


@lru_cache(maxsize=65_536)
def _forms(verb: str) -> frozenset[str]:
    """The past and the participle of the verb that a form is of: `sank` and `sunk`; of a regular one, itself."""
    (base, *others) = _bases(verb)
    return frozenset({verb}) if others else past_of(base) | {verb}


@lru_cache(maxsize=4)
def keep_their_order(claim: Words, quoted: Words) -> bool:
    """A quick look: whether no passive is near, and the claim's words stand one behind the other as in the quotes.

    Dates and other numbers may stand anywhere.
    """
    if " by " in claim.text or " by " in quoted.text:
        return False
    there = iter(quoted.in_order)
    return all(word in there for word in claim.in_order if word in quoted.lower and word not in _FREE_TO_STAND)


def _deeds(verb: str, text: str) -> Iterator[_Deed]:
    """Who does what to whom with this form of a verb, wherever a text has both."""
    yield from (deed for deed in _parties(verb, text) if deed.agents and deed.patients)


def _parties(verb: str, text: str) -> Iterator[_Deed]:
    """Who does what to whom with this form of a verb, wherever a text has it; either may be nobody."""
    for start, end in occurrences(verb, text):
        before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        subject, relative, of = roots_of_subject(before)
        if PASSIVE.search(before):
            by = _BY.match(behind)
            agents, patients = (roots_of_noun(behind[by.end() :]) if by else {}), subject or of
        elif relative and subject and not roots_of_noun(behind):
            agents, patients = subject, of
        else:
            agents, patients = subject or of, roots_of_noun(behind)
        yield _Deed(agents, patients)


def roots_of_subject(before: str) -> tuple[dict[str, str], bool, dict[str, str]]:
    """The words before a verb in its clause, whether that is a relative one, and then the words of what it is said."""
    breaks = list(BREAK.finditer(before))
    start = breaks[-1].end() if breaks else 0
    relative = bool(breaks) and breaks[-1][0].lower() in _RELATIVE
    of = _roots(BREAK.split(before[: breaks[-1].start()].rstrip(" ,"))[-1]) if relative else {}
    return _roots(before[start:]), relative, of


def roots_of_noun(behind: str) -> dict[str, str]:
    """The words of the noun behind a verb."""
    end = _OBJECT_ENDS.search(behind)
    return _roots(behind[: end.start()] if end else behind)


def _roots(text: str) -> dict[str, str]:
    return {word.root: word.text for word in list(content_words(text))[-_TAKEN:] if not word.text.endswith("ly")}
