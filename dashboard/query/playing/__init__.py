"""Time that is played: as it happened, by the dates of events, and as it was known, by commits or reviews."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.playing.as_it_happened import TimeSplit, asked_by, newest, split_by_day, step_at, steps_of
    from dashboard.query.playing.as_it_was_known import KnownDays, KnownStep, KnownThen, known_days, known_step
else:
    __getattr__ = lazy(__name__, __file__)
