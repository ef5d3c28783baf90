"""Cells: parts of the earth, none of which lies in another, with the events that are counted in each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from shapely.geometry.base import BaseGeometry

from dashboard.query.reading import ResolvedEvent, Support
from dashboard.views.map.marks import Spot

Layer: TypeAlias = Literal["countries", "hexagons"]
"""What the cells are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A country or a hexagon, and the events there."""

    key: str
    """ISO 3166-1 alpha-3 of a country; the place in the grid of a hexagon."""
    title: str
    """`Ecuador`, `Hexagon at 0.5° S, 78.2° W`."""
    longitude: float
    latitude: float
    """Degrees, where its number stands."""
    shape: BaseGeometry | None
    """Degrees; None for a country that the outlines leave out."""
    spots: tuple[Spot, ...]
    """Places by number of events, the largest first."""
    readings: tuple[ResolvedEvent, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "readings", tuple(each for spot in self.spots for each in spot.readings))

    @property
    def count(self) -> int:
        """Number of events."""
        return len(self.readings)

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of the events."""
        return tuple(each.id for each in self.readings)

    @property
    def quoted_count(self) -> int:
        """Number of events whose place is quoted."""
        return sum(each.place.carried is Support.QUOTED for each in self.readings)

    @property
    def unchecked_count(self) -> int:
        """Number of events whose place is still being checked."""
        return sum(each.place.carried is Support.CHECKING for each in self.readings)

    @property
    def is_striped(self) -> bool:
        """Whether the places of most of its events are not quoted."""
        return 2 * (self.quoted_count + self.unchecked_count) < self.count

    def holds(self, event: str | None) -> bool:
        """Whether the event is one of its events."""
        return event is not None and any(each.id == event for each in self.readings)


@dataclass(frozen=True, slots=True)
class Cells:
    """All cells with events, the one of most first, and the places that belong to none."""

    all: tuple[Cell, ...]
    rest: tuple[Spot, ...]
    """Drawn as marks, as on a map without cells."""

    @property
    def counts(self) -> tuple[int, ...]:
        """Number of events of each cell."""
        return tuple(cell.count for cell in self.all)

    def of(self, shown: Collection[str]) -> "Cells":
        """The cells with the events `shown` alone, without those that have none of them."""
        cells = [replace(cell, spots=_of(cell.spots, shown)) for cell in self.all]
        return Cells(tuple(cell for cell in cells if cell.spots), _of(self.rest, shown))


def by_count(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells, the one of most events first."""
    return tuple(sorted(cells, key=lambda cell: (-cell.count, cell.key)))


def _of(spots: Iterable[Spot], shown: Collection[str]) -> tuple[Spot, ...]:
    held = (replace(spot, readings=tuple(each for each in spot.readings if each.id in shown)) for spot in spots)
    return tuple(spot for spot in held if spot.readings)
