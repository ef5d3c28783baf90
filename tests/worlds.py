"""Workspaces to be looked at, as `worlds.yaml` declares them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from tests.copying import copied, edit
from tests.datasets import row, write_rows
from tests.repositories import committed

ROOT: Final = Path(__file__).resolve().parent.parent
_DECLARED: Final = yaml.safe_load((Path(__file__).parent / "worlds.yaml").read_text(encoding="utf-8"))
_BASES: Final = {"seed": ROOT, "base": ROOT / "tests" / "records" / "base"}


def build(name: str, target: Path) -> Path:
    """Write the workspace of that name."""
    world = _DECLARED[name]
    if world.get("base") == "empty":
        for folder in ("seeds", "events"):
            (target / folder).mkdir(parents=True)
    else:
        copied(_BASES[world.get("base", "seed")], target)
    for commit in world.get("commits", ()):
        change(target, commit)
        committed(target, str(commit["day"]))
    change(target, world)
    return target


def become(name: str, root: Path) -> Path:
    """Change a workspace as the one of that name is changed after its commits."""
    change(root, _DECLARED[name])
    return root


def change(root: Path, world: Mapping[str, Any]) -> None:
    """Change files of a workspace: what is written, added, replaced, removed; and write imported rows."""
    for file, content in world.get("write", {}).items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    for file, text in world.get("append", {}).items():
        with (root / file).open("a", encoding="utf-8") as opened:
            opened.write(text)
    for file, texts in world.get("replace", {}).items():
        for old, new in texts.items():
            edit(root, file, old, new)
    for file in world.get("remove", ()):
        (root / file).unlink()
    for name, rows in world.get("rows", {}).items():
        write_rows(root, [row(**each) for each in rows], name)
