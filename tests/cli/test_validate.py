"""`dateline validate`: what it shows, and how it ends."""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.copying import edit

BROKEN = "events/broken/no-such-field.yaml"


def test_the_seed_workspace_is_valid_and_the_summary_counts_it(dateline, workspace):
    """Nothing wrong: exit 0, and one line that says how much was looked at."""
    ended = dateline("validate", "--workspace", workspace, "--strict")
    files = len([*workspace.glob("events/**/*.yaml"), *workspace.glob("seeds/*.yaml")])
    assert (ended.code, ended.err) == (0, "")
    assert re.fullmatch(rf"\d+ events in {files} files: no problems\n", ended.out)


def test_json_has_the_problems_and_the_counts_and_nothing_else(dateline, broken_workspace):
    """The keys are a promise to other programs; problems come by file and line, as an editor walks through them."""
    ended = dateline("validate", "--workspace", broken_workspace, "--format", "json")
    written = json.loads(ended.out)
    assert list(written) == ["problems", "counts"]
    assert list(written["counts"]) == ["files", "events", "skipped", "errors", "warnings"]
    assert (written["counts"]["errors"], written["counts"]["warnings"]) == (1, 1)
    places = [(problem["file"], problem["line"], problem["column"]) for problem in written["problems"]]
    assert places == sorted(places)
    for problem in written["problems"]:
        assert list(problem) == ["file", "line", "column", "severity", "code", "message", "hint", "more", "path"]
        assert (broken_workspace / problem["file"]).is_file()
    assert ended.code == 1


def test_github_gets_one_annotation_a_problem(dateline, broken_workspace, monkeypatch):
    """Each is a workflow command at the line, with the code as its title; files are named from the checkout's top."""
    out = dateline("validate", "--workspace", broken_workspace, "--format", "github").out
    assert re.search(
        rf"^::error file={re.escape(BROKEN)},line=2,col=1,title=[a-z-]+::.*titel.*%0A.+$", out, re.MULTILINE
    )
    assert len(re.findall(r"^::(?:error|warning) ", out, re.MULTILINE)) == 2
    monkeypatch.setenv("GITHUB_WORKSPACE", str(broken_workspace.parent))
    out = dateline("validate", "--workspace", broken_workspace, "--format", "github").out
    assert f"::error file={broken_workspace.name}/{BROKEN}," in out


@pytest.mark.parametrize(("folder", "named"), [("broken/events/ecuador", ""), (".", "broken")])
def test_the_workspace_is_the_nearest_upwards_or_the_one_that_the_environment_names(
    folder, named, dateline, broken_workspace, tmp_path, monkeypatch
):
    """From any folder inside, the whole of it is validated; DATELINE_WORKSPACE stands for --workspace."""
    monkeypatch.chdir(tmp_path / folder)
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / named) if named else "")
    assert BROKEN in dateline("validate").out


def test_paths_restrict_what_is_shown(dateline, broken_workspace):
    """Only problems of the files and folders that were named count, for the summary and for the exit code."""
    assert dateline("validate", broken_workspace / "events" / "ecuador").code == 0
    assert dateline("validate", broken_workspace / "seeds", broken_workspace / BROKEN).code == 1
    one = dateline("validate", broken_workspace / BROKEN, "--format", "json")
    assert [problem["file"] for problem in json.loads(one.out)["problems"]] == [BROKEN]
    assert json.loads(one.out)["counts"] == {"files": 1, "events": 0, "skipped": 1, "errors": 1, "warnings": 0}
    assert dateline("validate", broken_workspace).out == dateline("validate", "--workspace", broken_workspace).out


def test_a_link_out_of_the_workspace_is_named_by_its_place(dateline, workspace, tmp_path):
    """A link is named by its own place, so that its problem can be asked for."""
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text("title: Elsewhere\n", encoding="utf-8")
    link = workspace / "events" / "ecuador" / "linked.yaml"
    link.symlink_to(elsewhere)
    ended = dateline("validate", "--workspace", workspace, link)
    assert ended.code == 1
    assert "events/ecuador/linked.yaml" in ended.out


@pytest.mark.parametrize("command", ["validate", "serve"])
def test_outside_a_workspace_it_says_what_to_do(command, dateline, tmp_path, monkeypatch):
    """Where no folder upwards has seeds/ and events/: exit 2, and how to make a workspace."""
    monkeypatch.chdir(tmp_path)
    ended = dateline(command)
    assert ended.code == 2
    assert "dateline init FOLDER" in ended.err


def test_a_plain_terminal_gets_escapes_and_no_crash(workspace):
    """Under the C locale without UTF-8, typographic signs in a message are written as escapes."""
    edit(workspace, "events/ecuador/us-base-closed.yaml", "was closed in 2009", "was «shut» in 2009")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "dashboard", "validate", "--workspace", workspace]
    ended = subprocess.run(command, capture_output=True, env={**os.environ, **plain}, check=False)
    assert ended.returncode == 1
    assert b"quote-not-found" in ended.stdout
    assert ended.stdout.isascii()
    assert ended.stderr == b""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("events/x/bad.yaml", b"\xff"),
        ("events/x/tab.yaml", b"title:\n\t- a\n"),
        ("events/x/key.yaml", b"titel: a\n"),
        ("events/x/named.yml", b"title: a\n"),
        ("events/x/deep/one.yaml", b"title: a\n"),
        ("events/registry/places.yaml", b"\xff"),
        ("seeds/s.yaml", b"kind:\n\t- a\n"),
    ],
)
def test_a_file_that_cannot_be_used_is_counted(tmp_path, dateline, name, content):
    """“0 events in 1 file” says so: whatever is wrong with the file, or with its name or place."""
    for folder in ("seeds", "events"):
        (tmp_path / folder).mkdir()
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(content)
    ended = dateline("validate", "--workspace", tmp_path)
    assert ended.out.splitlines()[-1].startswith("0 events in 1 file (1 skipped): ")
