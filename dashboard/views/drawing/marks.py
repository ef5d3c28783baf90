"""The marks of figures and pages: of evidence, one shape each, told apart by their silhouette alone; and of problems.

An octagon is an error and a triangle a warning, alike in every figure.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.model.problem import Severity
from dashboard.text.markup import Markup, element, join
from dashboard.views.palette import Palette

SIGN_PX: Final = 11.0
_LARGER: Final = 1.22
_EDGE: Final = 0.5
"""The width of the sign's border that lies outside its shape, in pixels."""


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """A mark in a view box of 14 by 14."""

    name: str
    """Its word: the accessible name."""
    path: str
    token: Literal["ok", "bad", "out", "text"]
    """Attribute of the palette that colours it."""
    meaning: str
    stroke: float = 0.0
    """Width of the outline; 0 where the path is filled."""
    dashes: str = ""
    inner: str = ""
    """A path drawn over it in the ground's colour, 1.7 wide."""

    def paths(self, color: Callable[[str], str]) -> Markup:
        """Its paths as SVG; `color` gives that of a token."""
        if self.stroke:
            line = {"stroke": color(self.token), "stroke_width": str(self.stroke)}
            return element("path", d=self.path, fill="none", **line, stroke_dasharray=self.dashes or None)
        line = {"stroke": color("bg"), "stroke_width": "1.7"}
        inner = element("path", d=self.inner, fill="none", **line) if self.inner else None
        return join(element("path", d=self.path, fill=color(self.token)), inner)


_MARKS: Final = (
    EvidenceMark(
        "verified",
        "M7 .5A6.5 6.5 0 1 0 7 13.5 6.5 6.5 0 1 0 7 .5Z",
        "ok",
        "The words stand in the source’s text, once.",
        inner="M3.9 7.2 6.1 9.4 10.2 4.8",
    ),
    EvidenceMark(
        "failed",
        "M1 1H13V13H1Z",
        "bad",
        "A quote does not stand in the source’s text.",
        inner="M4.2 4.2 9.8 9.8M9.8 4.2 4.2 9.8",
    ),
    EvidenceMark(
        "not checkable",
        "M7 1.25A5.75 5.75 0 1 0 7 12.75 5.75 5.75 0 1 0 7 1.25ZM4.2 7H9.8",
        "out",
        "It rests on sources whose text is not held, or it is inferred.",
        stroke=1.5,
    ),
    EvidenceMark("external", "M7 1.1 12.9 7 7 12.9 1.1 7Z", "out", "From a named outside source.", stroke=1.6),
    EvidenceMark(
        "inferred",
        "M7 1.2A2.1 2.1 0 1 0 7 5.4 2.1 2.1 0 1 0 7 1.2ZM3 8.4A2.1 2.1 0 1 0 3 12.6 2.1 2.1 0 1 0 3 8.4Z"
        "M11 8.4A2.1 2.1 0 1 0 11 12.6 2.1 2.1 0 1 0 11 8.4Z",
        "out",
        "The team’s own inference, with a note.",
    ),
    EvidenceMark(
        "unknown",
        "M7 1.5A5.5 5.5 0 1 0 7 12.5 5.5 5.5 0 1 0 7 1.5Z",
        "out",
        "Not given, or not known.",
        stroke=1.5,
        dashes="2.3 2.02",
    ),
)

EVIDENCE_MARKS: Final = {mark.name: mark for mark in _MARKS}
"""By word: all six, in one order."""


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
