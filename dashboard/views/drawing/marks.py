"""The marks of figures and pages: of evidence, one shape each, told apart by their silhouette alone; and of problems.

An octagon is an error and a triangle a warning, alike in every figure.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.model.problem import Severity
from dashboard.text.markup import Markup, element, join
from dashboard.views.drawing.palette import Palette

SIGN_PX: Final = 11.0
_LARGER: Final = 1.22
_EDGE: Final = 0.5
"""The width of the sign's border that lies outside its shape, in pixels."""


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """A mark in a view box of 14 by 14."""

    name: str
    """Its word: the accessible name."""
    meaning: str
    token: Literal["ok", "bad", "out", "text"]
    """Attribute of the palette that colours it."""
    disc: str = ""
    """What is filled."""
    sign: str = ""
    """What is drawn on the disc in the ground's colour."""
    sign_width: float = 1.7
    outline: str = ""
    width: float = 1.5
    """Width of the outline."""
    dashes: str = ""

    def paths(self, color: Callable[[str], str]) -> Markup:
        """Its paths as SVG; `color` gives that of a token."""
        disc = element("path", d=self.disc, fill=color(self.token)) if self.disc else None
        sign = _line(self.sign, color("bg"), self.sign_width) if self.sign else None
        outline = _line(self.outline, color(self.token), self.width, self.dashes) if self.outline else None
        return join(disc, sign, outline)


def _line(path: str, color: str, width: float, dashes: str = "") -> Markup:
    return element(
        "path", d=path, fill="none", stroke=color, stroke_width=f"{width:g}", stroke_dasharray=dashes or None
    )


_DISC: Final = "M7 .5A6.5 6.5 0 1 0 7 13.5 6.5 6.5 0 1 0 7 .5Z"
_RING: Final = "M7 1.25A5.75 5.75 0 1 0 7 12.75 5.75 5.75 0 1 0 7 1.25Z"
_DOT: Final = "M7 9.3A.85 .85 0 1 0 7 11 .85 .85 0 1 0 7 9.3Z"

_MARKS: Final = (
    EvidenceMark(
        "quote found",
        "The words are in the source. That does not make them true.",
        "out",
        disc=_DISC,
        sign="M3.9 7.2 6.1 9.4 10.2 4.8",
    ),
    EvidenceMark(
        "found, relied on",
        "Words of at least two independent sources say so, and nobody disputes it.",
        "ok",
        disc="M7 2.4A4.6 4.6 0 1 0 7 11.6 4.6 4.6 0 1 0 7 2.4Z",
        sign="M4.8 7.15 6.35 8.7 9.25 5.45",
        sign_width=1.3,
        outline="M7 .6A6.4 6.4 0 1 0 7 13.4 6.4 6.4 0 1 0 7 .6Z",
        width=1.1,
    ),
    EvidenceMark(
        "found, in doubt",
        "The words are in the source, but the claim is disputed, doubtful or improbable.",
        "out",
        disc=_DISC,
        sign="M3.4 3.4 10.6 10.6",
    ),
    EvidenceMark(
        "questioned",
        "A check objects to what the record makes of a source’s words, or to a value that they do not give.",
        "out",
        disc=_DOT,
        outline=f"{_RING}M5.1 5.6C5.1 4.4 5.9 3.65 7 3.65S8.9 4.4 8.9 5.45C8.9 6.85 7 6.9 7 8.5",
    ),
    EvidenceMark(
        "quote not found",
        "A quote is not in the source as it is held, or is there more than once.",
        "bad",
        disc="M1 1H13V13H1Z",
        sign="M4.2 4.2 9.8 9.8M9.8 4.2 4.2 9.8",
    ),
    EvidenceMark(
        "not checkable",
        "The source’s text is not held, or was changed and nobody has accepted the change; or it is inferred.",
        "out",
        outline=f"{_RING}M4.2 7H9.8",
    ),
    EvidenceMark(
        "from another source",
        "The value comes from a named source outside of the quoted texts.",
        "out",
        outline="M7 1.1 12.9 7 7 12.9 1.1 7Z",
        width=1.6,
    ),
    EvidenceMark(
        "inferred",
        "The team’s own inference, with a note.",
        "out",
        disc="M7 1.2A2.1 2.1 0 1 0 7 5.4 2.1 2.1 0 1 0 7 1.2ZM3 8.4A2.1 2.1 0 1 0 3 12.6 2.1 2.1 0 1 0 3 8.4Z"
        "M11 8.4A2.1 2.1 0 1 0 11 12.6 2.1 2.1 0 1 0 11 8.4Z",
    ),
    EvidenceMark(
        "unknown",
        "Not given, or not known.",
        "out",
        outline="M7 1.5A5.5 5.5 0 1 0 7 12.5 5.5 5.5 0 1 0 7 1.5Z",
        dashes="2.3 2.02",
    ),
)

EVIDENCE_MARKS: Final = {mark.name: mark for mark in _MARKS}
"""By word: all nine, in one order."""
CHECKING_MARK: Final = EvidenceMark(
    "being checked",
    "The words are in the source; the checks of this record are still going on.",
    "out",
    outline=f"{_RING}M7 3.7V7.3L9.4 8.7",
)
"""Stands on pages alone, while a server that has just started checks the records."""


def evidence_mark_named(word: str) -> EvidenceMark:
    """The mark of a word, also of one that is only seen meanwhile."""
    return CHECKING_MARK if word == CHECKING_MARK.name else EVIDENCE_MARKS[word]


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
