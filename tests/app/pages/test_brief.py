"""The Brief page: the list, what the composer is given, and what saving does."""

import datetime as dt
import re

import pytest

from dashboard.app.pages.brief import composer as saving
from dashboard.app.pages.brief import draft as drafts
from dashboard.app.pages.brief import list as briefings
from dashboard.app.pages.brief import looked_at as reviewed
from dashboard.app.pages.brief.draft import NEW, Draft, drop_empty, reported_draft
from dashboard.app.pages.brief.looked_at import review_draft
from dashboard.app.pages.brief.page import briefing_bytes
from dashboard.app.shell import state
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.verify import verify_record
from dashboard.checks.validation import validate
from dashboard.store.briefing_files import fingerprint
from dashboard.store.loading import load

ID = "us-troops-in-ecuador"
SENTENCE = {"text": "The base closed in 2009.", "claims": ["us-base-closed/closed"]}


def reported(key=NEW, **fields):
    """What the page tells of a draft."""
    begun = {"title": "Mine", "marking": "RED", "as_of": "2025-12-31", "selection": {"events": ["us-base-closed"]}}
    return {"key": key, "id": "", "fields": {**begun, **fields}, "opened": "", "number": 3}


@pytest.fixture
def save(workspace, monkeypatch):
    """Saves what the page has told; what is then said to the reader."""
    told, kept = [], {}
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    monkeypatch.setattr(state, "flash", told.append)
    monkeypatch.setattr(state, "remember", kept.__setitem__)
    monkeypatch.setattr(saving, "put_at_once", kept.update)

    def run(draft):
        saving.save(reported_draft(draft))
        return told[-1]

    run.kept = kept
    return run


def test_a_text_that_changed_is_said_until_it_is_accepted(page, save, workspace):
    """Of the list and of the composer, beside the sentences whose claims cannot be checked in it until then."""
    text = workspace / "seeds" / "us-troops-ecuador.txt"
    assert page(workspace, page="brief", briefing=ID).data("compose")["texts"] == []
    text.write_text(text.read_text(encoding="utf-8") + "\nAdded.\n", encoding="utf-8")
    told = "1 text of a source is not what it was when this was accepted (changed: text of source us-troops-ecuador)"
    seen = page(workspace, page="brief").text("briefings")
    assert "sentences based on changed records" in seen
    assert told in seen
    given = page(workspace, page="brief", briefing=ID).data("compose")
    assert given["texts"] == ["changed: text of source us-troops-ecuador"]
    save({**reported(ID), "fields": given["fields"], "opened": given["opened"], "accepts": True})
    assert told not in page(workspace, page="brief").text("briefings")


def test_a_question_that_fell_due_is_no_change_of_a_record(page, save, workspace):
    """Nothing is to be accepted: time alone did that, and it is said so."""
    threads = workspace / "events" / "registry" / "threads.yaml"
    asked = threads.read_text(encoding="utf-8")
    due = asked.replace("navy be delivered?", 'navy be delivered?", due: "2026-01-01')
    assert due != asked
    threads.write_text(due, encoding="utf-8")
    given = page(workspace, page="brief", briefing=ID).data("compose")
    assert (bool(given["fallen"]), given["overdue"]) == (True, "1 question is overdue")
    save({**reported(ID), "fields": given["fields"], "opened": given["opened"], "accepts": True})
    given = page(workspace, page="brief", briefing=ID).data("compose")
    assert (given["fallen"], given["overdue"]) == ([], "1 question is overdue")


def test_a_new_one_asks_for_what_it_lacks(page, root):
    """Its title and its marking: the name of its file is made of the title."""
    problems = page(root, page="brief", briefing=NEW, begin="events").data("compose")["problems"]
    assert [(path, message) for path, _, message, _ in problems] == [
        (["title"], "required"),
        (["marking"], "required"),
    ]


def test_the_composer_has_the_file_its_problems_and_a_preview(page, workspace):
    """The fields as they are written, what can be chosen, and the page of the HTML file."""
    given = page(workspace, page="brief", briefing=ID).data("compose")
    assert given["fields"]["selection"] == {"show": ["thread:us-ecuador-basing"]}
    assert "built_on" not in given["fields"]
    assert given["opened"] == fingerprint(workspace, ID)
    assert given["problems"] == []
    assert len(given["offer"]["told"]) == 12
    assert given["offer"]["filters"]["names"] == {"thread:us-ecuador-basing": "Thread: U.S. troops in Ecuador"}
    assert given["offer"]["claims"]["us-base-closed/closed"][1] == "quote found"
    assert set(given["preview"]["figures"]) == {"map", "timeline"}
    assert "<script" not in given["preview"]["body"]


def test_a_new_briefing_begins_with_the_events_that_are_shown_or_with_the_filter(page, root):
    """Named one by one, or as the selection that lets them through."""
    asked = {"page": "brief", "briefing": NEW, "show": "thread:us-forces-korea-costs"}
    named = page(root, begin="events", **asked).data("compose")["fields"]["selection"]
    assert len(named["events"]) == 6
    of_filter = page(root, begin="filter", **asked).data("compose")["fields"]["selection"]
    assert of_filter["show"] == ["thread:us-forces-korea-costs"]


def test_of_too_many_events_none_is_composed(page, workspace, monkeypatch):
    """The list asks for filters; what a filter lets through is counted, and a few are told of; nothing can be built."""
    monkeypatch.setattr(drafts, "MOST_EVENTS", 5)
    monkeypatch.setattr(briefings, "MOST_EVENTS", 5)
    monkeypatch.setattr(reviewed, "MOST_EVENTS", 5)
    seen = page(workspace, page="brief").text("briefings")
    assert "18 events are shown. A briefing is composed of at most" in seen
    assert "New briefing from" not in seen
    assert page(workspace, page="brief", briefing=NEW, begin="events").data("compose")["fields"]["selection"] == {
        "events": []
    }
    given = page(workspace, page="brief", briefing=ID).data("compose")
    assert (len(given["offer"]["told"]), given["offer"]["matching"], given["preview"]) == (5, 12, None)
    assert [path for path, *_ in given["problems"]] == [["selection"]]


def test_a_long_briefing_is_composed_without_a_preview(page, workspace, monkeypatch):
    """A sentence stands in its place; of its claims, those that the draft has named are offered first."""
    monkeypatch.setattr(saving, "MOST_PREVIEWED", 1_000)
    monkeypatch.setattr(saving, "MOST_CLAIMS", 1)
    given = page(workspace, page="brief", briefing=ID).data("compose")
    assert given["preview"] == {"left_out": saving.LEFT_OUT}
    named = {claim for each in given["fields"]["bottom_line"] for claim in each["claims"]}
    assert named
    assert named <= given["offer"]["claims"].keys()
    assert len(given["offer"]["claims"]) < 20


def test_what_is_empty_is_left_out_and_lists_keep_their_places():
    """So that a problem of the second sentence stays on the second sentence."""
    given = {"for": " ", "title": "", "bottom_line": [{"text": "", "by": ""}, {"text": " a ", "claims": []}]}
    assert drop_empty(given) == {"title": "", "bottom_line": [{"text": ""}, {"text": "a"}]}
    judged = drop_empty({"judgements": [{"question": "", "by": ""}]})
    assert judged == {"judgements": [{"question": "", "by": ""}]}


def test_a_new_briefing_is_saved_under_a_name_made_of_its_title(save, workspace):
    """With the state that it rests on; the address leads to it."""
    assert save(reported(title="Ecuador’s bases: 2025", bottom_line=[SENTENCE])) == (
        "Saved as events/briefings/ecuadors-bases-2025.yaml."
    )
    saved = load(workspace).briefings["ecuadors-bases-2025"]
    assert saved.built_on is not None
    assert "events/us-base-closed" in saved.built_on.fields
    assert (save.kept["briefing"], save.kept["begin"]) == ("ecuadors-bases-2025", None)
    assert "there already" not in save(reported(title="Another"))
    assert save(reported(title="Another")).startswith("Not saved: fix 1 field")


def test_errors_of_its_words_are_saved_and_said_and_what_is_no_briefing_is_not(save, workspace):
    """Nobody loses an evening's work for one sentence without a claim."""
    assert save(reported(bottom_line=[{"text": "The base closed."}])).endswith("mine.yaml, with 1 error.")
    assert save(reported(title="", marking="")).startswith("Not saved: fix 2 fields first")
    assert list(load(workspace).briefings) == ["mine", ID]


def test_saving_keeps_the_state_that_somebody_looked_through(save, workspace):
    """A record that changed since stays told of, until the writer accepts it."""
    file = workspace / "events" / "briefings" / f"{ID}.yaml"
    save({**reported(), "fields": {**reported()["fields"], "title": "Base"}})
    before = load(workspace).briefings["base"].built_on
    event = next(workspace.glob("events/*/us-base-closed.yaml"))
    event.write_text(event.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    draft = {**reported("base", title="Base", scope="All"), "opened": fingerprint(workspace, "base")}
    assert save(draft) == "Saved as events/briefings/base.yaml."
    assert load(workspace).briefings["base"].built_on == before
    assert save({**draft, "accepts": True, "opened": fingerprint(workspace, "base")}).startswith("Saved")
    assert load(workspace).briefings["base"].built_on != before
    assert file.exists()


def test_a_state_of_before_that_is_saved_again_tells_of_a_speaker_who_is_gone(page, save, workspace):
    """What it said of the speaker then is not known: what would be said now is not taken for it."""
    file = workspace / "events" / "briefings" / f"{ID}.yaml"
    kept = re.sub(r"\n *claims\.[a-z-]+\.attribution: .*|(?<=,)attribution,", "", file.read_text(encoding="utf-8"))
    file.write_text(kept, encoding="utf-8")
    event = next(workspace.glob("events/*/us-troop-talks.yaml"))
    words = event.read_text(encoding="utf-8")
    event.write_text(words.replace("by: gabriela-sommerfeld\n    sources", "sources", 1), encoding="utf-8")
    for _ in range(2):
        given = page(workspace, page="brief", briefing=ID).data("compose")
        save({**reported(ID), "fields": given["fields"], "opened": given["opened"]})
        checked = validate(workspace)
        verified = verify_record(checked.workspace.briefings[ID], checked, dt.date(2025, 12, 31))
        reasons = {why for each in verified.with_changes for why in each.changes}
        assert reasons == {"changed: event us-troop-talks: claim ecuador-side, by"}


def test_a_file_that_changed_meanwhile_is_not_written_over(save, workspace):
    """Whoever saves is told, and may look."""
    draft = {**reported(ID, title="Mine"), "opened": fingerprint(workspace, ID)}
    file = workspace / "events" / "briefings" / f"{ID}.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# theirs\n", encoding="utf-8")
    assert "changed by somebody else" in save(draft)
    assert file.read_text(encoding="utf-8").endswith("# theirs\n")


def test_read_only_saves_nothing_and_says_so(save, page, workspace, monkeypatch):
    """Composing and writing out still work."""
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    assert save(reported()) == "Not saved: Dateline was started with --read-only."
    assert list(load(workspace).briefings) == [ID]
    assert page(workspace, page="brief", briefing=ID).data("compose")["read_only"] is True
    assert "Read-only" in page(workspace, page="brief").text("briefings")


def test_a_draft_is_written_out_as_the_command_does(shown, root, monkeypatch):
    """In the formats that can do without a browser, here; the bytes begin as such a file does."""
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    fields = {**reported()["fields"], "bottom_line": [SENTENCE]}
    seen = review_draft(Draft("mine", "mine", fields, "", whole=fields), shown(root))
    assert seen.errors == 0
    assert seen.made is not None
    assert briefing_bytes("html", seen.made).startswith(b"<!doctype html>")
    assert b"The base closed in 2009." in briefing_bytes("md", seen.made)
    assert {"html", "md"} <= set(FORMATS)
