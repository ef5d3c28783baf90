"""Values in a fixed form, as people write them: what `Ecuador`, `english`, `dollars` or `ms_suez.txt` were to be."""

import re
import unicodedata
from collections.abc import Container, Mapping
from functools import lru_cache
from itertools import chain, count
from typing import Final

import pycountry

from dashboard.model.geography import country_called, country_name
from dashboard.model.record import ID_PATTERN
from dashboard.model.vocabularies import COUNTRY_FORMS

_ENDING: Final = re.compile(r"\.(?:txt|ya?ml|pdf|docx|html?)$", re.IGNORECASE)
_NO_ID: Final = re.compile(r"[^a-z0-9/]+")
_LONGEST_NUMBERED: Final = 72
"""Characters of an id that leave room for a number."""
_MONEY: Final[Mapping[str, str]] = {
    **dict.fromkeys(("$", "us$", "dollar", "dollars", "us dollars"), "USD"),
    **dict.fromkeys(("€", "euro", "euros"), "EUR"),
    **dict.fromkeys(("£", "pound", "pounds", "pound sterling", "sterling"), "GBP"),
    **dict.fromkeys(("yen", "¥"), "JPY"),
    **dict.fromkeys(("yuan", "renminbi", "rmb"), "CNY"),
    **dict.fromkeys(("rouble", "roubles", "ruble", "rubles"), "RUB"),
}


def value_hint(field: str, written: str, pattern: str) -> str:
    """How a value is written that is not in the form of its field; nothing where that cannot be said."""
    if pattern.startswith(ID_PATTERN[:-1]):
        return _id_hint(written, pattern)
    meant = {"country": _country, "language": _language, "currency": _currency}.get(field)
    found = (meant(written.strip()) if meant else "") or _in_the_other_case(written, pattern)
    if not found and field == "url" and re.search(pattern, f"https://{written}"):
        found = f"https://{written}"
    return f"write it as `{found}`" if found else ""


def _id_hint(written: str, pattern: str) -> str:
    ending = _ENDING.search(written)
    plain = unicodedata.normalize("NFKD", _ENDING.sub("", written)).encode("ascii", "ignore").decode().lower()
    meant = "/".join(_NO_ID.sub("-", part).strip("-") for part in plain.split("/"))
    if not re.search(pattern, meant):
        return ""
    return f"leave `{ending[0]}` out: `{meant}`" if ending else f"write it as `{meant}`"


def _in_the_other_case(written: str, pattern: str) -> str:
    """The value where only capitals, or only small letters, are wrong."""
    return next((each for each in (written.upper(), written.lower()) if re.search(pattern, each)), "")


def free_id(wanted: str, taken: Container[str]) -> str:
    """`wanted`, else `wanted-2`, and so on: the first that is not taken, and no longer than an id may be."""
    numbered = (f"{wanted[:_LONGEST_NUMBERED].rstrip('-')}-{number}" for number in count(2))
    return next(each for each in chain([wanted], numbered) if each not in taken)


def country_named(written: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country by what it is called; empty for no country."""
    known = country_codes()
    return known.get(written.lower()) or known.get(written.lower().removeprefix("the ")) or ""


@lru_cache(maxsize=1)
def country_codes() -> dict[str, str]:
    """Alpha-2 codes by the names of countries, their alpha-3 codes and what texts call them; all in small letters."""
    codes = {"kosovo": "XK"}
    for country in pycountry.countries:
        names = (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""))
        for name in (*names, country_name(country.alpha_2), country.alpha_3):
            codes[name.lower()] = country.alpha_2
    for forms in COUNTRY_FORMS:
        if code := codes.get(forms[0].lower()):
            codes = {**{form.lower(): code for form in forms}, **codes}
    return codes


def _country(written: str) -> str:
    return country_named(written) or country_called(written)


def _language(written: str) -> str:
    try:
        found = pycountry.languages.lookup(written)
    except LookupError:
        return ""
    code: str = getattr(found, "alpha_2", found.alpha_3)
    return code


def _currency(written: str) -> str:
    try:
        found: str = _MONEY.get(written.lower()) or pycountry.currencies.lookup(written).alpha_3
    except LookupError:
        return ""
    return found
