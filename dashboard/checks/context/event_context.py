"""One event with its claims, as the guards on words and values look at it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dashboard.checks.context.claim_context import ClaimContext, is_english, words_of_quotes
from dashboard.checks.context.registry_names import RegistryNames
from dashboard.checks.corpus import Corpus
from dashboard.evidence.words import Words
from dashboard.model.event import Event


@dataclass(frozen=True)
class EventContext:
    """One event: what several guards ask of its claims and quotes is worked out once."""

    corpus: Corpus
    registered: RegistryNames
    event: Event

    @cached_property
    def quoted_claims(self) -> dict[str, ClaimContext]:
        """Every claim whose quotes stand, all of them, in texts that are there; by its key."""
        return {
            key: ClaimContext(self.corpus, self.registered, self.event, key, claim)
            for key, claim in self.event.claims.items()
            if self.corpus.evidence.of(self.event.id, key).all_stand
        }

    def quotes_of(self, names: Iterable[str]) -> Words | None:
        """The quotes of the claims that a value names; None where one of them has none, or none that stands.

        That is a problem already, of another rule.
        """
        quoted = [self.quoted_claims.get(name) for name in names]
        claims = [each for each in quoted if each is not None]
        if not claims or len(claims) < len(quoted):
            return None
        if len(claims) == 1:
            return claims[0].quote_words
        return words_of_quotes(self.corpus, [each.claim for each in claims])

    def are_english(self, names: Iterable[str]) -> bool:
        """Whether all that some of its claims quote is in English, or in a language that is not told."""
        return self._english.issuperset(names)

    @cached_property
    def is_english(self) -> bool:
        """Whether all that its claims quote is in English, or in a language that is not told."""
        return len(self._english) == len(self.event.claims)

    @cached_property
    def _english(self) -> frozenset[str]:
        return frozenset(key for key, claim in self.event.claims.items() if is_english(self.corpus, claim))
