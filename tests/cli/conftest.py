"""Running the command line in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.cli.main import exit_code

A_FIELD_TOO_MANY = """\
title: An event with a field too many
titel: An event with a field too many
claims: {known: {text: It is known from elsewhere., sources: [ourairports]}}
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run `dateline` with these arguments."""

    def run(*arguments: str | Path) -> Ended:
        code = exit_code([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return run


@pytest.fixture
def broken_workspace(workspace: Path) -> Path:
    """The seed workspace with one error, in line 2 of one event, and one warning elsewhere."""
    folder = workspace / "events" / "broken"
    folder.mkdir()
    (folder / "no-such-field.yaml").write_text(A_FIELD_TOO_MANY, encoding="utf-8")
    (folder / "left-over.yml").write_text("title: Not read\n", encoding="utf-8")
    return workspace
