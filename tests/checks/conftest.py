"""An event put into the small workspace, and what is found wrong with it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.checks.validation import validate
from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
CodesOf = Callable[..., list[str]]

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


@pytest.fixture
def codes_of(found: Found, base_workspace: Path) -> CodesOf:
    """The codes of what is wrong with a claim on a quote that is all of an article in English.

    `actors` are lines that are added to the registry, `fields` those of the event.
    """

    def codes(quote: str, claim: str, *, actors: str = "", fields: str = "") -> list[str]:
        text = f"{quote}\n"
        held = f"{{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
        registry = base_workspace / "events" / "registry" / "actors.yaml"
        files = {
            "seeds/note.txt": text,
            "seeds/note.yaml": f"kind: article\nlanguage: en\ntext: {held}\n",
            "events/registry/actors.yaml": f"{registry.read_text(encoding='utf-8')}\n{actors}\n",
        }
        claims = f'claims:\n  one:\n    text: "{claim}"\n    quotes: [{{source: note, exact: "{quote}"}}]\n'
        return [each.code for each in found(event=f"{fields}\n{claims}", files=files)]

    return codes
