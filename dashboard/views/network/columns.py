"""Columns of a network, without pixels yet: by country, with few crossings, the same every time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Final

from dashboard.query.interactions import Tie

Block = tuple[str, tuple[str, ...]]
"""A group's name, and its members' ids."""

Pull = tuple[str, str, int]
"""Two ids, and by how many events they are tied."""

_SWEEPS: Final = 8
_ROUNDS: Final = 3
_MOST_PERMUTED: Final = 5


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns from left to right; each is a stack of blocks, from top to bottom."""

    stacks: tuple[tuple[Block, ...], ...]


def columns_of(groups: Mapping[str, str], ties: Sequence[Tie], most: int) -> Columns:
    """At most `most` columns (up to 5). `groups` maps ids to the name of their group, which stays together."""
    pulls = tuple((tie.source, tie.target, len(tie.events)) for tie in ties)
    return _columns(tuple(groups.items()), pulls, most)


@lru_cache(maxsize=64)
def _columns(groups: tuple[tuple[str, str], ...], pulls: tuple[Pull, ...], most: int) -> Columns:
    blocks = _blocks(dict(groups))
    stacks = _fill_columns(blocks, max(1, min(most, len(blocks), _MOST_PERMUTED)))
    swept = _swept(_side_by_side(stacks, pulls), pulls)
    return Columns(tuple(tuple(stack) for stack in _shorten_ties(swept, pulls)))


def _blocks(groups: Mapping[str, str]) -> list[Block]:
    """The largest first, then by name."""
    members: dict[str, list[str]] = defaultdict(list)
    for id_, group in groups.items():
        members[group].append(id_)
    return sorted(((name, tuple(sorted(ids))) for name, ids in members.items()), key=lambda b: (-len(b[1]), b[0]))


def _fill_columns(blocks: Sequence[Block], number: int) -> list[list[Block]]:
    """The blocks, each in the stack that has least so far. A heading counts as one more."""
    stacks: list[list[Block]] = [[] for _ in range(number)]
    for block in blocks:
        min(stacks, key=lambda stack: sum(len(ids) + 1 for _, ids in stack)).append(block)
    return stacks


def _side_by_side(stacks: list[list[Block]], pulls: Sequence[Pull]) -> list[list[Block]]:
    """The order in which ties cross fewest columns; of equal ones, the first."""
    home = {id_: index for index, stack in enumerate(stacks) for _, ids in stack for id_ in ids}
    between = [(home[one], home[other], weight) for one, other, weight in pulls]

    def length(order: tuple[int, ...]) -> int:
        place = {stack: index for index, stack in enumerate(order)}
        return sum(weight * abs(place[one] - place[other]) ** 2 for one, other, weight in between)

    best = min(permutations(range(len(stacks))), key=length)
    return [stacks[index] for index in best]


def _swept(stacks: list[list[Block]], pulls: Sequence[Pull]) -> list[list[Block]]:
    """Blocks, and members within them, in the order of the middle of those they are tied to."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other, _ in pulls:
        near[one].append(other)
        near[other].append(one)
    for sweep in range(_SWEEPS):
        order = range(len(stacks)) if sweep % 2 == 0 else reversed(range(len(stacks)))
        for index in order:
            stacks[index] = _sort_stack(stacks[index], near, _heights(stacks))
    return stacks


def _shorten_ties(stacks: list[list[Block]], pulls: Sequence[Pull]) -> list[list[Block]]:
    """The stacks with blocks moved in their column, and members in their block, while that shortens the ties."""
    best = _length(stacks, pulls)
    for _ in range(_ROUNDS):
        before = best
        for stack in stacks:
            best = _best_stack(stacks, stack, pulls, best)
            for index in range(len(stack)):
                best = _best_order(stacks, stack, index, pulls, best)
        if best >= before:
            break
    return stacks


def _best_stack(stacks: list[list[Block]], stack: list[Block], pulls: Sequence[Pull], best: float) -> float:
    """Moves each block of a column to where the ties are shortest; gives their length then."""
    for block in tuple(stack):
        kept = list(stack)
        others = [other for other in stack if other is not block]
        for place in range(len(others) + 1):
            stack[:] = [*others[:place], block, *others[place:]]
            length = _length(stacks, pulls)
            if length < best - 1e-9:
                best, kept = length, list(stack)
        stack[:] = kept
    return best


def _best_order(stacks: list[list[Block]], stack: list[Block], index: int, pulls: Sequence[Pull], best: float) -> float:
    """Moves each member of a block to where the ties are shortest; gives their length then."""
    name, ids = stack[index]
    for id_ in ids:
        kept = stack[index]
        others = [other for other in kept[1] if other != id_]
        for place in range(len(others) + 1):
            stack[index] = (name, (*others[:place], id_, *others[place:]))
            length = _length(stacks, pulls)
            if length < best - 1e-9:
                best, kept = length, stack[index]
        stack[index] = kept
    return best


def _length(stacks: list[list[Block]], pulls: Sequence[Pull]) -> float:
    """Long ties count for more than as many short ones of the same sum."""
    height = _heights(stacks)
    return sum(weight * float(abs(height[one] - height[other]) ** 1.5) for one, other, weight in pulls)


def _sort_stack(stack: list[Block], near: Mapping[str, list[str]], height: Mapping[str, float]) -> list[Block]:
    def pull(id_: str) -> float:
        others = near.get(id_, [])
        return sum(height[other] for other in others) / len(others) if others else height[id_]

    members = [(name, tuple(sorted(ids, key=lambda id_: (pull(id_), height[id_])))) for name, ids in stack]
    return sorted(members, key=lambda block: (sum(map(pull, block[1])) / len(block[1]), block[0]))


def _heights(stacks: list[list[Block]]) -> dict[str, float]:
    """The height of each actor, in rows from the middle of its column."""
    found: dict[str, float] = {}
    for stack in stacks:
        rows: list[str | None] = []
        for _, ids in stack:
            rows += [None, *ids]
        found |= {id_: row - len(rows) / 2 for row, id_ in enumerate(rows) if id_ is not None}
    return found
