"""An event put into the small workspace, and what is found wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.checks.validation import validate
from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]

CLAIM = """\
claims:
  opened:
    text: The harbour of Lorne was opened on 4 May 2021.
    quotes: [{source: dispatch, exact: The harbour of Lorne was opened on 4 May 2021}]
"""


@pytest.fixture
def found(base_workspace: Path) -> Found:
    """What is wrong after `files` (name to text) were written into the base workspace.

    `event` is the body of an event `events/case/case.yaml` with a title and, unless it has its own, one good claim to
    which the lines `claim` are added.
    """

    def problems(event: str = "", files: dict[str, str] | None = None, claim: str = "") -> list[Problem]:
        body = "title: A case\n" + event + ("" if "claims:\n" in event else CLAIM + claim)
        for name, text in {"events/case/case.yaml": body, **(files or {})}.items():
            (base_workspace / name).parent.mkdir(parents=True, exist_ok=True)
            (base_workspace / name).write_text(text, encoding="utf-8")
        return list(validate(base_workspace).problems)

    return problems
