"""Words that say the opposite of each other, by their roots."""

from collections.abc import Iterator, Mapping
from functools import cache

from dashboard.evidence.words.content import root_of
from dashboard.model.vocabularies import OPPOSITES


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


def has_opposite(root: str) -> bool:
    """Whether there are words that say the opposite of a root."""
    return root in _opposites_of_roots()


def opposite_in(root: str, roots: frozenset[str]) -> str:
    """The root among `roots` that says the opposite of `root`; none where one of them says the same as well."""
    alike, opposed = _opposites_of_roots().get(root, (frozenset(), frozenset()))
    return min(opposed & roots, default="") if alike.isdisjoint(roots) else ""
