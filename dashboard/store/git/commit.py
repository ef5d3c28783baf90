"""Files committed to the workspace's git repository: these and nothing else, by git's own settings of who does it.

As when history is read, nothing that the repository says of itself is run: no hook, no filter, no signing program.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dashboard.store.git.program import Git, HistoryUnreadable

LONGEST_SUBJECT: Final = 120
"""Characters of the first line of a message."""
_QUIETLY: Final = (
    *("-c", "commit.gpgSign=false"),
    *("-c", "gc.auto=0"),
    *("-c", "maintenance.auto=false"),
    *("-c", "diff.ignoreSubmodules=all"),
)


_NOTHING: Final = re.compile(rb"nothing (?:added )?to commit|no changes added to commit")
"""What git says where the files are as it has them; the second and third where others are not."""


class NotCommitted(HistoryUnreadable):
    """Files that could not be committed; they are saved all the same, and nothing else in the repository changed."""


def is_repository(root: Path) -> bool:
    """Whether the workspace is in the work tree of a git repository that git can read."""
    try:
        return Git(root).run("rev-parse", "--is-inside-work-tree").strip() == b"true"
    except HistoryUnreadable:
        return False


def commit_files(root: Path, files: Sequence[str], message: str) -> str:
    """Commit the files, relative to the workspace, as they are now; the short hash of the commit.

    What else is staged stays staged, and is not taken along. Raises `NotCommitted`.
    """
    try:
        return _commit(Git(root), files, " ".join(message.split())[:LONGEST_SUBJECT])
    except NotCommitted:
        raise
    except HistoryUnreadable as error:
        raise NotCommitted(f"Not committed: {error}") from error


def _commit(git: Git, files: Sequence[str], message: str) -> str:
    _refuse_nobody(git)
    _refuse_no_branch(git)
    _refuse_filters(git, files)
    quietly = (*_QUIETLY, *_without_filters(git))
    new = [file for file in files if git.attempt("ls-files", "--error-unmatch", "--", file).returncode]
    if new:
        git.run(*quietly, "add", "--", *new)
    ended = git.attempt(
        *(*quietly, "commit", "--quiet", "--no-verify", "--no-gpg-sign", "--cleanup=whitespace"),
        *("-m", message, "--only", "--", *files),
    )
    if ended.returncode:
        if new:
            git.attempt("rm", "--cached", "--quiet", "--", *new)
        if _NOTHING.search(ended.stdout):
            raise NotCommitted("Not committed: git has these files as they are now.")
        said = " ".join((ended.stderr or ended.stdout).decode(errors="replace").removeprefix("fatal: ").split())
        said = said.rstrip(".")
        raise NotCommitted(f"Not committed: git says: {said[:300] or 'nothing'}. Use `git status`.")
    return git.run("rev-parse", "--short", "HEAD").decode().strip()


def _refuse_nobody(git: Git) -> None:
    """Raise where git's settings do not say who commits: it would guess a name from the machine's."""
    missing = [name for name in ("user.name", "user.email") if not git.attempt("config", name).stdout.strip()]
    if missing:
        how = " and ".join(f"`git config --global {name} …`" for name in missing)
        raise NotCommitted(f"Not committed: git does not know who you are. Run {how}, then `git commit`.")


def _refuse_no_branch(git: Git) -> None:
    """Raise where no branch is checked out, as within a rebase: the next switch would leave the commit behind."""
    if git.attempt("symbolic-ref", "--quiet", "HEAD").returncode == 1:
        raise NotCommitted("Not committed: no branch is checked out. Use `git switch BRANCH`, then `git commit`.")


def _without_filters(git: Git) -> Iterator[str]:
    """Options by which git runs no filter: it looks at other files too, where they may have changed."""
    names = git.attempt("config", "--null", "--name-only", "--get-regexp", r"^filter\.").stdout.decode(errors="replace")
    for driver in dict.fromkeys(name.rpartition(".")[0] for name in names.split("\0") if name):
        if "=" in driver:
            raise NotCommitted(f"Not committed: the name {driver} has an equals sign. Use `git commit`.")
        for setting in ("clean=", "process=", "required=false"):
            yield from ("-c", f"{driver}.{setting}")


def _refuse_filters(git: Git, files: Sequence[str]) -> None:
    """Raise where a file would be handed to a program on its way into the repository."""
    told = git.run("check-attr", "-z", "filter", "--", *files).split(b"\0")
    for file, value in zip(told[::3], told[2::3], strict=False):
        if value not in (b"unspecified", b"unset"):
            name = file.decode(errors="replace")
            raise NotCommitted(
                f"Not committed: {name} goes through the filter {value.decode(errors='replace')}, a program "
                "that Dateline does not run. Commit it with `git commit`."
            )
