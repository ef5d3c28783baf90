"""The timeline as a figure: what stands where, what can be pressed, and what is said of it."""

import re
from datetime import date
from functools import cache
from itertools import pairwise
from time import perf_counter

import pytest

from dashboard.model.problem import Severity
from dashboard.query.reading import Support
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.drawing.text import text_width
from dashboard.views.timeline.figure import event_timeline
from tests.views.timeline.cases import ECUADOR, KOREA, THREADS, TODAY, article, drawn, every_kind, many, reading

WIDTHS = (390, 640, 1440, 1920)
CASES = {"article": article, "every kind": every_kind, "thousand": cache(lambda: many(1000))}


def trace(drawing, kind):
    """The one trace that draws `kind`: pressed, words, discs."""
    modes = {"words": "text", "discs": "markers"}
    if kind == "pressed":
        return drawing.figure.data[0]
    return next(each for each in drawing.figure.data if each.type == "scatter" and each.mode == modes[kind])


def boxes(drawing, width):
    """What can be pressed: left, top, right, bottom in pixels."""
    bars = trace(drawing, "pressed")
    for base, length, middle, height in zip(bars.base, bars.x, bars.y, bars.width, strict=True):
        yield base * width, middle - height / 2, (base + length) * width, middle + height / 2


def words(drawing, width):
    """Every label, mark's or axis's: text, left, middle, right in pixels."""
    texts = trace(drawing, "words")
    fonts = zip(texts.textfont.size, texts.textfont.weight, strict=True)
    for text, x, y, at, (size, weight) in zip(texts.text, texts.x, texts.y, texts.textposition, fonts, strict=True):
        yield _box(plain(text), x * width, y, at.split()[1], size, weight)


def places(drawing):
    """Where each word stands, by its text."""
    texts = trace(drawing, "words")
    return dict(zip(texts.text, zip(texts.x, texts.y, strict=True), strict=True))


def _box(text, x, y, side, size, weight):
    length = text_width(text, size, weight)
    start = {"right": x, "left": x - length, "center": x - length / 2}[side]
    return text, start, y, start + length, size


def plain(text):
    """Undoes what keeps Plotly from reading a text."""
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&#36;", "$"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("scale", ["all", "busy", "even"])
def test_no_two_labels_overlap_and_none_is_cut_off(width, case, scale):
    """At every width the boxes of all words are disjoint and within the figure."""
    found = sorted(words(drawn(CASES[case](), width, scale=scale), width), key=lambda each: (each[2], each[1]))
    for index, (text, left, middle, right, size) in enumerate(found):
        assert left > -1.5, text
        assert right < width + 1.5, text
        for other, other_left, other_middle, other_right, other_size in found[index + 1 :]:
            if other_middle - middle >= size:
                break
            if other_middle - middle < (size + other_size) / 2 - 1:
                assert right <= other_left + 0.5 or other_right <= left + 0.5, (text, other)


@pytest.mark.parametrize("width", range(1000, 2600, 100))
def test_the_line_for_today_crosses_no_number_of_a_count(width):
    """It stands beside the line, wherever in its count today is."""
    days = ("2016-02-01", *(["2026-11-24"] * 30))
    drawing = drawn([reading(f"e{number}", day, "A vote") for number, day in enumerate(days)], width, scale="even")
    [line] = [each.x0 * width for each in drawing.figure.layout.shapes if each.line.width == 1.2]
    numbers = [(left, right) for text, left, _, right, size in words(drawing, width) if text.isdecimal() and size == 10]
    assert numbers
    assert all(right < line - 1 or line + 1 < left for left, right in numbers)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case", CASES)
def test_what_can_be_pressed_does_not_overlap(width, case):
    """No two pressed boxes share a pixel: each point of the figure answers for one mark at most."""
    found = sorted(boxes(drawn(CASES[case](), width), width), key=lambda box: (box[1], box[0]))
    for box, after in pairwise(found):
        assert after[1] >= box[3] - 0.01 or after[0] >= box[2] - 0.01


@pytest.mark.parametrize("scale", ["all", "busy", "even"])
@pytest.mark.parametrize("case", CASES)
def test_every_dated_event_is_reached_by_exactly_one_mark(case, scale):
    """Marks, counts and what stands at the edges add up to all events with a date; a mark on a bar is in it, too."""
    readings = CASES[case]()
    drawing = drawn(readings, scale=scale)
    has_bars = any(sentence.startswith("Bars: ") for sentence in drawing.sentences)
    counts = [mark for mark in drawing.marks if not has_bars or re.match(r"[\d,]+ events? in ", mark.name)]
    marked = [event for mark in drawing.marks if mark not in counts for event in mark.events]
    reached = [event for mark in counts for event in mark.events]
    assert len(set(marked)) == len(marked)
    assert set(marked) <= set(reached)
    assert sorted(reached) == sorted(each.id for each in readings if each.date.value)
    assert {mark.curve for mark in drawing.marks} == {0}
    assert [mark.point for mark in drawing.marks] == list(range(len(trace(drawing, "pressed").x)))


def test_a_mark_is_named_by_its_title_its_date_and_how_that_is_carried():
    """A screen reader hears title, date in words, and whether the date is quoted."""
    names = {mark.events: mark.name for mark in drawn(article(), troubled={"event-4": Severity.ERROR}).marks}
    assert names["event-6",] == "Drones for Ecuador’s navy, 4 September 2025, date from another source"
    assert names["event-4",].endswith("date from another source, has a problem")


def test_counts_are_named_by_their_number():
    """Where marks crowd, a count says how many events of which thread, and from when to when."""
    counts = [mark for mark in drawn(many(1000)).marks if len(mark.events) > 1]
    assert counts
    for mark in counts:
        assert mark.name.startswith(f"{len(mark.events)} events in ")


def test_the_undated_are_counted_but_not_marked():
    """The event without a date is in the description, in its lane's note and in the table."""
    drawing = drawn(article())
    assert drawing.description.endswith("1 event without a date is not on the line.")
    assert "5 on the line · 1 undated" in list(trace(drawing, "words").text)
    assert drawing.rows[-1] == {
        "Event": "Trump on who pays for the base in South Korea",
        "Date": "undated",
        "Thread": "Who pays for U.S. forces in S. Korea",
        "Evidence": "unknown",
    }


def test_sentences_say_only_what_applies():
    """The article's timeline is widened and narrowed, and all its dates come from outside."""
    assert drawn(article()).sentences == (
        "Time axis stretched where events cluster, empty years narrowed",
        "Hollow: date from another source",
    )
    assert drawn(article(), scale="busy").sentences[0] == "Only the busiest period: 4 earlier at its edge"
    assert drawn(article(), scale="even").sentences[0] == "True to scale"
    assert drawn(article()[:3], scale="busy").sentences[0] == "No period is busier than the rest, so all of it is shown"


def test_every_kind_of_sign_is_explained():
    """Each sign that is drawn has its sentence."""
    sentences = " ".join(drawn(every_kind(), troubled={"kind-0": Severity.ERROR, "kind-1": Severity.WARNING}).sentences)
    for word in ("Hollow", "not checkable", "inferred", "Solid", "Crossed", "Dashed", "Fading", "Octagon", "Triangle"):
        assert word in sentences


@pytest.mark.parametrize(
    ("carried", "symbol", "is_hollow"),
    [
        (Support.QUOTED, "circle", False),
        (Support.EXTERNAL, "circle", True),
        (Support.NOT_CHECKABLE, "circle", True),
        (Support.INFERRED, "circle", True),
        (Support.NOT_FOUND, "circle-x", True),
    ],
)
def test_fill_says_how_the_date_is_carried(carried, symbol, is_hollow):
    """Solid is quoted, crossed is failed, hollow is anything else."""
    discs = trace(drawn((reading("one", "2025-09-04", "One", carried=carried),)), "discs")
    assert discs.marker.symbol[0] == symbol
    assert discs.marker.color[0] == (LIGHT.bg if is_hollow else LIGHT.thread(0))


def dashed(drawing):
    """The colours in which dashed lines are drawn."""
    return [
        each.line.color for each in drawing.figure.data if each.type == "scatter" and "px" in (each.line.dash or "")
    ]


@pytest.mark.parametrize(
    ("when", "lasted", "is_dashed"),
    [
        ("2025-09-04", False, False),
        ("2025-09-04?", False, True),
        ("2025-09-04~", False, True),
        ("2009", False, True),
        ("2009", True, True),
        ("200X", False, True),
        ("2025-09", False, True),
        ("2025-09", True, True),
        ("1999-11-12/2009-09-18", True, False),
        ("1999-11-12/2009-09-18", False, True),
    ],
)
def test_the_outline_says_doubt(when, lasted, is_dashed):
    """Dashed: uncertain, approximate, a whole year or decade, or some time within a span."""
    assert bool(dashed(drawn((reading("one", when, "One", lasted=lasted),)))) is is_dashed


def test_a_year_is_as_wide_as_a_year():
    """The bar of a whole year runs from its 1 January to its 31 December."""
    readings = (
        reading("year", "2009", "Year"),
        reading("first", "2009-01-01", "First"),
        reading("last", "2009-12-31", "Last"),
    )
    drawing = drawn(readings)
    bar = next(each for each in drawing.figure.data[1:] if each.type == "bar")
    first, last = trace(drawing, "discs").x
    assert bar.base[0] == pytest.approx(first, abs=0.001)
    assert bar.base[0] + bar.x[0] == pytest.approx(last, abs=0.001)


def test_an_open_end_is_one_polygon_that_fades_and_stops_short_of_today():
    """A gradient that is full for 35 % of the bar: nothing meets, so no hairline shows."""
    drawing = drawn((reading("open", "2025-09-04/..", "Talks go on", lasted=True, carried=Support.QUOTED),))
    (fade,) = [each for each in drawing.figure.data if each.type == "scatter" and each.fill == "toself"]
    assert [stop[0] for stop in fade.fillgradient.colorscale] == [0, 0.35, 1]
    assert fade.fillgradient.colorscale[2][1].endswith(",0)")
    assert max(fade.x) < places(drawing)["today"][0]
    (box,) = boxes(drawing, 1392)
    assert box[0] < fade.x[0] * 1392 < fade.x[1] * 1392 < box[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_selecting_rings_one_and_dims_the_rest(palette):
    """The selected keeps its colour, has a ring and a bold label in the text's colour; the others are dimmed."""
    drawing = drawn(article(), palette=palette, selected="event-6")
    texts = trace(drawing, "words")
    by_text = dict(zip(texts.text, zip(texts.textfont.color, texts.textfont.weight, strict=True), strict=True))
    assert by_text.pop("Drones for Ecuador’s navy") == (palette.text, 650)
    others = [by_text[each.event.title] for each in article() if each.event.title in by_text]
    assert len(others) > 10
    assert set(others) == {(palette.muted, 400)}
    colors = set(trace(drawing, "discs").marker.line.color)
    assert colors == {palette.thread(0), palette.dim_color(palette.thread(0)), palette.dim_color(palette.thread(1))}
    rings = [each for each in drawing.figure.data if each.type == "scatter" and each.line.color == palette.text]
    assert [ring.line.width for ring in rings] == [1.6]


@pytest.mark.parametrize("width", [358, 1392])
def test_selecting_moves_nothing(width):
    """Boxes and heights are the same whatever is selected."""
    plain_drawing = drawn(article(), width)
    for each in article():
        chosen = drawn(article(), width, selected=each.id)
        assert list(boxes(chosen, width)) == list(boxes(plain_drawing, width))
        assert chosen.figure.layout.height == plain_drawing.figure.layout.height


def test_lanes_follow_the_threads_and_those_without_come_last():
    """Names stand in the registry's order whatever comes first in time."""
    readings = (
        reading("a", "2001", "A", thread=None),
        reading("b", "2002", "B", thread=KOREA),
        reading("c", "2003", "C"),
    )
    found = places(drawn(readings))
    assert found["U.S. troops in Ecuador"][1] < found["Who pays for U.S."][1] < found["No thread"][1]


def test_an_unregistered_thread_is_no_thread():
    """An event of a thread that the registry lacks is drawn, in the last lane."""
    drawing = drawn((reading("a", "2001", "A", thread="elsewhere"),))
    assert "No thread" in list(trace(drawing, "words").text)
    assert len(drawing.marks) == 1


def test_many_threads_share_a_lane():
    """From the twelfth on, threads share one lane, so that the figure's height is bounded."""
    threads = {f"t{index}": THREADS[ECUADOR].model_copy(update={"title": f"Thread {index}"}) for index in range(40)}
    readings = [reading(f"e{index}", "2025-09-04", "Event", thread=f"t{index}") for index in range(40)]
    drawing = event_timeline(readings, threads=threads, palette=LIGHT, width=1392, today=TODAY)
    assert "29 more threads" in list(trace(drawing, "words").text)
    assert sum(len(mark.events) for mark in drawing.marks) == 40


def test_names_stand_above_their_lanes_where_it_is_narrow():
    """Under 640 pixels the plot takes the whole width; from there on a column holds the names."""
    assert {row[0] for row in drawn(article(), 639).days if row[0] < 100 / 639}
    assert not {row[0] for row in drawn(article(), 640).days if row[0] < 100 / 640}


HOSTILE = "<b>Bold</b> & <a href='x'>link</a> &lt;i&gt; $x^2$\n\u202eturned"


def test_text_from_records_is_never_read_as_markup():
    """Tags, entities, formulas, line breaks and direction marks are drawn as they stand, or left out."""
    drawing = drawn((reading("one", "2025-09-04", HOSTILE),))
    text = trace(drawing, "words").text[0]
    assert (
        text == "&lt;b&gt;Bold&lt;/b&gt; &amp; &lt;a href='x'&gt;link&lt;/a&gt; &amp;lt;i&amp;gt; &#36;x^2&#36; turned"
    )
    assert trace(drawing, "pressed").hovertext[0].startswith(text)
    assert drawing.marks[0].name.startswith("<b>Bold</b> & <a href='x'>link</a> &lt;i&gt; $x^2$ turned, 4 Sept")


def test_a_title_that_runs_to_the_left_is_cut_at_its_left():
    """The ellipsis of a cut Arabic title is followed by a mark that keeps it at the text's end."""
    drawing = drawn((reading("one", "2025-09-04", "وزيرة خارجية الإكوادور تلتقي روبيو في كيتو " * 8),))
    assert trace(drawing, "words").text[0].endswith("…\u200f")


def test_an_empty_timeline_is_calm():
    """Without readings: an axis around today, no marks, and not a word of dates that would be missing."""
    drawing = drawn(())
    assert drawing.marks == ()
    assert drawing.description == "Timeline. No events shown."
    assert drawing.sentences == ("No events shown",)
    assert list(trace(drawing, "words").text) == ["2025", "2026", "2027", "today"]


def test_events_without_a_date_are_no_empty_timeline():
    """They are shown, and their dates are what is missing."""
    drawing = drawn((reading("one", None, "Something happens"),))
    assert drawing.description == "Timeline without dated events. 1 event without a date is not on the line."
    assert drawing.sentences == ("No event here has a date",)


def test_one_event_in_a_count_is_told_as_one():
    """Number and verb agree, whatever the number."""
    crowded = many(400)
    drawing = drawn(crowded)
    assert re.search(r"\d events where marks crowd are drawn as counts", ". ".join(drawing.sentences))
    counted = {mark.events[0] for mark in drawing.marks if len(mark.events) > 1}
    one = [each for each in crowded if each.id in counted][:1]
    assert "1 event where marks crowd is drawn as a count" in drawn(one, within=crowded).sentences


@pytest.mark.parametrize("scale", ["all", "busy", "even"])
@pytest.mark.parametrize("width", [1, 358, 1392])
@pytest.mark.parametrize(
    "whens",
    [
        ["2008-07-29"],
        ["2025-09-04"] * 30,
        ["0001-01-01", "9999-12-31"],
        ["9999-12-31/.."],
        ["../0001-01-01"],
        ["2031-01-01"],
    ],
    ids=["one event", "all on one day", "first and last day", "open after the last", "open before the first", "future"],
)
def test_odd_sets_of_dates_are_drawn(whens, width, scale):
    """Every event is reached and stands within the figure, and today is on the line where all time is shown."""
    readings = [reading(f"e{index}", when, "Something happens", lasted="/" in when) for index, when in enumerate(whens)]
    drawing = drawn(readings, width, scale=scale)
    width = drawing.figure.layout.width
    assert sum(len(mark.events) for mark in drawing.marks) == len(whens)
    assert all(left > -8 and right < width + 8 for left, _, right, _ in boxes(drawing, width))
    if scale != "busy":
        assert "today" in list(trace(drawing, "words").text)


def test_dates_to_come_stand_right_of_today():
    """The line for today stands inside the figure, before what is to come."""
    drawing = drawn((reading("one", "2025-09-04", "One"), reading("two", "2031-01-01", "Two")))
    today = places(drawing)["today"][0]
    one, two = trace(drawing, "discs").x
    assert one < today < two


def test_the_reader_s_zoom_is_kept_within_a_scale():
    """`uirevision` names the scale alone."""
    one, other = drawn(article(), selected="event-1"), drawn(many(17))
    assert one.figure.layout.uirevision == other.figure.layout.uirevision
    assert one.figure.layout.uirevision != drawn(article(), scale="even").figure.layout.uirevision


@pytest.mark.proof
def test_a_figure_of_ten_thousand_events_is_bounded():
    """As many marks as fit are drawn, the rest are counts; the figure stays small, and is made in seconds."""
    readings = many(10_000)
    began = perf_counter()
    drawing = drawn(readings)
    assert perf_counter() - began < 15
    assert len(drawing.marks) < 600
    assert len(drawing.figure.to_json()) < 400_000
    assert drawing.figure.layout.height < 700


def test_the_table_has_one_row_an_event():
    """The same keys in each row, in the order of the readings."""
    rows = drawn(article()).rows
    assert len(rows) == 17
    assert {tuple(row) for row in rows} == {("Event", "Date", "Thread", "Evidence")}
    assert rows[0]["Event"] == "Ecuador hosts a U.S. military base"


def test_today_at_the_last_day_of_all_years():
    """The calendar's end is no exception."""
    assert drawn((reading("one", "9999-12-31", "One"),), today=date.max).marks


@pytest.mark.parametrize("selected", [None, "event-6"])
@pytest.mark.parametrize("case", CASES)
def test_light_and_dark_differ_in_colours_alone(case, selected):
    """The host switches themes without another run: both figures have the same parts in the same places."""
    light = drawn(CASES[case](), selected=selected, palette=LIGHT).figure.to_json()
    dark = drawn(CASES[case](), selected=selected, palette=DARK).figure.to_json()
    color = r"#[0-9a-f]{6}|rgba\(\d+,\d+,\d+,0\)"
    assert light != dark
    assert re.sub(color, "", light) == re.sub(color, "", dark)


def test_the_strip_shows_all_time_on_every_widened_scale():
    """What lies beyond the edges of busy time still has its tick on the strip below."""

    def ticks(scale):
        shapes = drawn(article(), scale=scale).figure.layout.shapes
        return sum(shape.path.count("M") for shape in shapes if shape.line.width in (1.4, 3))

    assert ticks("busy") == ticks("all") > 0
    assert ticks("even") == 0
