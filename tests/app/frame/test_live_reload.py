"""What keeps an open page current."""

import pytest

from dashboard.app.frame import live_reload


@pytest.mark.parametrize(
    ("reported", "last", "goes_on_from_the_press"),
    [
        ({"changed": {"version": 2, "answered": 0}}, 1, True),
        ({"changed": {"version": 2, "answered": 1}}, 1, False),
        ({"changed": {"version": 2, "answered": 7}}, 0, False),
        ({}, 0, False),
    ],
    ids=["a press on its way", "a press that was answered", "a server that started anew", "nothing"],
)
def test_files_that_change_take_no_press_back(monkeypatch, reported, last, goes_on_from_the_press):
    """The page told of the change with the address from before a press: the run goes on where the press led."""
    told = []
    monkeypatch.setattr(live_reload.state, "reported_by", lambda _component: reported)
    monkeypatch.setattr(live_reload.state, "last_acknowledged", lambda: last)
    monkeypatch.setattr(live_reload.state, "go_on", lambda *, unanswered: told.append(unanswered))
    live_reload._draw_anew()
    assert told == [goes_on_from_the_press]
