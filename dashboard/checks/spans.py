"""What lasted has a span of time to fill."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.model.dates import Precision
from dashboard.model.problem import Problem, kind

LASTED_WITHOUT_SPAN = kind(
    "lasted-without-span",
    "A duration without an interval",
    "`lasted: true` draws the event over the whole interval of its date, so the date must be longer than a day.",
    "write the date as an interval, such as `1999/2009`, or remove `lasted`",
    "warning",
)


def what_lasted_has_a_span(corpus: Corpus) -> Iterator[Problem]:
    """An event that lasted has, as assessed or as reported, a date of more than a day."""
    for event in corpus.workspace.events.values():
        if not event.when.lasted:
            continue
        assessed = event.when.assessed.date if event.when.assessed else None
        dates = [date for date in (event.when.reported, assessed) if date is not None]
        if all(date.precision in (Precision.DAY, Precision.TIME) for date in dates):
            message = (
                ("the event has `lasted`, but its date is a single day")
                if dates
                else ("the event has `lasted`, but no date")
            )
            yield corpus.problem(LASTED_WITHOUT_SPAN, event, ("when", "lasted"), message)


RULES = (what_lasted_has_a_span,)
