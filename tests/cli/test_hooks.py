"""The hooks for other repositories, and the annotations for GitHub, as the tools that run them read them."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cli.main import dateline as root_command
from dashboard.cli.reports import Report, as_github
from dashboard.model.problem import Problem, Severity
from tests.copying import edit
from tests.repositories import committed
from tests.worlds import ROOT, build

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
IN_THE_WHEEL = ("pyproject.toml", ".pre-commit-hooks.yaml", "README.md", "LICENSE", "docs", "dashboard", "seeds")
EVENT = "events/ecuador/us-base-closed.yaml"


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_runs_a_command_on_records(hook):
    """Its command exists; it runs when a record or a text changes, wherever the workspace lies."""
    program, command = hook["entry"].split()
    assert program == "dateline"
    assert command in root_command.commands
    for file in (EVENT, "seeds/source.yaml", "data/events/registry/places.yaml"):
        assert re.search(hook["files"], file)
    for file in ("README.md", "old-events/x.yaml", "src/seeds.py"):
        assert not re.search(hook["files"], file)
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)


@pytest.mark.proof
@pytest.mark.usefixtures("git")
def test_pre_commit_runs_the_hooks_in_another_repository(tmp_path):
    """The real tool installs this project as it would anywhere, finds a broken quote, tidies a file, and then passes.

    Without a network: libraries are lent to the environment that it makes.
    """
    project, workspace = tmp_path / "project", build("seed", tmp_path / "workspace")
    project.mkdir()
    for name in IN_THE_WHEEL:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)
    hooks = "".join(f"      - id: {id_}\n" for id_ in HOOKS)
    revision = committed(project, "2026-01-01")
    config = f"repos:\n  - repo: {project}\n    rev: {revision}\n    hooks:\n{hooks}"
    (workspace / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    edit(workspace, EVENT, "was closed in 2009", "was shut in 2009")
    committed(workspace, "2026-01-01")
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "VIRTUALENV_NO_DOWNLOAD": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), sysconfig.get_path("purelib")))),
    }
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]

    def run():
        return subprocess.run(command, cwd=workspace, env=environment, capture_output=True, text=True, check=False)

    first = run()
    assert first.returncode == 1, first.stdout + first.stderr
    assert f"{EVENT}:" in first.stdout
    assert "quote-not-found" in first.stdout
    assert "files were modified by this hook" in first.stdout
    edit(workspace, EVENT, "was shut in 2009", "was closed in 2009")
    committed(workspace, "2026-01-02")
    second = run()
    assert second.returncode == 0, second.stdout + second.stderr
    assert second.stdout.count("Passed") == len(HOOKS)


def parsed(line):
    """A workflow command as GitHub's runner reads it: its name, properties and text (`ActionCommand.TryParseV2`).

    The first `::` after the name ends the head; properties are split at commas, each at its first `=`, and unescaped.
    """
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    name, _, words = head.partition(" ")
    pairs = [word.partition("=") for word in words.split(",") if "=" in word]
    signs = (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
    properties = {}
    for key, _, value in pairs:
        for sign, letter in signs:
            value = value.replace(sign, letter)
        properties[key] = value
    for sign, letter in signs[2:]:
        data = data.replace(sign, letter)
    return name, properties, data


LINES = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40).filter(str.isprintable)


@given(LINES, LINES, LINES, st.integers(1, 10_000), st.sampled_from(list(Severity)))
def test_github_reads_what_was_found(tmp_path_factory, file, message, hint, line, severity):
    """Whatever signs a file's name or a message has: one annotation, at its place, with its whole text."""
    problem = Problem(file, line, 3, severity, "some-code", message, hint)
    report = as_github(Report(tmp_path_factory.getbasetemp(), (problem,), 1, 1))
    annotation, summary = report.split("\n")
    assert not summary.startswith("::")
    name, properties, text = parsed(annotation)
    assert (name, text) == (str(severity), f"{message}\n{hint}")
    assert properties == {"file": file, "line": str(line), "col": "3", "title": "some-code"}
