"""Real cities all over the world, to try maps and checks on."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

CITIES: Final = Path(__file__).with_name("cities.tsv")
"""All cities over 100,000 people: name, ISO 3166 code, latitude, longitude, people; the largest first (GeoNames)."""


class City(NamedTuple):
    """A city of the list."""

    name: str
    country: str
    """ISO 3166 alpha-2."""
    latitude: float
    longitude: float
    people: int

    @property
    def id(self) -> str:
        """Its id in the registry: unlike for any two cities, whatever their names."""
        return f"city-{hashlib.sha256(f'{self.name} {self.latitude} {self.longitude}'.encode()).hexdigest()[:10]}"


def read_cities() -> Iterator[City]:
    """All cities of the list, the largest first."""
    for line in CITIES.read_text(encoding="utf-8").splitlines():
        name, country, latitude, longitude, people = line.split("\t")
        yield City(name, country, float(latitude), float(longitude), int(people))
