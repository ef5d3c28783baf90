"""Settings for editors: which schema goes with which files, what to install, and how to run the checks."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from dashboard.store.setup.schema_files import SCHEMA_FOLDER, SchemasNotWritten
from dashboard.store.tree import is_inside
from dashboard.store.writing import why_not_written, write_new

SCHEMAS_BY_FILES: Final[Mapping[str, tuple[str, ...]]] = {
    "event": ("events/*/*.yaml", "!events/registry/*.yaml", "!events/briefings/*.yaml"),
    "source": ("seeds/*.yaml",),
    "briefing": ("events/briefings/*.yaml",),
    "workspace": ("events/workspace.yaml",),
    "places": ("events/registry/places.yaml",),
    "actors": ("events/registry/actors.yaml",),
    "threads": ("events/registry/threads.yaml",),
    "views": ("events/views.yaml",),
    "feeds": ("inbox/feeds.yaml",),
}
"""By the name of a schema, the files that it describes, as patterns below the workspace; `!` excepts some."""

_SETTINGS: Final[Mapping[str, Any]] = {
    "yaml.schemas": {f"./{SCHEMA_FOLDER}/{name}.json": [*files] for name, files in SCHEMAS_BY_FILES.items()},
    "yaml.schemaStore.enable": False,
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    "files.eol": "\n",
}
_EXTENSIONS: Final = {"recommendations": ["redhat.vscode-yaml"]}
_PROBLEMS: Final = {
    "owner": "dateline",
    "source": "dateline",
    "fileLocation": ["relative", "${workspaceFolder}"],
    "pattern": {
        "regexp": r"^(.+?):(\d+):(\d+): (error|warning) ([a-z0-9-]+): (.*)$",
        **{name: place for place, name in enumerate(("file", "line", "column", "severity", "code", "message"), 1)},
    },
}
_ROUNDS: Final = {
    "activeOnStart": True,
    "beginsPattern": r"^\d\d:\d\d:\d\d changed: ",
    "endsPattern": r"^[\d,]+ events? in [\d,]+ files?\b",
}
"""Lines of `validate --watch` by which an editor knows that a new round of problems begins, and that it is over."""
_TASKS: Final = {
    "version": "2.0.0",
    "tasks": [
        {
            "label": "dateline validate --watch",
            "type": "shell",
            "command": "dateline validate --watch",
            "isBackground": True,
            "group": {"kind": "build", "isDefault": True},
            "presentation": {"reveal": "silent"},
            "problemMatcher": {**_PROBLEMS, "background": _ROUNDS},
        }
    ],
}


def write_settings(root: Path) -> tuple[str, ...]:
    """Write the settings that are not there; their names, relative to the workspace. Raises `SchemasNotWritten`."""
    if not is_inside(root, ".vscode"):
        raise SchemasNotWritten(".vscode is a link out of the workspace. Replace it with a folder.")
    missing = {name: text for name, text in settings_files().items() if not os.path.lexists(root / name)}
    name = ".vscode"
    try:
        (root / name).mkdir(exist_ok=True)
        for name, text in missing.items():
            write_new(root / name, text)
    except OSError as error:
        raise SchemasNotWritten(f"{name} could not be written: {why_not_written(error)}.") from error
    return tuple(missing)


def settings_files() -> dict[str, str]:
    """The files of an editor's settings by name, relative to the workspace: what VS Code and its relatives read."""
    contents = {"settings": _SETTINGS, "extensions": _EXTENSIONS, "tasks": _TASKS}
    return {f".vscode/{name}.json": json.dumps(content, indent=2) + "\n" for name, content in contents.items()}
