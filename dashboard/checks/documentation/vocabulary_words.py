"""Every word of every vocabulary: what it means, and which fields take it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dashboard.checks.documentation.record_fields import ANY_KEY, RecordField, record_fields
from dashboard.model import vocabularies
from dashboard.model.vocabularies import MEANINGS

_CREDIBILITY: Final = {str(grade): meaning for grade, meaning in vocabularies.CREDIBILITY.items()}

LISTS: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    ("event type", {name: str(entry["meaning"]) for name, entry in vocabularies.EVENT_TYPES.items()}),
    ("context of an event", MEANINGS["contexts"]),
    ("reality of an event", MEANINGS["reality"]),
    ("level of commitment", vocabularies.COMMITMENT),
    ("grade of a source's reliability", vocabularies.RELIABILITY),
    ("grade of a claim's credibility", _CREDIBILITY),
    (
        "likelihood of a judgement",
        {word: f"a chance of {low} to {high} %" for word, (low, high) in vocabularies.LIKELIHOOD.items()},
    ),
    ("confidence of a judgement", MEANINGS["confidence"]),
    ("precision of a place", MEANINGS["precisions"]),
    ("role of an actor", MEANINGS["roles"]),
    ("kind of actor", MEANINGS["actor_kinds"]),
    ("kind of source", MEANINGS["source_kinds"]),
    ("part of a source's text", vocabularies.TEXT_PARTS),
    ("kind of claim", MEANINGS["claim_kinds"]),
    ("basis of a value", MEANINGS["bases"]),
    ("weight of an event", MEANINGS["weights"]),
    ("reason for a second place", MEANINGS["toward"]),
    ("qualifier of an amount", MEANINGS["qualifiers"]),
    ("relation to another event", MEANINGS["relations"]),
    ("answer to a question", MEANINGS["outcomes"]),
    ("state of review", MEANINGS["review"]),
    ("filter", MEANINGS["facets"]),
    ("marking of a briefing", vocabularies.TLP),
    ("section of a briefing", MEANINGS["sections"]),
    ("figure of a briefing", MEANINGS["figures"]),
    ("paper of a briefing", MEANINGS["papers"]),
    ("values of a saved view", MEANINGS["shown_as"]),
    ("lanes of a saved view", MEANINGS["lanes"]),
    ("map of a saved view", MEANINGS["layers"]),
    ("verdict of a claim (computed, never written)", MEANINGS["verdicts"]),
)
"""By what its words are, each list of words with their meanings. Modes belong to their event types."""

_BY_PATH: Final[Mapping[str, tuple[str, ...]]] = {
    "grade of a claim's credibility": ("claims", ANY_KEY, "credibility"),
    "mode of an event": ("what", "modes"),
}
"""Fields whose words no schema lists."""


@dataclass(frozen=True, slots=True)
class VocabularyWord:
    """A word with one meaning; one that stands in several lists is as many words."""

    word: str
    of: str
    """What it is: `event type`, `mode of assault`."""
    meaning: str
    fields: tuple[RecordField, ...]
    """The fields that take it; none for what is computed, and for facets, which stand before a colon."""
    type_: str = ""
    """The event type that a mode belongs to."""


@cache
def vocabulary_words() -> tuple[VocabularyWord, ...]:
    """All of them, list by list."""
    return (*_words_of_lists(), *_modes())


def words_called(asked: str) -> tuple[VocabularyWord, ...]:
    """The words that are written so, in small or capital letters."""
    plain = asked.strip().casefold()
    return tuple(each for each in vocabulary_words() if each.word.casefold() == plain)


def _words_of_lists() -> Iterator[VocabularyWord]:
    for of, meanings in LISTS:
        fields = _fields_at(_BY_PATH[of]) if of in _BY_PATH else _taking(meanings)
        for word, meaning in meanings.items():
            yield VocabularyWord(
                word, of, meaning, tuple(each for each in fields if not each.words or word in each.words)
            )


def _modes() -> Iterator[VocabularyWord]:
    for type_, meanings in vocabularies.MODE_MEANINGS.items():
        for mode, meaning in meanings.items():
            yield VocabularyWord(mode, f"mode of {type_}", meaning, _fields_at(_BY_PATH["mode of an event"]), type_)


def _taking(words: Collection[str]) -> tuple[RecordField, ...]:
    """The fields with this vocabulary, or with a part of it (`basis` of a claim is `inferred` alone)."""
    whole = tuple(field for field in record_fields() if set(field.words) == set(words))
    part = tuple(field for field in record_fields() if field.words and set(field.words) < set(words))
    same_name = {field.path[-1] for field in whole}
    return (*whole, *(field for field in part if field.path[-1] in same_name))


def _fields_at(path: tuple[str, ...]) -> tuple[RecordField, ...]:
    return tuple(field for field in record_fields() if field.record == "event" and field.path == path)
