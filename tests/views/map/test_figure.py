"""The map as a figure: what can be pressed, how it is named, and what it says."""

import json

import pytest

from dashboard.model.problem import Severity
from dashboard.query.reading import Support
from dashboard.views.drawing.palette import DARK, LIGHT, contrast
from dashboard.views.map.basemap import NOTE
from tests.views.map import cases as case


def drawn(readings, **more):
    """The map at the size it has on the page."""
    return case.draw(readings, **more)


def main_marks(drawing):
    """The marks of the main map, without those of the inset."""
    return [mark for mark in drawing.marks if drawing.figure.data[mark.curve].geo == "geo"]


def mark_of(drawing, event):
    """The mark of the main map that an event is in; not the one around it, where it is opened."""
    return next(mark for mark in main_marks(drawing) if event in mark.events)


def marker_of(drawing, event):
    """Colour, outline colour and size of an event's mark."""
    mark = mark_of(drawing, event)
    marker = drawing.figure.data[mark.curve].marker
    return marker.color[mark.point], marker.line.color[mark.point], marker.size[mark.point]


@pytest.mark.parametrize("width", [390, 912, 1400])
@pytest.mark.parametrize("view", ["fit", "world"])
@pytest.mark.parametrize("readings", [case.article(), case.many(300, 120)], ids=["article", "many"])
def test_every_event_is_reached_by_exactly_one_mark_of_the_main_map(readings, view, width):
    """At every width, in both views, and each mark is a point of its trace."""
    drawing = drawn(readings, view=view, width=width, height=width // 2)
    events = [event for mark in main_marks(drawing) for event in mark.events]
    assert sorted(events) == sorted(each.id for each in readings)
    for mark in drawing.marks:
        assert mark.point < len(drawing.figure.data[mark.curve].lon)
        assert drawing.figure.data[mark.curve].hoverinfo == "text"


def test_quito_and_manta_are_one_count_in_the_world_and_two_in_the_inset():
    """Nine events at the scale of the Pacific; five and four, and Ecuador's two, over empty sea."""
    drawing = drawn(case.article())
    assert mark_of(drawing, "quito-0") == mark_of(drawing, "manta-0")
    inset = [mark for mark in drawing.marks if drawing.figure.data[mark.curve].geo == "geo2"]
    assert sorted(len(mark.events) for mark in inset) == [2, 4, 5]
    assert drawing.sentences == ("Crowded places are drawn again in the frame.", NOTE)


@pytest.mark.parametrize(("width", "height"), [(390, 200), (700, 350)])
def test_there_is_no_inset_and_no_legend_without_room(width, height):
    """A narrow map keeps its place for the marks."""
    drawing = drawn(case.article(), width=width, height=height)
    assert {trace.geo for trace in drawing.figure.data} == {"geo"}
    assert bool(drawing.figure.layout.annotations) is (width > 560)


def test_names_begin_with_the_title_or_the_number_of_events_at_the_place():
    """As a screen reader says them."""
    drawing = drawn([*case.article(), case.reading("suva", case.SUVA, title="A meeting in Suva")])
    assert mark_of(drawing, "suva").name.startswith("A meeting in Suva, at Suva")
    assert mark_of(drawing, "seoul-0").name.startswith("3 events at Seoul")
    assert mark_of(drawing, "quito-0").name.startswith("9 events at Carondelet Palace, Quito and Eloy Alfaro air base")
    assert mark_of(drawing, "ecuador-0").name.startswith("2 events in Ecuador, exact place not known")


def test_a_name_says_what_the_colour_cannot():
    """How the place is carried, that threads meet, and that has a problem."""
    readings = [
        case.reading("a", case.SEOUL),
        case.reading("b", case.SEOUL, thread=case.KOREA, carried=Support.INFERRED),
    ]
    name = drawn(readings, troubled={"b": Severity.ERROR}).marks[0].name
    assert name == "2 events at Seoul; place from another source and inferred; 2 threads; problems in 1"


@pytest.mark.parametrize("carried", [Support.EXTERNAL, Support.NOT_CHECKABLE, Support.INFERRED, Support.NOT_FOUND])
def test_only_a_quoted_place_is_solid(carried):
    """Hollow: the ground's colour within the thread's; solid: the thread's colour."""
    drawing = drawn(
        [case.reading("quoted", case.SEOUL, carried=Support.QUOTED), case.reading("other", case.SUVA, carried=carried)]
    )
    assert marker_of(drawing, "quoted")[0] == LIGHT.threads[0]
    assert marker_of(drawing, "other")[:2] == (LIGHT.bg, LIGHT.threads[0])


def test_a_failed_place_is_crossed():
    """The one sign that only a failed quote has."""
    crossed = [
        t
        for t in drawn([case.reading("x", case.SEOUL, carried=Support.NOT_FOUND)]).figure.data
        if t.marker.symbol == "x-thin-open"
    ]
    sound = [
        t for t in drawn([case.reading("x", case.SEOUL)]).figure.data if t.marker and t.marker.symbol == "x-thin-open"
    ]
    assert len(crossed) == 1
    assert sound == []


def test_a_count_is_solid_only_when_all_of_it_is_quoted():
    """One event from outside makes the whole count hollow."""
    quoted = [case.reading(f"q-{n}", case.SEOUL, carried=Support.QUOTED) for n in range(3)]
    assert marker_of(drawn(quoted), "q-0")[0] == LIGHT.threads[0]
    assert marker_of(drawn([*quoted, case.reading("x", case.SEOUL)]), "q-0")[0] == LIGHT.bg


def test_a_count_of_several_threads_has_the_colour_of_none():
    """Neither thread's colour stands for both: under its ring of shares it is grey."""
    readings = [case.reading("a", case.SEOUL), case.reading("b", case.SEOUL, thread=case.KOREA)]
    assert marker_of(drawn(readings), "a")[1] == LIGHT.muted


def ring_of(drawing):
    """Length in pixels of the strokes around the only count, by colour, and how far each is from its middle."""
    (marker,) = [t["marker"] for t in drawing.content["data"] if t.get("marker", {}).get("symbol") == "line-ew-open"]
    length = {}
    for color, size in zip(marker["color"], marker["size"], strict=True):
        length[color] = length.get(color, 0) + size
    return length, set(marker["standoff"])


@pytest.mark.parametrize("carried", [Support.QUOTED, Support.EXTERNAL])
def test_a_ring_around_a_count_has_the_shares_of_its_threads(carried):
    """Six events of one thread and two of another: three quarters, and one; at the edge of its disc."""
    readings = [case.reading(f"a-{n}", case.SEOUL, carried=carried) for n in range(6)]
    readings += [case.reading(f"b-{n}", case.SEOUL, thread=case.KOREA, carried=carried) for n in range(2)]
    drawing = drawn(readings)
    length, away = ring_of(drawing)
    assert list(length) == [LIGHT.threads[0], LIGHT.threads[1]]
    assert length[LIGHT.threads[0]] / sum(length.values()) == pytest.approx(0.75, abs=0.02)
    assert away == {round(marker_of(drawing, "a-0")[2] / 2, 2)}


def test_a_ring_has_the_colours_of_five_threads_and_one_grey_for_the_others():
    """The five largest; events without a thread are grey, too."""
    threads = [f"t-{n}" for n in range(7)]
    readings = [
        case.reading(f"e-{index}-{n}", case.SEOUL, thread=thread)
        for index, thread in enumerate([*threads, None])
        for n in range(9 - index)
    ]
    length, _ = ring_of(drawn(readings, threads=threads))
    assert list(length) == [*LIGHT.threads[:5], LIGHT.muted]
    assert length[LIGHT.muted] / sum(length.values()) == pytest.approx((4 + 3 + 2) / len(readings), abs=0.03)


def test_a_count_of_one_thread_has_no_ring_of_shares():
    """Its outline has the thread's colour."""
    drawing = drawn([case.reading(f"a-{n}", case.SEOUL) for n in range(3)])
    assert not any(t.get("marker", {}).get("symbol") == "line-ew-open" for t in drawing.content["data"])


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("carried", [Support.QUOTED, Support.EXTERNAL])
def test_numbers_can_be_read_on_every_mark_dimmed_or_not(palette, carried):
    """At least 4.5 to 1 (WCAG 2.2) for every thread's colour."""
    for index in range(len(palette.threads)):
        threads = [f"t-{n}" for n in range(len(palette.threads))]
        held = [case.reading(f"h-{n}", case.SEOUL, thread=threads[index], carried=carried) for n in range(2)]
        readings = [*held, case.reading("other", case.SUVA)]
        for selected in (None, "other"):
            drawing = drawn(readings, threads=threads, palette=palette, selected=selected)
            fill = marker_of(drawing, "h-0")[0]
            (numbers,) = [trace for trace in drawing.figure.data if trace.mode == "text"]
            assert contrast(numbers.textfont.color[0], fill) >= 4.5, (index, selected)


def test_selecting_rings_one_mark_dims_the_rest_and_leaves_the_fill():
    """The fill means how the place is carried: a selection does not change it."""
    before, after = drawn(case.article()), drawn(case.article(), selected="seoul-1")
    own = next(mark for mark in after.marks if mark.events == ("seoul-1",))
    fill = after.content["data"][own.curve]["marker"]["color"][own.point]
    assert fill == marker_of(before, "seoul-1")[0]
    assert marker_of(after, "quito-0")[1] == LIGHT.dim_color(LIGHT.threads[0])
    rings = [trace for trace in after.figure.data if trace.marker and trace.marker.line.color == LIGHT.text]
    assert [len(ring.lon) for ring in rings] == [1]
    assert rings[0].marker.line.width == 1.6


def test_the_marks_stay_where_they_are_when_one_is_selected():
    """The reader's zoom and focus survive: same view, same nodes."""
    before, after = drawn(case.article()), drawn(case.article(), selected="seoul-1")
    assert before.figure.layout.uirevision == after.figure.layout.uirevision
    for geo in ("geo", "geo2"):
        marks = [[mark for mark in each.marks if each.figure.data[mark.curve].geo == geo] for each in (before, after)]
        assert len({each.figure.data[marks[index][0].curve].uid for index, each in enumerate((before, after))}) == 1
        assert [mark.events for mark in marks[0]] == [mark.events for mark in marks[1]][: len(marks[0])]
        assert [mark.point for mark in marks[0]] == [mark.point for mark in marks[1]][: len(marks[0])]
    assert drawn(case.article(), view="world").figure.layout.uirevision != before.figure.layout.uirevision


def test_selecting_what_is_not_on_the_map_dims_nothing():
    """An unplaced event, or an id that nobody has."""
    readings = [*case.article(), case.reading("nowhere", None)]
    for selected in ("nowhere", "no-such-event"):
        assert marker_of(drawn(readings, selected=selected), "quito-0")[1] == LIGHT.threads[0]


def test_unplaced_events_are_counted_and_listed_but_have_no_mark():
    """Nothing is invented."""
    drawing = drawn([case.reading("a", case.SEOUL), case.reading("b", None)])
    assert [mark.events for mark in drawing.marks] == [("a",)]
    assert drawing.description == "Map of 1 of 2 events: Seoul (1). 1 without a place."
    assert [row["Place"] for row in drawing.rows] == ["Seoul", "unplaced"]


def test_a_place_with_neither_point_nor_outline_is_counted():
    """A region of no country cannot be drawn; the description says so."""
    drawing = drawn([case.reading("a", case.place("levant", precision="region"))])
    assert drawing.marks == ()
    assert (
        drawing.description
        == "Map of 0 of 1 event. 0 without a place. 1 at a place with neither a point nor an outline."
    )


def test_no_events_give_a_calm_world():
    """Land without marks, and no exception."""
    drawing = drawn([])
    assert drawing.marks == ()
    assert drawing.figure.layout.geo.projection.type == "natural earth"
    assert drawing.description == "Map of 0 of 0 events. 0 without a place."


def test_rows_have_one_event_each_and_the_same_keys():
    """The table that says what the map shows."""
    rows = drawn(case.article()).rows
    assert len(rows) == 17
    assert {tuple(row) for row in rows} == {("Event", "Place", "Precision", "Evidence", "Second place")}
    assert rows[11]["Second place"] == "about South Korea"


def test_text_from_records_is_drawn_as_it_stands():
    """No tag, entity, formula, line break or turned direction reaches Plotly."""
    bad = "<b>Loja</b> &amp; $x$\n\u202eevil"
    where = case.place("loja", -4, -79.2, name=bad)
    drawing = drawn([case.reading("a", where, title=bad)])
    text = json.dumps(drawing.figure.to_plotly_json(), default=str, ensure_ascii=False)
    for trap in ("<b>", "&amp; ", "\u202e", "$x"):
        assert trap not in text
    assert "&lt;b&gt;Loja" in text
    assert drawing.marks[0].name.startswith("<b>Loja</b> &amp; $x$ evil")


@pytest.mark.parametrize("size", [(1, 1), (100, 60), (390, 844), (3000, 300)])
def test_any_size_can_be_drawn(size):
    """Before the page knows its width, and on a wall."""
    assert drawn(case.article(), width=size[0], height=size[1]).marks


def test_problems_are_marked_over_their_marks_by_the_signs_of_the_timeline():
    """An octagon for an error, a triangle for a warning, the worst of a count; each in the legend."""
    troubled = {"quito-1": Severity.ERROR, "quito-2": Severity.WARNING, "seoul-0": Severity.WARNING}
    drawing = drawn(case.article(), width=700, height=350, troubled=troubled)
    data = drawing.figure.data
    (letters,) = [trace for trace in data if trace.text and set(trace.text) == {"!"}]
    (signs,) = [trace for trace in data if "standoff" in trace.to_plotly_json().get("marker", {})]
    assert dict(zip(signs.marker.symbol, signs.marker.color, strict=True)) == {
        "octagon": LIGHT.bad,
        "triangle-up": LIGHT.text,
    }
    assert signs.lon == letters.lon
    at = {drawing.figure.data[mark.curve].lon[mark.point]: mark.events for mark in main_marks(drawing)}
    assert ["quito-1" in at[lon] for lon in signs.lon] == [symbol == "octagon" for symbol in signs.marker.symbol]


def test_the_legend_shows_the_signs_of_problems_and_the_colours_of_threads():
    """Each thread by name and in its colour, where there are several."""
    titles = dict(zip(case.THREADS, ("Bases in Ecuador", "Costs in Korea"), strict=False))
    layout = drawn(case.article(), titles=titles, troubled={"quito-1": Severity.ERROR}).figure.layout
    words = [note.text for note in layout.annotations]
    assert {"Bases in Ecuador", "Costs in Korea", "an error in the record"} <= set(words)
    assert "a warning in the record" not in words
    assert {*LIGHT.threads[:2], LIGHT.bad} <= {shape.fillcolor for shape in layout.shapes}
    one = [each for each in case.article() if each.thread == case.THREADS[0]]
    assert "Bases in Ecuador" not in {note.text for note in drawn(one, titles=titles).figure.layout.annotations}


def test_each_name_from_the_records_leads_where_its_mark_leads():
    """Also in the inset; a country's name that no record gave leads nowhere."""
    drawing = drawn(case.article())
    found = {}
    for name in drawing.names:
        trace = drawing.figure.data[name.curve]
        found.setdefault(trace.text[name.point], []).append(name.events)
        assert name.events in [
            mark.events for mark in drawing.marks if drawing.figure.data[mark.curve].geo == trace.geo
        ]
        assert not name.toward
    written = {
        text for trace in drawing.content["data"] if trace.get("mode") == "markers+text" for text in trace["text"]
    }
    assert {"Manta", "Quito"} <= found.keys() < written


def test_the_name_of_a_second_place_leads_to_the_events_that_speak_of_it():
    """Where no event happened: there is no mark beside it."""
    seoul = case.place("seoul", 37.57, 126.98, name="Seoul")
    readings = [case.reading(f"said-{number}", case.place("quito", -0.2, -78.5), about=[seoul]) for number in (1, 2)]
    drawing = drawn(readings)
    (name,) = [each for each in drawing.names if each.toward]
    assert (name.events, name.toward, name.name) == (("said-1", "said-2"), "seoul", "Seoul, mentioned in 2 events")
    assert drawing.figure.data[name.curve].text[name.point] == "Seoul"
