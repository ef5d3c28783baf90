"""The workspace that a command is about, its files that it is about, and the form of what it prints."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from dashboard.errors import DatelineError, NotAWorkspace
from dashboard.store.tree import find_workspace, is_workspace

workspace_option = click.option(
    "--workspace",
    "workspace",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    envvar="DATELINE_WORKSPACE",
    show_envvar=True,
    help="The folder with seeds/ and events/. Default: the nearest one upwards.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Output format.",
)

RECORD_FOLDERS: Final = ("seeds", "events")


class PathOutside(DatelineError):
    """A path that names nothing of the workspace's records."""


def workspace_root(named: Path | None, start: Path | None = None) -> Path:
    """The workspace that was named, else the nearest upwards from `start`, or from here. Raises `NotAWorkspace`."""
    if named is None:
        return find_workspace(start or Path.cwd())
    if not named.is_dir():
        raise NotAWorkspace(f"There is no folder {named}.")
    if not is_workspace(named):
        missing = " and ".join(f"{name}/" for name in ("seeds", "events") if not (named / name).is_dir())
        raise NotAWorkspace(f"{named} is not a workspace: it has no {missing}. `dateline init` creates one.")
    return named.resolve()


def existing(path: Path) -> Path:
    """`path` as it is. Raises `PathOutside` where there is nothing."""
    if not path.exists() and not path.is_symlink():
        raise PathOutside(f"There is no file or folder {path}.")
    return path


def names_in(root: Path, paths: Sequence[Path], folders: Sequence[str] = RECORD_FOLDERS) -> tuple[str, ...]:
    """`paths` relative to the workspace, with forward slashes, "." for all of it.

    Raises `PathOutside` for one that lies outside, or in none of `folders`.
    """
    return tuple(_name_in(root, existing(path), folders) for path in paths)


def _name_in(root: Path, path: Path, folders: Sequence[str]) -> str:
    located = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
    if not located.is_relative_to(root):
        raise PathOutside(f"{path} is not in the workspace {root}.")
    name = located.relative_to(root).as_posix()
    if name.split("/")[0] not in (".", *folders):
        where = " and ".join(f"{folder}/" for folder in RECORD_FOLDERS)
        raise PathOutside(f"{path} has no records. They are in {where} of {root}.")
    return name


def is_under(file: str, names: Sequence[str]) -> bool:
    """Whether `file` is one of `names` or lies in one of them."""
    return any(name in (".", file) or file.startswith(f"{name}/") for name in names)
