"""Who copied whom: each original report with the outlets that repeat it, and how much of the text they share."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.query.sources import Sources


@dataclass(frozen=True, slots=True)
class OriginBranch:
    """An outlet that has the report."""

    source: str
    share: float | None
    """The share of the shorter text that it has in common with the report; None if that is not known."""
    is_on_a_side: bool
    """Whether it is among the sources in question."""


@dataclass(frozen=True, slots=True)
class OriginTree:
    """One report."""

    origin: str
    """Its name, as descriptions give it."""
    source: str
    """The source that is the report itself, where one here is; else empty."""
    branches: tuple[OriginBranch, ...]
    """All others that have it, those in question first."""


def origin_trees(ids: Iterable[str], sources: Sources) -> tuple[OriginTree, ...]:
    """The reports that several sources have, one of the `ids` among them; none for what an outlet has alone."""
    asked = tuple(dict.fromkeys(ids))
    origins = dict.fromkeys(filter(None, map(sources.origin_repeated, asked)))
    trees = (_tree(origin, frozenset(asked), sources) for origin in origins)
    return tuple(each for each in trees if each.branches)


def _tree(origin: str, asked: frozenset[str], sources: Sources) -> OriginTree:
    members = sources.by_origin.get(origin, ())
    root = origin if origin in members else ""
    branches = [
        OriginBranch(each, _share(each, root, members, sources), each in asked) for each in members if each != root
    ]
    if not root and len(branches) < 2:
        branches = []
    ordered = sorted(branches, key=lambda each: (not each.is_on_a_side, -(each.share or 0.0), each.source))
    return OriginTree(origin, root, tuple(ordered))


def _share(source: str, root: str, members: tuple[str, ...], sources: Sources) -> float | None:
    """The share that its text has in common with that of the report, else the most with another that repeats it."""
    known = sources.shares.get(source, {})
    return known.get(root, max((known[each] for each in members if each in known), default=None))
