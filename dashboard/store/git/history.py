"""A workspace as it was: found in git's history by a day or a revision, and laid out as files to be loaded.

The clock is UTC, and the date that of the commit, not of its author. The line of commits is that of first parents: what
was merged counts from the day on which it was merged.
"""

import os
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from dashboard.clock import now
from dashboard.model.dates import DateProblem, EventDate
from dashboard.store.git.layout import RevisionFiles, lay_out
from dashboard.store.git.program import Git, HistoryUnreadable, MissingObject
from dashboard.store.git.spoken_moment import spoken_moment
from dashboard.store.temporary import temporary_folder

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_HASH: Final = re.compile("[0-9a-f]{40,64}")
_LAST_INSTANT: Final = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


class NoSuchRevision(HistoryUnreadable):
    """A day or a name that no commit of this clone answers to."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit."""

    commit: str
    """Its hash, whole."""
    committed: datetime
    """When, in UTC."""
    day: date
    """The day at whose end things stood so: the one that was asked for, else the commit's own."""
    moment: datetime | None = None
    """The moment that was asked for, in UTC, where it was one: then `day` is the day before."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, as a list of them names it."""

    commit: str
    committed: datetime
    subject: str
    """The first line of what was said of it, whoever said it."""

    @property
    def revision(self) -> Revision:
        """The state that it made, on its own day."""
        return Revision(self.commit, self.committed, self.committed.date())


class History:
    """The history of the workspace at a root, which may be any folder of a repository."""

    def __init__(self, root: Path) -> None:
        """Raises `HistoryUnreadable` without git, outside a repository, or where git does not trust it."""
        self.root = root
        self._git = Git(root)
        told = self._git.run("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
        inside, shallow, prefix = told.split(b"\n", 2)
        if inside != b"true":
            raise HistoryUnreadable(f"{root} is not tracked by its git repository.")
        self.is_shallow = shallow == b"true"
        self._prefix = prefix.removesuffix(b"\n").removesuffix(b"/")

    def revision(self, named: str) -> Revision:
        """The commit that a day (`2025-09-04`: the last one on it or before), a time or any of git's names stands for.

        A time is one as people say it, `24 hours` or `yesterday`, where git has nothing of that name.

        Raises `NoSuchRevision`; in a shallow clone it says how far back that goes.
        """
        if _DAY.fullmatch(named):
            return self._on(_day(named))
        commit = self._commit(named)
        if commit is None:
            if (moment := spoken_moment(named, now())) is not None:
                return self._before(moment)
            raise NoSuchRevision(self._unknown(named))
        committed = self._commit_time(commit)
        return Revision(commit, committed, committed.date())

    def head(self) -> str | None:
        """The commit that is checked out; None where there is none yet."""
        return self._commit("HEAD")

    def commits(self, most: int, *paths: str) -> tuple[Commit, ...]:
        """Commits of the first-parent line that changed something below `paths` of the workspace, the latest first.

        Without `paths`, those that changed anything of it. Fewer than `most` in a shallow clone, perhaps; its oldest
        commit seems to have made everything.
        """
        head = self.head()
        if head is None:
            return ()
        told = self._git.run(
            *("rev-list", "--first-parent", f"--max-count={most}", "--format=%ct%x00%s", head),
            *("--", *(paths or ("events", "seeds"))),
        )
        lines = told.decode(errors="replace").split("\n")
        return tuple(_commit(head, said) for head, said in zip(lines[::2], lines[1::2], strict=False))

    def oldest(self) -> Revision | None:
        """The first commit that has something of the workspace; None where none has. In a shallow clone, its first."""
        head = self.head()
        if head is None:
            return None
        told = self._git.run("rev-list", "--first-parent", "--reverse", head, "--", "events", "seeds").split()
        return self.revision(told[0].decode()) if told else None

    def identity(self) -> str | None:
        """The first commit along the first parents, and the workspace's folder there: the same in every whole clone.

        None where there is no commit yet, and in a shallow clone, which does not know its first.
        """
        head = self.head()
        if head is None or self.is_shallow:
            return None
        first = self._git.run("rev-list", "--first-parent", "--max-parents=0", head).split()
        return f"{first[0].decode()}:{self._prefix.decode(errors='backslashreplace')}" if first else None

    def commits_by_file(self, after: str, until: str) -> dict[str, tuple[Commit, ...]]:
        """Commits of the first-parent line that changed each file of the workspace, by file, the latest first.

        Those of `until` that `after` does not have; without `after`, all.
        """
        told = self._git.run(
            *("-c", "log.showRoot=true", "log", "--first-parent", "-m", "--name-only", "--no-renames", "--relative"),
            *("-z", "--format=%x01%H %ct", f"{after}..{until}" if after else until, "--", "events", "seeds"),
        )
        found: dict[str, list[Commit]] = {}
        for block in told.split(b"\x01"):
            head, *names = block.split(b"\0")
            commit, _, seconds = head.partition(b" ")
            for name in filter(None, (name.removeprefix(b"\n") for name in names if seconds)):
                found.setdefault(os.fsdecode(name), []).append(Commit(commit.decode(), _instant(seconds), ""))
        return {name: tuple(commits) for name, commits in found.items()}

    def names_at(self, commit: str, *folders: str) -> dict[str, str]:
        """The name that git gives the content of each file in these folders of the workspace, as a commit has them.

        Files whose names begin with a dot are left out, and what lies in folders that are called so.
        """
        told = self._git.run("ls-tree", "-r", "-z", "--full-name", commit, "--", *folders)
        found: dict[str, str] = {}
        for entry in filter(None, told.split(b"\0")):
            about, _, path = entry.partition(b"\t")
            name = os.fsdecode(path.removeprefix(self._prefix).removeprefix(b"/"))
            if not any(part.startswith(".") for part in name.split("/")):
                found[name] = about.rsplit(b" ", 1)[1].decode()
        return found

    def file_at(self, commit: str, path: str, limit: int) -> bytes | None:
        """A file of the workspace as a commit has it; None where it has none, or one of more than `limit` bytes."""
        with self.reading() as read_at:
            return read_at(commit, path, limit)

    @contextmanager
    def reading(self) -> Iterator[Callable[[str, str, int], bytes | None]]:
        """`file_at` for many files: one process reads them all, for as long as the context lasts."""

        def read_at(commit: str, path: str, limit: int) -> bytes | None:
            if "\n" in path:
                return None
            try:
                return objects.read_object(f"{commit}:./{path}", limit, b"blob")[1]
            except MissingObject:
                return None

        with self._git.objects() as objects:
            yield read_at

    @contextmanager
    def files_at(self, revision: Revision, known: Collection[tuple[str, str]] = ()) -> Iterator[RevisionFiles]:
        """The workspace's files as they were, in a folder that is gone when the context ends.

        Those with names and contents that are `known` are empty there.

        Raises `HistoryUnreadable` where there was no workspace, or more of it than is read.
        """
        with temporary_folder() as folder:
            with self._git.objects() as objects:
                laid_out = lay_out(objects, revision.commit, self._prefix, folder, known)
            yield laid_out

    def _on(self, day: date) -> Revision:
        head = self.head()
        if head is None:
            raise NoSuchRevision(f"The git repository of {self.root} has no commits yet.")
        commit = self._last_until(datetime.combine(day, time.max, UTC), head)
        if not commit:
            raise NoSuchRevision(f"There is no commit on or before {day}: {self._begins(head)}")
        return Revision(commit, self._commit_time(commit), day)

    def _before(self, moment: datetime) -> Revision:
        """The last commit before a moment; whatever is dated on its day may have happened since."""
        head = self.head()
        commit = self._last_until(moment, head) if head else ""
        if not head or not commit:
            begins = self._begins(head) if head else "there are no commits yet."
            raise NoSuchRevision(f"There is no commit before {moment:%Y-%m-%d, %H:%M} UTC: {begins}")
        return Revision(commit, self._commit_time(commit), (moment - timedelta(days=1)).date(), moment)

    def _last_until(self, moment: datetime, head: str) -> str:
        """The hash of the last commit up to a moment along first parents; empty where there is none."""
        end = max(int(moment.timestamp()), 0)
        found = self._git.run("rev-list", "--first-parent", "--max-count=1", f"--min-age={end}", head)
        return found.decode().strip()

    def _commit(self, named: str) -> str | None:
        """The hash of a commit; None where there is none. What git would take for an option is no name."""
        if not named or named.startswith("-") or not named.isprintable():
            return None
        ended = self._git.attempt("rev-parse", "--quiet", "--verify", f"{named}^{{commit}}")
        commit = ended.stdout.decode(errors="replace").strip()
        if ended.returncode == 0 and _HASH.fullmatch(commit):
            return commit
        self._refuse_missing(named)
        return None

    def _refuse_missing(self, named: str) -> None:
        """Raise `MissingObject` for a name that stands for a commit which this clone does not have."""
        ended = self._git.attempt("rev-parse", "--quiet", "--verify", named)
        object_ = ended.stdout.decode(errors="replace").strip()
        is_name = ended.returncode == 0 and _HASH.fullmatch(object_) and object_ != named
        if is_name and self._git.attempt("cat-file", "-e", object_).returncode:
            raise MissingObject(
                f"{named[:80]} is the commit {object_[:12]}, but the repository of {self.root} does not have it: "
                "objects are missing. `git fsck` lists them. `git fetch` may restore them; if not, use another copy "
                "of the repository."
            )

    def _commit_time(self, commit: str) -> datetime:
        told = self._git.run("rev-list", "--no-walk", "--timestamp", commit)
        return _instant(told.split()[0])

    def _begins(self, head: str) -> str:
        told = self._git.run("rev-list", "--first-parent", "--max-parents=0", "--timestamp", head).split()
        first = _instant(told[0]).date() if told else None
        if self.is_shallow:
            return f"this clone is shallow and goes back only to {first}. `git fetch --unshallow` gets the rest."
        return f"the history starts on {first} (UTC). Use that day or a later one."

    def _unknown(self, named: str) -> str:
        """What to say of a name that git does not know."""
        if (head := self._commit("HEAD")) is None:
            return f"The git repository of {self.root} has no commits yet."
        shown = f"“{named[:80]}” is not a revision in this repository, and not a day."
        if _is_date(named):
            return f"{shown} Use a day, such as 2025-09-04, not a longer period."
        more = f" This clone is shallow: {self._begins(head).removeprefix('this clone is shallow and ')}"
        ways = " Use a day (2025-09-04), a time (`yesterday`, `7 days`), a branch, a tag or a commit."
        return shown + (more if self.is_shallow else ways)


def _commit(head: str, said: str) -> Commit:
    """The commit that `commit HASH` and the line after it describe."""
    seconds, _, subject = said.partition("\0")
    return Commit(head.removeprefix("commit "), _instant(seconds.encode()), subject)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NoSuchRevision(f"There is no day {text} ({error}).") from error


def _is_date(text: str) -> bool:
    try:
        EventDate.parse(text)
    except DateProblem:
        return False
    return True


def _instant(seconds: bytes) -> datetime:
    """Clocks may be set to anything; what lies beyond the calendar is its last moment."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, ValueError, OSError):
        return _LAST_INSTANT
