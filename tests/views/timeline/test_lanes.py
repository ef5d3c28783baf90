"""Packing marks and labels into rows."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.drawing.text import text_width
from dashboard.views.timeline.lanes import LABEL_SIZE, LABEL_WEIGHT, Item, LaneSpace, pack

ROOM = LaneSpace(left=0, right=600, rows=6, widest=400)
ITEMS = st.lists(
    st.tuples(st.floats(4, 590), st.floats(9, 200), st.text("abcW –", max_size=60), st.booleans()), max_size=60
).map(
    lambda rows: tuple(
        Item(key, left, min(left + length, 599), label, 0 if first else 1)
        for key, (left, length, label, first) in enumerate(rows)
    )
)


def disc(key, at, label, *, rank=1):
    """A mark of 9 pixels."""
    return Item(key, at - 4.5, at + 4.5, label, rank)


def by_key(placed):
    """What was placed, by the key of its item."""
    return {each.item.key: each for each in placed}


@given(ITEMS, st.none() | st.floats(0, 600))
def test_no_two_boxes_of_a_row_touch_and_nothing_is_lost(items, line):
    """Boxes are disjoint within a row, labels stay within the room, and every item is placed or left over."""
    room = LaneSpace(ROOM.left, ROOM.right, ROOM.rows, ROOM.widest, line)
    packing = pack(items, room)
    assert sorted([each.item.key for each in packing.placed] + [item.key for item in packing.rest]) == list(
        range(len(items))
    )
    for row in range(packing.rows):
        boxes = sorted((each.left, each.right) for each in packing.placed if each.row == row)
        assert all(left[1] < right[0] for left, right in pairwise(boxes))
    for each in packing.placed:
        mark = each.item.right - each.item.left
        assert each.row < room.rows
        assert each.left >= 0
        assert each.right <= 600
        assert each.label == "" or text_width(each.label, LABEL_SIZE, each.boldest) <= each.right - each.left - mark - 5


def test_a_label_stands_right_of_its_mark_and_left_where_it_would_be_cut():
    """Right is preferred; near the right end the label goes to the left."""
    placed = by_key(pack((disc(0, 100, "Ecuador gives notice"), disc(1, 580, "Result proclaimed")), ROOM).placed)
    assert (placed[0].side, placed[1].side) == ("right", "left")


def test_events_of_one_day_stand_below_each_other():
    """The same place, one row each, in their order."""
    placed = by_key(pack(tuple(disc(key, 300, "Rubio meets the press") for key in range(4)), ROOM).placed)
    assert [placed[key].row for key in range(4)] == [0, 1, 2, 3]


def test_the_first_row_with_room_is_taken():
    """An event that is clear of the first row's label returns to the first row."""
    placed = by_key(pack((disc(0, 20, "First"), disc(1, 30, "Second"), disc(2, 300, "Third")), ROOM).placed)
    assert [placed[key].row for key in range(3)] == [0, 1, 0]


def test_a_label_keeps_clear_of_today():
    """A label that would cross the line for today goes to the other side of its mark."""
    room = LaneSpace(0, 600, 6, 400, line=400)
    assert pack((disc(0, 390, "Result proclaimed"),), room).placed[0].side == "left"


def test_a_label_crosses_today_where_there_is_no_other_place():
    """An event after today, at the right end, still has its label."""
    placed = pack((disc(0, 590, "The term will end"),), LaneSpace(0, 600, 6, 400, line=570)).placed[0]
    assert (placed.label, placed.side) == ("The term will end", "left")


def test_a_long_label_is_cut():
    """A title of 300 letters ends with an ellipsis at the widest that a label may be."""
    placed = pack((disc(0, 20, "W" * 300),), ROOM).placed[0]
    assert placed.label.endswith("…")
    assert text_width(placed.label, LABEL_SIZE, LABEL_WEIGHT) <= 400


def test_what_finds_no_row_is_left_over_and_the_major_stay():
    """Where rows run out, an event that is to be first is placed and another left over."""
    items = tuple(disc(key, 300, "Event", rank=0 if key == 7 else 1) for key in range(8))
    packing = pack(items, ROOM)
    assert len(packing.placed) == ROOM.rows
    assert 7 in by_key(packing.placed)
    assert len(packing.rest) == 2


def test_spare_rows_are_taken_where_nothing_is_left_over_then():
    """A few events stand in them; of more, they would be taken for nothing."""
    room = replace(ROOM, spare=2)
    few, many = (tuple(disc(key, 300, "Event") for key in range(number)) for number in (8, 9))
    assert (pack(few, room).rows, pack(few, room).rest) == (8, ())
    assert (pack(many, room).rows, len(pack(many, room).rest)) == (6, 3)
    assert pack(many[:6], room).rows == 6


def test_a_mark_without_room_for_a_label_stands_alone():
    """Between a neighbour's label and the right end only the mark is drawn."""
    placed = by_key(pack((disc(0, 20, "First"), disc(1, 70, "A rather long title")), LaneSpace(0, 80, 1, 400)).placed)
    assert (placed[0].label, placed[1].label) == ("First", "")


def test_the_chosen_label_is_as_bold_as_its_box_allows():
    """A label with room is set in the selected cut; one that just fits in the regular cut stays regular."""
    width = text_width("Result proclaimed", LABEL_SIZE)
    roomy = pack((disc(0, 20, "Result proclaimed"),), ROOM).placed[0]
    tight = pack((disc(0, 5, "Result proclaimed"),), LaneSpace(0, 9.5 + 6 + width + 0.05, 1, 400)).placed[0]
    assert (roomy.boldest, tight.label, tight.boldest) == (LABEL_WEIGHT, "Result proclaimed", 400)


def test_weight_changes_no_order_while_nobody_goes_without_a_label():
    """Time orders the rows, also where labels are cut because the page is narrow."""
    room = LaneSpace(left=0, right=300, rows=14, widest=100)
    long = "A label that is far too long for a narrow page"
    placed = by_key(pack(tuple(disc(key, 150 + key, long, rank=2 - key % 3) for key in range(8)), room).placed)
    assert all(each.label for each in placed.values())
    assert [placed[key].row for key in range(8)] == list(range(8))
