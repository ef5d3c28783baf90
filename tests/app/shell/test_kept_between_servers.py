"""What one server found of a workspace, the next begins with; one that may write nothing keeps nothing."""

import time

import pytest

from dashboard.app.shell import workspace_cache
from dashboard.app.shell.workspace_cache import READ_ONLY_VARIABLE, WorkspaceCache
from dashboard.checks.validation import kept_look


@pytest.fixture(autouse=True)
def _kept_soon(monkeypatch):
    monkeypatch.setattr(workspace_cache, "KEEP_AFTER_SECONDS", 0)
    monkeypatch.setattr(kept_look, "SETTLED_SECONDS", 0)


def kept(folder):
    """Whether something was kept, once the server has had time for it."""
    for _ in range(200):
        if list((folder / kept_look.KEPT).glob("1-*")):
            return True
        time.sleep(0.02)
    return False


def test_the_next_server_opens_no_file_that_has_not_changed(workspace):
    """Its page shows the same."""
    first = WorkspaceCache(workspace).now(look=True)
    assert kept(workspace)
    again = WorkspaceCache(workspace).now(look=True)
    assert (first.files_read, again.files_read) == (first.files, 0)
    assert again.validation.problems == first.validation.problems
    assert again.validation.evidence == first.validation.evidence


def test_reloading_opens_every_file(workspace):
    """What is kept is not asked where somebody wants all to be read anew."""
    WorkspaceCache(workspace).now(look=True)
    assert kept(workspace)
    cache = WorkspaceCache(workspace)
    cache.reload()
    assert cache.now(look=False).files_read == cache.now(look=False).files > 0


def test_a_server_that_only_reads_keeps_nothing(workspace, monkeypatch):
    """`--read-only` is meant."""
    monkeypatch.setenv(READ_ONLY_VARIABLE, "1")
    monkeypatch.setattr(workspace_cache.WorkspaceCache, "_keep", lambda _: pytest.fail("it would be kept"))
    WorkspaceCache(workspace).now(look=True)
    time.sleep(0.1)
    assert not (workspace / ".dateline").exists()
