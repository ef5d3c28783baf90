"""Who is called by an office in a text, and when the registry says that they held it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.model.dates import EventDate
from dashboard.model.registry import Actor
from dashboard.model.vocabularies import COUNTRY_FORMS
from dashboard.store.workspace import Workspace

MOST_WORDS_OF_A_NAME = 5
_BEFORE_A_WORD = ("", "“", '"', "‘", "'", "(")
_WORD = re.compile(r"[^\W\d_](?:\.(?=\w)|[\w’'])*\.?")
_POSSESSIVE = re.compile(r"(?:['’]s)?[\s.,;:!?)”’\"']*$")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with all the times at which they held an office."""

    name: str
    terms: tuple[EventDate, ...]


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A place in a text at which somebody is called by an office."""

    before: str
    """What stands before it."""
    words: str
    """`President Rafael Correa`."""
    holders: Sequence[Holder]
    """Whom it may mean."""


class Offices:
    """Offices whose times are all given, by what they are called before a name: `President` of `President of Ecuador`.

    An office that somebody held at a time in doubt, or at one that is not given, is left out for them.
    """

    def __init__(self, workspace: Workspace) -> None:
        bodies = [actor for actor in workspace.actors.values() if actor.kind != "person"]
        areas = {
            *(name for place in workspace.places.values() for name in (place.name, *place.aliases)),
            *(name for body in bodies for name in body.names),
            *(form for forms in COUNTRY_FORMS for form in forms),
        }
        self._holders: dict[str, dict[str, list[Holder]]] = {}
        for actor in workspace.actors.values():
            for title, terms in _terms(actor, areas).items():
                by_name = self._holders.setdefault(title, {})
                for name in actor.names:
                    by_name.setdefault(name, []).append(Holder(actor.name, terms))
        self._by_first: dict[str, list[str]] = {}
        for title in sorted(self._holders, key=len, reverse=True):
            self._by_first.setdefault(title.split()[0], []).append(title)
        self._glances = {
            mark + form
            for first in self._by_first
            for form in (first, first.capitalize(), first.upper())
            for mark in _BEFORE_A_WORD
        }

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def called_in(self, text: str) -> Iterator[OfficeMention]:
        """Everybody who is called by an office with their name behind it."""
        if self._glances.isdisjoint(text.replace("-", " ").split()):
            return
        lowered = text.lower() if text.isascii() else "".join(map(_lower, text))
        for word in _WORD.finditer(lowered):
            for title in self._by_first.get(word[0], ()):
                if lowered.startswith(f"{title} ", word.start()) and (
                    called := self._mention_at(text, word.start(), title)
                ):
                    yield called
                    break

    def _mention_at(self, text: str, start: int, title: str) -> OfficeMention | None:
        """Who is named behind a title that begins at `start`."""
        end = start + len(title)
        by_name, words = self._holders[title], text[end : end + 100].split()[:MOST_WORDS_OF_A_NAME]
        for count in range(len(words), 0, -1):
            name = _POSSESSIVE.sub("", " ".join(words[:count]))
            if name in by_name:
                return OfficeMention(text[:start], f"{text[start:end]} {name}", by_name[name])
        return None


def _terms(actor: Actor, areas: Collection[str]) -> Mapping[str, tuple[EventDate, ...]]:
    """What a person's offices are called, in lower case, each with all its times."""
    terms: dict[str, list[EventDate | None]] = {}
    for office in actor.offices if actor.kind == "person" else ():
        for title in _forms(office.title, areas):
            terms.setdefault(title.lower(), []).append(office.when)
    given = {title: tuple(when for when in held if when and _is_sure(when)) for title, held in terms.items()}
    return {title: held for title, held in given.items() if len(held) == len(terms[title])}


def _forms(title: str, areas: Collection[str]) -> set[str]:
    """The title as it is, and without what it is of: `of Ecuador`, or `U.S.`"""
    head, _of, of_what = title.rpartition(" of ")
    first, _space, rest = title.partition(" ")
    return {
        title,
        *([head] if head and of_what.removeprefix("the ") in areas else ()),
        *([rest] if rest and first in areas else ()),
    }


def _lower(character: str) -> str:
    """The character in lower case if that is one character (not `İ`, which becomes two): offsets must not move."""
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _is_sure(when: EventDate) -> bool:
    return not (when.uncertain or when.approximate)
