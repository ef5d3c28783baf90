"""`dateline since`: from real little repositories, what it says and how it ends."""

import json
import time
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from generating import generate

from dashboard.store.git.identity import identity_of
from tests.copying import edit
from tests.exchange.feeds.atom_rules import ATOM, breaches

EVENT = """\
title: %s
when: {assessed: {date: %r, basis: external, sources: [gazette]}}
claims: {told: {text: It was told., sources: [gazette]}}
"""
CLOSED = "events/base/harbour-opened.yaml"


def write(root, name, text):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def root(base_workspace, committed):
    """A small workspace with three states: of 4, 5 and 11 September 2025; its files are as in the last."""
    committed(base_workspace, "2025-09-04")
    write(base_workspace, "events/base/broken.yaml", "title: [")
    committed(base_workspace, "2025-09-05")
    write(base_workspace, "events/base/broken.yaml", EVENT % ("Mended", "2025-09-01"))
    write(base_workspace, "events/base/vote.yaml", EVENT % ("A vote", "2025-09-08"))
    write(base_workspace, "events/base/found.yaml", EVENT % ("Found late", "2009"))
    write(base_workspace, "events/base/some-time.yaml", EVENT % ("Some time", "2025"))
    write(base_workspace, "events/base/planned.yaml", EVENT % ("Planned", "2099-01"))
    edit(base_workspace, CLOSED, "title: ", "title: Really, ")
    committed(base_workspace, "2025-09-11")
    return base_workspace


def sections(out):
    """Of the text: each section's title and lines."""
    for block in out.split("\n\n")[1:-1]:
        title, *lines = block.splitlines()
        yield title, lines


def test_the_world_is_told_apart_from_what_we_know(dateline, root):
    """In so many words, with counts; what the date cannot tell stands on its own."""
    ended = dateline("since", "2025-09-04", "--until", "2025-09-11", "--workspace", root)
    assert (ended.code, ended.err) == (0, "")
    found = dict(sections(ended.out))
    assert found["Happened since: after 4 September 2025 (2)"] == [
        "  vote: A vote (8 September 2025)",
        "  planned: Planned (January 2099; ahead)",
    ]
    assert found["Learned since: happened by 4 September 2025 (2)"] == [
        "  found: Found late (2009)",
        "  broken: Mended (1 September 2025)",
    ]
    unclear = "New, but the date does not show whether it happened after 4 September 2025 (1)"
    assert found[unclear] == ["  some-time: Some time (2025)"]
    assert found["Changed (1)"][1].startswith("    title: ")
    assert ended.out.splitlines()[0].startswith("Since 4 September 2025, 12:00 UTC: commit ")
    assert ended.out.splitlines()[-1] == "5 new events (2 happened since, 2 learned since), 1 event changed"


def test_a_day_between_commits_names_the_one_that_holds(dateline, root):
    """The state at the end of a day is that of an earlier commit; the clock is named."""
    out = dateline("since", "2025-09-08", "--until", "2025-09-09", "--workspace", root).out
    assert "Since the end of 8 September 2025 (UTC): commit " in out
    assert " of 5 September 2025, 12:00\n" in out
    assert out.endswith("Nothing changed in the records that could be read.\n")


def test_a_record_that_is_broken_in_history_is_named(dateline, root):
    """It is not called new when it was fixed."""
    ended = dateline("since", "2025-09-05", "--workspace", root)
    found = dict(sections(ended.out))
    assert found["Not compared (1)"] == ["  events/base/broken.yaml: could not be read then"]
    assert "Mended" not in "".join(line for title, lines in found.items() for line in lines if title.startswith("New"))
    assert any(line.startswith("  events/base/broken.yaml:1") for line in found["Fixed problems (1)"])


def test_without_until_the_files_count_as_they_are(dateline, root):
    """Saved in git or not; the future is measured from today."""
    write(root, "events/base/unsaved.yaml", EVENT % ("Unsaved", "2025-09-09"))
    out = dateline("since", "HEAD", "--workspace", root).out
    assert "  unsaved: Unsaved (9 September 2025)" in out
    assert "Until now, " in out
    (root / "events/base/unsaved.yaml").unlink()
    assert dateline("since", "HEAD", "--workspace", root).out.endswith("\n\nNothing changed.\n")


def test_long_lists_are_counted_unless_all_is_asked_for(dateline, root):
    """Twenty lines a section."""
    for number in range(30):
        write(root, f"events/many/event-{number:02}.yaml", EVENT % (f"Event {number}", "2009"))
    out = dateline("since", "HEAD", "--workspace", root).out
    assert "(30)" in out
    assert "  and 10 more (--all)" in out
    assert "event-29" not in out
    assert "event-29" in dateline("since", "HEAD", "--all", "--workspace", root).out


def test_questions_sources_registries_and_files_that_cannot_be_had_are_told(dateline, root, committed):
    """Each in its section, one line a record, and the summary counts them."""
    write(root, "seeds/long.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n")
    committed(root, "2025-09-12")
    write(root, "seeds/long.txt", "Fetched.\n")
    edit(root, "events/registry/threads.yaml", 'due: "2026"}', 'due: "2025-09-20"}, later: {text: "And a third?"}')
    edit(root, "events/registry/places.yaml", "city, latitude: -0.94937", "city, latitude: -0.9")
    edit(
        root,
        "events/base/found.yaml",
        "claims:",
        "answers: [{question: harbour/later, outcome: partly, claims: [told]}]\nclaims:",
    )
    edit(root, "seeds/gazette.yaml", "kind: report", "kind: law")
    write(root, "seeds/decree.yaml", "kind: law\ntitle: A decree\n")
    (root / "seeds/dispatch.txt").unlink()
    out = dateline("since", "HEAD", "--workspace", root).out
    found = dict(sections(out))
    assert found["Changed verdicts (1)"][1] == (
        "    claims cost, opened: verified → not checkable (the text is not held any more)"
    )
    assert found["Questions (2)"] == [
        "  harbour/later: And a third? (asked)",
        "  harbour/second-quay: Will a second quay be built? (fell due: 20 September 2025)",
        "    due: 2026 → 20 September 2025",
    ]
    assert found["Sources (3)"] == [
        "  decree: A decree (new)",
        "  dispatch: The Lorne Dispatch (changed)",
        "    the text is not held any more",
        "  gazette: Harbour works (changed)",
        "    kind: report → law",
    ]
    assert found["Places, actors and threads (1)"] == [
        "  place manta: Manta (changed)",
        "    latitude: -0.94937 → -0.9",
    ]
    assert found["Not compared (1)"] == [
        "  seeds/long.txt: could not be read then (Git LFS keeps it, outside the history)"
    ]
    assert ", 2 questions, 3 sources, 1 registry entry, " in out
    written = json.loads(dateline("since", "HEAD", "--format", "json", "--workspace", root).out)
    due = written["questions"][1]
    assert (due["change"], due["before"]["standing"], due["after"]["due"]) == ("fell due", "due", "2025-09-20")
    assert [verdict["why"] for verdict in written["events"]["changed"][1]["verdicts"]] == [
        ["the text is not held any more"]
    ] * 2
    assert [(entry["kind"], entry["id"], entry["change"]) for entry in written["registry"]] == [
        ("place", "manta", "changed")
    ]
    assert [(each["kind"], each["id"], each["before"], each["after"]) for each in written["unreadable"]] == [
        ("text", "long", True, False)
    ]
    feed = dateline("since", "HEAD", "--format", "atom", "--workspace", root).out
    assert "<title>harbour/second-quay: Will a second quay be built? (fell due" in feed
    assert breaches(feed) == []
    assert "Git LFS" not in feed


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


def test_a_calendar_without_dates_says_so(dateline, root):
    """On standard error, for the file is none that a calendar would show."""
    write(root, "events/registry/threads.yaml", "harbour: {title: The harbour}\n")
    (root / "events/base/planned.yaml").unlink()
    ended = dateline("since", "2025-09-04", "--format", "ics", "--workspace", root)
    assert "VEVENT" not in ended.out
    assert "no dates ahead" in ended.err


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


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        (("2025-09-03",), "the history starts on 2025-09-04"),
        (("2999-01-01",), "1 January 2999 is after"),
        (("2025-09-12", "--until", "2025-09-11"), "12 September 2025 is after 11 September 2025"),
        (("nowhere",), "not a revision in this repository"),
        (("2025-09",), "Use a day"),
        (("2025-02-30",), "There is no day 2025-02-30"),
        (("HEAD", "--until", "--format"), "not a revision"),
        (("",), "not a revision"),
        (("HEAD", "-o", "no/such/folder/file"), "no/such/folder"),
    ],
)
def test_what_cannot_be_told_is_a_sentence(asked, complaint, dateline, root):
    """Exit 2, and no traceback."""
    ended = dateline("since", *asked, "--workspace", root)
    assert (ended.code, ended.out) == (2, "")
    assert complaint in ended.err
    assert "error in Dateline" not in ended.err


def test_without_a_repository_or_git_it_says_what_to_do(dateline, base_workspace, committed, monkeypatch):
    """A workspace that nobody keeps in git has no history; everything else goes on without the program."""
    ended = dateline("since", "2025-09-04", "--workspace", base_workspace)
    assert (ended.code, "git init" in ended.err) == (2, True)
    committed(base_workspace, "2025-09-04")
    monkeypatch.setenv("PATH", "")
    ended = dateline("since", "2025-09-04", "--workspace", base_workspace)
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
