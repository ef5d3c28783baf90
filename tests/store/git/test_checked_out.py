"""The commit that is checked out, and whether the records are as it has them."""

import subprocess

import pytest

from dashboard.store.git import commit_of_records


@pytest.fixture
def committed(tmp_path, tool):
    """A workspace of two files, committed below the top of its repository."""
    root = tmp_path / "work"
    for name in ("events/a/b.yaml", "seeds/c.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x\n", encoding="utf-8")
    as_somebody = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "."), (*as_somebody, "commit", "-q", "-m", "All")):
        subprocess.run([tool("git"), *words], cwd=tmp_path, check=True, capture_output=True)
    return root


def test_records_as_committed(committed):
    """The hash, and no change; what stands beside the records is none."""
    (committed / "notes.txt").write_text("y", encoding="utf-8")
    commit, has_changes = commit_of_records(committed)
    assert (len(commit), has_changes) == (40, False)
    (committed / "seeds/c.txt").write_bytes(b"x\r\n")
    assert commit_of_records(committed) == (commit, False)


@pytest.mark.parametrize("change", ["changed", "new", "gone"])
def test_changes_since(change, committed):
    """A record that differs, one more, and one less."""
    file = committed / ("seeds/new.txt" if change == "new" else "seeds/c.txt")
    if change == "gone":
        file.unlink()
    else:
        file.write_text("z\n", encoding="utf-8")
    assert commit_of_records(committed)[1] is True


def test_without_git(tmp_path):
    """Nothing is told."""
    assert commit_of_records(tmp_path) == ("", False)
