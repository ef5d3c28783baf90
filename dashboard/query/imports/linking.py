"""Which record an imported row may be about: by day, place, actors and words, with the reasons in words.

It only ever suggests. Nothing is joined, and no count changes by it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import snowballstemmer

from dashboard.model.geography import distance_km
from dashboard.model.registry import Actor, Place
from dashboard.model.vocabularies import SMALL_WORDS
from dashboard.query.imports.imported_rows import Row
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import count_words
from dashboard.text.search_form import words_to_search

LIKELY: Final = 0.55
"""From this score on, of at most 1, a record is suggested."""
_WEIGHTS: Final = {"day": 0.3, "place": 0.3, "actors": 0.2, "words": 0.2}
_DAYS: Final = ((0, 1.0), (1, 0.8), (3, 0.45), (7, 0.2))
"""At most so many days apart: as sure is the day."""
_KM: Final = ((5.0, 1.0), (25.0, 0.85), (75.0, 0.55), (150.0, 0.25))
_COARSE_DAYS: Final = 31
_COARSE: Final = 0.5
"""A date known to a month, or a place known to its country, says half as much."""
_ENOUGH_WORDS: Final = 4
_LEAST_LETTERS: Final = 4
_stem: Final = snowballstemmer.stemmer("english")
_GENERAL_WORDS: Final = (
    "armed army attack city civilian dead death event force gang government group kill list military minister near "
    "official people police president report said source state town type unidentified unknown village"
)
"""Words that most rows have: they tell no two events apart."""
_GENERAL: Final = frozenset(_stem.stemWords(_GENERAL_WORDS.split()))
MOST_FAR_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class LinkSubject:
    """What of a record, or of a row, is compared."""

    first: dt.date | None
    last: dt.date | None
    point: tuple[float, float] | None
    """Longitude and latitude; None where only the country is known."""
    country: str | None
    actors: Mapping[str, frozenset[str]]
    """The names of actors, each with its words and those of its other names."""
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class LinkSuggestion:
    """A record that a row may be about."""

    event: str
    score: float
    """From 0 to 1."""
    reasons: tuple[str, ...]
    """`same day`, `4 km apart`, `both name JNIM`."""

    @property
    def is_likely(self) -> bool:
        """Whether it is worth a look."""
        return self.score >= LIKELY


def row_subject(row: Row) -> LinkSubject:
    """What is compared of an imported row."""
    is_area = row["latitude"] is None or row["place_precision"] in ("country", "region")
    told = " ".join(filter(None, (row["title"], row["text"], row["type_code"])))
    names = [row["actor1"], row["actor2"]]
    return LinkSubject(
        row["first_day"],
        row["last_day"],
        None if is_area else (row["longitude"], row["latitude"]),
        row["country"],
        {name: _stems(name) for name in names if name and _stems(name)},
        _stems(told),
    )


def record_subject(reading: ResolvedEvent, actors: Mapping[str, Actor]) -> LinkSubject:
    """What is compared of a record, as its mode has it."""
    date, place = reading.date.value, reading.place.value
    told = " ".join((reading.event.title, *(claim.text for claim in reading.event.claims.values())))
    known = [actors[part.actor] for part in reading.event.who if part.actor in actors]
    return LinkSubject(
        date.earliest if date else None,
        date.latest if date else None,
        _point(place),
        place.country if place else None,
        {actor.name: _stems(" ".join((actor.name, *actor.aliases))) for actor in known},
        _stems(told),
    )


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.is_area or place.latitude is None or place.longitude is None:
        return None
    return place.longitude, place.latitude


def likely_records(row: Row, readings: Iterable[ResolvedEvent], actors: Mapping[str, Actor]) -> list[LinkSuggestion]:
    """The records that the row may be about, the likeliest first."""
    mine = row_subject(row)
    near = (each for each in readings if _may_be(mine, each))
    found = [compare(mine, record_subject(each, actors), each.id) for each in near]
    return sorted((each for each in found if each.is_likely), key=lambda each: (-each.score, each.event))


def _may_be(row: LinkSubject, reading: ResolvedEvent) -> bool:
    """Whether the days are near enough: of 10,000 records few are."""
    date = reading.date.value
    if row.first is None or row.last is None or date is None or date.earliest is None or date.latest is None:
        return False
    return _days_apart(row.first, row.last, date.earliest, date.latest) <= MOST_FAR_DAYS


def compare(row: LinkSubject, record: LinkSubject, event: str = "") -> LinkSuggestion:
    """How likely the row is about the record; 0 where the days or the places rule it out."""
    day, day_words = _day(row, record)
    place, place_words = _place(row, record)
    actors, actor_words = _actors(row, record)
    words, word_words = _words(row, record)
    if not day or not place:
        return LinkSuggestion(event, 0.0, tuple(filter(None, (day_words, place_words))))
    if not actors and not words:  # in a large town much happens on a day
        return LinkSuggestion(event, 0.0, (day_words, place_words, "neither an actor nor a word in common"))
    parts = {"day": day, "place": place, "actors": actors, "words": words}
    score = sum(_WEIGHTS[name] * part for name, part in parts.items())
    return LinkSuggestion(
        event, round(score, 3), tuple(filter(None, (day_words, place_words, actor_words, word_words)))
    )


def _days_apart(first: dt.date, last: dt.date, other_first: dt.date, other_last: dt.date) -> int:
    return max((other_first - last).days, (first - other_last).days, 0)


def _day(row: LinkSubject, record: LinkSubject) -> tuple[float, str]:
    if row.first is None or row.last is None or record.first is None or record.last is None:
        return 0.0, "a date is missing"
    apart = _days_apart(row.first, row.last, record.first, record.last)
    span = max((row.last - row.first).days, (record.last - record.first).days) + 1
    sure = next((sure for most, sure in _DAYS if apart <= most), 0.0)
    if span >= _COARSE_DAYS - 3:
        return (
            (sure * _COARSE, "the days agree, but one is known to the month or year alone") if not apart else (0.0, "")
        )
    if span > 1 and not apart:
        return sure, f"the days overlap, within {count_words(span, 'day')}"
    return sure, "the same day" if not apart else f"{count_words(apart, 'day')} apart"


def _place(row: LinkSubject, record: LinkSubject) -> tuple[float, str]:
    if row.point and record.point:
        km = distance_km(row.point[1], row.point[0], record.point[1], record.point[0])
        return next(
            (sure for most, sure in _KM if km <= most), 0.0
        ), f"{km:,.0f} km apart" if km >= 1 else "the same place"
    if row.country and row.country == record.country:
        return _COARSE, "the same country, but a place is not known more closely"
    return 0.0, "different places"


def _actors(row: LinkSubject, record: LinkSubject) -> tuple[float, str]:
    """How many of the row's actors the record has, in its list of actors or in its words."""
    if not row.actors:
        return 0.0, ""
    shared = [name for name, stems in row.actors.items() if _is_named(stems, record)]
    if not shared:
        return 0.0, "no actor in common"
    return (1.0 if len(shared) == len(row.actors) else 0.7), f"both name {' and '.join(shared)}"


def _is_named(name: frozenset[str], record: LinkSubject) -> bool:
    """Whether half of the words of a name that tell it from others are those of an actor, or stand in the record."""
    own = name - _GENERAL
    known = max((len(own & other) for other in (*record.actors.values(), record.words)), default=0)
    return known > 0 and known * 2 >= len(own)


def _words(row: LinkSubject, record: LinkSubject) -> tuple[float, str]:
    shared = (row.words & record.words) - _GENERAL
    shared -= frozenset().union(*row.actors.values())
    if not shared:
        return 0.0, ""
    return min(1.0, len(shared) / _ENOUGH_WORDS), f"both say {', '.join(sorted(shared)[:5])}"


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    """The words of a text that mean something, without their endings; numbers are left out."""
    found = (word for word in words_to_search(text) if len(word) >= _LEAST_LETTERS and not word.isdigit())
    return frozenset(_stem.stemWords([word for word in found if word not in SMALL_WORDS]))
