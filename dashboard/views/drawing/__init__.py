"""What every figure is drawn with: its frame, lines, glyphs, words and how wide they are."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.drawing.canvas import Annotation, Canvas, Point, Shape
    from dashboard.views.drawing.figure import Content, Drawing, FigureMark, FigureName, Trace, choropleth, scattergeo
    from dashboard.views.drawing.figure_cache import identity, memoize
    from dashboard.views.drawing.lines import STROKE, Pen
    from dashboard.views.drawing.literal_text import literal, one_line
    from dashboard.views.drawing.marks import EVIDENCE_MARKS, EvidenceMark
    from dashboard.views.drawing.problem_sign import SIGN_PX, reach, shape, worst
    from dashboard.views.drawing.specimen import SPECIMENS, THREADS
    from dashboard.views.drawing.still_figure import figure_of, still_layout
    from dashboard.views.drawing.text import Word
    from dashboard.views.drawing.text_measuring import ELLIPSIS, fit_text, text_width
    from dashboard.views.drawing.trace_parts import Boxes, Points
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "ELLIPSIS",
    "EVIDENCE_MARKS",
    "SIGN_PX",
    "SPECIMENS",
    "STROKE",
    "THREADS",
    "Annotation",
    "Boxes",
    "Canvas",
    "Content",
    "Drawing",
    "EvidenceMark",
    "FigureMark",
    "FigureName",
    "Pen",
    "Point",
    "Points",
    "Shape",
    "Trace",
    "Word",
    "choropleth",
    "figure_of",
    "fit_text",
    "identity",
    "literal",
    "memoize",
    "one_line",
    "reach",
    "scattergeo",
    "shape",
    "still_layout",
    "text_width",
    "worst",
]
