"""The calendar of the dates ahead: as RFC 5545 has it, and nothing that is past, answered or retracted."""

import datetime as dt
import json

import pytest

from dashboard.checks.validation import validate
from dashboard.exchange.feeds.icalendar import calendar
from dashboard.query.changes.states import State

AT = dt.datetime(2025, 9, 11, 10, 30, tzinfo=dt.UTC)
CLAIMS = "claims: {closed: {text: So., sources: [voa]}}\n"


@pytest.fixture
def root(empty_workspace):
    """A workspace with a thread and its questions."""
    questions = {
        "ahead": {"text": "Will it stay; or, will it go?", "due": "2025-12"},
        "past": {"text": "Is it over?", "due": "2025-09-10"},
        "answered": {"text": "Was it so?", "due": "2025-12-01"},
        "open": {"text": "And then?"},
    }
    registry = empty_workspace / "events" / "registry"
    registry.mkdir()
    (registry / "threads.yaml").write_text(json.dumps({"base": {"title": "A base", "questions": questions}}))
    event(
        empty_workspace, "past", "2025-09-10", "answers: [{question: base/answered, outcome: 'no', claims: [closed]}]\n"
    )
    return empty_workspace


def event(root, id_, when, more="", title="A vote"):
    folder = root / "events" / "a"
    folder.mkdir(exist_ok=True)
    record = f'title: "{title}"\nwhen: {{reported: "{when}", claims: [closed]}}\n{more}{CLAIMS}'
    (folder / f"{id_}.yaml").write_text(record, encoding="utf-8")


def entries(root):
    """Every entry by its properties, folded lines joined."""
    written = calendar(State(dt.date(2025, 9, 11), validate(root)), AT)
    assert written.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    found: list[dict[str, str]] = []
    for line in written.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("BEGIN", "END", ""):
            found[-1][name] = value
    return found


def test_a_calendar_is_called_after_its_workspace(root):
    """By its title, in both of the ways that programs look for; without one it has no name."""
    state = State(dt.date(2025, 9, 11), validate(root))
    assert "NAME" not in calendar(state, AT)
    (root / "events/workspace.yaml").write_text("title: 'Bases; abroad, and more'", encoding="utf-8")
    head = calendar(State(state.day, validate(root)), AT).partition("BEGIN:VEVENT")[0].split("\r\n")
    assert {"NAME:Bases\\; abroad\\, and more", "X-WR-CALNAME:Bases\\; abroad\\, and more"} <= set(head)


def test_open_questions_stand_on_the_last_day_on_which_they_are_due(root):
    """Those that are overdue, answered, or have no day are not ahead."""
    assert entries(root) == [
        {
            "UID": "urn:dateline:question:base:ahead",
            "DTSTAMP": "20250911T103000Z",
            "DTSTART;VALUE=DATE": "20251231",
            "DTEND;VALUE=DATE": "20260101",
            "SUMMARY": "Due: Will it stay\\; or\\, will it go?",
            "DESCRIPTION": "A base: due December 2025",
            "TRANSP": "TRANSPARENT",
        }
    ]


@pytest.mark.parametrize(
    ("when", "days", "summary"),
    [
        ("2025-11-16", ("20251116", "20251117"), "A vote"),
        ("2025-11", ("20251101", "20251201"), "A vote (November 2025)"),
        ("2025-11-16/2025-11-18", ("20251116", "20251119"), "A vote (16 to 18 November 2025)"),
        ("2025-11-16/..", ("20251116", "20251117"), "A vote (since 16 November 2025)"),
    ],
)
def test_future_events_span_the_days_that_their_date_allows(root, when, days, summary):
    """A month is a month, and says so; an open end is not drawn out."""
    event(root, "vote", when)
    found = {entry["UID"]: entry for entry in entries(root)}["urn:dateline:event:vote"]
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == days
    assert found["SUMMARY"] == summary


def test_what_is_past_or_retracted_is_not_ahead(root):
    """Nor what may have happened already."""
    event(root, "may-be", "2025")
    event(root, "withdrawn", "2025-11-16", "review: {status: retracted, note: It was called off.}\n")
    assert len(entries(root)) == 1


def test_hostile_words_begin_no_line_of_their_own(root):
    """Line ends, control characters and long words in any script: folded between letters, and read back whole."""
    event(root, "vote", "2025-11-16", title="A\\nBEGIN:VALARM\\nx; " + "語" * 60)
    found = {entry["UID"]: entry for entry in entries(root)}["urn:dateline:event:vote"]
    assert found["SUMMARY"] == "A\\nBEGIN:VALARM\\nx\\; " + "語" * 60
