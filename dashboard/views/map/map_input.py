"""What a map is drawn from, whether it shows marks or cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dashboard.model.geography import BoundingBox
from dashboard.model.problem import Severity
from dashboard.query.imports import BinnedRows
from dashboard.query.reading import ResolvedEvent
from dashboard.views.map.frame import View, Viewport

_LEAST_PX: Final = 10  # less is refused by Plotly


@dataclass(frozen=True, slots=True)
class MapInput:
    """The events of a map, the box that it fills, and what its reader has chosen."""

    readings: Sequence[ResolvedEvent]
    threads: Sequence[str]
    """They give the colours, in order."""
    width: int
    height: int
    """In pixels."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The threads' names, for the legend."""
    troubled: Mapping[str, Severity] = field(default_factory=dict)
    """The worst problem that is on each event."""
    view: View = "fit"
    """Whether the frame fits the events, or shows the world."""
    seen: Viewport | None = None
    """What the reader has made of the frame; the layout stays that of the frame: the host keeps what is seen."""
    selected: str | None = None
    """An event: ringed where it happened."""
    listed: Sequence[str] = ()
    """Ids of a count's events: a few of one place stand around it then."""
    within: Sequence[ResolvedEvent] | None = None
    """The events that the map is laid out for, of which `readings` are some: all events, while time is played."""
    newest: frozenset[str] = frozenset()
    """Events whose marks have a pale disc around them."""
    around: Sequence[ResolvedEvent] | None = None
    """The events that the frame fits, where not all."""
    filtered_to: Sequence[BoundingBox] = ()
    """Areas that the reader filters by, each with its edge."""

    imported: BinnedRows | None = None
    """Imported rows in bins, drawn below all else."""
    imported_words: str = ""
    """What the legend says of them."""

    @property
    def every(self) -> Sequence[ResolvedEvent]:
        """The events that the map is laid out for."""
        return self.readings if self.within is None else self.within

    @property
    def event_ids(self) -> frozenset[str]:
        """Ids of the events that are drawn."""
        return frozenset(each.id for each in self.readings)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height that can be drawn."""
        return max(self.width, _LEAST_PX), max(self.height, _LEAST_PX)

    @property
    def ranks(self) -> dict[str, int]:
        """The place of each thread among the colours."""
        return {thread: index for index, thread in enumerate(self.threads)}
