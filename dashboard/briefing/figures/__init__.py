"""The figures of a briefing, as pictures for paper and slides."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.figures.drawing import drawer_of, figures
    from dashboard.briefing.figures.fonts import FAMILIES, FONTS, SYSTEM, beyond_ours, missing, undrawn
    from dashboard.briefing.figures.render import (
        INSTALL,
        Figures,
        FigureSpec,
        RenderedFigure,
        as_raster,
        is_accepted,
        render_figures,
    )
    from dashboard.briefing.figures.sanitising import name_undrawn
    from dashboard.briefing.figures.theme_colors import variables
    from dashboard.briefing.figures.types import PAPER_PX, STATIC, Draw, figure_names
    from dashboard.briefing.figures.typesetting import NotTypeset, typesetter
else:
    __getattr__ = lazy(__name__, __file__)
