"""The checks of a large workspace that go on behind its pages, until what they found can be shown."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from dashboard.checks.validation import BegunValidation, CheckProcess, Validation
from dashboard.store.loading import FilesKept

LEAST_BEHIND: Final = 700
"""Fewer events are checked in about a second: a page waits for that."""


class BackgroundChecks:
    """The checks of one state of a workspace. They end with `done`, which has None where they came to nothing."""

    def __init__(
        self,
        begun: BegunValidation,
        files: FilesKept,
        process: CheckProcess,
        done: Callable[["BackgroundChecks", Validation | None], None],
    ) -> None:
        """`files`: those that the state was read from."""
        self._begun, self._files, self._process, self._done = begun, dict(files), process, done

    @classmethod
    def start(
        cls,
        begun: BegunValidation,
        files: FilesKept,
        process: CheckProcess | None,
        done: Callable[["BackgroundChecks", Validation | None], None],
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


def begin_early(root: Path, events: int, *, is_any_kept: bool) -> CheckProcess | None:
    """A process that reads and checks the workspace beside this one, where there certainly is much to check."""
    return CheckProcess(root) if events >= LEAST_BEHIND and not is_any_kept else None
