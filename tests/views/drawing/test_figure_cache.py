"""What was made of the same is not made again; of anything else it is."""

from dataclasses import replace

from dashboard.views.drawing.figure_cache import FEW, identity, memoize
from tests.views.timeline.cases import reading


def test_the_same_is_made_once():
    """And of something else, anew; only so many are kept."""

    @memoize(2)
    def made(number, *, name=""):
        return object()

    assert made(1, name="a") is made(1, name="a")
    assert made(1, name="a") is not made(1, name="b")
    first = made(2)
    made(3)
    made(4)
    assert made(2) is not first


def test_lists_of_readings_are_told_by_identity():
    """Of a few, each; of many, the list: what is put together anew is another."""
    few = tuple(reading(event, "2025", event) for event in "ab")
    many = few * FEW
    assert identity(few) == identity([*few])
    assert identity(few) != identity(few[:1])
    assert identity(few) != identity(tuple(reading(event, "2025", event) for event in "ab"))
    assert identity((1, many)) == identity((1, many))
    assert identity(many) != identity((*few, *many[2:]))


def test_what_draws_alike_is_the_same():
    """Mappings, sets and records by what they hold."""
    assert identity({"a": [1, frozenset({2})]}) == identity({"a": (1, {2})})
    assert identity({"a": 1}) != identity({"a": 2})
    read = reading("a", "2025", "a").date
    assert identity(read) == identity(replace(read))
