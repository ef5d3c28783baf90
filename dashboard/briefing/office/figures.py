"""The formats and sizes in which documents and slides show figures."""

from typing import Final

from dashboard.briefing.figures import PAPER_PX, FigureSpec

DOCX: Final = (FigureSpec("map", "png", PAPER_PX), FigureSpec("timeline", "png", PAPER_PX))

SLIDE_PX: Final = 672
"""A slide shows it 1.3 times as large: letters of 11 pixels are 14 points there."""
PPTX: Final = (FigureSpec("map", "png", SLIDE_PX, 270), FigureSpec("timeline", "png", SLIDE_PX))
