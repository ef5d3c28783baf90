"""The workspace's name and summary: `events/workspace.yaml`, and what stands in for it."""

import os

import pytest

from dashboard.store.loading import Loader, load, name_at

FILE = "events/workspace.yaml"


def name(workspace, text):
    """Write the file anew."""
    (workspace / FILE).write_text(text, encoding="utf-8")


def test_a_workspace_has_the_name_that_its_file_gives(workspace):
    """With the summary; whoever reads the name alone gets the same one."""
    name(workspace, "title: >\n  Bases abroad\nsummary: Where they are.\n")
    read = load(workspace)
    assert (read.name, read.about.summary, read.problems) == ("Bases abroad", "Where they are.", ())
    assert name_at(workspace) == "Bases abroad"


def test_without_the_file_its_folder_is_its_name(workspace):
    """And there is no problem."""
    (workspace / FILE).unlink()
    read = load(workspace)
    assert (read.about, read.name, name_at(workspace)) == (None, workspace.name, workspace.name)
    assert not [each for each in read.problems if each.file == FILE]


@pytest.mark.skipif(os.name == "nt", reason="names of folders are text there")
def test_a_folder_whose_name_is_no_text_still_has_one(tmp_path):
    """It can be written wherever a name goes."""
    folder = tmp_path / os.fsdecode(b"bases-\xff")
    for each in ("seeds", "events"):
        (folder / each).mkdir(parents=True)
    assert load(folder).name == name_at(folder) == "bases-\ufffd"


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("summary: Where they are.\n", "key-missing", (1, 1)),
        ("title: Bases\nsummery: Where they are.\n", "key-unknown", (2, 1)),
        ('title: ""\n', "text-empty", (1, 8)),
        ('title: "Bases\\nabroad"\n', "text-not-one-line", (1, 8)),
        (f"title: {'b' * 501}\n", "text-too-long", (1, 8)),
        ("title: 7\n", "value-wrong-type", (1, 8)),
        ("title: Bases\nid: bases\n", "key-unknown", (2, 1)),
        ("- title: Bases\n", "yaml-top-level", (1, 1)),
        ("title: [Bases\n", "yaml-unclosed", (1, 8)),
        ("", "yaml-empty", (1, 1)),
    ],
)
def test_a_wrong_file_is_told_of_and_hides_no_event(workspace, text, code, at):
    """By file, line and column; the workspace then has its folder's name."""
    events = load(workspace).events.keys()
    name(workspace, text)
    read = load(workspace)
    assert [(each.code, each.line, each.column) for each in read.problems if each.file == FILE] == [(code, *at)]
    assert read.events.keys() == events
    assert (read.name, name_at(workspace), read.set_aside) == (workspace.name, workspace.name, ())


def test_a_name_that_is_a_link_out_is_not_read(workspace, tmp_path_factory):
    """The problem says so."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "name.yaml"
    elsewhere.write_text("title: Secret\n", encoding="utf-8")
    (workspace / FILE).unlink()
    (workspace / FILE).symlink_to(elsewhere)
    read = load(workspace)
    assert [each.code for each in read.problems if each.file == FILE] == ["file-outside"]
    assert read.name == name_at(workspace) == workspace.name


def test_a_changed_name_is_one_file_read_anew(workspace):
    """Of all others, what was read is kept."""
    loader = Loader(workspace)
    loader.load()
    name(workspace, "title: Other bases\n")
    assert (loader.load().name, loader.files_read) == ("Other bases", 1)


def test_a_name_under_another_ending_is_told_of(workspace):
    """As every file that is not read."""
    (workspace / "events/workspace.yml").write_text("title: Bases\n", encoding="utf-8")
    (problem,) = [each for each in load(workspace).problems if each.file == "events/workspace.yml"]
    assert problem.hint == "rename it to `workspace.yaml`, or move it out of the workspace"
