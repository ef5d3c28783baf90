"""Workspaces for the pages to show, and the addresses that are looked at in them, as `states.yaml` declares them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from tests.copying import copied, edit
from tests.repositories import committed

ROOT: Final = Path(__file__).resolve().parents[2]
_DECLARED: Final = yaml.safe_load((Path(__file__).parent / "states.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class State:
    """A page in a workspace, of which a golden file holds the words."""

    says: str = ""
    """What is to be seen of it, in a sentence."""

    world: str = "seed"
    only: tuple[str, ...] = ()
    """The parts of the page that are looked at; none means all but the bar and the filters."""

    begins: str = ""
    """The line from which on a part is looked at; none means the first."""

    first: int | None = None
    """How many lines are; none means all."""

    query: Any = None


STATES: Final = {
    name: State(**{key: tuple(value) if key == "only" else value for key, value in declared.items()})
    for name, declared in _DECLARED["states"].items()
}


def build(name: str, target: Path) -> Path:
    """Write the workspace of that name: the seed, or none, with what is declared to be otherwise in it.

    What is declared `before` is committed first, as of 11 November 2026.
    """
    world = _DECLARED["worlds"][name]
    if world.get("base") == "empty":
        for folder in ("seeds", "events"):
            (target / folder).mkdir(parents=True)
    else:
        copied(ROOT, target)
    if (before := world.get("before")) is not None:
        _change(target, before)
        committed(target, "2026-11-11")
    _change(target, world)
    return target


def _change(root: Path, world: Mapping[str, Any]) -> None:
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
