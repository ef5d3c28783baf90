"""The sign that a problem is on a record: an octagon for an error, a triangle for a warning, alike in every figure."""

from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.model.problem import Severity
from dashboard.views.palette import Palette

SIGN_PX: Final = 9.0


def shape(severity: Severity, palette: Palette) -> tuple[str, str, float]:
    """Plotly's name of its shape, its colour, and its size in octagons: a triangle of the same size looks smaller."""
    return ("octagon", palette.bad, 1.0) if severity is Severity.ERROR else ("triangle-up", palette.text, 1.22)


def worst(events: Iterable[str], troubled: Mapping[str, Severity]) -> Severity | None:
    """The worst problem that is on one of these events; None where there is none."""
    found = {troubled[event] for event in events if event in troubled}
    return Severity.ERROR if Severity.ERROR in found else next(iter(found), None)
