"""A figure as it stands on a page: what its host in the browser is given."""

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.app.parts.drawing_cache import Draw, Sent, sent
from dashboard.app.shell import state
from dashboard.query.reading import Mode
from dashboard.query.wording import day_words
from dashboard.text.markup import NOTHING, Markup
from dashboard.views.drawing import Drawing, Mark, fitted, literal, one_line
from dashboard.views.map import Seen


@dataclass(frozen=True, slots=True)
class Stand:
    """What the reader has made of the place where a figure stands."""

    key: str
    """Of the component: `map`."""
    width: int
    """In pixels."""
    revision: str
    """While it stays, the reader's zoom is kept."""
    seen: Seen | None
    """Of a map that was moved."""
    mode: Mode

    @classmethod
    def now(cls, key: str) -> "Stand":
        """As the address and the session have it."""
        seen = state.seen(key)  # first: where the address has another, the revision rises
        return cls(key, state.width(key), state.revision(key), seen, state.mode())


@dataclass(frozen=True)
class Hosted:
    """A figure and how it is shown."""

    draw: Draw
    stand: Stand
    selected: str | None
    """An event. The marks of it and of what is chosen are told to be pressed."""
    chosen: tuple[str, str] | None = None
    """What a mark's `press` has."""
    controls: Markup = NOTHING
    zooms: bool = False
    counts: str = ""
    """In the line below the picture that can be downloaded: `18 of 18 events`."""
    as_of: dt.date | None = None
    """The day that the figure tells of, where that is not today."""

    @cached_property
    def sent(self) -> Sent:
        """The figure; drawn where it is not kept."""
        return sent(self.draw)

    @property
    def told(self) -> dict[str, Any]:
        """What its host is given, as JSON has it: the drawing, its number, and how it stands here."""
        drawing, stand = self.sent.drawing, self.stand
        return {
            "figure": self.sent.figure,
            "height": drawing.content["layout"]["height"],
            "marks": [_told(mark) for mark in drawing.marks],
            "names": [
                {"curve": each.curve, "point": each.point, "events": each.events, "near": each.near}
                for each in drawing.names
            ],
            "description": drawing.description,
            "days": drawing.days,
            "name": stand.key,
            "drawn": self.sent.number,
            "selected": self.selected,
            "chosen": self.chosen,
            "controls": self.controls.html,
            "width": stand.width,
            "revision": stand.revision,
            "seen": stand.seen and dataclasses.asdict(stand.seen),
            "zooms": self.zooms,
            "caption": caption(drawing, stand, self.counts, self.as_of),
        }


def _told(mark: Mark) -> list[Any]:
    """As `figure.js` takes it apart: no more parts than it has."""
    told = [mark.curve, mark.point, mark.events, mark.name]
    return [*told, *(mark.press or ("", "")), mark.near] if mark.near else [*told, *(mark.press or ())]


def caption(drawing: Drawing, stand: Stand, counts: str, as_of: dt.date | None = None) -> dict[str, str]:
    """Of a picture of the figure: the words above and below it, cut to its width, and the name of the file."""
    day = as_of or dt.datetime.now(dt.UTC).date()
    dated = f"{'as of ' if as_of else ''}{day_words(day)}"
    told = ", ".join(filter(None, ("Dateline", f"as {stand.mode}", dated, counts)))
    title = drawing.name or re.split(r"[.:] |[.:]$", drawing.description, maxsplit=1)[0]
    room = stand.width - 24
    return {
        "title": literal(fitted(one_line(title), room, 15, 650)),
        "source": literal(fitted(told, room, 11)),
        "file": f"dateline-{stand.key}-{day.isoformat()}",
    }
