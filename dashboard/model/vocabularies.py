"""The vocabularies of records, as data: what may be written, and what it means."""

import json
from collections.abc import Collection, Mapping
from importlib.resources import files
from typing import Any, Final


def _read_json(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("dashboard.model") / "vocabulary" / name).read_text(encoding="utf-8"))
    return loaded


_PLOVER: Final = _read_json("plover.json")
_GRADING: Final = _read_json("grading.json")
_NAMES: Final = _read_json("names.json")
_ENGLISH = _read_json("english.json")
_TLP: Final = _read_json("tlp.json")
_MEANINGS: Final = _read_json("meanings.json")

EVENT_TYPES: Final[Mapping[str, Mapping[str, Any]]] = _PLOVER["types"]
"""PLOVER 2.0: name to `meaning`, `quad`, `score` (-10 to 10), `needs_recipient` and `modes` (name to score)."""
CONTEXTS: Final[tuple[str, ...]] = tuple(_PLOVER["contexts"])
REALITY: Final[tuple[str, ...]] = tuple(_PLOVER["reality"])

RELIABILITY: Final[Mapping[str, str]] = _GRADING["reliability"]
"""A to F, of a source. F means unknown."""
CREDIBILITY: Final[Mapping[int, str]] = {int(grade): words for grade, words in _GRADING["credibility"].items()}
"""1 to 6, of a claim. 6 means judged, and cannot be known."""
LIKELIHOOD: Final[Mapping[str, tuple[int, int]]] = {
    word: (low, high) for word, (low, high) in _GRADING["likelihood"].items()
}
"""ICD 203: word to percent, from and to."""
CONFIDENCE: Final[tuple[str, ...]] = tuple(_GRADING["confidence"])
COMMITMENT: Final[Mapping[str, str]] = _GRADING["commitment"]
"""The ladder, lowest rung first, to its meaning."""
PLACE_PRECISIONS: Final[tuple[str, ...]] = tuple(_GRADING["place_precision"])
ROLES: Final[tuple[str, ...]] = tuple(_GRADING["roles"])
ACTOR_KINDS: Final[tuple[str, ...]] = tuple(_GRADING["actor_kinds"])
SOURCE_KINDS: Final[tuple[str, ...]] = tuple(_GRADING["source_kinds"])
TEXT_PARTS: Final[Mapping[str, str]] = _read_json("texts.json")["parts"]
"""The meaning of each kind of part of a source's text that is not its body."""

CLAIM_KINDS: Final = ("fact", "statement", "assessment", "question")
BASES: Final = ("quoted", "inferred", "external", "unknown")
WEIGHTS: Final = ("major", "normal", "minor")
TOWARD: Final = ("about", "destination", "target")
QUALIFIERS: Final = ("exact", "about", "at-least", "at-most")
RELATIONS: Final = ("leads-to", "responds-to", "part-of", "repeats", "conflates")
OUTCOMES: Final = ("yes", "no", "partly")
REVIEW: Final = ("draft", "reviewed", "retracted")
VERDICTS: Final = ("quote found", "questioned", "quote not found", "not checkable")
FACETS: Final = (
    *("thread", "type", "actor", "country", "place", "area", "source", "commitment"),
    *("tag", "verdict", "origins", "review", "problems"),
)
"""What events can be filtered by."""

TLP: Final[Mapping[str, str]] = {label: entry["meaning"] for label, entry in _TLP["labels"].items()}
"""Traffic Light Protocol 2.0: label, the most restricted first, to its meaning."""
TLP_COLORS: Final[Mapping[str, str]] = {label: entry["color"] for label, entry in _TLP["labels"].items()}
"""The colour of each label's letters, which stand on `TLP_GROUND`."""
TLP_GROUND: Final[str] = _TLP["ground"]
BRIEFING_SECTIONS: Final = (
    *("bottom-line", "judgements", "changes", "happened", "commitment"),
    *("disputed", "unknown", "outlook", "figures", "sources"),
)
"""The sections of a briefing, in order; the annex with the quotes comes after them."""
WORDED_SECTIONS: Final = ("happened", "commitment", "disputed", "unknown", "outlook")
"""The sections that are made from records and may begin with sentences of the team's own."""
FIGURES: Final = ("map", "timeline")
PAPERS: Final = ("A4", "Letter")

COUNTRY_FORMS: Final[tuple[tuple[str, ...], ...]] = tuple(tuple(forms.split("; ")) for forms in _NAMES["countries"])
"""What texts may call a country or alliance and its people, the usual name first; not every country has a tuple."""
SEATS: Final[tuple[tuple[str, ...], ...]] = tuple(tuple(each.split("; ")) for each in _NAMES["seats"])
"""What texts call a government by (its capital, its seat), and last, its country."""
COMBINING_FORMS: Final[Mapping[str, str]] = dict(each.split("; ") for each in _NAMES["combining"])
"""The first part of `Anglo-French`, in small letters, to the country that it names."""
ENGLISH: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(" ".join(lines).split()) for name, lines in _ENGLISH["words"].items()
}
"""Lists of English words by what the checks on claims need them for, in small letters."""
WORDS_OF_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    type_: tuple(" ".join(lines).split()) for type_, lines in _ENGLISH["types"].items()
}
"""By event type, words that go with it: any of them is enough."""
DEEDS_OF_TYPES: Final[Mapping[str, tuple[frozenset[str], frozenset[str], frozenset[str]]]] = {
    type_: (frozenset(plain.split()), frozenset(others.split()), frozenset(nouns.split()))
    for type_, (plain, others, nouns) in _ENGLISH["deeds_of_types"].items()
}
"""By event type, verbs by which it is done and hardly another, verbs by which it may be done, and nouns for it."""
TYPES_AKIN: Final[frozenset[frozenset[str]]] = frozenset(frozenset(pair.split()) for pair in _ENGLISH["types_akin"])
"""Pairs of event types of which one deed may be either."""
OPPOSITES: Final[tuple[tuple[str, str], ...]] = tuple((one, other) for one, other in _ENGLISH["opposites"])
"""Two lists of words each, by spaces, that say the opposite of each other; of irregular words all forms."""
SORTS: Final[tuple[tuple[str, ...], ...]] = tuple(tuple(words.split()) for words in _ENGLISH["sorts"])
"""Things that are counted, by sort: a word may be of several, and what shares none with it is something else."""
CALLINGS: Final[tuple[tuple[str, ...], ...]] = tuple(tuple(words.split()) for words in _ENGLISH["callings"])
"""People who are counted, by what they are by calling: a word may be of several; who is of none may be anybody."""
CONTRARY: Final[tuple[tuple[str, str], ...]] = tuple((one, other) for one, other in _ENGLISH["contrary"])
"""Two lists of people each, by spaces, of whom nobody is both."""
DEEDS: Final[tuple[tuple[str, ...], ...]] = tuple(tuple(verbs.split()) for verbs in _ENGLISH["deeds"])
"""Lists of verbs that may tell one deed."""
HEADLINE_VERBS: Final[Mapping[str, tuple[str, ...]]] = {
    verb: tuple(others.split()) for verbs, others in _ENGLISH["headlines"] for verb in verbs.split()
}
"""Verbs of deeds that a title may add, and the words of an event any of which allows them."""
IRREGULAR_VERBS: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(forms.split()) for line in _ENGLISH["irregular"] for forms in line.split("; ")
)
"""English verbs whose past has no -ed: the verb, its past and its participle."""
SYNONYMS: Final[Mapping[str, frozenset[str]]] = {
    word: frozenset(others.split()) for word, others in _read_json("synonyms.json")["words"].items()
}
"""By word of any vocabulary, others that people write for it, in small letters with hyphens."""
TITLES: Final[frozenset[str]] = frozenset(" ".join(_NAMES["titles"]).split())
"""Words that are written with a capital before a name, and are none."""
SMALL_WORDS: Final[frozenset[str]] = frozenset(" ".join(_NAMES["small"]).split())
"""Words that begin a sentence with a capital, and are no names."""
MEANINGS: Final[Mapping[str, Mapping[str, str]]] = _MEANINGS["words"]
"""By list (`contexts`, `roles`, `bases`), what each of its words means, where the list itself does not say so."""
MODE_MEANINGS: Final[Mapping[str, Mapping[str, str]]] = _MEANINGS["modes"]
"""By event type, what each of its modes means."""
VOCABULARIES: Final[tuple[Collection[str], ...]] = (
    *(EVENT_TYPES, CONTEXTS, REALITY, RELIABILITY, LIKELIHOOD, CONFIDENCE, COMMITMENT, PLACE_PRECISIONS, ROLES),
    *(ACTOR_KINDS, SOURCE_KINDS, TEXT_PARTS, CLAIM_KINDS, BASES, WEIGHTS, TOWARD, QUALIFIERS, RELATIONS, OUTCOMES),
    *(REVIEW, FACETS, TLP, BRIEFING_SECTIONS, FIGURES, PAPERS),
    *(tuple(kind["modes"]) for kind in EVENT_TYPES.values() if kind["modes"]),
)
"""All lists of words from which a field takes one."""

CREDITS: Final[tuple[str, ...]] = (_PLOVER["credit"], _GRADING["credit"], _TLP["credit"])
"""To be shown wherever a vocabulary is."""


def modes_of(event_type: str | None) -> tuple[str, ...]:
    """The modes that PLOVER knows for a type; none without a type."""
    return tuple(EVENT_TYPES[event_type]["modes"]) if event_type else ()
