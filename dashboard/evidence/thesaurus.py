"""Words that mean the same or nearly so, as WordNet has them: “quickly” and “rapid”, “jailed” and “imprisonment”."""

import lzma
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from dashboard.evidence.words import root_of
from dashboard.model.vocabularies import IRREGULAR_VERBS

_Sets = tuple[frozenset[str], frozenset[str]]
"""The sets of synonyms that a word is in, and those next to them: wider, narrower, of another part of speech."""
_ROOTS: Final[Mapping[str, str]] = {
    root_of(form): root_of(verb) for verb, *forms in IRREGULAR_VERBS for form in forms if form != verb
}
"""The root of each verb by that of a form of it that has another: `sat`."""
_NONE: Final[_Sets] = frozenset(), frozenset()


def are_related(one: str, other: str) -> bool:
    """Whether two roots of words are of one set of synonyms, or of two that stand next to each other."""
    return has_related([one], [other])


def has_related(roots: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some word is related to another one: both by their roots; each is looked up once."""
    (own, beside), (theirs, beside_them) = _sets_of_all(roots), _sets_of_all(others)
    return not (own.isdisjoint(theirs) and own.isdisjoint(beside_them) and beside.isdisjoint(theirs))


def _sets_of_all(roots: Iterable[str]) -> _Sets:
    found = [_sets_of(root) for root in roots]
    return frozenset().union(*(own for own, _ in found)), frozenset().union(*(beside for _, beside in found))


def is_common(root: str) -> bool:
    """Whether a root is that of an English word that is no name."""
    return root in _lines()


@cache
def _sets_of(root: str) -> _Sets:
    line = _lines().get(root) or _lines().get(_ROOTS.get(root, root.removesuffix("d")))
    if line is None:
        return _NONE
    own, _, beside = line.partition("\t")
    return frozenset(own.split()), frozenset(beside.split())


@cache
def _lines() -> Mapping[str, str]:
    packed = files("dashboard.model") / "thesaurus" / "related-words.tsv.xz"
    lines = lzma.decompress(packed.read_bytes()).decode().splitlines()
    return {root: sets for root, _, sets in (line.partition("\t") for line in lines)}
