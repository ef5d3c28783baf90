"""Links out of a workspace: nothing behind them is read, watched or written, and each is named."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from dashboard.errors import DatelineError
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.model.event import Event
from dashboard.model.workspace import SavedView
from dashboard.store.briefing_files import BriefingNotWritten, fingerprint, new_briefing, save_briefing, set_built_on
from dashboard.store.draft_files import DraftsNotWritten, write_drafts
from dashboard.store.loading import load
from dashboard.store.source_files import SourceNotStored, accept_text, store_source
from dashboard.store.tree import folders_read, is_inside
from dashboard.store.views_file import ViewNotSaved, remove_view, save_view
from dashboard.store.watching import Watch, signature

BRIEFING = Briefing.model_validate(
    {"id": "base", "title": "Base", "marking": "CLEAR", "as_of": "2026-01-01", "selection": {"events": ["a"]}}
)
VIEW = SavedView.model_validate({"id": "ecuador", "title": "Ecuador", "show": ["thread:a"]})
EVENT = Event.model_validate(
    {"id": "draft", "title": "A draft", "claims": {"known": {"text": "It is known.", "sources": ["a"]}}}
)
TEXT = "A text of a source.\n"


@pytest.fixture
def outside(tmp_path):
    """A folder beside the workspace, which nobody is to touch."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.yaml").write_text("title: Secret\n", encoding="utf-8")
    return folder


def moved_out(root, name, outside):
    """The folder of the workspace now lies there, with a link in its place."""
    there = outside / Path(name).name
    (root / name).mkdir(exist_ok=True)
    (root / name).rename(there)
    (root / name).symlink_to(there)
    return there


def contents(folder):
    """Every file in it, by its hash."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("name", ["events", "seeds"])
def test_a_folder_that_is_a_link_out_is_named_and_not_read(workspace, outside, name):
    """Though it is the very folder that makes a workspace."""
    moved_out(workspace, name, outside)
    read = load(workspace)
    assert [str(each).partition(": ")[0] for each in read.problems if each.code == "file-outside"] == [f"{name}:1:1"]
    assert not (read.events if name == "events" else read.sources)
    assert name not in folders_read(workspace)


def test_a_link_within_the_workspace_is_read_watched_and_written(workspace):
    """Only what leads out is refused."""
    (workspace / "events" / "briefings").rename(workspace / "kept")
    (workspace / "events" / "briefings").symlink_to(workspace / "kept")
    assert load(workspace).briefings
    before = signature(workspace)
    assert new_briefing(workspace, BRIEFING) == "events/briefings/base.yaml"
    assert (workspace / "kept" / "base.yaml").exists()
    assert signature(workspace) != before
    assert "events/briefings" in folders_read(workspace)


@pytest.mark.parametrize(
    ("name", "target", "told"),
    [
        ("events/x", "ecuador", "this is a link to a folder; `events/ecuador` is read under its own name"),
        ("events/x y", "briefings", "this is a link to a folder; `events/briefings` is read under its own name"),
        ("events/x", "../seeds", "this is a link to a folder; `seeds` is read under its own name"),
        ("events/x", ".", "this is a link to a folder; `events` is read under its own name"),
        ("events/ecuador/x", "../briefings", "this is a link to a folder; folders below"),
        ("events/registry/x", "../ecuador", "this is a link to a folder; the registry is"),
        ("seeds/x", "../events", "this is a link to a folder; only `ID.txt`"),
        ("events/x", "events/ecuador", "this is a link to nothing that can be read; only"),
        ("events/x", "x", "this is a link to nothing that can be read; only"),
    ],
)
def test_a_link_that_leads_to_no_file_of_its_own_is_named_as_a_link(workspace, name, target, told):
    """Nothing is read twice, and the advice is to remove the link: to rename or to move would not help."""
    before = load(workspace)
    (workspace / name).symlink_to(target)
    read = load(workspace)
    (problem,) = set(read.problems) - set(before.problems)
    assert (problem.code, problem.file, problem.severity) == ("file-not-read", name, "warning")
    assert problem.message.startswith(told)
    quoted = f"'{name}'" if " " in name else name
    assert problem.hint == f"remove the link: `rm {quoted}`"
    assert read.events == before.events


def test_a_link_to_a_folder_that_is_not_read_by_itself_is_read(workspace):
    """The folder lies elsewhere in the workspace, or its name begins with a dot."""
    before = load(workspace)
    for folder, name in (("kept", "x"), ("events/.kept", "y")):
        (workspace / folder).mkdir()
        (workspace / "events" / name).symlink_to(workspace / folder)
    assert load(workspace).problems == before.problems


@pytest.mark.parametrize("name", ["events", "events/briefings"])
def test_no_briefing_is_written_through_a_link_out(workspace, outside, name):
    """Neither a new one, nor one that is there, nor its state."""
    there = moved_out(workspace, name, outside)
    id_ = "us-troops-in-ecuador"
    before = contents(there)
    with pytest.raises(BriefingNotWritten, match="link out of the workspace"):
        new_briefing(workspace, BRIEFING, force=True)
    with pytest.raises(BriefingNotWritten, match="link out of the workspace"):
        set_built_on(workspace, BRIEFING, BuiltOn.model_construct())
    with pytest.raises(BriefingNotWritten, match="link out of the workspace"):
        save_briefing(workspace, BRIEFING, "")
    assert fingerprint(workspace, id_) == ""
    assert contents(there) == before
    assert not list(there.glob(".*"))


@pytest.mark.parametrize("name", ["events", "events/views.yaml"])
def test_no_view_is_saved_through_a_link_out(workspace, outside, name):
    """Nor read from there, to be written anew beside it."""
    if name == "events":
        moved_out(workspace, name, outside)
    else:
        (outside / "views.yaml").write_text('ecuador: {title: "Ecuador", show: ["thread:a"]}\n', encoding="utf-8")
        (workspace / name).unlink(missing_ok=True)
        (workspace / name).symlink_to(outside / "views.yaml")
    before = contents(outside)
    for change in (lambda: save_view(workspace, VIEW), lambda: remove_view(workspace, "ecuador")):
        with pytest.raises(ViewNotSaved, match="link out of the workspace"):
            change()
    assert contents(outside) == before
    assert (workspace / name).is_symlink()


def test_no_source_is_stored_through_a_link_out(workspace, outside):
    """And none that lies there is described."""
    there = moved_out(workspace, "seeds", outside)
    before = contents(there)
    id_ = next(path.stem for path in there.glob("*.txt"))
    with pytest.raises(SourceNotStored, match="link out of the workspace"):
        store_source(workspace, "new", TEXT, "kind: other\n")
    with pytest.raises(SourceNotStored, match="link out of the workspace"):
        accept_text(workspace, id_)
    assert contents(there) == before


def test_no_draft_is_written_through_a_link_out(workspace, outside):
    """Whether `events` is the link, or the folder in it."""
    there = moved_out(workspace, "events/imported", outside)
    with pytest.raises(DraftsNotWritten, match="link out of the workspace"):
        write_drafts(workspace, "events/imported", [EVENT])
    moved_out(workspace, "events", outside)
    with pytest.raises(DraftsNotWritten, match="link out of the workspace"):
        write_drafts(workspace, "events/new", [EVENT])
    assert not list(there.iterdir())
    assert not list(outside.rglob("draft.yaml"))


def test_a_link_in_circles_lies_nowhere(workspace):
    """As does one behind it; the program goes on."""
    (workspace / "events" / "loop").symlink_to("loop")
    assert not (workspace / "events" / "loop").exists()
    assert "events/loop" not in folders_read(workspace)
    with pytest.raises((DatelineError, OSError)):
        write_drafts(workspace, "events/loop", [EVENT])
    assert is_inside(workspace, "events/new/file.yaml")


@pytest.mark.parametrize("target", ["/sys", "/"])
def test_watching_does_not_walk_through_a_link_out(workspace, target):
    """Changes are told as soon as without it: the whole machine lies behind the link."""
    (workspace / "events" / "lnk").symlink_to(target)
    (workspace / "events" / "ecuador" / "deeper").symlink_to(target)
    looked: list[float] = []
    with Watch(workspace, lambda: looked.append(time.monotonic()), polls=False) as watch:
        until(lambda: looked)
        time.sleep(0.5)
        looked.clear()
        (workspace / "seeds" / "more.txt").write_text("More.", encoding="utf-8")
        until(lambda: looked)
        assert not watch.polls


def test_what_changes_behind_a_link_out_is_not_noticed(workspace, outside):
    """Neither in a folder there, nor in a file."""
    (workspace / "events" / "lnk").symlink_to(outside)
    (workspace / "events" / "ecuador" / "secret.yaml").symlink_to(outside / "secret.yaml")
    before = signature(workspace)
    (outside / "secret.yaml").write_text("title: Another secret\n", encoding="utf-8")
    (outside / "more.yaml").write_text("title: More\n", encoding="utf-8")
    os.utime(outside, (1, 1))
    assert signature(workspace) == before


def test_a_folder_of_events_that_comes_later_is_watched(workspace):
    """With what is put into it then."""
    looked: list[float] = []
    with Watch(workspace, lambda: looked.append(time.monotonic()), polls=False):
        until(lambda: looked)
        time.sleep(0.5)
        (workspace / "events" / "later").mkdir()
        time.sleep(3)
        looked.clear()
        (workspace / "events" / "later" / "one.yaml").write_text("title: One\n", encoding="utf-8")
        until(lambda: looked)


def until(holds):
    """Wait for it, with patience for a machine that others use too."""
    deadline = time.monotonic() + 15
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
