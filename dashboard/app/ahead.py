"""What may be asked for next, drawn while nobody asks: each event selected, and each value of the filters."""

import itertools
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from dashboard.app.filters.asked import asked, shows_of
from dashboard.app.parts.kept_drawings import sent
from dashboard.app.shown import Shown
from dashboard.views.drawing import Drawing

MOST_EVENTS: Final = 60
"""Of more, a figure takes so long to draw that whoever asks meanwhile would have to wait for it."""
_QUIET_S: Final = 0.4
"""So long after a page is done, most of what its browser asks for is answered."""


class Ahead:
    """Draws in a thread of its own, and stops as soon as any page is asked for."""

    def __init__(self) -> None:
        self.works = False
        """Only in the server: a page that a program draws is drawn once."""
        self._turns = itertools.count(1)
        self._turn = 0

    def stop(self) -> None:
        """Somebody asks for a page."""
        self._turn = next(self._turns)

    def draw(self, figures: Iterable[partial[Drawing]]) -> None:
        """Begin in a moment; ends by itself."""
        if self.works:
            work = (self._turn, figures)
            threading.Thread(target=self._draw, args=work, name="dateline-ahead", daemon=True).start()

    def _draw(self, turn: int, figures: Iterable[partial[Drawing]]) -> None:
        time.sleep(_QUIET_S)
        for figure in figures:
            if self._turn != turn:
                return
            sent(figure)


ahead: Final = Ahead()
"""The one of this server."""


def likely(shown: Shown) -> Iterator[Shown]:
    """What one more press would show: of many events nothing, for there it would take too long to guess."""
    if len(shown.all_readings) > MOST_EVENTS or shown.until is not None:
        return
    for reading in shown.readings:
        yield replace(shown, selected=reading.id)
    if shown.selected is not None:
        return
    here, shows = shown.asked, shows_of(shown.asked.filters)
    for facet, by_event in shown.catalogue.values.items():
        for value in sorted({value for values in by_event.values() for value in values}):
            yield replace(shown, asked=asked([*shows, f"{facet}:{value}"], here.start, here.end, here.filters.words))
