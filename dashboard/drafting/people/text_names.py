"""Whom a text names, and how: persons with their offices, their last names alone, and what brackets abbreviate."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from dashboard.drafting.people.name_words import (
    GAP,
    NO_ACTOR,
    NOT_NAMES,
    OF_OFFICE,
    ORGANISATION_WORDS,
    PERSON,
    ROLES_PATTERN,
    WORD,
    is_office,
    organisation_kind,
    without_titles,
)
from dashboard.drafting.people.persons import bears, each_once, office_holders, persons_in, words_written_small

_DESCRIBED: Final = re.compile(
    rf"(?:[Tt]he{GAP})?(?P<office>(?:[\w.’'&-]+{GAP}){{0,5}}?(?:then-|ex-)?(?:{ROLES_PATTERN})"
    rf"(?:-elect|-designate)?(?:{GAP}{OF_OFFICE})?)"
    rf"{GAP}(?P<name>{PERSON})"
)
_SHORT_FORM: Final = re.compile(
    rf"(?P<long>{WORD}(?:[’']s)?(?:{GAP}(?:(?:of|the|for|and|on|de|du|des){GAP})*{WORD}(?:[’']s)?){{1,9}}){GAP}"
    r"\((?P<short>[A-Z][A-Za-z]{1,9})\)"
)
_NAME: Final = re.compile(rf"{WORD}(?:{GAP}(?:(?:of|for|and|de|la|el|al|bin|von|van){GAP}(?:the{GAP})?)?{WORD})*")
_JOINS: Final = re.compile(r"\s(?:of|for)\s")
"""In a name of an organisation; else “Critics of Peru” are somebody without a name."""
_OFFICE_ALONE: Final = re.compile(rf"[Tt]he (?P<office>{WORD}(?: {WORD}){{0,2}})")
_LONG: Final = 50_000
"""Characters of a text that is read as a whole."""
_AROUND: Final = 400
"""Characters on either side of a name that show who it is."""
_MOST_PLACES: Final = 25
"""At which a name is looked at."""
_INITIALS_ONLY: Final = re.compile(r"[A-Z]{3,6}(?:-[A-Z])?")
_SMALL: Final = re.compile(
    r"\b(?:in|at|on|to|by|from|for|with|against|about|under|near|who|that|which|has|had|was|were|is|are|said)\b"
    rf"|\bof\b(?={GAP}.*{GAP}(?:{ROLES_PATTERN})$)|\bof{GAP}(?:{ROLES_PATTERN})$"
)


class TextNames:
    """The names in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._small = words_written_small(text)
        self._persons = tuple(each_once(persons_in(text)))
        self._offices = tuple(office_holders(text))
        self._spelled = dict(_short_forms_in(text))

    def person(self, words: str) -> str | None:
        """The full name of the one person whom words name, with or without an office; None where it is nobody known.

        A last name alone is that of the only one who bears it in the text.
        """
        bare = self.bare_name(words)
        if bare is None:
            return None
        if bare in self._persons:
            longer = [each for each in self._persons if each != bare and bears(each, bare)]
            return bare if not longer else longer[0] if len(longer) == 1 else None
        bearers = [each for each in self._persons if bears(each, bare)]
        return bearers[0] if len(bearers) == 1 else None

    def holder(self, words: str) -> str | None:
        """The person whom “the Secretary” means: the only one whom the text names with that office."""
        match = _OFFICE_ALONE.fullmatch(" ".join(words.split()))
        if match is None or not is_office(match["office"].split()[-1]):
            return None
        office = match["office"].lower()
        found = {self.person(name) for held, name in self._offices if f" {held}".endswith(f" {office}")}
        return next(iter(found)) if len(found) == 1 else None

    def is_shared(self, words: str) -> bool:
        """Whether several persons of the text bear the name."""
        bare = self.bare_name(words)
        return bare is not None and len([each for each in self._persons if each != bare and bears(each, bare)]) > 1

    def bare_name(self, words: str) -> str | None:
        """The name in words that are an office and a name, or a name alone."""
        told = " ".join(words.split())
        described = _DESCRIBED.fullmatch(told)
        if described and not _SMALL.search(described["office"]):
            return without_titles(described["name"])
        plain = told.removeprefix("the ").removeprefix("The ")
        return without_titles(plain) if re.fullmatch(PERSON, plain) else None

    def organisation(self, words: str) -> tuple[str, str, str] | None:
        """Name, kind and short form of the organisation that words name; None where their words show none."""
        name = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
        long = self._spelled.get(name)
        if long is not None:
            return long, organisation_kind(long), name
        short = next((short for short, each in self._spelled.items() if each == name), "")
        parts = name.split()
        has_word = any(each.lower() in ORGANISATION_WORDS for each in parts) and _NAME.fullmatch(name) is not None
        is_named = has_word and not any(each.lower() in NO_ACTOR for each in parts[-1:]) and parts[0] not in NOT_NAMES
        if short or _INITIALS_ONLY.fullmatch(name) or (is_named and (len(parts) > 1 or self.stands_inside(name))):
            return name, organisation_kind(name), short
        return None

    def is_name(self, name: str) -> bool:
        """Whether words with capitals are a name of somebody, as far as the text shows it: not “Critics”."""
        parts = name.split()
        if not _NAME.fullmatch(name) or (_JOINS.search(name) and self.organisation(name) is None):
            return False
        keys = {each.lower().strip(".") for each in parts}
        if not NO_ACTOR.isdisjoint(keys) or not NOT_NAMES.isdisjoint(parts) or all(map(is_office, parts)):
            return False
        if parts[0].lower() in self._small:
            return len(parts) > 1 and self.stands_inside(name)
        return len(parts) > 1 or self.stands_inside(name)

    def stands_inside(self, name: str) -> bool:
        """Whether a name stands somewhere where no sentence begins, so that its capital says something."""
        return re.search(rf"[\w,;’'][^\S\n]+{re.escape(name)}(?![\w-])", self._text) is not None


@lru_cache(maxsize=4)
def names_of(text: str) -> TextNames:
    """The names in a text; those of the last texts are kept."""
    return TextNames(text)


def names_about(words: str, text: str) -> TextNames:
    """The names in what a text says where some words of it stand: all of a long one would be read for seconds."""
    return names_of(text if len(text) <= _LONG else "\n\n".join(_passages_with(words, text)))


def _passages_with(words: str, text: str) -> Iterator[str]:
    """What stands around the words, and around each name among them: the first places of each, none of them twice."""
    names = dict.fromkeys([" ".join(words.split()), *(each for each in words.split() if each[:1].isupper())])
    starts = sorted({start for name in names if name for start in islice(_places_of(name, text), _MOST_PLACES)})
    behind = 0
    for start in starts:
        first = max(behind, text.rfind(" ", 0, max(0, start - _AROUND)) + 1)
        last = text.find(" ", start + _AROUND)
        behind = max(first, len(text) if last < 0 else last)
        if behind > first:
            yield text[first:behind]


def _places_of(name: str, text: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + len(name))


def _short_forms_in(text: str) -> Iterator[tuple[str, str]]:
    """What brackets behind a name abbreviate, with the words whose initials it has."""
    for match in _SHORT_FORM.finditer(text):
        words, short = match["long"].split(), match["short"]
        wanted = sorted(each for each in short if each.isupper())
        for first in range(len(words) - 1):
            part = words[first:]
            if (
                part[0][:1].isupper()
                and part[0] != "The"
                and sorted(each[0] for each in part if each[0].isupper()) == wanted
            ):
                yield short, " ".join(part)
                break
