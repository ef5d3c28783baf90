"""Who does a deed of an event's type, and to whom it is done, by the words right beside a name."""

import re
from typing import Final

from dashboard.evidence.verbs.forms import bases_of, present_of
from dashboard.model.vocabularies import DEEDS_OF_TYPES

_OBJECT_BEFORE: Final = re.compile(
    r"\b(?:of|by|to|from|with|against|in|for|on|at|into|over|between|near|off|about|than)\s+(?:(?:the|its|their|a|an)\s+)?\Z"
    r"|[-/]\Z",
    re.IGNORECASE,
)
"""What stands before a name that is no subject."""
_BEHIND: Final = re.compile(r"\s+([a-zà-ÿ][\w-]*)|[’']s?\)?(?=\s)|\)")
_STOP_WORDS: Final = """
    was were been being is are be and or of to by in on at for from with who which that but as not never no
"""
_STOPS: Final = frozenset(_STOP_WORDS.split())
_HELPERS: Final = frozenset({"was", "were", "had", "has", "have", "and", "that", "which", "who"})
"""Behind a word in -s, these and other verbs make it a noun: “Indian forces clashed”."""
_TO_DO: Final = re.compile(r"(?:\s(?:an?|the|its)\s(?:\w+\s)?(?:bid|attempt|effort))?\sto\s([a-z]+)")
_REDUCED: Final = re.compile(r"\s(?:by|for|over|in|at|after|on|near|during|amid)\b|\Z")
"""Behind a participle, what leaves open whether somebody did it or had it done to them: “Powers exchanged for”."""
_MOST_WORDS: Final = 5
_TRYING: Final = frozenset({"try", "attempt", "seek", "manage", "make", "begin", "threaten", "vow", "help"})
_PASSIVE_BEHIND: Final = re.compile(
    r"(?:[’']s?)?(?:\s(?!by\b|and\b|of\b)[\w-]+){0,2}?\s(?:was|were|is|are|been|being|be)(?:\s\w+ly|\salso)?\s(?P<verb>[a-z]+)\b"
)
_VERB_BEFORE: Final = re.compile(
    r"\b(?P<verb>[a-z]+)\s+(?:(?:the|its|their|his|her|two|three|four|several)\s+)?(?:[a-z-]+\s+){0,1}\Z"
)
_REACH: Final = 60


def _is_typed(word: str, type_: str, *, bare: bool = False) -> bool:
    plain, others, _ = DEEDS_OF_TYPES[type_]
    bases = {*bases_of(word), *present_of(word), *([word] if bare else [])}
    return not (plain | others).isdisjoint(bases)


def does_it(type_: str, text: str, start: int, end: int) -> bool:
    """Whether the name in a span of a text is the subject of a verb of a type: “Pretoria’s troops crossed”."""
    if _OBJECT_BEFORE.search(text[max(0, start - _REACH) : start]):
        return False
    is_many = False
    for _ in range(_MOST_WORDS):
        match = _BEHIND.match(text, end)
        if match is None:
            return False
        end = match.end()
        if not (word := match[1]):
            continue
        if word in _STOPS:
            return False
        behind = _BEHIND.match(text, end)
        is_noun = behind is not None and behind[1] is not None and bool(bases_of(behind[1]) or behind[1] in _HELPERS)
        if _is_typed(word, type_, bare=is_many) and (bases_of(word) or not is_noun):
            return not (bases_of(word) and _REDUCED.match(text, end))
        bases = {*bases_of(word), *present_of(word)}
        if bases_of(word) or not _TRYING.isdisjoint(bases):
            to_do = _TO_DO.match(text, end)
            if to_do and not _TRYING.isdisjoint(bases):
                return _is_typed(to_do[1], type_, bare=True)
            if word not in ("had", "has", "have"):
                return False
        is_many = word.endswith("s") or word in ("people", "police", "men")
    return False


def suffers_it(type_: str, text: str, start: int, end: int) -> bool:
    """Whether a deed of a type is done to the name in a span: “was designated”, “designated Kazemi”."""
    passive = _PASSIVE_BEHIND.match(text, end)
    if passive and _is_typed(passive["verb"], type_):
        return True
    before = _VERB_BEFORE.search(text[max(0, start - _REACH) : start])
    return before is not None and not text.startswith(("’s", "'s"), end) and _is_typed(before["verb"], type_)
