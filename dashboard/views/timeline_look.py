"""What the colours of a timeline go by."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.model.problem import Severity
from dashboard.query.reading import Reading
from dashboard.views.palette import Palette


@dataclass(frozen=True, slots=True)
class Look:
    """The palette, and what is selected and troubled."""

    palette: Palette
    threads: Mapping[str, int]
    """Index of each thread in the registry's order."""
    selected: str | None
    troubled: Mapping[str, Severity]
    """Event ids to the worst problem that is on them."""

    def color(self, reading: Reading) -> str:
        """Of an event's sign: its thread's, dimmed where another is selected."""
        full = self.palette.thread(self.threads.get(reading.thread or ""))
        return full if self.selected in (None, reading.id) else self.palette.dimmed(full)

    def label(self, reading: Reading) -> str:
        """Of an event's label."""
        return self.palette.text if self.selected in (None, reading.id) else self.palette.muted
