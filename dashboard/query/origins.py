"""What an event rests on: its sources, and how independent they are."""

from collections.abc import Iterable, Mapping

from dashboard.evidence.corroboration import Corroboration, quoted_sources, sources_of_claim, strength_of
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.source import Source
from dashboard.query.reading import Mode


def sources_of(event: Event) -> frozenset[str]:
    """Ids of every source that a claim of the event, or an assessed value, names."""
    of_claims = frozenset[str]().union(*map(sources_of_claim, event.claims.values()))
    return of_claims.union(*(assessed.sources for _, assessed in event.assessed_values()))


class Corroborations:
    """On how many independent origins claims rest. The same sources are looked at once, however many name them."""

    def __init__(self, sources: Mapping[str, Source], mode: Mode) -> None:
        self._sources = sources
        self._named = sources_of_claim if mode is Mode.ASSESSED else quoted_sources
        self._known: dict[frozenset[str], Corroboration] = {}

    def of(self, claim: Claim) -> Corroboration:
        """The corroboration of a claim by all its sources as assessed; as reported, by those alone that it quotes."""
        return self._of(self._named(claim))

    def of_all(self, claims: Iterable[Claim]) -> Corroboration:
        """The corroboration of what several claims carry together."""
        return self._of(frozenset[str]().union(*map(self._named, claims)))

    def _of(self, named: frozenset[str]) -> Corroboration:
        if named not in self._known:
            self._known[named] = strength_of(named, self._sources).corroboration
        return self._known[named]

    def of_event(self, event: Event) -> frozenset[str]:
        """Kinds of corroboration of the event's claims, each once."""
        return frozenset(self.of(claim).value for claim in event.claims.values())
