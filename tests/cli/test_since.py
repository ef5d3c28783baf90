"""`dateline since`: from real little repositories, what it says and how it ends."""

import json
import time
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from generating import generate

from dashboard.exchange.feeds.atom_feed import identity_of
from tests.copying import edit, write
from tests.exchange.feeds.atom_rules import ATOM, breaches

EVENT = """\
title: %s
when: {assessed: {date: %r, basis: external, sources: [gazette]}}
claims: {told: {text: It was told., sources: [gazette]}}
"""
CLOSED = "events/base/harbour-opened.yaml"


@pytest.fixture
def root(world, git):
    """A small workspace with three states: of 4, 5 and 11 September 2025; its files are as in the last."""
    return world("harbour")


def sections(out):
    """Of the text: each section's title and lines."""
    for block in out.split("\n\n")[1:-1]:
        title, *lines = block.splitlines()
        yield title, lines


def test_long_lists_are_counted_unless_all_is_asked_for(dateline, root):
    """Twenty lines a section, of events those of the latest."""
    for number in range(30):
        write(root, f"events/many/event-{number:02}.yaml", EVENT % (f"Event {number}", "2009"))
    out = dateline("since", "HEAD", "--workspace", root).out
    assert "(30)" in out
    assert "  and 10 more (--all)" in out
    assert "event-29: Event 29" in out
    assert "event-00: Event 0 " not in out
    assert "event-00: Event 0 " in dateline("since", "HEAD", "--all", "--workspace", root).out


def test_json_is_as_it_is_documented(dateline, root):
    """The keys are a promise to other programs; each is in docs/since.md."""
    ended = dateline("since", "2025-09-04", "--until", "HEAD", "--format", "json", "--workspace", root)
    written = json.loads(ended.out)
    assert list(written) == [
        *("since", "until", "events", "questions", "sources", "registry", "problems", "unreadable", "counts")
    ]
    assert written["since"]["day"] == "2025-09-04"
    assert written["since"]["committed"] == "2025-09-04T12:00:00+00:00"
    assert {new["id"]: new["novelty"] for new in written["events"]["new"]} == {
        "vote": "world",
        "planned": "world",
        "found": "us",
        "broken": "us",
        "some-time": "unclear",
    }
    [changed] = written["events"]["changed"]
    assert (changed["id"], changed["was"], changed["commitment"]) == ("harbour-opened", "harbour-opened", None)
    assert [field["path"] for field in changed["fields"]] == ["title"]
    counts = written["counts"]
    assert (counts["new"], counts["new_in_the_world"], counts["new_to_us"], counts["changed"]) == (5, 2, 2, 1)
    documented = (Path(__file__).resolve().parents[2] / "docs" / "since.md").read_text(encoding="utf-8")
    for key in [*written, *counts, *written["events"], *written["events"]["new"][0], *changed]:
        assert f"`{key}`" in documented, key


def test_atom_and_ics_are_whole_files_with_the_same_bytes(dateline, root, tmp_path):
    """Written as they are printed; asked again, nothing differs."""
    for form in ("atom", "ics"):
        asked = ("since", "2025-09-04", "--until", "HEAD", "--format", form, "--workspace", root)
        for name in ("one", "other"):
            assert dateline(*asked, "-o", tmp_path / f"{name}.{form}").code == 0
        written = (tmp_path / f"one.{form}").read_bytes()
        assert written == (tmp_path / f"other.{form}").read_bytes()
        assert written.decode() == dateline(*asked).out
    feed: Element = fromstring((tmp_path / "one.atom").read_bytes())
    assert len([element for element in feed if element.tag.endswith("}entry")]) == 6
    calendar = (tmp_path / "one.ics").read_bytes()
    assert calendar.count(b"BEGIN:VEVENT") == 2
    assert b"SUMMARY:Planned (January 2099)\r\n" in calendar
    assert b"SUMMARY:Due: " in calendar
    assert calendar.count(b"\n") == calendar.count(b"\r\n")


def updated(feed):
    """Of each entry, by the first word of its title: when it became known."""
    found = fromstring(feed).findall(f"{ATOM}entry")
    return {each.findtext(f"{ATOM}title").split(":")[0]: each.findtext(f"{ATOM}updated") for each in found}


def test_news_in_a_feed_is_dated_by_the_commit_that_brought_it(dateline, root, committed, monkeypatch):
    """Whenever one asks, and whatever else is committed meanwhile: another entry of the file, a remark."""
    edit(root, "events/registry/places.yaml", "name: Manta", "name: Manta harbour")
    committed(root, "2025-09-13")
    asked = ("since", "2025-09-04", "--format", "atom", "--workspace", root)
    first = dateline(*asked).out
    assert breaches(first) == []
    assert updated(first) == {
        **dict.fromkeys(("vote", "planned", "found", "broken", "some-time", "harbour-opened"), "2025-09-11T12:00:00Z"),
        "place manta": "2025-09-13T12:00:00Z",
    }
    edit(root, "events/base/vote.yaml", "claims:", "# a remark\nclaims:")
    with (root / "events/registry/places.yaml").open("a", encoding="utf-8") as places:
        places.write(
            "lorne-bay: {name: The bay of Lorne, country: EC, precision: city, latitude: -1, longitude: -80}\n"
        )
    committed(root, "2025-09-14")
    second = updated(dateline(*asked).out)
    assert second.pop("place lorne-bay") == "2025-09-14T12:00:00Z"
    assert second == updated(first)


def test_what_no_commit_has_yet_is_dated_by_the_day_that_was_asked_about(dateline, root):
    """The same when it is asked again; a question that fell due, by the day after."""
    edit(root, "events/base/vote.yaml", "title: A vote", "title: The vote")
    edit(root, "events/registry/threads.yaml", 'due: "2026"', 'due: "2025-09-20"')
    found = updated(dateline("since", "2025-09-04", "--format", "atom", "--workspace", root).out)
    assert (found["vote"], found["found"]) == ("2025-09-04T23:59:59Z", "2025-09-11T12:00:00Z")
    assert found["harbour/second-quay"] == "2025-09-21T00:00:00Z"


def test_what_became_known_by_another_record_has_the_moment_of_that(dateline, root, committed):
    """A claim fails with its source's text, a question is answered by an event, an event is gone with its file."""
    edit(root, "seeds/dispatch.txt", "harbour", "haven")
    committed(root, "2025-09-13")
    answers = "answers: [{question: harbour/second-quay, outcome: partly, claims: [told]}]\nclaims:"
    edit(root, "events/base/found.yaml", "claims:", answers)
    committed(root, "2025-09-14")
    (root / "events/base/vote.yaml").unlink()
    committed(root, "2025-09-15")
    found = updated(dateline("since", "2025-09-11", "--format", "atom", "--workspace", root).out)
    assert found == {
        "vote": "2025-09-15T12:00:00Z",
        "harbour-opened": "2025-09-13T12:00:00Z",
        "found": "2025-09-14T12:00:00Z",
        "harbour/second-quay": "2025-09-14T12:00:00Z",
        "dispatch": "2025-09-13T12:00:00Z",
    }


def test_a_clone_has_the_ids_of_its_origin_and_a_stranger_others(dateline, root, tmp_path, git):
    """By the first commit of the history; a shallow clone does not know it."""
    git(tmp_path, "clone", "--quiet", str(root), str(tmp_path / "clone"))
    feeds = {
        folder: dateline("since", "2025-09-04", "--until", "HEAD", "--format", "atom", "--workspace", folder).out
        for folder in (root, tmp_path / "clone")
    }
    assert len(set(feeds.values())) == 1
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{root}", str(tmp_path / "shallow"))
    assert identity_of(root) == identity_of(tmp_path / "clone") != identity_of(tmp_path / "shallow")


def test_moved_renamed_and_merged_files_are_followed(dateline, root, git, committed):
    """Another folder is no change, another name is one, and a merge brings what its branch had."""
    git(root, "checkout", "--quiet", "-b", "draft", "HEAD~1")
    write(root, "events/base/drafted.yaml", EVENT % ("Drafted", "2009"))
    committed(root, "2025-09-12")
    git(root, "checkout", "--quiet", "main")
    (root / "events/moved").mkdir()
    git(root, "mv", CLOSED, "events/moved/harbour-opened.yaml")
    git(root, "mv", "events/base/vote.yaml", "events/moved/vote-held.yaml")
    committed(root, "2025-09-13")
    git(root, "merge", "--quiet", "-m", "merged", "draft", at="2025-09-14T12:00:00Z")
    found = dict(sections(dateline("since", "2025-09-11", "--until", "2025-09-13", "--workspace", root).out))
    assert found == {"Renamed (1)": ["  vote-held: A vote", "    was vote"]}
    merged = dateline("since", "2025-09-13", "--until", "2025-09-14", "--workspace", root).out
    assert "  drafted: Drafted (2009)" in merged


def test_a_submodule_is_left_out_of_both_states(dateline, root, tmp_path, git, committed):
    """Its events are neither new nor removed, and it is named."""
    write(tmp_path, "theirs/inner.yaml", EVENT % ("Inner", "2009"))
    committed(tmp_path / "theirs", "2025-09-03")
    git(root, "submodule", "--quiet", "add", str(tmp_path / "theirs"), "events/theirs")
    committed(root, "2025-09-12")
    for since in ("HEAD", "HEAD~1"):
        out = dateline("since", since, "--workspace", root).out
        assert "Inner" not in out
        assert "events/theirs/" in out


def test_without_git_it_says_so(dateline, root, monkeypatch):
    """Everything else goes on without it."""
    monkeypatch.setenv("PATH", "")
    ended = dateline("since", "2025-09-04", "--workspace", root)
    assert (ended.code, "Install git" in ended.err) == (2, True)


@pytest.mark.proof
def test_two_thousand_events_are_compared_in_little_more_than_two_loads(dateline, tmp_path, committed):
    """Half of them moved, some changed, some gone: the time goes into reading the two states, not into comparing."""
    root = generate(tmp_path / "many", 2_000)
    committed(root, "2025-09-04")
    (root / "events" / "part-000").rename(root / "events" / "elsewhere")
    for number in range(500, 600):
        edit(root, f"events/part-001/event-{number:06}.yaml", "status: draft", "status: retracted, note: So")
    for number in range(600, 650):
        (root / f"events/part-001/event-{number:06}.yaml").unlink()
    for number in range(650, 700):
        path = root / f"events/part-001/event-{number:06}.yaml"
        path.rename(path.with_name(f"renamed-{number:06}.yaml"))
    begun = time.process_time()
    assert dateline("validate", "--workspace", root).code == 0
    load = time.process_time() - begun
    begun = time.process_time()
    written = json.loads(dateline("since", "HEAD", "--format", "json", "--workspace", root).out)
    took = time.process_time() - begun
    counts = written["counts"]
    assert (counts["new"], counts["removed"], counts["changed"]) == (0, 50, 150)
    assert sum(each["id"] != each["was"] for each in written["events"]["changed"]) == 50
    assert took < 4 * load + 2, f"{took:.1f} s, and {load:.1f} s to validate once"
