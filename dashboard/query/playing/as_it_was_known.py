"""What was known when: the days on which records came or changed, and the records as they were at the end of one.

Git's commits tell it. Where the workspace has none, the days of reviews do, of the events that have one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from dashboard.checks.validation import Validation
from dashboard.model.event import Event
from dashboard.query.changes import State, state_of
from dashboard.store.git import Commit, History, HistoryUnreadable

MOST_COMMITS: Final = 20_000
"""So many are looked through, the latest first."""


@dataclass(frozen=True, slots=True)
class KnownDays:
    """The days in order, and what tells of them."""

    days: tuple[date, ...]
    commits: Mapping[date, Commit]
    """The last commit of each day (UTC); empty where reviews tell."""

    def at(self, day: date) -> int:
        """Index of the last one that is not after `day`; of the first, where all are."""
        return max(sum(each <= day for each in self.days) - 1, 0)


@dataclass(frozen=True, slots=True)
class KnownStep:
    """What was known at the end of a day."""

    day: date
    words: str
    """What tells it: `commit 1a2b3c4d5e6f`, or `days of reviews`."""
    validation: Validation
    events: frozenset[str]
    """The events of it that were known."""
    state: State | None = None
    """What was read of git, for the steps beside this one to be read from."""


def known_days(root: Path, events: Iterable[Event]) -> KnownDays:
    """The days of the workspace below `root`, which has `events` now; none where nothing tells."""
    commits = {commit.committed.date(): commit for commit in reversed(_commits(root))}
    reviews = {event.review.on.earliest for event in events if event.review.on} if not commits else set()
    return KnownDays(tuple(sorted(commits or filter(None, reviews))), commits)


def _commits(root: Path) -> tuple[Commit, ...]:
    try:
        return History(root).commits(MOST_COMMITS)
    except HistoryUnreadable:
        return ()


def known_step(
    root: Path, known: KnownDays, index: int, now: Validation, near: Callable[[], Sequence[State]] = tuple
) -> KnownStep:
    """What was known on the day of this index. Raises `HistoryUnreadable` where git cannot give it any more.

    A step of git is read from the states `near` it, where there are any.
    """
    day = known.days[index]
    if (commit := known.commits.get(day)) is not None:
        state = state_of(History(root), commit.revision, near()).state
        then = state.validation
        return KnownStep(day, f"commit {commit.commit[:12]}", then, frozenset(then.workspace.events), state)
    events = frozenset(id_ for id_, event in now.workspace.events.items() if _was_reviewed(event, day))
    return KnownStep(day, "days of reviews", now, events)


def _was_reviewed(event: Event, by: date) -> bool:
    return event.review.on is not None and event.review.on.earliest is not None and event.review.on.earliest <= by


@dataclass(frozen=True, slots=True)
class KnownThen:
    """A step, and what came with it."""

    step: KnownStep
    days: KnownDays
    new: frozenset[str]
    """The events that were not known on the day before it."""
    changed: frozenset[str]
    """The events that were, and were another then."""

    @classmethod
    def after(cls, before: KnownStep | None, step: KnownStep, days: KnownDays) -> "KnownThen":
        """A step behind the one `before` it, the first behind none."""
        earlier = before.validation.workspace.events if before else {}
        events = step.validation.workspace.events
        both = before.events & step.events if before else frozenset[str]()
        changed = (id_ for id_ in both if earlier[id_] is not events[id_] and earlier[id_] != events[id_])
        return cls(step, days, step.events - both, frozenset(changed))
