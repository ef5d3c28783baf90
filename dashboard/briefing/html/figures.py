"""The figures of a briefing in HTML: the dashboard's own drawings, with all that it takes to show them offline."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.figures import PAPER_PX, STATIC, Draw
from dashboard.briefing.html.sentences import question_anchor
from dashboard.views.palette import PALETTES

if TYPE_CHECKING:  # a command that draws nothing does not wait for Plotly
    from dashboard.views.drawing import FigureMark

WIDTHS_PX: Final = (358, PAPER_PX, 1000)
"""Labels are laid out for a width: a page takes the widest that fits. Where none does, the first is made small."""


def drawings(names: Iterable[str], draw: Draw) -> dict[str, dict[str, dict[str, Any]]]:
    """Name to width to what is drawn there: the marks, and Plotly's JSON by the palette's name."""
    return {name: {str(width): _drawing(name, width, draw) for width in WIDTHS_PX} for name in names}


def outlines(drawn: dict[str, dict[str, dict[str, Any]]]) -> dict[str, Any]:
    """The outlines of countries that these drawings need, under the names by which plotly.js looks for them."""
    layouts = [width["light"]["layout"] for widths in drawn.values() for width in widths.values()]
    maps = [each for layout in layouts for key, each in layout.items() if key.startswith("geo")]
    named = sorted({f"world_{each.get('resolution', 110)}m" for each in maps})
    return {name: json.loads((STATIC / "topojson" / f"{name}.json").read_text(encoding="utf-8")) for name in named}


def plotly() -> str:
    """The library that shows them, as a script."""
    return (STATIC / "plotly" / "plotly.min.js").read_text(encoding="utf-8")


def _drawing(name: str, width: int, draw: Draw) -> dict[str, Any]:
    made = {palette.name: draw(name, palette, width) for palette in PALETTES.values()}
    drawn = made["light"]
    marks = [[mark.curve, mark.point, list(mark.events), mark.name, _question_link(mark)] for mark in drawn.marks]
    names = [[name.curve, name.point, list(name.events), name.name] for name in drawn.names]
    return {"marks": marks, "names": names, **{theme: dict(drawing.content) for theme, drawing in made.items()}}


def _question_link(mark: "FigureMark") -> str:
    """The anchor of the row of the question that it stands for; empty of a mark of events."""
    what, about = mark.press or ("", "")
    return question_anchor(about) if what == "question" else ""
