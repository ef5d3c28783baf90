"""Other words for a name that a text has: the seat of a government, `Anglo-`, `Southeast` for `South East`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from dashboard.evidence.words.names import Keys, NameWord, key_of, spelled_out, words_of
from dashboard.model.vocabularies import COMBINING_FORMS, SEATS

_THERE: Final = re.compile(
    r"\b(?:in|at|near|from|to|around|outside|over|towards?|into|through|visit(?:s|ed|ing)?|reach(?:ed|es)?|left|leaves"
    r"|bomb(?:s|ed|ing)?|shell(?:s|ed|ing)?|capital|city|streets? of)\s+(?:the\s+)?(?:[A-Z][\w.]*\s+)*$"
)
"""What stands before a place where something is, or is done, and not before a government."""
_ADDRESSED: Final = re.compile(
    r"\b(?:protest|complain|appeal|apologi[sz]|object|respond|repl|complaint|apolog|ultimatum|message|warning)"
    r"(?:s|ed|es|e|y|ying|ied|ies|ing)?(?:\s+(?:formally|again|officially|strongly))?\s+$",
    re.IGNORECASE,
)
"""What is said to a government, before `to`: `protested to Lima`."""
_SENT: Final = re.compile(
    r"\b(?:its|an?|another|his|her|their|the)\s+(?:\w+\s)?(?:offer|note|letter|appeal|protest|reply|demand|apology|proposal)"
    r"s?\s+$"
)
"""What a government sends, before `to`: `its offer to Lima`."""
_REACH: Final = 60
_CAPITAL: Final = re.compile(r"['’]?s?\s+(?:capital|government)\b")
_POINT: Final = re.compile(r"north|south|east|west")
_COMBINING: Final = re.compile(r"\b([A-Z][a-z]+o)[-–](?=[A-Z])")
_OF_GOVERNMENTS: Final = frozenset({"the", "government", "of"})
_COMPASS: Final = re.compile(r"(?:north|south|east|west)+(?:ern|erly)?")


def is_named_otherwise(word: NameWord, text: str, given: Keys, given_text: str) -> bool:
    """Whether a word of a name in `text` says in another way what the words of `given`, those of another text, name."""
    return (
        _is_seat_of_government(word, text, given)
        or _is_country_of_seat(word, text, given, given_text)
        or _is_another_seat(word, text, given_text)
        or _is_country_of_capital(word, text, given)
        or _is_combining_form(word, text, given)
        or _has_combining_form(word, given_text)
        or _is_point_of_compass(word, given)
    )


def _is_seat_of_government(word: NameWord, text: str, given: Keys) -> bool:
    """Whether it is a government's seat, named for the government, and the others name the country."""
    countries = _countries_of_seats().get(word.key, ())
    return any(all(map(given.have, country)) for country in countries) and not _is_place(text, word.start)


def _is_country_of_seat(word: NameWord, text: str, given: Keys, given_text: str) -> bool:
    """Whether it is a country, or of one, whose government the other text names by its seat; neither as a place."""
    for country, seats in _seats_of_countries().items():
        if not country.have(word.key) or not any(given.have(key) for seat in seats for key in words_of(seat)):
            continue
        if not _is_place(text, word.start) and any(_acts(seat, given_text) for seat in seats):
            return True
    return False


def _is_another_seat(word: NameWord, text: str, given_text: str) -> bool:
    """Whether it is the seat of a government that the other text names by another seat: `Washington`, `White House`."""
    if _is_place(text, word.start):
        return False
    rows = (seats for *seats, _ in SEATS if any(words_of(seat) == {word.key} for seat in seats))
    return any(_acts(seat, given_text) for seats in rows for seat in seats)


def government_acts(name: str, text: str) -> bool:
    """Whether a text names the government of a country by its seat, as who does something: `the Kremlin` for Russia."""
    telling = words_of(name) - _OF_GOVERNMENTS
    return any(telling == words_of(country) and any(_acts(seat, text) for seat in seats) for *seats, country in SEATS)


def _acts(seat: str, text: str) -> bool:
    """Whether a seat of government stands in a text, somewhere not as the place where something is."""
    text = text.replace("’", "'")
    if seat not in text:
        return False
    found = re.finditer(rf"(?<!\w){re.escape(seat)}(?!\w)", text)
    return any(not _is_place(text, each.start()) for each in found)


def _is_place(text: str, start: int) -> bool:
    """Whether a name that starts there is the place where something is or is done, by the words before it."""
    before = text[max(0, start - _REACH) : start]
    found = _THERE.search(before)
    if found is None or not found[0].startswith("to "):
        return found is not None
    told = before[: found.start()]
    return not (_ADDRESSED.search(told) or _SENT.search(told))


def _is_country_of_capital(word: NameWord, text: str, given: Keys) -> bool:
    """Whether it is the country of “the French capital”, and the others name the capital."""
    if not _CAPITAL.match(text, word.end):
        return False
    named = (seats for *seats, country in SEATS if Keys(spelled_out(words_of(country))).have(word.key))
    return any(all(map(given.have, words_of(seat))) for seats in named for seat in seats)


def _is_combining_form(word: NameWord, text: str, given: Keys) -> bool:
    """Whether it is the first part of `Anglo-French`, and the others name the country."""
    country = COMBINING_FORMS.get(word.key) if text[word.end : word.end + 1] in ("-", "–") else None
    return country is not None and all(map(given.have, words_of(country)))


def _has_combining_form(word: NameWord, given_text: str) -> bool:
    """Whether it is of the country that the first part of `Anglo-French` names in the other text."""
    forms = (_COMBINING.findall(given_text)) if "-" in given_text or "–" in given_text else ()
    countries = (COMBINING_FORMS[form.lower()] for form in forms if form.lower() in COMBINING_FORMS)
    return any(Keys(spelled_out(words_of(country))).have(word.key) for country in countries)


def _is_point_of_compass(word: NameWord, given: Keys) -> bool:
    """Whether it is a point of the compass whose parts the others have, apart or together: `West` of `western`."""
    if not _COMPASS.fullmatch(word.key):
        return False
    points = {point for key in given.exactly if _COMPASS.fullmatch(key) for point in _POINT.findall(key)}
    return set(_POINT.findall(word.key)) <= points


@cache
def _seats_of_countries() -> Mapping[Keys, tuple[str, ...]]:
    """By the words of each country: the seats of its government."""
    return {Keys(spelled_out(words_of(country))): tuple(seats) for *seats, country in SEATS}


@cache
def _countries_of_seats() -> Mapping[str, tuple[frozenset[str], ...]]:
    """By each word of a seat's name: the words of the countries that it may stand for."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for *seats, country in SEATS:
        for seat in seats:
            for part in seat.split():
                if (key := key_of(part)) != "the":
                    found[key] = (*found.get(key, ()), frozenset(words_of(country)))
    return found
