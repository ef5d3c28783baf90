"""What the colours of a timeline go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.model.problem import Severity
from dashboard.query.reading import ResolvedEvent
from dashboard.views.palette import Palette


@dataclass(frozen=True, slots=True)
class SignStyle:
    """The colours of signs: the palette, what is selected and what has problems."""

    palette: Palette
    threads: Mapping[str, int]
    """Index of each thread in the registry's order."""
    selected: str | None
    troubled: Mapping[str, Severity]
    """Event ids to the worst problem that is on them."""
    newest: frozenset[str] = frozenset()
    """Ids of the events that have just appeared, while time is played."""
    _dimmed: dict[str | None, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By thread: few are asked for by thousands of events."""

    def color(self, reading: ResolvedEvent) -> str:
        """The colour of an event's sign: its thread's, dimmed if another event is selected."""
        if self.selected in (None, reading.id):
            return self._full(reading)
        if reading.thread not in self._dimmed:
            self._dimmed[reading.thread] = self.palette.dim_color(self._full(reading))
        return self._dimmed[reading.thread]

    def _full(self, reading: ResolvedEvent) -> str:
        return self.palette.thread(self.threads.get(reading.thread or ""))

    def label(self, reading: ResolvedEvent) -> str:
        """The colour of an event's label."""
        return self.palette.text if self.selected in (None, reading.id) else self.palette.muted
