"""An edit is saved into its lines, never over what somebody else wrote, and can be undone."""

import os

import pytest

from dashboard.store.authoring import DraftNotKept, write_private
from dashboard.store.editing.difference import ChangeKind, FieldChange, changed_fields, changed_lines
from dashboard.store.editing.kept_edits import KeptEdit, drop_edit, keep_edit, keep_undo, read_edit, read_undo
from dashboard.store.editing.merging import merge_changes
from dashboard.store.editing.record_text import NotEditable
from dashboard.store.editing.saving import FileChanged, NotSaved, OpenRecord, SavedEdit, save_edit, undo_edit

PORT, PLACES = "events/harbour/port.yaml", "events/registry/places.yaml"


def opened(root, file=PORT, key=""):
    """The record as it is opened now."""
    return OpenRecord(file, key, (root / file).read_bytes())


def test_only_what_differs_is_written(root):
    """The comments and the other lines stay."""
    edited = opened(root)
    before = edited.opened.decode()
    saved = save_edit(root, edited, {**edited.fields, "title": "The port opens", "tags": ["a-b"]})
    expected = before.replace("The port closes", "The port opens") + "tags:\n  - a-b\n"
    assert (root / PORT).read_text(encoding="utf-8") == expected
    assert (saved.before, saved.after) == (before.encode(), expected.encode())
    assert list(root.rglob(".dateline*")) == []


def test_an_entry_of_a_registry_is_edited_alone(root):
    """Another entry that somebody changed meanwhile is kept, as it is no part of this one."""
    edited = opened(root, PLACES, "port")
    changed = edited.opened.decode().replace("name: Town", "name: Village")
    (root / PLACES).write_text(changed, encoding="utf-8")
    save_edit(root, edited, {**edited.fields, "name": "New Port"})
    assert (root / PLACES).read_text(encoding="utf-8") == changed.replace("name: Port", "name: New Port").replace(
        "name: New Port", 'name: "New Port"'
    )


@pytest.mark.parametrize(("file", "key"), [(PORT, ""), (PLACES, "port")])
def test_what_changed_on_the_disk_is_not_written_over(root, file, key):
    """Also where it was removed."""
    edited = opened(root, file, key)
    theirs = edited.opened.replace(b"port closes", b"harbour closes").replace(b"latitude: 1", b"latitude: 3")
    (root / file).write_bytes(theirs)
    with pytest.raises(FileChanged, match="was changed on the disk after you opened it"):
        save_edit(root, edited, {**edited.fields, "title": "Mine"})
    assert (root / file).read_bytes() == theirs
    (root / file).unlink()
    with pytest.raises(NotSaved, match="cannot be read"):
        save_edit(root, edited, {"title": "Mine"})


def test_an_edit_is_undone_if_the_file_is_still_what_was_saved(root):
    """Once somebody else has changed it, it stays."""
    edited = opened(root)
    saved = save_edit(root, edited, {**edited.fields, "title": "The port opens"})
    keep_undo(root, "event", "port", saved)
    undo = read_undo(root, "event", "port", PORT)
    undo_edit(root, undo.file, undo.before, undo.after_sha256)
    assert (root / PORT).read_bytes() == edited.opened
    assert read_undo(root, "event", "port", PORT) is None
    with pytest.raises(FileChanged, match="Not undone"):
        undo_edit(root, undo.file, b"", undo.after_sha256)
    assert (root / PORT).read_bytes() == edited.opened


@pytest.mark.parametrize("file", [".git/config", "../x", "a\0b", "\ud800"])
def test_nothing_but_the_file_of_the_record_is_put_back(root, file):
    """What undoes a save may have come with the workspace, from somebody else."""
    edited = opened(root)
    (root / ".git").mkdir()
    (root / ".git/config").write_bytes(edited.opened)
    keep_undo(root, "event", "port", SavedEdit(file, b"[core]\nsshCommand = evil\n", edited.opened))
    assert read_undo(root, "event", "port", PORT) is None
    assert read_undo(root, "event", "port", file) is None or file == ".git/config"


def test_a_link_out_of_the_workspace_is_not_followed(root, tmp_path_factory):
    """The stranger's file stays."""
    outside = tmp_path_factory.mktemp("outside") / "port.yaml"
    outside.write_bytes((root / PORT).read_bytes())
    edited = opened(root)
    (root / PORT).unlink()
    (root / PORT).symlink_to(outside)
    with pytest.raises(NotSaved, match="link out of the workspace"):
        save_edit(root, edited, {"title": "x"})
    assert outside.read_bytes() == edited.opened


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_named(root):
    """With what to do, and nothing is lost."""
    edited = opened(root)
    (root / PORT).parent.chmod(0o500)
    try:
        with pytest.raises(NotSaved, match="permission denied"):
            save_edit(root, edited, {**edited.fields, "title": "x"})
    finally:
        (root / PORT).parent.chmod(0o700)
    assert (root / PORT).read_bytes() == edited.opened


def test_a_record_that_would_be_too_large_is_refused(root):
    """A file of that size would not be read any more."""
    edited = opened(root)
    with pytest.raises(NotEditable, match="the limit is 1,000,000"):
        save_edit(root, edited, {**edited.fields, "title": "x" * 1_100_000})
    assert (root / PORT).read_bytes() == edited.opened


def test_an_edit_is_kept_with_the_file_as_it_was_opened(root):
    """And dropped with it; what is no record has none."""
    keep_edit(root, "event", "port", KeptEdit({"title": "x \ud83d"}, 3, "tab"), b"title: y\r\n")
    assert read_edit(root, "event", "port") == (KeptEdit({"title": "x \ud83d"}, 3, "tab"), b"title: y\r\n")
    drop_edit(root, "event", "port")
    assert read_edit(root, "event", "port") is None
    for kind, id_ in [("event", "../x"), ("other", "x"), ("event", "x" * 81)]:
        with pytest.raises(DraftNotKept, match="not the id"):
            keep_edit(root, kind, id_, KeptEdit(), b"")


def test_changes_of_different_fields_are_merged():
    """What both changed is mine, and named."""
    before = {"a": 1, "b": {"c": 1, "d": 1}, "e": [1], "g": 1}
    mine = {"a": 2, "b": {"c": 2, "d": 1}, "e": [1, 2], "g": 1}
    theirs = {"a": 1, "b": {"c": 1, "d": 3}, "e": [1, 3], "f": 1}
    merge = merge_changes(before, mine, theirs)
    assert merge.fields == {"a": 2, "b": {"c": 2, "d": 3}, "e": [1, 2], "f": 1}
    assert merge.conflicts == (("e",),)


def test_a_difference_names_its_fields_and_shows_its_lines():
    """The deepest mapping that has all of it."""
    before, now = {"a": 1, "b": {"c": [1], "d": 1}}, {"b": {"c": [2], "e": 1}}
    assert list(changed_fields(before, now)) == [
        FieldChange(("a",), ChangeKind.REMOVED),
        FieldChange(("b", "c"), ChangeKind.CHANGED),
        FieldChange(("b", "d"), ChangeKind.REMOVED),
        FieldChange(("b", "e"), ChangeKind.ADDED),
    ]
    assert changed_lines(b"a: 1\nb: 2\n", b"a: 1\nb: 3\n") == ["@@ -1,2 +1,2 @@", " a: 1", "-b: 2", "+b: 3"]


def test_an_edit_whose_opened_file_is_of_another_counts_as_begun_on_an_empty_one(root):
    """The machine stopped between the two files: what somebody else changed is not taken back silently."""
    keep_edit(root, "event", "port", KeptEdit({"title": "Mine"}, 3, "tab"), b"title: old\n")
    write_private(root, ".dateline/drafts/edits/event.port.opened", b"title: theirs\n")
    assert read_edit(root, "event", "port") == (KeptEdit({"title": "Mine"}, 3, "tab"), b"")
