"""A figure as it stands on a page: what its host in the browser is given."""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.app.parts.drawing_cache import CachedFigure, Draw, cached_figure
from dashboard.app.shell import figure_state, state, url_ids
from dashboard.clock import today
from dashboard.query.reading import Mode
from dashboard.query.wording import day_words
from dashboard.text.markup import NOTHING, Markup
from dashboard.views.drawing import Drawing, FigureMark, fit_text, literal, one_line
from dashboard.views.map import Viewport
from dashboard.views.timeline import TimeWindow


@dataclass(frozen=True, slots=True)
class ViewState:
    """How the reader has changed a figure on the page: its width, zoom and mode."""

    key: str
    """The key of the figure's component: `map`."""
    width: int
    """In pixels."""
    revision: str
    """While it stays, the reader's zoom is kept."""
    seen: Viewport | None
    """The part of a map to which the reader has moved; None if they have not moved it."""
    mode: Mode
    window: TimeWindow | None = None
    """The part of a timeline to which the reader has moved; None for all of it."""

    @classmethod
    def now(cls, key: str) -> "ViewState":
        """The view state that the address and the session have."""
        window = figure_state.time_window() if key == figure_state.TIMELINE else None
        seen = figure_state.viewport(key) if window is None else None  # first: the revision rises with another
        return cls(key, figure_state.width(key), figure_state.revision(key), seen, state.mode(), window)


@dataclass(frozen=True)
class FigureComponent:
    """A figure and how it is shown: a component of the page."""

    draw: Draw
    stand: ViewState
    selected: str | None
    """An event. The marks of it and of what is chosen are told to be pressed."""
    chosen: tuple[str, str] | None = None
    """What a mark's `press` has."""
    controls: Markup = NOTHING
    zooms: bool = False
    counts: str = ""
    """In the line below the picture that can be downloaded: `18 of 18 events`."""
    between: tuple[int | None, int | None] = (None, None)
    """The days that are filtered by on a timeline: ordinals, of the first and of the day after the last."""
    as_of: dt.date | None = None
    """The day that the figure tells of, where that is not today."""

    @cached_property
    def cached_figure(self) -> CachedFigure:
        """The figure, drawn only if it is not in the cache."""
        return cached_figure(self.draw)

    @property
    def props(self) -> dict[str, Any]:
        """The component's props, as JSON has them: the drawing, its number, and its view state."""
        drawing, stand = self.cached_figure.drawing, self.stand
        return {
            "figure": self.cached_figure.figure,
            "height": drawing.content["layout"]["height"],
            "marks": [_mark_props(mark, self._events_for_page(mark.events)) for mark in drawing.marks],
            "names": [
                {
                    "curve": each.curve,
                    "point": each.point,
                    "events": self._events_for_page(each.events),
                    "near": each.near,
                }
                for each in drawing.names
            ],
            "description": drawing.description,
            "days": drawing.days,
            "time": drawing.frame and {**drawing.frame, **self._days_told},
            "name": stand.key,
            "drawn": self.cached_figure.number,
            "selected": self.selected,
            "chosen": self.chosen,
            "controls": self.controls.html,
            "width": stand.width,
            "revision": stand.revision,
            "seen": stand.seen and dataclasses.asdict(stand.seen),
            "zooms": self.zooms,
            "caption": caption(drawing, stand, self.counts, self.as_of),
        }

    @cached_property
    def _tells_signs(self) -> bool:
        return sum(len(mark.events) for mark in self.cached_figure.drawing.marks) > url_ids.MOST_TOLD

    def _events_for_page(self, events: tuple[str, ...]) -> Sequence[str]:
        """The events of a mark as the page is told of them: by ids, or by a sign of them all."""
        if len(events) <= url_ids.FEW or not self._tells_signs:
            return events
        return url_ids.list_for_page(events, self.selected)

    def know_signs(self) -> None:
        """Let the server know what the signs of many events stand for that it gives for this figure."""
        for mark in self.cached_figure.drawing.marks:
            if len(mark.events) > url_ids.FEW:
                url_ids.sign_of_all(mark.events)

    @property
    def _days_told(self) -> dict[str, Any]:
        """What the reader has chosen of a timeline's days: those that are filtered by, and the one that is played."""
        return {"between": self.between, "played": self.as_of.toordinal() if self.as_of else None}


def _mark_props(mark: FigureMark, events: Sequence[str]) -> list[Any]:
    """A mark as the list that `figure.js` reads: values at the end that are empty are left out."""
    told = [mark.curve, mark.point, events, mark.name]
    return [*told, *(mark.press or ("", "")), mark.near] if mark.near else [*told, *(mark.press or ())]


def caption(drawing: Drawing, stand: ViewState, counts: str, as_of: dt.date | None = None) -> dict[str, str]:
    """The words above and below a picture of the figure, cut to its width, and the name of its file."""
    day = as_of or today()
    dated = f"{'as of ' if as_of else ''}{day_words(day)}"
    told = ", ".join(filter(None, ("Dateline", f"as {stand.mode}", dated, counts)))
    title = drawing.name or re.split(r"[.:] |[.:]$", drawing.description, maxsplit=1)[0]
    room = stand.width - 24
    return {
        "title": literal(fit_text(one_line(title), room, 15, 650)),
        "source": literal(fit_text(told, room, 11)),
        "file": f"dateline-{stand.key}-{day.isoformat()}",
    }
