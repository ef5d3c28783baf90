"""`dateline schema`: the JSON Schemas, and the files that are made from the model."""

import json
import os
from pathlib import Path
from typing import Final

import click

import dashboard
from dashboard.checks.documentation import generated_files, stale_files, write_generated
from dashboard.cli.commands_page import FILE, commands_page
from dashboard.cli.finding import workspace_root
from dashboard.cli.terminal import say
from dashboard.errors import DatelineError
from dashboard.exchange.exports import EXPORTS_PAGE, exports_page
from dashboard.exchange.imports import IMPORTS_PAGE, imports_page
from dashboard.model.schema import schemas
from dashboard.store.loading import load
from dashboard.store.setup import write_schemas, write_settings

HERE: Final = ""
"""What `--workspace` is without a folder."""


class NotACheckout(DatelineError):
    """The program is installed, and not run from its project."""


@click.command(short_help="Print the JSON Schema of a kind of record.")
@click.argument("kind", required=False, metavar="[KIND]")
@click.option("--write", is_flag=True, help="Rewrite the project's generated files that are out of date.")
@click.option(
    "--check", is_flag=True, help="List the generated files that are out of date; exit code 1 if there are any."
)
@click.option(
    "--workspace",
    "folder",
    is_flag=False,
    flag_value=HERE,
    metavar="[FOLDER]",
    help="Write schemas with the ids of a workspace into its .dateline/schemas/. Default: the nearest one upwards.",
)
def schema(kind: str | None, *, write: bool, check: bool, folder: str | None) -> int:
    """Print the JSON Schema of a KIND of record, or, without one, name the kinds.

    --workspace writes schemas for editors, which complete and check ids of places, actors, threads, sources, events,
    questions and claims, and settings for VS Code where there are none. `dateline serve` renews the schemas.

    --write and --check are for Dateline's own project: its schemas, the record format, the list of problems and the
    pages of commands and of export formats are files that are made from the code.
    """
    if write + check + (kind is not None) + (folder is not None) > 1:
        raise click.UsageError("Use one of KIND, --workspace, --write and --check.")
    if folder is not None:
        return write_for_workspace(folder)
    if write:
        return write_for_the_project(project())
    if check:
        return check_schemas(project())
    say(schema_text(kind))
    return 0


def project() -> Path:
    """The checkout that this program runs from. Raises `NotACheckout`."""
    top = Path(dashboard.__file__).resolve().parent.parent
    if not (top / "pyproject.toml").is_file():
        raise NotACheckout("The generated files belong to the Dateline project. Run this in a checkout of it.")
    return top


def write_for_workspace(named: str) -> int:
    """Write the schemas of a workspace that are not as it is, and settings that are not there; and name them."""
    named = os.environ.get("DATELINE_WORKSPACE", "") if named == HERE else named
    workspace = load(workspace_root(Path(named) if named else None))
    written = (*write_schemas(workspace), *write_settings(workspace.root))
    for file in written:
        say(f"written: {file}")
    if not written:
        say("The schemas are up to date.")
    return 0


def write_for_the_project(top: Path) -> int:
    """Write what is stale, and name it."""
    for file in write_generated(top, _files()):
        say(f"written: {file}")
    return 0


def check_schemas(top: Path) -> int:
    """Name what is stale, and what fixes it."""
    stale = stale_files(top, _files())
    for file in stale:
        say(f"stale: {file}")
    if stale:
        say("Run `dateline schema --write` and commit what changes.")
    return int(bool(stale))


def _files() -> dict[str, str]:
    root = click.get_current_context().find_root().command
    pages = {FILE: commands_page(root), EXPORTS_PAGE: exports_page(), IMPORTS_PAGE: imports_page()}
    return {**generated_files(), **pages}


def schema_text(kind: str | None) -> str:
    """The schema of one kind of record, or the names of all kinds."""
    known = schemas()
    if kind is None:
        return "\n".join(known)
    if kind not in known:
        raise click.UsageError(f"There is no kind {kind}. Kinds: {', '.join(known)}.")
    return json.dumps(known[kind], indent=2)
