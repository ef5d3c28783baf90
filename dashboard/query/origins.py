"""What an event rests on: its sources, and how many of them are independent."""

from collections.abc import Iterable, Mapping

from dashboard.model.event import Event
from dashboard.model.source import Source


def sources_of(event: Event) -> frozenset[str]:
    """Ids of every source that a claim of the event, or an assessed value, names."""
    of_claims = {
        source
        for claim in event.claims.values()
        for source in (*claim.sources, *(quote.source for quote in claim.quotes))
    }
    return frozenset(of_claims).union(*(assessed.sources for _, assessed in event.assessed_values()))


def origin_count(ids: Iterable[str], sources: Mapping[str, Source]) -> int:
    """How many independent origins: sources that repeat the same reporting count once."""
    return len({source.origin if (source := sources.get(id_)) and source.origin else id_ for id_ in ids})
