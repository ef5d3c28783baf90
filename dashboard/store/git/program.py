"""Git as a program that only reads: nothing that a repository says of itself is run, written or fetched."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from dashboard.errors import DatelineError

PATIENCE_SECONDS: Final = 120
_KEPT: Final = (
    *("PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR"),
    *("SYSTEMROOT", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "APPDATA", "PROGRAMDATA", "TEMP", "TMP"),
)
"""The variables of the environment that git gets. They lead to the person's own settings, which say which folders of
others are safe. `GIT_*` is not among them: it may name another repository, or a program to run."""
_QUIET: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OPTIONS: Final = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    *("-c", "safe.bareRepository=explicit"),
)


class HistoryUnreadable(DatelineError):
    """The history of a workspace cannot be read; the message says why, and what to do."""


class MissingObject(HistoryUnreadable):
    """An object that the repository does not have."""


class Git:
    """One repository, seen from one of its folders."""

    def __init__(self, folder: Path) -> None:
        """Raises `HistoryUnreadable` where there is no git."""
        self.folder = folder
        self._program = _program(folder)

    def run(self, *arguments: str) -> bytes:
        """What `git ARGUMENTS` prints. Raises `HistoryUnreadable` with git's own words where it fails."""
        ended = self.attempt(*arguments)
        if ended.returncode:
            raise HistoryUnreadable(_why(ended.stderr, self.folder))
        return ended.stdout

    def attempt(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """How `git ARGUMENTS` ended, however it did."""
        try:
            return subprocess.run(  # noqa: S603  git itself, by its whole path, and no shell
                [self._program, *_OPTIONS, *arguments],
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            message = f"git did not answer within {PATIENCE_SECONDS} seconds. Try `git fsck` in {self.folder}."
            raise HistoryUnreadable(message) from error
        except OSError as error:
            raise HistoryUnreadable(f"git cannot be run here: {error.strerror}.") from error

    @contextmanager
    def objects(self) -> Iterator["Objects"]:
        """The repository's objects, read by one process for as long as the context lasts."""
        with subprocess.Popen(  # noqa: S603  as above
            [self._program, *_OPTIONS, "cat-file", "--batch"],
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdin is not None  # noqa: S101  both are pipes; the type cannot say so
            assert process.stdout is not None  # noqa: S101
            try:
                yield Objects(process.stdin, process.stdout)
            finally:
                process.kill()


class Objects:
    """Objects by their names: hexadecimal hashes, as git itself gave them."""

    def __init__(self, asked: IO[bytes], answers: IO[bytes]) -> None:
        self._asked, self._answers = asked, answers

    def read_object(self, name: str, limit: int, kind: bytes) -> tuple[int, bytes | None]:
        """Size and contents of an object, a `blob` or a `tree`; no contents where it has more than `limit` bytes.

        Raises `MissingObject` where the repository has no such object: a partial clone, or a damaged one.
        """
        try:
            self._asked.write(f"{name}\n".encode())
            self._asked.flush()
            head = self._answers.readline().split()
        except OSError as error:
            raise HistoryUnreadable("git stopped while it was being read. Try `git fsck`.") from error
        if len(head) != 3:
            raise MissingObject(f"the repository does not have the object {name[:12]}: fetch it, or try `git fsck`")
        size = int(head[2])
        body = self._body(size, limit)
        if head[1] != kind:
            raise MissingObject(f"the object {name[:12]} is not a {kind.decode()}: try `git fsck`")
        return size, body

    def _body(self, size: int, limit: int) -> bytes | None:
        if size <= limit:
            return self._answers.read(size + 1)[:-1]
        left = size + 1
        while left and (passed := self._answers.read(min(left, 1 << 20))):
            left -= len(passed)
        return None


def _program(folder: Path) -> str:
    """The whole path of git. What lies in the workspace itself, or in no certain place, is not taken for it."""
    steps = [step for step in os.environ.get("PATH", os.defpath).split(os.pathsep) if Path(step).is_absolute()]
    found = shutil.which("git", path=os.pathsep.join(steps))
    if found is None or Path(found).resolve().is_relative_to(folder.resolve()):
        raise HistoryUnreadable("git is not installed. Dateline needs it to read the history. Install git.")
    return found


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | _QUIET


def _why(said: bytes, folder: Path) -> str:
    """Git's complaint as a sentence that says what to do."""
    words = " ".join(said.decode(errors="replace").removeprefix("fatal: ").split())
    if "not a git repository" in words:
        return (
            f"{folder} is not in a git repository, which Dateline needs to read the history. To create one: `git "
            "init`, `git add events seeds`, `git commit`."
        )
    if "dubious ownership" in words:
        return (
            f"git does not trust {folder}, because it belongs to somebody else. If you trust it, run `git config "
            "--global --add safe.directory TOP`, where TOP is the top folder of the repository."
        )
    return f"git says: {words[:500] or 'nothing'}."
