"""`dateline validate`: what it shows, and how it ends."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BROKEN = "events/broken/no-such-field.yaml"


def test_the_seed_workspace_is_valid_and_the_summary_counts_it(dateline: Callable, workspace: Path) -> None:
    """Nothing wrong: exit 0, and one line that says how much was looked at."""
    ended = dateline("validate", "--workspace", workspace, "--strict")
    files = len([*workspace.glob("events/**/*.yaml"), *workspace.glob("seeds/*.yaml")])
    assert (ended.code, ended.err) == (0, "")
    assert re.fullmatch(rf"\d+ events in {files} files: no problems\n", ended.out)


def test_an_error_is_shown_at_its_line_with_the_hint_below(dateline: Callable, broken_workspace: Path) -> None:
    """`file:line:column: severity code: message`, then the hint, indented; the summary is the last line; exit 1."""
    ended = dateline("validate", "--workspace", broken_workspace)
    lines = ended.out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(BROKEN))
    assert re.match(rf"{re.escape(BROKEN)}:2:1: error [a-z-]+: .*titel", lines[at])
    assert lines[at + 1].startswith("  ")
    assert re.search(r"events in \d+ files: 1 error, 1 warning$", lines[-1])
    assert ended.code == 1


def test_problems_are_sorted_by_file_and_line(dateline: Callable, broken_workspace: Path) -> None:
    """As an editor would walk through them."""
    problems = json.loads(dateline("validate", "--workspace", broken_workspace, "--format", "json").out)["problems"]
    places = [(problem["file"], problem["line"], problem["column"]) for problem in problems]
    assert places == sorted(places)
    assert len(places) == 2


def test_a_warning_fails_only_when_strict(dateline: Callable, broken_workspace: Path) -> None:
    """Without --strict a workspace with warnings alone is valid."""
    (broken_workspace / BROKEN).unlink()
    assert dateline("validate", "--workspace", broken_workspace).code == 0
    assert dateline("validate", "--workspace", broken_workspace, "--strict").code == 1


def test_json_has_the_problems_and_the_counts_and_nothing_else(dateline: Callable, broken_workspace: Path) -> None:
    """The keys are a promise to other programs."""
    ended = dateline("validate", "--workspace", broken_workspace, "--format", "json")
    written = json.loads(ended.out)
    assert list(written) == ["problems", "counts"]
    assert list(written["counts"]) == ["files", "events", "errors", "warnings"]
    assert (written["counts"]["errors"], written["counts"]["warnings"]) == (1, 1)
    for problem in written["problems"]:
        assert list(problem) == ["file", "line", "column", "severity", "code", "message", "hint", "more"]
        assert (broken_workspace / problem["file"]).is_file()
    assert ended.code == 1


def test_github_gets_one_annotation_a_problem(dateline: Callable, broken_workspace: Path) -> None:
    """Each is a workflow command at the file and line, with the code as its title."""
    out = dateline("validate", "--workspace", broken_workspace, "--format", "github").out
    assert re.search(
        rf"^::error file={re.escape(BROKEN)},line=2,col=1,title=[a-z-]+::.*titel.*%0A.+$", out, re.MULTILINE
    )
    assert len(re.findall(r"^::(?:error|warning) ", out, re.MULTILINE)) == 2


def test_github_names_files_from_the_top_of_the_checkout(
    dateline: Callable, broken_workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workspace below the checkout's top still has its annotations in the right file."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(broken_workspace.parent))
    out = dateline("validate", "--workspace", broken_workspace, "--format", "github").out
    assert f"::error file={broken_workspace.name}/{BROKEN}," in out


def test_paths_restrict_what_is_shown(dateline: Callable, broken_workspace: Path) -> None:
    """Only problems of the files and folders that were named count, for the summary and for the exit code."""
    assert dateline("validate", broken_workspace / "events" / "ecuador").code == 0
    assert dateline("validate", broken_workspace / "seeds", broken_workspace / BROKEN).code == 1
    one = dateline("validate", broken_workspace / BROKEN, "--format", "json")
    assert [problem["file"] for problem in json.loads(one.out)["problems"]] == [BROKEN]
    assert json.loads(one.out)["counts"] == {"files": 1, "events": 0, "errors": 1, "warnings": 0}
    assert dateline("validate", broken_workspace).out == dateline("validate", "--workspace", broken_workspace).out


def test_a_named_file_is_checked_against_the_whole_workspace(dateline: Callable, workspace: Path) -> None:
    """References to records in other files hold, though only one file is named."""
    assert dateline("validate", workspace / "events" / "ecuador" / "us-base-closed.yaml", "--strict").code == 0


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("events/no-such-folder", "There is no file or folder"),
        ("..", "is not in the workspace"),
        ("notes.txt", "has no records"),
    ],
)
def test_a_path_that_cannot_be_checked_is_refused(
    path: str, complaint: str, dateline: Callable, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that is not there, outside, or where no records are: exit 2 and a sentence, for nothing was checked."""
    (workspace / "notes.txt").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(workspace)
    ended = dateline("validate", "--workspace", ".", path)
    assert (ended.code, ended.out) == (2, "")
    assert complaint in ended.err
    assert "Traceback" not in ended.err


def test_a_link_out_of_the_workspace_is_named_by_its_place(dateline: Callable, workspace: Path, tmp_path: Path) -> None:
    """A link is named by its own place, so that its problem can be asked for."""
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text("title: Elsewhere\n", encoding="utf-8")
    link = workspace / "events" / "ecuador" / "linked.yaml"
    link.symlink_to(elsewhere)
    ended = dateline("validate", "--workspace", workspace, link)
    assert ended.code == 1
    assert "events/ecuador/linked.yaml" in ended.out


@pytest.mark.parametrize("command", ["validate", "serve"])
def test_outside_a_workspace_it_says_what_to_do(
    command: str, dateline: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no folder upwards has seeds/ and events/: exit 2, and how to make a workspace."""
    monkeypatch.chdir(tmp_path)
    ended = dateline(command)
    assert ended.code == 2
    assert "mkdir" in ended.err


def test_the_nearest_workspace_upwards_is_taken(
    dateline: Callable, broken_workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From any folder inside, the whole workspace is validated."""
    monkeypatch.chdir(broken_workspace / "events" / "ecuador")
    assert BROKEN in dateline("validate").out


def test_the_environment_names_the_workspace(
    dateline: Callable, broken_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DATELINE_WORKSPACE stands for --workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_WORKSPACE", str(broken_workspace))
    assert BROKEN in dateline("validate").out


@pytest.mark.parametrize(("made", "complaint"), [((), "There is no folder"), (("seeds",), "it has no events/")])
def test_a_named_folder_that_is_no_workspace_is_refused(
    made: tuple[str, ...], complaint: str, dateline: Callable, tmp_path: Path
) -> None:
    """What was named is taken at its word: no folder above it is used instead."""
    folder = tmp_path / "new"
    for name in made:
        (folder / name).mkdir(parents=True)
    ended = dateline("validate", "--workspace", folder)
    assert ended.code == 2
    assert complaint in ended.err


def test_what_steers_a_terminal_is_shown_as_an_escape(dateline: Callable, workspace: Path) -> None:
    """Escape sequences and direction marks in names and values reach no terminal, in any format."""
    path = workspace / "events" / "ecuador" / "a\x1b[31m\u202eb.yaml"
    path.write_text("title: Red\n", encoding="utf-8")
    for form in ("text", "github", "json"):
        out = dateline("validate", "--workspace", workspace, "--format", form).out
        assert "[31m" in out
        assert "\x1b" not in out
        assert "\u202e" not in out


def run(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`dateline` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def test_a_plain_terminal_gets_escapes_and_no_crash(workspace: Path) -> None:
    """Under the C locale without UTF-8, typographic signs in a message are written as escapes."""
    path = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("was closed in 2009", "was «shut» in 2009"), encoding="utf-8"
    )
    ended = run(
        ["validate", "--workspace", str(workspace)],
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        PYTHONIOENCODING="ascii",
    )
    assert ended.returncode == 1
    assert b"quote-not-found" in ended.stdout
    assert ended.stdout.isascii()
    assert ended.stderr == b""


def test_a_reader_that_leaves_early_ends_it_quietly(broken_workspace: Path) -> None:
    """`dateline validate | head -1` prints no traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard", "validate", "--workspace", str(broken_workspace)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait() == 141


def test_validation_makes_no_connection_and_loads_no_drawing(workspace: Path) -> None:
    """A process that validates reaches for no address at all, and carries neither Streamlit nor Plotly."""
    guarded = (
        "import sys; sys.addaudithook(lambda event, _: event.startswith('socket.') and sys.exit(event));"
        "from dashboard.cli.main import exit_code; code = exit_code();"
        "sys.exit(code or 4 * bool({'streamlit', 'plotly'} & set(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", guarded, "validate", "--workspace", str(workspace)], capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
