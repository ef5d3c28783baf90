"""The names of the registries, and what texts tell of them: asked by every check on words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dashboard.cache import SharedCache
from dashboard.checks.context.reported_words import OF_COUNTRIES
from dashboard.checks.corpus import Corpus
from dashboard.evidence.words import (
    NameIndex,
    NamesAbout,
    Words,
    government_acts,
    initials_of,
    is_title,
    key_of,
    last_name,
    stands_in,
)
from dashboard.model.registry import Actor

_SMALL: Final = re.compile(r"\b[a-z]{2,}\b")
_WORD: Final = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_BEFORE_NAMES: Final = frozenset({"in", "at", "from", "to", "on", "by", "the", "The", "In", "city", "town", "of"})
_BESIDE_PLACES_WORDS: Final = """
    near off outside around over into towards toward beyond north south east west centre center coast port
    capital suburb suburbs outskirts streets waters region area central northern southern eastern western km
    miles a an above below behind hill hills mountain mountains bay gulf harbour harbor valley plain plains desert
    forest forests cliffs
"""
_BESIDE_PLACES: Final = _BEFORE_NAMES.union(_BESIDE_PLACES_WORDS.split())
"""What may stand beside the name of a place where something near it is meant."""
_HAPPENED: Final = re.compile(r"^(?:[a-z][\w’'-]*\s+)+(?=(?:off|near|in|at|outside|around)\s+(?:the\s+)?[^\W\d_a-z])")
"""What happened, before the words that say where: “sank off Mombasa”."""
_PART_OF_COUNTRY: Final = re.compile(
    r"\b(?:capital|coast|city|town|village|countryside|province|region|district|territory|soil|interior|island|port"
    r"|harbou?r|waters|north|south|east|west|northern|southern|eastern|western|central)\b"
)
_NOT_INSIDE: Final = re.compile(r"\b(?:border|frontier|embassy|consulate|mission|legation|near|off|towards?|from)\b")
"""What is of a country and may lie in another one."""
_MOST_CHARACTERS: Final = 200_000


@dataclass(frozen=True)
class RegistryNames:
    """The names of the registries, by their words."""

    names: Mapping[str, tuple[str, ...]]
    """The names of each actor and place, by `actor/ID` or `place/ID`; a person's last name is one of them."""
    known: NameIndex

    _small: dict[str, frozenset[str]] = field(default_factory=dict)
    _initials: dict[str, set[str]] = field(default_factory=dict)

    def written_small(self, corpus: Corpus, source: str) -> frozenset[str]:
        """The words that a source's text writes with a small letter somewhere: they are no names."""
        if source not in self._small:
            self._small[source] = frozenset(_SMALL.findall(corpus.workspace.texts.get(source, "")[:_MOST_CHARACTERS]))
        return self._small[source]

    def initials_in(self, corpus: Corpus, source: str) -> set[str]:
        """The initials of all names in a source's text, as far as it is looked at."""
        if source not in self._initials:
            self._initials[source] = initials_of(corpus.workspace.texts.get(source, "")[:_MOST_CHARACTERS])
        return self._initials[source]

    @cached_property
    def about(self) -> NamesAbout:
        """The names, to be found in texts with the words about them."""
        return NamesAbout(self.names)

    @classmethod
    def of(cls, corpus: Corpus) -> "RegistryNames":
        """The names in a workspace's registries."""
        here = corpus.workspace
        parts = (here.actors, here.places, here.texts)
        return _KNOWN.get(tuple(map(id, parts)), parts, lambda: cls._build(corpus))

    @classmethod
    def _build(cls, corpus: Corpus) -> "RegistryNames":
        workspace = corpus.workspace
        names = {f"actor/{id_}": _names(actor) for id_, actor in workspace.actors.items()}
        names |= {f"place/{id_}": (place.name, *place.aliases) for id_, place in workspace.places.items()}
        return cls(names, NameIndex(names))

    def __contains__(self, bearer: str) -> bool:
        return bearer in self.names

    def other_alone_named(self, bearer: str, words: str) -> str | None:
        """The id of another actor or place of that kind, if the words are but a name of it: `mecca` for “in Mecca”.

        None where they have any other word, or are a name of the bearer as well.
        """
        if any(name in words for name in self.names.get(bearer, ())):
            return None  # a quick look that spares a close one
        bearers = self._by_words.get(_telling_words(words), frozenset())
        kind = bearer.partition("/")[0]
        others = sorted(each for each in bearers if each.partition("/")[0] == kind)
        return None if bearer in others or not others else others[0].partition("/")[2]

    def other_place_beside(self, bearer: str, words: str) -> str | None:
        """The id of the one other place of which the words say that it was there or near: `cairo` for “near Cairo”."""
        if any(name in words for name in self.names.get(bearer, ())):
            return None
        where = _HAPPENED.sub("", words, count=1)
        bearers = self._by_words.get(_telling_words(where, _BESIDE_PLACES), frozenset())
        places = sorted(each for each in bearers if each.startswith("place/"))
        return None if bearer in bearers or not places else places[0].partition("/")[2]

    def other_country_of(self, corpus: Corpus, place: str, words: str) -> str | None:
        """The id of another country of which the words name a part: `kenya` for “the Kenyan capital”, if not there."""
        actors, places = corpus.workspace.actors, corpus.workspace.places
        country = places[place].country if place in places else None
        if country is None or not _PART_OF_COUNTRY.search(words) or _NOT_INSIDE.search(words):
            return None
        named = [each.partition("/")[::2] for each in sorted(self.known.named_by(Words(words).keys))]
        found = [record for kind, id_ in named if (record := (actors if kind == "actor" else places).get(id_))]
        are_countries = all(each.kind == "government" for each in found if isinstance(each, Actor))
        others = found and are_countries and all(each.country not in (country, None) for each in found)
        return found[0].id if others else None

    def other_actor_named(self, corpus: Corpus, actor: str, words: str) -> str | None:
        """The id of another actor whose name the words are, or of the government of another country that they name.

        “The Kenyan army” is none of France: then the other is `kenya`.
        """
        bearer, actors = f"actor/{actor}", corpus.workspace.actors
        country = actors[actor].country if actor in actors else None
        keys = _telling_words(words, OF_COUNTRIES) if country else ()
        if keys and not any(self.known.has_form(bearer, key) for key in keys):
            named = sorted(self.known.named_by(Words(words).keys))
            ids = [id_.partition("/")[2] for id_ in named if all(self.known.has_form(id_, key) for key in keys)]
            others = [actors[id_] for id_ in ids if id_ in actors]
            if others and all(each.kind == "government" and each.country not in (country, None) for each in others):
                return others[0].id
        return self.other_alone_named(bearer, words)

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, ...], frozenset[str]]:
        """By the words of a name that tell it: whose name it is."""
        found: dict[tuple[str, ...], set[str]] = {}
        for bearer, names in self.names.items():
            for name in names:
                found.setdefault(_telling_words(name), set()).add(bearer)
        return {words: frozenset(bearers) for words, bearers in found.items() if words}

    def are_named(self, bearer: str, quoted: Words, *, whole: bool) -> bool:
        """Whether words name an actor or place, in some form; without `whole`, a name may have any ending there."""
        names = self.names[bearer]
        as_they_are = any(stands_in(name, quoted.text, whole=whole) for name in names)
        if as_they_are or self.known.is_named(bearer, quoted.keys):
            return True
        return bearer.startswith("actor/") and any(government_acts(name, quoted.text) for name in names)


_KNOWN: Final[SharedCache[RegistryNames]] = SharedCache(2)
"""By the registries and texts: the drafts of one workspace have the same."""


def _telling_words(name: str, beside: frozenset[str] = _BEFORE_NAMES) -> tuple[str, ...]:
    """The words of a name, but for titles and what stands beside it: `mecca` of `in the city of Mecca`."""
    keys = (key_of(word) for word in _WORD.findall(name) if word not in beside)
    return tuple(key for key in keys if key and not is_title(key))


def _names(actor: Actor) -> tuple[str, ...]:
    """What an actor is called; a person by the last name, too."""
    return (*actor.names, last_name(actor.name)) if actor.kind == "person" else actor.names
