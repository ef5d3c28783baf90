"""What an event rests on: its sources."""

from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.event import Event


def sources_of(event: Event) -> frozenset[str]:
    """Ids of every source that a claim of the event, or an assessed value, names."""
    of_claims = frozenset[str]().union(*map(sources_of_claim, event.claims.values()))
    return of_claims.union(*(assessed.sources for _, assessed in event.assessed_values()))
