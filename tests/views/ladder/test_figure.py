"""The commitment ladder: rungs, signs, counts, joins, labels, and what it says of itself."""

import re
from datetime import date
from itertools import pairwise

import pytest

from dashboard.model.claim import Claim
from dashboard.model.dates.event_date import EventDate
from dashboard.model.event import Event
from dashboard.model.problem import Severity
from dashboard.model.time_and_place import When
from dashboard.query.ladder import OVER, RISING, Join, LadderStep
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.drawing.text import text_width
from dashboard.views.ladder.figure import event_ladder
from dashboard.views.ladder.labels import Box, LabelArea, LabelRequest, placed_labels
from dashboard.views.ladder.rungs import rungs_of
from dashboard.views.ladder.traces import elbows_of
from dashboard.views.timeline.axis import TimeScale
from dashboard.views.timeline.piecewise import piecewise_axis
from dashboard.views.timeline.spans import anchors_of

TODAY = date(2026, 11, 25)
LEVELS = (*reversed(RISING), *OVER)


def step(id_, level, when, carried=Support.EXTERNAL, level_carried=Support.QUOTED, *, title=None, lasted=False):
    event = Event(
        id=id_,
        title=title or f"Event {id_}",
        threads=("t",),
        when=When(lasted=lasted),
        claims={"said": Claim(text="It is said.", sources=("voa",))},
    )
    read = SupportedValue(EventDate.parse(when), carried) if when else SupportedValue(None, Support.UNKNOWN)
    return LadderStep(ResolvedEvent(event, read, SupportedValue(None, Support.UNKNOWN), ()), level, level_carried)


STEPS = (
    step("base", "underway", "1999/2009-09-18", lasted=True, title="Ecuador hosts a U.S. military base"),
    step("closed", "ended", "2009-09-18", title="The U.S. base in Ecuador closes"),
    step("talks", "discussed", "2025-09-04", Support.QUOTED),
    step("package", "pledged", "2025-09-04"),
    step("drones", "pledged", "2025-09-04"),
    step("vote", "declined", "2025-11-16", title="Ecuador votes against foreign bases"),
    step("undated", "floated", None),
)
JOINS = (Join("base", "closed", "same day"), Join("talks", "vote", "relation"))


def draw(steps=STEPS, joins=JOINS, width=1392, palette=LIGHT, **choices):
    given = {"title": "Troops", "color_index": 0, "palette": palette, "width": width, "today": TODAY}
    return event_ladder(steps, joins, **given, **choices)


def laid(steps, width=1200.0):
    anchors = [a for each in steps if each.reading.date.value for a in anchors_of(each.reading.date.value)]
    scale = TimeScale(piecewise_axis(anchors, TODAY), 150, width)
    return rungs_of(steps, scale, TODAY.toordinal(), 20, 26)


def words(drawing):
    return [each for trace in scatters(drawing, "text") for each in trace.text]


def scatters(drawing, mode):
    return [trace for trace in drawing.figure.data if trace.type == "scatter" and trace.mode == mode]


def test_all_rungs_stand_in_order_above_and_below_the_rule():
    """delivered is at the top, ended at the foot, whether or not anything stands on them."""
    rungs = laid(STEPS)
    assert tuple(rung.level for rung in rungs.rungs) == LEVELS
    assert [rung.top for rung in rungs.rungs] == sorted(rung.top for rung in rungs.rungs)
    floated, declined = (next(rung for rung in rungs.rungs if rung.level == name) for name in ("floated", "declined"))
    assert floated.bottom < rungs.rule < declined.top
    written = draw(()).figure.data[-1].text
    assert [each for each in written if each in LEVELS] == list(LEVELS)
    assert {"In progress", "Closed"} <= set(written)


def test_marks_that_share_a_spot_are_one_count_that_names_its_events():
    """Two pledges of one day are a disc with their number; a press lists both."""
    drawing = draw()
    (count,) = [mark for mark in drawing.marks if len(mark.events) > 1]
    assert count.name == "2 events pledged: Event package; Event drones"
    assert count.events == ("package", "drones")
    assert "2" in words(drawing)
    assert "Number: events at one spot" in drawing.sentences


def test_a_picture_of_it_is_named_by_the_thread_whole():
    """A full stop in its title ends nothing."""
    given = {"color_index": 0, "palette": LIGHT, "width": 900, "today": TODAY}
    assert (
        event_ladder(STEPS, (), title="U.S. bases: a talk", **given).name == "Commitment ladder of U.S. bases: a talk"
    )


def test_every_dated_step_is_pressed_once_and_every_step_is_in_the_table():
    """Undated steps are in the table and counted in the description."""
    drawing = draw()
    pressed = [event for mark in drawing.marks for event in mark.events]
    assert sorted(pressed) == sorted(each.id for each in STEPS if each.id != "undated")
    assert len(drawing.rows) == len(STEPS)
    assert drawing.rows[-1] == {
        "title": "Event undated",
        "date": "undated",
        "level": "floated",
        "level evidence": "quoted",
        "date evidence": "unknown",
    }
    assert drawing.description == (
        "Commitment ladder of Troops, 6 events: underway 1; pledged 2; discussed 1; declined 1; ended 1. "
        "2 lines join events of one matter. 1 event with a level but no date is not on it."
    )


def test_a_mark_says_its_date_its_level_and_how_both_are_carried():
    """For whoever does not see it."""
    name = next(mark.name for mark in draw().marks if mark.events == ("talks",))
    assert name == "Event talks, 4 September 2025, date quoted, discussed, level quoted"


@pytest.mark.parametrize(
    ("date_carried", "level_carried", "symbol", "color"),
    [
        (Support.QUOTED, Support.QUOTED, "circle", LIGHT.thread(0)),
        (Support.EXTERNAL, Support.QUOTED, "circle", LIGHT.bg),
        (Support.NOT_FOUND, Support.QUOTED, "circle-x", LIGHT.bg),
        (Support.QUOTED, Support.NOT_FOUND, "circle-x", LIGHT.bg),
    ],
)
def test_fill_says_how_it_is_carried(date_carried, level_carried, symbol, color):
    """Solid, hollow or crossed, as on the timeline; crossed, too, where the quote of the level failed."""
    drawing = draw((step("a", "agreed", "2025-09-04", date_carried, level_carried),), ())
    (disc,) = [trace for trace in scatters(drawing, "markers") if len(trace.x or ()) == 1]
    assert (disc.marker.symbol[0], disc.marker.color[0]) == (symbol, color)


def test_doubt_is_dashed_and_said():
    """A date with a question mark, and a year in which it happened some time."""
    for when in ("2025-09-04?", "2025"):
        drawing = draw((step("a", "agreed", when),), ())
        assert any(trace.line.dash not in (None, "solid") for trace in scatters(drawing, "lines"))
        assert "Dashed: uncertain, approximate, or some time in it" in drawing.sentences


def test_joins_run_along_the_earlier_rung_and_then_to_the_later():
    """From the end of a span; and from a day's mark to the later one's time."""
    rungs = laid(STEPS)
    at = {id_: spot for spot in rungs.spots for id_ in spot.ids}
    lines = {(join.before, join.after): points for join, points in elbows_of(JOINS, rungs)}
    assert lines["talks", "vote"] == (
        (at["talks"].middle, rungs.y(at["talks"])),
        (at["vote"].middle, rungs.y(at["talks"])),
        (at["vote"].middle, rungs.y(at["vote"])),
    )
    start, turn, end = lines["base", "closed"]
    assert start[0] == pytest.approx(at["base"].right, abs=1)
    assert (turn[0], end[1]) == (at["closed"].middle, rungs.y(at["closed"]))
    assert list(elbows_of([Join("undated", "vote", "relation"), Join("package", "drones", "relation")], rungs)) == []


def test_without_joins_no_line_is_spoken_of():
    """Nothing is said that is not there."""
    assert not any("line" in sentence for sentence in draw(joins=()).sentences)
    assert any("led to the other" in sentence for sentence in draw(joins=JOINS[1:]).sentences)


def test_spans_of_one_rung_that_overlap_stand_in_rows_of_their_own():
    """And the rungs below give way; marks of one row do not touch."""
    many = tuple(step(f"s{i}", "underway", f"20{10 + i}/2022-0{1 + i}", lasted=True) for i in range(3))
    rungs = laid((*many, step("p", "underway", "2015-05-05")))
    assert {spot.sub_row for spot in rungs.spots} == {0, 1, 2, 3}
    tops = {rung.level: rung.bottom - rung.top for rung in rungs.rungs}
    assert tops["underway"] > tops["agreed"]
    rows = {}
    for spot in rungs.spots:
        rows.setdefault(spot.sub_row, []).append(spot)
    for row in rows.values():
        assert all(a.right < b.left for a, b in pairwise(row))


@pytest.mark.parametrize("width", [280, 390, 640, 1392])
def test_five_hundred_events_are_all_there_and_no_two_marks_touch(width):
    """Crowds become counts; every event is behind exactly one mark."""
    days = [date.fromordinal(date(2019, 1, 1).toordinal() + 5 * index).isoformat() for index in range(500)]
    steps = tuple(step(f"e{index}", LEVELS[index % 9], day) for index, day in enumerate(days))
    drawing = draw(steps, (), width=width)
    assert sorted(id_ for mark in drawing.marks for id_ in mark.events) == sorted(each.id for each in steps)
    spots = laid(steps, float(width)).spots
    for level in LEVELS:
        row = [spot for spot in spots if spot.level == level]
        assert all(a.right < b.left for a, b in pairwise(row))


FIELD = LabelArea(0, 400, 0, 200, 300)


def test_labels_keep_off_what_is_taken_and_off_one_another():
    """Right of a mark, else left, else below or above; cut only where none of them has room."""
    wanted = [LabelRequest(0, "A label", 100, 109, 100, 4.5, is_bar=False)]
    (label,) = placed_labels(wanted, (), FIELD)
    assert (label.x, label.y, label.ends, label.text) == (115, 100, False, "A label")
    right = Box(112, 94, 400, 106)
    (label,) = placed_labels(wanted, [right], FIELD)
    assert (label.x, label.ends) == (94, True)
    (label,) = placed_labels(wanted, [right, Box(0, 94, 98, 106)], FIELD)
    assert (label.x, label.y, label.ends) == (100, 114, False)
    everywhere = [Box(0, 0, 98, 200), Box(112, 0, 400, 200)]
    assert placed_labels(wanted, everywhere, FIELD) == ()


def test_a_label_is_cut_where_most_of_it_has_room():
    """Never below what can be read, never beyond the edge."""
    text = "A label that is far too long for the room that there is beside its mark"
    (label,) = placed_labels([LabelRequest(0, text, 280, 289, 100, 4.5, is_bar=False)], [Box(0, 0, 100, 200)], FIELD)
    assert label.text.endswith("…")
    wide = text_width(label.text, 12, 650)
    assert (label.x - wide if label.ends else label.x + wide) == pytest.approx(FIELD.left + 250, abs=200)
    assert (label.x - wide >= 100) if label.ends else (label.x + wide <= 400)


def test_a_selection_moves_nothing_and_dims_the_rest():
    """Same marks, same places; the selected label is bold."""
    plain, chosen = draw(), draw(selected="vote")
    assert [mark.name for mark in plain.marks] == [mark.name for mark in chosen.marks]
    assert words(plain) == words(chosen)
    places = [[(trace.x, trace.y) for trace in scatters(each, "text")] for each in (plain, chosen)]
    assert places[0] == places[1]
    bold = [scatters(each, "text")[0].textfont.weight.count(650) for each in (plain, chosen)]
    assert bold[1] == bold[0] + 1


def test_light_and_dark_differ_in_colours_alone():
    """So that the page can switch at once."""
    drawn = [draw(palette=palette, selected="vote") for palette in (LIGHT, DARK)]
    light, dark = (re.sub("#[0-9a-f]{6}", "", each.figure.to_json()) for each in drawn)
    assert light == dark
    assert drawn[0].marks == drawn[1].marks


def test_hostile_titles_are_drawn_as_they_stand():
    """No tag, entity or formula of a title is read by Plotly."""
    drawing = draw((step("a", "agreed", "2025-09-04", title="<b>x</b> $y$ & z"),), ())
    assert "&lt;b&gt;x&lt;/b&gt; &#36;y&#36; &amp; z" in words(drawing)


def test_a_problem_is_on_the_mark_and_in_its_name():
    """On a count, too."""
    drawing = draw(troubled={"talks": Severity.ERROR, "drones": Severity.WARNING})
    assert any("has a problem" in mark.name for mark in drawing.marks if mark.events == ("talks",))
    assert sum(len(trace.x) for trace in scatters(drawing, "markers+text")) == 2


def test_nothing_to_draw_is_said():
    """An empty ladder is a figure still, without marks."""
    drawing = draw((STEPS[-1],), ())
    assert drawing.marks == ()
    assert drawing.sentences == ("No event here has both a level and a date",)
    assert "without events. 1 event with a level but no date is not on it." in drawing.description


def test_where_lines_are_many_only_those_of_the_selected_are_drawn():
    """Forty-one lines would hide the marks; it says so, and the description counts them all."""
    steps = tuple(step(f"s{index}", LEVELS[index % 9], f"{1980 + index}-03-03") for index in range(42))
    joins = tuple(Join(f"s{index}", f"s{index + 1}", "relation") for index in range(41))

    def points(**choices):
        return sum(len(trace.x) for trace in scatters(draw(steps, joins, width=4000, **choices), "lines"))

    told = "Too many lines to draw at once (41): only those of the selected event are drawn"
    assert told in draw(steps, joins, width=4000).sentences
    assert "41 lines join events" in draw(steps, joins, width=4000).description
    assert points() < points(selected="s7")


def test_each_label_leads_where_its_mark_leads():
    """By its place among the words of the figure, the last trace."""
    drawing = draw()
    words = drawing.content["data"][-1]["text"]
    marked = [mark.events for mark in drawing.marks]
    assert len(drawing.names) > 3
    for name in drawing.names:
        assert name.curve == len(drawing.content["data"]) - 1
        assert words[name.point] == name.name
        assert name.events in marked
