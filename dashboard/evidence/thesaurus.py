"""Words that mean the same or nearly so, as WordNet has them: “quickly” and “rapid”, “jailed” and “imprisonment”."""

import lzma
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from dashboard.evidence.words import ROOTS_OF_BASES, root_of

_Sets = tuple[frozenset[str], frozenset[str]]
"""The sets of synonyms that a word is in, and those next to them: wider, narrower, of another part of speech."""
_NONE: Final[_Sets] = frozenset(), frozenset()
_WORD: Final = re.compile(r"[^\W\d_]+")


def are_related(one: str, other: str) -> bool:
    """Whether two roots of words are of one set of synonyms, or of two that stand next to each other."""
    return has_related([one], [other])


def has_related(roots: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some word is related to another one: both by their roots; each is looked up once."""
    (own, beside), (theirs, beside_them) = _sets_of_all(roots), _sets_of_all(others)
    return not (own.isdisjoint(theirs) and own.isdisjoint(beside_them) and beside.isdisjoint(theirs))


def pairs_in(text: str) -> Iterator[str]:
    """Two words, by their roots, that together have a meaning of their own: “call for”, “take part”."""
    roots = [root_of(word) for word in _WORD.findall(text.lower())]
    pairs = (f"{one} {behind}" for one, behind in pairwise(ROOTS_OF_BASES.get(root, root) for root in roots))
    yield from filter(is_common, pairs)


def _sets_of_all(roots: Iterable[str]) -> _Sets:
    found = [_sets_of(root) for root in roots]
    return frozenset().union(*(own for own, _ in found)), frozenset().union(*(beside for _, beside in found))


def has_synonym(root: str, others: Iterable[str]) -> bool:
    """Whether a word and one of others, by their roots, are of one set of synonyms."""
    return not _sets_of(root)[0].isdisjoint(_sets_of_all(others)[0])


def is_common(root: str) -> bool:
    """Whether a root is that of an English word that is no name."""
    return root in _lines()


@cache
def _sets_of(root: str) -> _Sets:
    others = (ROOTS_OF_BASES.get(root, root.removesuffix("d")), *_bare_forms(root))
    line = next((line for each in (root, *others) if (line := _lines().get(each))), None)
    if line is None:
        return _NONE
    own, _, beside = line.partition("\t")
    return frozenset(own.split()), frozenset(beside.split())


def _bare_forms(root: str) -> Iterator[str]:
    """The roots of which one may be compared in a word: `big` of `biggest`, `heavi` of `heaviest`."""
    for ending in ("er", "est"):
        if bare := root.removesuffix(ending) if root.endswith(ending) else "":
            yield from (bare, f"{bare}e")
            if bare[-1:] == bare[-2:-1]:
                yield bare[:-1]


@cache
def _lines() -> Mapping[str, str]:
    packed = files("dashboard.model") / "thesaurus" / "related-words.tsv.xz"
    lines = lzma.decompress(packed.read_bytes()).decode().splitlines()
    return {root: sets for root, _, sets in (line.partition("\t") for line in lines)}
