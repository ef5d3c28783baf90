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
    NotTypeset,
    Shape,
    beyond_ours,
    in_points,
    is_taken,
    mark_svgs,
    named,
    typesetter,
    undrawn,
)
from dashboard.briefing.manifest import Sealed, as_json, closed
from dashboard.briefing.outline import Outline
from dashboard.briefing.pdf.content import content_of
from dashboard.briefing.pdf.manifest import looks_of, words_hash
from dashboard.model.dates import EventDate
from dashboard.views.palette import LIGHT

_BESIDE: Final = Shape("map", "svg", 330, 290)
"""The map beside the ladder."""
_SHAPES: Final = {
    "map": (Shape("map", "svg", PAPER_PX, 310), _BESIDE),
    "timeline": (Shape("timeline", "svg", PAPER_PX),),
}
SHAPES: Final = tuple(shape for shapes in _SHAPES.values() for shape in shapes)
_STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to write a document that breaks what it can check of it."""
_TOKENS: Final = ("text", "muted", "line", "line2", "bad")


def pdf(outline: Outline, seal: Sealed, figures: Figures) -> bytes:
    """The whole file. Of the same outline, seal and figures the same bytes; it carries the seal as an attachment.

    It is set twice: the seal holds a hash of the pages, too, which are the same both times.
    """
    content = _taken(content_of(outline, figures, _SHAPES))
    beyond = beyond_ours(content)
    try:
        return _set(named(content, undrawn(beyond)), seal)
    except NotTypeset:  # a font may say that it draws what it does not: PDF/UA takes no letter that is not drawn
        if not beyond:
            raise
        return _set(named(content, beyond), seal)


def _set(content: str, seal: Sealed) -> bytes:
    letters = frozenset(content)
    given = {"content.json": content, "look.json": json.dumps(_look(letters)), "seal.json": as_json(seal)}
    with typesetter("briefing.typ", given, letters) as setter:
        options = {"timestamp": _made_at(seal), "pdf_standards": [_STANDARD]}
        pages = setter.made("pdf", **options)
        setter.put({"seal.json": as_json(closed(seal, words_hash(pages), looks_of(pages, seal.title)))})
        return setter.made("pdf", **options)


def _taken(made: dict[str, Any]) -> str:
    """As JSON, with figures as points where the standard does not take them as they are."""
    letters = json.dumps(made, ensure_ascii=False)
    for figure in made["figures"]:
        figure["svgs"] = [
            svg if is_taken(svg, wide, high, _STANDARD, letters) else in_points(svg, wide, high)
            for svg, (wide, high) in zip(figure["svgs"], figure["sizes"], strict=True)
        ]
    return json.dumps(made, ensure_ascii=False)


def _look(letters: Iterable[str]) -> dict[str, Any]:
    """Colours, fonts and marks; fonts of the system only where letters need them."""
    return {
        **{token: getattr(LIGHT, token) for token in _TOKENS},
        "thread": LIGHT.thread(0),
        "families": [*FAMILIES, *(SYSTEM if beyond_ours(letters) else ())],
        "marks": mark_svgs(),
    }


def _made_at(seal: Sealed) -> datetime:
    """Midnight (UTC) of the last day as of which it holds: not that of its writing, which would change its bytes."""
    day = EventDate.parse(seal.as_of).latest
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(1970, 1, 1, tzinfo=UTC)
