"""The workspace that the page shows: read once for all sessions, and anew as soon as a file of it changes."""

import datetime as dt
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from dashboard.app.shell import state
from dashboard.app.shell.background_checks import LEAST_BEHIND, ROOT_VARIABLE, BackgroundChecks, take_begun
from dashboard.app.shell.catalogues import catalogue
from dashboard.checks.validation import (
    CheckProcess,
    KeptLook,
    Validation,
    begin_by_kept,
    begin_validation,
    validate,
    validate_workspace,
)
from dashboard.clock import now
from dashboard.errors import DatelineError
from dashboard.query.filters import Catalogue
from dashboard.query.reading import Mode
from dashboard.store.inbox import InboxSignature, inbox_signature
from dashboard.store.loading import FilesKept, Loader, without_garbage_collection
from dashboard.store.setup import SchemaRenewal
from dashboard.store.watching import Signature, Watch, signature

READ_ONLY_VARIABLE: Final = "DATELINE_READ_ONLY"
KEEP_AFTER_SECONDS: Final = 3.0
HELD_BACK_SECONDS: Final = 10.0
"""By then whoever has just started the server sees its first page, or waits for the records all the same."""
MOST_TRIES: Final = 3
"""So often checks begin anew behind the pages, where files changed just as they were read; then pages wait for them."""
_BY_OPTION: Final = "1"


FilesRead = tuple[Signature, InboxSignature]
"""What files of a workspace differ by: those of its records, and those of its inbox."""


class Watching(StrEnum):
    """How changes are noticed."""

    TOLD = "told"
    """The system says so when it happens."""
    LOOKING = "looking"
    """The files are looked at now and then: the system does not tell."""
    NOT = "not"
    """Whenever a page is drawn, and not before."""


@dataclass(frozen=True)
class Snapshot:
    """A workspace as read at one time; shared by all sessions, and read-only."""

    validation: Validation
    version: int
    """Rises with every change; equal versions show the same."""
    at: dt.datetime
    """When it was read, by this machine's clock and in its zone."""
    took_seconds: float
    files_read: int
    """How many files had to be opened; the others had not changed since they were last read."""
    files: int
    """How many are read at all."""
    _catalogues: dict[Mode, Catalogue] = field(default_factory=dict, repr=False, compare=False)

    def catalogue(self, mode: Mode) -> Catalogue:
        """Its events prepared for filtering in one mode. Made once; two sessions that ask at once may make it twice."""
        if mode not in self._catalogues:
            self._catalogues[mode] = catalogue(self.validation, mode, self._catalogues.get(mode.other))
        return self._catalogues[mode]


class WorkspaceCache:
    """One workspace, read again whenever its files change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.watch: Watch | None = None
        """Tells of changes, while there is one; else files are looked at whenever a page is drawn."""
        self.version = time.time_ns() // 1_000_000  # pages of a server before this one shall see that it is another
        self._loader = Loader(folder)
        self._lock = threading.Lock()
        self._signature: Signature | None = None
        self._inbox: InboxSignature = inbox_signature(folder)
        self._loaded: Snapshot | DatelineError | None = None
        self._schemas = SchemaRenewal()
        self._kept = KeptLook(folder)
        self._keeping = threading.Timer(0, self._keep)
        """Waits until nothing has changed for a while."""
        self._checks: BackgroundChecks | None = None
        """The checks that go on behind the pages."""
        self._tries = 0
        self._is_checked = threading.Event()
        self._goes_on = threading.Event()
        self._goes_on.set()

    def look(self) -> None:
        """Read what changed since the last look. Never raises: what stops the loading is kept for whoever asks."""
        with self._lock:
            files = signature(self.folder)
            if files != self._signature or self._loaded is None:
                self._load(files)
            inbox = inbox_signature(self.folder)
            if inbox != self._inbox:
                self._inbox = inbox
                self._raise_version()

    def raise_version(self) -> None:
        """Let open pages be drawn anew: something changed that is no record."""
        with self._lock:
            self._raise_version()

    def _raise_version(self) -> None:
        self.version += 1
        if isinstance(self._loaded, Snapshot):
            self._loaded = replace(self._loaded, version=self.version)

    def hold_back(self) -> None:
        """Let what looks without being asked wait until it may `go_on`, but not for long: a page is drawn without."""
        self._goes_on.clear()

    def go_on(self) -> None:
        """Let the records be read."""
        self._goes_on.set()

    def wait(self) -> None:
        """Wait as long as reading is held back."""
        if not self._goes_on.wait(HELD_BACK_SECONDS):
            self.go_on()

    def look_and_renew(self) -> None:
        """Look, and then let the schemas for editors have the ids that there are now, where the workspace has any."""
        self.wait()
        self.look()
        if isinstance(self._loaded, Snapshot) and not read_only():
            self._schemas.renew(self._loaded.validation.workspace)

    def reload(self) -> None:
        """Read every file anew."""
        with self._lock:
            self._loader = Loader(self.folder)
            self._load(signature(self.folder), anew=True)

    def now(self, *, look: bool) -> Snapshot:
        """The workspace; with `look`, certainly as its files are. Raises `NotAWorkspace`."""
        if look or self.watch is None or self._loaded is None:
            self.look()
        loaded = self._loaded
        if not isinstance(loaded, Snapshot):
            raise loaded or AssertionError("loading leaves something behind")
        return loaded

    def now_checked(self, *, look: bool) -> Snapshot:
        """The workspace once all of it has been checked. Raises `NotAWorkspace`."""
        while not (found := self.now(look=look)).validation.is_complete:
            self._is_checked.wait()
        return found

    @property
    def checks_progress(self) -> tuple[int, int]:
        """How many records have been checked behind the pages, and of how many; 0 of 0 where nothing is left."""
        checks = self._checks
        return checks.progress if checks else (0, 0)

    @property
    def progress(self) -> tuple[int, int]:
        """The number of files that the current or the last reading has looked into, and of how many."""
        return self._loader.files_known, self._loader.files_found

    @property
    def files_kept(self) -> FilesKept:
        """What the last reading took into account."""
        return self._loader.files_kept

    @property
    def is_read(self) -> bool:
        """Whether asking for it does not have to wait until it is read for the first time."""
        return self._loaded is not None

    def files_of(self, version: int) -> FilesRead | None:
        """The files that a version was read from; None if it is no longer the one shown."""
        with self._lock:
            if self._signature is None or self.version != version:
                return None
            return self._signature, self._inbox

    def _load(self, files: Signature, *, anew: bool = False) -> None:
        begun = time.perf_counter()
        before = self._loaded.validation if isinstance(self._loaded, Snapshot) and not anew else None
        try:
            if anew or (before and before.is_complete):
                self._drop_checks()
                validation = validate(self._loader, before)
            else:
                validation = self._validate_behind(before)
        except (DatelineError, OSError) as error:
            self._drop_checks()
            self._loaded = (
                error if isinstance(error, DatelineError) else DatelineError(f"The files cannot be read: {error}")
            )
        else:
            self._show(validation, time.perf_counter() - begun)
        self._signature = files
        self.version += 1
        if not isinstance(self._loaded, Snapshot) or self._loaded.validation.is_complete:
            self._is_checked.set()

    def _show(self, validation: Validation, took: float) -> None:
        """Let pages show it, in the next version."""
        at, files = now().astimezone(), self._loader
        self._loaded = Snapshot(validation, self.version + 1, at, took, files.files_read, files.files_known)
        if validation.is_complete and not read_only():
            self._keep_later()

    def _validate_behind(self, before: Validation | None) -> Validation:
        """What the files hold, with what is known of them at once; where much is left to check, that goes on behind."""
        early: CheckProcess | None = None
        if before is None and self._checks is None:
            early = take_begun(self.folder)
        try:
            if early is not None and (read := _files_read(early)):
                self._loader.remember(read, were_opened=True)
                begun = begin_validation(self._loader.load())
            elif before is None:
                begun = begin_by_kept(self._loader, self._kept)
            else:
                begun = begin_validation(self._loader.load(), before.look)
            if len(begun.ids_to_check) < LEAST_BEHIND or self._tries >= MOST_TRIES:
                self._drop_checks()
                return begun.complete(begun.check())
            if self._checks is None:
                self._is_checked.clear()
                self._checks = BackgroundChecks.start(begun, self._loader.files_kept, early, self._take)
                early = None
            return begun.incomplete()
        finally:
            if early is not None:
                early.end()

    def _take(self, checks: BackgroundChecks, found: Validation | None) -> None:
        """Show what checks have found; where files have changed since they began, with what has been found of those."""
        with self._lock:
            shown = self._loaded
            if self._checks is not checks or not isinstance(shown, Snapshot):
                return
            self._checks = None
            if found is None:
                self._tries += 1
                self._load(signature(self.folder))
                return
            begun = time.perf_counter()
            if found.workspace is not shown.validation.workspace:
                found = validate_workspace(shown.validation.workspace, found.look)
            self._show(found, shown.took_seconds + time.perf_counter() - begun)
            self.version += 1
            self._is_checked.set()

    def _drop_checks(self) -> None:
        if self._checks is not None:
            self._checks.drop()
        self._checks = None

    def _keep_later(self) -> None:
        """Keep what was found, on the disk as well, as soon as nobody waits for a page of it."""
        self._keeping.cancel()
        self._keeping = threading.Timer(KEEP_AFTER_SECONDS, self._keep)
        self._keeping.daemon = True
        self._keeping.start()

    def _keep(self) -> None:
        with self._lock:
            loaded, files = self._loaded, self._loader.files_kept
        if isinstance(loaded, Snapshot):
            loaded.validation.look.words.gather(loaded.validation.workspace)
            self._kept.write(loaded.validation.workspace, loaded.validation.look, files)


def _files_read(process: CheckProcess) -> FilesKept:
    with without_garbage_collection():
        return process.files_read()


def files_at(folder: Path) -> FilesRead:
    """The files of a workspace as they lie there now."""
    return signature(folder), inbox_signature(folder)


@cache
def cache_of_workspace(folder: Path) -> WorkspaceCache:
    """The cache of a folder: all sessions of a server share it."""
    return WorkspaceCache(folder)


def root() -> Path:
    """The workspace's folder."""
    return Path(os.environ.get(ROOT_VARIABLE) or ".").resolve()


def latest(*, look: bool = False) -> Snapshot:
    """The workspace as it was last read; with `look`, as its files are at this moment. Raises `NotAWorkspace`.

    After a start, checks of a large one may still be going on: see `latest_checked`.
    """
    return cache_of_workspace(root()).now(look=look)


def latest_checked(*, look: bool = False) -> Snapshot:
    """The `latest`, once all of it has been checked: what leaves the page, or says what holds, is made of this."""
    return cache_of_workspace(root()).now_checked(look=look)


def watching() -> Watching:
    """How changes of the workspace are noticed."""
    watch = cache_of_workspace(root()).watch
    return Watching.NOT if watch is None else Watching.LOOKING if watch.polls else Watching.TOLD


def reload() -> None:
    """Read every file anew, changed or not."""
    cache_of_workspace(root()).reload()


def read_only() -> bool:
    """Whether nothing may be written into the workspace. Whatever writes asks here first."""
    return os.environ.get(READ_ONLY_VARIABLE, "") not in ("", "0") or state.is_embedded()


def why_read_only() -> str:
    """Why nothing may be written, as a sentence."""
    if state.is_embedded():
        return "This page is shown inside another one."
    if os.environ.get(READ_ONLY_VARIABLE) == _BY_OPTION:
        return "Dateline was started with --read-only."
    return "Dateline is open to others, and was started without --allow-writing."


@contextmanager
def watch_files() -> Iterator[WorkspaceCache]:
    """Watch the workspace's files for changes while the context lasts."""
    here = cache_of_workspace(root())
    with Watch(here.folder, here.look_and_renew) as here.watch:
        yield here
    here.watch = None
