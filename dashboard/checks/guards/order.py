"""What something led to does not come before it."""

from collections.abc import Iterator
from datetime import date, timedelta

from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.model.dates import EventDate
from dashboard.model.event import Event

EFFECT_BEFORE_CAUSE = guard(
    "effect-before-cause",
    "An event dated before its cause",
    "If two events are related by `leads-to` or `responds-to`, the second cannot lie completely before the first. The "
    "assessed date counts, or else the reported one. Uncertain dates (`?`, `~`) are not checked. If the places "
    "differ, one day is allowed for time zones. The relation, or a claim that it names, may allow it, because a "
    "source may say so in spite of the dates.",
    "correct a date, reverse the relation, or relate the event to the one that it really follows (for example, an "
    "announcement), or `allow` it in the relation with the reason",
)
CLOCKS_APART = timedelta(days=1)
"""No two clocks differ by more: what answers at once may bear the date of the day before."""


def effect_follows_its_cause(corpus: Corpus) -> Iterator[Violation]:
    """The latest day of an effect is not before the earliest day of its cause."""
    events = corpus.workspace.events
    for event in corpus.events.values():
        for index, relation in enumerate(event.relations):
            other = events.get(relation.event)
            if other is None or relation.type not in ("leads-to", "responds-to"):
                continue
            cause, effect = (event, other) if relation.type == "leads-to" else (other, event)
            if _lies_before(effect, cause):
                message = f"`{effect.id}` ({_in_words(effect)}) is before `{cause.id}` ({_in_words(cause)})"
                claims, path = tuple(name for name in relation.claims if name in event.claims), ("relations", index)
                words = (_in_words(effect), _in_words(cause))
                yield Violation(EFFECT_BEFORE_CAUSE, event, claims, path, words, message, part=path)


def _lies_before(effect: Event, cause: Event) -> bool:
    """Whether no day that the dates allow has the effect on it or after the cause."""
    first, second = _date_of(cause), _date_of(effect)
    if first is None or second is None or _doubtful(first) or _doubtful(second):
        return False
    if first.utc is not None and second.utc is not None:
        return second.utc < first.utc
    if first.earliest is None or second.latest is None:
        return False
    return second.latest < _earlier(first.earliest, CLOCKS_APART if _place(effect) != _place(cause) else timedelta(0))


def _date_of(event: Event) -> EventDate | None:
    when = event.when
    return when.reported if when.assessed is None else when.assessed.date


def _in_words(event: Event) -> str:
    held = _date_of(event)
    return held.words() if held else "undated"


def _place(event: Event) -> str | None:
    where = event.where
    return where.reported if where.assessed is None else where.assessed.place


def _doubtful(held: EventDate) -> bool:
    return held.uncertain or held.approximate


def _earlier(day: date, by: timedelta) -> date:
    return day - by if day - date.min >= by else date.min


GUARDS = (effect_follows_its_cause,)
