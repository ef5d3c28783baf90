"""Guard: a point lies in its country."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.places import countries
from dashboard.model.geography import alpha_3, country_around, distance_km, km_from, lies_in, nearest_town, short_name
from dashboard.model.registry import Place

COORDINATES_OUTSIDE_COUNTRY = guard(
    "coordinates-outside-country",
    "A point outside its country",
    "The point is not near any town of its country (GeoNames), and it is more than 30 km outside the country's "
    "outlines (the United Nations' geodata at 1:50m, Natural Earth at 1:10m). Perhaps latitude and longitude are "
    "swapped, or a minus sign is missing. The place may allow it, for example for an embassy or an island that is not "
    "in the outlines.",
    "correct the point or the country, or `allow` it in the place's entry with the reason",
)
COORDINATES_NEAR_COUNTRY = guard(
    "coordinates-near-country",
    "A point just outside its country",
    "The point is not near any town of its country (GeoNames), and it is up to 30 km outside the country's outlines "
    "(the United Nations' geodata at 1:50m, Natural Earth at 1:10m): at sea, on a small island, or across a border.",
    "check the point; if it is right, `allow` it in the place's entry with the reason",
    "warning",
)
TOLERANCE_KM = 10
"""How far a point may lie outside its country: outlines cut corners, and leave small islands out."""
NEAR_KM = 30
"""How far outside it is doubtful; further is wrong."""


def point_is_in_its_country(corpus: Corpus) -> Iterator[Violation]:
    """A point lies in its country, by towns or outlines, with some tolerance and the place's own radius."""
    for place in corpus.workspace.places.values():
        if place.latitude is None or place.longitude is None or place.country not in countries():
            continue
        tolerance_km = TOLERANCE_KM + (place.radius_km or 0)
        if lies_in(place.country, place.latitude, place.longitude, tolerance_km) is False:
            yield _violation(place, place.country, place.latitude, place.longitude)


def _violation(place: Place, country: str, latitude: float, longitude: float) -> Violation:
    """Far outside an error; near it a warning, unless a slip of the pen explains the point."""
    slip = _slip(country, latitude, longitude)
    km = km_from(country, latitude, longitude)
    if slip or km > NEAR_KM + (place.radius_km or 0):
        kind, message = COORDINATES_OUTSIDE_COUNTRY, f"{latitude}, {longitude} is not in {_name(country)}"
        hint = slip or _where_it_is(latitude, longitude)
    else:
        kind, message = COORDINATES_NEAR_COUNTRY, f"{latitude}, {longitude} is {km:.0f} km outside {_name(country)}"
        hint = _how_far(country, latitude, longitude, km)
    return Violation(kind, place, (), ("latitude",), (f"{latitude}, {longitude}",), message, hint, part=())


def _slip(country: str, latitude: float, longitude: float) -> str:
    """A hint where the point is in its country with its coordinates swapped, or with another sign; else empty."""
    meant = [(longitude, latitude), (-latitude, longitude), (latitude, -longitude), (-latitude, -longitude)]
    for index, (north, east) in enumerate(meant):
        if abs(north) > 90 or distance_km(latitude, longitude, north, east) <= NEAR_KM:
            continue
        if lies_in(country, north, east, TOLERANCE_KM):
            why = "a minus sign is missing" if index else "latitude and longitude are swapped"
            return f"it seems that {why}: `latitude: {north}, longitude: {east}` is in {_name(country)}"
    return ""


def _where_it_is(latitude: float, longitude: float) -> str:
    """A hint: the country that the point is in."""
    allow = "or `allow` it in the place's entry with the reason"
    found = country_around(latitude, longitude, TOLERANCE_KM)
    if found is None:
        return f"the point is at sea: correct it, {allow}"
    return f"the point is in {_name(found)}: correct it, write `country: {found}`, {allow}"


def _how_far(country: str, latitude: float, longitude: float, km: float) -> str:
    """A hint: how far the country is, and the nearest of its towns."""
    town = nearest_town(latitude, longitude, km + 4 * NEAR_KM, country)
    away = distance_km(latitude, longitude, town.latitude, town.longitude) if town else 0
    nearest = f", {away:.0f} km from {town.name}" if town else ""
    return (
        f"{km:.0f} km outside the outline{nearest}: correct the point, or if it is right, `allow` it in the place's "
        "entry with the reason"
    )


def _name(country: str) -> str:
    return short_name(alpha_3(country) or country)


GUARDS = (point_is_in_its_country,)
