"""The sign that a problem is on a record: an octagon for an error, a triangle for a warning, alike in every figure."""

from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.model.problem import Severity
from dashboard.views.palette import Palette

SIGN_PX: Final = 11.0
_LARGER: Final = 1.22
_EDGE: Final = 0.5
"""The width of the sign's border that lies outside its shape, in pixels."""


def shape(severity: Severity, palette: Palette) -> tuple[str, str, float]:
    """Plotly's name of its shape, its colour, and its size in octagons: a triangle of the same size looks smaller."""
    return ("octagon", palette.bad, 1.0) if severity is Severity.ERROR else ("triangle-up", palette.text, _LARGER)


def reach(severity: Severity, size: float) -> tuple[float, float, float, float]:
    """The reach of a sign of this size left, up, right and down from its middle, in pixels, as Plotly draws it."""
    if severity is Severity.ERROR:
        sides = (0.924 * size / 2,) * 4
    else:
        radius = _LARGER * size / 2
        sides = (1.155 * radius, radius, 1.155 * radius, radius / 2)
    left, up, right, down = (side + _EDGE for side in sides)
    return left, up, right, down


def worst(events: Iterable[str], troubled: Mapping[str, Severity]) -> Severity | None:
    """The worst problem that is on one of these events; None where there is none."""
    found = {troubled[event] for event in events if event in troubled}
    return Severity.ERROR if Severity.ERROR in found else next(iter(found), None)
