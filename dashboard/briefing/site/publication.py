"""What is published: the events that somebody asked for, in one mode, at one moment."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.briefing.outline import Hashes
from dashboard.briefing.site.source_parts import SourcePart, files_of_quotes, parts_of_source
from dashboard.checks.validation import Validation
from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Event
from dashboard.query.fields import EventRow, EventTable
from dashboard.query.filters import FilterQuery, filters_in_words
from dashboard.query.origins import sources_of
from dashboard.query.reading import Mode, ResolvedEvent, newest_first
from dashboard.query.sources import QuoteAt, Sources, all_sources
from dashboard.query.trust import Trust, trust_of
from dashboard.query.wording import count_words, day_words
from dashboard.store.workspace import Workspace
from dashboard.text.markup import Markup


@dataclass(frozen=True)
class Publication:
    """The events, and what their pages are made of."""

    validation: Validation
    table: EventTable
    readings: Sequence[ResolvedEvent]
    """The events that pass the filters, by date."""
    everything: Sequence[ResolvedEvent]
    """All events: one that is not published may answer a question of a thread that is."""
    asked: FilterQuery
    made: dt.datetime
    """The moment, in UTC."""
    commit: str = ""
    """The hash of the commit that is checked out; empty without one."""
    has_changes: bool = False
    """Whether a record that is read is not as the commit has it."""
    whole_texts: bool = False
    """Whether the texts of sources are published whole; else only the sentences that are quoted."""

    rows: dict[tuple[str, str], Markup] = field(default_factory=dict, repr=False)
    """The rows of tables that were drawn, by the way up to the top and the event: many pages list the same."""

    @property
    def workspace(self) -> Workspace:
        """All records."""
        return self.validation.workspace

    @property
    def evidence(self) -> Evidence:
        """The verdicts of their claims."""
        return self.validation.evidence

    @property
    def mode(self) -> Mode:
        """As assessed, or as reported."""
        return self.table.mode

    @property
    def title(self) -> str:
        """The title of the workspace. Without one, it is not named: the name of its folder is this machine's."""
        about = self.workspace.about
        return about.title.strip() if about else "Dateline"

    @property
    def summary(self) -> str:
        """What the workspace is about."""
        about = self.workspace.about
        return (about.summary or "").strip() if about else ""

    @cached_property
    def by_id(self) -> Mapping[str, ResolvedEvent]:
        """The published events."""
        return {reading.id: reading for reading in self.readings}

    @cached_property
    def newest(self) -> tuple[ResolvedEvent, ...]:
        """The newest first, the undated last."""
        return newest_first(self.readings)

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {reading.id: rank for rank, reading in enumerate(self.newest)}

    def in_order(self, ids: Iterable[str]) -> tuple[ResolvedEvent, ...]:
        """The published ones of these events, the newest first."""
        known = [id_ for id_ in ids if id_ in self.by_id]
        return tuple(self.by_id[id_] for id_ in sorted(known, key=self._rank.__getitem__))

    def row(self, reading: ResolvedEvent) -> EventRow:
        """The event with what is known of it."""
        return EventRow(reading, self.table)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {thread: index for index, thread in enumerate(self.workspace.threads)}

    def thread_index(self, event: Event) -> int | None:
        """The place of its first thread in the registry: its colour."""
        return self._order.get(event.threads[0]) if event.threads else None

    def index_of_thread(self, thread: str) -> int | None:
        """The place of a thread in the registry."""
        return self._order.get(thread)

    @cached_property
    def sources(self) -> Sources:
        """All sources, with what is based on each."""
        return all_sources(self.validation)

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        """The described sources that published events name, by id."""
        named = {id_ for reading in self.readings for id_ in sources_of(reading.event)}
        return tuple(sorted(named & self.workspace.sources.keys()))

    @cached_property
    def pages_of_sources(self) -> frozenset[str]:
        """The sources that have a page."""
        return frozenset(self.source_ids)

    @cached_property
    def source_parts(self) -> Mapping[str, tuple[SourcePart, ...]]:
        """The pages of each source."""
        return {id_: self._parts_of(id_) for id_ in self.source_ids}

    def _parts_of(self, id_: str) -> tuple[SourcePart, ...]:
        quotes = [each for each in self.sources.entries[id_].resting.standing if each.event in self.by_id]
        return parts_of_source(id_, quotes, self.workspace.texts.get(id_) if self.whole_texts else None)

    def missing_quotes(self, id_: str) -> tuple[QuoteAt, ...]:
        """The quotes of published events that are not in the text of the source, or there more than once."""
        quotes = self.sources.entries[id_].resting.quotes
        return tuple(
            each for each in quotes if each.event in self.by_id and not each.spans and each.found.finding is not None
        )

    @cached_property
    def files_of_quotes(self) -> Mapping[str, str]:
        """Key of each quote that has a place on the page of its source to the name of that page."""
        found: dict[str, str] = {}
        for id_, parts in self.source_parts.items():
            found |= {quote.key: parts[0].file for quote in self.missing_quotes(id_)}
            found |= files_of_quotes(parts)
        return found

    @cached_property
    def trust(self) -> Trust:
        """How far the published events can be relied on."""
        return trust_of(self.readings, self.workspace.threads, self.table)

    @cached_property
    def hashes(self) -> Hashes:
        """The hashes of records."""
        return Hashes(self.workspace)

    @property
    def moment(self) -> str:
        """`1 December 2026, 00:35 UTC`."""
        return f"{day_words(self.made.date())}, {self.made:%H:%M} UTC"

    @property
    def counts(self) -> str:
        """`18 events`, or `4 of 18 events`."""
        shown, every = len(self.readings), len(self.workspace.events)
        return count_words(every, "event") if shown == every else f"{shown:,} of {count_words(every, 'event')}"

    @property
    def state_of_records(self) -> str:
        """The commit, and whether records differ from it; empty without one."""
        if not self.commit:
            return ""
        return f"commit {self.commit[:12]}{', with changes since' if self.has_changes else ''}"

    @cached_property
    def filters(self) -> str:
        """The filters in words: `Thread: Bases. Dates: from 2024`."""
        return ". ".join(filters_in_words(self.asked, self.table)) or "all events"
