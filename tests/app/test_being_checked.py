"""What pages say while the records of a large workspace are being checked: no tick, and no conclusion."""

import json
import re
import threading

import pytest

from dashboard.app.claim_sheet import sheet_answer
from dashboard.app.first_page import kept_pages
from dashboard.app.frame.checking import OPENS_BEFORE
from dashboard.app.shell import PAGES, background_checks, cache_of_workspace, workspace_cache
from dashboard.checks.validation import validate

EXPLAINS_MARKS = "bar"
"""Its key has every mark there is; so has the page Help."""
MARKS = re.compile(r'aria-label=\\?"(quote found|found, relied on|found, in doubt|questioned)[\\",:]')
CONCLUSIONS = (
    "every quote",
    "quoted from more than one",
    "No problems found",
    "questioned by a check",
    "place quoted",
    "date quoted",
    "level quoted",
    "Solid: ",
    "found, relied on",
    "quote found 1",
)


@pytest.fixture
def gate(monkeypatch, workspace):
    """As if there were much to check; the checks end when the gate is set."""
    open_ = threading.Event()

    class Process:
        checked_count = 7

        def __init__(self, root):
            self._found = list(validate(root).problems)  # more than the rules find, but not less

        def problems_of(self, _files):
            assert open_.wait(60)
            return self._found

        def stop(self):
            pass

        end = stop

    monkeypatch.setattr(background_checks, "CheckProcess", Process)
    monkeypatch.setattr(workspace_cache, "LEAST_BEHIND", 1)
    cache_of_workspace.cache_clear()
    yield open_
    open_.set()
    for thread in threading.enumerate():
        if thread.name == "dateline-checks":
            thread.join(60)
    cache_of_workspace.cache_clear()


def said(seen):
    """All that the components are given but those that explain marks, as one text."""
    return "\n".join(json.dumps(seen.data(key), ensure_ascii=False) for key in seen.keys if key != EXPLAINS_MARKS)


@pytest.mark.parametrize("mode", ["assessed", "reported"])
@pytest.mark.parametrize("name", sorted({*OPENS_BEFORE} - {"help"}))
@pytest.mark.parametrize("event", ["", "us-drones-for-navy", "us-base-closed"])
def test_pages_that_open_before_say_nothing_that_checks_have_not_found(gate, page, workspace, name, mode, event):
    """Map, timeline, tables, card and overview."""
    seen = page(workspace, page=name, as_=mode, event=event)
    told = said(seen)
    assert MARKS.search(told) is None
    assert [each for each in CONCLUSIONS if each in told] == []
    assert seen.text("checking") == "Checking: 7 of 18 records"
    assert "being checked" in told


@pytest.mark.parametrize("name", sorted(set(PAGES) - set(OPENS_BEFORE)))
def test_all_other_pages_wait(gate, page, workspace, name):
    """They say so, and how far the checks are."""
    seen = page(workspace, page=name, event="us-base-closed")
    assert "The records are being checked" in seen.text("waits")
    assert "checking" in seen.keys
    assert MARKS.search(said(seen)) is None


@pytest.mark.parametrize(
    "asked",
    [{"show": "verdict:questioned"}, {"show": "origins:several"}, {"show": "problems:with"}, {"until": "2010-01-01"}],
)
def test_a_filter_by_what_checks_find_waits(gate, page, workspace, asked):
    """It would say that nothing matches."""
    assert "The records are being checked" in page(workspace, **asked).text("waits")


def test_nothing_can_be_downloaded_until_then(gate, page, workspace):
    """Neither the events as files; nor does a picture of a figure keep silent about it."""
    assert not page(workspace, page="events").test.get("download_button")
    drawn = page(workspace)
    assert all("still being checked" in json.dumps(drawn.data(key)["caption"]) for key in ("map", "timeline"))


def test_words_that_are_pointed_at_say_so_too(gate, page, workspace):
    """The sheet behind a value has no tick either."""
    page(workspace)
    told = sheet_answer({"event": "us-drones-for-navy", "of": "when"})
    assert MARKS.search(told) is None
    assert "being checked" in told


def test_such_a_page_is_not_kept(gate, page, workspace, monkeypatch):
    """The next server would show it as the first."""
    monkeypatch.setattr(kept_pages, "keep_page", lambda *_: pytest.fail("it is kept"))
    monkeypatch.setattr("dashboard.app.main.keep_page", lambda *_: pytest.fail("it is kept"), raising=False)
    assert "checking" in page(workspace).keys


def test_errors_that_are_known_by_now_are_not_all(gate, page, workspace):
    """What reading found is told, as what has been found so far; also on paper."""
    (workspace / "events" / "ecuador" / "bad.yaml").write_text("title: [", encoding="utf-8")
    told = page(workspace).text("bar")
    assert "1 error so far" in told
    assert "records still being checked" in told


def test_once_they_are_checked_everything_is_said(gate, page, workspace):
    """By the same pages."""
    assert page(workspace).data("live")["changed"] == "Checked: drawing the page again"
    gate.set()
    cache_of_workspace(workspace).now_checked(look=False)
    seen = page(workspace, event="us-drones-for-navy")
    assert "checking" not in seen.keys
    assert MARKS.search(said(seen))
    assert "trust" in seen.keys
    assert "waits" not in page(workspace, page="threads").keys
