"""Creating a workspace: it validates at once, spares what is there, and leaves nothing behind where it fails."""

import errno
import os
import subprocess
from pathlib import Path

import pytest

from dashboard.checks.validation import validate
from dashboard.store import writing
from dashboard.store.loading import load
from dashboard.store.setup import (
    NOT_FOR_GIT,
    WorkspaceNotCreated,
    add_example,
    create_workspace,
    example_files,
    first_record,
    schema_files,
)

PLACE = "theirs: {name: Theirs, country: EC, precision: country}\n"


def test_it_validates_at_once_and_its_event_is_on_the_map(created):
    """There is no problem, also no warning; the event has a place and a date, and both rest on a quote."""
    validation = validate(created)
    assert [str(problem) for problem in validation.problems] == []
    (event,) = validation.workspace.events.values()
    assert (str(event.when.reported), event.where.reported) == ("2026-03-03", "ecuador")
    assert event.claims["closed"].quotes


def test_what_dateline_makes_for_itself_is_not_for_git(created, tool):
    """Schemas, a lock and what is being written are ignored by git; everything else is kept."""
    subprocess.run([tool("git"), "init", "--quiet"], cwd=created, check=True)
    for name in ("events/.dateline.lock", "seeds/.dateline-1a2b-3-4c"):
        (created / name).touch()
    listed = subprocess.run(
        [tool("git"), "status", "--porcelain", "--untracked-files=all"], cwd=created, capture_output=True, text=True
    ).stdout.split()[1::2]
    assert {*example_files(), ".vscode/settings.json", "README.md", ".gitignore", "events/workspace.yaml"} <= {*listed}
    assert not [name for name in listed if ".dateline" in name]
    assert (created / ".gitignore").read_text(encoding="utf-8").split() == [*NOT_FOR_GIT]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("our-events", "Our events"),
        ("Gulf_of  Guinea", "Gulf of Guinea"),
        ("重要事件", "重要事件"),
        ("événements 🌍", "Événements 🌍"),
        ('say "no": #1', 'Say "no": #1'),
        ("x" * 200, f"X{'x' * 199}"),
        ("---", "Events"),
        ("new\nline", "New line"),
        ("null", "Null"),
    ],
)
def test_its_title_is_the_name_of_its_folder(tmp_path, name, title):
    """Whatever the folder is called, the title is a text that validates."""
    root = create_workspace(tmp_path / name).root
    assert load(root).name == title
    assert validate(root).counts.errors == 0
    assert title in (root / "README.md").read_text(encoding="utf-8")


def test_what_is_there_stays(tmp_path, files_in):
    """Files that are no records stay as they are, and are named; the rest is written around them."""
    (tmp_path / ".vscode").mkdir()
    mine = {"README.md": b"Mine\r\n", ".gitignore": b"", ".vscode/settings.json": b"{}", "notes.txt": b"\xff"}
    for name, content in mine.items():
        (tmp_path / name).write_bytes(content)
    new = create_workspace(tmp_path)
    assert {*new.left} == {"README.md", ".gitignore", ".vscode/settings.json"}
    now = files_in(tmp_path)
    assert {name: now[name] for name in mine} == mine
    assert validate(tmp_path).counts.errors == 0


@pytest.mark.parametrize(
    "record",
    ["events/registry/places.yaml", "events/x/y.yaml", "seeds/a.txt", "events/briefings/b.yaml", "events/views.yaml"],
)
@pytest.mark.parametrize("folders", [("seeds", "events"), ()])
def test_a_folder_with_records_is_refused(tmp_path, files_in, record, folders):
    """The record is named, and nothing changes; also where the other folder of a workspace is not there."""
    for name in (*folders, Path(record).parent):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    (tmp_path / record).write_text(PLACE, encoding="utf-8")
    before = files_in(tmp_path)
    with pytest.raises(WorkspaceNotCreated, match=f"has records already, such as {record}"):
        create_workspace(tmp_path)
    assert files_in(tmp_path) == before


def test_a_second_time_is_refused(created, files_in):
    """What was created is not created again, and nothing of it changes."""
    before = files_in(created)
    with pytest.raises(WorkspaceNotCreated, match="has records already"):
        create_workspace(created)
    assert files_in(created) == before


@pytest.mark.parametrize("name", ["events/deeper", "seeds", "events/harbour/more/and-more"])
def test_a_folder_among_records_of_another_workspace_is_refused(created, files_in, name):
    """A workspace within the records of another would be read as part of that."""
    before = files_in(created)
    with pytest.raises(WorkspaceNotCreated, match="among the records of the workspace"):
        create_workspace(created / name)
    assert files_in(created) == before


def test_beside_the_records_of_another_workspace_it_is_its_own(created):
    """A folder within another workspace, but not in its records, may become one."""
    assert validate(create_workspace(created / "second").root).counts.errors == 0
    assert validate(created).counts.warnings == 0


@pytest.mark.parametrize("name", ["seeds", "events", ".vscode", ".dateline"])
def test_a_link_out_of_the_folder_is_refused(tmp_path, files_in, name):
    """Nothing is written behind a link that leads out."""
    outside, folder = tmp_path / "outside", tmp_path / "ours"
    outside.mkdir()
    folder.mkdir()
    (folder / name).symlink_to(outside)
    with pytest.raises(WorkspaceNotCreated, match="is a link out of it"):
        create_workspace(folder)
    assert files_in(outside) == {}
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_link_that_leads_to_an_empty_folder_is_that_folder(tmp_path):
    """The folder may be reached by a link."""
    (tmp_path / "there").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "there")
    assert create_workspace(tmp_path / "here").root == (tmp_path / "there").resolve()
    assert validate(tmp_path / "there").counts.errors == 0


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to(path), lambda path: path.symlink_to("none")])
def test_what_is_no_folder_is_refused(tmp_path, make):
    """A file, a link to itself, and a link to nothing are named as what they are."""
    make(tmp_path / "file")
    with pytest.raises(WorkspaceNotCreated, match="is not a folder"):
        create_workspace(tmp_path / "file")


@pytest.mark.parametrize("name", ["events", "events/registry", ".vscode"])
def test_a_file_where_a_folder_belongs_is_refused(tmp_path, files_in, name):
    """A file stands in the way: it is named, and stays."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(b"in the way")
    before = files_in(tmp_path)
    with pytest.raises(WorkspaceNotCreated, match=rf"{name} in .* is not a folder|has records already"):
        create_workspace(tmp_path)
    assert files_in(tmp_path) == before


def test_a_file_on_the_way_is_named(tmp_path):
    """A folder in what is a file cannot be: the file is named, and stays."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WorkspaceNotCreated, match=r"notes\.txt is not a folder"):
        create_workspace(tmp_path / "notes.txt" / "ours")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_name_that_is_too_long_is_a_sentence(tmp_path):
    """Of 300 characters, the system says that it cannot be."""
    with pytest.raises(WorkspaceNotCreated, match="its name is too long"):
        create_workspace(tmp_path / ("n" * 300))


@pytest.mark.parametrize("at", range(12))
def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch, files_in, at):
    """Whichever file it is that cannot be written, the folder is as it was."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "notes.txt").write_text("mine", encoding="utf-8")
    before, real, calls = files_in(tmp_path), os.fsync, []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) > at:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(WorkspaceNotCreated, match=r"disk is full.*Nothing was created"):
        create_workspace(tmp_path / "ours")
    with pytest.raises(WorkspaceNotCreated, match=r"disk is full.*Nothing was created"):
        create_workspace(tmp_path / "new" / "deeper")
    assert len(calls) > at
    assert files_in(tmp_path) == before


def test_a_fault_while_schemas_are_written_leaves_nothing_behind(tmp_path, monkeypatch):
    """Also what nobody foresaw, and Ctrl-C."""

    def interrupt(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(schema_files, "with_ids", interrupt)
    with pytest.raises(KeyboardInterrupt):
        create_workspace(tmp_path / "ours")
    assert [*tmp_path.iterdir()] == []


def test_the_example_fits_into_an_empty_workspace(empty_workspace):
    """What the first page offers: the example alone, which validates; a second time it is refused."""
    assert first_record(empty_workspace) is None
    assert add_example(empty_workspace).files == (*example_files(),)
    assert [str(problem) for problem in validate(empty_workspace).problems] == []
    assert first_record(empty_workspace) == "events/harbour/port-closes.yaml"
    with pytest.raises(WorkspaceNotCreated, match="has records already"):
        add_example(empty_workspace)


def test_the_name_of_a_workspace_is_no_record(empty_workspace):
    """A workspace that has a name and guides alone may still be begun with the example."""
    (empty_workspace / "events" / "workspace.yaml").write_text("title: Mine\n", encoding="utf-8")
    (empty_workspace / "events" / "README.md").write_text("# Guide\n", encoding="utf-8")
    create_workspace(empty_workspace)
    assert load(empty_workspace).name == "Mine"
