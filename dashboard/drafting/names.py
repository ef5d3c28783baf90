"""Whom and where selected words name: in the registries, or else in the gazetteer and among the countries."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from dashboard.checks.context import RegistryNames
from dashboard.model.forms import country_named
from dashboard.model.geography import country_name, towns_named
from dashboard.store.authoring import GAZETTEER

MOST_OFFERED: Final = 8


@dataclass(frozen=True, slots=True)
class PlaceOffer:
    """A place that the registry lacks, as an entry of it could be."""

    label: str
    """`Quito, Ecuador`."""
    detail: str
    """What it is."""
    fields: dict[str, Any]


def named_in(words: str, registered: RegistryNames, kind: str) -> tuple[str, ...]:
    """Ids of the places or actors (`kind`: `place`, `actor`) that some words name, in the order of the words."""
    found = (bearer for mention in registered.about.named_in(words) for bearer in sorted(mention.bearers))
    return tuple(dict.fromkeys(id_ for each, _, id_ in (one.partition("/") for one in found) if each == kind))


def places_offered(words: str) -> tuple[PlaceOffer, ...]:
    """Countries and towns that some words name: countries first, then towns, each with the country that it is in."""
    name = " ".join(words.split()).strip(" ,.;:“”‘’\"'()")
    return tuple(_offers(name))[:MOST_OFFERED] if name else ()


def _offers(name: str) -> Iterable[PlaceOffer]:
    if code := country_named(name):
        called = country_name(code) or name
        yield PlaceOffer(called, "country", {"name": called, "country": code, "precision": "country"})
    for town in sorted(towns_named(name), key=lambda each: country_name(each.country) or each.country):
        where = country_name(town.country) or town.country
        yield PlaceOffer(
            f"{town.name}, {where}",
            f"city at {town.latitude:.2f}, {town.longitude:.2f}",
            {
                "name": town.name,
                "country": town.country,
                "precision": "city",
                "latitude": town.latitude,
                "longitude": town.longitude,
                "sources": [GAZETTEER],
            },
        )
