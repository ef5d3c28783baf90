"""Texts of an event's file are changed all or none, and only if they are those that were seen."""

import os

import pytest

from dashboard.store import event_files
from dashboard.store.event_files import EventNotChanged, change_texts

FILE = "events/a/one.yaml"
WRITTEN = "# Ours.\ntitle: One   # as they say\nclaims: {said: {text: It was., note: so}}\n"
SEEN = {("title",): "One"}


@pytest.fixture
def root(tmp_path):
    """A workspace with one event."""
    (tmp_path / "events" / "a").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / FILE).write_text(WRITTEN, encoding="utf-8")
    return tmp_path


def test_what_was_seen_is_changed(root):
    """In its place; comments stay."""
    change_texts(root, FILE, SEEN, {("title",): "Two", ("claims", "said", "note"): "not so"})
    changed = WRITTEN.replace("One ", '"Two" ').replace("note: so", 'note: "not so"')
    assert (root / FILE).read_text(encoding="utf-8") == changed


def test_what_somebody_else_changed_is_not_written_over(root):
    """Whoever looked before saw something else."""
    (root / FILE).write_text(WRITTEN.replace("One", "Another"), encoding="utf-8")
    with pytest.raises(EventNotChanged, match="changed in the meantime"):
        change_texts(root, FILE, SEEN, {("title",): "Two"})
    assert "Another" in (root / FILE).read_text(encoding="utf-8")


def test_a_full_disk_leaves_the_file_as_it_was(root, monkeypatch):
    """With a sentence."""

    def full(path, text, before):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(event_files, "write_over", full)
    with pytest.raises(EventNotChanged, match="the disk is full"):
        change_texts(root, FILE, SEEN, {("title",): "Two"})
    assert (root / FILE).read_text(encoding="utf-8") == WRITTEN


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_a_link_out_of_the_workspace_is_not_followed(root, tmp_path_factory):
    """What it leads to is none of ours."""
    outside = tmp_path_factory.mktemp("outside") / "one.yaml"
    outside.write_text(WRITTEN, encoding="utf-8")
    (root / FILE).unlink()
    (root / FILE).symlink_to(outside)
    with pytest.raises(EventNotChanged, match="link out of the workspace"):
        change_texts(root, FILE, SEEN, {("title",): "Two"})
    assert outside.read_text(encoding="utf-8") == WRITTEN


@pytest.mark.parametrize("path", [("claims", "gone", "text"), ("claims", "said", "more")])
def test_what_cannot_be_put_in_is_refused(root, path):
    """Rather than guessed."""
    with pytest.raises(EventNotChanged, match="cannot be changed safely"):
        change_texts(root, FILE, SEEN, {path: "Two"})
