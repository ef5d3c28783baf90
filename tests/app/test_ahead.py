"""What may be asked for next is drawn while nobody asks, and is then what is shown."""

import datetime as dt
import threading

import pytest

from dashboard.app import ahead as module
from dashboard.app.ahead import MOST_EVENTS, Ahead, likely
from dashboard.app.filters.asked import asked, shows_of
from dashboard.app.parts import kept_drawings
from dashboard.app.parts.kept_drawings import sent
from dashboard.app.shown import Shown
from dashboard.app.situation.figures import map_of, timeline_of
from dashboard.app.state import DEFAULT_WIDTHS

TODAY = dt.date(2026, 1, 1)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(module, "_QUIET_S", 0)
    kept_drawings._kept.forget()


def finish():
    """Wait until nothing is drawn ahead any more."""
    for thread in threading.enumerate():
        if thread.name == "dateline-ahead":
            thread.join(60)


def test_each_event_and_each_value_of_a_filter_is_likely(shown, workspace):
    """Of few events; beside a selection only the others, and of many nothing."""
    seen = shown(workspace)
    events = {each.selected for each in likely(seen)} - {None}
    assert events == {reading.id for reading in seen.readings}
    values = [next(iter(each.asked.filters.chosen.items())) for each in likely(seen) if each.selected is None]
    assert ("thread", frozenset({"us-ecuador-basing"})) in values
    assert all(each.selected for each in likely(shown(workspace, selected="us-base-closed")))
    assert len(seen.all_readings) < MOST_EVENTS


def test_what_was_drawn_ahead_is_what_is_asked_for(shown, workspace):
    """The very figure, when it is asked for by a press."""
    seen = shown(workspace)
    seen = Shown(seen.validation, prepared=seen.catalogue)
    one = next(each for each in likely(seen) if each.asked.filters.are_set)
    works = Ahead()
    works.works = True
    works.draw(iter([map_of(one, DEFAULT_WIDTHS["map"]), timeline_of(one, DEFAULT_WIDTHS["timeline"], TODAY)]))
    finish()
    assert len(kept_drawings._kept) == 2
    pressed = shown(workspace, asked=one.asked) if False else one
    pressed = Shown(seen.validation, asked=asked(shows_of(one.asked.filters), "", "", ""), prepared=seen.catalogue)
    sent(map_of(pressed, DEFAULT_WIDTHS["map"]))
    sent(timeline_of(pressed, DEFAULT_WIDTHS["timeline"], TODAY))
    assert len(kept_drawings._kept) == 2


def test_it_stops_when_somebody_asks(shown, workspace):
    """And never begins where no server has begun it."""
    seen = shown(workspace)
    works = Ahead()
    works.draw(iter([map_of(seen, 901)]))
    finish()
    assert len(kept_drawings._kept) == 0
    works.works = True

    def figures():
        yield map_of(seen, 902)
        works.stop()
        yield map_of(seen, 903)

    works.draw(figures())
    finish()
    assert len(kept_drawings._kept) == 1
