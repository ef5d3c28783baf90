"""Classes of counts serve for ten events and for ten thousand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.drawing.palette import DARK, LIGHT, contrast
from dashboard.views.map.density.classes import MOST, classes_of


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([1], ["1"]),
        ([7, 7], ["5–7"]),
        ([12, 4, 2], ["2–4", "5–12"]),
        ([1, 1, 2, 3], ["1", "2–3"]),
        ([], ["1"]),
    ],
)
def test_few_counts_have_few_classes(counts, words):
    """Each with its numbers, the last up to the largest."""
    found = list(classes_of(counts).words)
    assert found == words


@given(st.lists(st.integers(1, 20_000), min_size=1, max_size=200))
def test_no_class_is_empty_and_every_count_has_one(counts):
    """However unequal countries are."""
    classes = classes_of(counts)
    places = {classes.place(count) for count in counts}
    assert places == set(range(len(classes.starts)))
    assert len(classes.starts) <= MOST
    assert all(int(str(start).rstrip("0") or 0) in (1, 2, 5) for start in classes.starts)


def test_one_country_with_half_of_all_stands_apart():
    """It does not make all others alike."""
    words = classes_of([5000, *range(1, 60), 400, 300]).words
    assert len(words) >= 4
    assert words[-1].endswith("5,000")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_shades_differ_from_the_land_and_from_each_other(palette):
    """In either theme, and in greyscale on paper: each is darker (in dark, lighter) than the one before."""
    classes = classes_of([1, 3, 3, 8, 8, 30, 30, 300])
    shades = [palette.land, *(classes.color(index, palette) for index in range(len(classes.starts)))]
    steps = [contrast(one, other) for one, other in pairwise(shades)]
    assert len(steps) >= 3
    assert min(steps) > 1.25
