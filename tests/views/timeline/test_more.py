"""Lanes by other things, questions that are due, labels by weight, and the part of a timeline that is played."""

from datetime import date
from itertools import pairwise

import pytest

from dashboard.model.registry import Question
from dashboard.query.lanes import LaneBy, LaneGroup
from dashboard.query.questions.questions import Due
from dashboard.views.drawing.palette import LIGHT, blend
from dashboard.views.timeline.lanes import Item, LaneSpace, add_label, pack
from dashboard.views.timeline.traces import NEW
from tests.views.timeline.cases import ECUADOR, KOREA, article, drawn, many, reading


def due(text, day, *, thread=KOREA, key="pay-more", is_past=False):
    """A question with a due date."""
    return Due(thread, key, Question(text=text, due=day), is_past)


def labels(drawing):
    """The texts beside marks, by where they stand in the figure."""
    trace = [each for each in drawing.figure.data if each.type == "scatter" and each.mode == "text"][-1]
    return dict(zip(trace.text, zip(trace.x, trace.y, strict=True), strict=True))


def names(drawing):
    """Every word of the figure."""
    return list(labels(drawing))


def test_lanes_can_stand_for_anything_and_colours_stay_the_threads():
    """Two actors: their names stand at the lanes, every event is pressed once, and discs keep two colours."""
    readings = article()
    groups = [LaneGroup("us", "United States", readings[::2]), LaneGroup(None, "No actor", readings[1::2])]
    drawing = drawn(readings, lanes=LaneBy.ACTOR, groups=groups)
    assert {"United States", "No actor"} <= set(names(drawing))
    reached = [event for mark in drawing.marks for event in mark.events]
    assert sorted(reached) == sorted(each.id for each in readings if each.date.value)
    discs = next(each for each in drawing.figure.data if each.type == "scatter" and each.mode == "markers")
    assert {LIGHT.thread(0), LIGHT.thread(1)} <= set(discs.marker.line.color)
    assert "in lanes by actor: United States 8; No actor 8" in drawing.description


def test_a_question_that_is_due_stands_right_of_today_and_is_pressed_as_itself():
    """Its ring is right of the line for today, in its thread's lane; overdue, it stands at today."""
    asked = (due("Will Korea pay more?", "2026-12-15"), due("Did they go?", "2026-03-01", key="gone", is_past=True))
    drawing = drawn(article(), dues=asked)
    marks = {mark.press: mark for mark in drawing.marks if mark.press}
    assert set(marks) == {("question", f"{KOREA}/pay-more"), ("question", f"{KOREA}/gone")}
    assert marks["question", f"{KOREA}/gone"].name == "Open question: Did they go?, due 1 March 2026, overdue"
    today = [shape.x0 for shape in drawing.figure.layout.shapes if shape.type == "line" and shape.x0 == shape.x1]
    signs = next(each for each in drawing.figure.data if each.type == "scatter" and each.text == ("?", "?"))
    assert all(x > max(today) for x in signs.x)
    assert "Open: Will Korea pay more?" in labels(drawing)
    assert drawing.sentences[-1] == "Ring: due date of an open question"


def test_a_question_of_a_thread_without_a_lane_has_one_of_its_own():
    """As have all questions where lanes are not by thread."""
    readings = article()[:3]
    asked = (due("Will Korea pay more?", "2026-12-15"),)
    assert "Open questions" in names(drawn(readings, dues=asked))
    groups = [LaneGroup("us", "United States", readings)]
    assert "Open questions" in names(drawn(readings, dues=asked, lanes=LaneBy.ACTOR, groups=groups))


def test_a_question_due_in_years_to_come_makes_the_axis_longer():
    """The axis ends with the year in which it is due."""
    plain, longer = drawn(article()), drawn(article(), dues=(due("Will they go?", "2031"),))
    assert date.fromordinal(plain.days[-1][1]) == date(2027, 1, 1)
    assert date.fromordinal(longer.days[-1][1]) == date(2032, 1, 1)


def test_busy_time_says_how_many_questions_it_does_not_show():
    """Today is not on that scale, so neither are they."""
    sentences = drawn(article(), scale="busy", dues=(due("Will they go?", "2031"),)).sentences
    assert sentences[-1] == "1 open question is due later than this shows"


def test_weight_decides_who_keeps_a_label():
    """Where labels do not all fit, the major has one, then the normal, and the minor goes without."""
    room = LaneSpace(0, 260, 1, 400)
    ranks = {0: 2, 1: 0, 2: 1}
    items = tuple(Item(key, 20 + 40 * key, 29 + 40 * key, f"A rather long title {key}", ranks[key]) for key in ranks)
    kept = {each.item.key: each.label for each in pack(items, room).placed}
    assert kept[1] == "A rather long title 1"
    assert kept[0] == ""


def test_a_selected_event_without_a_label_gets_one_and_no_mark_moves():
    """Labels that it would cover give way."""
    room = LaneSpace(0, 180, 1, 400)
    items = tuple(Item(key, left, left + 9, f"Title number {key}", 1) for key, left in enumerate((20, 130, 165)))
    packing = pack(items, room)
    (bare, *_) = [each.item.key for each in packing.placed if not each.label]
    after = add_label(packing, bare, room)
    assert next(each.label for each in after.placed if each.item.key == bare)
    assert [(each.item, each.row) for each in after.placed] == [(each.item, each.row) for each in packing.placed]
    spans = sorted((each.left, each.right) for each in after.placed if each.label)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_selected_event_in_a_count_has_its_title_beside_it():
    """And nothing else moves: the counts are those of before."""
    plain = drawn(many(400))
    hidden = next(mark for mark in plain.marks if len(mark.events) > 3).events[1]
    chosen = drawn(many(400), selected=hidden)
    title = f"Event number {hidden.removeprefix('event-')}"
    assert title not in labels(plain)
    assert title in labels(chosen)
    assert [mark.events for mark in plain.marks] == [mark.events for mark in chosen.marks]


def test_what_is_played_stands_where_it_stands_among_all():
    """Axis, lanes and height are those of all events; the rest is not drawn, and the lane counts."""
    readings = article()
    whole, part = drawn(readings), drawn(readings[:5], within=readings)
    assert part.figure.layout.height == whole.figure.layout.height
    assert part.days == whole.days
    everything = labels(whole)
    titles = [each.event.title for each in readings[:5]]
    assert [labels(part).get(title) for title in titles] == [everything.get(title) for title in titles]
    assert labels(part).keys() - everything.keys() == {"5 of 11 so far", "0 of 5 so far"}
    assert sorted(event for mark in part.marks for event in mark.events) == [f"event-{index}" for index in range(5)]


def test_counts_of_what_is_played_hold_what_is_shown():
    """Of 400 events, every shown one is in one mark or count, and no other."""
    readings = many(400)
    shown = [each for each in readings if each.date.value and each.date.value.sort_key[0] <= date(2015, 1, 1)]
    reached = [event for mark in drawn(shown, within=readings).marks for event in mark.events]
    assert sorted(reached) == sorted(each.id for each in shown)
    busy = drawn(shown, within=readings, scale="busy")
    assert sorted(event for mark in busy.marks for event in mark.events) == sorted(each.id for each in shown)


def test_an_event_of_several_threads_is_told_of():
    """Which of them its lane is, in a sentence; not where there is no such event."""
    both = reading("both", "2025-01-01", "Both")
    both = type(both)(both.event.model_copy(update={"threads": (ECUADOR, KOREA)}), both.date, both.place, ())
    assert "An event of several threads is in the lane of its first" in drawn((both,)).sentences
    assert not any("several" in sentence for sentence in drawn(article()).sentences)


@pytest.mark.parametrize(
    ("when", "lasted"), [("2024-02-01/2026-03-01", True), ("2024-02-01/2026-03-01", False), ("2024-02-01/..", True)]
)
def test_a_span_ends_at_the_day_that_is_played(when, lasted):
    """What is later than the line is not drawn: neither the end of what went on, nor where something might be yet."""
    readings = (reading("span", when, "Talks", lasted=lasted), reading("later", "2026-06-01", "Later"))
    until = date(2025, 1, 1)
    whole = drawn(readings)
    part = drawn(readings[:1], within=readings, until=until)
    line = next(shape.x0 for shape in part.figure.layout.shapes if shape.type == "line" and shape.x0 == shape.x1)
    assert max(right_of(whole)) > line
    assert max(right_of(part)) <= line
    if not when.endswith(".."):  # its label is on the left, where it stays
        assert labels(part)["Talks"][0] == pytest.approx(line, abs=12 / 1392)
    assert part.figure.layout.height == whole.figure.layout.height


def right_of(drawing):
    """The right ends of all fades, bars and strokes of marks, as shares of the figure's width."""
    for each in drawing.figure.data[1:]:
        if each.type == "bar":
            yield from (base + length for base, length in zip(each.base, each.x, strict=True))
        elif each.type == "scatter" and each.mode == "lines":
            yield from (x for x in each.x if x is not None)


def test_a_span_that_was_over_by_the_day_is_whole():
    """Nothing of it is later."""
    over = (reading("span", "2024-02-01/2024-03-01", "Talks", lasted=True), reading("later", "2026-06-01", "Later"))
    part = drawn(over[:1], within=over, until=date(2025, 1, 1))
    assert max(right_of(part)) == max(right_of(drawn(over[:1], within=over, until=date(2025, 12, 1))))


def test_a_new_event_has_a_ground_of_its_own():
    """In its colour, behind its mark and label, and of it alone."""
    readings = article()
    plain, new = (
        drawn(readings[:3], within=readings),
        drawn(readings[:3], within=readings, newest=frozenset({"event-2"})),
    )
    ground = blend(LIGHT.thread(0), LIGHT.bg, NEW)

    def grounds(drawing):
        bars = [each for each in drawing.figure.data[1:] if each.type == "bar"]
        return [
            (base, length, middle)
            for each in bars
            for base, length, middle, color in zip(each.base, each.x, each.y, each.marker.color, strict=True)
            if color == ground
        ]

    assert grounds(plain) == []
    ((left, length, middle),) = grounds(new)
    x, y = labels(new)[readings[2].event.title]
    assert left < x < left + length
    assert middle == y
