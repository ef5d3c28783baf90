"""Positions of actors in a network, in pixels: one a row, under the country's name, so that no labels meet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.views.drawing import fit_text, one_line, text_width
from dashboard.views.network.columns import Block, Columns

SIZE: Final = 12.0
HEADING_SIZE: Final = 11.0
NARROW: Final = 600
BOLD: Final = 600

_COLUMN: Final = 250
_GUTTER: Final = 110.0
_MARGIN: Final = 6.0
_DOT: Final = 8.0
"""From the middle of an actor's sign to where its label begins."""
_ROW: Final = 27.0
_TALL_ROW: Final = 46.0
_TALLEST_ROW: Final = 84.0
_END: Final = 7.6
"""The height of a row for each tie of the busiest actor, in pixels, so that the ends of ties can be told apart."""
_HEADING: Final = 24.0
_BETWEEN: Final = 12.0
_WISHED_HEIGHT: Final = 400.0

Anchor = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class ActorNode:
    """An actor. The sign stands at (`dot`, `y`); sign and label reach from `left` to `right`."""

    id: str
    label: str
    column: int
    dot: float
    y: float
    left: float
    right: float
    anchor: Anchor
    """The end of the label at which the sign stands."""


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """A group's name over its actors; it is anchored where their signs stand."""

    words: str
    x: float
    y: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Net:
    """All of it; heights count from the top."""

    nodes: Mapping[str, ActorNode]
    headings: tuple[GroupHeading, ...]
    height: float
    columns: int
    row: float
    """Height of a row."""
    gutter: float
    """Least room beside a column, in pixels."""


def most_columns(width: float) -> int:
    """The number of columns that a figure of this width has room for."""
    return 1 if width < NARROW else int(width // _COLUMN)


def net_of(columns: Columns, names: Mapping[str, str], width: float, ends: int = 0) -> Net:
    """Signs of the first column stand at its right, where its ties leave; those of the others at their left.

    `ends` is how many ties begin or end at the busiest actor.
    """
    stacks = columns.stacks
    number = len(stacks)
    room = width * 0.58 if number == 1 else (width - 2 * _MARGIN - (number - 1) * _GUTTER) / number
    labels = {
        id_: fit_text(one_line(names[id_]), room - _DOT - 6, SIZE, BOLD)
        for stack in stacks
        for _, ids in stack
        for id_ in ids
    }
    widths = [max((_wide(labels[id_]) for _, ids in stack for id_ in ids), default=0.0) for stack in stacks]
    heading_widths = [max((text_width(name, HEADING_SIZE, BOLD) for name, _ in stack), default=0.0) for stack in stacks]
    widths = [min(room, max(label, heading + _DOT)) for label, heading in zip(widths, heading_widths, strict=True)]
    gutter = (width - 2 * _MARGIN - sum(widths)) / max(1, number - 1)
    row = max(_row(stacks), min(_TALLEST_ROW, ends * _END))
    height = max((_height(stack, row) for stack in stacks), default=0.0)
    nodes: dict[str, ActorNode] = {}
    headings: list[GroupHeading] = []
    left = _MARGIN
    for index, stack in enumerate(stacks):
        anchor: Anchor = "right" if index == 0 else "left"
        dot = left + widths[index] - 4 if index == 0 else left + 4
        top = (height - _height(stack, row)) / 2
        for name, ids in stack:
            words = fit_text(one_line(name), room - _DOT, HEADING_SIZE, BOLD)
            headings.append(GroupHeading(words, dot, top + _HEADING / 2, anchor))
            top += _HEADING
            for id_ in ids:
                nodes[id_] = _node(id_, labels[id_], index, dot, top + row / 2, anchor)
                top += row
            top += _BETWEEN
        left += widths[index] + gutter
    return Net(nodes, tuple(headings), height, number, row, gutter if number > 1 else width - left + gutter - _MARGIN)


def _node(id_: str, label: str, column: int, dot: float, y: float, anchor: Anchor) -> ActorNode:
    reach = _wide(label)
    left, right = (dot - reach + 4, dot + 5) if anchor == "right" else (dot - 5, dot + reach - 4)
    return ActorNode(id_, label, column, dot, y, left, right, anchor)


def _wide(label: str) -> float:
    return text_width(label, SIZE, BOLD) + _DOT + 6


def _height(stack: tuple[Block, ...], row: float) -> float:
    return sum(_HEADING + len(ids) * row for _, ids in stack) + max(0, len(stack) - 1) * _BETWEEN


def _row(stacks: tuple[tuple[Block, ...], ...]) -> float:
    """Rows stand farther apart where there are few."""
    if len(stacks) == 1:
        return _ROW
    most = max((sum(len(ids) for _, ids in stack) for stack in stacks), default=1)
    return max(_ROW, min(_TALL_ROW, _WISHED_HEIGHT / max(1, most + 1)))
