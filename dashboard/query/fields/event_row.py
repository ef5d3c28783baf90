"""The events as rows: each with what is known of it beside its reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import Strength, strength_of
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model import vocabularies
from dashboard.model.amount import AssessedAmount, Quantity
from dashboard.model.event import Event, Relation
from dashboard.model.problem import Problem
from dashboard.model.source import Source
from dashboard.query.interactions import ResolvedParticipant, parts_of
from dashboard.query.origins import Corroborations, may_rest_on_several, sources_of
from dashboard.query.reading import AssessedPart, Mode, ResolvedEvent, Support
from dashboard.query.reliance import Reliance, Reliances
from dashboard.store.workspace import Workspace


@dataclass(frozen=True)
class EventTable:
    """What rows are made from: the records with their verdicts and problems, in one mode."""

    workspace: Workspace
    evidence: Evidence
    mode: Mode
    problems_of: Mapping[str, tuple[Problem, ...]]
    """Event id to the problems of its file; only events that have some."""
    counted: Mapping[str, Source] | None = None
    """The sources with the origins by which they are counted; None where these are their own."""
    beside: "EventTable | None" = None
    """The table of the same records in the other mode: what is known of claims is the same in both."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """What independent origins are counted by."""
        return self.workspace.sources if self.counted is None else self.counted

    @cached_property
    def corroborations(self) -> Corroborations:
        """On how many independent origins claims and values rest."""
        return (
            self.beside.corroborations if self.beside else Corroborations(self.workspace, self.evidence, self.sources)
        )

    @cached_property
    def reliances(self) -> Reliances:
        """How far claims can be relied on."""
        return self.beside.reliances if self.beside else Reliances(self.workspace, self.evidence, self.corroborations)

    @cached_property
    def relations_to(self) -> Mapping[str, Sequence[tuple[Event, Relation]]]:
        """Event id to the relations that lead to it, in the order of the workspace; only events that have some."""
        if self.beside:
            return self.beside.relations_to
        found: dict[str, list[tuple[Event, Relation]]] = {}
        for event in self.workspace.events.values():
            for relation in event.relations:
                found.setdefault(relation.event, []).append((event, relation))
        return found


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as the mode has it. Nothing is computed before it is asked for."""

    reading: ResolvedEvent
    table: EventTable

    @property
    def event(self) -> Event:
        """The record."""
        return self.reading.event

    @property
    def workspace(self) -> Workspace:
        """All records."""
        return self.table.workspace

    @property
    def actors(self) -> tuple[ResolvedParticipant, ...]:
        """Who took part, as the mode has it, in the order of the roles."""
        parts = parts_of(self.event, self.table.evidence, self.table.mode)
        return tuple(sorted(parts, key=lambda part: vocabularies.ROLES.index(part.role)))

    @property
    def amounts(self) -> Mapping[str, Quantity | AssessedAmount | str]:
        """Every amount that the mode has, by its key, in the order of the record; in words if there is no number."""
        is_assessed = self.table.mode is Mode.ASSESSED
        found = {
            key: amount.assessed
            if amount.assessed is not None and is_assessed
            else amount.reported or amount.as_reported
            for key, amount in self.event.amounts.items()
        }
        return {key: each for key, each in found.items() if isinstance(each, str) or (each and each.value is not None)}

    @property
    def verdicts(self) -> Mapping[Verdict, int]:
        """How many claims have which verdict: all four, adding up to all claims."""
        return self.table.evidence.count([self.event.id])

    @property
    def is_being_checked(self) -> bool:
        """Whether the checks of its record have not been made yet."""
        return self.event.id in self.table.evidence.unchecked

    @property
    def strength(self) -> Strength:
        """How many independent origins everything that the event names has, and through how many sources."""
        return strength_of(sources_of(self.event), self.table.sources)

    @property
    def is_drawn_by_several(self) -> bool:
        """Whether words of several independent origins carry all that is drawn of it: date, place and second places."""
        reading, event = self.reading, self.event
        if not may_rest_on_several(event, self.table.sources):
            return False
        drawn: list[tuple[AssessedPart, Support]] = []
        if reading.date.value is not None:
            drawn.append((event.when, reading.date.carried))
        if reading.place.value is not None:
            drawn.append((event.where, reading.place.carried))
        for line in reading.lines:
            drawn += [
                (each, line.carried) for each in event.toward if (each.place, each.as_) == (line.place.id, line.as_)
            ]
        quoted = bool(drawn) and all(carried is Support.QUOTED for _, carried in drawn)
        return quoted and all(self._reliance(part) is Reliance.RELIED_ON for part, _ in drawn)

    def _reliance(self, part: AssessedPart) -> Reliance:
        assessed = part.assessed is not None and self.table.mode is Mode.ASSESSED
        return self.table.reliances.of_part(self.event, part, assessed=assessed)

    @property
    def problems(self) -> Mapping[str, int]:
        """How many errors and warnings its file has."""
        severities = [str(problem.severity) for problem in self.table.problems_of.get(self.event.id, ())]
        return {severity: severities.count(severity) for severity in ("error", "warning")}

    @property
    def file(self) -> str:
        """The event's file, relative to the workspace."""
        return self.workspace.files.get(self.event.id, "")


def table_of(validation: Validation, mode: Mode) -> EventTable:
    """The table of a workspace that was checked."""
    events = {file: event for event, file in validation.workspace.files.items()}
    problems: dict[str, tuple[Problem, ...]] = {}
    for problem in validation.problems:
        if (event := events.get(problem.file)) is not None:
            problems[event] = (*problems.get(event, ()), problem)
    counted = validation.corpus.sources_as_counted
    return EventTable(validation.workspace, validation.evidence, mode, problems, counted)
