"""The figures of a briefing, as pictures for paper and slides."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.figures.drawing import drawer_of, figures
    from dashboard.briefing.figures.fonts import FAMILIES, FONTS, SYSTEM, beyond_ours, missing, undrawn
    from dashboard.briefing.figures.mark_pictures import SHAPED, mark_svgs
    from dashboard.briefing.figures.render import INSTALL, Figures, Shape, Still, figures_of, in_points, is_taken
    from dashboard.briefing.figures.sanitising import named
    from dashboard.briefing.figures.types import PAPER_PX, STATIC, Draw, names_of
    from dashboard.briefing.figures.typesetting import NotTypeset, typesetter
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "FAMILIES",
    "FONTS",
    "INSTALL",
    "PAPER_PX",
    "SHAPED",
    "STATIC",
    "SYSTEM",
    "Draw",
    "Figures",
    "NotTypeset",
    "Shape",
    "Still",
    "beyond_ours",
    "drawer_of",
    "figures",
    "figures_of",
    "in_points",
    "is_taken",
    "mark_svgs",
    "missing",
    "named",
    "names_of",
    "typesetter",
    "undrawn",
]
