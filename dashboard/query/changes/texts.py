"""What became of the texts that are held, and of the verdicts that rest on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.event import Event
from dashboard.query.changes.change import VerdictChange, Why


@dataclass(frozen=True, slots=True)
class TwoStates:
    """The earlier and the later, and the sources whose text one of them has and cannot be read."""

    before: Validation
    after: Validation
    unread: frozenset[str] = frozenset()

    def text_change(self, source: str) -> Why | None:
        """What happened to the text of a source; None where nothing did, or it cannot be known."""
        one, other = (state.workspace.hashes.get(source) for state in (self.before, self.after))
        if one == other or source in self.unread:
            return None
        if one is None or other is None:
            return Why.TEXT_ADDED if one is None else Why.TEXT_GONE
        texts = (state.workspace.texts[source] for state in (self.before, self.after))
        return Why.LINE_ENDS if len({_with_plain_ends(text) for text in texts}) == 1 else Why.TEXT

    def verdict_changes(self, before: Event, after: Event) -> tuple[VerdictChange, ...]:
        """Claims of one event that have another verdict now, by key, with all that may be the reason."""
        return tuple(self._verdict_changes(before, after))

    def _verdict_changes(self, before: Event, after: Event) -> Iterator[VerdictChange]:
        altered = self.before.workspace.altered_sources ^ self.after.workspace.altered_sources
        for key in sorted(before.claims.keys() & after.claims.keys()):
            one, other = before.claims[key], after.claims[key]
            verdicts = self.before.evidence.of(before.id, key).verdict, self.after.evidence.of(after.id, key).verdict
            sources = sorted(sources_of_claim(one) | sources_of_claim(other))
            if verdicts[0] is verdicts[1] or not self.unread.isdisjoint(sources):
                continue
            why = {Why.QUOTE} if one.quotes != other.quotes else set()
            why |= {Why.SOURCE} if one.sources != other.sources else set()
            why |= {change for source in sources if (change := self.text_change(source))}
            if not why and not altered.isdisjoint(sources):
                why = {Why.DESCRIPTION}
            yield VerdictChange(key, *verdicts, tuple(reason for reason in Why if reason in why))


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
