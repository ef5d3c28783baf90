"""How far what is shown can be relied on: verdicts by thread and source, origins, reviews, guards set aside."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from dashboard.evidence.corroboration import Corroboration, sources_of_claim
from dashboard.evidence.verdicts import VERDICTS, Verdict
from dashboard.model import vocabularies
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.model.source import Source
from dashboard.query.fields import NONE, EventTable
from dashboard.query.reading import ResolvedEvent
from dashboard.query.tally import SuppressedCheck, suppressed_in_event, suppressed_in_record

_NO_CLAIMS: Final = dict.fromkeys(VERDICTS, 0)
_NO_SOURCE: Final = frozenset({NONE})


@dataclass(slots=True)
class Verdicts:
    """How many claims have which verdict, adding up to all of them; and the events that they are of."""

    claims: dict[Verdict, int] = field(default_factory=_NO_CLAIMS.copy)
    events: dict[Verdict, dict[str, None]] = field(default_factory=lambda: {verdict: {} for verdict in _NO_CLAIMS})
    """Ids, each once, in the order of the readings."""

    @property
    def total(self) -> int:
        """All claims."""
        return sum(self.claims.values())

    def add(self, event: str, verdict: Verdict, number: int) -> None:
        """Count so many claims of an event."""
        self.claims[verdict] = self.claims.get(verdict, 0) + number
        self.events.setdefault(verdict, {})[event] = None


@dataclass(frozen=True, slots=True)
class Trust:
    """Trust figures of the events shown. None of them depends on the mode."""

    all: Verdicts
    """Each claim once."""
    by_thread: Mapping[str, Verdicts]
    """In the order of the registry, `none` last. A claim of an event of two threads is in both."""
    by_source: Mapping[str, Verdicts]
    """Verdicts by source id, most claims first, `none` (inferred) last. A claim with two sources is in both."""
    by_report: Mapping[str, Verdicts]
    """Verdicts with one row for all sources that repeat one report: by its origin, else by source id."""
    outlets: Mapping[str, tuple[str, ...]]
    """Key of such a row to its sources, in the order of `by_source`; only of those with several."""
    origins: Mapping[Corroboration, int]
    """How many claims rest on how many independent origins: all five, adding up to all claims."""
    resting: Mapping[Corroboration, tuple[str, ...]]
    """The events of those claims."""
    reviews: Mapping[str, tuple[str, ...]]
    """Status to ids of events: every status, adding up to all events."""
    allowed: tuple[SuppressedCheck, ...]
    """Guards that are set aside: of the events shown, each for one claim or relation, and of all places."""

    @property
    def events(self) -> int:
        """How many events are shown."""
        return sum(map(len, self.reviews.values()))


class ClaimKind(NamedTuple):
    """All that a claim is counted by."""

    verdict: Verdict
    sources: frozenset[str]
    reports: frozenset[str]
    corroboration: Corroboration


KindCounts = tuple[tuple[ClaimKind, int], ...]
"""Each kind of an event's claims, and how many of them there are."""


class CountedEvents:
    """What trust counts of each event, found when it is first asked for: it is the same whatever else is shown."""

    def __init__(self, table: EventTable) -> None:
        self._table = table
        self._claims: dict[str, KindCounts] = {}
        self._shared: dict[KindCounts, KindCounts] = {}
        """Events with the same kinds of claims share these: there are few."""

    def claims_of(self, event: Event) -> KindCounts:
        """The kinds of its claims, each with how many there are."""
        if (found := self._claims.get(event.id)) is None:
            kinds = Counter(self._kind(event, key, claim) for key, claim in event.claims.items())
            counts = tuple(kinds.items())
            found = self._claims[event.id] = self._shared.setdefault(counts, counts)
        return found

    def _kind(self, event: Event, key: str, claim: Claim) -> ClaimKind:
        sources = sources_of_claim(claim) or _NO_SOURCE
        reports = frozenset(_report_of(source, self._table.sources) for source in sources)
        verdict = self._table.evidence.of(event.id, key).verdict
        return ClaimKind(verdict, sources, reports, self._table.corroborations.of(event, key))

    @cached_property
    def suppressed_checks(self) -> Mapping[str, tuple[SuppressedCheck, ...]]:
        """Event id to the checks that are suppressed in it; only events that have some."""
        events = self._table.workspace.events
        return {id_: found for id_, event in events.items() if (found := tuple(suppressed_in_event(event)))}


def trust_of(
    shown: Sequence[ResolvedEvent],
    threads: Iterable[str],
    table: EventTable,
    places: Iterable[Place] = (),
    counted: CountedEvents | None = None,
) -> Trust:
    """Count every claim of the events `shown`. Linear in them, in the sources, and in the registry's `places`.

    `counted`: what was found of these records before, in either mode.
    """
    everything, sources, counted = Verdicts(), table.sources, counted or CountedEvents(table)
    by_thread: dict[str, Verdicts] = {thread: Verdicts() for thread in threads}
    by_source: dict[str, Verdicts] = {}
    by_report: dict[str, Verdicts] = {}
    origins: Counter[Corroboration] = Counter()
    resting: dict[Corroboration, dict[str, None]] = {each: {} for each in Corroboration}
    reviews: dict[str, list[str]] = {status: [] for status in vocabularies.REVIEW}
    for event in (reading.event for reading in shown):
        reviews[event.review.status].append(event.id)
        in_threads = [_counted_in(by_thread, thread) for thread in dict.fromkeys(event.threads or (NONE,))]
        for kind, number in counted.claims_of(event):
            of_sources = [_counted_in(by_source, source) for source in kind.sources]
            of_reports = [_counted_in(by_report, report) for report in kind.reports]
            for row in (everything, *in_threads, *of_sources, *of_reports):
                row.add(event.id, kind.verdict, number)
            origins[kind.corroboration] += number
            resting[kind.corroboration][event.id] = None
    by_source = _most_first(by_source)
    outlets = _outlets(by_source, sources)
    reports = {_report_of(source, sources): source for source in by_source}
    alone = {report: source for report, source in reports.items() if not {report, source} & outlets.keys()}
    return Trust(
        everything,
        _last_without({thread: counted for thread, counted in by_thread.items() if counted.total}),
        by_source,
        _most_first({alone.get(key, key): counted for key, counted in by_report.items()}),
        outlets,
        {each: origins[each] for each in Corroboration},
        {each: tuple(events) for each, events in resting.items()},
        {status: tuple(events) for status, events in reviews.items()},
        tuple(_suppressed_checks(shown, counted, [*places, *sources.values()])),
    )


def _counted_in(rows: dict[str, Verdicts], key: str) -> Verdicts:
    if (row := rows.get(key)) is None:
        row = rows[key] = Verdicts()
    return row


def _suppressed_checks(
    shown: Iterable[ResolvedEvent], counted: CountedEvents, records: Iterable[Place | Source]
) -> Iterator[SuppressedCheck]:
    for reading in shown:
        yield from counted.suppressed_checks.get(reading.id, ())
    for record in records:
        yield from suppressed_in_record(record)


def _report_of(source: str, sources: Mapping[str, Source]) -> str:
    """The origin that the source names, or its text says by being another's; else the source itself."""
    return (sources[source].origin if source in sources else None) or source


def _outlets(by_source: Iterable[str], sources: Mapping[str, Source]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for source in by_source:
        report = _report_of(source, sources)
        found[report] = (*found.get(report, ()), source)
    return {report: ids for report, ids in found.items() if len(ids) > 1}


def _most_first(rows: Mapping[str, Verdicts]) -> dict[str, Verdicts]:
    """The rows with most claims first, `none` at the end."""
    return _last_without(dict(sorted(rows.items(), key=lambda each: (-each[1].total, each[0]))))


def _last_without(rows: dict[str, Verdicts]) -> dict[str, Verdicts]:
    """`none` at the end."""
    if NONE in rows:
        rows[NONE] = rows.pop(NONE)
    return rows
