"""Saved files are committed alone, by who git says we are, and without running anything of the repository's."""

import os
import subprocess

import pytest

from dashboard.store.git.commit import NotCommitted, commit_files, is_repository
from tests.copying import write

FILE = "events/harbour/port.yaml"


@pytest.fixture
def git(tmp_path, monkeypatch):
    """Git in a new repository, whose person has settings of their own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "top/team").mkdir(parents=True)

    def run(*arguments):
        return subprocess.run(
            ["git", *arguments], cwd=tmp_path / "top", check=True, capture_output=True, text=True
        ).stdout.strip()

    run("init", "-q")
    run("config", "--global", "user.name", "Ana Analyst")
    run("config", "--global", "user.email", "ana@example.org")
    run("commit", "-q", "--allow-empty", "-m", "first")
    return run


@pytest.fixture
def root(tmp_path, git):
    """A workspace within the repository, of which nothing is committed."""
    write(tmp_path / "top/team", FILE, "title: Port\n")
    return tmp_path / "top/team"


def test_only_the_files_are_committed(root, git):
    """What else is staged stays staged; author and message are as they should be."""
    write(root, "events/harbour/other.yaml", "title: Other\n")
    git("add", "team/events/harbour/other.yaml")
    short = commit_files(root, [FILE], "Edit\nevent port")
    assert git("log", "-1", "--format=%h|%an|%ae|%s") == f"{short}|Ana Analyst|ana@example.org|Edit event port"
    assert git("show", "--name-only", "--format=") == f"team/{FILE}"
    assert git("diff", "--cached", "--name-only") == "team/events/harbour/other.yaml"
    write(root, FILE, "title: Port of Quito\n")
    commit_files(root, [FILE], "-m again")
    assert git("log", "-1", "--format=%s") == "-m again"
    assert git("diff", "--cached", "--name-only") == "team/events/harbour/other.yaml"


def test_nothing_of_the_repository_is_run(root, git, tmp_path):
    """Neither a hook, nor a program that signs, nor a filter."""
    trap = tmp_path / "trap"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {trap}\ncat\n")
    program.chmod(0o755)
    for name in ("pre-commit", "commit-msg", "post-commit", "prepare-commit-msg", "post-index-change"):
        (tmp_path / "top/.git/hooks" / name).write_bytes(program.read_bytes())
        (tmp_path / "top/.git/hooks" / name).chmod(0o755)
    for name in ("gpg.program", "core.editor", "core.fsmonitor", "diff.external", "filter.evil.clean"):
        git("config", name, str(program))
    git("config", "commit.gpgSign", "true")
    commit_files(root, [FILE], "Edit")
    assert not trap.exists()
    write(root, ".gitattributes", "*.yaml filter=evil\n")
    write(root, FILE, "title: Another\n")
    with pytest.raises(NotCommitted, match="filter evil, a program that Dateline does not run"):
        commit_files(root, [FILE], "Edit")
    assert not trap.exists()


def test_a_filter_of_other_files_is_not_run_either(root, git, tmp_path):
    """Git looks at whatever may have changed, and would hand it to the filter."""
    trap = tmp_path / "trap"
    write(root, "photo.bin", "12345")
    write(root, ".gitattributes", "*.bin filter=evil\n")
    git("add", "team")
    git("commit", "-q", "-m", "second")
    git("config", "filter.evil.clean", f"sh -c 'touch {trap}; cat'")
    os.utime(root / "photo.bin", (1, 1))
    write(root, FILE, "title: Another\n")
    commit_files(root, [FILE], "Edit")
    assert not trap.exists()
    git("config", "filter.a=b.clean", "cat")
    with pytest.raises(NotCommitted, match="has an equals sign"):
        commit_files(root, [FILE], "Edit")


def test_nothing_is_committed_where_no_branch_is_checked_out(root, git):
    """Within a rebase, or at an old commit, it would be left behind."""
    git("checkout", "-q", "--detach")
    with pytest.raises(NotCommitted, match="no branch is checked out"):
        commit_files(root, [FILE], "Edit")
    assert git("status", "--short") == "?? team/"


def test_nobody_is_made_up_where_git_does_not_know_who_commits(root, git):
    """The message says how to tell it."""
    git("config", "--global", "--unset", "user.name")
    with pytest.raises(NotCommitted, match=r"does not know who you are.*git config --global user\.name"):
        commit_files(root, [FILE], "Edit")
    assert git("status", "--short") == "?? team/"


@pytest.mark.parametrize("other", ["untracked", "changed"])
def test_files_that_git_has_are_told_whatever_else_is_not_committed(root, git, other):
    """A save that is pressed once more after its commit, beside work of others: git words that in another way."""
    if other == "changed":
        write(root, "events/harbour/other.yaml", "title: Other\n")
        commit_files(root, ["events/harbour/other.yaml"], "Other")
    commit_files(root, [FILE], "Edit")
    write(root, "events/harbour/other.yaml", "title: Other, changed\n")
    with pytest.raises(NotCommitted, match=r"Not committed: git has these files as they are now\.$"):
        commit_files(root, [FILE], "Edit")


def test_a_commit_that_git_refuses_leaves_the_index_as_it_was(root, git):
    """A file that is ignored, one without changes, and a merge that is under way."""
    write(root, ".gitignore", "ignored.yaml\n")
    write(root, "events/harbour/ignored.yaml", "title: x\n")
    with pytest.raises(NotCommitted, match="ignored by one of your"):
        commit_files(root, ["events/harbour/ignored.yaml"], "Edit")
    commit_files(root, [FILE], "Edit")
    with pytest.raises(NotCommitted, match="git has these files as they are now"):
        commit_files(root, [FILE], "Edit")
    assert git("diff", "--cached", "--name-only") == ""


def test_a_folder_outside_of_git_is_no_repository(root, tmp_path_factory):
    """There nothing is offered, and nothing is committed."""
    assert is_repository(root)
    outside = tmp_path_factory.mktemp("outside")
    assert not is_repository(outside)
    with pytest.raises(NotCommitted, match="not in a git repository"):
        commit_files(outside, ["x"], "Edit")
