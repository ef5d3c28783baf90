"""Stand-ins for drawings on a page: each mark and each name as plotly.js draws it, and nothing else."""

from html import escape

from dashboard.briefing.figures.render import Figures, FigureSpec, RenderedFigure
from dashboard.briefing.figures.types import Draw, figure_names
from dashboard.briefing.html.figures import SHAPES
from dashboard.briefing.outline.outline import Outline
from dashboard.views.drawing.figure import Drawing
from dashboard.views.drawing.palette import LIGHT

MARK = '<path class="point" data-mark="{}/{}" transform="translate(9,9)" d="M9,0H-9V9Z" style="{}"/>'
STYLE = "opacity: 1; fill: var(--in-b5402a-f0795c); fill-opacity: 1; stroke: none;"
NAME = '<g transform="translate(14,3)"><text data-name="{}/{}" transform="translate(9,9)" x="0" y="0">{}</text></g>'


def page_stills(outline: Outline, draw: Draw) -> dict[FigureSpec, RenderedFigure]:
    """All that HTML asks for."""
    shapes = [each for each in SHAPES if each.name in figure_names(outline)]
    return {each: still_of(draw(each.name, LIGHT, each.width_px), each) for each in shapes}


def still_of(drawing: Drawing, shape: FigureSpec) -> RenderedFigure:
    """One of them."""
    marks = "".join(MARK.format(each.curve, each.point, STYLE) for each in drawing.marks)
    names = "".join(NAME.format(each.curve, each.point, escape(each.name)) for each in drawing.names)
    size = f'width="{shape.width_px}" height="260"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><g class="geolayer">{marks}{names}</g></svg>'
    return RenderedFigure(svg.encode(), shape.width_px, 260)


def page_figures(outline: Outline, draw: Draw) -> Figures:
    """What the writer of HTML is given."""
    return Figures(draw, page_stills(outline, draw))
