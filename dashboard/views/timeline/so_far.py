"""A part of a timeline's events on the ground that is laid for all of them: while time is played, nothing moves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.query.questions import Due
from dashboard.views.timeline.axis import TimeScale
from dashboard.views.timeline.bars import EventBin
from dashboard.views.timeline.lane_layout import AFTER, BEFORE, FIRST_DUE, Lane
from dashboard.views.timeline.lanes import Packing, PlacedItem
from dashboard.views.timeline.signs import CLEAR, DISC, Sign


def so_far(
    lanes: Sequence[Lane], shown: frozenset[str], dues: Sequence[Due], until: int, scale: TimeScale
) -> tuple[Lane, ...]:
    """The lanes with the marks of the events `shown` and of the questions `dues` alone, where they stand among all.

    Spans end at the day `until`, an ordinal: nobody knew yet when they would.
    """
    open_ones = {due.reference: due for due in dues}
    return tuple(_of(lane, shown, open_ones, until, scale) for lane in lanes)


def _of(lane: Lane, shown: frozenset[str], open_ones: Mapping[str, Due], until: int, scale: TimeScale) -> Lane:
    signs = replace(
        lane.signs,
        shown=tuple(_cut_sign(sign, until, scale) for sign in lane.signs.shown if sign.reading.id in shown),
        until=until,
        before=tuple(reading for reading in lane.signs.before if reading.id in shown),
        after=tuple(reading for reading in lane.signs.after if reading.id in shown),
    )
    bins = tuple(
        EventBin(each.left, each.right, held)
        for each in lane.bins
        if (held := tuple(sign for sign in each.signs if sign.reading.id in shown))
    )
    counted = len(signs.shown) + len(signs.before) + len(signs.after)
    told = f"{counted:,} of {lane.dated_count:,} so far" if lane.dated_count else lane.notes[0]
    # As many lines as before, or the lane below would move.
    notes = (told, *("" for _ in lane.notes[1:]))
    asked = {
        index: open_ones[sign.due.reference] for index, sign in enumerate(lane.dues) if sign.due.reference in open_ones
    }
    dues = tuple(replace(lane.dues[index], due=due) for index, due in asked.items())
    due_keys = {FIRST_DUE - old: FIRST_DUE - new for new, old in enumerate(asked)}
    packing = _packing(lane, shown, due_keys, until, scale)
    return replace(lane, signs=signs, bins=bins, dues=dues, packing=packing, notes=notes, undated=0)


def _cut_sign(sign: Sign, until: int, scale: TimeScale) -> Sign:
    """A bar as far as the day `until`: open there where it went on, and fading where it might happen yet."""
    span = sign.span.by(until)
    goes_on = span.right in ("open", "unknown")
    if sign.span.is_day or not goes_on:
        return sign
    return sign._replace(span=span, right=max(min(sign.right, scale.px(until) - CLEAR), sign.left + DISC))


def _pull_in(placed: PlacedItem, whole: Sign, until: int, scale: TimeScale) -> PlacedItem:
    """The place of a mark that is cut: what is to its right moves along, as far as the line of that day."""
    after = placed.item.right - whole.right
    right = max(_cut_sign(whole, until, scale).right, scale.px(until + 1)) + after
    back = placed.item.right - right
    if placed.side != "right" or back <= 0 or whole.span.is_day:
        return placed
    return replace(placed, item=replace(placed.item, right=right), right=placed.right - back)


def _packing(lane: Lane, shown: frozenset[str], dues: Mapping[int, int], until: int, scale: TimeScale) -> Packing:
    """The packing of the signs that are left, by their new keys; edge labels count the events that are left."""
    kept = {key: sign for key, sign in enumerate(lane.signs.shown) if sign.reading.id in shown}
    new_keys = {key: index for index, key in enumerate(kept)}
    edges = {BEFORE: lane.signs.before, AFTER: lane.signs.after}
    placed: list[PlacedItem] = []
    for each in lane.packing.placed:
        key = each.item.key
        if key in edges:
            number = sum(reading.id in shown for reading in edges[key])
            if number:
                label = each.label and f"{number} {'earlier' if key == BEFORE else 'later'}"
                placed.append(replace(each, label=label))
        elif key in dues:
            placed.append(replace(each, item=replace(each.item, key=dues[key])))
        elif key in kept:
            pulled = _pull_in(each, kept[key], until, scale)
            placed.append(replace(pulled, item=replace(pulled.item, key=new_keys[key])))
    return replace(lane.packing, placed=tuple(placed))
