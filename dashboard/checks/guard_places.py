"""Guard: a point lies in its country."""

from collections.abc import Iterator

from dashboard.checks.corpus import Breach, Corpus
from dashboard.checks.guards import guard
from dashboard.checks.places import countries
from dashboard.model.outlines import alpha_3, contains, country_at, short_name

COORDINATES_OUTSIDE_COUNTRY = guard(
    "coordinates-outside-country",
    "A point outside its country",
    "The point lies outside the outline of its country (the United Nations' geodata at 1:50m), by more than the "
    "outline is coarse. Latitude and longitude may be swapped, or a sign lost. The place may allow it: an embassy, or "
    "an island that the outline leaves out, is where it is.",
    "correct the point, or the country; or `allow` it in the place's entry, with the reason",
)
TOLERANCE_KM = 10
"""How far a point may lie outside its country: the outline at 1:50m cuts corners, and leaves small islands out."""


def point_is_in_its_country(corpus: Corpus) -> Iterator[Breach]:
    """A point lies in its country at 1:50m, with some tolerance and the place's own radius."""
    for place in corpus.workspace.places.values():
        if place.latitude is None or place.longitude is None or place.country not in countries():
            continue
        tolerance_km = TOLERANCE_KM + (place.radius_km or 0)
        if contains(place.country, place.latitude, place.longitude, tolerance_km) is False:
            message = f"{place.latitude}, {place.longitude} is not in {_name(place.country)}"
            hint = _where_it_is(place.country, place.latitude, place.longitude)
            yield Breach(COORDINATES_OUTSIDE_COUNTRY, place, (), ("latitude",), message, hint, part=())


def _where_it_is(country: str, latitude: float, longitude: float) -> str:
    """A hint: coordinates swapped, a sign lost, or the country that the point is in."""
    meant = [(longitude, latitude), (-latitude, longitude), (latitude, -longitude), (-latitude, -longitude)]
    for index, (north, east) in enumerate(meant):
        if abs(north) <= 90 and contains(country, north, east, TOLERANCE_KM):
            why = "a sign is lost" if index else "latitude and longitude are swapped"
            return f"it seems that {why}: `latitude: {north}, longitude: {east}` is in {_name(country)}"
    found, allow = (
        country_at(latitude, longitude, TOLERANCE_KM),
        f"or `allow: {{{COORDINATES_OUTSIDE_COUNTRY.code}: …}}`",
    )
    if found is None:
        return f"the point lies at sea: correct it, {allow}"
    return f"the point lies in {_name(found)}: correct it, write `country: {found}`, {allow}"


def _name(country: str) -> str:
    return short_name(alpha_3(country) or country)


GUARDS = (point_is_in_its_country,)
