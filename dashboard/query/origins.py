"""What an event rests on: its sources, and how independent they are."""

from collections.abc import Mapping

from dashboard.evidence.corroboration import Corroboration, quoted_sources, sources_of_claim, strength_of
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.source import Source
from dashboard.query.reading import Mode


def sources_of(event: Event) -> frozenset[str]:
    """Ids of every source that a claim of the event, or an assessed value, names."""
    of_claims = frozenset[str]().union(*map(sources_of_claim, event.claims.values()))
    return of_claims.union(*(assessed.sources for _, assessed in event.assessed_values()))


def corroboration_of(claim: Claim, sources: Mapping[str, Source], mode: Mode) -> Corroboration:
    """Of all its sources as assessed; as reported, of those alone that it quotes."""
    named = sources_of_claim(claim) if mode is Mode.ASSESSED else quoted_sources(claim)
    return strength_of(named, sources).corroboration


def corroborations_of(event: Event, sources: Mapping[str, Source], mode: Mode) -> frozenset[str]:
    """Of the event's claims, each kind once."""
    return frozenset(corroboration_of(claim, sources, mode).value for claim in event.claims.values())
