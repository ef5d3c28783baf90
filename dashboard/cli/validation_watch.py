"""`dateline validate --watch`: the problems of a workspace, printed anew whenever one of its files changes."""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NoReturn

from dashboard.checks.validation import KeptLook, Validation, validate_by_kept
from dashboard.checks.validation import validate as validation_of
from dashboard.cli.terminal import printable, say
from dashboard.clock import now
from dashboard.errors import DatelineError
from dashboard.query.wording import count_words
from dashboard.store.inbox import inbox_signature
from dashboard.store.loading import Loader
from dashboard.store.setup import SchemaRenewal
from dashboard.store.watching import Signature, Watch, signature

QUIET_SECONDS: Final = 0.05
"""So long nothing may change before files are read: one that is being written is not read in half."""
MOST_WAITING: Final = 20
"""Times that is waited for: a file that never rests is read all the same."""
WAKE_SECONDS: Final = 0.5
"""How often the waiting thread wakes, so that Ctrl-C is heard on every system."""
MOST_NAMED: Final = 3
_INBOX_RECORD: Final = (".yaml", ".yml")


class ValidationWatch:
    """Follows a workspace: each change is read, only what changed, and its problems are printed."""

    def __init__(self, root: Path, report: Callable[[Validation], str]) -> None:
        self._root, self._report = root, report
        self._loader, self._kept = Loader(root), KeptLook(root)
        self._validation: Validation | None = None
        self._schemas = SchemaRenewal()
        self._changed = threading.Event()
        self._seen: Signature = ()

    def run(self) -> NoReturn:
        """Print the problems, and again after each change, until Ctrl-C (`KeyboardInterrupt`)."""
        self._seen = _signature(self._root)
        self._validate()
        with Watch(self._root, self._changed.set):
            say("Watching for changes. Ctrl-C ends it.")
            while True:
                if self._changed.wait(WAKE_SECONDS):
                    self._changed.clear()
                    self._look()

    def _look(self) -> None:
        now_there = self._quiet_signature()
        if now_there != self._seen:
            names = changed_names(self._root, self._seen, now_there)
            self._seen = now_there
            say(f"\n{now().astimezone():%H:%M:%S} changed: {printable(names)}")
            self._validate()

    def _quiet_signature(self) -> Signature:
        """The files as they are once nothing changes any more."""
        found = _signature(self._root)
        for _ in range(MOST_WAITING):
            time.sleep(QUIET_SECONDS)
            later = _signature(self._root)
            if later == found:
                break
            found = later
        return found

    def _validate(self) -> None:
        """Print what is wrong now. A workspace that cannot be read at the moment is told of, and watched further."""
        try:
            before, loader = self._validation, self._loader
            self._validation = validation_of(loader, before) if before else validate_by_kept(loader, self._kept)
            self._schemas.renew(self._validation.workspace)
            say(self._report(self._validation))
            self._kept.write(self._validation.workspace, self._validation.look, loader.files_kept)
        except (DatelineError, OSError) as error:
            say(printable(f"The workspace cannot be read at the moment: {error}"))


def _signature(root: Path) -> Signature:
    """What may have changed: the records, and the list of feeds and the items of the inbox."""
    inbox = (each for each in inbox_signature(root) if each[0].endswith(_INBOX_RECORD))
    return (*signature(root), *((str(root / name), at, size, inode) for name, at, size, inode in inbox))


def changed_names(root: Path, before: Signature, after: Signature) -> str:
    """The files that differ, the first few by name."""
    paths: Iterable[str] = sorted({each[0] for each in {*before} ^ {*after}})
    names = [Path(path).relative_to(root).as_posix() for path in paths]
    more = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} and {count_words(more, 'more file')}" if more > 0 else shown
