"""Words that say the opposite of each other, by their roots."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from dashboard.evidence.words.content import root_of
from dashboard.model.vocabularies import OPPOSITES

_UN: Final = "un"
_LEAST_LETTERS: Final = 3
_NO_DENIALS: Final = frozenset(
    map(root_of, ("unlike", "unless", "uncover", "unveil", "unfold", "unit", "union", "under"))
)
"""Words that begin with un- and deny nothing by it."""


def _sides() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Each list of words with those that are opposed to it, by their roots."""
    for pair in OPPOSITES:
        one, other = (frozenset(map(root_of, side.split())) for side in pair)
        yield one, other
        yield other, one


@cache
def _opposites_of_roots() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """For each root, those that say the same in all its lists, and those that say the opposite."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for same, opposite in _sides():
        for root in same:
            alike, opposed = found.get(root, (frozenset(), frozenset()))
            found[root] = alike | same, opposed | opposite
    return found


def opposite_in(root: str, roots: frozenset[str]) -> str:
    """The root among `roots` that says the opposite of `root`; none where one of them says the same as well."""
    if (alike := _opposites_of_roots().get(root)) and alike[0].isdisjoint(roots) and (opposed := alike[1] & roots):
        return min(opposed)
    return _denied_in(root, roots)


def _denied_in(root: str, roots: frozenset[str]) -> str:
    """The root among `roots` that denies another by its beginning, or is denied by it: `unarm` and `arm`."""
    if root.startswith(_UN):
        bare = root.removeprefix(_UN)
        is_denial = len(bare) >= _LEAST_LETTERS and root not in _NO_DENIALS and bare in roots
        return bare if is_denial else ""
    denial = f"{_UN}{root}"
    return denial if denial in roots and len(root) >= _LEAST_LETTERS and denial not in _NO_DENIALS else ""
