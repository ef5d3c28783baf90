"""The Edit page: what it shows of a record, what a press makes of the edit, and what saving writes."""

import copy
import os
import subprocess
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.app.pages.add import without_empty
from dashboard.app.pages.edit import answers
from dashboard.app.pages.edit.draft import draft_of, hash_of
from dashboard.app.pages.edit.reference import record_of
from dashboard.app.pages.edit.review import review_edit
from dashboard.app.shell import PageContext, state
from dashboard.checks.validation import validate
from dashboard.store.editing import fields_in, is_same, read_edit, read_undo, with_unseen
from dashboard.store.yaml import read_document, yaml_text
from tests.copying import edit
from tests.seldom import seldom

FILE = "events/ecuador/us-base-closed.yaml"
NAME = "event:us-base-closed"


class Desk:
    """Somebody who edits one record, in one tab of a browser."""

    def __init__(self, root, monkeypatch, kept, told, name=NAME):
        self.root, self.monkeypatch, self.kept, self.told, self.name = root, monkeypatch, kept, told, name
        self.record = record_of(name, self.page())
        raw = (root / self.record.file).read_bytes()
        self.fields = copy.deepcopy(fields_in(raw, self.record.key))
        self.opened, self.number = hash_of(raw), 0
        self.draft = draft_of(self.record)

    def page(self):
        """The workspace as it is now."""
        return PageContext(validate(self.root))

    def raw(self):
        """The file as it is now."""
        return (self.root / self.record.file).read_bytes()

    def press(self, what, press=None, **more):
        """Press something; what became of the edit, and what was said."""
        self.number += 1
        pressed = {
            "what": what,
            "press": press or next(PRESSES),
            "record": self.name,
            "fields": self.fields,
            "opened": self.opened,
            "number": self.number,
            "writer": "tab",
            "source": "us-troops-ecuador",
        }
        self.monkeypatch.setattr(state, "pressed_of", lambda _key: {**pressed, **more})
        answers.answer()
        found = self.kept.get(answers.ANSWER) or {}
        if found.get("press") == pressed["press"]:
            self.fields, self.opened = copy.deepcopy(found["fields"]), found["opened"]
        return found, self.told[-1]


PRESSES = count(1)


@pytest.fixture
def desk(workspace, monkeypatch):
    """Sits down at a record."""
    kept, told = {}, [""]
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    monkeypatch.delenv("DATELINE_READ_ONLY", raising=False)
    monkeypatch.setattr(state, "flash", told.append)
    monkeypatch.setattr(state, "remember", kept.__setitem__)
    monkeypatch.setattr(state, "recall", kept.get)
    monkeypatch.setattr(state, "reported_by", lambda _key: {})
    return lambda name=NAME: Desk(workspace, monkeypatch, kept, told, name)


def test_the_parts_of_a_long_text_stay_beside_the_record(page, workspace):
    """Not beside an event that is added."""
    path = workspace / "seeds/us-troops-ecuador.txt"
    path.write_text(path.read_text(encoding="utf-8") + "The port is open. " * 40_000, encoding="utf-8")
    html = page(workspace, page="edit", record=NAME).data("add-text")["html"]
    assert 'aria-label="Parts"' in html
    assert "./edit?" in html
    assert "record=event%3Aus-base-closed" in html
    assert "./add?" not in html


def test_saving_changes_the_lines_of_the_field_alone_and_can_be_undone(desk):
    """The id does not follow the title."""
    here = desk()
    before = here.raw()
    here.fields["title"] = "Another title"
    answer, told = here.press("save")
    assert told == f"Saved to {FILE}."
    assert answer["saved"]
    assert here.raw() == before.replace(b"title: The U.S. base in Ecuador closes", b"title: Another title")
    assert read_edit(here.root, "event", "us-base-closed") is None
    _, told = here.press("undo")
    assert told == f"Undone: {FILE} is as it was before you saved it."
    assert here.raw() == before
    assert read_undo(here.root, "event", "us-base-closed", FILE) is None


def test_a_press_that_comes_twice_is_answered_once(desk):
    """The second save of the same changes writes nothing."""
    here = desk()
    here.fields["title"] = "Another title"
    here.press("save", press=-1)
    after = here.raw()
    edit(here.root, FILE, "Another title", "Theirs")
    here.press("save", press=-1)
    assert b"Theirs" in here.raw()
    assert after != here.raw()
    edit(here.root, FILE, "Theirs", "Another title")
    _, told = here.press("save")
    assert told == "Nothing was changed, so nothing was saved."
    assert here.raw() == after


def test_what_changed_on_the_disk_is_shown_and_kept_until_somebody_chooses(desk):
    """Both versions, and each of the three ways out."""
    for way in ("discard", "over", "merge"):
        here = desk()
        before = here.raw()
        here.fields["title"] = "Mine"
        edit(here.root, FILE, "reality: historical", "reality: hypothetical")
        theirs = here.raw()
        answer, told = here.press("save")
        assert told.endswith("was changed on the disk after you opened it. Nothing was written.")
        assert not answer["saved"]
        assert here.raw() == theirs
        seen = review_edit(answers.reported_draft(here.record, {**answer, "record": NAME}), here.page())
        assert [(each.path, each.kind) for each in seen.conflict.changes] == [(("what", "reality"), "changed")]
        assert seen.conflict.merge.fields["title"] == "Mine"
        _, told = here.press(way, theirs="another")
        if way != "discard":
            assert told == "The file has been changed once more. Look at it again."
            here.press(way, theirs=hash_of(theirs))
        if way == "discard":
            assert here.raw() == theirs
            assert here.fields["title"] != "Mine"
        if way == "merge":
            assert here.raw() == theirs
            here.press("save")
            assert here.raw() == theirs.replace(b"The U.S. base in Ecuador closes", b"Mine")
        if way == "over":
            assert here.raw() == before.replace(b"The U.S. base in Ecuador closes", b"Mine")
        (here.root / FILE).write_bytes(before)


def test_two_tabs_do_not_write_over_each_other(desk):
    """The one that saves later is told, and loses nothing."""
    one, other = desk(), desk()
    one.fields["title"], other.fields["title"] = "One", "Other"
    one.press("save")
    after = one.raw()
    _, told = other.press("save")
    assert "was changed on the disk" in told
    assert other.raw() == after
    assert read_edit(other.root, "event", "us-base-closed")[0].fields["title"] == "Other"


def test_an_edit_outlives_the_server(desk):
    """With the file that it began on: what was changed meanwhile is still seen."""
    here = desk()
    here.fields["title"] = "Mine"
    here.press("mark", **{"as": "nothing"})
    here.kept.clear()  # a new session
    edit(here.root, FILE, "reality: historical", "reality: hypothetical")
    again = draft_of(here.record)
    assert (again.fields["title"], again.is_changed) == ("Mine", True)
    assert review_edit(again, here.page()).conflict is not None


def test_an_edit_of_a_file_that_nobody_knows_is_a_conflict(desk):
    """Never saved as if the file were the one that was opened."""
    here = desk()
    before = here.raw()
    here.opened, here.fields["title"] = "0" * 64, "Mine"
    _, told = here.press("save")
    assert "was changed on the disk" in told
    assert here.raw() == before


@pytest.mark.parametrize(
    ("name", "field", "value", "line"),
    [
        ("actor:rafael-correa", "name", "Rafael Correa Delgado", b"Rafael Correa Delgado"),
        ("place:manta-air-base", "radius_km", 3, b"radius_km: 3"),
        ("thread:us-ecuador-basing", "title", "Bases", b"Bases"),
        ("source:us-troops-ecuador", "language", "es", b"language: es"),
    ],
)
def test_entries_and_descriptions_are_edited_likewise(desk, name, field, value, line):
    """One line of the file is another, and the rest stays."""
    here = desk(name)
    before = here.raw().splitlines()
    here.fields[field] = value
    _, told = here.press("save")
    after = here.raw().splitlines()
    assert told == f"Saved to {here.record.file}."
    assert len(after) == len(before)
    (changed,) = [new for old, new in zip(before, after, strict=True) if old != new]
    assert line in changed


def test_only_the_version_that_was_shown_is_merged(desk, monkeypatch):
    """One that is replaced in this very moment is no part of what is saved under the name of another."""
    here = desk()
    before = here.raw()
    here.fields["title"] = "Mine"
    shown = before + b"# shown\n"
    (here.root / FILE).write_bytes(before.replace(b"reality: historical", b"reality: hypothetical"))
    look = answers.conflict_of

    def look_and_replace(draft):
        found = look(draft)
        (here.root / FILE).write_bytes(shown)
        return found

    monkeypatch.setattr(answers, "conflict_of", look_and_replace)
    answer, told = here.press("merge", theirs=hash_of(shown))
    assert told == "The file has been changed once more. Look at it again."
    assert answer["fields"]["what"]["reality"] == "historical"
    assert here.raw() == shown


def test_the_state_of_review_is_edited(desk):
    """Draft to reviewed, with initials and day."""
    here = desk()
    here.fields["review"] = {"status": "reviewed", "by": "ab", "on": "2026-01-01"}
    here.press("save")
    assert b'review: {status: reviewed, by: ab, "on": "2026-01-01"}' in here.raw()
    assert here.page().workspace.events["us-base-closed"].review.by == "ab"


BAD = ["\ud83d", "", "x" * 2000, "\x00", "- a", "🚢‮", "2009-13-45", True, [], [[]], {}, {"a": "b"}, -1, 1e308]


@pytest.mark.parametrize("value", [BAD[0], *seldom(*BAD[1:])], ids=lambda each: repr(each)[:12])
def test_bad_input_at_every_field_is_told_or_saved_and_never_breaks_a_file(desk, value):
    """Whatever stands in a field, the file is the old one or a record that can be read."""
    here = desk()
    before, good = here.raw(), copy.deepcopy(here.fields)
    for path in list(paths(good)):
        here.fields = copy.deepcopy(good)
        part = here.fields
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = value
        here.opened = hash_of(here.raw())
        answer, told = here.press("save")
        assert told
        if not answer["saved"]:
            assert here.raw() == before, path
        else:
            assert "us-base-closed" in here.page().workspace.events, path
            (here.root / FILE).write_bytes(before)


SINGLES = st.text(max_size=8) | st.integers() | st.booleans() | st.none() | st.sampled_from(["", " ", " x "])
FORMS = st.dictionaries(
    st.sampled_from("abcd"),
    st.recursive(SINGLES, lambda each: st.lists(each, max_size=3) | st.dictionaries(st.sampled_from("ab"), each)),
)


@given(FORMS)
def test_a_file_in_a_form_and_back_is_the_same(data):
    """What the form shows nothing of, nulls, empty lists and spaces around texts, is not lost."""
    assert is_same(with_unseen(data, without_empty(data)), data)


@given(FORMS)
def test_a_form_as_yaml_and_back_is_the_same(data):
    """Every value is written so that it is read as it was."""
    assert is_same(read_document(yaml_text(data).encode()).data or {}, data)


def paths(data, path=()):
    """Each place of the record down to the third step."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, each in items:
        if len(path) < 3:
            yield (*path, key)
            yield from paths(each, (*path, key))


def test_words_are_marked_in_an_event_that_exists(desk):
    """As in a new one."""
    here = desk()
    text = here.page().workspace.texts["us-troops-ecuador"]
    words = "The announcement has sparked immediate interest"
    start = text.index(words)
    answer, _ = here.press("mark", **{"as": "claim"}, start=start, end=start + len(words))
    assert answer["said"].startswith("Claim ")
    assert len(answer["fields"]["claims"]) == 4
    here.press("save")
    assert len(here.page().workspace.events["us-base-closed"].claims) == 4


def test_the_yaml_is_used_both_ways(desk):
    """What is wrong with it is told with its line."""
    here = desk()
    _, told = here.press("yaml", text="title: a\ntitle: b\n")
    assert told.startswith("Line 2, column 1 of the YAML")
    answer, _ = here.press("yaml", text="title: a\nclaims: {a: {text: b, sources: [voa]}}\n")
    assert answer["fields"] == {"title": "a", "claims": {"a": {"text": "b", "sources": ["voa"]}}}


def test_a_commit_is_made_where_it_is_asked_for(desk, monkeypatch, tmp_path_factory):
    """Of the file and what it needs, in words that say what changed; where git does not know us, that is told."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    here = desk()

    def git(*arguments):
        run = ["git", "-C", str(here.root), *arguments]
        return subprocess.run(run, capture_output=True, text=True, check=True, env=os.environ).stdout.strip()

    git("init", "-q")
    git("add", "seeds", "events/registry")
    here.fields["title"] = "Another title"
    _, told = here.press("save", commit=True)
    assert told.startswith(f"Saved to {FILE}. Not committed: git does not know who you are.")
    git("config", "--global", "user.name", "Ana")
    git("config", "--global", "user.email", "ana@example.org")
    git("commit", "-q", "-m", "Registries", "events/registry")
    here.fields["title"] = "A third title"
    _, told = here.press("save", commit=True)
    assert told.startswith(f"Saved to {FILE}. Committed as ")
    assert git("show", "--name-only", "--format=%an %s") == f"Ana Edit event us-base-closed: title\n\n{FILE}"
    assert git("diff", "--cached", "--name-only").startswith("seeds/")
    words = {"start": 0, "end": 40, "registry": "actors", "entry": {"name": "Nobody", "kind": "person"}}
    here.press("choose", **words)
    here.fields["who"][-1]["role"] = "mentioned"
    here.press("save", commit=True)
    assert git("show", "--name-only", "--format=").splitlines() == [FILE, "events/registry/actors.yaml"]


def test_read_only_edits_nothing(desk, monkeypatch):
    """A press that comes all the same is refused."""
    here = desk()
    before = here.raw()
    here.fields["title"] = "Mine"
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    _, told = here.press("save")
    assert "--read-only" in told
    assert here.raw() == before


def test_a_record_that_there_is_not_is_told_of(page, root):
    """So is that nothing is edited with --read-only."""
    assert "This workspace has no record event:nothing" in page(root, page="edit", record="event:nothing").text(
        "add-head"
    )
    assert "Edit The U.S. base in Ecuador closes" in page(root, page="edit", record=NAME).text("add-head")
