"""A large workspace is shown before it is checked, and says so; then what the checks have found."""

import threading
import time

import pytest

from dashboard.app.shell import background_checks, workspace_cache
from dashboard.app.shell.workspace_cache import WorkspaceCache
from dashboard.checks.validation import begin_validation, check_process, validate
from dashboard.checks.validation.kept_look import KEPT
from dashboard.errors import DatelineError
from dashboard.evidence.verdicts import Verdict
from dashboard.store.loading import Loader

PATIENCE_S = 30


class Gated:
    """Stands for the process that checks: it has found nothing until the gate is open."""

    gate = threading.Event()
    started = 0
    fails = False

    def __init__(self, root):
        type(self).started += 1
        self._loader = Loader(root)
        self._begun = begin_validation(self._loader.load())

    @property
    def checked_count(self):
        return 3

    def problems_of(self, files):
        assert self.gate.wait(PATIENCE_S)
        same = check_process.version_of(self._loader.files_kept) == check_process.version_of(files)
        return self._begun.check() if same and not self.fails else None

    def stop(self):
        pass

    end = stop


@pytest.fixture
def gate(monkeypatch):
    """Whatever is read has so much to check that pages do not wait for it; the checks end when the gate is set."""

    class Process(Gated):
        gate = threading.Event()

    monkeypatch.setattr(background_checks, "CheckProcess", Process)
    monkeypatch.setattr(workspace_cache, "LEAST_BEHIND", 1)
    yield Process
    Process.gate.set()
    for thread in threading.enumerate():
        if thread.name == "dateline-checks":
            thread.join(PATIENCE_S)


def wait_for(holds):
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def is_checked(cache):
    return cache.now(look=False).validation.is_complete


def change_title(workspace, event):
    file = workspace / event
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Then ", 1), "utf-8")


def test_it_is_shown_before_it_is_checked(gate, workspace):
    """Then as a look that waits for everything finds it, in another version, so that open pages show it."""
    cache = WorkspaceCache(workspace)
    early = cache.now(look=True)
    assert not early.validation.is_complete
    assert early.validation.evidence.count(early.validation.workspace.events)[Verdict.FOUND] == 0
    assert cache.checks_progress == (3, len(early.validation.workspace.events))
    gate.gate.set()
    late = cache.now_checked(look=False)
    assert late.version > early.version
    same = validate(workspace)
    assert (late.validation.problems, late.validation.evidence) == (same.problems, same.evidence)
    assert cache.checks_progress == (0, 0)


def test_few_records_are_waited_for(workspace, monkeypatch):
    """As the checks take less than a second."""
    monkeypatch.setattr(background_checks, "CheckProcess", lambda _: pytest.fail("a process is started"))
    assert WorkspaceCache(workspace).now(look=True).validation.is_complete


def test_what_is_written_meanwhile_is_shown_and_checked(gate, workspace):
    """At once, as being checked; and the checks that began before are not begun again."""
    cache = WorkspaceCache(workspace)
    id_, file = next(iter(cache.now(look=True).validation.workspace.files.items()))
    change_title(workspace, file)
    between = cache.now(look=True)
    assert between.validation.workspace.events[id_].title.startswith("Then ")
    assert not between.validation.is_complete
    gate.gate.set()
    late = cache.now_checked(look=False)
    same = validate(workspace)
    assert (late.validation.problems, late.validation.evidence) == (same.problems, same.evidence)
    assert late.validation.workspace.events[id_].title.startswith("Then ")
    assert gate.started == 1


def test_nothing_is_kept_before_it_is_checked(gate, workspace, monkeypatch):
    """A page that nothing was checked for is not what the next server begins with."""
    monkeypatch.setattr(workspace_cache, "KEEP_AFTER_SECONDS", 0)
    cache = WorkspaceCache(workspace)
    cache.now(look=True)
    time.sleep(0.05)
    assert not (workspace / KEPT).exists()
    gate.gate.set()
    wait_for(lambda: list((workspace / KEPT).glob("1-*")))


def test_checks_that_fail_are_begun_again_and_then_waited_for(gate, workspace):
    """Were they never to end, nothing would ever be said to hold."""
    gate.fails = True
    gate.gate.set()
    cache = WorkspaceCache(workspace)
    cache.now(look=True)
    wait_for(lambda: is_checked(cache))
    assert gate.started == workspace_cache.MOST_TRIES
    assert cache.now(look=False).validation.evidence == validate(workspace).evidence


def test_reading_everything_anew_waits_for_the_checks(gate, workspace):
    """Whatever goes on behind is dropped, and what it finds then changes nothing."""
    cache = WorkspaceCache(workspace)
    cache.now(look=True)
    cache.reload()
    shown = cache.now(look=False)
    assert shown.validation.is_complete
    gate.gate.set()
    time.sleep(0.05)
    assert cache.now(look=False) is shown


def test_what_another_server_kept_is_not_checked_again(gate, workspace, monkeypatch):
    """It is shown with its verdicts at once."""
    monkeypatch.setattr(workspace_cache, "KEEP_AFTER_SECONDS", 0)
    monkeypatch.setattr("dashboard.checks.validation.kept_look.SETTLED_SECONDS", 0)
    gate.gate.set()
    first = WorkspaceCache(workspace).now_checked(look=True)
    wait_for(lambda: list((workspace / ".dateline" / "look").glob("1-*")))
    gate.gate.clear()
    again = WorkspaceCache(workspace).now(look=True)
    assert again.validation.is_complete
    assert again.validation.evidence == first.validation.evidence


def test_a_folder_that_goes_away_meanwhile_is_told_as_ever(gate, workspace):
    """Whoever waits for the checks hears of it, too."""
    cache = WorkspaceCache(workspace)
    cache.now(look=True)
    workspace.rename(workspace.with_name("elsewhere"))
    cache.look()
    with pytest.raises(DatelineError):
        cache.now_checked(look=False)
