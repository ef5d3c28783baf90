"""What the colours of a timeline go by."""

from collections.abc import Iterable, Mapping
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

    def worst(self, ids: Iterable[str]) -> Severity | None:
        """The worst problem that is on one of these events; None where there is none."""
        found = {self.troubled[id_] for id_ in ids if id_ in self.troubled}
        return Severity.ERROR if Severity.ERROR in found else next(iter(found), None)

    def label(self, reading: Reading) -> str:
        """Of an event's label."""
        return self.palette.text if self.selected in (None, reading.id) else self.palette.muted
