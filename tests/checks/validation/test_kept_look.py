"""What a process keeps of a workspace on the disk, the next one begins with; and it finds what it would find anew."""

import os
import pickle
import shutil
import subprocess
import sys

import pytest

from dashboard.checks.validation import KeptLook, kept_look, validate, validate_by_kept, workspace_validation
from dashboard.store.loading import Loader
from dashboard.store.machine import own_key
from tests.checks.validation.faulty_workspaces import FaultyWorkspace
from tests.disks import no_space
from tests.seldom import seldom


@pytest.fixture(autouse=True)
def _kept_at_once(monkeypatch):
    """Files that have just been written are kept as well, and in small parts."""
    monkeypatch.setattr(kept_look, "SETTLED_SECONDS", 0)
    monkeypatch.setattr(kept_look, "PAUSE_SECONDS", 0)
    monkeypatch.setattr(kept_look, "FILES_OF_A_PART", 16)


def look(root, *, keep=True):
    """A look as a new process has it: how many files it opened, and what it found."""
    kept, loader = KeptLook(root), Loader(root)
    found = validate_by_kept(loader, kept)
    if keep:
        kept.write(found.workspace, found.look, loader.files_kept)
    return loader.files_read, found


def parts(root):
    """The files that are kept, by name."""
    return {path.name: path for path in sorted((root / kept_look.KEPT).iterdir())}


def test_the_next_process_reads_what_has_changed(workspace):
    """Nothing, where nothing has; and the signature, the findings and the verdicts are those of a first look."""
    first, found = look(workspace)
    again, same = look(workspace)
    assert (first, again) == (len(found.workspace.documents) + len(found.workspace.texts), 0)
    assert (same.problems, same.evidence, same.workspace) == (found.problems, found.evidence, found.workspace)
    file = next(iter(found.workspace.files.values()))
    (workspace / file).write_text((workspace / file).read_text("utf-8") + "# A word more.\n", "utf-8")
    assert look(workspace)[0] == 1


def test_findings_that_outlast_a_new_place_are_kept_with_it(workspace, monkeypatch):
    """What is found of events beside another place is not found anew by the next process."""
    kept, loader = KeptLook(workspace), Loader(workspace)
    before = validate_by_kept(loader, kept)
    kept.write(before.workspace, before.look, loader.files_kept)
    places = workspace / "events" / "registry" / "places.yaml"
    entry = "new-place: {name: Gualaceo, country: EC, precision: country}\n"
    places.write_text(places.read_text("utf-8") + entry, "utf-8")
    after = validate(loader, before)
    kept.write(after.workspace, after.look, loader.files_kept)
    looked_at = []

    def remember(corpus):
        looked_at.append(set(corpus.events))
        return iter(())

    monkeypatch.setattr(workspace_validation, "RULES_OF_RECORDS", (remember,))
    assert look(workspace)[1].problems == after.problems
    assert looked_at == [set()]


@pytest.mark.parametrize(("seed", "rounds"), [(1, 12), *seldom(*((seed, 80) for seed in range(2, 8)))])
def test_what_is_kept_is_what_would_be_found_anew(tmp_path, seed, rounds):
    """Processes come and go, files change, and parts are lost, or are those of an earlier process."""
    faulty = FaultyWorkspace(tmp_path, seed)
    chance, older = faulty.chance, {}
    deeds = []
    for _ in range(rounds):
        _, found = look(faulty.root, keep=chance.random() < 0.7)
        anew = validate(faulty.root)
        assert found.problems == anew.problems, deeds
        assert found.evidence == anew.evidence, deeds
        for name, path in parts(faulty.root).items() if (faulty.root / kept_look.KEPT).exists() else ():
            now, fate = path.read_bytes(), chance.random()
            if fate < 0.2 and name in older:
                path.write_bytes(older[name])
            elif fate < 0.3:
                path.unlink()
            older.setdefault(name, now)
            if chance.random() < 0.2:
                older[name] = now
        deeds.append(faulty.chance.choice((faulty.change, faulty.change, faulty.change_source, faulty.change_thread))())


def test_a_change_writes_one_part(workspace):
    """What holds no changed file is left as it is."""
    look(workspace)
    kept, loader = KeptLook(workspace), Loader(workspace)
    before = validate_by_kept(loader, kept)
    held = {name: path.stat().st_ino for name, path in parts(workspace).items()}
    kept.write(before.workspace, before.look, loader.files_kept)
    assert {name: path.stat().st_ino for name, path in parts(workspace).items()} == held
    file = workspace / before.workspace.files["us-base-closed"]
    file.write_text(file.read_text("utf-8") + "# A word more.\n", "utf-8")
    after = validate(loader, before)
    kept.write(after.workspace, after.look, loader.files_kept)
    changed = [name for name, path in parts(workspace).items() if path.stat().st_ino != held[name]]
    assert 0 < len(changed) < len(held) - 1


class Evil:
    """What would run a command when it is unpacked."""

    def __init__(self, file):
        self.file = file

    def __reduce__(self):
        return os.mkdir, (str(self.file),)


def test_what_came_with_a_workspace_is_never_unpacked(workspace, tmp_path):
    """A part that this machine did not write is passed over; and even what it signed makes nothing but records."""
    look(workspace)
    evil = tmp_path / "evil"
    for path in parts(workspace).values():
        path.write_bytes(path.read_bytes()[:64] + pickle.dumps(Evil(evil)))
    assert look(workspace, keep=False)[0] > 0
    for name, path in parts(workspace).items():
        path.write_bytes(kept_look.signed_bytes(Evil(evil), kept_look._purpose(name)))
    assert look(workspace, keep=False)[0] > 0
    assert not evil.exists()


def test_a_part_of_another_machine_version_or_name_is_passed_over(workspace, monkeypatch, tmp_path):
    """Each is bound to the key, the version, and the name of its file."""
    first, _ = look(workspace)
    names = list(parts(workspace))
    shutil.copy(parts(workspace)[names[0]], workspace / kept_look.KEPT / names[1])
    assert 0 < look(workspace, keep=False)[0] < first
    monkeypatch.setattr(kept_look, "package_version", lambda: "another")
    assert look(workspace, keep=False)[0] == first
    monkeypatch.undo()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another machine"))
    own_key._key.cache_clear()
    assert look(workspace, keep=False)[0] == first


@pytest.mark.parametrize("harm", [b"", b"x" * 200, None])
def test_harmed_files_are_passed_over(workspace, harm):
    """Empty, nonsense, cut in half."""
    first, found = look(workspace)
    for path in parts(workspace).values():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2] if harm is None else harm)
    again, same = look(workspace)
    assert (again, same.problems) == (first, found.problems)
    assert look(workspace)[0] == 0


def test_nothing_is_kept_on_a_full_disk_or_behind_a_link(workspace, tmp_path):
    """And nothing is said of it: the next process reads all."""
    with no_space():
        first, _ = look(workspace)
    assert look(workspace, keep=False)[0] == first
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(workspace / ".dateline", ignore_errors=True)
    (workspace / ".dateline").symlink_to(tmp_path / "elsewhere")
    look(workspace)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_that_has_just_been_written_is_not_trusted(workspace, monkeypatch):
    """It may be written again within the same tick of the clock."""
    monkeypatch.setattr(kept_look, "SETTLED_SECONDS", 3600)
    first, _ = look(workspace)
    assert look(workspace)[0] == first


def test_a_file_with_its_old_time_and_size_is_read_again(workspace):
    """Who puts back the time of the last change does not change when the system noticed."""
    _, found = look(workspace)
    file = workspace / found.workspace.files["us-base-closed"]
    status, text = file.stat(), file.read_text("utf-8")
    other = text.replace("title: ", "title: ", 1).replace("e", "a", 1)
    assert len(other) == len(text)
    assert other != text
    file.write_text(other, "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert look(workspace)[0] == 1


KILLED = """
import sys
from pathlib import Path
from dashboard.checks.validation import KeptLook, kept_look, validate_by_kept
from dashboard.store.loading import Loader
kept_look.SETTLED_SECONDS, kept_look.FILES_OF_A_PART = 0, 2
root = Path(sys.argv[1])
kept, loader = KeptLook(root), Loader(root)
found = validate_by_kept(loader, kept)
print("read", flush=True)
while True:
    kept._written = {}
    kept.write(found.workspace, found.look, loader.files_kept)
"""


@pytest.mark.proof
def test_two_writers_that_are_killed_leave_whole_parts(workspace):
    """Whenever they end, the next process finds what there is to find."""
    anew = validate(workspace)
    for _ in range(10):
        writers = [
            subprocess.Popen([sys.executable, "-c", KILLED, workspace], stdout=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        for writer in writers:
            assert writer.stdout.readline() == "read\n"
        for writer in writers:
            writer.kill()
            writer.wait()
            writer.stdout.close()
        _, found = look(workspace, keep=False)
        assert (found.problems, found.evidence) == (anew.problems, anew.evidence)
