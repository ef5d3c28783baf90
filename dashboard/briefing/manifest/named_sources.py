"""Whether a briefing still tells of a source: what named it, and what names it now."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.briefing.manifest.manifest import Manifest
from dashboard.briefing.outline import (
    DISPUTE,
    IN_THREAD,
    Hashes,
    NamedSource,
    path_words,
    record_name,
)
from dashboard.evidence.corroboration import sources_of_claim


@dataclass(frozen=True, slots=True)
class SourceRows:
    """The rows of a briefing’s table of sources, by the workspace as it is now."""

    seal: Manifest
    hashes: Hashes

    def no_longer_named(self, row: NamedSource) -> Iterator[tuple[str, str]]:
        """Events whose claims and values named the source, each with what became of that; nothing if one still does.

        Of a row of before, which does not tell what named its source, nothing is said.
        """
        if any(self._names(event, row) for event in row.events) or self._is_named_elsewhere(row):
            return
        for event in row.events:
            left = [path for path in row.threads(event) if not self.hashes.of(f"{event}#{path}")]
            why = "; ".join(map(path_words, left)) or f"it does not name source {row.source} any more"
            yield event, f"changed: {record_name(event)}: {why}"

    def _names(self, event: str, row: NamedSource) -> bool:
        """Whether what named the source in an event is still told, and names it."""
        if not all(self.hashes.of(f"{event}#{path}") for path in row.threads(event)):
            return False
        return (row.is_of_value(event) and self._is_of_value(event, row.source)) or any(
            self._is_told(event, claim, row) and self._is_of_claim(claim, row.source) for claim in row.claims(event)
        )

    def _is_told(self, event: str, claim: str, row: NamedSource) -> bool:
        """Whether the dispute goes on without which a claim would not be told."""
        dispute = f"claims.{claim.partition('/')[2]}.{DISPUTE}"
        return dispute not in row.events[event] or self.hashes.of(f"{event}#{dispute}") is not None

    def _is_named_elsewhere(self, row: NamedSource) -> bool:
        """Whether another claim that the briefing refers to names the source now."""
        before = frozenset[str]().union(*map(row.claims, row.events))
        told = {claim for each in self.seal.sentences for claim in each.claims} - before
        return any(
            self._is_of_claim(claim, row.source) and not self._has_left(f"events/{claim.partition('/')[0]}")
            for claim in told
        )

    def _has_left(self, event: str) -> bool:
        """Whether an event is in none of the threads any more because of which it was told."""
        threads = [key for key in self.seal.records if key.startswith(f"{event}#{IN_THREAD}")]
        return bool(threads) and not any(map(self.hashes.of, threads))

    def _is_of_claim(self, claim: str, source: str) -> bool:
        id_, _, key = claim.partition("/")
        event = self.hashes.workspace.events.get(id_)
        return event is not None and key in event.claims and source in sources_of_claim(event.claims[key])

    def _is_of_value(self, event: str, source: str) -> bool:
        found = self.hashes.workspace.events.get(event.partition("/")[2])
        return found is not None and any(source in each.sources for _, each in found.assessed_values())
