"""Events by place: what marks are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final

from dashboard.model.registry import Place
from dashboard.query.location import anchor
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import load_of, memoize, one_line

_LONG_NAME: Final = 18


@dataclass(frozen=True)
class Spot:
    """A place, where it is drawn (degrees), and the events there."""

    place: Place
    longitude: float
    latitude: float
    readings: tuple[ResolvedEvent, ...]
    by_weight: bool = False
    """Whether its mark is sized by the weight of the events, and not by their number."""

    @cached_property
    def load(self) -> float:
        """What the mark is sized by: the number of events, or their weight, a normal one being 1."""
        return load_of(each.event for each in self.readings) if self.by_weight else float(len(self.readings))

    @cached_property
    def rank(self) -> tuple[int, str]:
        """What spots are sorted by: those with most events come first."""
        return (-len(self.readings), self.place.id)

    @property
    def label(self) -> str:
        """The name; where that is long, the town of a site (`Eloy Alfaro air base, Manta`) or the shortest alias."""
        name = one_line(self.place.name)
        town = name.rpartition(", ")[2]
        if len(name) <= _LONG_NAME or (self.place.precision == "site" and town != name):
            return name if len(name) <= _LONG_NAME else town
        return min([name, *map(one_line, self.place.aliases)], key=len)


@memoize(8)
def spots_of(readings: Iterable[ResolvedEvent], *, by_weight: bool = False) -> tuple[Spot, ...]:
    """Events by place, the place with most events first. Those without a place that can be drawn are left out.

    `by_weight`: marks are sized by the weight of their events.
    """
    places: dict[str, list[ResolvedEvent]] = {}
    for reading in readings:
        if reading.place.value is not None:
            places.setdefault(reading.place.value.id, []).append(reading)
    spots = []
    for here in places.values():
        place = here[0].place.value
        where = anchor(place) if place else None
        if place and where:
            spots.append(Spot(place, *where, tuple(here), by_weight))
    return tuple(sorted(spots, key=attrgetter("rank")))
