"""What rests on each source: quotes, claims with their verdicts, events, values, entries of the registries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from dashboard.cache import SharedCache
from dashboard.checks.sources import HASH_MISMATCH, TEXT_MISSING
from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import origin_of
from dashboard.evidence.verdicts import Evidence, QuoteFound, Verdict
from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.model.source import Source
from dashboard.query.texts import ReadText
from dashboard.store.workspace import Workspace

VALUES: Final = frozenset({"when", "where", "toward", "who", "amounts", "commitment"})
"""Parts of an event that are values; relations, answers and judgements are conclusions."""


class TextState(StrEnum):
    """The state of a source's stored text."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "not readable"
    UNDESCRIBED = "not described"
    """A text lies there, and no description gives its hash."""
    NOT_HELD = "not held"


@dataclass(frozen=True, slots=True)
class QuoteAt:
    """One quote of a source, with where it is written and where it stands."""

    event: str
    claim: str
    index: int
    """From 0, among the claim's quotes."""
    found: QuoteFound
    verdict: Verdict
    """The verdict of its claim."""

    @property
    def key(self) -> str:
        """`EVENT/CLAIM/N`, N from 0: what the address has."""
        return f"{self.event}/{self.claim}/{self.index}"

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Half-open, in code points, where it stands once: several where an ellipsis joins parts; else none."""
        return self.found.finding.spans if self.found.finding is not None else ()


@dataclass(slots=True)
class SourceUses:
    """Everything that names one source."""

    quotes: list[QuoteAt] = field(default_factory=list)
    claims: dict[tuple[str, str], Verdict] = field(default_factory=dict)
    """Event and claim to the verdict: claims that quote it, and those that name it without a quote."""
    events: dict[str, None] = field(default_factory=dict)
    """Ids, in the order of the workspace: of events with such a claim, or with a value from it."""
    values: int = 0
    """Reported values that rest on such a claim, and assessed ones that name the source."""
    entries: list[str] = field(default_factory=list)
    """Names in places and actors whose entry names it."""

    def count(self, verdict: Verdict) -> int:
        """How many of the claims have this verdict."""
        return sum(each is verdict for each in self.claims.values())

    @property
    def standing(self) -> list[QuoteAt]:
        """The quotes that stand in the text, in the order of the text."""
        return sorted((each for each in self.quotes if each.spans), key=lambda each: (each.spans, each.key))


@dataclass(frozen=True)
class SourceEntry:
    """One source as the page shows it; `source` is None where a text lies there without a description."""

    id: str
    source: Source | None
    state: TextState
    resting: SourceUses
    problems: tuple[Problem, ...]
    """The problems in the files of its description and its text."""


@dataclass(frozen=True)
class Sources:
    """All sources of a workspace, and what rests on them."""

    validation: Validation
    _read: dict[str, ReadText] = field(default_factory=dict, repr=False, compare=False)
    _one: dict[str, SourceEntry] = field(default_factory=dict, repr=False, compare=False)

    def text_of(self, id_: str) -> ReadText | None:
        """The text of a source, with what there is to see in it; None where it is not held. Kept once it is read."""
        text = self.validation.workspace.texts.get(id_)
        entry = self.entry_of(id_)
        if text is None or entry is None:
            return None
        if id_ not in self._read:
            quotes = {each.key: each.spans for each in entry.resting.standing}
            self._read[id_] = ReadText(text, entry.source, quotes)
        return self._read[id_]

    def entry_of(self, id_: str) -> SourceEntry | None:
        """One of the `entries`, for which only events that name it are read; None where there is no such source."""
        workspace, findings = self.validation.workspace, self.validation.look.findings
        if "entries" in vars(self) or findings.keys() != workspace.events.keys():
            return self.entries.get(id_)
        if id_ not in workspace.sources and id_ not in workspace.texts:
            return None
        if id_ not in self._one:
            events = {each: event for each, event in workspace.events.items() if id_ in findings[each].sources}
            resting = uses_by_source(replace(workspace, events=events), self.validation.evidence)
            problems = _problems(self.validation.problems)
            self._one[id_] = self._entry(id_, resting.get(id_) or SourceUses(), problems.get(id_, ()))
        return self._one[id_]

    @cached_property
    def entries(self) -> Mapping[str, SourceEntry]:
        """Every described source, and every text without a description, by id."""
        resting = uses_by_source(self.validation.workspace, self.validation.evidence)
        problems = _problems(self.validation.problems)
        return {id_: self._entry(id_, resting.get(id_) or SourceUses(), problems.get(id_, ())) for id_ in self._ids}

    @cached_property
    def states(self) -> Mapping[str, TextState]:
        """The state of the text of each of the `entries`: for that, nobody has to look for what rests on them."""
        problems = _problems(self.validation.problems)
        return {id_: self._state(id_, problems.get(id_, ())) for id_ in self._ids}

    @property
    def _ids(self) -> Iterable[str]:
        workspace = self.validation.workspace
        return (*workspace.sources, *sorted(workspace.texts.keys() - workspace.sources.keys()))

    def _entry(self, id_: str, resting: SourceUses, problems: tuple[Problem, ...]) -> SourceEntry:
        source = self.validation.workspace.sources.get(id_)
        return SourceEntry(id_, source, self._state(id_, problems), resting, problems)

    def _state(self, id_: str, problems: Iterable[Problem]) -> TextState:
        workspace = self.validation.workspace
        return text_state(workspace.sources.get(id_), id_ in workspace.texts, problems)

    @cached_property
    def as_counted(self) -> Mapping[str, Source]:
        """The described sources with the origins by which they are counted: texts nearly the same have one."""
        return self.validation.corpus.sources_as_counted

    @cached_property
    def by_origin(self) -> Mapping[str, tuple[str, ...]]:
        """Origin to the ids of the sources that count as one with it."""
        found: dict[str, tuple[str, ...]] = {}
        for source in self.as_counted.values():
            origin = origin_of(source)
            found[origin] = (*found.get(origin, ()), source.id)
        return found

    @cached_property
    def shares(self) -> Mapping[str, Mapping[str, float]]:
        """Source id to those whose texts are nearly the same, each with the share that they have in common."""
        found: dict[str, dict[str, float]] = {}
        for pair in self.validation.likeness.pairs:
            found.setdefault(pair.first, {})[pair.second] = pair.share
            found.setdefault(pair.second, {})[pair.first] = pair.share
        return found

    def origin_repeated(self, id_: str) -> str:
        """The report that a source repeats, by its description or as its text is nearly that of another; else empty.

        What one outlet writes itself is one origin, too, but none of it repeats the rest.
        """
        found = self.as_counted.get(id_)
        return found.origin or "" if found else ""


def text_state(source: Source | None, is_held: bool, problems: Iterable[Problem]) -> TextState:
    """The state of a text, from what the checks found of it."""
    codes = {problem.code for problem in problems}
    if source is None or source.text is None:
        return TextState.UNDESCRIBED if is_held else TextState.NOT_HELD
    if is_held:
        return TextState.CHANGED if HASH_MISMATCH.code in codes else TextState.UNCHANGED
    return TextState.MISSING if TEXT_MISSING.code in codes else TextState.UNREADABLE


def uses_by_source(workspace: Workspace, evidence: Evidence) -> Mapping[str, SourceUses]:
    """Source id to what rests on it; only sources on which something does. Linear in the workspace."""
    found: dict[str, SourceUses] = {}
    for event in workspace.events.values():
        of_claims = _claims(event, evidence, found)
        for named in _values(event, of_claims):
            for source in named:
                found.setdefault(source, SourceUses()).values += 1
                found[source].events[event.id] = None
    for name, sources in _entries(workspace):
        for source in dict.fromkeys(sources):
            found.setdefault(source, SourceUses()).entries.append(name)
    return found


def _entries(workspace: Workspace) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names in places and actors, with the sources that their entries name."""
    for place in workspace.places.values():
        yield place.name, place.sources
    for actor in workspace.actors.values():
        yield actor.name, (*actor.sources, *(source for office in actor.offices for source in office.sources))


def _claims(event: Event, evidence: Evidence, found: dict[str, SourceUses]) -> Mapping[str, frozenset[str]]:
    """Add the event's claims to what rests on their sources. Claim key to those sources."""
    of_claims = {}
    for key, claim in event.claims.items():
        known = evidence.of(event.id, key)
        of_claims[key] = frozenset([*claim.sources, *(quote.source for quote in claim.quotes)])
        for source in of_claims[key]:
            resting = found.setdefault(source, SourceUses())
            resting.claims[event.id, key] = known.verdict
            resting.events[event.id] = None
        for index, quote in enumerate(known.quotes):
            found[quote.quote.source].quotes.append(QuoteAt(event.id, key, index, quote, known.verdict))
    return of_claims


def _values(event: Event, of_claims: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    """The sources that each value of the event is based on, a set for each value."""
    named: dict[tuple[str | int, ...], frozenset[str]] = {}
    for path, claims in event.claims_named():
        if path[0] in VALUES:
            named[path[:-1]] = frozenset(source for key in claims for source in of_claims.get(key, ()))
    for path, assessed in event.assessed_values():
        named[path] = named.get(path, frozenset()) | frozenset(assessed.sources)
    yield from named.values()


def _problems(problems: Iterable[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    """Source id to the problems of its two files."""
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in problems:
        folder, _, name = problem.file.partition("/")
        if folder == "seeds" and name.endswith((".yaml", ".txt")):
            id_ = name.rpartition(".")[0]
            found[id_] = (*found.get(id_, ()), problem)
    return found


_SOURCES: Final[SharedCache[Sources]] = SharedCache(2)


def all_sources(validation: Validation) -> Sources:
    """The sources with what is based on each; kept while the workspace is the same, as counting is slow."""
    return _SOURCES.get(id(validation), validation, lambda: Sources(validation))
