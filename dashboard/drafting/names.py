"""Whom and where selected words name: in the registries, or else in the gazetteer and among the countries."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any, Final

from dashboard.checks.context import RegistryNames
from dashboard.model.forms import country_named
from dashboard.model.geography import NamedTown, country_called, country_name, towns_called
from dashboard.store.authoring import GAZETTEER
from dashboard.views.locator_map import LocatorMap, locator_map

MOST_OFFERED: Final = 8
_AROUND: Final = " ,.;:“”‘’\"'()"
_ABBREVIATION: Final = re.compile(r"(?:\b\w\.){2,}\Z")
_CAPITALISED: Final = re.compile(r"[^\W\d_a-z][\w.'’-]*")
_OF_A_COUNTRY_NAMED: Final = 6
"""So many times its people counts a town whose country a text names: enough for Tripoli of Lebanon, not of Greece."""
_LISTED_SO: Final = 4
"""So many times its people counts a town that is listed under the name, beside those that are also called so."""
_MOST_WORDS: Final = 4
"""Words that the name of a country has at most, where it is looked for in a text."""
_BETWEEN: Final = re.compile(r" (?:(?:and|of|the|of the) )?")


@dataclass(frozen=True, slots=True)
class PlaceOffer:
    """A place that the registry lacks, as an entry of it could be."""

    label: str
    """`Quito, Ecuador`."""
    detail: str
    """What it is."""
    fields: dict[str, Any]
    map: LocatorMap | None = None
    """Where it is."""


def named_in(words: str, registered: RegistryNames, kind: str) -> tuple[str, ...]:
    """Ids of the places or actors (`kind`: `place`, `actor`) that some words name, in the order of the words."""
    found = (bearer for mention in registered.about.named_in(words) for bearer in sorted(mention.bearers))
    return tuple(dict.fromkeys(id_ for each, _, id_ in (one.partition("/") for one in found) if each == kind))


def places_offered(words: str, around: str = "") -> tuple[PlaceOffer, ...]:
    """Countries and towns that some words name, the likeliest first.

    A country comes first, then a town whose state the text `around` the words has behind its name. Of others, people
    count: several times where that text names the country, and where the town is listed under that very name.
    """
    name = _name(words)
    return tuple(_offers(name, around))[:MOST_OFFERED] if name else ()


def _name(words: str) -> str:
    """The words without quotation marks and stops; an abbreviation keeps its own."""
    name = " ".join(words.split()).strip(_AROUND.replace(".", ""))
    return name if _ABBREVIATION.search(name) else name.strip(_AROUND)


def prepare() -> None:
    """Read the gazetteer and the outlines of countries, so that nobody waits for them."""
    for town in towns_called("Quito"):
        _town_offer(town, "Quito")


def countries_in(text: str) -> frozenset[str]:
    """The ISO 3166-1 alpha-2 codes of all countries that a text names; of names within each other, the longest."""
    found: set[str] = set()
    words, behind = list(_CAPITALISED.finditer(text)), 0
    for index, first in enumerate(words):
        if first.start() < behind:
            continue
        named, end = _country(_bare(first[0])), first.end()
        for word in words[index + 1 : index + _MOST_WORDS]:
            if not _BETWEEN.fullmatch(text, end, word.start()):
                break
            end = word.end()
            if longer := _country(_bare(text[first.start() : end])):
                named, behind = longer, end
        found.add(named)
    return frozenset(found - {""})


def _country(name: str) -> str:
    """The code of a country, by its name in English or in another language; empty for none."""
    return country_named(name) or country_called(name)


def _bare(name: str) -> str:
    return name.rstrip(".'’-").removesuffix("'s").removesuffix("’s")


def _without_article(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def _offers(name: str, around: str) -> Iterator[PlaceOffer]:
    if code := _country(name):
        called = country_name(code) or name
        fields = _with_alias({"name": called, "country": code, "precision": "country"}, name)
        yield PlaceOffer(called, "country", fields, locator_map(code))
    near = countries_in(around)
    towns = towns_called(name) or towns_called(_without_article(name))
    for found in sorted(towns, key=lambda each: (not _is_of_its_state(each, name, around), -_weight(each, near))):
        yield _town_offer(found, name)


def _is_of_its_state(found: NamedTown, name: str, around: str) -> bool:
    """Whether the text has the town's state behind its name: `Moscow, Idaho`."""
    return bool(found.region) and f"{name}, {found.region}" in around


def _weight(found: NamedTown, near: Set[str]) -> int:
    """How likely a town is meant: a text about Moscow names the United States, too, and does not mean Idaho's."""
    by_country = _OF_A_COUNTRY_NAMED if found.town.country in near else 1
    return max(found.people, 1) * by_country * (_LISTED_SO if found.is_main_name else 1)


def _town_offer(found: NamedTown, called: str) -> PlaceOffer:
    town = found.town
    where = ", ".join(filter(None, (found.region, country_name(town.country) or town.country)))
    people = f" of {found.people:,} people" if found.people else ""
    fields: dict[str, Any] = {
        "name": town.name,
        "country": town.country,
        "precision": "city",
        "latitude": town.latitude,
        "longitude": town.longitude,
        "sources": [GAZETTEER],
    }
    detail = f"city{people} at {town.latitude:.2f}, {town.longitude:.2f}"
    seen = locator_map(town.country, town.latitude, town.longitude)
    return PlaceOffer(f"{town.name}, {where}", detail, _with_alias(fields, called), seen)


def _with_alias(fields: dict[str, Any], called: str) -> dict[str, Any]:
    """The fields with what the words call the place, where its name does not have that: so that they name it."""
    alias = _without_article(called)
    return fields if alias.lower() in fields["name"].lower() else {**fields, "aliases": [alias]}
