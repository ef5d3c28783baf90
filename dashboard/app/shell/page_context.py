"""The context of a page: the workspace in one mode, with its filters and what is selected."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeVar, cast

from dashboard.app.shell.catalogues import asking_events, catalogue, counted_events, differences_by_event, table_in
from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import Corroboration
from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Event
from dashboard.model.problem import Problem, Severity
from dashboard.model.registry import Thread
from dashboard.model.source import Source
from dashboard.query.fields import EventTable
from dashboard.query.filters import NO_FILTERS, Catalogue, FilterQuery
from dashboard.query.playing import KnownThen, TimeSplit, asked_by, newest, split_by_day
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.query.trust import Trust, trust_of
from dashboard.query.values import Difference
from dashboard.query.wording import reliance_words
from dashboard.store.loading import without_garbage_collection
from dashboard.store.workspace import Workspace

Made = TypeVar("Made")


@dataclass(frozen=True)
class PageContext:
    """What a page is drawn from. Read-only."""

    validation: Validation
    mode: Mode = Mode.ASSESSED
    selected: str | None = None
    asked: FilterQuery = NO_FILTERS
    prepared: Catalogue | None = None
    """The events of this validation in this mode, prepared for filters; None if they must be prepared here."""
    prepare: Callable[[], Catalogue] | None = None
    """Gives them once something is asked of them: a page on which nothing is filtered does without."""
    until: date | None = None
    """While time is played as it happened: what is later than this day is not shown."""
    known: KnownThen | None = None
    """While it is played as it was known: the step that this page's records are of."""

    @property
    def workspace(self) -> Workspace:
        """The records."""
        return self.validation.workspace

    @property
    def evidence(self) -> Evidence:
        """The verdicts of their claims."""
        return self.validation.evidence

    @cached_property
    def sources_as_counted(self) -> Mapping[str, Source]:
        """The sources with the origins by which they are counted: texts nearly the same have one, unless told."""
        return self.validation.corpus.sources_as_counted

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every event as the mode has it, by date, to be filtered."""
        return self._prepared_catalogue or catalogue(self.validation, self.mode)

    @cached_property
    def _prepared_catalogue(self) -> Catalogue | None:
        return self.prepare() if self.prepared is None and self.prepare is not None else self.prepared

    def once(self, what: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` makes of the events shown, whichever is selected; `what` is a name of its own.

        Made once for all pages, while these files are asked for the same.
        """
        if self._prepared_catalogue is None:
            return make()

        def make_at_once() -> Made:
            with without_garbage_collection(freezes=False):
                return make()

        return cast(Made, self._prepared_catalogue.results.get((self.asked.key, self.until, what), None, make_at_once))

    @cached_property
    def trust(self) -> Trust:
        """The trust in the events shown: how far they can be relied on."""
        here = self.workspace
        places = here.places.values()
        return self.once(
            "trust",
            lambda: trust_of(self.readings, here.threads, self.table, places, counted_events(self.validation)),
        )

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The values of the events shown that differ: some of those of all events, which are found once."""
        every = differences_by_event(self.validation)
        return tuple(chain.from_iterable(every[reading.id] for reading in self.readings if reading.id in every))

    @property
    def reliance(self) -> str:
        """How far the claims shown can be relied on, or that this is open, in a sentence without its full stop."""
        if not self.validation.is_complete:
            return "What can be relied on is said here once all records are checked"
        several = self.trust.origins[Corroboration.SEVERAL]
        return reliance_words(several, self.trust.all.claims, differing=len(self.differences))

    @cached_property
    def matching_events(self) -> tuple[ResolvedEvent, ...]:
        """The events that match the filters, by date."""
        return self.once("matching", lambda: self.catalogue.matching(self.asked.filters))

    @cached_property
    def playback(self) -> TimeSplit | None:
        """The matching events split by the day up to which time is played; None if time is not played."""
        until = self.until
        return None if until is None else self.once("played", lambda: split_by_day(self.matching_events, until))

    @property
    def readings(self) -> tuple[ResolvedEvent, ...]:
        """The events that are shown, by date. All pages and figures use these."""
        return self.matching_events if self.playback is None else self.playback.so_far

    @property
    def event_count(self) -> int:
        """The number of events that are shown; where all are, nothing of them need be read for that."""
        return len(self.readings if self.until or self.asked.filters.are_set else self.workspace.events)

    def as_of(self, today: date) -> date:
        """The day that the page tells of: the one at which time is played, else today."""
        return self.past_day or today

    @property
    def past_day(self) -> date | None:
        """The day at which time is played, as it happened or as it was known; None where it is not."""
        return self.known.step.day if self.known else self.until

    @cached_property
    def known_by_then(self) -> tuple[ResolvedEvent, ...]:
        """Every event, filtered out or not; while time is played, those until then."""
        until = self.until
        if until is None:
            return self.all_readings
        return self.once("known by then", lambda: split_by_day(self.all_readings, until).so_far)

    @cached_property
    def newest(self) -> tuple[ResolvedEvent, ...]:
        """The events that the last step of playing has added; none if time is not played."""
        until = self.until
        if self.known is not None:
            return tuple(reading for reading in self.matching_events if reading.id in self.known.new)
        return () if until is None else self.once("newest", lambda: newest(self.matching_events, until))

    @cached_property
    def about_questions(self) -> tuple[ResolvedEvent, ...]:
        """The few events of `known_by_then` that answer, judge or raise a question."""
        asking, known = asking_events(self.validation), self.known_by_then
        return self.once("about questions", lambda: tuple(reading for reading in known if reading.id in asking))

    @property
    def changed_events(self) -> tuple[ResolvedEvent, ...]:
        """The events that the last step of playing what was known has changed."""
        known = self.known
        return tuple(reading for reading in self.matching_events if known and reading.id in known.changed)

    @cached_property
    def asking(self) -> tuple[Thread, ...]:
        """`threads_here`; while time is played, with the questions alone that had been asked by then."""
        until = self.until
        if until is None:
            return self.threads_here
        return self.once("asking", lambda: asked_by(self.threads_here, self.all_readings, until))

    def counts(self, facet: str) -> Counter[str]:
        """The number of events that each value of a facet would show, other filters kept. Zeros are left out."""
        filters = self.asked.filters
        if not filters.chosen.get(facet):
            return self.catalogue.count(facet, self.readings)
        found = self.catalogue.matching(filters.without(facet))
        return self.catalogue.count(facet, found if self.until is None else split_by_day(found, self.until).so_far)

    @property
    def all_readings(self) -> tuple[ResolvedEvent, ...]:
        """Every event, filtered out or not."""
        return self.catalogue.readings

    @property
    def by_id(self) -> Mapping[str, ResolvedEvent]:
        """Every event, filtered out or not, by id."""
        return self.catalogue.by_id

    @cached_property
    def table(self) -> EventTable:
        """What every field of an event is read from: one for all pages, while these files are as they are."""
        return table_in(self.mode, self.validation)

    @property
    def problems_of(self) -> Mapping[str, tuple[Problem, ...]]:
        """Event id to the problems of its file; only events that have some."""
        return self.table.problems_of

    @property
    def threads_here(self) -> tuple[Thread, ...]:
        """The threads that an event shown belongs to; all where nothing is asked for."""
        every = self.workspace.threads.values()
        if not self.asked.filters.are_set:
            return tuple(every)
        here = self.catalogue.count("thread", self.matching_events)
        return tuple(thread for thread in every if thread.id in here)

    @cached_property
    def troubles(self) -> Mapping[str, Severity]:
        """Event id to the worst problem of its file; only events that have some."""
        return self.once(
            "troubles",
            lambda: {
                event: Severity.ERROR if any(each.severity is Severity.ERROR for each in found) else Severity.WARNING
                for event, found in self.problems_of.items()
            },
        )

    @property
    def selected_id(self) -> str | None:
        """The id of the selected event, if there is such an event."""
        return self.selected if self.selected in self.workspace.events else None

    @cached_property
    def in_sight(self) -> str | None:
        """The selected event, where the filters let it through."""
        ids = self.once("ids", lambda: {reading.id for reading in self.readings})
        return self.selected_id if self.selected_id in ids else None

    @property
    def undated_events(self) -> tuple[ResolvedEvent, ...]:
        """The events shown that the timeline cannot place."""
        return tuple(reading for reading in self.readings if reading.date.value is None)

    @property
    def unplaced_events(self) -> tuple[ResolvedEvent, ...]:
        """The events shown that the map cannot place."""
        return tuple(reading for reading in self.readings if reading.place.value is None)

    def events(self, ids: Iterable[str]) -> tuple[ResolvedEvent, ...]:
        """The readings of `ids` that exist, in the order of all."""
        wanted = set(ids)
        return tuple(reading for reading in self.readings if reading.id in wanted)

    def thread_index(self, event: Event) -> int | None:
        """Place of the event's first thread in the registry: its colour."""
        order = tuple(self.workspace.threads)
        return order.index(event.threads[0]) if event.threads and event.threads[0] in order else None

    def title_of(self, event: str) -> str:
        """The event's title, or its id where there is no such event."""
        found = self.workspace.events.get(event)
        return found.title if found else event

    def actor_name(self, actor: str) -> str:
        """The actor's name, or its id where it is not registered."""
        return self.workspace.actor_name(actor)

    def place_name(self, place: str) -> str:
        """The place's name, or its id where it is not registered."""
        return self.workspace.place_name(place)
