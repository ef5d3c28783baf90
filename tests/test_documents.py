"""What the README tells people to type does what it says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dashboard.checks.validation import validate

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def made_once(tmp_path_factory, tool):
    """The workspace that comes of the README's block of commands."""
    folder = tmp_path_factory.mktemp("readme") / "here"
    folder.mkdir()
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## Add an event")[1]
    [commands] = [block for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL) if "dateline init" in block]
    with_dateline = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run([tool("sh"), "-e", "-c", commands], cwd=folder, env=with_dateline, check=True)
    return folder.parent / "our-events"


@pytest.fixture
def made_as_the_readme_says(made_once, tmp_path):
    """A copy of it, to be changed at will."""
    return Path(shutil.copytree(made_once, tmp_path / "made"))


def test_the_example_validates(made_as_the_readme_says):
    """Copied and pasted, the example is a workspace with one event and not even a warning."""
    validation = validate(made_as_the_readme_says)
    assert [str(problem) for problem in validation.problems] == []
    assert list(validation.workspace.events) == ["port-closes"]


def test_the_example_fails_as_the_readme_says(made_as_the_readme_says):
    """With a word of the quote changed, the problem names file and line, and the hint has the source's own words."""
    path = made_as_the_readme_says / "events" / "harbour" / "port-closes.yaml"
    before, quote, after = path.read_text(encoding="utf-8").rpartition("largest fishing port")
    path.write_text(f"{before}largest trading port{after}", encoding="utf-8")
    [problem] = [problem for problem in validate(made_as_the_readme_says).problems if problem.code == "quote-not-found"]
    assert (problem.file, problem.line) == ("events/harbour/port-closes.yaml", 9)
    assert "fishing" in problem.hint
    assert quote


def test_another_day_in_the_claim_fails_as_the_readme_says(made_as_the_readme_says):
    """The quote still stands, and the claim says what it does not give."""
    path = made_as_the_readme_says / "events" / "harbour" / "port-closes.yaml"
    claim = "text: Ecuador closed its largest fishing port on 3 March 2026."
    path.write_text(
        path.read_text(encoding="utf-8").replace(claim, claim.replace("3 March", "4 March")), encoding="utf-8"
    )
    assert [problem.code for problem in validate(made_as_the_readme_says).problems] == ["date-not-in-quotes"]


def test_without_its_figures_the_hint_gives_them(made_as_the_readme_says):
    """What a description has after `text:` need not be counted by hand."""
    path = made_as_the_readme_says / "seeds" / "harbour-news.yaml"
    described = path.read_text(encoding="utf-8")
    figures = yaml.safe_load(described)["text"]
    path.write_text(re.sub(r"text:(?:\n  .*|\s*\{.*\})+", "", described), encoding="utf-8")
    [problem] = validate(made_as_the_readme_says).problems
    assert figures["sha256"] in problem.hint
    assert str(figures["characters"]) in problem.hint
