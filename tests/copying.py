"""Copies of workspaces, to be changed at will."""

import shutil
from pathlib import Path


def copied(workspace: Path, target: Path) -> Path:
    """Copy `seeds/` and `events/`, and nothing else that lies beside them."""
    for folder in ("seeds", "events"):
        shutil.copytree(workspace / folder, target / folder, copy_function=_copy_content)
    return target


def _copy_content(source: str, target: str) -> None:
    """Copy what a small file holds; its times and rights, which no test asks for, cost as much again."""
    Path(target).write_bytes(Path(source).read_bytes())


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace what stands in a file of a workspace, wherever it stands there."""
    path = root / name
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")


def write(root: Path, name: str, content: str | bytes) -> Path:
    """Write a file of a workspace, and the folders that it needs."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
