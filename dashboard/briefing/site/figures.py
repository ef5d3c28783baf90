"""Map and timeline of the published events, whose marks lead to their pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.briefing.figures import Figures, render_figures
from dashboard.briefing.html import SHAPES, DrawnFigure, FigureTargets, colors
from dashboard.briefing.site.publication import Publication
from dashboard.query.questions import due_questions
from dashboard.views.drawing import LIGHT, Drawing, Palette
from dashboard.views.map import MapInput, event_map
from dashboard.views.timeline import AS_OF, event_timeline

TITLES = {"map": "Map", "timeline": "Timeline"}
_HEIGHT_SHARE = 0.56
"""The height of a map is this share of its width."""


@dataclass(slots=True)
class SiteFigures:
    """Both figures as drawn, with the lists of events to which crowded marks lead."""

    made: Publication
    figures: Figures
    lists: list[tuple[str, ...]] = field(default_factory=list)
    """The events of marks that stand for many: the page of events lists them, by their number here."""
    _numbers: dict[tuple[str, ...], int] = field(default_factory=dict)

    @property
    def lacking(self) -> str:
        """Why nothing is drawn; empty where something is."""
        return self.figures.lacking

    @property
    def colors(self) -> tuple[tuple[str, str, str], ...]:
        """The variables that the drawings use: name, light, dark."""
        return colors(self.figures)

    def draw(self) -> Mapping[str, tuple[DrawnFigure, str]]:
        """Each figure by its name, with its description."""
        titles = {reading.id: reading.event.title for reading in self.made.readings}
        shown = {}
        threads = {thread for reading in self.made.readings for thread in reading.event.threads}
        asked = {
            f"{thread.id}/{key}": f"threads/{thread.id}.html"
            for thread in self.made.workspace.threads.values()
            if thread.id in threads
            for key in thread.questions
        }
        for name, title in TITLES.items():
            targets = FigureTargets(name, title, titles, "events/{}.html".format, asked, self._many)
            shown[name] = (targets.draw(self.figures), self.figures.draw(name, LIGHT, 1000).description)
        return shown

    def _many(self, events: Sequence[str]) -> str:
        told = tuple(sorted(events))
        if told not in self._numbers:
            self._numbers[told] = len(self.lists)
            self.lists.append(told)
        return f"events.html#list={self._numbers[told]}"


def draw_figures(made: Publication) -> SiteFigures:
    """The figures of the published events; an installed Chromium draws them."""
    known: dict[tuple[str, int], Drawing] = {}

    def draw(name: str, palette: Palette, width: int, _height: int | None = None, /) -> Drawing:
        if palette is not LIGHT:
            return _drawing(name, made, palette, width)
        if (name, width) not in known:
            known[name, width] = _drawing(name, made, palette, width)
        return known[name, width]

    return SiteFigures(made, render_figures(draw, SHAPES if made.readings else ()))


def _drawing(name: str, made: Publication, palette: Palette, width: int) -> Drawing:
    threads, day = made.workspace.threads, made.made.date()
    if name == "map":
        titles = {thread.id: thread.title for thread in threads.values()}
        height = round(width * _HEIGHT_SHARE)
        return event_map(MapInput(made.readings, tuple(threads), width, height, titles=titles), palette)
    here = {thread for reading in made.readings for thread in reading.event.threads}
    asking = [thread for thread in threads.values() if thread.id in here]
    dues = due_questions(asking, made.everything, made.evidence, made.mode, day)
    return event_timeline(
        made.readings, threads=threads, palette=palette, width=width, today=day, today_word=AS_OF, dues=dues
    )
