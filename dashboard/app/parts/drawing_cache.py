"""Figures as they are sent to the page, kept: whoever asks for the same figure again, in any session, does not wait."""

import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from dashboard.cache import SharedCache
from dashboard.store.loading import without_garbage_collection
from dashboard.views.drawing import BOTH, Drawing, identity

MOST_KEPT: Final = 12_000_000
"""Characters of JSON, which take some ten times as much memory with what they were made of."""
_OF_A_READING: Final = 20
"""What an event that a figure was made of takes, in such characters."""

Draw = Callable[..., Drawing]
"""Draws with `palette=`. Only of a `functools.partial` is it known what it draws, and only that is kept."""


@dataclass(frozen=True, slots=True)
class CachedFigure:
    """A figure in both themes."""

    drawing: Drawing
    figure: str
    """As JSON: written once, however often it is sent. Its colours are pairs, of which the page takes one."""
    number: int
    """Another for each that was drawn: by it the page knows one that it has drawn already."""


_cache: Final[SharedCache[CachedFigure]] = SharedCache(
    MOST_KEPT, lambda made: len(made.figure) + _OF_A_READING * len(made.drawing.rows)
)
"""By what is drawn."""
_numbers: Final = itertools.count(time.time_ns() // 1_000_000)
"""Never those of a server before this one: pages that it has served may still be open."""
_given: Final[dict[str, int]] = {}
"""The numbers of figures that pages have been given as another server had drawn them."""
_MOST_GIVEN: Final = 4


def cached_figure(draw: Draw) -> CachedFigure:
    """The figure that `draw` draws, drawn only if it is not in the cache."""
    if not isinstance(draw, partial):
        return _render(draw)
    key = (draw.func, identity(draw.args), identity(draw.keywords))
    return _cache.get(key, draw, lambda: _render(draw))


def remember_number(figure: str, number: int) -> None:
    """Keep the number of a figure that pages were given without its being drawn: once it is, they have it already."""
    _given[figure] = number
    while len(_given) > _MOST_GIVEN:
        _given.pop(next(iter(_given)))


def _render(draw: Draw) -> CachedFigure:
    with without_garbage_collection(freezes=False):
        drawing = draw(palette=BOTH)
        figure = json.dumps(drawing.content, ensure_ascii=False, separators=(",", ":"))
    return CachedFigure(drawing, figure, _given.get(figure) or next(_numbers))
