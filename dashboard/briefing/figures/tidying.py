"""What a browser drew, freed of what chance named in it, and made fit for paper or for a page."""

import re
from typing import Final

from dashboard.briefing.figures.sanitising import of_picture

_BY_CHANCE: Final = re.compile(r'id="topdefs-([0-9a-f]{6})"')
_TRACE: Final = re.compile(r'class="trace scatter trace[0-9a-f]{6}"')
_WEIGHT: Final = re.compile(r"font-weight: (\d+)")
_SHADOW: Final = re.compile(r"text-shadow: [^;\"]*?(rgb\([^)]*\)|#[0-9a-f]+)[^;\"]*;?")
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that a browser writes into a drawing as they are, and no XML may have."""
_PLACES: Final = re.compile(r' data-(?:mark|name)="[^"]*"')


def tidy_svg(svg: str) -> str:
    """An SVG that every reader takes and draws halos of, and that the next drawing gives in the same bytes."""
    svg = _NO_XML.sub("\ufffd", svg)
    for found in set(_BY_CHANCE.findall(svg)):
        svg = re.sub(rf"(?<=[-\w\"#]){found}(?=[-\w\"')])", "figure", svg)
    halo = r"paint-order: stroke; stroke: \1; stroke-width: 3px; stroke-linejoin: round;"
    return _SHADOW.sub(halo, _TRACE.sub('class="trace scatter"', svg))


def for_paper(svg: str) -> str:
    """A tidy SVG of which Typst and Word draw every weight and every letter; what could be pressed is not told."""
    weighed = _WEIGHT.sub(lambda each: f"font-weight: {int(each[1]) // 100 * 100}", svg)
    return of_picture(_PLACES.sub("", weighed))
