"""What colour a mark of the map has: by thread, by fill, and by what is selected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import Palette, blend, readable
from dashboard.views.map.marks.group import Group

_LAST_RESORT: Final = ("#000000", "#ffffff")  # one of them has at least 4.5 to 1 on any colour

MOST_SHARES: Final = 5
"""So many threads have their colours in the ring around a count."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours for one drawing."""

    palette: Palette
    threads: Mapping[str, int]
    """Each thread's place in the registry's order."""
    selected: str | None
    """Id of an event that is on the map; None where nothing is selected, and nothing dimmed."""
    newest: frozenset[str] = frozenset()
    """Ids of the events that have just appeared, while time is played."""

    def of_threads(self, threads: Iterable[str | None]) -> str:
        """The thread's colour; of several threads, none of theirs."""
        once = set(threads)
        return self.palette.thread(self.threads.get(once.pop() or "")) if len(once) == 1 else self.palette.muted

    def is_dimmed(self, readings: Iterable[ResolvedEvent]) -> bool:
        """Whether something else is selected."""
        return self.selected is not None and all(each.id != self.selected for each in readings)

    def of(self, readings: Iterable[ResolvedEvent]) -> str:
        """The colour of a mark, line or area for these events."""
        held = tuple(readings)
        color = self.of_threads(each.thread for each in held)
        return self.palette.dim_color(color) if self.is_dimmed(held) else color

    def edge(self, group: Group) -> str:
        """The colour of a mark's outline; of a count whose selected event is drawn on its own, dimmed."""
        if group.role == "rest":
            return self.palette.dim_color(self.palette.muted) if self._is_quiet(group) else self.palette.muted
        color = self.of_threads(group.threads)
        if self._is_quiet(group):
            color = self.palette.dim_color(color)
        return self.palette.dim_color(color) if self._steps_back(group) else color

    def shares(self, group: Group) -> list[tuple[str, float]]:
        """Colours and shares (0 to 1) of the threads of a count, the largest first; those of small ones in one grey."""
        count = group.count_by_thread
        ordered = sorted(count, key=lambda thread: (-count[thread], self.threads.get(thread or "", 0)))
        named = [thread for thread in ordered if thread in self.threads][:MOST_SHARES]
        parts = [(self.of_threads([thread]), count[thread] / group.count) for thread in named]
        rest = group.count - sum(count[thread] for thread in named)
        parts += [(self.palette.muted, rest / group.count)] if rest else []
        is_quiet = self._is_quiet(group) or self._steps_back(group)
        return [(self.palette.dim_color(color), share) for color, share in parts] if is_quiet else parts

    def fill(self, group: Group) -> str:
        """Solid where every place is quoted, else the ground's colour."""
        return self.edge(group) if group.solid else self.palette.bg

    def number(self, group: Group) -> str:
        """The colour of a count's number, readable on its fill."""
        strong, quiet = self.palette.text, self.palette.muted
        if not group.solid:
            return quiet if self._is_quiet(group) or self._steps_back(group) else strong
        return readable(self.fill(group), self.palette.bg, strong, *_LAST_RESORT)

    def label(self, group: Group) -> str:
        """The colour of a name."""
        quiet = self._is_quiet(group) or self._steps_back(group)
        return self.palette.muted if quiet else self.palette.text

    def _is_quiet(self, group: Group) -> bool:
        return self.selected is not None and not group.holds(self.selected)

    def _steps_back(self, group: Group) -> bool:
        return group.role == "opened" and group.holds(self.selected)

    def area(self, readings: Iterable[ResolvedEvent], *, selected: bool) -> str:
        """The opaque ground of an area that events are in."""
        return blend(self.of(readings), self.palette.land, 0.34 if selected else 0.16)
