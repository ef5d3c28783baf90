"""The place of an event clause: a country or town that it names behind its verb, and that only one place bears."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dashboard.checks.context import RegistryNames
from dashboard.drafting.clauses import EventClause
from dashboard.drafting.names import named_in, places_offered
from dashboard.drafting.proposals.proposal import OpenField
from dashboard.evidence.words import MONTH_NAMES, Keys, key_of, words_of
from dashboard.model.forms import country_codes, country_named, free_id
from dashboard.model.geography import distance_km, towns_called
from dashboard.model.vocabularies import COUNTRY_FORMS, SEATS
from dashboard.store.views_file import id_for

_NAME: Final = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*[\w])"
_NAMED: Final = rf"{_NAME}(?:[ ](?:(?:of|de|la|el|al|and)[ ])?{_NAME}){{0,4}}"
_IN: Final = re.compile(
    rf"\b(?P<word>[Ii]n|[Aa]t|[Nn]ear)\s+(?P<the>the\s+)?(?P<name>{_NAMED})(?:,\s+(?P<within>D\.?C\.?|{_NAMED}))?"
)
_TO: Final = re.compile(
    rf"^(?:\s+a delegation)?\s+to\s+(?P<the>the\s+)?(?P<name>{_NAMED})(?:,\s+(?P<within>{_NAMED}))?"
)
_DIRECTLY: Final = re.compile(rf"^\s+(?P<the>the\s+)?(?P<name>{_NAMED})(?P<within>)")
_ABOUT: Final = frozenset({"accuse", "support", "reject", "request", "threaten", "concede"})
_SPEAKING: Final = frozenset(
    """
    discussed announced announces announcing expressed pledged pledges promised proposed approved confirmed stated
    remarked reiterated reaffirmed hinted claimed revealed committed declared proclaimed decided agreed offered
    authorized
    """.split()  # noqa: SIM905  a list a line is a page
)
"""Verbs, as those of the types above, that have something behind them that somebody speaks about."""
_NO_OBJECT: Final = re.compile(
    r"\s*(?:(?:on|with|to)\s+[\w ,.’-]*|today|yesterday|\w+ly|again|(?:in|at|during)\s+(?:an?"
    r"|the)\s+(?:\w+\s+){0,3}(?:speech|conference"
    r"|meeting|summit|session|interview|statement|rally|ceremony))?\s*"
)
_HOST: Final = re.compile(rf"^(?P<the>the\s+)?(?P<name>{_NAMED})(?P<within>)$")
_TRAVEL: Final = frozenset({"travelled", "traveled", "led", "flew"})
_INTO: Final = frozenset({"visited", "invaded", "toured", "bombed", "annexed", "shelled", "bombarded", "entered"})
_NO_NOUN: Final = re.compile(
    r"(?:$|[.,;:!?)–—]|\s+(?:and|or|but|in|at|on|by|with|to|for|from|when|where|after|before|as|of|against|under|over"
    r"|during|that|which|who|while|because|through|today|yesterday|since|until|this|last|earlier|later|the|a|an"
    r"|have|has"
    r"|had|was|were|is|are|bound|headed)\b|\s+\d|\.\.\.)"
)
WORD_LIKE: Final = frozenset(
    """
    Georgia Turkey Jordan Chad Guinea Congo Niger Reading Nice Mobile Split Bath Orange Male March May August Mary
    Washington Victoria Santiago Alexandria Cambridge Birmingham Kingston San Jose Hamilton Granada Troy Memphis Orlando
    Same Most Bar Of Moscow Independence Union Hope Progress Liberty Normal Congress Parliament Senate Chester Lincoln
    Jackson Austin Houston Florence Sydney Chelsea Brooklyn Paris Charlotte Madison Tyler Mason Clinton Cleveland Long
    """.split()  # noqa: SIM905  a list a line is a page
)
"""Names that are words, persons or other places as well: more must say which is meant."""
_SHORTEST: Final = 4
"""Characters of a town's name: a shorter one is another word too often."""
_LARGE: Final = 100_000
_MANY_TIMES: Final = 8
"""A town of so many people, and of so many times the next one’s, is meant where nothing else is said: Geneva."""
_OF_A_DISTRICT: Final = frozenset({"Washington"})
_DISTRICT: Final = (38.9, -77.03)
_DISTRICT_KM: Final = 15.0
_NOUNS: Final = frozenset(
    """
    America Britain England Holland Czechia Burma Formosa Türkiye
    """.split()  # noqa: SIM905  a list a line is a page
)
_WORD_LIKE_COUNTRIES: Final = {
    "Georgia": ("Tbilisi", "Georgian", "Georgians", "Abkhazia", "South Ossetia"),
    "Turkey": ("Ankara", "Turkish", "Istanbul", "Türkiye"),
    "Jordan": ("Amman", "Jordanian", "Jordanians"),
    "Chad": ("N’Djamena", "N'Djamena", "Chadian", "Chadians"),
    "Guinea": ("Conakry", "Guinean", "Guineans"),
    "Congo": ("Kinshasa", "Brazzaville"),
    "Niger": ("Niamey", "Nigerien", "Nigeriens"),
}


@dataclass(frozen=True, slots=True)
class ClausePlace:
    """A place of a clause."""

    id: str
    start: int
    end: int
    """Half-open, within the sentence."""
    entry: dict[str, Any] | None
    """What the registry lacks; None where it has the place."""


def place_of_clause(clause: EventClause, text: str, registered: RegistryNames) -> ClausePlace | OpenField:
    """The place where a clause says that it happened; `text`, all of the source, may settle what a name means."""
    found = list(_mentions(clause))
    if not found:
        return OpenField("where", "The words do not say where it happened")
    read = [_read_place(match, start, text, registered) for match, start in found]
    places = {each.id: each for each in read if isinstance(each, ClausePlace)}
    if len(places) > 1:
        return OpenField("where", "The words give more than one place", ", ".join(places))
    if not places:
        return next(each for each in read if isinstance(each, OpenField))
    return next(iter(places.values()))


def _mentions(clause: EventClause) -> list[tuple[re.Match[str], int]]:
    """Names behind `in` or `at` that belong to the verb, or where a verb of going goes; each with its offset."""
    text, behind = clause.sentence, clause.sentence[clause.verb_end : clause.end]
    found: list[tuple[re.Match[str], int]] = []
    pattern = _TO if clause.verb in _TRAVEL else _DIRECTLY if clause.verb in _INTO else None
    if pattern and not clause.is_passive and (match := pattern.match(text[clause.verb_end :])):
        found.append((match, clause.verb_end))
    found += [
        (match, clause.verb_end)
        for match in _IN.finditer(behind)
        if clause.is_near(clause.verb_end + match.start()) and _is_of_verb(clause, behind[: match.start()])
    ]
    if clause.verb == "hosted" and not clause.is_passive and (host := _HOST.match(text[slice(*clause.subject)])):
        found.append((host, clause.subject[0]))
    found += [(match, clause.start) for match in _IN.finditer(clause.venue)]
    return [
        (match, start)
        for match, start in found
        if match.re is _HOST or (_NO_NOUN.match(text, start + match.end()) and match["name"] not in MONTH_NAMES)
    ]


def _is_of_verb(clause: EventClause, between: str) -> bool:
    """Whether a place behind these words is where it was done, not where that is which somebody speaks about."""
    speaks = clause.verb in _SPEAKING or bool(_ABOUT.intersection(clause.types[:1]))
    return not speaks or _NO_OBJECT.fullmatch(between) is not None


def _read_place(match: re.Match[str], offset: int, text: str, registered: RegistryNames) -> ClausePlace | OpenField:
    name, within = " ".join(match["name"].split()), (match["within"] or "").strip()
    start, end = offset + match.start("name"), offset + match.end()
    if any(name in seats[1:-1] for seats in SEATS):
        return OpenField("where", "The words name the seat of a government", name)
    if name.endswith(("’s", "'s")):
        return OpenField("where", "The words name something of a place", name)
    known = named_in(name, registered, "place")
    if len(known) == 1 and _is_whole(name, known[0], registered):
        return ClausePlace(known[0], start, offset + match.end("name"), None)
    if known:
        return OpenField("where", "The registry has several places of that name", name)
    offered = _offer(name, within, text)
    if offered is None:
        return OpenField("where", "Several places, or none, may be meant", f"{name}, {within}" if within else name)
    is_told = bool(within) and not country_named(name) and _is_region(within)
    called = f"{name} {within}" if is_told else str(offered["name"])
    id_ = free_id(id_for(called), {each.removeprefix("place/") for each in registered.names})
    return ClausePlace(id_, start, end if is_told else offset + match.end("name"), offered)


def _is_region(within: str) -> bool:
    return bool(country_named(within)) or within.replace(".", "") == "DC"


def _is_whole(name: str, id_: str, registered: RegistryNames) -> bool:
    """Whether the words are the place's name and no more: not `Ecuador Street`."""
    return any(words_of(name) == words_of(each) for each in registered.names[f"place/{id_}"])


def _offer(name: str, within: str, text: str) -> dict[str, Any] | None:
    """The only place that a name may mean, as an entry of the registry; the words around it may settle it."""
    if code := country_named(name):
        if name in _WORD_LIKE_COUNTRIES and not is_settled(name, text):
            return None
        called = next((forms[0] for forms in COUNTRY_FORMS if name in forms), name)
        return {"name": called, "country": code, "precision": "country"} if is_country_noun(name) else None
    offered = [each.fields for each in places_offered(name)]
    towns = [each for each in offered if each["precision"] == "city"]
    if not towns and (countries := [each for each in offered if each["precision"] == "country"]):
        return countries[0]  # by its name in another language
    if name in _OF_A_DISTRICT:
        near = [each for each in towns if _is_in_district(each)] if within.replace(".", "") == "DC" else []
    elif within and (code := country_named(within)):
        near = [each for each in towns if each["country"] == code]
    else:
        is_word = name in WORD_LIKE or len(name) <= _SHORTEST
        near = [each for each in towns if each["country"] == _capitals().get(name)] or ([] if is_word else towns)
        if len(near) > 1 and (country := _country_of_largest(name)):
            near = [each for each in near if each["country"] == country]
    return near[0] if len(near) == 1 else None


def _country_of_largest(name: str) -> str:
    """The country of the town that a name means to everybody: a large one, and many times the size of the others."""
    towns = sorted(towns_called(name), key=lambda each: -each.people)
    first, second = towns[0], towns[1]
    is_large = first.people >= _LARGE and first.people >= _MANY_TIMES * second.people
    return first.town.country if is_large else ""


def _is_in_district(town: dict[str, Any]) -> bool:
    """Whether a town lies where the District of Columbia does."""
    return town["country"] == "US" and distance_km(town["latitude"], town["longitude"], *_DISTRICT) < _DISTRICT_KM


def is_settled(name: str, text: str) -> bool:
    """Whether a text shows that a name that is a word as well means the country."""
    signs = _WORD_LIKE_COUNTRIES.get(name, ())
    return any(sign in text and re.search(rf"\b{re.escape(sign)}\b", text) for sign in signs)


def is_country_noun(name: str) -> bool:
    """Whether a name that a country may have is its own: not its people's, nor its adjective."""
    forms = next((forms for forms in COUNTRY_FORMS if name in forms), None)
    return forms is None or name == forms[0] or name in _NOUNS or not re.search(r"[a-z]", name) or " " in name


def country_of_adjective(name: str) -> str:
    """The code of the only country that an adjective is made from: `Cambodian`; empty where there is none."""
    if not name.isalpha():
        return ""
    found = {code for code, keys in _keys_of_countries().items() if keys.have(key_of(name))}
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _keys_of_countries() -> dict[str, Keys]:
    """The word of each country whose name is one word, by its code."""
    named = ((code, name) for name, code in country_codes().items() if name.isalpha() and len(name) > _SHORTEST)
    return {code: Keys([key_of(name)]) for code, name in named}


@cache
def _capitals() -> dict[str, str]:
    """By the name of a capital, the code of its country."""
    return {seats[0]: code for *seats, country in SEATS if (code := country_named(country))}
