"""What is sent to the page, and what is done with a press that comes from it."""

import datetime as dt

import pytest

from dashboard.app.parts import components
from dashboard.app.parts.figure_component import ViewState, caption
from dashboard.query.reading import Mode
from dashboard.views.drawing.figure import Drawing
from tests.clock import TODAY


def test_over_a_picture_stands_its_name_whole_else_what_its_description_begins_with():
    """A full stop or a colon of a name ends nothing."""
    described = Drawing({}, (), "Map of 18 of 18 events: Quito (4). 0 without a place.")
    named = Drawing(
        {}, (), "Commitment ladder of U.S. troops, 1 event: ended 1.", name="Commitment ladder of U.S. troops"
    )
    stand = ViewState("ladder", 1392, "ladder-0", None, Mode.ASSESSED)
    titles = [caption(each, stand, "")["title"] for each in (described, named)]
    assert titles == ["Map of 18 of 18 events", "Commitment ladder of U.S. troops"]


def test_a_picture_of_a_day_that_is_played_has_that_day():
    """Below it and in its name; today is in neither."""
    figure, stand = Drawing({}, (), "Map of 3 of 18 events."), ViewState("map", 912, "map-0", None, Mode.ASSESSED)
    played = caption(figure, stand, "3 of 18 events", dt.date(2009, 7, 17))
    assert played["source"] == "Dateline, as assessed, as of 17 July 2009, 3 of 18 events"
    assert played["file"] == "dateline-map-2009-07-17"
    assert caption(figure, stand, "")["file"] == f"dateline-map-{TODAY.isoformat()}"


PRESS = {"what": "event", "value": "us-base-closed"}


@pytest.mark.parametrize(
    ("pressed", "last", "done", "unanswered"),
    [
        ({"number": 2, "before": []}, 1, [2], False),
        ({"number": 3, "before": [{**PRESS, "number": 2}]}, 1, [2, 3], True),
        ({"number": 3, "before": [{**PRESS, "number": 2}]}, 2, [3], True),
        ({"number": 2, "before": []}, 2, [], True),
    ],
    ids=["a press", "two at once", "one was on its way", "said again though it was answered"],
)
def test_every_press_is_done_once_and_none_is_taken_back(monkeypatch, pressed, last, done, unanswered):
    """The page's address is from before a press that it says again: the run goes on where that press led."""
    heard, told, acted = [last], [], []
    monkeypatch.setattr(components.state, "last_acknowledged", lambda: heard[-1])
    monkeypatch.setattr(components.state, "acknowledge", lambda each: heard.append(each["number"]))
    monkeypatch.setattr(components.state, "go_on", lambda *, unanswered: told.append(unanswered))
    monkeypatch.setattr(components.state, "flash", lambda _words: None)
    monkeypatch.setattr(components.state, "remember_address", lambda: None)
    monkeypatch.setattr(components, "dispatch", lambda each: acted.append(each["number"]))
    components.answer({**PRESS, **pressed})
    assert (acted, told) == (done, [unanswered])
