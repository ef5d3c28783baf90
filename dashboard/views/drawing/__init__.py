"""What every figure is drawn with: its frame, lines, glyphs, words and how wide they are."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.drawing.canvas import Annotation, Canvas, Point, Shape
    from dashboard.views.drawing.figure import (
        Content,
        Drawing,
        EventRows,
        FigureMark,
        FigureName,
        Trace,
        choropleth,
        figure_of,
        scattergeo,
        still_layout,
    )
    from dashboard.views.drawing.figure_cache import identity, memoize
    from dashboard.views.drawing.marks import (
        CHECKING_MARK,
        EVIDENCE_MARKS,
        SIGN_PX,
        EvidenceMark,
        evidence_mark_named,
        reach,
        shape,
        worst,
    )
    from dashboard.views.drawing.palette import (
        BOTH,
        DARK,
        FONT,
        LIGHT,
        Palette,
        blend,
        css_variables,
        readable,
        replace_pairs,
        translucent,
    )
    from dashboard.views.drawing.specimen import SPECIMENS, THREADS
    from dashboard.views.drawing.text import ELLIPSIS, fit_text, join_in_lines, literal, one_line, text_width, wrap_text
    from dashboard.views.drawing.trace_parts import STROKE, Boxes, Pen, Points, Word
    from dashboard.views.drawing.weights import WEIGHT_AREAS, has_weight, load_of, weight_words
else:
    __getattr__ = lazy(__name__, __file__)
