"""Regions of the world: the regions and the continent that a country is in.

Source: United Nations Statistics Division, "Standard country or area codes for statistical use" (M49), whose groups
say nothing about political or other affiliation; with the names in use (East Asia for Eastern Asia). It differs where
analysts of the news do: Western Asia is the Middle East, to which Iran and Egypt belong as well, the South Caucasus,
and Cyprus in Southern Europe. Taiwan, which M49 does not list, is in East Asia, and Kosovo (XK) in Southern Europe, as
their neighbours are.
"""

from functools import lru_cache
from typing import Final

_REGIONS: Final = {
    "Africa": {
        "North Africa": "DZ EG LY MA SD TN EH",
        "East Africa": "IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW",
        "Central Africa": "AO CM CF TD CG CD GQ GA ST",
        "Southern Africa": "BW SZ LS NA ZA",
        "West Africa": "BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG",
    },
    "Americas": {
        "North America": "BM CA GL PM US",
        "Central America": "BZ CR SV GT HN MX NI PA",
        "Caribbean": "AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI",
        "South America": "AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE",
    },
    "Asia": {
        "Central Asia": "KZ KG TJ TM UZ",
        "East Asia": "CN HK MO KP JP MN KR TW",
        "South-East Asia": "BN KH ID LA MY MM PH SG TH TL VN",
        "South Asia": "AF BD BT IN MV NP PK LK",
        "Middle East": "BH IR IQ IL JO KW LB OM QA SA PS SY TR AE YE",
        "South Caucasus": "AM AZ GE",
    },
    "Europe": {
        "Eastern Europe": "BY BG CZ HU PL MD RO RU SK UA",
        "Northern Europe": "AX DK EE FO FI GG IS IE IM JE LV LT NO SJ SE GB",
        "Southern Europe": "AL AD BA HR CY GI GR VA IT MT ME MK PT SM RS SI ES XK",
        "Western Europe": "AT BE FR DE LI LU MC NL CH",
    },
    "Oceania": {
        "Australia and New Zealand": "AU CX CC HM NZ NF",
        "Melanesia": "FJ NC PG SB VU",
        "Micronesia": "GU KI MH FM NR MP PW UM",
        "Polynesia": "AS CK PF NU PN WS TK TO TV WF",
    },
    "Antarctica": {"Antarctica": "AQ"},
}
"""Continent to regions to countries (ISO 3166-1 alpha-2)."""

_ALSO: Final = {"EG": ("Middle East",), "MX": ("North America",)}
"""Countries that are counted to a second region as well."""


def regions_of(country: str) -> tuple[str, ...]:
    """The regions that a country (alpha-2) is in, mostly one: `West Africa`; none of a code that there is not."""
    known = _of_country().get(country)
    return (known[1], *_ALSO.get(country, ())) if known else ()


def continent(country: str) -> str | None:
    """The continent that a country (alpha-2) is in: `Africa`; None of a code that there is not."""
    known = _of_country().get(country)
    return known[0] if known else None


@lru_cache(maxsize=1)
def _of_country() -> dict[str, tuple[str, str]]:
    """Continent and first region of each country."""
    return {
        country: (whole, part)
        for whole, parts in _REGIONS.items()
        for part, countries in parts.items()
        for country in countries.split()
    }
