"""Guard: how strongly something was done or was so is said by the quotes."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.words import root_of
from dashboard.model.vocabularies import ENGLISH

EMPHASIS_ADDED = guard(
    "emphasis-added",
    "A word that exaggerates and is in no quote",
    "The claim says how something was done, or how strong it was (“furiously”, “completely”, “brutal”), and no quote "
    "has this word in any form.",
    "leave the word out, quote the words that say it, or `allow` it with the reason",
    "warning",
)
_PLAIN: Final = ENGLISH["plain_adverbs"]
"""Words in -ly that say when, where, by whom or how surely, and exaggerate nothing."""
_FIELDS: Final = ("ically", "ionally", "arily", "urally")
"""Endings of words that say in which field (politically, regionally, militarily), but for those in `emphatic`."""
_STRONG: Final = ENGLISH["emphatic"]
_SAID_OTHERWISE: Final = {
    "indefinitely": re.compile(
        r"\b(?:until further notice|open-ended|no (?:end )?date|without (?:an end|a date))\b", re.I
    )
}
"""Adverbs with the words that say the same."""
_STEM_LETTERS: Final = 6


def no_emphasis_is_added(saying: ClaimContext) -> Iterator[Violation]:
    """Each word of a claim that makes it stronger is in the quotes, in some form."""
    words = [word for word in saying.claim_words.lower - saying.quote_words.lower if _is_strong(word)]
    if not words or not saying.is_english:
        return
    if added := [word for word in words if not _is_quoted(word, saying)]:
        added.sort(key=saying.claim.text.lower().index)
        yield saying.violation(EMPHASIS_ADDED, added, partial(_message, saying.key))


def _message(key: str, words: Sequence[str]) -> str:
    return f"“{'”, “'.join(words)}” in claim `{key}` {'is' if len(words) == 1 else 'are'} in no quote, in any form"


def _is_strong(word: str) -> bool:
    if word in _STRONG:
        return True
    return len(word) > 4 and word.endswith("ly") and word not in _PLAIN and not word.endswith(_FIELDS)


def _is_quoted(word: str, saying: ClaimContext) -> bool:
    """Whether the quotes have the word in another form: `fully` of `full`, `heroically` of `hero`."""
    if (same := _SAID_OTHERWISE.get(word)) and same.search(saying.quote_words.text):
        return True
    forms = {word, word[:-2], word[:-1], f"{word[:-3]}y", f"{word[:-2]}le"} if word.endswith("ly") else {word}
    if word.endswith("ically"):
        forms |= {word[:-4], word[:-6]}
    if not saying.quote_words.roots.isdisjoint(map(root_of, forms)):
        return True
    stem = root_of(word)[:_STEM_LETTERS]
    return len(stem) == _STEM_LETTERS and any(root.startswith(stem) for root in saying.quote_words.roots)


GUARDS_ON_WORDS = (no_emphasis_is_added,)
