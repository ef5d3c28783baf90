"""Two processes at one workspace, and processes that are killed: nothing is lost, nothing is left lying about."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.errors import DatelineError
from dashboard.model.workspace import SavedView
from dashboard.store import lock
from dashboard.store.briefing_files import BriefingChanged, fingerprint, new_briefing, save_briefing, set_built_on
from dashboard.store.draft_files import alone
from dashboard.store.loading import load
from dashboard.store.lock import workspace_lock
from dashboard.store.renaming import Target, remove_source, rename
from dashboard.store.source_files import accept_text, store_source
from dashboard.store.temporary import OLD_SECONDS, PREFIX, remove_leftovers_below, temporary_folder, temporary_path
from dashboard.store.views_file import FILE, ViewNotSaved, remove_view, save_view
from dashboard.store.writing import write_whole
from tests.store.test_briefing_files import STATE, made

SAVES = """
import sys
from pathlib import Path
from dashboard.model.workspace import SavedView
from dashboard.store.views_file import save_view

root, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for each in range(number):
    save_view(root, SavedView.model_validate({"id": f"{name}-{each}", "title": f"{name} {each}", "words": "x" * 500}))
"""
SLOWLY = "import os, time\nos.fsync = lambda _: time.sleep(0.02)\n"
HOLDS = """
import sys, time
from pathlib import Path
from dashboard.store.lock import workspace_lock

with workspace_lock(Path(sys.argv[1])):
    print("ready", flush=True)
    time.sleep(600)
"""
IN_A_FOLDER = """
import time
from dashboard.store.temporary import temporary_folder

with temporary_folder() as folder:
    (folder / "half").write_text("half")
    print(folder, flush=True)
    time.sleep(600)
"""


@contextmanager
def ready(program, *arguments, **environment):
    """A Python of its own that runs `program` and has said its first line; it is killed with the context."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def begin(process):
    """Let it go on after its first line."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def left_over(folder):
    """What lies in a folder that nobody should see."""
    return sorted(path.name for path in folder.rglob(".*"))


def view(title="mine"):
    return SavedView.model_validate({"id": title, "title": title})


def test_what_two_processes_save_is_all_there(empty_workspace):
    """A hundred views, by two processes at the same time: whoever was told that it is saved finds it."""
    with ready(SAVES, empty_workspace, "a", 50) as (one, _), ready(SAVES, empty_workspace, "b", 50) as (other, _):
        begin(one)
        begin(other)
        assert (one.wait(300), other.wait(300)) == (0, 0)
    assert set(load(empty_workspace).views) == {f"{name}-{number}" for name in "ab" for number in range(50)}
    assert left_over(empty_workspace) == []


@pytest.mark.proof
def test_what_is_killed_while_it_writes_leaves_nothing_for_long(empty_workspace):
    """At any moment: the file is whole and read without a word, and the next who saves removes what lies beside it."""
    moments, seen = random.Random(48), 0
    for number in range(8):
        with ready(SLOWLY + SAVES, empty_workspace, f"killed-{number}", 10_000) as (process, _):
            begin(process)
            time.sleep(moments.uniform(0.03, 0.25))
            process.send_signal(signal.SIGKILL)
            process.wait(60)
        seen += any(name.startswith(PREFIX) for name in left_over(empty_workspace))
        assert load(empty_workspace).problems == ()
    assert seen, "no process was killed while it wrote"
    save_view(empty_workspace, view())
    assert "mine" in load(empty_workspace).views
    assert left_over(empty_workspace) == []


def test_the_lock_of_a_killed_process_is_free(empty_workspace, monkeypatch):
    """While it lives, others wait and are told; once it is killed, the next has it at once."""
    monkeypatch.setattr(lock, "PATIENCE_SECONDS", 0.2)
    with ready(HOLDS, empty_workspace) as (process, _):
        with pytest.raises(ViewNotSaved, match=r"another program is changing this workspace\. Try again"):
            save_view(empty_workspace, view())
        process.send_signal(signal.SIGKILL)
        process.wait(60)
        assert (empty_workspace / lock.FILE).exists()
        save_view(empty_workspace, view())
    assert left_over(empty_workspace) == []


@pytest.mark.parametrize(
    "write",
    [
        lambda root: save_view(root, view("another")),
        lambda root: remove_view(root, "mine"),
        lambda root: new_briefing(root, made(id="another")),
        lambda root: save_briefing(root, made(title="Another"), fingerprint(root, "base")),
        lambda root: set_built_on(root, load(root).briefings["base"], STATE),
        lambda root: store_source(root, "another", "It is so.", "kind: article\n"),
        lambda root: accept_text(root, "said"),
        lambda root: rename(root, Target("source", "said"), "told"),
        lambda root: remove_source(root, "said"),
        lambda root: alone(root).__enter__(),
    ],
    ids=["view", "no view", "new briefing", "briefing", "built on", "source", "text", "rename", "removal", "drafts"],
)
def test_whoever_writes_waits_for_another(write, empty_workspace, monkeypatch):
    """While another process changes the workspace, nothing is written, and that is said."""
    root = empty_workspace
    save_view(root, view())
    new_briefing(root, made())
    store_source(root, "said", "It is so.", f"kind: article\ntext: {{sha256: {'0' * 64}, characters: 9}}\n")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    monkeypatch.setattr(lock, "PATIENCE_SECONDS", 0.2)
    with ready(HOLDS, root), pytest.raises(DatelineError, match="another program is changing this workspace"):
        write(root)
    assert before == {path: path.read_bytes() for path in before}


def test_the_lock_can_be_taken_within_itself(empty_workspace):
    """And is given back with the outermost."""
    with workspace_lock(empty_workspace):
        with workspace_lock(empty_workspace):
            pass
        assert (empty_workspace / lock.FILE).exists()
    assert not (empty_workspace / lock.FILE).exists()


def test_a_lock_leads_nowhere_else(empty_workspace, tmp_path):
    """A link of its name is not followed: nothing is made elsewhere."""
    (empty_workspace / lock.FILE).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ViewNotSaved):
        save_view(empty_workspace, view())
    assert not (tmp_path / "elsewhere").exists()


def test_only_what_nobody_writes_any_more_is_removed(empty_workspace):
    """Files of living processes and of other machines stay, until they are a day old; those of others always do."""
    folder = empty_workspace / "events" / "harbour"
    folder.mkdir()
    mine = temporary_path(folder)
    machine = mine.name.removeprefix(PREFIX).split("-")[0]
    with ready(HOLDS, empty_workspace) as (process, _):
        gone = process.pid
    old, foreign = folder / f"{PREFIX}00000000-1-aa", folder / f"{PREFIX}00000000-1-bb"
    theirs = [folder / ".views.yaml.swp", folder / f"{PREFIX}notes"]
    for path in (mine, old, foreign, *theirs, folder / f"{PREFIX}{machine}-{gone}-cc"):
        path.write_text("half", encoding="utf-8")
    os.utime(old, (time.time() - OLD_SECONDS - 60,) * 2)
    remove_leftovers_below(empty_workspace)
    assert left_over(folder) == sorted(path.name for path in (mine, foreign, *theirs))


def test_a_write_removes_what_lies_beside_its_file(tmp_path):
    """Outside a workspace as well, where a document is written."""
    with ready(HOLDS, tmp_path) as (process, _):
        pass
    machine = temporary_path(tmp_path).name.removeprefix(PREFIX).split("-")[0]
    (tmp_path / f"{PREFIX}{machine}-{process.pid}-aa").write_text("half", encoding="utf-8")
    write_whole(tmp_path / "document", "whole")
    assert [path.name for path in tmp_path.iterdir()] == ["document"]


def test_the_folder_of_a_killed_process_goes_with_the_next(tmp_path):
    """In which a PDF was typeset, or an earlier state laid out."""
    with ready(IN_A_FOLDER, TMPDIR=str(tmp_path)) as (_process, folder):
        assert Path(folder).parent == tmp_path
    assert (Path(folder) / "half").exists()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(tmp_path))
        with temporary_folder() as mine:
            assert [path.name for path in tmp_path.iterdir()] == [mine.name]
    assert left_over(tmp_path) == []


def test_what_was_changed_meanwhile_is_not_accepted(empty_workspace):
    """What a briefing rests on is written into the very briefing that was looked through, and into no other."""
    new_briefing(empty_workspace, made())
    looked_through = load(empty_workspace).briefings["base"]
    changed = looked_through.model_copy(update={"title": "Another"})
    save_briefing(empty_workspace, changed, fingerprint(empty_workspace, "base"))
    with pytest.raises(BriefingChanged, match="changed by somebody else"):
        set_built_on(empty_workspace, looked_through, STATE)
    assert load(empty_workspace).briefings["base"] == changed
    assert set_built_on(empty_workspace, changed, STATE)


def test_git_does_not_see_them(root, tmp_path, git):
    """In this repository, what is being written and who writes are not offered to be committed."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".gitignore").write_text((root / ".gitignore").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "events").mkdir()
    for path in (temporary_path(tmp_path / "events"), tmp_path / lock.FILE, tmp_path / FILE):
        path.write_text("half", encoding="utf-8")
    assert git(tmp_path, "status", "--porcelain", "--untracked-files=all").split() == ["??", ".gitignore", "??", FILE]
