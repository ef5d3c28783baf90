"""The presenter: which steps there are, what stands on them, and what the speaker alone sees."""

import json

import pytest

from dashboard.app.present.figures import SHAPES, figures_of
from dashboard.app.present.presented import presented
from dashboard.app.present.steps import steps_of
from dashboard.query.reading import Mode

ID = "us-troops-in-ecuador"


@pytest.fixture
def made(shown, root):
    """The seed's briefing, presented."""
    return presented(ID, shown(root))


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
        "How far each matter has come",
        "What is disputed",
        "What is unknown",
        "Outlook",
        "Map and timeline",
        "Sources",
    ]
    assert steps[0].kind == "title"


def test_an_event_says_where_reports_and_the_team_differ_and_what_carries_it(made, read):
    """Its quote stands in quotation marks, with source and grades; claims that find no room are among the notes."""
    step = step_of(made, "us-drones-for-navy")
    text = read("".join(block.html for block in step.blocks)).text
    assert "How much, reported $6 million part of the $13.5 million verified" in text
    assert "Assessed $6 million not part of the $13.5 million external" in text
    assert "“A key component of this package" in text
    assert "Source: reliability cannot be judged (F). Claim: doubtful (4)" in text
    assert "QUITO" in read(step.head.html).text.upper()
    notes = read(step.notes.html).text
    assert "verified: the words stand in the source’s text, once" in notes
    assert "at 1885–2029" in notes
    assert len(step.more) == 3


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
            assert drawn[name]["dark"]
    other = json.loads(figures_of(step_of(made, "us-troop-talks"), made, "wide")["map"]["figure"])["layout"]["geo"]
    own = json.loads(figures_of(step, made, "wide")["map"]["figure"])["layout"]["geo"]
    assert own["center"] != other["center"]


def test_the_current_view_is_presented_without_a_marking_and_says_so(shown, root, page, workspace):
    """The events that the filters show, in their order."""
    view = presented(None, shown(root))
    assert view.outline.marking.text == "No marking"
    assert [step.event for step in steps_of(view) if step.event] == [
        block.id for section in view.outline.sections for block in section.blocks if hasattr(block, "review")
    ]
    given = page(workspace, page="present", show="thread:us-forces-korea-costs").data("present")
    assert given["title"] == "Who pays for U.S. forces in South Korea"
    assert given["back"] == ""
    assert sum(step["kind"] == "event" for step in given["steps"]) == 6


def test_the_wall_reads_the_view_as_the_switch_says_and_a_briefing_as_held(shown, root):
    """As reported, dates are the sources' own, and it says so; a briefing tells what the team holds all the same."""
    as_reported, as_held = shown(root, mode=Mode.REPORTED), shown(root)
    said = {}
    for name, view in (("held", as_held), ("reported", as_reported)):
        made = presented(None, view)
        (told,) = [each for section in made.outline.sections for each in section.blocks if _is(each, "us-base-closed")]
        said[name] = (told.date.text, told.place.text, "As reported" in made.outline.scope)
    assert said == {
        "held": ("18 September 2009", "Eloy Alfaro air base, Manta", False),
        "reported": ("2009", "Ecuador", True),
    }
    assert presented(None, as_reported).outline.title == "18 events, as reported"  # at the head of each step
    assert presented(ID, as_reported).outline == presented(ID, as_held).outline


def _is(block, event):
    return getattr(block, "id", "") == event


def test_all_steps_are_sent_at_once_without_the_bar(page, workspace):
    """With the figures of those near the one in the address."""
    seen = page(workspace, page="present", briefing=ID, step="3")
    assert "bar" not in seen.keys
    given = seen.data("present")
    assert given["marking"][0] == "TLP:CLEAR"
    assert given["back"] == f"page=brief&briefing={ID}"
    assert "4" in given["figures"]
    assert "18" not in given["figures"]
    assert given["speaker"] is False


def test_what_cannot_be_presented_is_said(page, workspace):
    """No such briefing; no event."""
    assert "no briefing nowhere" in page(workspace, page="present", briefing="nowhere").text("nothing")
    assert "show no event" in page(workspace, page="present", words="no-such-word").text("nothing")
