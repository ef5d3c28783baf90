"""What a date takes up on a line of time: a day, or a span with its ends and its doubts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from dashboard.model.dates import EventDate, Precision
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import memoize
from dashboard.views.timeline.axis import Anchor

End = Literal["closed", "coarse", "open", "unknown"]
"""closed: a day; coarse: a month or more, in which it lies; open: it goes on; unknown: it has one, nobody says when."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A half-open span, in ordinals of days. A missing end is at the other one."""

    start: float
    end: float
    left: End
    right: End
    is_day: bool
    """Drawn as a disc at the middle; anything else as a bar."""
    lasted: bool
    """It filled the span; otherwise it happened at some time within."""
    in_doubt: bool
    """Uncertain, approximate, or a whole year or more: outlined with dashes all round."""

    @property
    def is_dashed(self) -> bool:
        """Whether the whole outline is dashed: in doubt, or some time within a span."""
        return self.in_doubt or not (self.is_day or self.lasted)

    @property
    def fades(self) -> bool:
        """Whether an end is open or not known."""
        return self.left in ("open", "unknown") or self.right in ("open", "unknown")

    def by(self, day: int) -> "TimeSpan":
        """What of it was known by the end of `day`, an ordinal: it went on, or might happen yet."""
        end = max(day + 1.0, self.start)
        if self.is_day or self.end <= end:
            return self
        right: End = self.right if self.right in ("open", "unknown") else "open" if self.lasted else "unknown"
        return replace(self, end=end, right=right)


@lru_cache(maxsize=16_384)
def span_of(when: EventDate, *, lasted: bool) -> TimeSpan:
    """The span of `when`, as far as its known ends say. Thousands of events have the same."""
    start: float = (when.earliest or when.latest or date.min).toordinal()
    end: float = (when.latest or when.earliest or date.max).toordinal() + 1
    left: End = "open" if when.open_start else "unknown" if when.unknown_start else _end(when, first=True)
    right: End = "open" if when.open_end else "unknown" if when.unknown_end else _end(when, first=False)
    is_day = end - start == 1 and left not in ("open", "unknown") and right not in ("open", "unknown")
    if is_day:
        start, end = start + 0.5, start + 0.5
    return TimeSpan(start, end, left, right, is_day, lasted, when.in_doubt)


def anchors_of(when: EventDate) -> Iterator[Anchor]:
    """The years, and months where they are known, that `when` gives an axis reason to widen."""
    if when.earliest and when.latest and when.earliest.year == when.latest.year:
        if when.earliest.month == when.latest.month:
            yield Anchor(when.earliest.year, when.earliest.month)
            return
        if not when.is_interval:
            yield Anchor(when.earliest.year, None)
            return
    for day, moment in ((when.earliest, when.start), (when.latest, when.end)):
        if day is not None and moment is not None:
            yield Anchor(day.year, _month(day, moment.precision))


@memoize(8)
def dates_of(readings: Sequence[ResolvedEvent]) -> Mapping[EventDate, int]:
    """How many events have each date. Thousands have the same: what goes by dates alone looks at each once."""
    return Counter([reading.date.value for reading in readings if reading.date.value])


def _month(day: date, precision: Precision) -> int | None:
    return day.month if precision in (Precision.DAY, Precision.TIME, Precision.MONTH, Precision.SEASON) else None


def _end(when: EventDate, *, first: bool) -> End:
    moment = when.start if first else when.end
    fine = moment is not None and moment.precision in (Precision.DAY, Precision.TIME)
    return "closed" if fine else "coarse"
