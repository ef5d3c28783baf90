"""The network of who acts on whom."""

import json

import pytest

from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.model.registry import Actor
from dashboard.query.actors import cast_of
from dashboard.query.interactions import Quad, ties_of
from dashboard.query.reading import Mode, resolve_events
from dashboard.views.drawing.palette import DARK, LIGHT, contrast
from dashboard.views.network.columns import columns_of
from dashboard.views.network.figure import MOST_ACTORS, MOST_TIES, actor_network
from dashboard.views.network.layout import most_columns, net_of
from dashboard.views.network.paths import ways_of
from dashboard.views.network.quadrants import STROKES

COUNTRIES = ("EC", "US", "KR", "FR", None)
EXTERNAL = {"basis": "external", "sources": ["voa"]}
SAID = {"said": {"text": "It is said.", "sources": ["voa"]}}
TYPES = ("agree", "aid", "accuse", "assault", None)


def actors(number, name="Ministry {} of affairs"):
    return {
        f"a{index}": Actor.model_validate(
            {
                "id": f"a{index}",
                "name": name.format(index),
                "kind": "person" if index % 3 == 0 else "ministry",
                "country": COUNTRIES[index % len(COUNTRIES)],
            }
        )
        for index in range(number)
    }


def interaction(index, kind, *parts):
    who = [{"actor": actor, "role": role, "assessed": EXTERNAL} for actor, role in parts]
    what = {"type": kind} if kind else {}
    return Event.model_validate(
        {"id": f"e{index}", "title": f"Event {index}", "what": what, "who": who, "claims": SAID}
    )


def pairs(number, of):
    return [
        interaction(
            index, TYPES[index % 5], (f"a{index * 7 % of}", "initiator"), (f"a{(index * 11 + 1) % of}", "recipient")
        )
        for index in range(number)
    ]


def cast(events, registry):
    evidence = evidence_of({event.id: event for event in events}, {})
    return cast_of(resolve_events(events, {}, evidence, Mode.ASSESSED), registry, evidence, Mode.ASSESSED)


def layout(found, width):
    ties = ties_of(found.interactions, found.dossiers)
    names = {id_: dossier.name for id_, dossier in found.dossiers.items()}
    ends = {end for tie in ties for end in (tie.source, tie.target)}
    groups = {id_: str(found.dossiers[id_].actor.country) for id_ in found.dossiers if id_ in ends}
    net = net_of(columns_of(groups, ties, most_columns(width)), names, width)
    return net, ways_of(ties, net)


@pytest.mark.parametrize("width", [240, 358, 700, 912, 1392])
@pytest.mark.parametrize("number", [2, 15, 40])
def test_no_label_meets_another_and_none_leaves_the_figure(width, number):
    """Whatever the width, and however many there are."""
    net, _ = layout(cast(pairs(60, number), actors(number)), width)
    nodes = sorted(net.nodes.values(), key=lambda node: node.y)
    for index, one in enumerate(nodes):
        assert one.left >= 0
        assert one.right <= width
        assert 0 < one.y < net.height
        for other in nodes[index + 1 :]:
            is_beside = one.right <= other.left or other.right <= one.left
            assert is_beside or other.y - one.y >= 24


@pytest.mark.parametrize("width", [358, 912])
def test_ties_stay_inside_the_figure_and_end_at_their_actors(width):
    """From the one to the other, never out of sight."""
    net, ways = layout(cast(pairs(40, 20), actors(20)), width)
    assert ways
    for way in ways:
        assert all(0 <= x <= width and -4 <= y <= net.height + 4 for x, y in way.points)
        for (_, y), end in ((way.points[0], way.tie.source), (way.points[-1], way.tie.target)):
            assert abs(y - net.nodes[end].y) <= net.row / 2


def test_dots_of_a_small_network_keep_apart():
    """Each can be pressed by itself, and stands on no label."""
    net, ways = layout(cast(pairs(12, 12), actors(12)), 912)
    dots = [way.points[way.dot] for way in ways]
    for index, (x, y) in enumerate(dots):
        assert all(abs(x - a) + abs(y - b) >= 12 for a, b in dots[index + 1 :])
        assert not any(n.left <= x <= n.right and abs(n.y - y) < 8 for n in net.nodes.values())


def test_actors_of_a_country_stand_together_under_its_name():
    """Each country once, with all its actors in one column."""
    found = cast(pairs(30, 15), actors(15))
    net, _ = layout(found, 912)
    assert sorted(heading.words for heading in net.headings) == ["EC", "FR", "KR", "None", "US"]
    for country in COUNTRIES:
        columns = {
            net.nodes[id_].column
            for id_ in net.nodes
            if found.dossiers[id_].actor and found.dossiers[id_].actor.country == country
        }
        assert len(columns) == 1


def test_the_same_events_are_drawn_the_same_way():
    """Nothing is left to chance; the themes differ in colours alone."""
    found = cast(pairs(30, 15), actors(15))
    first, again = (actor_network(found, palette=LIGHT, width=912).figure.to_json() for _ in range(2))
    assert first == again
    dark = json.loads(actor_network(found, palette=DARK, width=912).figure.to_json())
    light = json.loads(first)
    assert [trace.get("x") for trace in light["data"]] == [trace.get("x") for trace in dark["data"]]
    assert light["data"] != dark["data"]


def test_every_actor_and_every_tie_is_a_mark():
    """An actor reports itself, a tie its events; each is at the point that its mark says."""
    events = [
        interaction(0, "aid", ("a0", "initiator"), ("a1", "recipient")),
        interaction(1, "aid", ("a0", "initiator"), ("a1", "recipient")),
        interaction(2, None, ("a2", "initiator"), ("a1", "initiator")),
    ]
    drawing = actor_network(cast(events, actors(4)), palette=LIGHT, width=912)
    people = [mark for mark in drawing.marks if mark.press]
    ties = [mark for mark in drawing.marks if not mark.press]
    assert {mark.press for mark in people} == {("actor", id_) for id_ in ("a0", "a1", "a2")}
    assert {mark.events: mark.name for mark in ties} == {
        ("e0", "e1"): "Ministry 0 of affairs to Ministry 1 of affairs: material cooperation, 2 events",
        ("e2",): "Ministry 1 of affairs and Ministry 2 of affairs: no type, 1 event",
    }
    data = json.loads(drawing.figure.to_json())["data"]
    assert len({mark.curve for mark in ties}) == len(ties)
    assert all(data[mark.curve]["marker"]["size"][mark.point] > 12 for mark in ties)


def test_the_table_has_every_deed_drawn_or_not():
    """Those without recipients too, each in words."""
    events = [
        interaction(0, "aid", ("a0", "initiator"), ("a1", "recipient")),
        interaction(1, "accuse", ("a2", "initiator")),
        interaction(2, "consult", ("a0", "initiator"), ("a1", "initiator")),
        interaction(3, "assault", ("a1", "recipient")),
    ]
    rows = actor_network(cast(events, actors(3)), palette=LIGHT, width=912).rows
    assert [(row["Did"], row["To whom"]) for row in rows] == [
        ("aid: material cooperation", "Ministry 1 of affairs"),
        ("accuse: verbal conflict", "nobody named"),
        ("consult: verbal cooperation", "each other"),
        ("assault: material conflict", "Ministry 1 of affairs"),
    ]
    assert rows[3]["Who"] == "not named"


def test_above_forty_the_most_active_are_drawn_and_the_rest_counted():
    """The figure stays small; sentences and table say what is not in it."""
    found = cast(pairs(900, 300), actors(300))
    drawing = actor_network(found, palette=LIGHT, width=912)
    people = [mark for mark in drawing.marks if mark.press]
    assert len(people) <= MOST_ACTORS
    assert len(drawing.marks) - len(people) <= MOST_TIES
    assert any("less active" in sentence for sentence in drawing.sentences)
    assert len(drawing.rows) == len(found.interactions)
    assert len(drawing.figure.to_json()) < 400_000


def test_few_actors_that_do_everything_to_each_other_can_be_told_apart():
    """The strongest ties alone are drawn, their ends apart; of the actor that is asked for, some more."""
    events = [
        interaction(
            index,
            TYPES[index // 20 % 4],
            (f"a{index % 5}", "initiator"),
            (f"a{(index + 1 + index // 5 % 4) % 5}", "recipient"),
        )
        for index in range(400)
    ]
    found = cast(events, actors(5))
    for asked, most in ((None, 15), ("a0", 27)):
        drawing = actor_network(found, palette=LIGHT, width=912, actor=asked)
        ties = [mark for mark in drawing.marks if not mark.press]
        assert 10 <= len(ties) <= most
        assert any("not drawn: see the table" in sentence for sentence in drawing.sentences)
    names = {f"a{index}": f"Actor {index}" for index in range(5)}
    columns = columns_of(dict.fromkeys(names, ""), ties_of(found.interactions, names), 1)
    assert net_of(columns, names, 912, ends=9).row >= 2 * net_of(columns, names, 912, ends=2).row


def test_an_actor_that_is_asked_for_is_drawn_however_little_it_did():
    """And its ties alone keep their colour."""
    registry = actors(300)
    events = [*pairs(900, 100), interaction(900, "aid", ("a299", "initiator"), ("a0", "recipient"))]
    drawing = actor_network(cast(events, registry), palette=LIGHT, width=912, actor="a299")
    assert ("actor", "a299") in [mark.press for mark in drawing.marks]
    stroke = STROKES[Quad.MATERIAL_COOPERATION]
    full = (stroke.color(LIGHT), stroke.width)
    lines = [trace for trace in drawing.figure.data if trace.type == "scatter" and trace.mode == "lines"]
    alike = [trace for trace in lines if (trace.line.color, trace.line.width) == full]
    assert sum(list(trace.x).count(None) + 1 for trace in alike) == 2  # its tie, and the sample in the legend


@pytest.mark.parametrize("asked", [None, "a0", "nobody"])
def test_nothing_to_draw_is_drawn_calmly(asked):
    """No event, no actor, an actor without ties, an unknown one."""
    for registry in ({}, actors(2)):
        drawing = actor_network(cast([], registry), palette=LIGHT, width=358, actor=asked)
        assert drawing.description == "No event says who acted on whom."
        assert (drawing.marks, len(drawing.rows)) == ((), 0)


def test_the_legend_names_what_is_there_and_nothing_else():
    """In words: the quadrants drawn, and the signs."""
    events = [interaction(0, "assault", ("a1", "initiator"), ("a2", "recipient"))]
    drawing = actor_network(cast(events, actors(3)), palette=LIGHT, width=912)
    words = {each.text for each in drawing.figure.layout.annotations}
    assert "material conflict" in words
    assert not {"verbal conflict", "verbal cooperation", "material cooperation", "no type", "person"} & words


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_quadrants_are_told_apart_without_colour_and_seen_on_the_ground(palette):
    """By dashes and width; each line has a contrast of 3 to 1 at least."""
    looks = {(stroke.dashes, stroke.width) for stroke in STROKES.values()}
    assert len(looks) == len(Quad)
    for stroke in STROKES.values():
        assert contrast(stroke.color(palette), palette.bg) >= 3
    thin, thick = STROKES[Quad.VERBAL_CONFLICT], STROKES[Quad.MATERIAL_CONFLICT]
    assert thin.wide(1000) < thick.wide(1)


def test_names_are_drawn_literally():
    """Markup, formulas and turned directions in a name change nothing but the name."""
    events = [interaction(0, "aid", ("a0", "initiator"), ("a1", "recipient"))]
    drawing = actor_network(cast(events, actors(2, "<b>x</b> $y$ \u202e{}")), palette=LIGHT, width=912)
    text = drawing.figure.to_json()
    assert "<b>" not in text
    assert "\u202e" not in json.loads(text)["layout"]["annotations"][2]["text"]
    assert "&lt;b&gt;x&lt;/b&gt; &#36;y&#36; 0" in {each.text for each in drawing.figure.layout.annotations}
