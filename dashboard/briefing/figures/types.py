"""What draws a briefing's figures, and where that lies which shows them."""

from importlib.resources import files
from typing import TYPE_CHECKING, Final, Protocol

from dashboard.briefing.outline import FigureBlock, Outline
from dashboard.views.drawing import Palette

if TYPE_CHECKING:
    from dashboard.views.drawing import Drawing

PAPER_PX: Final = 672
"""What A4 and Letter hold beside their margins."""
STATIC: Final = files("dashboard") / "app" / "static"
"""The page's plotly.js, outlines and font: there is one copy of each."""


class Draw(Protocol):
    """`drawer_of` a briefing."""

    def __call__(self, name: str, palette: Palette, width: int, height: int | None = None, /) -> "Drawing":
        """The figure of that name, in a palette and a width in pixels; of a map, the height too if it is given."""


def figure_names(outline: Outline) -> tuple[str, ...]:
    """The names of the outline's figures, in order."""
    blocks = (block for section in outline.sections for block in section.blocks)
    return tuple(block.name for block in blocks if isinstance(block, FigureBlock))
