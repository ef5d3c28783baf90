"""An event and the entries that it needs: all of it is written, or nothing."""

import json
from pathlib import Path

import pytest

from dashboard.errors import DatelineError
from dashboard.model.event import Event
from dashboard.store.authoring import NewEvent, finish_interrupted_event, write_event_with_entries, yaml_of
from dashboard.store.authoring.event_with_entries import NOTE
from dashboard.store.loading import load
from tests.copying import write
from tests.disks import no_space

ENTRIES = {
    "places": {"quito": {"name": "Quito", "country": "EC", "precision": "city", "sources": ["geonames"]}},
    "actors": {"peru": {"name": "Peru", "kind": "government", "country": "PE"}},
}
EVENT = Event.model_validate(
    {"id": "treaty", "title": "T", "claims": {"a": {"text": "It is.", "sources": ["geonames"]}}}
)
NEW = NewEvent("harbour", "treaty", yaml_of(EVENT), ENTRIES, "news", "abc")
FILES = [
    ".dateline/.gitignore",
    ".dateline/proposals/news.json",
    "events/harbour/treaty.yaml",
    "events/registry/actors.yaml",
    "events/registry/places.yaml",
    "seeds/geonames.yaml",
]


def files(root: Path) -> dict[str, bytes]:
    """Every file, by its name."""
    return {str(each.relative_to(root)): each.read_bytes() for each in root.rglob("*") if each.is_file()}


def break_after(root: Path, monkeypatch: pytest.MonkeyPatch, renames: int, *, for_ever: bool = False) -> None:
    """Let a rename below `root` fail, after so many; all later ones, too, or only that one.

    What another test's thread still renames elsewhere does not count.
    """
    count, replace = [0], Path.replace

    def replace_or_fail(self, target):
        if not Path(target).is_relative_to(root):
            return replace(self, target)
        count[0] += 1
        if count[0] > renames and (for_ever or count[0] == renames + 1):
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replace_or_fail)


def test_all_of_it_is_written(root):
    """The gazetteer is described, the proposal accepted, and nothing else is left."""
    assert write_event_with_entries(root, NEW) == "events/harbour/treaty.yaml"
    assert sorted(files(root)) == FILES
    workspace = load(root)
    assert (sorted(workspace.events), sorted(workspace.places), sorted(workspace.actors)) == (
        ["treaty"],
        ["quito"],
        ["peru"],
    )
    assert json.loads((root / ".dateline/proposals/news.json").read_text())["decided"] == {"abc": "accepted"}


@pytest.mark.parametrize("renames", range(6))
def test_whatever_fails_on_the_way_leaves_the_files_as_they_were(root, renames, monkeypatch):
    """The note, or one of five files: the registries have their bytes, and the new folder is gone again."""
    write(root, "events/registry/places.yaml", "# Ours.\nlima: {name: Lima, precision: city}\n")
    write(root, ".dateline/.gitignore", "*\n")
    before = files(root)
    with monkeypatch.context() as patch:
        break_after(root, patch, renames)
        with pytest.raises(DatelineError, match=r"Nothing was written: the disk is full"):
            write_event_with_entries(root, NEW)
    assert files(root) == before
    assert not (root / "events" / "harbour").exists()
    write_event_with_entries(root, NEW)
    assert {*FILES} == {*files(root)}


def test_a_full_disk_leaves_nothing(root):
    """Not even the folder of the event."""
    with no_space(), pytest.raises(DatelineError, match="Nothing was written"):
        write_event_with_entries(root, NEW)
    assert files(root) == {}
    assert not (root / "events" / "harbour").exists()


def test_what_cannot_be_put_back_is_finished_by_the_next(root, monkeypatch):
    """The message says so; what somebody wrote meanwhile stays."""
    write(root, "events/registry/places.yaml", "lima: {name: Lima, precision: city}\n")
    with monkeypatch.context() as patch:
        break_after(root, patch, 4, for_ever=True)  # .gitignore, the note, the gazetteer, the places
        with pytest.raises(DatelineError, match=r"Only a part was written.*writes the rest"):
            write_event_with_entries(root, NEW)
    write(root, "events/registry/actors.yaml", "peru: {name: Perú, kind: government}\n")
    assert finish_interrupted_event(root) == "events/harbour/treaty.yaml"
    assert {*files(root)} == {*FILES}
    assert load(root).actors["peru"].name == "Perú"
    assert sorted(load(root).places) == ["lima", "quito"]
    assert finish_interrupted_event(root) == ""


@pytest.mark.parametrize("taken", ["events/other/treaty.yaml", "events/registry/actors.yaml"])
def test_what_is_there_refuses_all_of_it(root, taken):
    """An event with the id, or an entry with it."""
    write(root, taken, "peru: {name: Another, kind: other}\n")
    before = files(root)
    with pytest.raises(DatelineError, match="already"):
        write_event_with_entries(root, NEW)
    assert {name: raw for name, raw in files(root).items() if not name.startswith(".dateline")} == before


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("", "but not which"),
        ("[]", "but not which"),
        ('{"folder": 1}', "but not which"),
        ({"folder": "../..", "id": "a", "text": "title: A\n"}, "cannot be a folder"),
        ({"folder": "harbour", "id": "../../a", "text": "title: A\n"}, "is not an id"),
        ({"folder": "harbour", "id": "a", "text": "", "entries": {"../../places": {}}}, "but not which"),
        ({"folder": "harbour", "id": "a", "text": "", "entries": {"places": {"a": "b"}}}, "but not which"),
        (
            {"folder": "harbour", "id": "a", "text": "", "source": "../../x", "proposal": "k"},
            "is not the id of a source",
        ),
    ],
)
def test_a_note_from_elsewhere_writes_nothing_outside(root, note, told):
    """It is somebody else's file: names in it are ids, or refused, and the message says what to do."""
    write(root, NOTE, note if isinstance(note, str) else json.dumps(note))
    with pytest.raises(DatelineError, match=told):
        finish_interrupted_event(root)
    assert [name for name in files(root) if not name.startswith(".dateline")] == [NOTE]
    assert not list(root.parent.glob("*.yaml"))
