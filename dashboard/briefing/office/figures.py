"""In which shapes documents and slides show figures."""

from typing import Final

from dashboard.briefing.figures import PAPER_PX, Shape

DOCX: Final = (Shape("map", "png", PAPER_PX), Shape("timeline", "png", PAPER_PX))

SLIDE_PX: Final = 672
"""A slide shows it 1.3 times as large: letters of 11 pixels are 14 points there."""
PPTX: Final = (Shape("map", "png", SLIDE_PX, 270), Shape("timeline", "png", SLIDE_PX))
