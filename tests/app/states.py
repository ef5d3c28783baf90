"""The states of pages of which golden files hold the words, as `states.yaml` declares them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

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
    for name, declared in _DECLARED.items()
}
