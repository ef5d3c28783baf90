"""Places are where they are said to be."""

from collections.abc import Iterator
from functools import lru_cache

import pycountry

from dashboard.checks.corpus import Corpus
from dashboard.model.problem import Problem, kind
from dashboard.model.registry import Actor, Place
from dashboard.store.yaml_problem import excerpt

COUNTRY_UNKNOWN = kind(
    "country-unknown",
    "A country that does not exist",
    "Countries are the two capitals of ISO 3166-1, as in EC, US or KR; and XK for Kosovo, which is in use without "
    "being in the standard.",
    "correct the code",
)
COUNTRY_MISSING = kind(
    "country-missing",
    "A country without its code",
    "A place of the precision `country` is drawn as the area of its country, which its code names.",
    "add `country: EC`, two capitals of ISO 3166-1",
)
COORDINATES_HALF = kind(
    "coordinates-half",
    "Half of a point",
    "A point has a latitude and a longitude, in degrees.",
    "add the other, or leave both out",
)
COORDINATES_MISSING = kind(
    "coordinates-missing",
    "A point that is not given",
    "A place known as a site, a city or near one is drawn as a point.",
    "add `latitude` and `longitude`, or a coarser `precision`: region, country",
)
POINT_OF_AN_AREA = kind(
    "point-of-an-area",
    "A country with a point",
    "A place of the precision `country` is an area: it has no point of its own, and the one given is not drawn.",
    "leave `latitude` and `longitude` out, or say by `precision` how near the place is known",
    "warning",
)
FACT_WITHOUT_SOURCE = kind(
    "fact-without-source",
    "A fact without a source",
    "Where a place is, and when a person held an office, are facts like others: somebody says so.",
    "add `sources`; a gazetteer is described like any source, its text not held",
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
            yield corpus.problem(COUNTRY_UNKNOWN, entry, ("country",), f"{entry.country} is no country", hint)


def area_of_a_country_names_it(corpus: Corpus) -> Iterator[Problem]:
    """A place of the precision `country` has a country."""
    for place in corpus.workspace.places.values():
        if place.precision == "country" and place.country is None:
            message = f"`{place.id}` is a country, and names none"
            yield corpus.problem(COUNTRY_MISSING, place, ("precision",), message)


def point_is_whole(corpus: Corpus) -> Iterator[Problem]:
    """A place has both coordinates or neither; a site, a city or what is near one has both."""
    for place in corpus.workspace.places.values():
        if (place.latitude is None) != (place.longitude is None):
            given = "latitude" if place.longitude is None else "longitude"
            message = f"`{place.id}` has a {given} alone"
            yield corpus.problem(COORDINATES_HALF, place, (given,), message)
        elif place.latitude is None and place.precision in ("site", "city", "near"):
            message = f"`{place.id}` is a place of precision {place.precision}, and has no point"
            yield corpus.problem(COORDINATES_MISSING, place, ("precision",), message)


def country_is_an_area(corpus: Corpus) -> Iterator[Problem]:
    """A place of the precision `country` has no point."""
    for place in corpus.workspace.places.values():
        if place.precision == "country" and place.latitude is not None:
            yield corpus.problem(POINT_OF_AN_AREA, place, ("latitude",), f"`{place.id}` is a country, and has a point")


def fact_has_a_source(corpus: Corpus) -> Iterator[Problem]:
    """A point, and an office with its time, have sources."""
    for place in corpus.workspace.places.values():
        if place.latitude is not None and not place.sources:
            message = f"nobody says where `{place.id}` is"
            yield corpus.problem(FACT_WITHOUT_SOURCE, place, ("latitude",), message)
    for actor in corpus.workspace.actors.values():
        for index, office in enumerate(actor.offices):
            if not office.sources and not actor.sources:
                message = f"nobody says that `{actor.id}` was {excerpt(office.title)}"
                yield corpus.problem(FACT_WITHOUT_SOURCE, actor, ("offices", index), message)


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
