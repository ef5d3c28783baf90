"""A part of a timeline's events on the ground that is laid for all of them: while time is played, nothing moves."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.views.lanes import Packing
from dashboard.views.timeline_lanes import AFTER, BEFORE, Bin, Lane


def so_far(lanes: Sequence[Lane], shown: frozenset[str]) -> tuple[Lane, ...]:
    """The lanes with the marks of the events `shown` alone, where they stand among all."""
    return tuple(_of(lane, shown) for lane in lanes)


def _of(lane: Lane, shown: frozenset[str]) -> Lane:
    signs = replace(
        lane.signs,
        shown=tuple(sign for sign in lane.signs.shown if sign.reading.id in shown),
        before=tuple(reading for reading in lane.signs.before if reading.id in shown),
        after=tuple(reading for reading in lane.signs.after if reading.id in shown),
    )
    bins = tuple(
        Bin(each.left, each.right, held)
        for each in lane.bins
        if (held := tuple(sign for sign in each.signs if sign.reading.id in shown))
    )
    counted = len(signs.shown) + len(signs.before) + len(signs.after)
    told = f"{counted:,} of {lane.dated:,} so far" if lane.dated else lane.notes[0]
    # As many lines as before, or the lane below would move.
    notes = (told, *("" for _ in lane.notes[1:]))
    return replace(lane, signs=signs, bins=bins, packing=_packing(lane, shown), notes=notes, undated=0)


def _packing(lane: Lane, shown: frozenset[str]) -> Packing:
    """With the keys of the signs that are left; what stands at the edges says how many of its events are."""
    kept = {key: sign for key, sign in enumerate(lane.signs.shown) if sign.reading.id in shown}
    new_keys = {key: index for index, key in enumerate(kept)}
    edges = {BEFORE: lane.signs.before, AFTER: lane.signs.after}
    placed = []
    for each in lane.packing.placed:
        key = each.item.key
        if key in edges:
            number = sum(reading.id in shown for reading in edges[key])
            if number:
                label = each.label and f"{number} {'earlier' if key == BEFORE else 'later'}"
                placed.append(replace(each, label=label))
        elif key < 0:
            placed.append(each)
        elif key in kept:
            placed.append(replace(each, item=replace(each.item, key=new_keys[key])))
    return replace(lane.packing, placed=tuple(placed))
