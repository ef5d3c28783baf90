"""Circles are found, and long chains are none."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.checks.relations import Edges, circles


def edges_of(pairs):
    edges: Edges = {}
    for index, (start, end) in enumerate(pairs):
        edges.setdefault(str(start), []).append((str(end), ("relations", index)))
    return edges


def test_a_circle_is_given_with_the_edge_that_closes_it():
    """The names stand in order, and the place is that of the last one's way back."""
    found = list(circles(edges_of([(0, 1), (1, 2), (2, 3), (3, 1)])))
    assert found == [(("1", "2", "3"), ("relations", 3))]


def test_what_leads_to_itself_is_a_circle():
    """The shortest circle has one name."""
    assert list(circles(edges_of([(0, 0)]))) == [(("0",), ("relations", 0))]


def test_two_ways_to_one_end_are_no_circle():
    """A diamond leads nowhere back."""
    assert list(circles(edges_of([(0, 1), (0, 2), (1, 3), (2, 3)]))) == []


def test_long_chains_are_followed_to_their_end():
    """A chain as long as a workspace needs no deeper stack."""
    chain = [(n, n + 1) for n in range(50_000)]
    assert list(circles(edges_of(chain))) == []
    assert len(list(circles(edges_of([*chain, (50_000, 0)])))) == 1


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20))
def test_circles_are_found_where_names_cannot_be_ordered(pairs):
    """There is a circle exactly where taking away names that nothing leads to does not end with none."""
    left = set(pairs)
    while True:
        kept = {(start, end) for start, end in left if any(start == other for _, other in left)}
        if kept == left:
            break
        left = kept
    found = list(circles(edges_of(pairs)))
    assert bool(found) == bool(left)
    for names, path in found:
        edges = edges_of(pairs)
        assert any((names[0], path) == edge for edge in edges[names[-1]])
        assert all(after in [name for name, _ in edges[before]] for before, after in pairwise(names))
