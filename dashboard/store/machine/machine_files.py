"""Files that Dateline keeps for this machine alone, in `.dateline/`, which git leaves alone."""

from pathlib import Path
from typing import Final

from dashboard.store.writing import write_whole

FOLDER: Final = ".dateline"
_IGNORE: Final = "# What Dateline keeps for this machine alone.\n*\n"


def write_for_machine(root: Path, file: str, content: str | bytes) -> None:
    """Write a file below `.dateline/`, over what was there; its folder is made. Raises `OSError`.

    Whether the file lies in the workspace is to be asked before.
    """
    ignore_for_git(root)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    write_whole(root / file, content)


def ignore_for_git(root: Path) -> None:
    """Make the folder `.dateline/`, which git leaves alone. Raises `OSError`."""
    (root / FOLDER).mkdir(exist_ok=True)
    if not (root / FOLDER / ".gitignore").exists():
        write_whole(root / FOLDER / ".gitignore", _IGNORE)
