"""Packing a lane: marks and their labels into rows, greedily, in pixels, so that no two boxes touch."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, Literal

from dashboard.views.drawing import fit_text, text_width

LABEL_SIZE: Final = 12
LABEL_WEIGHT: Final = 650
"""Labels are measured in the cut of the selected one first, so that selecting moves nothing."""
MARK_GAP: Final = 6
"""Between a mark and its label."""
BOX_GAP: Final = 6
"""Between what belongs to one event and to the next."""
SHORTEST_CUT: Final = 64
_FEW: Final = 6
"""So many that are left over may stand in spare rows."""
_BOLD: Final = (LABEL_WEIGHT, 600, 550, 500, 450)


@dataclass(frozen=True, slots=True)
class Item:
    """A mark from `left` to `right`, in pixels from the figure's left edge, and its label in full."""

    key: int
    left: float
    right: float
    label: str
    rank: int = 1
    """Where room is short, lower ranks are placed before higher ones."""


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """An item in its row."""

    item: Item
    row: int
    label: str
    """As it fits; empty where only the mark has room."""
    side: Literal["right", "left"]
    left: float
    """The left edge of the box around mark and label, in pixels."""
    right: float

    @property
    def boldest(self) -> int:
        """The heaviest weight in which the label keeps to its box."""
        room = self.right - self.left - (self.item.right - self.item.left) - MARK_GAP + 0.1
        weights = (weight for weight in _BOLD if text_width(self.label, LABEL_SIZE, weight) <= room)
        return next(weights, 400)


@dataclass(frozen=True, slots=True)
class Packing:
    """A lane's rows, and the items that found no room."""

    placed: tuple[PlacedItem, ...]
    rows: int
    rest: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class LaneSpace:
    """The space of a lane: `rows` at most, `left` to `right`, labels under `widest` and clear of `line` (today).

    It may use `spare` rows more if nothing is left over then.
    """

    left: float
    right: float
    rows: int
    widest: float
    line: float | None = None
    spare: int = 0


@lru_cache(maxsize=64)
def pack(items: tuple[Item, ...], room: LaneSpace) -> Packing:
    """Packing of items: each in the first row with room for a label right, else left, else cut, else the mark alone.

    From left to right; where that leaves something over or without a label, by rank. Remembered, since neither a
    selection nor a theme changes it.
    """
    packing = _in_order(items, room)
    if room.spare and 0 < len(packing.rest) <= _FEW:
        higher = _in_order(items, replace(room, rows=room.rows + room.spare))
        return packing if higher.rest else higher
    return packing


def _in_order(items: Sequence[Item], room: LaneSpace) -> Packing:
    ordered = sorted(items, key=lambda item: (item.left, item.right))
    packing = _pack_rows(ordered, room)
    if len({item.rank for item in ordered}) > 1 and not _all_labelled(packing):
        packing = _pack_rows(sorted(ordered, key=lambda item: item.rank), room)
    return packing


def add_label(packing: Packing, key: int, room: LaneSpace) -> Packing:
    """The packing with a label for the item `key`, which had none; labels that it would cover give way.

    No mark moves. An item that was left over stays so.
    """
    bare = next((each for each in packing.placed if each.item.key == key and not each.label), None)
    if bare is None:
        return packing
    own = _over_labels(bare, [each.item for each in packing.placed if each.row == bare.row], room)
    placed = [own if each is bare else _out_of_the_way(each, own) for each in packing.placed]
    return replace(packing, placed=tuple(placed))


def pack_with_labels(items: Sequence[Item], room: LaneSpace) -> Packing:
    """The `items` that have room for mark and label, the lowest rank first; the rest is left over."""
    rows = [_Row() for _ in range(room.rows)]
    placed, rest = [], []
    for item in sorted(items, key=lambda item: (item.rank, item.left)):
        label = fit_text(item.label, room.widest, LABEL_SIZE, LABEL_WEIGHT)
        place = _whole(item, label, text_width(label, LABEL_SIZE, LABEL_WEIGHT) + MARK_GAP, rows, room)
        if place is None:
            rest.append(item)
            continue
        rows[place.row].take(place.left - BOX_GAP / 2, place.right + BOX_GAP / 2)
        placed.append(place)
    return Packing(tuple(placed), room.rows, tuple(rest))


def overlay_item(packing: Packing, item: Item, room: LaneSpace) -> Packing:
    """The packing with `item` in its last row, over what is there: what it covers gives way."""
    row = packing.rows - 1
    own = _over_labels(PlacedItem(item, row, "", "right", item.left, item.right), [], room)
    kept = [_out_of_the_way(each, own) for each in packing.placed]
    clear = (
        each for each in kept if each.row != row or each.right + BOX_GAP <= own.left or each.left >= own.right + BOX_GAP
    )
    return replace(packing, placed=(*clear, own))


def _over_labels(bare: PlacedItem, row: Sequence[Item], room: LaneSpace) -> PlacedItem:
    """A label as far as the next mark of its row; over marks where there is no room before that."""
    item = bare.item
    after = min((each.left - BOX_GAP for each in row if each.left > item.right), default=room.right)
    before = max((each.right + BOX_GAP for each in row if each.right < item.left), default=room.left)
    right_px, left_px = after - item.right, item.left - before
    if max(right_px, left_px) - MARK_GAP < SHORTEST_CUT:
        right_px, left_px = room.right - item.right, item.left - room.left
    side: Literal["right", "left"] = "right" if right_px >= left_px else "left"
    return _place_cut_label(
        item, fit_text(item.label, room.widest, LABEL_SIZE, LABEL_WEIGHT), max(right_px, left_px), bare.row, side
    )


def _out_of_the_way(placed: PlacedItem, own: PlacedItem) -> PlacedItem:
    if placed.row != own.row or placed.left >= own.right or placed.right <= own.left:
        return placed
    return replace(placed, label="", left=placed.item.left, right=placed.item.right)


def _all_labelled(packing: Packing) -> bool:
    """Whether every item is placed and has a label, be it cut: then rank gains nothing, and time orders better."""
    return not packing.rest and all(placed.label or not placed.item.label for placed in packing.placed)


@dataclass(slots=True)
class _Row:
    """Disjoint boxes, from left to right."""

    boxes: list[tuple[float, float]] = field(default_factory=list)

    def gap_around(self, left: float, right: float) -> tuple[float, float] | None:
        """The free stretch that `left` to `right` lies in; None where it is taken."""
        index = bisect_left(self.boxes, (right, right))
        before = self.boxes[index - 1][1] if index else float("-inf")
        after = self.boxes[index][0] if index < len(self.boxes) else float("inf")
        return (before, after) if before <= left else None

    def take(self, left: float, right: float) -> None:
        insort(self.boxes, (left, right))


def _pack_rows(items: Sequence[Item], room: LaneSpace) -> Packing:
    rows = [_Row() for _ in range(room.rows)]
    placed, rest = [], []
    for item in items:
        place = _place(item, rows, room)
        if place is None:
            rest.append(item)
            continue
        rows[place.row].take(place.left - BOX_GAP / 2, place.right + BOX_GAP / 2)
        placed.append(place)
    return Packing(tuple(placed), max((place.row + 1 for place in placed), default=0), tuple(rest))


def _place(item: Item, rows: Sequence[_Row], room: LaneSpace) -> PlacedItem | None:
    label = fit_text(item.label, room.widest, LABEL_SIZE, LABEL_WEIGHT)
    need = text_width(label, LABEL_SIZE, LABEL_WEIGHT) + MARK_GAP
    best: tuple[float, int, Literal["right", "left"]] | None = None
    first: int | None = None
    lighter = text_width(label, LABEL_SIZE) + MARK_GAP
    if whole := _whole(item, label, need, rows, room) or _whole(item, label, lighter, rows, room):
        return whole
    for row, right_px, left_px in _free_rows(item, rows, room):
        first = row if first is None else first
        wider: Literal["right", "left"] = "right" if right_px >= left_px else "left"
        if best is None or max(right_px, left_px) > best[0]:
            best = (max(right_px, left_px), row, wider)
    if first is None or best is None:
        return None
    if best[0] - MARK_GAP >= SHORTEST_CUT:
        return _place_cut_label(item, label, *best)
    if room.line is not None and (across := _whole(item, label, need, rows, replace(room, line=None))):
        return across
    return PlacedItem(item, first, "", "right", item.left, item.right)


def _whole(item: Item, label: str, need: float, rows: Sequence[_Row], room: LaneSpace) -> PlacedItem | None:
    for row, right_px, left_px in _free_rows(item, rows, room):
        if need <= right_px:
            return PlacedItem(item, row, label, "right", item.left, item.right + need)
        if need <= left_px:
            return PlacedItem(item, row, label, "left", item.left - need, item.right)
    return None


def _place_cut_label(item: Item, label: str, room_px: float, row: int, side: Literal["right", "left"]) -> PlacedItem:
    text = fit_text(label, room_px - MARK_GAP, LABEL_SIZE, LABEL_WEIGHT)
    need = text_width(text, LABEL_SIZE, LABEL_WEIGHT) + MARK_GAP
    if side == "right":
        return PlacedItem(item, row, text, side, item.left, item.right + need)
    return PlacedItem(item, row, text, side, item.left - need, item.right)


def _free_rows(item: Item, rows: Sequence[_Row], room: LaneSpace) -> Iterator[tuple[int, float, float]]:
    """Rows that have room for the mark, with the pixels free to the right and to the left of it."""
    left_end, right_end = room.left, room.right
    if room.line is not None:
        left_end = max(left_end, room.line + MARK_GAP) if room.line <= item.left else left_end
        right_end = min(right_end, room.line - MARK_GAP) if room.line >= item.right else right_end
    for index, row in enumerate(rows):
        gap = row.gap_around(item.left - BOX_GAP / 2, item.right + BOX_GAP / 2)
        if gap is not None:
            before, after = gap[0] + BOX_GAP / 2, gap[1] - BOX_GAP / 2
            yield index, min(right_end, after) - item.right, item.left - max(left_end, before)
