"""How far apart places are, by the words, is how far apart they are."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import BOUND, NUMBER, Measure, NamedPlaces
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.model.event import Event
from dashboard.model.geography import distance_km
from dashboard.model.registry import Place

DISTANCE_CONTRADICTS_PLACES = guard(
    "distance-contradicts-places",
    "A distance that does not match the places",
    "The text gives a distance between two registered places (`Manta, 260 km from Quito`, `between Quito and Manta`), "
    "or from a place to the event (`60 miles off Manta`). The distance is less than three quarters of the straight "
    "line between their points, or more than one and three quarters of it (roads make detours). The radius or "
    "precision of the places is taken into account. Areas are not checked.",
    "correct the distance, its unit, or the coordinates of the place",
)
KM: Final = {"km": 1.0, "kilomet": 1.0, "mile": 1.609344, "nautical": 1.852}
LEAST_SHARE: Final = 0.75
"""The least that words may give, as a share of the geodesic without what the points leave open."""
MOST_TIMES: Final = 1.75
"""That way as often a road may be long."""

_MAYBE: Final = re.compile(r"\bkm\b|\bkilomet|\bmiles?\b")
_LENGTH: Final = (
    rf"(?P<length>{BOUND}{NUMBER}[\s-]*(?P<unit>(?a:nautical|km\b|kilomet|mile))"
    r"(?:[ -]?miles?|(?<=kilomet)(?:er|re)s?|(?<=mile)s)?\b)"
    r"(?: \([^)]{1,40}\))?"
)
_WAY: Final = r"(?: (?:road|railway|line|flight|trip|journey|march|drive|stretch|route|pipeline|cable|highway))?"
_APART: Final = re.compile(
    rf"{_LENGTH}{_WAY}(?P<direction>(?: away| offshore| inland| by (?:road|air|sea|rail)| to the|(?: due)? "
    r"(?:north|south|east|west)[a-z-]*)*) (?P<how>from|of|off|between) (?:the (?:city|town|port|capital) of )?"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\bdistance (?P<how>between|from) (?=[^\W\d_])", re.IGNORECASE)
_IS_SO_LONG: Final = re.compile(rf" (?:is|was|being|of),? {_LENGTH}", re.IGNORECASE)
_JOINED: Final = re.compile(r",? (and|to) ")
_BESIDE: Final = re.compile(
    r"(?:,|\s|\b(?:is|was|lies|lay|stands|stood|situated|located|which|that|an?|the|port|town|city|village|base|air"
    r"|airport|harbour|harbor|site|only|just|at|some)\b)*",
    re.IGNORECASE,
)
"""Between a place and the distance that is said of it."""
_OF_ANOTHER: Final = re.compile(r"\b(?:that|which|who|whose|where)\b", re.IGNORECASE)

Pair = tuple[Measure, re.Match[str], Place, Place]
"""A distance that is said, its words and unit, and the places that it is said of."""


def distance_fits_the_places(corpus: Corpus) -> Iterator[Violation]:
    """No distance in a claim's text is much less or much more than that between the places it is said of."""
    named: NamedPlaces | None = None
    for event in corpus.events.values():
        for name, claim in event.claims.items():
            if not _MAYBE.search(claim.text):
                continue
            named = named or NamedPlaces(corpus.workspace.places.values())
            for said, match, one, other in _stated_distances(corpus, event, name, named):
                if one.is_area or other.is_area or one.id == other.id:
                    continue
                apart = _apart_km(one, other)
                if not _fits(said, KM[match["unit"].lower()], apart, one.open_km + other.open_km):
                    message = f"{one.name} and {other.name} are {apart:,.0f} km apart ({apart / KM['mile']:,.0f} miles)"
                    words, path = (match["length"].strip(), one.id, other.id), ("claims", name, "text")
                    yield Violation(DISTANCE_CONTRADICTS_PLACES, event, (name,), path, words, message)
                    break


def _stated_distances(corpus: Corpus, event: Event, name: str, named: NamedPlaces) -> Iterator[Pair]:
    text = event.claims[name].text
    for match in _APART.finditer(text):
        said = Measure.of(match)
        first = named.at(text, match.end())
        is_stretch = match["how"].lower() == "of" and not match["direction"] and said is not None and said.at_least
        if said is None or first is None or is_stretch:
            continue  # `of`: 2,900 miles of Soviet airspace
        place, end = first
        joined = _JOINED.match(text, end)
        second = named.at(text, joined.end()) if joined else None
        if match["how"].lower() == "between" or (second and joined and joined[1] == "to"):
            other = second[0] if second else None
        else:
            other = _beside(text, match.start(), named) or _where(corpus, event, name, named)
        if other is not None:
            yield said, match, place, other
    for match in _BETWEEN.finditer(text):
        first = named.at(text, match.end())
        joined = _JOINED.match(text, first[1]) if first else None
        second = named.at(text, joined.end()) if joined else None
        length = _IS_SO_LONG.match(text, second[1]) if second else None
        said = Measure.of(length) if length else None
        if first and second and length and said:
            yield said, length, first[0], second[0]


def _beside(text: str, start: int, named: NamedPlaces) -> Place | None:
    """The place that is named just before `start`: `Manta, a port some `."""
    for place, _begin, end in reversed(list(named.all_in(text[:start]))):
        return place if _BESIDE.fullmatch(text, end, start) else None
    return None


def _where(corpus: Corpus, event: Event, name: str, named: NamedPlaces) -> Place | None:
    """The event's place, if this claim states it as a fact and names exactly one place; else None."""
    claim, place = event.claims[name], _place_given(event, name)
    if claim.kind != "fact" or place is None or _OF_ANOTHER.search(claim.text):
        return None
    if len({place.id for place, _start, _end in named.all_in(claim.text)}) != 1:
        return None
    return corpus.workspace.places.get(place)


def _place_given(event: Event, name: str) -> str | None:
    """The event's place that a claim gives, as reported or assessed; one of another basis may contradict words."""
    where, assessed = event.where, event.where.assessed
    if name in where.claims:
        return where.reported
    return assessed.place if assessed and assessed.basis == "quoted" and name in assessed.claims else None


def _apart_km(one: Place, other: Place) -> float:
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    return distance_km(*(degrees or 0.0 for degrees in points))


def _fits(said: Measure, unit_km: float, apart_km: float, open_km: float) -> bool:
    length_km = said.value * unit_km
    too_short = said.at_most and length_km < LEAST_SHARE * (apart_km - open_km)
    too_long = said.at_least and length_km > MOST_TIMES * (apart_km + open_km)
    return not (too_short or too_long)


GUARDS = (distance_fits_the_places,)
