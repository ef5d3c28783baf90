"""A briefing as a tagged PDF, set by Typst: for print, with the marking on every page."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

from dashboard.briefing.figures import (
    FAMILIES,
    PAPER_PX,
    SYSTEM,
    Figures,
    FigureSpec,
    NotTypeset,
    as_raster,
    beyond_ours,
    is_accepted,
    name_undrawn,
    typesetter,
    undrawn,
)
from dashboard.briefing.manifest import Manifest, as_json, complete_manifest
from dashboard.briefing.outline import VERDICTS, Outline, mark_of
from dashboard.briefing.pdf.content import content_of
from dashboard.briefing.pdf.manifest import looks_of, words_hash
from dashboard.model.dates import EventDate
from dashboard.views.drawing import LIGHT

_BESIDE: Final = FigureSpec("map", "svg", 330, 290)
"""The map beside the ladder."""
_SHAPES: Final = {
    "map": (FigureSpec("map", "svg", PAPER_PX, 310), _BESIDE),
    "timeline": (FigureSpec("timeline", "svg", PAPER_PX),),
}
SHAPES: Final = tuple(shape for shapes in _SHAPES.values() for shape in shapes)
_STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to write a document that breaks what it can check of it."""
_TOKENS: Final = ("text", "muted", "line", "line2", "bad")


def pdf(outline: Outline, seal: Manifest, figures: Figures) -> bytes:
    """The whole file. Of the same outline, seal and figures the same bytes; it carries the seal as an attachment.

    It is set twice: the seal holds a hash of the pages, too, which are the same both times.
    """
    content = _content_json(content_of(outline, figures, _SHAPES))
    beyond = beyond_ours(content)
    try:
        return _typeset(name_undrawn(content, undrawn(beyond)), seal)
    except NotTypeset:  # a font may say that it draws what it does not: PDF/UA takes no letter that is not drawn
        if not beyond:
            raise
        return _typeset(name_undrawn(content, beyond), seal)


def _typeset(content: str, seal: Manifest) -> bytes:
    letters = frozenset(content)
    given = {"content.json": content, "look.json": json.dumps(_look(letters)), "seal.json": as_json(seal)}
    with typesetter("briefing.typ", given, letters) as setter:
        options = {"timestamp": _made_at(seal), "pdf_standards": [_STANDARD]}
        pages = setter.render("pdf", **options)
        setter.add_files(
            {"seal.json": as_json(complete_manifest(seal, words_hash(pages), looks_of(pages, seal.title)))}
        )
        return setter.render("pdf", **options)


def _content_json(made: dict[str, Any]) -> str:
    """The content as JSON; figures that the PDF standard does not accept as they are become raster pictures."""
    letters = json.dumps(made, ensure_ascii=False)
    for figure in made["figures"]:
        figure["svgs"] = [
            svg if is_accepted(svg, wide, high, _STANDARD, letters) else as_raster(svg, wide, high)
            for svg, (wide, high) in zip(figure["svgs"], figure["sizes"], strict=True)
        ]
    return json.dumps(made, ensure_ascii=False)


def _look(letters: Iterable[str]) -> dict[str, Any]:
    """Colours, fonts and marks; fonts of the system only where letters need them."""
    return {
        **{token: getattr(LIGHT, token) for token in _TOKENS},
        "thread": LIGHT.thread(0),
        "families": [*FAMILIES, *(SYSTEM if beyond_ours(letters) else ())],
        "marks": {verdict: _mark_svg(verdict) for verdict in VERDICTS},
    }


def _mark_svg(verdict: str) -> str:
    """The mark of a verdict as a picture, in the colours of paper."""
    paths = mark_of(verdict).paths(lambda token: str(getattr(LIGHT, token)))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14">{paths}</svg>'


def _made_at(seal: Manifest) -> datetime:
    """Midnight (UTC) of the last day as of which it holds: not that of its writing, which would change its bytes."""
    day = EventDate.parse(seal.as_of).latest
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(1970, 1, 1, tzinfo=UTC)
