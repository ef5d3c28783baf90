"""One event with its claims, as the guards on words and values look at it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from dashboard.checks.context.claim_context import ClaimContext, is_english, words_of_quotes
from dashboard.checks.context.registry_names import RegistryNames
from dashboard.checks.corpus import Corpus
from dashboard.evidence.words import Words
from dashboard.model.claim import Claim
from dashboard.model.event import Event

_SENTENCES: Final = re.compile(r"(?<=[.;!?])(?<![A-Z]\.)[”’\"']?\s+|\n\n")


@dataclass(frozen=True)
class EventContext:
    """One event: what several guards ask of its claims and quotes is worked out once."""

    corpus: Corpus
    registered: RegistryNames
    event: Event
    counted: dict[tuple[tuple[str, ...], str], Any] = field(default_factory=dict, compare=False, repr=False)
    """By the names of somebody and a type of event, what guards on roles have counted."""

    @cached_property
    def quoted_claims(self) -> dict[str, ClaimContext]:
        """Every claim whose quotes stand, all of them, in texts that are there; by its key."""
        return {
            key: ClaimContext(self.corpus, self.registered, self.event, key, claim)
            for key, claim in self.event.claims.items()
            if self.corpus.evidence.of(self.event.id, key).all_stand
        }

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of all claims in English, and of what they quote."""
        texts = (text for claim in self._english_claims for text in (claim.text, *claim.exact_quotes))
        return tuple(sentence for text in texts for sentence in _SENTENCES.split(text))

    @cached_property
    def quoted_sentences(self) -> tuple[str, ...]:
        """The sentences of what claims quote in English."""
        texts = (text for claim in self._english_claims for text in claim.exact_quotes)
        return tuple(sentence for text in texts for sentence in _SENTENCES.split(text))

    @property
    def _english_claims(self) -> list[Claim]:
        return [claim for key, claim in self.event.claims.items() if key in self._english]

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
