"""Places are where they are said to be."""

from collections.abc import Iterator
from functools import lru_cache

import pycountry

from dashboard.checks.context import point_hint, source_of_office_hint, source_of_point_hint
from dashboard.checks.corpus import Corpus
from dashboard.model.problem import Problem, kind
from dashboard.model.registry import Actor, Place
from dashboard.store.file_problems import excerpt

COUNTRY_UNKNOWN = kind(
    "country-unknown",
    "A country that does not exist",
    "A country is a two-letter code of ISO 3166-1, such as EC, US or KR, or XK for Kosovo, which is in use but not in "
    "the standard.",
    "correct the code",
)
COUNTRY_MISSING = kind(
    "country-missing",
    "A country without a code",
    "A place with the precision `country` is drawn as the area of that country, so it needs the country's code.",
    "add `country: EC`, a two-letter code of ISO 3166-1",
)
COORDINATES_HALF = kind(
    "coordinates-half",
    "A point without latitude or longitude",
    "A point needs both a latitude and a longitude, in degrees.",
    "add the missing one, or remove both",
)
COORDINATES_MISSING = kind(
    "coordinates-missing",
    "A place without a point",
    "A place with the precision `site`, `city` or `near` is drawn as a point, so it needs one.",
    "add `latitude` and `longitude`, or use a coarser `precision`: region, country",
)
POINT_OF_AN_AREA = kind(
    "point-of-an-area",
    "A country with a point",
    "A place with the precision `country` is drawn as an area. Its point is not drawn.",
    "remove `latitude` and `longitude`, or set a finer `precision`",
    "warning",
)
FACT_WITHOUT_SOURCE = kind(
    "fact-without-source",
    "A place or an office without a source",
    "Where a place is, and when a person held an office, are facts that need a source.",
    "add `sources`, with what gives it: a map, a register, a gazetteer, each described like any source without a text",
    "warning",
)

_COMMONLY_MEANT = {"UK": "GB", "EL": "GR", "EN": "GB", "SU": "RU"}
"""Codes that are in use elsewhere."""


def country_exists(corpus: Corpus) -> Iterator[Problem]:
    """The country of a place or an actor is one of ISO 3166-1, or XK."""
    entries: list[Place | Actor] = [*corpus.workspace.places.values(), *corpus.workspace.actors.values()]
    for entry in entries:
        if entry.country is not None and entry.country not in countries():
            meant = _COMMONLY_MEANT.get(entry.country)
            hint = f"did you mean `{meant}`?" if meant else ""
            yield corpus.problem(COUNTRY_UNKNOWN, entry, ("country",), f"{entry.country} is not a country", hint)


def area_of_a_country_names_it(corpus: Corpus) -> Iterator[Problem]:
    """A place of the precision `country` has a country."""
    for place in corpus.workspace.places.values():
        if place.precision == "country" and place.country is None:
            message = f"`{place.id}` has the precision `country`, but no `country`"
            yield corpus.problem(COUNTRY_MISSING, place, ("precision",), message)


def point_is_whole(corpus: Corpus) -> Iterator[Problem]:
    """A place has both coordinates or neither; a site, a city or what is near one has both."""
    for place in corpus.workspace.places.values():
        if (place.latitude is None) != (place.longitude is None):
            given = "latitude" if place.longitude is None else "longitude"
            message = f"`{place.id}` has only a {given}"
            yield corpus.problem(COORDINATES_HALF, place, (given,), message)
        elif place.latitude is None and place.precision in ("site", "city", "near"):
            message = f"`{place.id}` is a place of precision {place.precision}, but has no point"
            hint = point_hint(place, corpus.workspace)
            yield corpus.problem(COORDINATES_MISSING, place, ("precision",), message, hint)


def country_is_an_area(corpus: Corpus) -> Iterator[Problem]:
    """A place of the precision `country` has no point."""
    for place in corpus.workspace.places.values():
        if place.precision == "country" and place.latitude is not None:
            yield corpus.problem(
                POINT_OF_AN_AREA, place, ("latitude",), f"`{place.id}` has the precision `country`, but also a point"
            )


def fact_has_a_source(corpus: Corpus) -> Iterator[Problem]:
    """A point, and an office with its time, have sources."""
    for place in corpus.workspace.places.values():
        if place.latitude is not None and not place.sources:
            message = f"no source says where `{place.id}` is"
            hint = source_of_point_hint(place, corpus.workspace)
            yield corpus.problem(FACT_WITHOUT_SOURCE, place, ("latitude",), message, hint)
    for actor in corpus.workspace.actors.values():
        for index, office in enumerate(actor.offices):
            if not office.sources and not actor.sources:
                message = f"nobody says that `{actor.id}` was {excerpt(office.title)}"
                hint = source_of_office_hint(actor, office)
                yield corpus.problem(FACT_WITHOUT_SOURCE, actor, ("offices", index), message, hint)


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Codes of countries."""
    return frozenset({"XK", *(country.alpha_2 for country in pycountry.countries)})


RULES = (
    country_exists,
    area_of_a_country_names_it,
    point_is_whole,
    country_is_an_area,
    fact_has_a_source,
)
