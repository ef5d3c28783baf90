"""What kind of actor a name tells: a country, an organisation by its nouns, or a person."""

import re
from typing import Final

from dashboard.model.forms import country_named
from dashboard.model.geography import country_called, towns_called
from dashboard.model.vocabularies import COUNTRY_FORMS, ENGLISH, SMALL_WORDS, TITLES, WORDS_OF_TYPES

NEUTRAL: Final = "other"
_PERSON: Final = "person"
_NOUNS: Final = {
    "ministry": "ministry department agency treasury bureau directorate office",
    "armed-force": "army navy guard guards marines military police gendarmerie forces",
    "armed-group": "militia brigades rebels guerrillas insurgents taliban",
    "party": "party",
    "government": "administration government cabinet parliament congress senate assembly duma knesset",
    "company": "company corporation inc incorporated corp ltd limited llc plc gmbh sa bank airlines airways holdings",
    "international-organisation": "nations",
    "media": "times post news tribune herald gazette newspaper broadcaster television radio",
    "civil-society": "university college association federation foundation charity church",
}
ORGANISATION_KINDS: Final = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
"""By its head, the word before “of”, the kind of actor that an organisation says that it is."""
_ALLIANCES: Final = frozenset({"European Union", "United Nations", "North Atlantic Treaty Organization"})
_BETWEEN_STATES: Final = frozenset(
    ["african", "arab", "asian", "caribbean", "eurasian", "european", "nordic", "pacific", "soviet"]
)
"""What a union is of that is none of workers."""
_MORE_NOUNS: Final = """
    organization organisation committee commission court council group league alliance authority board command front
    movement institute coalition community club team command staff embassy central national international global
"""
_NO_NAMES: Final = (
    SMALL_WORDS
    | TITLES
    | ENGLISH["function"]
    | ENGLISH["human"]
    | ENGLISH["countable"]
    | {word for words in WORDS_OF_TYPES.values() for word in words}
    | frozenset(_MORE_NOUNS.split())
)
"""Words that stand in no name of a person."""
_NAME: Final = re.compile(r"[^\W\d_]+(?:[\s-][^\W\d_]+){1,3}")
_LEAST_LETTERS: Final = 4
"""Words of fewer are no countries here: `can` and `per` are codes of some."""


def likely_kind(name: str) -> tuple[str, str]:
    """The kind of actor that a name tells, and the code of its country; `other`, and nothing, where it tells none."""
    if code := country_named(name) or country_called(name):
        return "government", code
    forms = next((forms for forms in COUNTRY_FORMS if any(form.lower() == name.lower() for form in forms)), ("",))
    if forms[0] in _ALLIANCES:
        return "international-organisation", ""
    first, *rest = words = name.lower().split()
    head = re.split(r"\s+(?:of|for)\s", name.lower())[0].split()[-1]
    if head == "union":
        return "international-organisation" if first in _BETWEEN_STATES else "civil-society", ""
    if kind := ORGANISATION_KINDS.get(head):
        is_country = len(first) >= _LEAST_LETTERS or any(first.upper() in forms for forms in COUNTRY_FORMS)
        return kind, country_named(first) if rest and is_country else ""
    return (_PERSON if _is_person(name, words) else NEUTRAL), ""


def _is_person(name: str, words: list[str]) -> bool:
    """Whether it looks like the name of a person: two to four words, none of which is an ordinary one."""
    if (
        _NAME.fullmatch(name) is None
        or not _NO_NAMES.isdisjoint(words)
        or not ORGANISATION_KINDS.keys().isdisjoint(words)
    ):
        return False
    return not (country_named(words[0]) or towns_called(name))
