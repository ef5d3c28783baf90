"""Checks in a process of their own find what checks in this one find; they hold for the files that both have read."""

import os
import signal
import time

import pytest

from dashboard.checks.validation import CheckProcess, begin_validation, check_process, validate
from dashboard.evidence.verdicts import Verdict
from dashboard.store.loading import Loader
from tests.checks.validation.faulty_workspaces import FaultyWorkspace


@pytest.fixture
def faulty(tmp_path):
    """A workspace in which much is wrong."""
    return FaultyWorkspace(tmp_path, seed=7).root


@pytest.fixture
def start():
    """Starts processes, which end with the test."""
    started = []

    def begin(root, **options):
        started.append(CheckProcess(root, **options))
        return started[-1]

    yield begin
    for each in started:
        each.end()


def read(root):
    loader = Loader(root)
    return begin_validation(loader.load()), loader.files_kept


def test_it_finds_what_this_process_finds(faulty, start):
    """Problems, verdicts and what is kept for the next look; and it tells how many events it has checked."""
    process, (begun, files) = start(faulty), read(faulty)
    found = begun.complete(process.problems_of(files))
    same = validate(faulty)
    assert (found.problems, found.evidence, found.counts) == (same.problems, same.evidence, same.counts)
    assert found.is_complete
    assert {key: each.problems for key, each in found.look.findings.items()} == {
        key: each.problems for key, each in same.look.findings.items()
    }
    assert process.checked_count >= len(begun.ids_to_check) > 0


def test_until_then_nothing_is_said_to_hold(faulty):
    """No quote is said to be found, no claim questioned; what is not found stays so, as no check changes that."""
    begun, _ = read(faulty)
    early, late = begun.incomplete(), begun.complete(begun.check())
    assert not early.is_complete
    said = {
        (event, key): (found.verdict, late.evidence.of(event, key).verdict)
        for event, claims in early.evidence.claims.items()
        for key, found in claims.items()
    }
    assert {before for before, _ in said.values()} == {Verdict.CHECKING, Verdict.NOT_FOUND, Verdict.NOT_CHECKABLE}
    assert {after for before, after in said.values() if before is Verdict.CHECKING} == {
        Verdict.FOUND,
        Verdict.QUESTIONED,
    }
    assert all(before is after for before, after in said.values() if before is not Verdict.CHECKING)
    assert not early.look.findings


def test_what_is_known_of_events_is_not_open(workspace):
    """After a change, only what rests on it is being checked."""
    loader = Loader(workspace)
    before = validate(loader)
    file = workspace / next(iter(before.workspace.files.values()))
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Then ", 1), "utf-8")
    begun = begin_validation(loader.load(), before.look)
    assert 0 < len(begun.ids_to_check) < len(before.workspace.events)
    assert begun.incomplete().evidence.unchecked == begun.ids_to_check
    assert begun.complete(begun.check()).evidence == validate(workspace).evidence


def test_it_holds_for_no_other_files(workspace, start):
    """Somebody wrote a file after this process had read it."""
    _, files = read(workspace)
    source = next((workspace / "seeds").glob("*.txt"))
    os.utime(source)
    assert start(workspace).problems_of(files) is None


def test_one_that_is_killed_has_found_nothing(workspace, start):
    """Nobody waits for it for ever."""
    process, (_, files) = start(workspace), read(workspace)
    os.kill(process._process.pid, signal.SIGKILL)
    assert process.problems_of(files) is None


def test_one_that_cannot_start_has_found_nothing(workspace, start, monkeypatch):
    """Where there is no memory for it."""

    def refuse(*_arguments, **_options):
        raise OSError("no more processes")

    monkeypatch.setattr(check_process.subprocess, "Popen", refuse)
    process, (_, files) = start(workspace), read(workspace)
    assert process.problems_of(files) is None
    assert process.checked_count == 0


def test_it_ends_when_nobody_listens_any_more(workspace, start):
    """A server that is killed leaves no checks behind."""
    process = start(workspace)
    process._process.stdout.close()
    end = time.monotonic() + 60
    while process._process.poll() is None:
        assert time.monotonic() < end, "it goes on"
        time.sleep(0.02)


def test_a_folder_that_is_no_workspace_ends_it(tmp_path, start):
    """Whoever asked has found that, too."""
    assert start(tmp_path / "none").problems_of({}) is None


def test_it_passes_on_what_it_reads(faulty, start):
    """Every event's file as it would be read here, with its stamp: of these, none is opened again."""
    process, (begun, files) = start(faulty, passes_on=True), read(faulty)
    passed = process.files_read()
    assert {"events/faulty", "events/ecuador"} <= {file.rpartition("/")[0] for file in passed}
    assert {file: files[file] for file in passed} == passed
    loader = Loader(faulty)
    loader.remember(passed, were_opened=True)
    again = begin_validation(loader.load())
    assert loader.files_read == len(loader.files_kept) == len(files)
    assert again.corpus.workspace == begun.corpus.workspace
    found = again.complete(process.problems_of(loader.files_kept))
    assert found.problems == validate(faulty).problems
    assert process.files_read() == {}


def test_what_it_passes_on_need_not_be_asked_for(workspace, start):
    """Whoever has read the files already waits for the problems alone."""
    process, (begun, files) = start(workspace, passes_on=True), read(workspace)
    assert begun.complete(process.problems_of(files)).evidence == validate(workspace).evidence


def test_one_that_is_killed_while_it_reads_has_passed_on_nothing(workspace, start):
    """The server then reads by itself."""
    process = start(workspace, passes_on=True)
    os.kill(process._process.pid, signal.SIGKILL)
    assert process.files_read() == {}
