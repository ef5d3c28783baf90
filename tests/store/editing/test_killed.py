"""Edits that are killed at any moment: the file is as it was or as it was meant, whole, with its comments."""

import pytest

from dashboard.store.editing import read_edit
from dashboard.store.loading import load
from dashboard.store.temporary import remove_leftovers_below
from dashboard.store.yaml import read_document
from tests.killing import kills

SAVES = """
from dashboard.store.editing.kept_edits import KeptEdit, keep_edit, keep_undo, read_undo
from dashboard.store.editing.saving import OpenRecord, save_edit, undo_edit

file = "events/harbour/port.yaml"
READY
for number in itertools.count():
    record = OpenRecord(file, "", (root / file).read_bytes())
    fields = {**record.fields, "title": f"x{number} " + "y" * 250}
    keep_edit(root, "event", "port", KeptEdit(fields, number, "tab"), record.opened)
    keep_undo(root, "event", "port", save_edit(root, record, fields))
    if number % 3 == 2:
        undo = read_undo(root, "event", "port", file)
        undo_edit(root, undo.file, undo.before, undo.after_sha256)
"""


def survive(root, number, seed):
    """Kill so often; after each, all is whole. How many titles were met."""
    titles = set()
    for _ in kills(SAVES, root, number, seed=seed):
        raw = (root / "events/harbour/port.yaml").read_bytes()
        title = read_document(raw).data["title"]
        assert title == "The port closes" or title.endswith("y" * 250)
        assert raw.startswith(b"# By hand.\n")
        assert raw.endswith(b"exact: closed in 2009}]}\n")
        assert b"  # the only one\n" in raw
        read_edit(root, "event", "port")
        assert "port" in load(root).events
        titles.add(title)
    remove_leftovers_below(root)
    return len(titles)


def test_edits_that_are_killed_leave_every_file_whole(root):
    """Three kills."""
    assert survive(root, 3, 18) > 1


@pytest.mark.proof
def test_a_hundred_kills_lose_nothing(root):
    """At random moments: the file is old or new."""
    assert survive(root, 100, 19) > 3
