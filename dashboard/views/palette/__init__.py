"""The colours: of the two themes, of the evidence, and what can be read on what."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.palette.light_dark import readable, replace_pairs
    from dashboard.views.palette.palette import BOTH, DARK, FONT, LIGHT, Palette, blend, translucent
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "BOTH",
    "DARK",
    "FONT",
    "LIGHT",
    "Palette",
    "blend",
    "readable",
    "replace_pairs",
    "translucent",
]
