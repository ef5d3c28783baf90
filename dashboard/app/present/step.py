"""One step on the wall: what stands at its head, what follows, and what the speaker alone sees."""

from dataclasses import dataclass, field
from typing import Any, Literal

from dashboard.text.markup import NOTHING, Markup

Kind = Literal["title", "section", "event", "figures"]


@dataclass(frozen=True, slots=True)
class Step:
    """The page shows the blocks one below the other; those that find no room stand on the step's next sheet."""

    kind: Kind
    name: str
    """Short, in plain text: what the speaker sees of the next one."""
    head: Markup
    """Stands on each of its sheets."""
    blocks: tuple[Markup, ...] = ()
    more: tuple[Markup, ...] = ()
    """Stand below them as far as there is room; the rest is told of in a number, and stands among the notes."""
    notes: Markup = NOTHING
    event: str | None = None
    size: str = ""
    """`large` for the few words that are to be read first."""
    figures: tuple[str, ...] = field(default=())

    def data(self) -> dict[str, Any]:
        """For the page."""
        return {
            "kind": self.kind,
            "name": self.name,
            "head": self.head.html,
            "blocks": [block.html for block in self.blocks],
            "more": [block.html for block in self.more],
            "notes": self.notes.html,
            "size": self.size,
        }
