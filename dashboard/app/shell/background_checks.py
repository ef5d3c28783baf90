"""The checks of a large workspace that go on behind its pages, until what they found can be shown.

Where nothing is kept of it, they begin while the server is still being fetched: nothing slow is imported here.
"""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.checks.validation import CheckProcess

if TYPE_CHECKING:
    from dashboard.checks.validation import BegunValidation, Validation
    from dashboard.store.loading import FilesKept

ROOT_VARIABLE: Final = "DATELINE_WORKSPACE"
"""Set by `dateline serve`; without it, the folder that the server was started in."""
LEAST_FILES: Final = 1_000
"""Fewer files are read while the server is fetched all the same."""
_LOOK: Final = Path(".dateline", "look")
_begun: Final[dict[Path, CheckProcess]] = {}

LEAST_BEHIND: Final = 700
"""Fewer events are checked in about a second: a page waits for that."""


class BackgroundChecks:
    """The checks of one state of a workspace. They end with `done`, which has None where they came to nothing."""

    def __init__(
        self,
        begun: "BegunValidation",
        files: "FilesKept",
        process: CheckProcess,
        done: "Callable[[BackgroundChecks, Validation | None], None]",
    ) -> None:
        """`files`: those that the state was read from."""
        self._begun, self._files, self._process, self._done = begun, dict(files), process, done

    @classmethod
    def start(
        cls,
        begun: "BegunValidation",
        files: "FilesKept",
        process: CheckProcess | None,
        done: "Callable[[BackgroundChecks, Validation | None], None]",
    ) -> "BackgroundChecks":
        """Let them go on, in the `process` that has begun with them already, where there is one."""
        started = cls(begun, files, process or CheckProcess(begun.corpus.workspace.root), done)
        threading.Thread(target=started._run, name="dateline-checks", daemon=True).start()
        return started

    @property
    def progress(self) -> tuple[int, int]:
        """How many events have been checked, and of how many."""
        of = len(self._begun.ids_to_check)
        return min(self._process.checked_count, of), of

    def drop(self) -> None:
        """End them: nobody asks for this state any more."""
        self._process.stop()

    def _run(self) -> None:
        found = self._process.problems_of(self._files)
        self._process.end()
        self._done(self, None if found is None else self._begun.complete(found))


def begin_before_server() -> None:
    """Begin with the server's workspace, where there is much to read and nothing that another server kept."""
    folder = Path(os.environ.get(ROOT_VARIABLE) or ".").resolve()
    if _number_of_files(folder / "events") >= LEAST_FILES and not _number_of_files(folder / _LOOK):
        _begun[folder] = CheckProcess(folder, passes_on=True)


def take_begun(folder: Path) -> CheckProcess | None:
    """The process that was begun for a workspace before the server, once; None where there is none."""
    return _begun.pop(folder, None)


def _number_of_files(folder: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(folder))
