"""Countries by what other languages call them."""

import lzma
from functools import lru_cache
from importlib.resources import files

from dashboard.model.geography.town_names import searchable


def country_called(name: str) -> str:
    """The ISO 3166-1 alpha-2 code, or XK, of the one country that is called so in some language; empty for none."""
    return _codes().get(searchable(name), "")


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Codes by names, as names are searched for."""
    packed = (files("dashboard.model") / "gazetteer" / "country-names.tsv.xz").read_bytes()
    rows = (line.split("\t") for line in lzma.decompress(packed).decode().splitlines())
    return {name: code for code, *names in rows for name in names}
