"""What a view returns: the figure, what can be pressed in it, and the same in words and as a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import plotly.graph_objects as go


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing in a figure that can be pressed, by mouse or by key."""

    curve: int
    """Index of the trace."""
    point: int
    """Index of the point in the trace."""
    events: tuple[str, ...]
    """Ids of the events behind it; more than one for a count."""
    name: str
    """For a screen reader: begins with the event's title, or with `N events at PLACE`."""
    press: tuple[str, str] | None = None
    """What it reports in place of its events, and of which: `("actor", "ecuador")`."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure, and what somebody who does not see it needs."""

    figure: go.Figure
    marks: tuple[Mark, ...]
    description: str
    """One or two sentences: what the figure shows, with its counts."""
    sentences: tuple[str, ...] = ()
    """What was done to the figure (widened, narrowed, hollow), to be shown beside it."""
    rows: tuple[Mapping[str, str], ...] = field(default=())
    """The same content as a table: one row an event; the keys, the same in each, are the headings."""
    days: tuple[tuple[float, int], ...] = ()
    """Where days stand, if across the figure time runs: shares of its width, and ordinals. Even between them."""
