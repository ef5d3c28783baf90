"""Regions of the world: the sub-region and the continent that a country is in.

Source: United Nations Statistics Division, "Standard country or area codes for statistical use" (M49), whose groups
say nothing about political or other affiliation. Taiwan, which M49 does not list, is in Eastern Asia, and Kosovo (XK)
in Southern Europe, as their neighbours are.
"""

from functools import lru_cache
from typing import Final

_REGIONS: Final = {
    "Africa": {
        "Northern Africa": "DZ EG LY MA SD TN EH",
        "Eastern Africa": "IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW",
        "Middle Africa": "AO CM CF TD CG CD GQ GA ST",
        "Southern Africa": "BW SZ LS NA ZA",
        "Western Africa": "BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG",
    },
    "Americas": {
        "Northern America": "BM CA GL PM US",
        "Central America": "BZ CR SV GT HN MX NI PA",
        "Caribbean": "AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI",
        "South America": "AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE",
    },
    "Asia": {
        "Central Asia": "KZ KG TJ TM UZ",
        "Eastern Asia": "CN HK MO KP JP MN KR TW",
        "South-eastern Asia": "BN KH ID LA MY MM PH SG TH TL VN",
        "Southern Asia": "AF BD BT IN IR MV NP PK LK",
        "Western Asia": "AM AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE",
    },
    "Europe": {
        "Eastern Europe": "BY BG CZ HU PL MD RO RU SK UA",
        "Northern Europe": "AX DK EE FO FI GG IS IE IM JE LV LT NO SJ SE GB",
        "Southern Europe": "AL AD BA HR GI GR VA IT MT ME MK PT SM RS SI ES XK",
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
"""Continent to sub-regions to countries (ISO 3166-1 alpha-2)."""


def subregion(country: str) -> str | None:
    """The sub-region that a country (alpha-2) is in: `Western Africa`; None of a code that there is not."""
    return _of_country().get(country, (None, None))[1]


def continent(country: str) -> str | None:
    """The continent that a country (alpha-2) is in: `Africa`; None of a code that there is not."""
    return _of_country().get(country, (None, None))[0]


@lru_cache(maxsize=1)
def _of_country() -> dict[str, tuple[str, str]]:
    """Continent and sub-region of each country."""
    return {
        country: (whole, part)
        for whole, parts in _REGIONS.items()
        for part, countries in parts.items()
        for country in countries.split()
    }
