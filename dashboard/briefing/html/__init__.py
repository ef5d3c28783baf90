"""A briefing as one HTML file."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.html import document
    from dashboard.briefing.html.appearance import font_face, style_sheet
    from dashboard.briefing.html.document import page
    from dashboard.briefing.html.drawing import DrawnFigure
    from dashboard.briefing.html.figures import SHAPES, FigureTargets, colors
else:
    __getattr__ = lazy(__name__, __file__)
