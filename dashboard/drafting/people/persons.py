"""Persons whom a text names: behind an office, or by a full name of which the last word stands alone as well."""

import re
from collections.abc import Iterable, Iterator, Set
from typing import Final

from dashboard.drafting.people.name_words import (
    ARABIC,
    GAP,
    NO_ACTOR,
    NOT_NAMES,
    OF_OFFICE,
    ORGANISATION_WORDS,
    PERSON,
    ROLES_PATTERN,
    WORD,
    is_office,
    without_titles,
)
from dashboard.evidence.words import FUNCTION_WORDS
from dashboard.model.forms import country_named
from dashboard.model.vocabularies import COUNTRY_FORMS

_WITH_ROLE: Final = re.compile(
    rf"\b(?:{ROLES_PATTERN})(?:-elect|-designate)?{GAP}(?:{OF_OFFICE}{GAP})?(?P<name>{PERSON})"
)
_WITH_OFFICE: Final = re.compile(
    rf"\b(?P<office>(?:[A-Z][\w.’-]*{GAP}){{0,3}}(?:{ROLES_PATTERN}))(?:{GAP}{OF_OFFICE})?{GAP}(?P<name>{PERSON})"
)
_LED_BY: Final = re.compile(rf"\b(?:led|headed|chaired){GAP}by{GAP}(?P<name>{WORD}{GAP}{PERSON})")
_BEHIND_COMMA: Final = re.compile(rf"\b(?:{ROLES_PATTERN}),{GAP}(?P<name>{WORD}(?:{GAP}{WORD}){{1,3}}),")
_IN_APPOSITION: Final = re.compile(
    rf"(?<![\w.’'-])(?<!\bto )(?<!\bfor )(?<!\bof )(?<!\bin )(?P<name>{WORD}(?:{GAP}{WORD}){{1,3}}),{GAP}"
    rf"(?:(?:the|an?){GAP})?(?:[\w’'-]+{GAP}){{0,3}}?(?:{ROLES_PATTERN})\b"
)
_RUN: Final = re.compile(rf"(?<![\w.’'-]){WORD}(?:{GAP}{WORD})*(?![\w-])(?!{GAP}of\b)")
_SMALL_WORD: Final = re.compile(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_A-Z]*(?![\w’'-])")
_WORD_ALONE: Final = re.compile(WORD)
_ARTICLE: Final = re.compile(r"\b(?:the|a|an)\s+\Z", re.IGNORECASE)
_ARTICLE_OF_NAME: Final = re.compile(rf"^{ARABIC}", re.IGNORECASE)


def office_holders(text: str) -> Iterator[tuple[str, str]]:
    """Each office with a capital that stands before a name, in small letters, with that name: `prime minister`."""
    for match in _WITH_OFFICE.finditer(text):
        if name := _person_name(match["name"]):
            yield " ".join(match["office"].lower().split()), name


def words_written_small(text: str) -> frozenset[str]:
    """The words that a text writes without a capital somewhere: they are no names where a sentence begins with them."""
    return frozenset(_SMALL_WORD.findall(text))


def persons_in(text: str) -> Iterator[str]:
    """The names that stand behind an office, or of which the last word stands alone as well."""
    for pattern in (_WITH_ROLE, _LED_BY, _IN_APPOSITION, _BEHIND_COMMA):
        for match in pattern.finditer(text):
            if name := _person_name(match["name"]):
                yield name
    runs = [
        match for match in _RUN.finditer(text) if not _ARTICLE.search(text[max(0, match.start() - 5) : match.start()])
    ]
    small = words_written_small(text)
    alone = {match[0] for match in runs if _WORD_ALONE.fullmatch(match[0])}
    for match in runs:
        name = _person_name(_behind_first_word(match[0], small))
        if name and len(name.split()) in (2, 3) and name.split()[-1] in alone and _is_plain(name):
            yield name


def each_once(persons: Iterable[str]) -> Iterator[str]:
    """Each person once: “Harry Truman” is the “Harry S. Truman” whom the text names as well."""
    fullest: dict[tuple[str, str], str] = {}
    for each in persons:
        key = each.split()[0], each.split()[-1]
        fullest[key] = max(fullest.get(key, ""), each, key=len)
    return iter(fullest.values())


def _behind_first_word(run: str, small: Set[str]) -> str:
    """The words with capitals, without one that has its capital from the beginning of a sentence: `Although`."""
    first, _, rest = run.partition(" ")
    is_small = first.lower() in FUNCTION_WORDS or first.lower() in small or first.endswith("ing")
    return rest if rest and is_small else run


def _person_name(written: str) -> str | None:
    name = without_titles(written)
    if name is None:
        return None
    parts = name.split()
    if len(parts) > 2 and _is_country(parts[0]):
        parts = parts[1:]
    keys = {each.lower() for each in parts}
    is_other = not keys.isdisjoint(ORGANISATION_WORDS) or parts[-1].lower() in NO_ACTOR or parts[0] in NOT_NAMES
    is_other = is_other or parts[0].lower() in FUNCTION_WORDS or _is_country(parts[-1])
    return None if is_other or _is_country(name) else " ".join(parts)


def _is_plain(name: str) -> bool:
    """Whether no word of a name is a country, its people, an office, or in capitals alone."""
    return not any(
        _is_country(each) or is_office(each) or (each.isupper() and "." not in each) for each in name.split()
    )


def _is_country(name: str) -> bool:
    return bool(country_named(name)) or any(name in forms for forms in COUNTRY_FORMS)


def bears(full: str, name: str) -> bool:
    """Whether a person may be called so: by the last name, or by the first where that is the family's."""
    parts = full.split()
    parts[-1] = _ARTICLE_OF_NAME.sub("", parts[-1])
    if len(parts) == 1 or " " in name:
        return full == name or full.endswith(f" {name}")
    return name == parts[-1] or (name == parts[0] and ("-" in parts[-1] or (len(parts) == 2 and len(name) <= 5)))
