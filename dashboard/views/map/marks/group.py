"""A mark: a place with its events, or places that are too near to each other at this scale."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, Literal

from dashboard.model.problem import Severity
from dashboard.query.reading import ResolvedEvent, Support
from dashboard.views.drawing import has_weight, one_line, text_width, weight_words
from dashboard.views.map.marks.sizes import EDGE_PX, NUMBER_PX, NUMBER_WEIGHT, RING_PX, SINGLE_PX, number_size, size_of
from dashboard.views.map.marks.spots import Spot
from dashboard.views.projection import Frame

_RING_GAP_PX: Final = 4.5
_NAMED: Final = 2
_TOLD: Final = 4
_RANKS: Final = {"major": 0, "normal": 1, "minor": 2}
_CLOSE_PX: Final = 4.0
"""So much closer a mark beside cells is around its number: it covers them."""
BESIDE: Final = "+"
"""Stands before the number of a mark beside cells, whose own numbers do not hold its events."""

Seat = tuple[float, float]
"""Pixels in the figure."""


@dataclass(frozen=True)
class Group:
    """One mark: a spot, or some that are too near to each other at this scale."""

    spots: tuple[Spot, ...]
    """The one with most events first, which the mark covers; the others lie under it or near it."""
    x: float
    y: float
    """Pixels in the figure."""
    moved: bool = False
    """The mark of an area that had to give way to others; a line leads to where it belongs."""
    role: Literal["mark", "opened", "leaf", "rest"] = "mark"
    """Opened: a count of which events are drawn on their own. Leaf: one of those. Rest: small, of what no cell has."""
    is_far: bool = False
    """Whether it stands for places far outside of what is seen: they are drawn apart once the reader is there."""
    place_at: Seat | None = None
    """The position, in pixels, of the place around which an event of a fan stands; None for other marks."""

    @cached_property
    def readings(self) -> tuple[ResolvedEvent, ...]:
        """The events of its spots. Many marks are made and given up before one is drawn: none of them needs these."""
        return tuple(chain.from_iterable([spot.readings for spot in self.spots]))

    @cached_property
    def events(self) -> tuple[str, ...]:
        """The ids of its events."""
        return tuple([each.id for each in self.readings])

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of its events, to look for one among them."""
        return frozenset(self.events)

    @cached_property
    def is_area(self) -> bool:
        """Whether no closer place than a country or region is known."""
        return all(spot.place.is_area for spot in self.spots)

    @property
    def is_square(self) -> bool:
        """Whether it is drawn as a square: one event of a country or region. Numbers stand in discs alone."""
        return self.count == 1 and self.is_area

    @cached_property
    def count(self) -> int:
        """Number of events."""
        return sum([len(spot.readings) for spot in self.spots])

    @cached_property
    def size(self) -> float:
        """Diameter in pixels."""
        if self.role == "rest":
            return number_size(self.count, BESIDE) - _CLOSE_PX if self.count > 1 else SINGLE_PX
        return size_of(self.count, self.load, is_area=self.is_area, by_weight=self.by_weight)

    @property
    def by_weight(self) -> bool:
        """Whether it is sized by the weight of its events, as all marks of a map are or none."""
        return bool(self.spots) and self.spots[0].by_weight

    @cached_property
    def load(self) -> float:
        """What it is sized by: see `Spot.load`."""
        return sum(spot.load for spot in self.spots) if self.by_weight else float(self.count)

    @cached_property
    def lacks_weight(self) -> bool:
        """Whether the records of most of its events do not give the weight by which it is sized."""
        given = sum(has_weight(each.event) for each in self.readings)
        return self.by_weight and 2 * given < self.count

    @cached_property
    def solid(self) -> bool:
        """Whether the place of every event is quoted."""
        return self.supports == (Support.QUOTED,)

    @cached_property
    def failed_count(self) -> int:
        """Number of events whose place is based on a quote that is not in the source."""
        return sum(each.place.carried is Support.NOT_FOUND for each in self.readings)

    @cached_property
    def count_by_thread(self) -> Mapping[str | None, int]:
        """Number of events of each thread."""
        return Counter([each.thread for each in self.readings])

    @property
    def threads(self) -> tuple[str | None, ...]:
        """The threads of the events, each once."""
        return tuple(self.count_by_thread)

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """How the places of its events are carried, each way once."""
        return tuple(dict.fromkeys([each.place.carried for each in self.readings]))

    @property
    def labels(self) -> tuple[str, ...]:
        """What may stand beside the mark, the best first: both names, or one and how many more; of a leaf its title."""
        if self.role == "leaf":
            return (one_line(self.readings[0].event.title),)
        names = list(dict.fromkeys(spot.label for spot in self.spots))
        if self.role == "opened":
            return (f"{names[0]}, {self.count:,} events" if len(names) == 1 else f"{self.count:,} events",)
        more = len(names) - _NAMED
        long = ", ".join(names[:_NAMED]) + (f" +{more}" if more > 0 else "")
        return (long,) if len(names) == 1 else (long, f"{names[0]} +{len(names) - 1}")

    @cached_property
    def rank(self) -> int:
        """The rank of the event of most weight: 0 for major, 1 for normal, 2 for minor."""
        return min(_RANKS[each.event.weight] for each in self.readings)

    def holds(self, event: str | None) -> bool:
        """Whether the event is one of its events."""
        return event is not None and event in self.ids

    def name(self, troubled: Mapping[str, Severity]) -> str:
        """The name for a screen reader: begins with the event's title, or with `N events at PLACE`."""
        parts = [
            f"{one_line(self.readings[0].event.title)}, {self._where}"
            if self.count == 1
            else f"{self.count:,} events {self._where}"
        ]
        if (vague := sum(len(spot.readings) for spot in self.spots if spot.place.is_area)) and not self.is_area:
            parts.append(f"of {vague:,} no more than the country or region is known")
        parts.append("place " + in_words([CARRIED_WORDS[each] for each in self.supports]))
        if len(self.threads) > 1:
            parts.append(f"{len(self.threads)} threads")
        if self.by_weight:
            parts.append(weight_words(each.event for each in self.readings))
        if problems := len(self.ids & troubled.keys()):
            parts.append("has a problem" if self.count == 1 else f"problems in {problems}")
        return "; ".join(parts)

    @property
    def _where(self) -> str:
        names = [one_line(spot.place.name) for spot in self.spots]
        countries = {spot.place.country for spot in self.spots} - {None}
        more = f", in {len(countries)} countries" if len(countries) > 1 and len(names) > _TOLD else ""
        places = in_words(names) + more
        return f"in {places}, exact place not known" if self.is_area else f"at {places}"


CARRIED_WORDS: Final = {
    Support.QUOTED: "quoted",
    Support.EXTERNAL: "from another source",
    Support.NOT_CHECKABLE: "not checkable",
    Support.INFERRED: "inferred",
    Support.QUESTIONED: "questioned by a check",
    Support.NOT_FOUND: "based on a quote that is not in the source",
    Support.CHECKING: "being checked",
    Support.UNKNOWN: "not known",
}


def ringed_size(group: Group) -> float:
    """Diameter of the ring around a selected mark."""
    return group.size * (1.12 if group.is_area else 1) + 2 * _RING_GAP_PX


def outer_size(group: Group, selected: str | None) -> float:
    """Diameter of all that is drawn of a mark: with its outline, or with its ring where it is selected."""
    is_ringed = group.holds(selected) and group.role != "opened"
    return ringed_size(group) + RING_PX if is_ringed else group.size + EDGE_PX


def number_of(group: Group) -> str:
    """As it is written on a count; with a sign where it is no part of what the cell below it counts."""
    return f"{BESIDE if group.role == 'rest' else ''}{group.count:,}"


def number_box(group: Group) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a count's number, in pixels."""
    half, up = text_width(number_of(group), NUMBER_PX, NUMBER_WEIGHT) / 2, NUMBER_PX / 2
    return group.x - half, group.y - up, group.x + half, group.y + up


def lon_lat(groups: Sequence[Group], frame: Frame) -> dict[str, list[float]]:
    """Longitudes and latitudes of marks, to four decimals (11 m)."""
    longitude, latitude = frame.unproject([group.x for group in groups], [group.y for group in groups])
    return {"lon": longitude.round(4).tolist(), "lat": latitude.round(4).tolist()}


def in_words(names: Sequence[str]) -> str:
    """`Quito, Manta and Guayaquil`; of more than four, the first three and how many more."""
    if len(names) > _TOLD:
        return ", ".join(names[:3]) + f" and {len(names) - 3} more"
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
