"""Somebody is told soon after a file was added, changed, renamed or removed, whether or not the system tells."""

import shutil
import threading
import time
from contextlib import contextmanager

import pytest

from dashboard.store import watching
from dashboard.store.watching import Watch, is_remote, must_poll, signature

PATIENCE_SECONDS = 10


class Looker:
    """Counts how often something was different when it was told to look."""

    def __init__(self, root):
        self.root = root
        self.seen = signature(root)
        self.changes = 0
        self.threads = set()

    def look(self):
        self.threads.add(threading.current_thread().name)
        now = signature(self.root)
        self.changes += now != self.seen
        self.seen = now

    def until(self, changes):
        """Whether that many changes are noticed in time."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.changes < changes and time.monotonic() < deadline:
            time.sleep(0.02)
        return self.changes >= changes


@contextmanager
def watched(root, *, polls):
    looker = Looker(root)
    with Watch(root, looker.look, polls=polls) as watch:
        time.sleep(0.3)  # until it listens
        yield looker, watch


@pytest.mark.parametrize("polls", [False, pytest.param(True, marks=pytest.mark.proof)], ids=["told", "looking"])
def test_every_kind_of_change_is_noticed(polls, workspace):
    """Changed, renamed, in a new folder, removed, and after the whole folder was replaced."""
    file = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    with watched(workspace, polls=polls) as (looker, _):
        file.write_text(file.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
        assert looker.until(1)
        file.rename(file.with_name("renamed.yaml"))
        assert looker.until(looker.changes + 1)
        (workspace / "events" / "new").mkdir()
        (workspace / "events" / "new" / "added.yaml").write_text("title: Added\n", encoding="utf-8")
        assert looker.until(looker.changes + 1)
        kept = workspace / "kept"
        shutil.copytree(workspace / "events", kept)
        shutil.rmtree(workspace / "events")
        assert looker.until(looker.changes + 1)
        kept.rename(workspace / "events")
        assert looker.until(looker.changes + 1)
        time.sleep(1.5)  # what was put back is listened to anew
        before = looker.changes
        (workspace / "seeds" / "more.txt").write_text("More.", encoding="utf-8")
        (workspace / "events" / "new" / "added.yaml").unlink()
        assert looker.until(before + 1)
        assert looker.threads == {"dateline-watch"}


def test_what_is_dropped_into_the_inbox_is_told(workspace):
    """It is no record, so the signature of records stays as it is; a page that shows the inbox wants to know."""
    told = threading.Event()
    before = signature(workspace)
    with Watch(workspace, told.set, polls=False):
        time.sleep(1.5)
        told.clear()
        (workspace / "inbox").mkdir(exist_ok=True)
        time.sleep(1.5)  # the new folder is listened to
        told.clear()
        (workspace / "inbox" / "a.txt").write_text("More.", encoding="utf-8")
        assert told.wait(PATIENCE_SECONDS)
    assert signature(workspace) == before


def test_the_thread_ends_with_the_watch(workspace):
    """At once, and nobody is told of anything afterwards."""
    with watched(workspace, polls=False) as (looker, watch):
        pass
    assert not watch._thread.is_alive()
    (workspace / "seeds" / "more.txt").write_text("More.", encoding="utf-8")
    time.sleep(0.5)
    assert looker.changes == 0


def test_where_the_system_does_not_tell_the_files_are_looked_at(workspace, monkeypatch):
    """No more watches to be had, for example: nothing is missed."""

    def refused(*_paths, **_options):
        raise OSError("no space left on device")

    monkeypatch.setattr(watching, "watch", refused)
    with watched(workspace, polls=False) as (looker, watch):
        (workspace / "seeds" / "more.txt").write_text("More.", encoding="utf-8")
        assert looker.until(1)
        assert watch.polls


@pytest.mark.parametrize(
    ("mounts", "remote"),
    [
        ("/dev/sda / ext4 rw 0 0\n", False),
        ("/dev/sda / ext4 rw 0 0\nserver:/team /team nfs4 rw 0 0\n", True),
        ("server:/ / nfs rw 0 0\n/dev/sda /team ext4 rw 0 0\n", False),
        ("me@host:/ /team fuse.sshfs rw 0 0\n", True),
        ("", False),
    ],
)
def test_a_network_drive_is_known_by_its_mount(mounts, remote, tmp_path):
    """The nearest mount above the folder counts."""
    file = tmp_path / "mounts"
    file.write_text(mounts, encoding="utf-8")
    assert is_remote(type(tmp_path)("/team/dateline"), file) is remote
    assert not is_remote(tmp_path, tmp_path / "no-such-file")


def test_a_setting_makes_it_look(monkeypatch, tmp_path):
    """For drives that are not recognised."""
    assert not must_poll(tmp_path)
    monkeypatch.setenv("DATELINE_POLL", "1")
    assert must_poll(tmp_path)


def test_a_signature_differs_when_a_file_does(workspace):
    """Its name, its size or its time; a file that belongs to nobody is no obstacle."""
    first = signature(workspace)
    assert signature(workspace) == first
    (workspace / "events" / "ecuador" / "nowhere.yaml").symlink_to(workspace / "no-such-file")
    assert signature(workspace) == signature(workspace)
    (workspace / "events" / "ecuador" / "x").mkdir()
    assert signature(workspace) != first
