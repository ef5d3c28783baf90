"""Entries of the registries that came, went or changed, and the events of which something else may be found by that.

A place that is added while somebody writes concerns the events that name it, and no more: thousands of others need not
be checked again. Threads and descriptions of sources concern those that have their ids.
"""

import re
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final, Self

from dashboard.checks.named_ids import threads_of
from dashboard.evidence.words import Keys, key_of, last_name, spelled_out, words_of
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.record import Record
from dashboard.model.registry import Actor, Place
from dashboard.model.vocabularies import COUNTRY_FORMS
from dashboard.store.workspace import Workspace

Entry = Actor | Place
_STEM: Final = 4
"""Letters that all forms of a name share: see `dashboard.evidence.words.names`."""
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "el", "al"})
_JOINING: Final = str.maketrans("", "", ".-'’")
_OTHER_SCRIPT: Final = re.compile("[^\x00-\u024f\u1e00-\u1eff\u2010-\u2027]")
"""Where words are not parted as in Latin."""
_OF_COUNTRIES: Final = frozenset(word for forms in COUNTRY_FORMS for form in forms for word in words_of(form))
_BETWEEN_PAUSES: Final = 200
"""Events, of which the words are read in some milliseconds."""
_PAUSE_SECONDS: Final = 0.01
_LONGEST_TEXT: Final = 1_000_000
"""Longer ones are not searched for values that were read in them."""


class EventWords:
    """What events say, in plain letters, kept from one look to the next."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, str]] = {}

    def gather(self, workspace: Workspace) -> None:
        """Read what all events say while nobody waits for it; whoever adds a place then need not."""
        for number, event in enumerate(workspace.events.values()):
            self.of(event, workspace)
            if number % _BETWEEN_PAUSES == 0:
                time.sleep(_PAUSE_SECONDS)

    def of(self, event: Event, workspace: Workspace) -> str:
        """All texts of an event's file, each on lines of its own."""
        document = workspace.documents.get(workspace.files[event.id])
        kept = self._kept.get(event.id)
        if kept is None or kept[0] is not document or document is None:
            kept = self._kept[event.id] = (document, plain_letters(_text_of(event)))
        return kept[1]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name by the words that tell it."""

    words: frozenset[str]
    stems: tuple[tuple[str, ...], ...]
    """For each of its words the beginnings of all its forms: where one of these is missing, so is the name."""
    is_latin: bool

    @classmethod
    def of(cls, name: str) -> Self:
        """The name; of a country, by any of the words that it may be called by."""
        words = frozenset(words_of(name)) - _SMALL
        own = words - _OF_COUNTRIES
        stems: list[tuple[str, ...]] = [(_stem(word),) for word in own]
        if words - own or not own:
            stems.append(tuple(sorted({_stem(each) for each in spelled_out(set(words))})))
        return cls(words, tuple(stems), _OTHER_SCRIPT.search(name) is None)

    def may_stand_in(self, plain: str) -> bool:
        """Whether it may be in words with plain letters, at a quick look."""
        return all(any(stem in plain for stem in forms) for forms in self.stems)

    def is_among(self, keys: Keys) -> bool:
        """Whether words have it, in any form."""
        return not self.is_latin or all(map(keys.have, self.words))

    def has_word_of(self, title: str) -> bool:
        """Whether a title has a word of it."""
        plain = plain_letters(title)
        return any(stem in plain for stem in chain.from_iterable(self.stems)) and not self.words.isdisjoint(
            words_of(title)
        )


@dataclass(frozen=True)
class ChangedEntries:
    """The entries that differ between two looks."""

    ids: frozenset[str] = frozenset()
    """Places and actors."""
    sources: frozenset[str] = frozenset()
    threads: frozenset[str] = frozenset()
    names: tuple[_Name, ...] = ()
    _held: dict[str, bool] = field(default_factory=dict, compare=False)

    @classmethod
    def between(cls, before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> Self | None:
        """What differs between actors, places, threads and sources; None where every event may be concerned."""
        (*entries_before, threads_before, sources_before), (*entries_now, threads_now, sources_now) = before, now
        sources, threads = _differing(sources_before, sources_now), _differing(threads_before, threads_now)
        changed: list[Entry] = []
        ids: set[str] = set()
        for earlier, later in zip(entries_before, entries_now, strict=True):
            differing = _differing(earlier, later)
            ids |= differing
            changed += [each for id_ in differing for each in (earlier.get(id_), later.get(id_)) if each is not None]
        every = list(chain.from_iterable(each.values() for each in (*entries_before, *entries_now)))
        if changed and _may_concern_all(changed, every):
            return None
        names = {name for each in changed for name in _names_of(each)}
        return cls(frozenset(ids), frozenset(sources), frozenset(threads), tuple(map(_Name.of, sorted(names))))

    def __bool__(self) -> bool:
        return bool(self.ids or self.sources or self.threads)

    def may_concern(self, event: Event, words: EventWords, workspace: Workspace) -> bool:
        """Whether something else may be found of an event, which names them, or has their names in its words.

        Which sources an event names is kept with what was found of it: those are not looked for here.
        """
        if self.threads and not self.threads.isdisjoint(threads_of(event)):
            return True
        if not self.ids:
            return False
        plain = words.of(event, workspace)
        if any(f"\n{plain_letters(each)}\n" in plain for each in self.ids):
            return True
        if near := [each for each in self.names if each.may_stand_in(plain)]:
            keys = Keys(spelled_out(words_of(_text_of(event))))
            if any(each.is_among(keys) for each in near):
                return True
        if any(each.has_word_of(event.title) for each in self.names):
            return True
        return any(self._are_in(each, workspace) for _, value in event.assessed_values() for each in value.sources)

    def _are_in(self, source: str, workspace: Workspace) -> bool:
        """Whether one of the names may be in a text that values are looked up in."""
        if source not in self._held:
            text = workspace.texts.get(source, "")
            plain = plain_letters(text) if len(text) <= _LONGEST_TEXT else ""
            self._held[source] = any(each.may_stand_in(plain) for each in self.names)
        return self._held[source]


def plain_letters(text: str) -> str:
    """A text in small letters without marks on them, and without what joins the parts of a word."""
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return text.casefold().translate(_JOINING)


def _stem(key: str) -> str:
    return plain_letters(key)[:_STEM]


def _text_of(event: Event) -> str:
    """Every text that stands in an event's file, each on a line of its own."""
    return "\n".join(["", *_texts_in({name: getattr(event, name) for name in event.model_fields_set - {"id"}}), ""])


def _differing(before: Mapping[str, Any], now: Mapping[str, Any]) -> set[str]:
    """Ids of what came, went, or is another now."""
    if before is now:
        return set()
    return {id_ for id_ in {*before, *now} if (one := before.get(id_)) is not (other := now.get(id_)) and one != other}


def _names_of(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Place):
        return (entry.name, *entry.aliases)
    return (*entry.names, last_name(entry.name)) if entry.kind == "person" else entry.names


def _may_concern_all(changed: Iterable[Entry], every: Sequence[Entry]) -> bool:
    """Whether a change may tell words of others otherwise: whose offices are which, and which words are no names."""
    actors = [each for each in every if isinstance(each, Actor)]
    if any(isinstance(each, Actor) and each.offices for each in changed):
        return True
    names = [name for each in changed for name in _names_of(each)]
    if not all(words_of(name) - _SMALL for name in names):
        return True
    written = [word for name in names for word in name.split()]
    titles = plain_letters("\n".join(office.title for each in actors for office in each.offices))
    keys = {key_of(word) for word in written} - _SMALL
    if any(plain_letters(key) in titles for key in keys):
        return True
    small = {word for each in every for name in _names_of(each) for word in name.split() if word.islower()}
    return not keys.isdisjoint({key_of(word) for word in small} - _SMALL)


def _texts_in(value: Any) -> Iterator[str]:
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, EventDate):
            yield each.text
        elif isinstance(each, Record):
            left += [getattr(each, name) for name in each.model_fields_set]
        elif isinstance(each, Mapping):
            left += each.values()
        elif isinstance(each, tuple):
            left += each
