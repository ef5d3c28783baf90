"""Circles in what leads to what. Without recursion: chains may be as long as a workspace."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard.store.workspace import PathInRecord

Edges = dict[str, list[tuple[str, PathInRecord]]]
"""From a name to the names that it leads to, each with where that is written."""


def circles(edges: Mapping[str, Sequence[tuple[str, PathInRecord]]]) -> Iterator[tuple[tuple[str, ...], PathInRecord]]:
    """The names along each circle, and where its last one leads back to the first. Linear in names and edges.

    Every circle has at least one edge among those given; circles that share edges may be given once for all of them.
    """
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        trail, places = [start], {start: 0}
        pending = [iter(edges[start])]
        while pending:
            step = next(pending[-1], None)
            if step is None:
                pending.pop()
                done.add(trail[-1])
                del places[trail.pop()]
                continue
            name, path = step
            if name in places:
                yield tuple(trail[places[name] :]), path
            elif name not in done:
                places[name] = len(trail)
                trail.append(name)
                pending.append(iter(edges.get(name, ())))
