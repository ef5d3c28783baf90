"""One step on the wall: what stands at its head, what follows, and what the speaker alone sees."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from dashboard.text.markup import NOTHING, Markup

Kind = Literal["title", "section", "event", "figures"]


@dataclass(frozen=True, slots=True)
class StepContent:
    """The page shows the blocks one below the other; those that find no room stand on the step's next sheet."""

    head: Markup
    """Stands on each of its sheets."""
    blocks: tuple[Markup, ...] = ()
    more: tuple[Markup, ...] = ()
    """Stand below them as far as there is room; the rest is told of in a number, and stands among the notes."""
    notes: Markup = NOTHING


@dataclass(frozen=True)
class WallStep:
    """A step, whose content is written when somebody comes near it: of 10,000 events few are ever seen."""

    kind: Kind
    name: str
    """Short, in plain text: what the speaker sees of the next one."""
    write: Callable[[], StepContent] = field(repr=False, compare=False)
    event: str | None = None
    size: str = ""
    """`large` for the few words that are to be read first."""
    figures: tuple[str, ...] = ()

    @cached_property
    def content(self) -> StepContent:
        """Written once."""
        return self.write()

    @property
    def outline(self) -> dict[str, Any]:
        """The step as JSON for the page while it is far away: its kind alone."""
        return {"kind": self.kind}

    def data(self) -> dict[str, Any]:
        """The step as JSON for the page, in full."""
        content = self.content
        return {
            "kind": self.kind,
            "name": self.name,
            "head": content.head.html,
            "blocks": [block.html for block in content.blocks],
            "more": [block.html for block in content.more],
            "notes": content.notes.html,
            "size": self.size,
        }
