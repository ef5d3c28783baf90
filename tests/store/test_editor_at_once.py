"""An editor that saves a file in the moment in which Dateline changes it: what the editor wrote stays."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.errors import DatelineError
from dashboard.model.workspace import SavedView
from dashboard.store.authoring import write_entries
from dashboard.store.briefing_files import fingerprint, save_briefing, set_built_on
from dashboard.store.editing import OpenRecord, save_edit
from dashboard.store.event_files import change_texts
from dashboard.store.loading import load
from dashboard.store.source_files import accept_text
from dashboard.store.views_file import FILE as VIEWS
from dashboard.store.views_file import remove_view, save_view
from dashboard.store.writing import write_over, write_whole

EVENT = "events/ecuador/us-base-closed.yaml"
VIEW = SavedView(id="calm", title="Calm", words="calm")
ACTOR = {"name": "Nobody", "kind": "person"}


def brief(root: Path):
    """The briefing of the seed workspace, as it is."""
    return load(root).briefings["us-troops-in-ecuador"]


def save_another_title(root: Path) -> None:
    """Save the briefing under another title."""
    changed = brief(root).model_copy(update={"title": "Another"})
    save_briefing(root, changed, fingerprint(root, changed.id))


def save_other_title(root: Path) -> None:
    """Edit the title of an event."""
    opened = OpenRecord(EVENT, "", (root / EVENT).read_bytes())
    save_edit(root, opened, {**opened.fields, "title": "Another"})


WRITERS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "actor": ("events/registry/actors.yaml", lambda root: write_entries(root, {"actors": {"nobody": ACTOR}})),
    "edit": (EVENT, save_other_title),
    "texts": (EVENT, lambda root: change_texts(root, EVENT, {}, {("title",): "Another"})),
    "view": (VIEWS, lambda root: save_view(root, VIEW)),
    "no view": (VIEWS, lambda root: remove_view(root, "old")),
    "briefing": ("events/briefings/us-troops-in-ecuador.yaml", save_another_title),
    "state": (
        "events/briefings/us-troops-in-ecuador.yaml",
        lambda root: set_built_on(root, brief(root), brief(root).built_on),
    ),
    "text": ("seeds/us-troops-ecuador.yaml", lambda root: accept_text(root, "us-troops-ecuador")),
}
"""What changes a file that somebody may have open in an editor: the file, and how it is changed."""


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("saves", [b"# the editor's\n", None], ids=["saved", "removed"])
def test_what_an_editor_saved_meanwhile_stays(name, saves, workspace, monkeypatch):
    """The change is refused with a reason, nothing of it is left, and without the editor it is made."""
    file, write = WRITERS[name]
    path = workspace / file
    if not path.exists():
        save_view(workspace, SavedView(id="old", title="Old", words="old"))
    before = path.read_bytes()
    flushed = os.fsync

    def save_in_editor(descriptor: int) -> None:
        flushed(descriptor)
        path.unlink(missing_ok=True) if saves is None else path.write_bytes(saves)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", save_in_editor)
        with pytest.raises(DatelineError, match="wrote it at the same moment"):
            write(workspace)
    assert (path.read_bytes() if path.exists() else None) == saves
    assert [each.name for each in path.parent.iterdir() if "dateline" in each.name] == []
    path.write_bytes(before)
    write(workspace)
    assert path.read_bytes() != before or name in ("state", "text")


def test_a_file_is_written_over_what_was_read_alone(tmp_path):
    """The bytes of before are asked for, and nothing else is looked at."""
    path = tmp_path / "a"
    write_whole(path, "one")
    write_over(path, "two", b"one")
    with pytest.raises(OSError, match=r"."):
        write_over(path, "three", b"one")
    assert [path.read_text(encoding="utf-8"), len(list(tmp_path.iterdir()))] == ["two", 1]
