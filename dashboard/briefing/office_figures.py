"""In which shapes documents and slides show figures."""

from typing import Final

from dashboard.briefing.drawn import PAPER_PX
from dashboard.briefing.stills import Shape

DOCX: Final = (Shape("map", "png", PAPER_PX), Shape("timeline", "png", PAPER_PX))
