"""Time in pixels: an axis laid over a part of a figure's width."""

from dataclasses import dataclass

from dashboard.views.timeline.axis import Axis


@dataclass(frozen=True, slots=True)
class TimeScale:
    """`axis` between two pixels, both from the figure's left edge."""

    axis: Axis
    left_px: float
    right_px: float

    def px(self, day: float) -> float:
        """Pixels from the figure's left edge to `day`, an ordinal with a fraction for the hour."""
        return self.left_px + self.axis.at(day) * (self.right_px - self.left_px)

    def shows(self, start: float, end: float) -> bool:
        """Whether any of the time from `start` to `end` stands on the axis."""
        return end > self.axis.start and start < self.axis.end
