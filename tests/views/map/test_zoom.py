"""Marks and names of a map that the reader has moved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.map import clustering
from dashboard.views.map.frame import Viewport, frame_of, hold, least_scale, move_frame
from dashboard.views.map.marks.spots import spots_of
from tests.views.map import cases as case

SIZE = {"width": 912, "height": 458}
NEAR_ECUADOR = Viewport(-79.5, -0.6, 14.0)
READINGS = {"article": case.article(), "many": case.many(300, 120)}


def drawn(readings, **more):
    """The map at the size it has on the page."""
    return case.draw(readings, **SIZE, **more)


def counts(drawing):
    """Events of each mark of the main map, largest first."""
    data = drawing.content["data"]
    return sorted((len(mark.events) for mark in drawing.marks if data[mark.curve]["geo"] == "geo"), reverse=True)


def test_counts_split_where_their_places_lie_apart_and_merge_again():
    """Quito and Manta are one mark from afar, two from near, one again; the view itself is left to the host."""
    afar, near = drawn(case.article()), drawn(case.article(), seen=NEAR_ECUADOR)
    assert 9 in counts(afar)
    assert 9 not in counts(near)
    assert {5, 4} <= set(counts(near))
    assert counts(drawn(case.article(), seen=Viewport(-150, 20, 1.0))) == counts(afar)
    kept = ("projection", "center", "lonaxis", "lataxis")
    assert [near.content["layout"]["geo"][key] for key in kept] == [afar.content["layout"]["geo"][key] for key in kept]
    assert near.content["layout"]["uirevision"] == afar.content["layout"]["uirevision"]
    assert not any(trace.get("geo") == "geo2" for trace in near.content["data"])


def test_outlines_are_finer_from_near():
    """A coast of the world's scale looks wrong there."""
    assert drawn(case.article()).content["layout"]["geo"]["resolution"] == 110
    assert drawn(case.article(), seen=NEAR_ECUADOR).content["layout"]["geo"]["resolution"] == 50


@settings(max_examples=30, deadline=None)
@given(
    st.builds(Viewport, st.floats(-180, 180), st.floats(-90, 90), st.floats(0.01, 2000)),
    st.sampled_from(["article", "many"]),
    st.sampled_from(["fit", "world"]),
)
def test_every_event_is_in_exactly_one_mark_wherever_the_reader_looks(seen, which, view):
    """However near, however far, and where nothing is."""
    readings = READINGS[which]
    drawing = drawn(readings, view=view, seen=seen)
    events = [event for mark in drawing.marks for event in mark.events]
    assert sorted(events) == sorted(each.id for each in readings)


def test_of_very_many_places_those_far_from_what_is_seen_are_few_marks(monkeypatch):
    """Every event is in one mark all the same; in sight each place has its own, as without the others."""
    readings = [*case.article(), *case.many(1_500, 1_500)]
    seen = Viewport(-79.5, -1.5, 60.0)
    monkeypatch.setattr(clustering, "MOST_FAR", len(readings))
    whole = drawn(readings, seen=seen)
    monkeypatch.setattr(clustering, "MOST_FAR", 50)
    fewer = drawn(list(readings), seen=seen)
    assert len(fewer.marks) < len(whole.marks) / 2
    assert sorted(event for mark in fewer.marks for event in mark.events) == sorted(each.id for each in readings)
    in_sight = {"quito-0", "manta-0"}
    own = [{each.events for each in drawing.marks if in_sight & {*each.events}} for drawing in (whole, fewer)]
    assert own[0] == own[1]
    assert len(own[0]) == 2
    half = drawn(readings[:200], within=list(readings), seen=seen)
    assert len(half.marks) < len(whole.marks) / 2


@pytest.mark.parametrize("seen", [NEAR_ECUADOR, Viewport(100, 60, 3.0), Viewport(0, 0, 0.5), Viewport(-170, -40, 1.0)])
def test_the_moved_frame_has_the_scale_and_the_middle_that_are_seen(seen):
    """So that pixels between marks are those on the screen."""
    frame = frame_of(spots_of(case.article()), "fit", SIZE["width"], SIZE["height"])
    now = move_frame(frame, seen)
    assert now.scale == pytest.approx(frame.scale * seen.scale, rel=1e-6)
    x, y = now.project([seen.longitude], [seen.latitude])
    assert (float(x[0]), float(y[0])) == pytest.approx(frame.centre, abs=0.01)
    left, top, right, bottom = now.visible_edges
    assert left >= -0.01
    assert top >= -0.01
    assert right <= SIZE["width"] + 0.01
    assert bottom <= SIZE["height"] + 0.01


@pytest.mark.parametrize("which", ["article", "many"])
@pytest.mark.parametrize("size", [(912, 458), (390, 300)])
def test_zooming_out_ends_where_the_whole_world_fits(which, size):
    """On a desk and on a phone: the world fills the figure in one direction, and neither pole is cut off."""
    spots = spots_of(READINGS[which])
    frame = frame_of(spots, "fit", *size)
    whole = move_frame(frame, Viewport(frame.longitude, 0.0, least_scale(frame)))
    assert whole.half_width == pytest.approx(180, abs=0.5)
    assert (whole.south, whole.north) == pytest.approx((-90, 90), abs=0.5)
    left, top, right, bottom = whole.visible_edges
    assert right - left == pytest.approx(size[0], abs=1) or bottom - top == pytest.approx(size[1], abs=1)
    assert 0.8 < least_scale(frame_of(spots, "world", *size)) <= 1


def test_a_region_can_be_left_for_the_world():
    """A map of one city, of Mercator's projection, goes out to the whole world and no further."""
    frame = frame_of(spots_of(case.article()[:1]), "fit", SIZE["width"], SIZE["height"])
    assert frame.kind == "mercator"
    whole = move_frame(frame, Viewport(frame.longitude, 20.0, least_scale(frame)))
    assert whole.half_width == 180
    left, _, right, _ = whole.visible_edges
    assert right - left > 0.6 * SIZE["width"]


@pytest.mark.parametrize("scale", [0.0001, 0.3])
def test_a_link_to_less_than_the_world_is_drawn_as_the_whole_of_it(scale):
    """Marks and names are laid out for what the page shows."""
    frame = frame_of(spots_of(case.article()), "fit", SIZE["width"], SIZE["height"])
    least = least_scale(frame)
    assert hold(frame, Viewport(20, 10, scale)) == Viewport(20, 10, least)
    assert hold(frame, Viewport(20, 10, 5000)).scale == 1000
    small, whole = (drawn(case.article(), seen=Viewport(20, 10, each)) for each in (scale, least))
    assert small.content == whole.content
    assert small.content["layout"]["geo"]["projection"]["minscale"] == least


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("141.1,5,0.8", Viewport(141.1, 5, 0.8)),
        ("180,90,1", Viewport(180, 90, 1)),
        ("-218.5,5,0.8", Viewport(141.5, 5, 0.8)),
        ("10,5,0.01", Viewport(10, 5, 0.01)),
        *[
            (text, None)
            for text in ("", "10,5", "10,95,1", "10,5,0", "10,5,-1", "nan,5,1", "inf,5,1", "10,5,inf", "a,b,c")
        ],
    ],
)
def test_an_address_has_a_place_on_the_map_or_none(text, seen):
    """A longitude that goes on beyond the seam is brought back; what is no number, latitude or scale is nothing."""
    assert Viewport.parse(text) == seen


def test_what_the_address_has_is_read_as_it_was_written():
    """To four decimals."""
    assert Viewport.parse(str(Viewport(-151.35134, 29.33649, 0.62965))) == Viewport(-151.3513, 29.3365, 0.6297)
