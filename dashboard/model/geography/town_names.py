"""Towns by all that they are called: in other languages and scripts, and by the names that they had before."""

import lzma
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from dashboard.model.geography.towns import Town, towns

_ONE_FOR_ANOTHER: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "-": " ",
        ".": "",
        ",": " ",
    }
)
"""Letters that Unicode does not take apart, and signs that names are written with in several ways."""


class NamedTown(NamedTuple):
    """A town that a name may mean."""

    town: Town
    region: str
    """The state that it is in, for a town of the United States; empty for others."""
    people: int
    """How many live there; 0 where GeoNames does not know."""
    is_main_name: bool
    """Whether GeoNames lists the town under that name."""


def towns_called(name: str) -> tuple[NamedTown, ...]:
    """All towns that are called so: first those that GeoNames lists under the name, the most populous first."""
    sought = searchable(name)
    if not sought:
        return ()
    text, found = _names(), []
    place = text.find(f"\t{sought}\t")
    while place >= 0:
        start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        number, people, region, *names = text[start:end].split("\t")
        if sought in names:
            found.append(NamedTown(towns()[int(number)], region, int(people), names[0] == sought))
        place = text.find(f"\t{sought}\t", end)
    return tuple(sorted(found, key=lambda each: (not each.is_main_name, -each.people)))


def searchable(name: str) -> str:
    """A name as names are compared: without accents, capitals, stops and hyphens, with one space between words."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_ONE_FOR_ANOTHER)
    return " ".join(plain.split())


@lru_cache(maxsize=1)
def _names() -> str:
    """A line for each town: its number, people, region, main name and others, each with a tab behind it."""
    packed = files("dashboard.model") / "gazetteer" / "town-names.tsv.xz"
    return lzma.decompress(packed.read_bytes()).decode()
