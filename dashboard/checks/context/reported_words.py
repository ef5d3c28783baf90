"""Words as reported that speak of somebody else, or of somewhere else, though no registry knows whom they name."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from dashboard.evidence.words import Keys, key_of, spelled_out, words_of
from dashboard.model.forms import country_named
from dashboard.model.geography import country_name, distance_km, towns_called
from dashboard.model.registry import Actor, Place
from dashboard.model.vocabularies import SEATS, TITLES

_PERSONAL_WORDS: Final = """
    admiral brig brigadier capt captain chancellor cmdr col colonel commander dr emir gen general governor judge justice
    king lady lieutenant lord lt maj major marshal mayor minister mr mrs ms pope premier president prince princess prof
    professor queen rep rev senator sergeant sgt sheikh sir sultan
"""
_PERSONAL: Final = frozenset(_PERSONAL_WORDS.split())
"""Titles of persons, behind the last of which a person's name stands."""
_NO_PERSONS_WORDS: Final = """
    assembly staff council office house hospital airport base camp street avenue square road bridge palace port bay
    island university school stadium park hotel building barracks secretariat election court museum library station
    province department county city headquarters residence memorial
"""
_NO_PERSONS: Final = frozenset(_NO_PERSONS_WORDS.split())
"""Behind a title, what makes of it the name of a body or a place: `General Assembly`."""
_NAMED_FOR_GENERALS: Final = frozenset(
    ["AR", "BO", "BR", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "HN", "MX", "NI", "PA", "PE", "PH", "PR", "PT"]
) | {"PY", "SV", "UY", "VE"}
"""Countries in which towns are called by a title and a name: `General Santos`, `Presidente Prudente`."""
_OF_STATES_WORDS: Final = """
    the a an government army navy marines forces force troops soldiers sailors paratroopers commandos warships warplanes
    jets gunners police officials official authorities ministry minister president leader leaders side delegation
    delegates diplomats envoy ambassador parliament air foreign defence defense prime king queen of from for spokesman
    spokeswoman spokesperson special coast guard
"""
OF_COUNTRIES: Final = frozenset({*_OF_STATES_WORDS.split(), "The", "A", "An"})
"""What stands beside the name of a country, its people or its capital where an actor of it is meant."""
_KINDS_OF_COUNTRIES: Final = frozenset({"government", "ministry", "armed-force", "people"})
"""Kinds of actors that are of their country."""
_NEAR_TOWN: Final = re.compile(
    r"\b(?:(?:bay|gulf|port|harbou?r|outskirts|suburbs?|hills?|mountains?|valley|plains?|coast|streets?|waters|north|south"
    r"|east|west|centre|center|city|town) (?:of|above|around|near|outside|off|below)|near|outside|off|above)"
    r" (?P<town>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2})\Z"
)
_LEAST_PEOPLE: Final = 100_000
"""A smaller town is not known well enough: another one of its name may be meant."""
_LIKE: Final = 0.5
"""How much alike two spellings of one name are, at least: `Gaddafi` and `Qadhafi`."""
_CAPITAL_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")


def another_actor(names: Sequence[str], actor: Actor, words: str) -> str:
    """The words by which somebody else is named than an actor of these `names`; empty where they may be the actor's."""
    return another_person(names, actor, words) or another_country(actor, words)


def another_place(names: Sequence[str], place: Place, words: str, far_km: float) -> str:
    """The words by which somewhere else is named than a place, or somebody; empty where they may be the place's."""
    return another_person(names, place, words) or another_town(names, place, words, far_km)


def another_person(names: Sequence[str], bearer: Actor | Place, words: str) -> str:
    """The person whom a title and a name are, if that is none of those `names`: `General Sato` for Ana Ruiz."""
    if isinstance(bearer, Actor):
        if bearer.kind != "person" or not any(name.isascii() for name in names):
            return ""
    elif bearer.country in _NAMED_FOR_GENERALS:
        return ""
    found = _CAPITAL_WORD.findall(words.removeprefix("the ").removeprefix("then-"))
    called = [each for each in found if each.lower() not in TITLES]
    titles = [each.lower() for each in found if each.lower() in TITLES]
    if not (called and titles and titles[-1] in _PERSONAL and found[len(titles) :] == called):
        return ""
    if any(not each[0].isupper() or each.lower() in _NO_PERSONS for each in called):
        return ""
    own = {key_of(part) for name in names for part in re.split(r"[\s-]", name) if part}
    is_like = any(Keys(own).have(key_of(each)) or any(_is_like(key_of(each), one) for one in own) for each in called)
    return "" if is_like else words


def another_country(actor: Actor, words: str) -> str:
    """The word by which words name those of another country: `Chilean` of “Chilean marines” for Peru."""
    if not actor.country or actor.kind not in _KINDS_OF_COUNTRIES:
        return ""
    keys = [each.removesuffix("'s") for each in words.replace("’", "'").split() if each.lower() not in OF_COUNTRIES]
    if not keys or len(keys) == len(words.split()) or not all(each[:1].isupper() for each in keys):
        return ""
    countries = [country_named(each) or _country_of_seat(each) for each in keys]
    own = Keys(spelled_out(words_of(" ".join((country_name(actor.country), *actor.names)))))
    return (
        keys[0]
        if all(countries) and actor.country not in countries and not any(map(own.have, map(key_of, keys)))
        else ""
    )


@cache
def _country_of_seat(name: str) -> str:
    """The country whose government is called by a seat that no other country's has; empty for others."""
    codes = {country_named(country) for *seats, country in SEATS if name in seats}
    return codes.pop() if len(codes) == 1 else ""


def another_town(names: Sequence[str], place: Place, words: str, far_km: float) -> str:
    """The large town near which words put a place that is far from each town of that name: `Osaka` for Alexandria."""
    match = _NEAR_TOWN.search(words)
    if match is None or place.is_area or place.latitude is None or place.longitude is None:
        return ""
    own = Keys(words_of(" ".join(names)))
    if any(own.have(key_of(each)) for each in match["town"].split()) or country_named(match["town"]):
        return ""
    towns = towns_called(match["town"])
    if not towns or towns[0].people < _LEAST_PEOPLE:
        return ""
    point = (place.latitude, place.longitude)
    is_far = (distance_km(*point, each.town.latitude, each.town.longitude) > far_km + place.open_km for each in towns)
    return match["town"] if all(is_far) else ""


def _is_like(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _LIKE
