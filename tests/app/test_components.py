"""What is sent to the page."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from dashboard.app.parts.components import caption
from dashboard.app.parts.kept_drawings import differences
from dashboard.views.drawing import Drawing

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)


@given(JSON, JSON)
def test_the_differences_make_one_figure_from_the_other(one, other):
    """Putting each difference in its place gives the other, whatever the two are."""
    box = {"root": one}
    for path, value in differences(box, {"root": other}):
        *way, last = path
        reduce(lambda part, key: part[key], way, box)[last] = value
    assert box == {"root": other}


def test_only_what_differs_is_sent():
    """A colour that is the same in both is not repeated."""
    one, other = {"a": ["#fff", "#000"], "b": 1}, {"a": ["#fff", "#111"], "b": 1}
    assert list(differences(one, other)) == [(("a", 1), "#111")]


def test_over_a_picture_stands_its_name_whole_else_what_its_description_begins_with():
    """A full stop or a colon of a name ends nothing."""
    described = Drawing({}, (), "Map of 18 of 18 events: Quito (4). 0 unplaced.")
    named = Drawing(
        {}, (), "Commitment ladder of U.S. troops, 1 event: ended 1.", name="Commitment ladder of U.S. troops"
    )
    titles = [caption(each, "ladder", "")["title"] for each in (described, named)]
    assert titles == ["Map of 18 of 18 events", "Commitment ladder of U.S. troops"]
