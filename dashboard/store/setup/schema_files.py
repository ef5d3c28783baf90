"""The JSON Schemas of one workspace, `.dateline/schemas/`: they know its ids, and are renewed when these change."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.model.schema import schemas
from dashboard.store.setup.ids import IdsOfKinds, ids_of, with_ids
from dashboard.store.tree import is_inside
from dashboard.store.workspace import Workspace
from dashboard.store.writing import why_not_written, write_whole

SCHEMA_FOLDER: Final = ".dateline/schemas"


class SchemasNotWritten(DatelineError):
    """Schemas that could not be written; those of before may still be there."""


def write_schemas(workspace: Workspace) -> tuple[str, ...]:
    """Write the schemas that are not as the workspace is; their names, relative to it. Raises `SchemasNotWritten`."""
    root = workspace.root
    if not is_inside(root, SCHEMA_FOLDER):
        raise SchemasNotWritten(f"{SCHEMA_FOLDER} is a link out of the workspace. Replace it with a folder.")
    ids, written = ids_of(workspace), []
    name = SCHEMA_FOLDER
    try:
        (root / SCHEMA_FOLDER).mkdir(parents=True, exist_ok=True)
        for kind, schema in schemas().items():
            name = f"{SCHEMA_FOLDER}/{kind}.json"
            text = json.dumps(with_ids(schema, ids), ensure_ascii=False, separators=(",", ":")) + "\n"
            if _bytes_at(root / name) != text.encode():
                write_whole(root / name, text)
                written.append(name)
    except OSError as error:
        raise SchemasNotWritten(f"{name} could not be written: {why_not_written(error)}.") from error
    return tuple(written)


class SchemaRenewal:
    """Renews the schemas of a workspace, as long as a program follows its files, whenever its ids have changed."""

    def __init__(self) -> None:
        self._ids: IdsOfKinds | None = None

    def renew(self, workspace: Workspace) -> None:
        """Write the schemas that changed, where the workspace has any; what cannot be written stays as it is."""
        if not (workspace.root / SCHEMA_FOLDER).is_dir():
            self._ids = None
        elif (ids := ids_of(workspace)) != self._ids:
            with suppress(SchemasNotWritten):
                write_schemas(workspace)
                self._ids = ids


def _bytes_at(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
