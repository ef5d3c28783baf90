"""Who speaks in the words of a claim or of its quotes, as far as the words tell it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.checks.context.claim_context import ClaimContext
from dashboard.checks.context.registry_names import RegistryNames
from dashboard.evidence.words import (
    SAYING,
    Keys,
    NameMention,
    addresses,
    is_title,
    is_told,
    key_of,
    passes_on,
    pronouns_speaking,
    speakers_in,
    who_speaks,
    words_of,
)

_SENTENCE: Final = re.compile(r"[.;?!][”’\"')]*\s|\n\n|\Z")
_UNDER_PRONOUN: Final = re.compile(r"(?:He|She)\s(?:[\w’'-]+\s){1,4}?that\s")
"""How a sentence begins in which `he` or `she` says all that follows: `He made clear that Uganda had warned Kenya`."""
_WORD_AND_STOP: Final = re.compile(r"\w{3,}[.;?!][”’\"')]*\s")
"""The end of a sentence that is none of an abbreviation."""
_BEHIND_A_TITLE: Final = 4
"""Words that may stand between an office and the name of who holds it: `Secretary of State Antony Blinken`."""
_REACH: Final = 300
"""The most characters between two names of whom one passes on what the other said."""
_NAMES_BETWEEN: Final = 3
"""So many names before another one may be of who speaks to it: `Noboa told U.S. President Trump`."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """One place at which somebody says something."""

    words: str
    bearers: frozenset[str]
    """Actors whom the words may mean; none where they mean nobody who is registered, or that cannot be told."""
    not_: frozenset[str] = frozenset()
    """Actors whom a pronoun cannot mean: in `he demanded that Eisenhower go`, `he` is not Eisenhower."""
    is_quoted_by_pronoun: bool = False
    """Whether `he` or `she` tells of it: `He said that Uganda had warned Kenya`."""

    @property
    def is_pronoun(self) -> bool:
        """Whether the words are `he` or `she`."""
        return self.words.lower() in ("he", "she")


def speaking_in_text(saying: ClaimContext) -> list[Speaking]:
    """Everybody who speaks by a claim's text; nobody where it has no verb of saying."""
    if SAYING.isdisjoint(saying.claim_words.lower):
        return []
    return list(_speaking_in(saying.claim.text, saying.named_in_text, saying.registered))


def speaking_in_quotes(saying: ClaimContext) -> list[Speaking]:
    """Everybody who speaks by its quotes."""
    if SAYING.isdisjoint(saying.quote_words.lower):
        return []
    return list(_speaking_in(saying.quote_words.text, saying.named_in_quotes, saying.registered))


def _speaking_in(text: str, named: Sequence[NameMention], registered: RegistryNames) -> Iterator[Speaking]:
    """Everybody who speaks in the text: by name, by office, as `NAME, who said`, or as `he` or `she`."""
    for speaker in speakers_in(text):
        bearers = _bearers(speaker.text, registered) or _holders(speaker.text, text, registered)
        yield Speaking(speaker.text, bearers, is_quoted_by_pronoun=_is_under_pronoun(text, speaker.start))
    for each in named:
        if who_speaks(text, each.end):
            yield Speaking(each.text, each.bearers, is_quoted_by_pronoun=_is_under_pronoun(text, each.start))
    for pronoun in pronouns_speaking(text):
        end = _SENTENCE.search(text, pronoun.end)
        behind = [each for each in named if pronoun.end <= each.start < (end.start() if end else len(text))]
        yield Speaking(pronoun.text, frozenset(), frozenset[str]().union(*(each.bearers for each in behind)))


def _is_under_pronoun(text: str, start: int) -> bool:
    """Whether what starts there is told by the `he` or `she` that begins its sentence."""
    ends = [match.end() for match in _SENTENCE.finditer(text, 0, start) if match[0]]
    found = _UNDER_PRONOUN.match(text, ends[-1] if ends else 0)
    return found is not None and found.end() <= start


def quotings(text: str, named: Sequence[NameMention]) -> Iterator[tuple[NameMention, NameMention]]:
    """Everybody who passes on what somebody else said, before that other: `NAME said that NAME had told him`."""
    for index, one in enumerate(named):
        for other in (named[at] for at in range(index + 1, len(named))):
            if other.start - one.end > _REACH:
                break
            for outer, inner in ((one, other), (other, one)):
                if passes_on(text, (outer.start, outer.end), (inner.start, inner.end)):
                    yield outer, inner


def is_only_addressed(bearer: str, text: str, named: Sequence[NameMention]) -> bool:
    """Whether a text has somebody as the one who is spoken to, and nowhere else: `NAME told NAME`, `NAME was told`."""
    places = [(index, each) for index, each in enumerate(named) if bearer in each.bearers]
    return bool(places) and all(
        is_told(text, place.end)
        or any(
            addresses(text, before.end, place.start) and not _WORD_AND_STOP.search(text, before.end, place.start)
            for before in named[max(0, index - _NAMES_BETWEEN) : index]
        )
        for index, place in places
    )


def _bearers(words: str, registered: RegistryNames) -> frozenset[str]:
    """Actors and places (`actor/ID`, `place/ID`) that a speaker's words name."""
    keys = Keys(words_of(words))
    found = registered.known.named_by(keys)
    return frozenset(id_ for id_ in found if any(registered.known.has_word(id_, key) for key in keys.exactly))


def _holders(words: str, text: str, registered: RegistryNames) -> frozenset[str]:
    """Whom the text calls by the office that stands alone here: `The Secretary` is `Secretary Blinken`."""
    title = words.rpartition(" ")[2]
    if words.split()[0] != "The" or not is_title(key_of(title)):
        return frozenset()
    found: set[str] = set()
    for match in re.finditer(rf"\b{re.escape(title)} (?=(?:\S+ ){{0,{_BEHIND_A_TITLE}}}?[^\W\d_a-z])", text):
        nearest = next((each for each in registered.about.named_in(text[match.end() :])), None)
        if nearest and len(text[match.end() : match.end() + nearest.start].split()) <= _BEHIND_A_TITLE:
            found |= nearest.bearers
    return frozenset(found)
