"""New events: written whole, read again as they were, and never over another."""

import os

import pytest

from dashboard.model.event import Event
from dashboard.store.authoring import write_event
from dashboard.store.draft_files import DraftsNotWritten
from dashboard.store.loading import load
from tests.copying import write

CLAIM = {"text": "It cost “$13.5 million”.\nThen: no.", "quotes": [{"source": "news", "exact": "cost"}]}
FIELDS = {
    "title": "Off: 12:30, NO # and 2025-09-04",
    "claims": {"cost": CLAIM},
    "when": {"reported": "2025-09-04", "claims": ["cost"]},
    "amounts": {
        "money": {"reported": {"value": 13500000, "currency": "USD"}, "claims": ["cost"]},
        "share": {"reported": {"value": 12.5, "unit": "percent"}, "claims": ["cost"]},
    },
    "who": [{"actor": "us", "role": "initiator", "claims": ["cost"]}],
}


def made(id_="cost", **fields):
    """An event."""
    return Event.model_validate({"id": id_, **FIELDS, **fields})


def test_an_event_reads_back_as_it_was(root):
    """Numbers are numbers, dates are in quotes, and what YAML might read as something else is text."""
    assert write_event(root, "harbour", made()) == "events/harbour/cost.yaml"
    assert load(root).events["cost"] == made()
    written = (root / "events/harbour/cost.yaml").read_text(encoding="utf-8")
    assert "value: 13500000\n" in written
    assert 'reported: "2025-09-04"' in written


def test_no_second_event_has_its_name_in_whatever_folder(root):
    """The first one stays as it was."""
    write_event(root, "harbour", made())
    for folder in ("harbour", "another"):
        with pytest.raises(DraftsNotWritten, match="exists already"):
            write_event(root, folder, made(title="Another"))
    assert load(root).events["cost"].title == FIELDS["title"]
    assert [path.name for path in (root / "events").iterdir()] == ["harbour"]


@pytest.mark.parametrize("folder", ["registry", "briefings", "../x", "a/b", "", "CON ", "con", "Ü", "x" * 300])
def test_a_folder_that_is_none_is_refused(root, folder):
    """Nothing is written, neither inside nor outside."""
    with pytest.raises(DraftsNotWritten):
        write_event(root, folder, made())
    assert list((root / "events").iterdir()) == []


def test_a_name_that_is_none_is_refused(root):
    """However it came here."""
    with pytest.raises(DraftsNotWritten, match="device on Windows"):
        write_event(root, "harbour", made("con"))
    for id_ in ("../x", "x" * 81, "🚢"):
        with pytest.raises(DraftsNotWritten, match="is not an id"):
            write_event(root, "harbour", made().model_copy(update={"id": id_}))


def test_a_link_out_of_the_workspace_is_not_written_through(root, tmp_path_factory):
    """A stranger's folder stays empty."""
    outside = tmp_path_factory.mktemp("outside")
    (root / "events" / "harbour").symlink_to(outside)
    with pytest.raises(DraftsNotWritten):
        write_event(root, "harbour", made())
    assert list(outside.iterdir()) == []


def test_a_disk_that_is_full_is_told_and_leaves_nothing(root, monkeypatch):
    """No half of a file, and no folder full of leftovers."""

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DraftsNotWritten, match="the disk is full"):
        write_event(root, "harbour", made())
    assert [*(root / "events" / "harbour").iterdir()] == []


def test_an_event_too_large_to_be_read_is_not_written(root):
    """It would be a file that Dateline refuses."""
    claims = {f"c{number}": {**CLAIM, "note": "x" * 4900} for number in range(220)}
    with pytest.raises(DraftsNotWritten, match="limit"):
        write_event(root, "harbour", made(claims={**claims, "cost": CLAIM}))
    assert not write(root, "seeds/a.txt", "a").parent.joinpath("../events/harbour").exists()
