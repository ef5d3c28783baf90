"""Lists the files of a workspace and decides which are read. Nothing outside is read, watched or written."""

import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dashboard.errors import NotAWorkspace
from dashboard.model.problem import Problem, kind
from dashboard.model.registry import REGISTRIES
from dashboard.store.text_file import UNREADABLE

ABOUT: Final = "events/workspace.yaml"
RESERVED_FOLDERS = ("registry", "briefings")
_VIEWS: Final = "events/views.yaml"
_DOCUMENTS = ("README.md", "PROBLEMS.md")

NOT_READ = kind(
    "file-not-read",
    "A file that is not read",
    "Dateline reads only `FOLDER/ID.yaml`, `workspace.yaml` and `views.yaml` in `events/`, only places, actors and "
    "threads in `events/registry/`, and only `ID.txt` and `ID.yaml` in `seeds/`. Another file there may be a record "
    "with the wrong name. A link to a folder that is read under its own name, or to nothing, is not read either.",
    "rename it to `FOLDER/ID.yaml`, or move it out of the workspace",
    "warning",
)
OUTSIDE = kind(
    "file-outside",
    "A link out of the workspace",
    "The file or folder is a symbolic link to something outside the workspace, or to nothing. Others who get the "
    "workspace would not see what you see, so it is not read or written.",
    "replace the link with a copy of its target",
)


@dataclass(slots=True)
class Tree:
    """The files of a workspace, by what they are for. All names are relative to the root, with forward slashes."""

    root: Path
    events: list[str] = field(default_factory=list)
    briefings: list[str] = field(default_factory=list)
    registries: dict[str, str] = field(default_factory=dict)
    about: list[str] = field(default_factory=list)
    """`events/workspace.yaml`, where it is there."""
    descriptions: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def number_of_files(self) -> int:
        """The number of files that are read."""
        return sum(map(len, (self.events, self.briefings, self.registries, self.about, self.descriptions, self.texts)))


def find_workspace(start: Path) -> Path:
    """`start` or the nearest folder above it that has `seeds/` and `events/`; else `NotAWorkspace`."""
    for folder in (start.resolve(), *start.resolve().parents):
        if is_workspace(folder):
            return folder
    raise NotAWorkspace(
        f"{start} is not in a workspace: neither it nor a folder above it has `seeds/` and `events/`. Go to a "
        "workspace, or create one: `dateline init FOLDER`."
    )


def is_workspace(folder: Path) -> bool:
    """Whether it has `seeds/` and `events/`."""
    return (folder / "seeds").is_dir() and (folder / "events").is_dir()


def is_inside(root: Path, name: str) -> bool:
    """Whether a file or folder of the workspace at `root` lies in it, whatever links are on the way there.

    The one rule for reading, watching and writing. `name` is relative to `root`; a file that is not there yet lies
    where it would be written.
    """
    try:
        return (root / name).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # a link to itself (before Python 3.13, a RuntimeError), or no name
        return False


def folders_read(root: Path) -> tuple[str, ...]:
    """The folders whose files are looked at, relative to `root`: those that are there, and lie in the workspace."""
    found = [name for name in ("events", "seeds") if (root / name).is_dir() and is_inside(root, name)]
    if "events" in found:
        with os.scandir(root / "events") as entries:
            names = sorted(f"events/{entry.name}" for entry in entries if _is_folder(entry))
        found += [name for name in names if is_inside(root, name)]
    return tuple(found)


def tree_of(root: Path) -> Tree:
    """List the workspace at `root`. Raises `NotAWorkspace`."""
    if not is_workspace(root):
        raise NotAWorkspace(f"{root} is not a workspace: it needs the folders `seeds/` and `events/`.")
    tree = Tree(root)
    for folder, list_ in (("events", _list_events), ("seeds", _list_seeds)):
        if is_inside(root, folder):
            list_(tree)
        else:
            _refuse(tree, folder)
    return tree


def _list_events(tree: Tree) -> None:
    for entry in _entries(tree, "events"):
        name = f"events/{entry.name}"
        if not _is_folder(entry):
            _list_file(tree, entry, name)
        elif not _inside(tree, entry, name):
            continue
        elif entry.is_symlink() and (read := _read_as(tree.root, name)):
            _pass_over(tree, name, f"`{read}` is read under its own name")
        elif entry.name == "registry":
            _list_registry(tree)
        else:
            _list_folder(tree, name, tree.briefings if entry.name == "briefings" else tree.events)


def _list_file(tree: Tree, entry: os.DirEntry[str], name: str) -> None:
    """A file that stands in `events/` itself."""
    if entry.name in _DOCUMENTS:
        return
    if name not in (ABOUT, _VIEWS):
        _pass_over(tree, name, "only `FOLDER/ID.yaml` is read in `events/`")
    elif _inside(tree, entry, name):
        if name == ABOUT:
            tree.about.append(name)
        else:
            tree.registries["views"] = name


def _list_folder(tree: Tree, folder: str, kept: list[str]) -> None:
    for entry in _entries(tree, folder):
        name = f"{folder}/{entry.name}"
        if entry.name.endswith(".yaml") and not _is_folder(entry):
            if _inside(tree, entry, name):
                kept.append(name)
        elif _is_folder(entry):
            why = "folders below `events/FOLDER/` are not read"
            hint = f"move its records up into `{folder}/`: `mv {name}/*.yaml {folder}/`"
            _pass_over(tree, name, why if entry.is_symlink() else f"this is a folder; {why}", hint)
        elif entry.name not in _DOCUMENTS:
            _pass_over(tree, name, "only `FOLDER/ID.yaml` is read in `events/`")


def _list_registry(tree: Tree) -> None:
    for entry in _entries(tree, "events/registry"):
        name = f"events/registry/{entry.name}"
        stem, _, ending = entry.name.partition(".")
        if ending == "yaml" and stem in REGISTRIES and not _is_folder(entry):
            if _inside(tree, entry, name):
                tree.registries[stem] = name
        elif entry.name not in _DOCUMENTS:
            why = "the registry is `places.yaml`, `actors.yaml` and `threads.yaml`"
            _pass_over(tree, name, why, "move its content to one of them, or move it out of the workspace")


def _list_seeds(tree: Tree) -> None:
    for entry in _entries(tree, "seeds"):
        name = f"seeds/{entry.name}"
        kept = {".yaml": tree.descriptions, ".txt": tree.texts}.get(Path(entry.name).suffix)
        if kept is not None and not _is_folder(entry):
            if _inside(tree, entry, name):
                kept.append(name)
        elif entry.name not in _DOCUMENTS:
            _pass_over(
                tree,
                name,
                "only `ID.txt` and `ID.yaml` are read in `seeds/`",
                "rename it, or move it out of the workspace",
            )


def _entries(tree: Tree, folder: str) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder, by name; what begins with a dot belongs to other programs."""
    try:
        with os.scandir(tree.root / folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        message = f"the folder cannot be listed: {error.strerror}"
        tree.problems.append(UNREADABLE.at(folder, (1, 1), message, "check its permissions (`ls -ld`)"))
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if _is_text(entry.name):
            yield entry
        else:
            shown = os.fsencode(f"{folder}/{entry.name}").decode(errors="backslashreplace")
            _pass_over(tree, shown, "the name is not UTF-8", "rename it with letters, digits and hyphens only")


def _is_text(name: str) -> bool:
    """Whether the name can be shown: on some systems names are any bytes."""
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


def _pass_over(tree: Tree, name: str, why: str, hint: str = "") -> None:
    tree.not_read.append(name)
    if name.endswith(".yml"):
        hint = f"rename it to `{Path(name).stem}.yaml`, or move it out of the workspace"
    if link := _link_words(tree.root / name):
        why, hint = f"{link}; {why}", f"remove the link: `rm {shlex.quote(name)}`"
    tree.problems.append(NOT_READ.at(name, (1, 1), why, hint))


def _link_words(path: Path) -> str:
    """What a link is that leads to no file; empty of anything else."""
    try:
        if not path.is_symlink() or path.is_file():
            return ""
        return "this is a link to a folder" if path.is_dir() else "this is a link to nothing that can be read"
    except OSError:
        return ""


def _read_as(root: Path, name: str) -> str:
    """The name of the folder that a link leads to, where that folder is read by itself; else empty."""
    target, events = (root / name).resolve(), (root / "events").resolve()
    if target in (events, (root / "seeds").resolve()):
        return target.name
    return f"events/{target.name}" if target.parent == events and not target.name.startswith(".") else ""


def _inside(tree: Tree, entry: os.DirEntry[str], name: str) -> bool:
    if not entry.is_symlink() or (is_inside(tree.root, name) and Path(entry.path).exists()):
        return True
    _refuse(tree, name)
    return False


def _refuse(tree: Tree, name: str) -> None:
    tree.problems.append(OUTSIDE.at(name, (1, 1), "this link leads out of the workspace, or to nothing"))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder or a link to one; a link that goes in circles, or may not be followed, is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False
