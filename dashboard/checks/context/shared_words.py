"""Whether a quote has a word of what a record says with it. Looked into closely, where a glance shows none."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dashboard.checks.named_ids import places_of
from dashboard.evidence.thesaurus import has_related
from dashboard.evidence.words import CARDINALS, FUNCTION_WORDS, ORDINALS, root_of, spelled_out, words_of
from dashboard.model.event import Event
from dashboard.store.workspace import Workspace

STEM_LETTERS: Final = 4
"""Words of more letters are alike if they begin with the same ones: `close` and `closing`."""
_TELLING: Final = "the and of to with by that which from were had has been their this they would"
_ENGLISH: Final = frozenset(_TELLING.split())
"""Function words of which other languages have one at most."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_CALENDAR: Final = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|\w+day|today|now|year|month|week)\b",
    re.IGNORECASE,
)


def share_a_word(workspace: Workspace, event: Event, name: str, exact: str, language: str | None) -> bool:
    """Whether the quote `exact` of the claim `name` has a content word of the claim, or of what rests on it.

    True as well where nothing can be said: unless both are in English. `language` is the source's (BCP 47).
    """
    if language is not None and language.partition("-")[0] not in ("en", "eng"):
        return True
    said, quoted = words_of(event.claims[name].text), words_of(exact)
    if not _is_english(said) or (language is None and not _is_english(quoted)) or not _in_latin(exact):
        return True
    dates_it = any("when" in path and name in claims for path, claims in event.claims_named())
    if dates_it and _CALENDAR.search(exact):
        return True
    wanted = said.union(*map(words_of, _beside(workspace, event, name)))
    if not _stems(spelled_out(wanted)).isdisjoint(_stems(spelled_out(quoted))):
        return True
    return has_related(*(map(root_of, words - FUNCTION_WORDS) for words in (said, quoted)))


def _is_english(words: set[str]) -> bool:
    return "the" in words or len(words & _ENGLISH) > 1


def _in_latin(exact: str) -> bool:
    return 2 * len(_LATIN.findall(exact)) > len(_LETTER.findall(exact))


def _beside(workspace: Workspace, event: Event, name: str) -> Iterator[str]:
    """Words and names that stand in the record for what the claim's quotes are to give."""
    claim = event.claims[name]
    yield from (each.words for each in claim.voices if each.words)
    yield from (words for words in (event.when.as_reported, event.where.as_reported) if words)
    yield from (part.as_reported for part in event.who if part.as_reported)
    for named in {*(named for _, named in claim.actors_named()), *(part.actor for part in event.who)}:
        if (actor := workspace.actors.get(named)) is not None:
            yield from actor.names
            yield from (office.title for office in actor.offices)
    for id_ in {id_ for _, id_ in places_of(event)}:
        if (place := workspace.places.get(id_)) is not None:
            yield from (place.name, *place.aliases)
    for amount in event.amounts.values():
        assessed = amount.assessed
        if name in amount.claims:
            number = amount.reported and str(amount.reported.value)
            yield from (words for words in (amount.purpose, amount.as_reported, number) if words)
        for other in amount.also_reported:
            if name in other.claims:
                yield str(other.reported.value)
        if assessed is not None and name in assessed.claims:
            yield from (words for words in (assessed.purpose, assessed.value and str(assessed.value)) if words)


def _stems(keys: Iterable[str]) -> set[str]:
    numbers = {**ORDINALS, **CARDINALS}
    return {str(numbers[key]) if key in numbers else key[:STEM_LETTERS] for key in keys if key not in FUNCTION_WORDS}
