"""The presenter: which steps there are, what stands on them, and what the speaker alone sees."""

import datetime as dt
import json
import time
from dataclasses import replace

import pytest

from dashboard.app.pages.present import evidence_links
from dashboard.app.pages.present.evidence_links import MOST_LISTED, MOST_MARKS, behind, claim_links, first_behind
from dashboard.app.pages.present.figures import SHAPES, figures_of
from dashboard.app.pages.present.page import data_of
from dashboard.app.pages.present.presentation import Presentation, StepContent, WallStep, presentation_of
from dashboard.app.pages.present.steps import steps_of
from dashboard.app.pages.present.wall import AHEAD, FEW, MOST_SENT, figures_near, wall_of, words_near
from dashboard.app.shell import state
from dashboard.app.shell.catalogues import catalogue
from dashboard.model.briefing import Options
from dashboard.query.reading import Mode
from dashboard.text.markup import Markup
from dashboard.views.drawing.palette import DARK, LIGHT, pair
from tests.app.marks import Marks
from tests.copying import edit

ID = "us-troops-in-ecuador"


@pytest.fixture
def made(shown, root):
    """The seed's briefing, presented."""
    return presentation_of(ID, shown(root))


def links_of(made):
    """Of every event that is presented, what stands behind its marks."""
    return {reading.id: behind(reading, made) for reading in made.briefing_input.readings}


def step_of(made, event):
    (found,) = [step for step in steps_of(made) if step.event == event]
    return found


def test_the_steps_follow_the_outline_event_by_event(made):
    """The title first; a section that has nothing to say has no step."""
    steps = steps_of(made)
    assert [step.kind for step in steps].count("event") == 12
    named = [step.name for step in steps if step.kind in ("section", "figures")]
    assert named == [
        "Bottom line",
        "Commitments",
        "What is disputed",
        "What is unknown",
        "Outlook",
        "Map and timeline",
        "Sources",
    ]
    assert steps[0].kind == "title"


def marks_of(step):
    """Of what the room sees, and of what the speaker sees."""
    return Marks(
        "".join(each.html for each in (step.content.head, *step.content.blocks, *step.content.more, step.content.notes))
    ).leading


@pytest.mark.parametrize("mode", Mode)
def test_every_mark_on_the_wall_leads_to_words_or_to_a_source(shown, root, mode):
    """But for what the team infers, or does not know; of a briefing and of what the filters show."""
    seen = shown(root, mode=mode)
    for made in (presentation_of(ID, seen), presentation_of(None, seen)):
        found = [mark for step in steps_of(made) for mark in marks_of(step)]
        assert len(found) > 100
        for word, leads in found:
            assert leads or word in ("inferred", "unknown", "not checkable"), word
            assert not leads or leads.startswith("page=sources&source="), leads
            assert word != "quote found" or "&quote=" in leads, leads
        plain = [word for word, leads in found if not leads and word == "not checkable"]
        assert plain == []


def test_dates_places_and_rungs_on_the_wall_have_marks(made):
    """Each of its own; a sentence has one for each claim, a row for what it tells, a source's name is a link."""
    head = step_of(made, "us-base-closed").content.head
    external = "page=sources&source=air-space-forces-2009", "page=sources&source=ap-2009-09-18"
    assert Marks(head.html).leading == [("from another source", external[0]), ("from another source", external[1])]
    steps = {step.name: step for step in steps_of(made)}
    (row,) = [each for each in steps["Commitments"].content.blocks if "base in Ecuador closes" in each.html]
    assert Marks(row.html).leading == [
        ("from another source", external[1]),
        ("quote found", "page=sources&source=us-troops-ecuador&quote=us-base-closed%2Fclosed%2F0"),
    ]
    assert 'data-value="page=sources&amp;source=air-space-forces-2009"' in steps["Sources"].content.blocks[0].html
    rows = [each for each in steps["What is disputed"].content.blocks if "base in Ecuador closes" in each.html]
    assert [[word for word, _ in Marks(row.html).leading] for row in rows] == [
        ["quote found", "from another source"]
    ] * 2


def test_a_sentence_of_many_claims_has_a_mark_for_each_verdict(made):
    """Which leads to the first such claim."""
    claims = [f"us-troop-talks/{key}" for key in made.page.workspace.events["us-troop-talks"].claims]
    assert len(claims) > MOST_MARKS
    found = Marks(claim_links(claims, made).html).leading
    assert [word for word, _ in found] == ["quote found", "not checkable"]
    assert found[0][1].endswith("us-troop-talks%2Fconsidering%2F0")
    assert len(Marks(claim_links(claims[:3], made).html).leading) == 3
    assert Marks(claim_links(["gone/claim"], made).html).leading == [("unknown", None)]


def test_each_step_with_figures_has_them_in_both_themes_for_each_shape(made):
    """The map in the frame that fits the step; the timeline with its date."""
    step = step_of(made, "us-base-closed")
    for shape, room in SHAPES.items():
        drawn = figures_of(step, made, shape)
        assert set(drawn) == {"map", "timeline"}
        for name, size in (("map", room.map), ("timeline", room.timeline)):
            layout = json.loads(drawn[name]["figure"])["layout"]
            assert abs(layout["width"] * drawn[name]["factor"] - size[0]) < 3
            assert abs(layout["height"] * drawn[name]["factor"] - size[1]) < 4
            assert json.dumps(pair(LIGHT.text, DARK.text)) in drawn[name]["figure"]
    other = json.loads(figures_of(step_of(made, "us-troop-talks"), made, "wide")["map"]["figure"])["layout"]["geo"]
    own = json.loads(figures_of(step, made, "wide")["map"]["figure"])["layout"]["geo"]
    assert own["center"] != other["center"]


def test_an_event_shows_first_the_words_that_can_be_relied_on(made):
    """As quotes, then those of one source, then those in doubt; claims without a quote in the team's words."""
    content = step_of(made, "us-security-package").content
    claims = [each.html for each in (*content.blocks, *content.more) if "pr-claim" in each.html]
    quotes = ["pr-quote" in each for each in claims]
    assert 'aria-label="quote found"' in claims[0]
    assert quotes == sorted(quotes, reverse=True)
    assert quotes[0]
    drones = step_of(made, "us-drones-for-navy").content
    (doubted,) = [each.html for each in (*drones.blocks, *drones.more) if "A key component" in each.html]
    assert "pr-quote" in doubted


def test_a_claim_that_also_carries_an_assessed_value_stands_on_the_wall_once(shown, workspace):
    """A briefing refers to it twice: in its own words, and behind the value."""
    part = "\n  - {actor: daniel-noboa, role: mentioned, assessed: {basis: quoted, claims: [policy]}}\nclaims:\n"
    edit(workspace, "events/ecuador/us-base-closed.yaml", "\nclaims:\n", part)
    made = presentation_of(ID, shown(workspace))
    (told,) = [each for each in made.outline.statements() if each.held and each.references]
    assert told.text == "Assessed: also named: Daniel Noboa (questioned)."
    content = step_of(made, "us-base-closed").content
    shown_claims = "".join(each.html for each in (*content.blocks, *content.more))
    assert shown_claims.count("had championed a policy") == 1


def test_the_walls_map_signs_an_event_whose_record_has_a_problem(shown, workspace):
    """As the map of Situation does; no other event."""
    file = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("closed in 2009", "closed in 2008"), encoding="utf-8")
    made = presentation_of(ID, shown(workspace))
    marks = figures_of(step_of(made, "us-base-closed"), made, "wide")["map"]["marks"]
    signed = [each for each in marks if "problem" in each["name"]]
    assert signed
    assert all("us-base-closed" in each["events"] for each in signed)


@pytest.mark.parametrize("mode", Mode)
def test_every_mark_and_name_of_the_walls_figures_leads_to_words_or_to_a_source(shown, root, read, mode):
    """One event leads at once; of several each has its own link, with its mark, and of many all are a list."""
    made = presentation_of(None, shown(root, mode=mode))
    links, marked = links_of(made), set()
    for step in (step for step in steps_of(made) if step.figures):
        for name, drawn in figures_of(step, made, "wide").items():
            figure = json.loads(drawn["figure"])["data"]
            for each in drawn["marks"]:
                assert each["events"], each["name"]
                assert len(each["events"]) == MOST_LISTED or not each["more"], each["name"]
                marked |= {(event, name) for event in each["events"]}
            for each in drawn["names"]:
                assert figure[each["curve"]]["text"][each["point"]] == each["name"].rpartition(",")[0]
                assert any(mark["events"] == each["events"] for mark in drawn["marks"]) or each["toward"]
    assert len(marked) > 3
    for event, name in marked:
        link = read(links[event][name])
        assert made.page.title_of(event) in link.text
        assert dict(link.attributes)["data-value"].startswith("page=sources&source="), event


def test_a_mark_of_the_wall_leads_where_the_mark_of_its_value_does(made, read):
    """To the source of a place from outside; of a date that the team infers, to the words of the event."""
    links = links_of(made)
    assert "page=sources&amp;source=air-space-forces-2009" in links["us-base-closed"]["map"]
    inferred = read(links["ecuador-cautious-stance"]["timeline"])
    assert inferred.text == "Ecuador’s government is cautious inferred 4 September 2025 · inferred"
    assert "&quote=ecuador-cautious-stance%2Fstance%2F0" in dict(inferred.attributes)["data-value"]


def test_of_a_mark_of_many_events_the_first_are_listed_and_all_are_a_link(made, read):
    """To the list behind the mark on Situation; of few there is none."""
    events = list(made.page.workspace.events)[: MOST_LISTED + 1]
    many, few = first_behind(events, made), first_behind(events[1:], made)
    assert (many["events"], few) == (events[:-1], {"events": events[1:], "more": ""})
    assert read(many["more"]).text == "All 7 events"
    assert dict(read(many["more"]).attributes)["data-value"] == f"list={'%2C'.join(events)}"


def test_where_many_events_are_presented_a_mark_of_several_leads_to_their_list(shown, root, read, monkeypatch):
    """So that a step of ten thousand events weighs less than 2 MB; a mark of one event leads to its words as ever."""
    monkeypatch.setattr(evidence_links, "CROWDED", 17)
    made = presentation_of(None, shown(root))
    wall = wall_of(made)
    step = next(each for each in wall.steps if each.kind == "event")
    figures = figures_of(step, made, "wide")
    for each in (mark for figure in figures.values() for mark in figure["marks"]):
        assert len(each["events"]) == (0 if each["more"] else 1)
    counts = [each["more"] for each in figures["map"]["marks"] if each["more"]]
    assert dict(read(counts[0]).attributes)["data-value"].startswith("list=")
    single = {event for figure in figures.values() for mark in figure["marks"] for event in mark["events"]}
    assert single < set(made.page.by_id)
    assert (
        single
        <= wall.links({"1": figures}).keys()
        <= single | {event for figure in figures.values() for name in figure["names"] for event in name["events"]}
    )


def test_a_page_is_sent_the_links_of_its_marks_and_no_others(shown, root):
    """Of an event whose mark is on the map alone, not that of its date."""
    made = presentation_of(None, shown(root))
    title = next(each for each in wall_of(made).steps if each.kind == "title")
    links = wall_of(made).links({"1": figures_of(title, made, "wide")})
    assert {kind for each in links.values() for kind in each} == {"timeline"}


def test_a_second_place_on_the_wall_leads_to_the_words_that_speak_of_it(shown, root):
    """Which are those of the line, and not of where it was said."""
    links = links_of(presentation_of(None, shown(root)))["trump-korea-base-costs"]
    (toward,) = [key for key in links if key.startswith("toward/")]
    assert "page=sources&amp;source=us-troops-ecuador&amp;quote=trump-korea-base-costs%2Fhinted%2F0" in links[toward]
    assert links[toward] != links["map"]


def test_the_current_view_is_presented_without_a_marking_and_says_so(shown, root, page, workspace):
    """The events that the filters show, in their order."""
    view = presentation_of(None, shown(root))
    assert view.outline.marking.text == "No marking"
    assert [step.event for step in steps_of(view) if step.event] == [
        block.id for section in view.outline.sections for block in section.blocks if hasattr(block, "review")
    ]
    given = page(workspace, page="present", show="thread:us-forces-korea-costs").data("present")
    assert given["title"] == "Who pays for U.S. forces in South Korea"
    assert given["back"] == ""
    where = {"event": "trump-korea-base-land"}
    assert page(workspace, page="present", **where).data("present")["back"] == "event=trump-korea-base-land"
    assert sum(step["kind"] == "event" for step in given["steps"]) == 6
    assert "Thread: Who pays for U.S. forces in South Korea. 6 events of 18" in str(given["steps"][0])


def test_the_wall_reads_the_view_as_the_switch_says_and_a_briefing_as_held(shown, root):
    """As reported, dates are the sources' own, and it says so; a briefing tells what the team holds all the same."""
    as_reported, as_held = shown(root, mode=Mode.REPORTED), shown(root)
    said = {}
    for name, view in (("held", as_held), ("reported", as_reported)):
        made = presentation_of(None, view)
        (told,) = [each for section in made.outline.sections for each in section.blocks if _is(each, "us-base-closed")]
        said[name] = (told.date.text, told.place.text, "As reported" in made.outline.scope)
    assert said == {
        "held": ("18 September 2009", "Eloy Alfaro air base, Manta", False),
        "reported": ("2009", "Ecuador", True),
    }
    assert presentation_of(None, as_reported).outline.title == "18 events, as reported"  # at the head of each step
    assert presentation_of(ID, as_reported).outline == presentation_of(ID, as_held).outline


def _is(block, event):
    return getattr(block, "id", "") == event


def test_that_nothing_changed_is_told_on_the_wall(shown, root, read):
    """Or that it cannot be told: who asks since when is not left without an answer."""
    view = shown(root)
    briefing = view.workspace.briefings[ID].model_copy(update={"options": Options(since="nowhere")})
    (step,) = [step for step in steps_of(Presentation(briefing, view)) if step.name == "What changed"]
    assert "Changes since nowhere cannot be shown" in read(step.content.blocks[0].html).text


def test_all_words_of_few_steps_are_sent_at_once_without_the_bar(page, workspace):
    """With the figures of the one in the address; the page asks for others once it shows that one."""
    seen = page(workspace, page="present", briefing=ID, step="3")
    assert "bar" not in seen.keys
    given = seen.data("present")
    assert given["marking"][0] == "TLP:CLEAR"
    assert given["back"] == f"page=brief&briefing={ID}"
    assert all(step["head"] for step in given["steps"])
    assert (list(given["figures"]), given["more"]) == (["3"], True)
    assert given["speaker"] is False
    pressed = [mark for each in given["figures"]["3"].values() for mark in (*each["marks"], *each["names"])]
    assert set(given["behind"]) == {event for mark in pressed for event in mark["events"]}


def test_nothing_is_drawn_for_words_that_the_wall_does_not_show(shown, root, monkeypatch):
    """Figures of a briefing are told of in words and tables; those of the wall are drawn for each step."""

    def draws(*_args, **_sizes):
        raise AssertionError("a figure was drawn")

    monkeypatch.setattr("dashboard.briefing.figures.drawing.drawing_of", draws)
    made = presentation_of(None, shown(root))
    (step,) = [step for step in steps_of(made) if step.kind == "figures"]
    assert step.figures == ("map", "timeline")
    assert step.content.notes.html.count("<article>") == sum(
        len(reading.event.claims) for reading in made.briefing_input.readings
    )


def step_without_words():
    def write():
        raise AssertionError("words were written")

    return WallStep("event", "far away", write, figures=("map",))


def test_of_many_steps_the_words_near_the_one_that_is_seen_are_written():
    """No other, but how many there are and of which kind."""
    words = WallStep("event", "near", lambda: StepContent(Markup("<h1>near</h1>")))
    steps = [step_without_words() for _ in range(FEW + 1)]
    steps[50 - AHEAD - 1 : 50 + AHEAD] = [words] * (2 * AHEAD + 1)
    sent = words_near(steps, 50)
    assert len(sent) == FEW + 1
    assert [number for number, step in enumerate(sent, start=1) if "head" in step] == [*range(50 - AHEAD, 51 + AHEAD)]
    assert sent[0] == {"kind": "event"}
    assert all("head" in step for step in words_near([words] * FEW, 50))


def figures_of_size(size):
    return lambda _step: {"map": {"figure": "x" * size, "marks": [], "names": []}}


def test_figures_are_drawn_for_the_nearest_steps_first():
    """Those ahead before those behind; of a page that shows nothing yet, for the step alone; never for the far ones."""
    steps = [step_without_words() for _ in range(40)]
    found, more = figures_near(steps, 20, figures_of_size(1))
    assert [int(number) for number in found][:5] == [20, 21, 19, 22, 18]
    assert (len(found), more) == (2 * AHEAD + 1, False)
    alone, more = figures_near(steps, 20, figures_of_size(1), alone=True)
    assert (list(alone), more) == (["20"], True)


def test_figures_that_take_long_or_are_large_are_sent_in_turns(monkeypatch):
    """There is always one more than before: what the page has is not sent again."""
    steps = [step_without_words() for _ in range(40)]
    monkeypatch.setattr("dashboard.app.pages.present.wall.PATIENCE_S", 0.0)
    found, more = figures_near(steps, 1, lambda step: time.sleep(0.01) or figures_of_size(1)(step))
    assert (list(found), more) == (["1"], True)
    monkeypatch.undo()
    large, held = figures_of_size(MOST_SENT // 3), set()
    for sent in (["1", "2"], ["3", "4"], ["5", "6"]):
        found, more = figures_near(steps, 1, large, held=held)
        assert (list(found), more) == (sent, True)
        held |= {int(number) for number in found}
    assert figures_near(steps, 1, large, held=range(41)) == ({}, False)


def test_figures_that_the_page_has_of_another_wall_or_shape_are_sent(shown, root, monkeypatch):
    """After files changed, or a screen was turned, what it says that it has is of before."""
    plain = shown(root)
    made = presentation_of(None, replace(plain, prepared=catalogue(plain.validation, Mode.ASSESSED)))
    number, said = wall_of(made).number, {}
    monkeypatch.setattr(state, "reported_by", lambda _component: said)
    for held, sent in (
        ({"number": number, "shape": "wide", "steps": [1, 2]}, False),
        ({"number": number, "shape": "tall", "steps": [1, 2]}, True),
        ({"number": number - 1, "shape": "wide", "steps": [1, 2]}, True),
        ({"number": number, "shape": "wide", "steps": "12"}, True),
        ("nonsense", True),
    ):
        said["near"] = {"step": 1, "held": held}
        assert ("1" in data_of(made)["figures"]) is sent, held


def test_of_more_claims_than_can_be_spoken_of_the_notes_say_how_many(shown, root, read, monkeypatch):
    """The first stand there."""
    monkeypatch.setattr("dashboard.app.pages.present.event_step.MOST_NOTED", 5)
    made = presentation_of(None, shown(root))
    claims = sum(len(reading.event.claims) for reading in made.briefing_input.readings)
    (step,) = [step for step in steps_of(made) if step.kind == "figures"]
    assert step.content.notes.html.count("<article>") == 5
    assert read(step.content.notes.html).text.endswith(f"and {claims - 5} more claims")


def test_what_is_presented_is_made_once(shown, root):
    """For every session and step, until files or filters change; whichever event is selected."""
    plain = shown(root)
    view = replace(plain, prepared=catalogue(plain.validation, Mode.ASSESSED))
    made = presentation_of(None, view)
    assert presentation_of(None, replace(view, selected="us-base-closed")) is made
    assert wall_of(made) is wall_of(presentation_of(None, view))
    assert presentation_of(ID, view) is not made
    assert presentation_of(None, view, dt.date(2010, 1, 1)) is not made


def test_what_cannot_be_presented_is_said(page, workspace, empty_workspace):
    """Briefing not found; no event that matches; no event at all."""
    assert "no briefing nowhere" in page(workspace, page="present", briefing="nowhere").text("nothing")
    assert "No events match" in page(workspace, page="present", words="no-such-word").text("nothing")
    assert "has no events yet" in page(empty_workspace, page="present").text("nothing")


def test_more_events_than_a_wall_takes_are_to_be_filtered(page, workspace, monkeypatch):
    """Each would be a step: of very many, none is worked out; a briefing is presented all the same."""
    monkeypatch.setattr("dashboard.app.pages.present.page.MOST_EVENTS", 3)
    seen = page(workspace, page="present")
    assert "nothing" in seen.keys
    assert "present" not in seen.keys
    assert "18 events are shown. The wall takes at most 2,000: filter them first." in seen.text("nothing")
    assert "nothing" not in page(workspace, page="present", briefing=ID).keys
