"""Marks that would still cover each other: the lighter one's places go to the counts that stand nearest to them.

Places lie closer together than discs that cover them all can stand. So a count has what lies in it or near it, and
covers the place with most of its events; what stands far from any other mark keeps its own.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from dashboard.views.map.marks.group import Group, Seat
from dashboard.views.map.marks.sizes import EDGE_PX, size_of
from dashboard.views.map.marks.spots import Spot
from dashboard.views.projection import Frame

NEAR_PX: Final = 24.0
"""The places of a count lie in its disc, or so far from its middle, where the map has room for one more mark."""

_GAP_PX: Final = 1.5
_ROUNDS: Final = 4
_DIAGONAL: Final = math.sqrt(2)


def room_of(group: Group) -> float:
    """Radius in pixels of what a mark covers, with its outline and with the corners of a square."""
    return group.size / 2 * (_DIAGONAL if group.is_square else 1) + EDGE_PX / 2


def without_overlaps(groups: Sequence[Group], frame: Frame) -> tuple[Group, ...]:
    """The marks, of which no two cover each other: the lighter is shared out among the others until none does."""
    if not groups:
        return ()
    crowd = _Crowd(groups, frame)
    crowd.share_out()
    for _ in range(_ROUNDS):
        has_moved = crowd.move_far_ones()
        crowd.share_out()
        if not crowd.release_far_ones() and not has_moved:
            break
    crowd.share_out()
    return crowd.groups()


def count_of(spots: Sequence[Spot], seats: Sequence[Seat]) -> Group:
    """The count of these places: as near to their mean as it still covers the one with most events.

    `seats`: where they are, in pixels.
    """
    order = sorted(range(len(spots)), key=[spot.rank for spot in spots].__getitem__)
    ordered, at = tuple([spots[place] for place in order]), np.array([seats[place] for place in order])
    weights = np.array([float(len(spot.readings)) for spot in ordered])
    way = (at * weights[:, None]).sum(axis=0) / weights.sum() - at[0]
    load = sum([spot.load for spot in spots])
    size = size_of(int(weights.sum()), load, by_weight=spots[0].by_weight)
    length, most = float(np.hypot(*way)), size / 2 - EDGE_PX
    x, y = at[0] + way * min(1.0, most / length if length else 0.0)
    return Group(ordered, float(x), float(y))


class _Crowd:
    """Marks that give way to each other; of each place, the mark that counts it."""

    def __init__(self, groups: Sequence[Group], frame: Frame) -> None:
        ordered = sorted(groups, key=lambda group: -group.count)
        self.marks: list[Group | None] = list(ordered)
        """None where its places went to others."""
        self.x, self.y = (np.array([getattr(group, side) for group in ordered]) for side in "xy")
        self.room = np.array([room_of(group) for group in ordered])
        spots = [spot for group in ordered for spot in group.spots]
        x, y = frame.project([spot.longitude for spot in spots], [spot.latitude for spot in spots])
        self.seats = {id(spot): (float(a), float(b)) for spot, a, b in zip(spots, x, y, strict=True)}

    def groups(self) -> tuple[Group, ...]:
        """The marks that are left."""
        return tuple(group for group in self.marks if group is not None)

    def share_out(self) -> None:
        """Let each mark, the heaviest first, take the place of those that it covers, until none covers another."""
        changed = True
        while changed:
            changed = False
            for index in range(len(self.marks)):
                while self.marks[index] is not None and len(under := self._under(index)):
                    changed = True
                    self._share_out(under)
        self._drop_empty()

    def move_far_ones(self) -> bool:
        """Let places that are far from their count be counted by the mark that is nearest. Says whether any were."""
        moves = [(index, spot, near) for index, spot in self._far_ones() if (near := self._nearest(spot)) != index]
        leaving = {id(spot) for _, spot, _ in moves}
        losing = {index for index, _, _ in moves}
        lists = {index: [spot for spot in self._spots(index) if id(spot) not in leaving] for index in losing}
        for _, spot, near in moves:
            lists.setdefault(near, [*self._spots(near)]).append(spot)
        for index, spots in lists.items():
            self._let_count(index, spots, is_still=True)
        return bool(moves)

    def release_far_ones(self) -> bool:
        """Give places that are far from their count a mark of their own, where there is room. Says whether any was."""
        before = len(self.marks)
        for index, spot in self._far_ones():
            own = Group((spot,), *self.seats[id(spot)])
            away = np.hypot(self.x - own.x, self.y - own.y) - self.room - room_of(own)
            if away.min() > _GAP_PX:
                self._let_count(index, [each for each in self._spots(index) if each is not spot], is_still=True)
                self._add(own)
        return len(self.marks) > before

    def _far_ones(self) -> list[tuple[int, Spot]]:
        """Places that are far from their count, with its index; never the one with most of its events."""
        found = []
        for index, group in enumerate(self.marks):
            if group is not None and len(group.spots) > 1:
                most = max(NEAR_PX, group.size / 2)
                seats = np.array([self.seats[id(spot)] for spot in group.spots[1:]])
                away = np.hypot(seats[:, 0] - group.x, seats[:, 1] - group.y)
                found += [(index, group.spots[place + 1]) for place in np.flatnonzero(away > most).tolist()]
        return found

    def _spots(self, index: int) -> tuple[Spot, ...]:
        group = self.marks[index]
        return group.spots if group else ()

    def _nearest(self, spot: Spot) -> int:
        """Index of the mark whose edge is nearest to a place."""
        x, y = self.seats[id(spot)]
        return int((np.hypot(self.x - x, self.y - y) - self.room).argmin())  # one without places is infinitely far

    def _under(self, index: int) -> Any:
        """Indices of the lighter marks that this one covers; its own where it is lighter than one of them."""
        away = np.hypot(self.x - self.x[index], self.y - self.y[index])
        over = away < self.room + self.room[index] + _GAP_PX
        over[index] = False
        found = np.flatnonzero(over)
        own = self._weight(index)
        heavier = any(self._weight(int(each)) > own for each in found)
        return np.array([index]) if heavier else found

    def _weight(self, index: int) -> int:
        group = self.marks[index]
        return group.count if group else 0

    def _share_out(self, indices: Iterable[int]) -> None:
        """Give each place of these marks to the mark that is nearest to it."""
        spots: list[Spot] = []
        for index in indices:
            spots += self._spots(index)
            self.marks[index] = None
            self.x[index] = self.y[index] = np.inf
            self.room[index] = 0.0
        taken: dict[int, list[Spot]] = {}
        for spot in spots:
            taken.setdefault(self._nearest(spot), []).append(spot)
        for index, more in taken.items():
            self._let_count(index, [*self._spots(index), *more])

    def _let_count(self, index: int, spots: Sequence[Spot], *, is_still: bool = False) -> None:
        """Let a mark count these places; if it `is_still` and may be, where it stands."""
        group = count_of(spots, [self.seats[id(spot)] for spot in spots])
        here = float(self.x[index]), float(self.y[index])
        if is_still and math.dist(here, self.seats[id(group.spots[0])]) <= group.size / 2:
            group = replace(group, x=here[0], y=here[1])
        self.marks[index] = group
        self.x[index], self.y[index], self.room[index] = group.x, group.y, room_of(group)

    def _drop_empty(self) -> None:
        """Let go of the marks whose places went to others, which are most: nothing then asks how far they are."""
        kept = [index for index, group in enumerate(self.marks) if group is not None]
        self.marks = [self.marks[index] for index in kept]
        self.x, self.y, self.room = self.x[kept], self.y[kept], self.room[kept]

    def _add(self, group: Group) -> None:
        self.marks.append(group)
        self.x, self.y = np.append(self.x, group.x), np.append(self.y, group.y)
        self.room = np.append(self.room, room_of(group))
