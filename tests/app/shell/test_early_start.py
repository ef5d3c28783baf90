"""A server begins to read a large workspace while it is still being fetched itself; a small one it reads in time."""

import pytest

from dashboard.app.shell import background_checks
from dashboard.app.shell.workspace_cache import WorkspaceCache
from dashboard.checks.validation import kept_look, validate


@pytest.fixture
def begin(workspace, monkeypatch):
    """Begins with the sample, which is large enough here; what was begun ends with the test."""
    monkeypatch.setenv(background_checks.ROOT_VARIABLE, str(workspace))
    monkeypatch.setattr(background_checks, "LEAST_FILES", 10)
    yield background_checks.begin_before_server
    for process in background_checks._begun.values():
        process.end()
    background_checks._begun.clear()


def test_the_cache_takes_what_was_read_and_checked(begin, workspace):
    """Once; it has opened the files, though another process did it, and says nothing else than a validation."""
    begin()
    cache = WorkspaceCache(workspace)
    found = cache.now(look=True)
    assert found.files_read == found.files
    same = validate(workspace)
    assert (found.validation.problems, found.validation.evidence) == (same.problems, same.evidence)
    assert background_checks.take_begun(workspace) is None


def test_another_workspace_does_not_take_it(begin, workspace, tmp_path):
    """It is of one folder."""
    begin()
    assert background_checks.take_begun(tmp_path) is None
    process = background_checks.take_begun(workspace)
    assert process is not None
    process.end()


def test_few_files_are_read_by_the_server(begin, workspace, monkeypatch):
    """They are read before anybody could wait for them."""
    monkeypatch.setattr(background_checks, "LEAST_FILES", 10_000)
    begin()
    assert background_checks.take_begun(workspace) is None


def test_what_is_kept_is_read_from_there(begin, workspace):
    """That is quicker than to read the files."""
    (workspace / kept_look.KEPT).mkdir(parents=True)
    (workspace / kept_look.KEPT / "1-0000").write_bytes(b"")
    begin()
    assert background_checks.take_begun(workspace) is None


def test_no_folder_at_all_begins_nothing(begin, tmp_path, monkeypatch):
    """The page says so."""
    monkeypatch.setenv(background_checks.ROOT_VARIABLE, str(tmp_path / "none"))
    begin()
    assert background_checks.take_begun(tmp_path / "none") is None
