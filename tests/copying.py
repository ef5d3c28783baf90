"""Copies of workspaces, to be changed at will."""

import shutil
from pathlib import Path


def copied(workspace: Path, target: Path) -> Path:
    """Copy `seeds/` and `events/`, and nothing else that lies beside them."""
    for folder in ("seeds", "events"):
        shutil.copytree(workspace / folder, target / folder)
    return target
