"""The page as its records were known at the end of a day: what is read of git is kept for all sessions."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dashboard.app.shell import state
from dashboard.app.shell.catalogues import catalogue
from dashboard.app.shell.page_context import PageContext
from dashboard.app.shell.state_as_read import states_near
from dashboard.cache import SharedCache
from dashboard.query.changes import State
from dashboard.query.filters import Catalogue
from dashboard.query.playing import KnownDays, KnownStep, KnownThen, known_days, known_step
from dashboard.query.reading import Mode
from dashboard.store.git import History, HistoryUnreadable

MOST_EVENTS: Final = 20_000
"""So many events of earlier days are kept in all."""


@dataclass(frozen=True, slots=True)
class _ReadStep:
    """A step with its events in each mode."""

    step: KnownStep
    catalogues: dict[Mode, Catalogue]


_steps: Final[SharedCache[_ReadStep]] = SharedCache(MOST_EVENTS, lambda read: len(read.step.events) + 1)
_days: Final[SharedCache[KnownDays]] = SharedCache(4)
_nearest: Final[dict[Path, State]] = {}
"""The state of the step that was read last: the next one asked for is seldom far from it."""


def days_known(page: PageContext) -> KnownDays:
    """The days on which records of this workspace came to be known, or changed."""
    root, events = page.workspace.root, page.workspace.events
    return _days.get((root, _head(page), id(events)), events, lambda: known_days(root, events.values()))


def _head(page: PageContext) -> str | None:
    try:
        return History(page.workspace.root).head()
    except HistoryUnreadable:
        return None


def as_played(page: PageContext) -> PageContext:
    """The page at the day that is played: as it happened until then, or as it was known then. Else as it is."""
    until = state.until()
    if until is None or not state.plays_knowledge():
        return replace(page, until=until)
    days = days_known(page)
    if not days.days:
        return replace(page, until=until)
    try:
        return _as_known(page, days, days.at(until))
    except HistoryUnreadable as error:
        state.flash(f"What was known on that day cannot be read. {error}")
        return page


def _as_known(page: PageContext, days: KnownDays, index: int) -> PageContext:
    read, mode = _step_at(page, days, index), page.mode
    if mode not in read.catalogues:
        whole = catalogue(read.step.validation, mode)
        known = tuple(reading for reading in whole.readings if reading.id in read.step.events)
        read.catalogues[mode] = Catalogue(known, whole.values, whole.table)
    then = KnownThen.after(_step_at(page, days, index - 1).step if index else None, read.step, days)
    return replace(page, validation=read.step.validation, prepared=read.catalogues[mode], known=then)


def _step_at(page: PageContext, days: KnownDays, index: int) -> _ReadStep:
    """The step of this index: of git by its commit, of reviews by the files as they are now."""
    root, now = page.workspace.root, page.validation
    day = days.days[index]
    commit = days.commits.get(day)
    key: tuple[object, ...] = (root, commit.commit if commit else (day, id(now)))

    def make() -> _ReadStep:
        step = known_step(root, days, index, now, lambda: _near(page))
        if step.state is not None:
            _nearest[root] = step.state
        return _ReadStep(step, {})

    return _steps.get(key, now, make)


def _near(page: PageContext) -> tuple[State, ...]:
    """The files as they are now, and the state that was read last."""
    last = _nearest.get(page.workspace.root)
    return (*states_near(page.validation), *([last] if last else []))
