"""The events that a briefing covers, what else its sections are made from, and what is wrong where it covers none."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.briefing.outline.numbering import Numbering
from dashboard.cache import SharedCache
from dashboard.checks.briefings import SELECTION_EMPTY
from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import Corroboration
from dashboard.evidence.verdicts import Evidence
from dashboard.model.briefing import Briefing, Selection
from dashboard.model.problem import Problem
from dashboard.query.fields import table_of
from dashboard.query.filters import Filters, catalogue_of
from dashboard.query.reading import Mode, ResolvedEvent, resolve_events
from dashboard.query.reliance import corroborations_of
from dashboard.query.values import differences_of
from dashboard.store.workspace import Workspace

_resolved: Final[SharedCache[tuple[ResolvedEvent, ...]]] = SharedCache(2)
"""By the records that events are read from."""


@dataclass(frozen=True, slots=True)
class BriefingInput:
    """A briefing with what it is made of."""

    briefing: Briefing
    validation: Validation
    readings: tuple[ResolvedEvent, ...]
    """The events that it tells of: in the order in which it names them, else by date."""
    everything: tuple[ResolvedEvent, ...]
    """All events that may have happened by its day."""
    day: date
    numbering: Numbering
    mode: Mode = Mode.ASSESSED
    """How events read: of a briefing always as the team holds them; on the wall, also as they are reported."""
    draws: bool = True
    """Whether its figures are told of in words and as tables: the wall draws its own, and tells of none."""

    @property
    def workspace(self) -> Workspace:
        """The records."""
        return self.validation.workspace

    @property
    def evidence(self) -> Evidence:
        """The verdicts of their claims."""
        return self.validation.evidence

    @property
    def several(self) -> int:
        """How many claims of its events are quoted from more than one independent source."""
        known = corroborations_of(self.validation)
        claims = ((reading.event, key) for reading in self.readings for key in reading.event.claims)
        return sum(known.of(event, key) is Corroboration.SEVERAL for event, key in claims)

    @property
    def differing(self) -> int:
        """How many values of its events are not the same on all sides."""
        events = (reading.event for reading in self.readings)
        return sum(1 for _ in differences_of(events, table_of(self.validation, self.mode)))

    @property
    def threads(self) -> tuple[str, ...]:
        """Ids of registered threads that an event belongs to: in the order of the registry, or of events by name."""
        here = dict.fromkeys(thread for reading in self.readings for thread in reading.event.threads)
        order = here if self.briefing.selection.events else self.workspace.threads
        return tuple(thread for thread in order if thread in here and thread in self.workspace.threads)


def choose_events(
    briefing: Briefing,
    validation: Validation,
    day: date | None = None,
    mode: Mode = Mode.ASSESSED,
    *,
    draws: bool = True,
) -> BriefingInput:
    """The events of `briefing`. Those that happened after its day are left out, unless it names them.

    Its day is that as of which it holds, or another `day` for what it would tell of then.
    """
    day = day or briefing.as_of.latest or date.max
    read = resolved_events(validation, mode)
    everything = tuple(reading for reading in read if not reading.is_after(day))
    selection = briefing.selection
    if selection.events:
        by_id = {reading.id: reading for reading in read}
        own = tuple(by_id[id_] for id_ in dict.fromkeys(selection.events) if id_ in by_id)
    else:
        own = _let_through(selection, everything, validation, mode)
    return BriefingInput(briefing, validation, own, everything, day, Numbering(validation), mode, draws)


def resolved_events(validation: Validation, mode: Mode) -> tuple[ResolvedEvent, ...]:
    """Every event of the workspace, by date: read once, however many briefings are made of them."""
    workspace, evidence = validation.workspace, validation.evidence
    key = (id(workspace.events), id(workspace.places), id(evidence), mode)
    held = (workspace.events, workspace.places, evidence)
    return _resolved.get(
        key, held, lambda: tuple(resolve_events(workspace.events.values(), workspace.places, evidence, mode))
    )


def _let_through(
    selection: Selection, read: tuple[ResolvedEvent, ...], validation: Validation, mode: Mode
) -> tuple[ResolvedEvent, ...]:
    if not selection.is_filter:
        return ()
    catalogue = catalogue_of(read, table_of(validation, mode))
    asked: dict[str, frozenset[str]] = {}
    for show in selection.show:
        facet, _, value = show.partition(":")
        asked[facet] = asked.get(facet, frozenset()) | {value}
    first, last = selection.from_, selection.to
    filters = Filters(asked, first.earliest if first else None, last.latest if last else None, selection.words or "")
    return catalogue.matching(filters)


def problems_of(validation: Validation) -> tuple[Problem, ...]:
    """Problems of all briefings that validation does not look for."""
    return tuple(
        problem
        for briefing in validation.workspace.briefings.values()
        for problem in problems_of_one(briefing, validation)
    )


def problems_of_one(briefing: Briefing, validation: Validation) -> tuple[Problem, ...]:
    """A filter lets an event through."""
    if not briefing.selection.is_filter or briefing.selection.events or choose_events(briefing, validation).readings:
        return ()
    file = f"events/briefings/{briefing.id}.yaml"
    position = validation.workspace.position(file, ("selection",))
    return (SELECTION_EMPTY.at(file, position, "no events match the filters"),)
