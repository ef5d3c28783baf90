"""What an earlier look at a workspace found, and how much of it still holds: thousands of events are checked once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Final, Self

from dashboard.checks.corpus import REGISTRY_FILES
from dashboard.checks.named_ids import events_of, sources_of_event
from dashboard.checks.validation.changed_entries import ChangedEntries, EventWords
from dashboard.evidence.near_duplicates import NO_DUPLICATES, DuplicatePair, NearDuplicates
from dashboard.evidence.verdicts import ClaimEvidence, EarlierEvidence, Evidence
from dashboard.model.event import Event
from dashboard.model.pickled_values import PickledByValues
from dashboard.model.problem import Problem
from dashboard.model.registry import Actor, Place, Thread
from dashboard.store.record_file import FileRead, stem
from dashboard.store.workspace import Workspace
from dashboard.store.yaml import Document

_UNKNOWN: Final = "-unknown"
"""How the codes end of problems with ids that nothing has."""


@dataclass(frozen=True, slots=True)
class EventFindings(PickledByValues):
    """What was found of one event, and what that rests on beside its own record."""

    record: Event
    evidence: Mapping[str, ClaimEvidence]
    problems: tuple[Problem, ...]
    """What the rules found in its file; not what reading it found."""
    sources: frozenset[str]
    """Every source that it names, described or not."""
    events: frozenset[str]
    """Every other event that it names, there or not."""

    @classmethod
    def of(cls, event: Event, evidence: Mapping[str, ClaimEvidence], problems: Iterable[Problem]) -> Self:
        """The findings of an event that has just been looked at."""
        sources = frozenset(id_ for _, id_ in sources_of_event(event))
        return cls(event, evidence, tuple(problems), sources, frozenset(events_of(event)))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the findings of every event may rest on: the registries, the descriptions, and which texts are alike."""

    registries: tuple[Mapping[str, object], ...] = ()
    pairs: tuple[DuplicatePair, ...] = ()
    broken: frozenset[str] = frozenset()
    """Files of registries and descriptions with something wrong in them: nothing is said to be missing from these."""
    not_read: tuple[frozenset[str], ...] = ()
    """Ids of entries that break the model, by registry: they are not missing, either."""

    @classmethod
    def of(cls, workspace: Workspace, likeness: NearDuplicates) -> Self:
        """What surrounds the events of a workspace as it was read."""
        return cls(
            (workspace.actors, workspace.places, workspace.threads, workspace.sources),
            likeness.pairs,
            _surrounding(problem.file for problem in workspace.problems),
            tuple(
                _not_read(workspace.documents.get(REGISTRY_FILES[model]), entries)
                for model, entries in (
                    (Actor, workspace.actors),
                    (Place, workspace.places),
                    (Thread, workspace.threads),
                )
            ),
        )

    @classmethod
    def of_files(cls, files: Mapping[str, FileRead], likeness: NearDuplicates) -> Self:
        """What surrounds the events of a workspace of which these `files` were read; the others do not matter."""
        registries = [files.get(REGISTRY_FILES[model], FileRead()) for model in (Actor, Place, Thread)]
        described = {
            stem(file): next(iter(read.records.values()))
            for file, read in files.items()
            if file.startswith("seeds/") and read.records
        }
        return cls(
            (*(read.records for read in registries), described),
            likeness.pairs,
            _surrounding(problem.file for read in files.values() for problem in read.problems),
            tuple(_not_read(read.document, read.records) for read in registries),
        )

    def changed_since(self, before: "Surroundings") -> ChangedEntries | None:
        """The entries that differ; None where something else does, which may concern every event.

        Texts that have become nearly the same as others, or are so no more, are among them as their sources are; and so
        are all that are nearly the same as a source that differs, for they may count as one.
        """
        if (self.broken, self.not_read) != (before.broken, before.not_read):
            return None
        entries = ChangedEntries.between(before.registries, self.registries)
        if entries is None:
            return None
        others = {id_ for pair in {*before.pairs} ^ {*self.pairs} for id_ in (pair.first, pair.second)}
        sources = _with_all_alike({*entries.sources, *others}, (*before.pairs, *self.pairs))
        return replace(entries, sources=sources)


@dataclass(frozen=True, slots=True)
class EarlierLook:
    """Everything that a look at a workspace found of its events, for the next one to go on from."""

    findings: Mapping[str, EventFindings] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    """Ids of all events, those set aside included."""
    texts: Mapping[str, str] = field(default_factory=dict)
    altered: frozenset[str] = frozenset()
    """Sources whose text was not the one described."""
    surroundings: Surroundings = field(default_factory=Surroundings)
    likeness: NearDuplicates = NO_DUPLICATES
    words: EventWords = field(default_factory=EventWords)

    @property
    def evidence(self) -> EarlierEvidence:
        """Where the quotes stood."""
        events = {id_: found.record for id_, found in self.findings.items()}
        claims = {id_: found.evidence for id_, found in self.findings.items()}
        return EarlierEvidence(events, self.texts, Evidence(claims), self.altered)

    def findings_that_hold(
        self, workspace: Workspace, ids: Set[str], evidence: Evidence, surroundings: Surroundings
    ) -> dict[str, EventFindings]:
        """By id, what would be found of an event again: nothing that it rests on has changed. `ids` are those now."""
        entries = surroundings.changed_since(self.surroundings) if self.findings else None
        if entries is None:
            return {}
        events, texts = workspace.events, self._changed_texts(workspace)
        changed = {id_ for id_, found in self.findings.items() if events.get(id_) is not found.record}
        changed |= {id_ for id_ in events if id_ not in self.findings} | (ids ^ self.events)
        if entries:
            changed |= {
                id_
                for id_, found in self.findings.items()
                if id_ not in changed and self._is_concerned(found, entries, workspace)
            }
        are_same = ids == self.events and events.keys() == self.findings.keys()
        unknown: Set[str] = frozenset() if are_same else _events_named_in(self.findings.values()) - events.keys()
        return {
            id_: found
            for id_, found in self.findings.items()
            if id_ not in changed
            and found.evidence is evidence.claims.get(id_)
            and found.events.isdisjoint(changed)
            and found.events.isdisjoint(unknown)  # one that is now there may have been meant
            and found.sources.isdisjoint(texts)
        }

    def _is_concerned(self, found: EventFindings, entries: ChangedEntries, workspace: Workspace) -> bool:
        """Whether the findings of an event may be others by entries that changed; what it lacked may be there now."""
        lacks = any(each.code.endswith(_UNKNOWN) for each in found.problems)
        names = not found.sources.isdisjoint(entries.sources)
        return lacks or names or entries.may_concern(found.record, self.words, workspace)

    def _changed_texts(self, workspace: Workspace) -> frozenset[str]:
        """Sources whose text came, went or is another, or has become or ceased to be the one described."""
        now, altered = workspace.texts, workspace.altered_sources ^ self.altered
        if now is self.texts:
            return altered
        return altered | {id_ for id_ in {*now, *self.texts} if now.get(id_) != self.texts.get(id_)}


def _surrounding(files: Iterable[str]) -> frozenset[str]:
    return frozenset(file for file in files if file.startswith(("seeds/", "events/registry/")))


def _not_read(document: Document | None, entries: Mapping[str, object]) -> frozenset[str]:
    """Ids that stand in a registry's file and are no entries."""
    return frozenset((document.data or {}) if document else ()) - entries.keys()


def _with_all_alike(sources: Set[str], pairs: Iterable[DuplicatePair]) -> frozenset[str]:
    """The sources, and all whose texts are nearly the same as theirs, or as such a one's."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        alike[pair.first].add(pair.second)
        alike[pair.second].add(pair.first)
    found, left = set(sources), list(sources)
    while left:
        new = alike[left.pop()] - found
        found |= new
        left += new
    return frozenset(found)


def _events_named_in(findings: Iterable[EventFindings]) -> frozenset[str]:
    """Every event that another names."""
    return frozenset().union(*(found.events for found in findings if found.events))


NOTHING_EARLIER: Final = EarlierLook()
