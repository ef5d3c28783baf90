"""What is told of a person in a claim, and of another one in the quotes: an office, a relative clause, an aside."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.office_words import OFFICE_WORDS, WORDS_ABOUT_OFFICES
from dashboard.evidence.thesaurus import has_related
from dashboard.evidence.words import FUNCTION_WORDS, MONTHS, WEEKDAYS, Words, content_words

_CAPITAL: Final = r"[A-ZÀ-Þ][\w’'-]+"
_NAME: Final = rf"{_CAPITAL}(?:\s(?:(?:de|al|bin|van|von|der|da|dos)\s)?(?:[A-Z]\.\s?)*{_CAPITAL})*"
_ASIDE: Final = re.compile(
    rf"(?P<name>{_NAME}),\s(?P<what>(?:who|an?|the|his|her|its|then|whose)\b(?![^,.;:]*\bsa(?:id|ys?)\b)[^,.;:]{{3,90}})"
)
"""“Ann Reed, who had returned from Geneva”."""
_MAY_BE_ASIDE: Final = re.compile(r"[\w’'-], (?:who|an?|the|his|her|its|then|whose)\b")
_TITLE_BEFORE: Final = re.compile(r"\b([\w-]+)\s\Z")
_HEAD_WORDS: Final = """
    chief leader counterpart boss director chairman chairwoman coordinator spokesman spokeswoman spokesperson commander
"""
_HEADS: Final = OFFICE_WORDS | frozenset(_HEAD_WORDS.split())
"""Without one of these, nobody has an office."""
_BESIDE_HEAD_WORDS: Final = """
    former prime deputy vice acting opposition security national intelligence army navy police party union bank press
    rights foreign
"""
_TITLE_WORDS: Final = (
    _HEADS | (WORDS_ABOUT_OFFICES - {"under", "works", "power"}) | frozenset(_BESIDE_HEAD_WORDS.split())
)
_PART: Final = re.compile(r"[,.;:!?]\s|\n|\s(?:and|but)\s")
_NO_PERSONS: Final = frozenset((*MONTHS, *(day.lower() for day in WEEKDAYS)))
_WORD: Final = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class _Description:
    """What a text tells of somebody beside the name."""

    name: frozenset[str]
    """The words of the name, in small letters, those of an office apart."""
    roots: frozenset[str]
    text: str
    is_aside: bool
    """Whether it stands behind the name, and not before it as a title does."""


def misplaced_description(claim_words: Words, quote_words: Words) -> tuple[str, str] | None:
    """Words of a claim that tell of somebody what the quotes tell of another person, and the last name of that one.

    “Foreign Minister Ndiaye” where they have “Defence Minister Ndiaye” and “Foreign Minister Diop”.
    """
    claim, quotes = claim_words.text, quote_words.text
    if _HEADS.isdisjoint(claim_words.lower) and not _MAY_BE_ASIDE.search(claim):
        return None
    told = list(_descriptions(claim)) if claim not in quotes else []
    there = list(_descriptions(quotes)) if told else []
    for said in told if len({each.name for each in there}) > 1 else ():
        own = frozenset[str]().union(*(each.roots for each in there if each.name & said.name))
        beside = own | _roots_beside(said.name, quotes) if said.is_aside else own
        new = said.roots - own
        if not new or new & beside or has_related(new, beside - said.roots):
            continue
        for other in there:
            is_another = not other.name & said.name and new <= other.roots
            if is_another and (own - said.roots if said.roots & own else len(new) > 1):
                return said.text, max(other.name, key=quotes.lower().rfind).capitalize()
    return None


def _descriptions(text: str) -> Iterator[_Description]:
    for match in _ASIDE.finditer(text):
        if name := _name_alone(match["name"]):
            yield _Description(name, _roots(match["what"]), match[0], is_aside=True)
    for match in re.finditer(_NAME, text):
        start = match.start()
        while (before := _TITLE_BEFORE.search(text, 0, start)) and before[1].lower() in _TITLE_WORDS:
            start = before.start(1)
        title = [word for word in _WORD.findall(text[start : match.end()]) if word.lower() in _TITLE_WORDS]
        if not _HEADS.isdisjoint(map(str.lower, title)) and (name := _name_alone(match[0])):
            yield _Description(name, _roots(" ".join(title)), text[start : match.end()], is_aside=False)


def _name_alone(name: str) -> frozenset[str]:
    """The words of a name without those of an office; nothing of a month or a day."""
    found = (word.lower() for word in _WORD.findall(name) if not word.endswith(("’s", "'s")))
    words = frozenset(found) - _TITLE_WORDS - FUNCTION_WORDS
    return frozenset(word for word in words if len(word) > 2) if words.isdisjoint(_NO_PERSONS) else frozenset()


def _roots(text: str) -> frozenset[str]:
    return frozenset(word.root for word in content_words(text))


def _roots_beside(name: Set[str], text: str) -> frozenset[str]:
    """What stands in the parts of sentences that have a name."""
    parts = (part for part in _PART.split(text) if not name.isdisjoint(map(str.lower, _WORD.findall(part))))
    return frozenset(word.root for part in parts for word in content_words(part))
