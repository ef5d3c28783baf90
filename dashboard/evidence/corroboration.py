"""How many independent origins something rests on: what repeats the same reporting confirms nothing."""

from collections.abc import Iterable, Mapping

from dashboard.model.claim import Claim
from dashboard.model.source import Source


def sources_of_claim(claim: Claim) -> frozenset[str]:
    """Ids of the sources that it names, and of those that it quotes."""
    return frozenset(claim.sources).union(quote.source for quote in claim.quotes)


def origin_count(ids: Iterable[str], sources: Mapping[str, Source]) -> int:
    """How many independent origins: sources that repeat the same reporting count once."""
    return len({source.origin if (source := sources.get(id_)) and source.origin else id_ for id_ in ids})
