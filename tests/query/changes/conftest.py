"""Two states of a workspace, written as files or made of records."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dashboard.checks.validation import validate
from dashboard.query.changes.change import Changes
from dashboard.query.changes.comparison import changes_between
from dashboard.query.changes.states import State

DAY, LATER = dt.date(2025, 9, 4), dt.date(2025, 9, 11)


@dataclass
class Files:
    """A workspace as a mapping of file to text: before, and as it is changed after."""

    folder: Path
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str | None] = field(default_factory=dict)
    """What is otherwise later; None is a file that is gone."""

    def changes(self) -> Changes:
        """What changed from the one to the other, a week later."""
        later = {name: text for name, text in {**self.before, **self.after}.items() if text is not None}
        return changes_between(self.state("before", self.before, DAY), self.state("after", later, LATER))

    def state(self, name: str, files: dict[str, str], day: dt.date) -> State:
        """One of the two."""
        root = self.folder / name
        for folder in ("seeds", "events"):
            (root / folder).mkdir(parents=True)
        for file, text in files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_bytes(text.encode())
        return State(day, validate(root))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A workspace with nothing in it yet."""
    return Files(tmp_path)


@pytest.fixture
def event() -> Callable[..., str]:
    """The YAML of a small event; more fields as further lines."""

    def written(*lines: str, title: str = "A base closes", claim: str = "The base was closed.") -> str:
        claims = f"claims: {{closed: {{text: {claim!r}, sources: [voa]}}}}"
        return "\n".join([f"title: {title}", *lines, claims, ""])

    return written
