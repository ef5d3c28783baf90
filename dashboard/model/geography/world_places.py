"""Populated places of the world, as maps name them: the largest first, more the nearer one comes."""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class PopulatedPlace(NamedTuple):
    """A place of Natural Earth's, at 1:10m."""

    rank: int
    """0 for those that a map of the world names, up to 10."""
    longitude: float
    latitude: float
    name: str


@lru_cache(maxsize=1)
def populated_places() -> tuple[PopulatedPlace, ...]:
    """All of them, by rank, and in it by their people."""
    text = (files("dashboard.model") / "gazetteer" / "populated_places.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return tuple(PopulatedPlace(int(rank), float(east), float(north), name) for rank, east, north, name in rows)
