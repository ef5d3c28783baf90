"""Creating a workspace: all of it, or nothing. What is in its folder already stays as it is."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.store.loading import load
from dashboard.store.lock import workspace_lock
from dashboard.store.setup.editor_files import settings_files
from dashboard.store.setup.example import example_files
from dashboard.store.setup.schema_files import SCHEMA_FOLDER, SchemasNotWritten, write_schemas
from dashboard.store.tree import ABOUT, is_inside, is_workspace, tree_of
from dashboard.store.writing import why_not_written, write_new
from dashboard.store.yaml import double_quoted

NOT_FOR_GIT: Final = (".dateline/", ".dateline-*", ".dateline.lock")
"""What Dateline makes for itself: schemas, files that are being written, and its lock."""

_FOLDERS: Final = ("seeds", "events")
_WRITTEN_BELOW: Final = (*_FOLDERS, "events/registry", "events/harbour", ".vscode", SCHEMA_FOLDER)
_README: Final = """\
# {title}

A workspace of Dateline: sources in `seeds/`, one file per event in `events/FOLDER/`, and the places, actors and threads
that events name in `events/registry/`.

```sh
dateline serve
dateline validate
dateline source add FILE
```

`serve` shows the events in the browser and follows every change of a file. `validate` lists problems with file and
line. `source add` stores the text of a document. `dateline docs records` prints the record format.

In VS Code, open this folder and install the extension that it recommends: it completes ids, explains fields, and marks
mistakes while you write. The build task (Ctrl+Shift+B) marks whatever `dateline validate` finds, too.
"""


class WorkspaceNotCreated(DatelineError):
    """A workspace that could not be created; what was in the folder is as it was."""


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """A workspace that was just created."""

    root: Path
    files: tuple[str, ...]
    """The files that were written, relative to the root."""
    left: tuple[str, ...]
    """Files that were there already, and were left as they are."""


def create_workspace(folder: Path) -> NewWorkspace:
    """Make `folder` a workspace, with the example, settings of editors and schemas. Raises `WorkspaceNotCreated`.

    It may be there already, with other files in it, but with no records. Should anything fail, what was written is
    removed again.
    """
    title = _title(folder)
    contents = {
        ".gitignore": "".join(f"{name}\n" for name in NOT_FOR_GIT),
        "README.md": _README.format(title=title),
        **settings_files(),
        ABOUT: f"title: {double_quoted(title)}\n",
        **example_files(),
    }
    return _create(folder, contents, editors=True)


def add_example(root: Path) -> NewWorkspace:
    """Write the example into the workspace at `root`, which has no records. Raises `WorkspaceNotCreated`."""
    return _create(root, example_files(), editors=False)


def first_record(root: Path) -> str | None:
    """The first file in `root` that is, or may be meant as, a record; None where there is none."""
    if not is_workspace(root):
        loose = sorted(
            path for name in _FOLDERS for kind in ("yaml", "txt") for path in (root / name).rglob(f"*.{kind}")
        )
        return loose[0].relative_to(root).as_posix() if loose else None
    tree = tree_of(root)
    found = (
        *(tree.events, tree.registries.values(), tree.briefings, tree.descriptions, tree.texts, tree.not_read),
        [problem.file for problem in tree.problems],
    )
    return next(chain.from_iterable(found), None)


def _create(folder: Path, contents: Mapping[str, str], *, editors: bool) -> NewWorkspace:
    made = _Made(folder)
    try:
        _refuse(folder)
        for name in _FOLDERS:
            made.make_folder(folder / name)
        with workspace_lock(folder.resolve()):
            _refuse(folder)  # somebody else may have been faster
            for name, content in contents.items():
                made.write(name, content)
            if editors:
                made.make_folder(folder / SCHEMA_FOLDER)
                made.files += write_schemas(load(folder.resolve()))
    except BaseException as error:
        made.remove()
        if isinstance(error, OSError | RuntimeError):
            raise WorkspaceNotCreated(_sentence(made.at, error)) from error
        if isinstance(error, SchemasNotWritten):
            raise WorkspaceNotCreated(f"{error} Nothing was created.") from error
        raise
    return NewWorkspace(folder.resolve(), tuple(made.files), tuple(name for name in contents if name not in made.files))


class _Made:
    """What was made so far, so that it can be removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[str] = []
        self.folders: list[Path] = []
        self.at = folder
        """What is being made."""

    def make_folder(self, folder: Path) -> None:
        """Make it, and those above it, where they are not there."""
        for self.at in reversed((folder, *folder.parents)):
            if not self.at.is_dir():
                self.at.mkdir()
                self.folders.append(self.at)

    def write(self, name: str, content: str) -> None:
        """Write a file, unless there is one of this name."""
        self.make_folder((self.folder / name).parent)
        self.at = self.folder / name
        if not os.path.lexists(self.at):
            write_new(self.at, content)
            self.files.append(name)

    def remove(self) -> None:
        """Remove all of it. A folder in which somebody else has written meanwhile stays."""
        schemas = self.folder / SCHEMA_FOLDER
        begun = [*schemas.glob("*.json")] if schemas in self.folders else []
        for path in (*(self.folder / name for name in self.files), *begun):
            with suppress(OSError):
                path.unlink()
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()


def _refuse(folder: Path) -> None:
    """Raise `WorkspaceNotCreated` where a workspace must not be created."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise WorkspaceNotCreated(f"{folder} is not a folder. Nothing was created: name a new or empty folder.")
    located = folder.resolve()
    for above in located.parents:
        if located.relative_to(above).parts[0] in _FOLDERS and is_workspace(above):
            raise WorkspaceNotCreated(
                f"{folder} is among the records of the workspace {above}. Nothing was created: name a folder outside "
                "of its seeds/ and events/."
            )
    for name in _WRITTEN_BELOW:
        if os.path.lexists(located / name) and not (located / name).is_dir():
            raise WorkspaceNotCreated(f"{name} in {folder} is not a folder. Nothing was created: move it away first.")
        if not is_inside(located, name):
            raise WorkspaceNotCreated(
                f"{name} in {folder} is a link out of it. Nothing was created: remove the link first."
            )
    if (record := first_record(located)) is not None:
        raise WorkspaceNotCreated(
            f"{folder} has records already, such as {record}. Nothing was created: name a new or empty folder."
        )


def _sentence(path: Path, error: OSError | RuntimeError) -> str:
    if isinstance(error, FileExistsError):
        return f"{path} is not a folder. Nothing was created: name another folder."
    why = why_not_written(error) if isinstance(error, OSError) else "its links go in a circle"
    return f"{path} could not be written: {why}. Nothing was created."


def _title(folder: Path) -> str:
    """A title made of the folder's name: `Our events` of `our-events`."""
    name = os.fsencode(Path(os.path.abspath(folder)).name).decode(errors="replace")  # noqa: PTH100  links stay names
    words = re.sub(r"[\s_-]+", " ", "".join(c if c.isprintable() else " " for c in name)).strip()
    return words[:1].upper() + words[1:] or "Events"
