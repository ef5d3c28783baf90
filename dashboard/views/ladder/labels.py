"""Labels of a ladder: beside, below or above their marks, clear of marks, joins and one another; cut where need be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.views.drawing import fit_text, text_width
from dashboard.views.timeline import LABEL_SIZE, LABEL_WEIGHT, MARK_GAP, SHORTEST_CUT

_OVER: Final = 9.5
"""From the upper or lower edge of a mark to the middle of a label above or below it."""
_HALF: Final = 6.9
_GAP: Final = 5.0


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the figure that is taken, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """A label in full, and the mark that it belongs to."""

    key: int
    text: str
    left: float
    right: float
    y: float
    half: float
    """Half the height of the mark."""
    is_bar: bool
    first: bool = False
    """To be placed before the others."""


@dataclass(frozen=True, slots=True)
class LadderLabel:
    """A label where it stands. `x` is its left end, or its right end where it `ends` there."""

    key: int
    text: str
    x: float
    y: float
    ends: bool


@dataclass(frozen=True, slots=True)
class LabelArea:
    """What labels have: from `left` to `right` and from `top` to `bottom`, each under `widest`."""

    left: float
    right: float
    top: float
    bottom: float
    widest: float


def placed_labels(wanted: Sequence[LabelRequest], taken: Sequence[Box], field: LabelArea) -> tuple[LadderLabel, ...]:
    """The labels, each where it fits in full, else where most of it does; unreadable ones are left out.

    Bars come first, since theirs have the least choice, then what is to be first. All are measured in the cut of the
    selected one, so that selecting moves nothing.
    """
    boxes = list(taken)
    labels: list[LadderLabel] = []
    for each in sorted(wanted, key=lambda each: (not each.is_bar, not each.first, each.left, each.y)):
        if label := _place_label(each, boxes, field):
            wide = text_width(label.text, LABEL_SIZE, LABEL_WEIGHT)
            left = label.x - wide if label.ends else label.x
            boxes.append(Box(left, label.y - _HALF, left + wide, label.y + _HALF))
            labels.append(label)
    return tuple(labels)


def _place_label(each: LabelRequest, boxes: Sequence[Box], field: LabelArea) -> LadderLabel | None:
    text = fit_text(each.text, field.widest, LABEL_SIZE, LABEL_WEIGHT)
    need = text_width(text, LABEL_SIZE, LABEL_WEIGHT)
    best, most = None, SHORTEST_CUT - 1.0
    for x, y, ends in _places(each):
        room = _room(x, y, boxes, field, ends=ends)
        if room >= need:
            return LadderLabel(each.key, text, x, y, ends)
        if room > most:
            best, most = (x, y, ends), room
    return LadderLabel(each.key, fit_text(text, most, LABEL_SIZE, LABEL_WEIGHT), *best) if best else None


def _places(each: LabelRequest) -> Iterator[tuple[float, float, bool]]:
    """The positions of a label (its x, its y, whether it ends there), best first: beside a disc, above a bar."""
    beside = ((each.right + MARK_GAP, each.y, False), (each.left - MARK_GAP, each.y, True))
    above, below = each.y - each.half - _OVER, each.y + each.half + _OVER
    over = ((each.left, above, False), (each.left, below, False))
    ending = ((each.right, above, True), (each.right, below, True))
    if each.is_bar:
        yield from (*over, *beside, *ending)
    else:
        yield from (*beside, *reversed(over), *reversed(ending))


def _room(x: float, y: float, boxes: Sequence[Box], field: LabelArea, *, ends: bool) -> float:
    """Pixels free from `x` on, towards the right, or towards the left where the label ends there."""
    top, bottom = y - _HALF, y + _HALF
    if top < field.top or bottom > field.bottom:
        return 0.0
    limit = field.left if ends else field.right
    for box in boxes:
        if box.bottom <= top or bottom <= box.top:
            continue
        if ends and box.left < x:
            limit = max(limit, box.right + _GAP)
        elif not ends and box.right > x:
            limit = min(limit, box.left - _GAP)
    return x - limit if ends else limit - x
