"""The evidence marks as pictures, for documents that hold no HTML."""

from typing import Final
from xml.sax.saxutils import quoteattr

from dashboard.briefing.outline import GONE, VERDICTS
from dashboard.views.drawing import EVIDENCE_MARKS, EvidenceMark
from dashboard.views.palette import LIGHT

SHAPED: Final = {GONE: "unknown"}
"""A word that has no mark of its own to the mark that it is told by."""


def mark_svgs() -> dict[str, str]:
    """The word of each verdict to its mark as an SVG, in the colours of paper."""
    return {word: svg_of(EVIDENCE_MARKS[SHAPED.get(word, word)]) for word in VERDICTS}


def svg_of(mark: EvidenceMark) -> str:
    """One mark."""
    color = getattr(LIGHT, mark.token)
    if mark.stroke:
        dashes = f" stroke-dasharray={quoteattr(mark.dashes)}" if mark.dashes else ""
        paths = f'<path d="{mark.path}" fill="none" stroke="{color}" stroke-width="{mark.stroke}"{dashes}/>'
    else:
        paths = f'<path d="{mark.path}" fill="{color}"/>'
    if mark.inner:
        paths += f'<path d="{mark.inner}" fill="none" stroke="{LIGHT.bg}" stroke-width="1.7"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14">{paths}</svg>'
