"""`dateline init`: a folder becomes a workspace."""

import shlex
from pathlib import Path

import click

from dashboard.cli.terminal import say
from dashboard.store.setup import NOT_FOR_GIT, SCHEMA_FOLDER, create_workspace


@click.command(short_help="Create a workspace that validates and serves at once.")
@click.argument("folder")
def init(folder: str) -> int:
    """Create a workspace in FOLDER, with an example: one source, its place, and one event on the map.

    It also has a README.md, a .gitignore, and settings for VS Code, whose schemas know the ids of the workspace. FOLDER
    may exist, but not with records in it. Files that are there already stay as they are.

    Exit code: 2 if nothing was created, otherwise 0.
    """
    if not folder:
        raise click.UsageError("The name of FOLDER is empty. For the folder that you are in, write `.`.")
    new = create_workspace(Path(folder))
    say(f"Created a workspace in {folder}:")
    for name in new.files:
        if not name.startswith(SCHEMA_FOLDER):
            say(f"  {name}")
    say(f"  {SCHEMA_FOLDER}/ (for editors)")
    for name in new.left:
        say(f"  {name} exists already and stays as it is")
    if ".gitignore" in new.left:
        say(f"Add these lines to .gitignore: {' '.join(NOT_FOR_GIT)}")
    say("Next:")
    for line in next_commands(folder, here=new.root == Path.cwd()):
        say(f"  {line}")
    return 0


def next_commands(folder: str, *, here: bool) -> tuple[str, ...]:
    """The commands to type next, the first of which goes to the folder unless the reader is `here`."""
    go = f"cd {shlex.quote(f'./{folder}' if folder.startswith('-') else folder)}"
    return (*(() if here else (go,)), "dateline validate", "dateline serve")
