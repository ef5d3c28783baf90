"""The README's blocks of commands, pasted as printed into a shell: in the clone, and in an empty folder beside it."""

import os
import re
import shlex
import shutil
import sys
import urllib.request
from pathlib import Path

import pytest

from dashboard.checks.validation import validate
from dashboard.store.setup import example_files
from tests.seldom import seldom
from tests.terminal import terminal

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
SERVE, ON_THE_PATH, WALK, LOOK, BRIEF = BLOCKS
NOT_CLONED = (".git", ".venv", "tests", "__pycache__", ".*_cache", ".hypothesis", "build", "dist", "*.egg-info")
PROGRAMS = Path(sys.executable).parent
BOTH = pytest.mark.parametrize(("name", "where"), [("bash", "clone"), *seldom(("zsh", "beside"))])
SERVED = r"(http://127\.0\.0\.1:\d+)\s+Press Ctrl-C to stop"


@pytest.fixture
def clone(tmp_path, committed):
    """A clone of this repository with an environment, as `make serve` leaves it."""
    clone = Path(shutil.copytree(ROOT, tmp_path / "dateline", ignore=shutil.ignore_patterns(*NOT_CLONED)))
    committed(clone, "2026-01-01")
    programs = clone / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "dateline"):
        (programs / name).write_text(f'#!/bin/sh\nexec {shlex.quote(str(PROGRAMS / name))} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    (programs.parent / "made").touch()
    return clone


@pytest.fixture
def environment():
    """That of somebody who has no `dateline` on the path, and whose browser stays closed."""
    elsewhere = [each for each in os.environ["PATH"].split(os.pathsep) if not (Path(each) / "dateline").exists()]
    return {**os.environ, "PATH": os.pathsep.join(elsewhere), "CI": "true"}


@pytest.fixture
def place(where, clone):
    """Where the reader is: in the clone, or in an empty folder beside it."""
    if where == "clone":
        return clone
    (clone.parent / "empty").mkdir()
    return clone.parent / "empty"


@pytest.fixture
def shell(name, tool):
    """The path of a shell that people use."""
    return tool(name)


def held_in(folder):
    """What every file below a folder holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(("name", "where"), [("bash", "beside"), *seldom(("bash", "clone"), ("zsh", "beside"))])
def test_pasted_as_printed_the_readme_works_and_spares_the_clone(shell, place, clone, environment, git):
    """From `make serve` to a briefing: each block succeeds, the example validates, the clone is as it was committed.

    A second time, what would write stops at once, and neither folder nor clone changes.
    """
    made = clone.parent / "our-events"
    if place != clone:
        environment["BROWSER_PATH"] = str(clone.parent / "none")  # figures take their time, and once is enough
    with terminal(shell, clone, environment) as window:
        window.type(SERVE)
        with urllib.request.urlopen(window.wait_for(SERVED)[1]) as page:
            assert b"<title>" in page.read()
        window.type("\x03\n")
        assert window.paste(ON_THE_PATH) == 0
        assert window.paste(f"cd {shlex.quote(str(place))}\n{WALK}") == 0, window.shown
        assert [str(problem) for problem in validate(made).problems] == []
        begin = len(window.shown)
        window.type(LOOK)
        assert "1 event" in window.wait_for(rf"(?s).*{SERVED}", begin)[0]
        window.type("\x03\n")
        assert window.paste(f"cd {shlex.quote(str(place))}\n{BRIEF}") == 0, window.shown
        before = held_in(made)
        assert {Path(name).suffix for name in before if name.startswith("briefings/")} == {
            *(".html", ".pdf", ".docx", ".pptx", ".md")
        }
        for block in (WALK, BRIEF):
            assert window.paste(f"cd {shlex.quote(str(place))}\n{block}") != 0, window.shown
    assert held_in(made) == before
    assert git(clone, "status", "--porcelain") == ""


@pytest.mark.parametrize(("name", "where"), [("bash", "beside"), ("zsh", "clone")])
def test_without_the_command_nothing_is_written(shell, place, clone, environment, git):
    """Where `dateline` is not on the path, the walk-through stops there, says so, and the terminal stays open."""
    with terminal(shell, place, environment) as window:
        assert window.paste(WALK) == 127
        assert "not found" in window.shown
        assert window.paste(LOOK) != 0
        assert window.paste(BRIEF) != 0
    assert {path.name for path in clone.parent.iterdir()} <= {"dateline", "empty"}
    assert git(clone, "status", "--porcelain") == ""


@pytest.mark.proof
@BOTH
def test_a_folder_of_that_name_is_left_alone(shell, place, clone, environment):
    """Where there is an `our-events` with records, the walk-through says so and changes nothing in it."""
    theirs = clone.parent / "our-events" / "events" / "registry" / "places.yaml"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs: {name: Theirs, country: EC, precision: country}\n", encoding="utf-8")
    before = held_in(clone.parent / "our-events")
    with terminal(shell, clone, environment) as window:
        window.paste(ON_THE_PATH)
        assert window.paste(f"cd {shlex.quote(str(place))}\n{WALK}") != 0
        assert "has records already, such as events/registry/places.yaml" in window.shown
    assert held_in(clone.parent / "our-events") == before


@pytest.mark.proof
@BOTH
def test_the_clone_itself_is_never_taken_for_an_empty_folder(shell, place, clone, environment, git):
    """Whoever names the clone instead of a new folder is refused, and its records are as they were."""
    with terminal(shell, clone, environment) as window:
        window.paste(ON_THE_PATH)
        for named in (shlex.quote(str(clone)), shlex.quote(str(clone / "events" / "mine"))):
            assert window.paste(f"cd {shlex.quote(str(place))}\n{WALK.replace('../our-events', named)}") != 0
    assert git(clone, "status", "--porcelain") == ""


def test_the_event_that_is_printed_is_the_one_that_is_created():
    """What the reader sees is what `dateline init` writes."""
    (printed,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert printed == example_files()["events/harbour/port-closes.yaml"]


def test_no_block_has_a_comment():
    """Zsh reads a pasted `#` as a word, unless it is told otherwise."""
    for block in BLOCKS:
        assert not re.search(r"(?m)(^|\s)#", block), block
