"""How far what is shown can be relied on: verdicts by thread and source, origins, reviews, guards set aside."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dashboard.evidence.corroboration import Corroboration, sources_of_claim
from dashboard.evidence.verdicts import Verdict
from dashboard.model import vocabularies
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.model.source import Source
from dashboard.query.fields import NONE, EventTable
from dashboard.query.reading import ResolvedEvent
from dashboard.query.tally import SuppressedCheck, suppressed_in_event, suppressed_in_record

_NO_CLAIMS: Final = dict.fromkeys(Verdict, 0)


@dataclass(slots=True)
class Verdicts:
    """How many claims have which verdict: all three, adding up to all of them; and the events that they are of."""

    claims: dict[Verdict, int] = field(default_factory=_NO_CLAIMS.copy)
    events: dict[Verdict, dict[str, None]] = field(default_factory=lambda: {verdict: {} for verdict in _NO_CLAIMS})
    """Ids, each once, in the order of the readings."""

    @property
    def total(self) -> int:
        """All claims."""
        return sum(self.claims.values())

    def add(self, event: str, verdict: Verdict) -> None:
        """Count one claim."""
        self.claims[verdict] += 1
        self.events[verdict][event] = None


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


def trust_of(
    shown: Sequence[ResolvedEvent], threads: Iterable[str], table: EventTable, places: Iterable[Place] = ()
) -> Trust:
    """Count every claim of the events `shown`. Linear in them, in the sources, and in the registry's `places`."""
    everything, sources, evidence = Verdicts(), table.sources, table.evidence
    by_thread: dict[str, Verdicts] = {thread: Verdicts() for thread in threads}
    by_source: dict[str, Verdicts] = {}
    by_report: dict[str, Verdicts] = {}
    origins: Counter[Corroboration] = Counter()
    resting: dict[Corroboration, dict[str, None]] = {each: {} for each in Corroboration}
    reviews: dict[str, list[str]] = {status: [] for status in vocabularies.REVIEW}
    for event in (reading.event for reading in shown):
        reviews[event.review.status].append(event.id)
        in_threads = [_counted_in(by_thread, thread) for thread in dict.fromkeys(event.threads or (NONE,))]
        for key, claim in event.claims.items():
            verdict = evidence.of(event.id, key).verdict
            everything.add(event.id, verdict)
            for of_thread in in_threads:
                of_thread.add(event.id, verdict)
            named = sources_of_claim(claim) or (NONE,)
            for source in named:
                _counted_in(by_source, source).add(event.id, verdict)
            for report in {_report_of(source, sources) for source in named}:
                _counted_in(by_report, report).add(event.id, verdict)
            corroboration = table.corroborations.of(event, key)
            origins[corroboration] += 1
            resting[corroboration][event.id] = None
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
        tuple(_suppressed_checks((reading.event for reading in shown), [*places, *sources.values()])),
    )


def _counted_in(rows: dict[str, Verdicts], key: str) -> Verdicts:
    if (row := rows.get(key)) is None:
        row = rows[key] = Verdicts()
    return row


def _suppressed_checks(events: Iterable[Event], records: Iterable[Place | Source]) -> Iterable[SuppressedCheck]:
    for event in events:
        yield from suppressed_in_event(event)
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
