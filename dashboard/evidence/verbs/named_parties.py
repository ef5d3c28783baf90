"""Which of some names does a deed, and to which it is done, by one verb or by two of one sense: “shot”, “killed”."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.thesaurus import are_related
from dashboard.evidence.verbs.converses import directed_deeds_of
from dashboard.evidence.verbs.forms import bases_of, occurrences
from dashboard.evidence.verbs.parties import BREAK, MUTUAL, PASSIVE
from dashboard.evidence.verbs.transfers import TRANSFERS
from dashboard.evidence.words import FUNCTION_WORDS, SAYING, Words, content_words, root_of

_ASIDE: Final = re.compile(r",\s(?:which|who|whose|whom|the|an?|its)\s[^,;:!?\n]{1,90},\s*\Z")
_CLAUSE_END: Final = re.compile(
    r"[;:!?()—–\n,]|\.(?!\d)"
    r"|\b(?:and|but|while|after|before|when|as|because|since|although|though|if|who|whom|which|that)\b"
)
_NOUN_END: Final = re.compile(
    r"\b(?:at|on|near|with|for|from|to|over|during|by|into|against|about|under|through|outside|without|in|last)\b"
)
"""What ends the noun behind a verb; “of” does not: “surrounded a camp of Malian troops”."""
_BY: Final = re.compile(r"\bby\s")
_REACH: Final = 120


@dataclass(frozen=True, slots=True)
class _NamedDeed:
    """A form of a verb with the names of who does it, and of those to whom it is done: none of either, maybe."""

    verb: str
    agents: Set[str]
    patients: Set[str]


def exchanged_names_of_deed(claim: Words, quoted: Words, names: Set[str]) -> tuple[str, str] | None:
    """Two names of which one does to the other by a claim what the other does to it by the quotes.

    `names` are the roots of words. Nothing where the quotes have any such deed the claim's way round.
    """
    there = [each for each in _named_deeds(quoted, names) if each.agents and each.patients]
    for said in _named_deeds(claim, names) if there else ():
        reverse = [each for each in there if said.agents & each.patients and said.patients & each.agents]
        alike = [each for each in there if are_of_one_sense(said.verb, each.verb)] if reverse else []
        if any(said.agents & each.agents or said.patients & each.patients for each in alike):
            continue
        if (same := next((each for each in reverse if each in alike), None)) is not None:
            return min(said.agents & same.patients), min(said.patients & same.agents)
    return None


def suffers_the_same(claim: Words, quoted: Words, pair: tuple[str, str], names: Set[str]) -> bool:
    """Whether to one of two names, and not to the other, is done by a claim what is done to it by the quotes."""
    there = [each for each in _named_deeds(quoted, names) if each.patients]
    for said in _named_deeds(claim, names) if there else ():
        for one, other in (pair, pair[::-1]):
            if one not in said.patients or other in said.patients:
                continue
            if any(
                one in each.patients and other not in each.patients and are_of_one_sense(said.verb, each.verb)
                for each in there
            ):
                return True
    return False


def are_of_one_sense(verb: str, other: str) -> bool:
    """Whether two forms are of one verb, or of two that may tell one deed."""
    return (
        not set(bases_of(verb)).isdisjoint(bases_of(other))
        or not directed_deeds_of(verb).isdisjoint(directed_deeds_of(other))
        or are_related(root_of(verb), root_of(other))
    )


def _named_deeds(words: Words, names: Set[str]) -> Iterator[_NamedDeed]:
    """Each verb in the past, or participle, that has one of the names beside it."""
    for form in sorted(words.lower - FUNCTION_WORDS - SAYING - TRANSFERS):
        bases = bases_of(form)
        if not bases or not MUTUAL.isdisjoint(bases):
            continue
        for start, end in occurrences(form, words.text):
            before, behind = words.text[max(0, start - _REACH) : start], words.text[end : end + _REACH]
            if words.text[start].isupper() or "-" in (before[-1:], behind[:1]):
                continue
            found = _parties(form, before, behind, names)
            if found.agents or found.patients:
                yield found


def _parties(form: str, before: str, behind: str, names: Set[str]) -> _NamedDeed:
    end = _CLAUSE_END.search(behind)
    behind = behind[: end.start()] if end else behind
    passive = PASSIVE.search(before)
    before = before[: passive.start()] if passive else before
    aside = _ASIDE.search(before)
    subject = _names(BREAK.split(before[: aside.start()] if aside else before)[-1], names)
    if passive or behind.startswith(" by "):
        by = _BY.search(behind)
        return _NamedDeed(form, _names(_noun(behind[by.end() :]), names) if by else frozenset(), subject)
    return _NamedDeed(form, subject, _names(_noun(behind), names))


def _noun(behind: str) -> str:
    end = _NOUN_END.search(behind)
    return behind[: end.start()] if end else behind


def _names(text: str, names: Set[str]) -> Set[str]:
    return names & {word.root for word in content_words(text)}
