"""The example that an empty workspace offers: one press, and its event is on the page."""

import pytest
import streamlit as st

from dashboard.app.shell import actions, state
from dashboard.app.shell.workspace_cache import cache_of_workspace
from dashboard.checks.validation import validate

OFFER = 'data-press="example"'


@pytest.fixture
def press(monkeypatch):
    """Press the button for a workspace; the sentence that the reader then sees."""

    def of(workspace):
        monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
        monkeypatch.setattr(st, "session_state", {})
        actions.dispatch({"what": "example", "value": ""})
        return state.flash_message()

    return of


@pytest.mark.parametrize("name", ["", "events"])
def test_one_press_puts_an_event_on_the_page(page, press, empty_workspace, name):
    """The button is gone then, and the workspace has no problem."""
    assert OFFER in page(empty_workspace, page=name).data("steps")["html"]
    assert press(empty_workspace).startswith("Created: seeds/harbour-news.txt, ")
    after = page(empty_workspace, page=name)
    assert "steps" not in after.keys
    assert validate(empty_workspace).problems == ()
    assert len(cache_of_workspace(empty_workspace).now(look=False).validation.workspace.events) == 1


def test_a_second_press_changes_nothing(press, empty_workspace):
    """Two readers press at once: the second is told that there are records, and nothing is written twice."""
    press(empty_workspace)
    assert "has records already" in press(empty_workspace)
    assert len(validate(empty_workspace).workspace.events) == 1


def test_read_only_has_no_button_and_writes_nothing(page, press, empty_workspace, monkeypatch):
    """A press that comes all the same is refused in words."""
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    steps = page(empty_workspace).data("steps")["html"]
    assert OFFER not in steps
    assert "seeds/harbour-news.txt" in steps
    assert press(empty_workspace) == "Not created: Dateline was started with --read-only."
    assert validate(empty_workspace).workspace.events == {}


def test_beside_records_there_is_no_button(page, empty_workspace):
    """An event that cannot be shown is a record: nothing is written beside it."""
    (empty_workspace / "events" / "x").mkdir()
    (empty_workspace / "events" / "x" / "broken.yaml").write_text("titel: Broken\n", encoding="utf-8")
    assert OFFER not in page(empty_workspace).data("steps")["html"]


def test_a_folder_that_cannot_be_written_is_named(press, empty_workspace):
    """The reader is told what keeps it from being written, and what was there stays."""
    (empty_workspace / "events" / "registry").write_text("in the way", encoding="utf-8")
    assert "events/registry" in press(empty_workspace)
    assert [path.name for path in (empty_workspace / "seeds").iterdir()] == []
