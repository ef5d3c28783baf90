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
_PART_BEFORE: Final = re.compile(
    r"\b(?:soldiers|troops|guards|fighters|members|forces|police|officers|officials|gunmen|men|women|units|agents|crews?|sailors"
    r"|warships|jets|aircraft|planes|rebels|militants|ministers|representatives|lawmakers|supporters|followers|king|emperor|queen"
    r"|president|sultan|shah|government|leaders?|chancellor|premier|parliament|army|navy)"
    r"\s+(?:of|from)\s+(?:the\s+|its\s+)?\Z",
    re.IGNORECASE,
)
"""Who is of somebody, and does it in their name: “soldiers of the SSPDF burned”."""
_ASIDE_BEHIND: Final = re.compile(
    r"\s(?:in|of|at)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}(?=\s[a-z])"
    r"|,\s(?:which|who|the|an?|its|his|her|speaking|visiting|based|led)\s?[^,.;:!?\n]{0,80},(?=\s[a-z])"
    r"|\s(?:and|with|or)\s(?:(?:the|its|an?|[A-Z]?[a-z]+)\s){0,2}?[A-Z][\w.’'-]*(?:\s(?:of\s)?[A-Z][\w.’'-]*){0,4}(?=\s[a-z])"
)
"""What stands between somebody and the verb: where they are, what they are, and who does it with them."""
_BEHIND: Final = re.compile(r"\s+([a-zà-ÿ][\w-]*)|[’']s?\)?(?=\s)|\)")
_STOP_WORDS: Final = """
    was were been being is are be and or of to by in on at for from with who which that but as not never no
"""
_STOPS: Final = frozenset(_STOP_WORDS.split())
_HELPERS: Final = frozenset({"was", "were", "had", "has", "have", "and", "that", "which", "who"})
"""Behind a word in -s, these and other verbs make it a noun: “Indian forces clashed”."""
_TO_DO: Final = re.compile(r"(?:\s(?:an?|the|its)\s(?:\w+\s)?(?:bid|attempt|effort))?\sto\s([a-z]+)")
_REDUCED: Final = re.compile(
    r"\s(?:by|for|over|in|at|after|on|near|during|amid|from|through|under|as|with|before|since)\b|\Z"
)
"""Behind a participle, what leaves open whether somebody did it or had it done to them: “Powers exchanged for”."""
_NOUN_ENDS: Final = re.compile(r"\s*[.,;:!?]|\s*\Z|\s(?:on|against|over|by|from|for)\b")
"""Behind a word that may be a noun or a verb, what makes it a noun: “new EU sanctions.”."""
_OF_TWO: Final = frozenset({"agree", "consult"})
"""Types of which nobody has the deed done to them."""
_MOST_WORDS: Final = 5
_OTHER_VERBS: Final = frozenset(verb for plain, _, nouns in DEEDS_OF_TYPES.values() for verb in plain - nouns) | {
    "hail"
}
"""Verbs that say themselves what somebody does, so that a noun behind them is not: “hails raid”."""
_TRYING: Final = frozenset({"try", "attempt", "seek", "manage", "make", "begin", "threaten", "vow", "help"})
_PASSIVE_BEHIND: Final = re.compile(
    r"(?:[’']s?)?(?:\s(?!by\b|and\b|of\b)[\w-]+){0,2}?\s(?:was|were|is|are|been|being|be)(?:\s\w+ly|\salso)?\s(?P<verb>[a-z]+)\b"
)
_NUMBERED: Final = (
    r"(?:the|its|their|his|her|an?|at least|about|some|several|dozens of|\d[\d,.]*|two|three|four|five|six)"
)
_VERB_BEFORE: Final = re.compile(rf"\b(?P<verb>[a-z]+)\s+(?:{_NUMBERED}\s+)?(?:[a-z-]+\s+){{0,1}}\Z")
_PHRASE_BEFORE: Final = re.compile(
    r"\b(?P<verb>[a-z]+)\s(?P<particle>on|upon|for|to|back|down|in|out|up)\s(?:both\s)?(?:the\s|its\s)?\Z"
)
_PART_HIT: Final = re.compile(
    rf"\b(?P<verb>[a-z]+)\s+(?:{_NUMBERED}\s+){{0,2}}(?:[a-z-]+\s+){{0,2}}[a-z-]+\s+(?:of|belonging to)\s+"
    r"(?:the\s+|its\s+)?\Z"
)
"""What of somebody a deed is done to: “attacked a convoy of the army”."""
_NOUN_BEFORE: Final = re.compile(
    r"\b(?P<noun>[a-z]+)\s+(?:on|upon|against)\s+(?:(?:the|its|an?|[a-z-]+)\s+){0,2}(?:[a-z]+\s+of\s+(?:the\s)?)?\Z"
)
_IS_DONE_TO_PARTS: Final = frozenset({"assault", "coerce", "sanction"})
_BLAMED: Final = re.compile(
    r"\b(?:blam(?:ed|es|ing)|held|accus(?:ed|es|ing)|suspect(?:ed|s)?)\s(?:(?:on|the|its|an?)\s)?(?:[a-z]+\s(?:of|from)\s)?(?:the\s)?\Z"
)
_FOR_IT: Final = re.compile(r"[^.;:!?\n]{0,40}\b(?:for|of|responsible)\b")
_REACH: Final = 60


def _is_typed(word: str, type_: str, *, bare: bool = False) -> bool:
    plain, others, _ = DEEDS_OF_TYPES[type_]
    bases = {*bases_of(word), *present_of(word), *([word] if bare else [])}
    return not (plain | others).isdisjoint(bases)


def does_it(type_: str, text: str, start: int, end: int) -> bool:
    """Whether the name in a span of a text is the subject of a verb of a type: “Pretoria’s troops crossed”."""
    before = text[max(0, start - _REACH) : start]
    if _OBJECT_BEFORE.search(before) and not _PART_BEFORE.search(before):
        return False
    if aside := _ASIDE_BEHIND.match(text, end):
        end = aside.end()
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
        is_noun |= word in DEEDS_OF_TYPES[type_][2] and _NOUN_ENDS.match(text, end) is not None
        if _is_typed(word, type_, bare=is_many) and (bases_of(word) or not is_noun):
            return type_ in _OF_TWO or not (bases_of(word) and _REDUCED.match(text, end))
        bases = {*bases_of(word), *present_of(word)}
        if bases_of(word) or not _TRYING.isdisjoint(bases):
            to_do = _TO_DO.match(text, end)
            if to_do and not _TRYING.isdisjoint(bases):
                return _is_typed(to_do[1], type_, bare=True)
            if word not in ("had", "has", "have"):
                return False
        if not _OTHER_VERBS.isdisjoint(present_of(word)):
            return False
        is_many = word.endswith("s") or word in ("people", "police", "men")
    return False


def suffers_it(type_: str, text: str, start: int, end: int) -> bool:
    """Whether a deed of a type is done to the name in a span: “was designated”, “designated Kazemi”."""
    passive = _PASSIVE_BEHIND.match(text, end)
    if passive and _is_typed(passive["verb"], type_):
        return True
    near, of_another = text[max(0, start - _REACH) : start], text.startswith(("’s", "'s"), end)
    before = _VERB_BEFORE.search(near)
    if before and not of_another and _is_typed(before["verb"], type_):
        return True
    phrase = None if of_another else _PHRASE_BEFORE.search(near)
    if phrase and _is_phrase(phrase["verb"], phrase["particle"], type_):
        return True
    if type_ not in _IS_DONE_TO_PARTS:
        return False
    part, noun = _PART_HIT.search(near), _NOUN_BEFORE.search(near)
    return (part is not None and _is_typed(part["verb"], type_)) or (
        noun is not None and noun["noun"] in DEEDS_OF_TYPES[type_][2]
    )


def is_blamed(text: str, start: int, end: int) -> bool:
    """Whether somebody is said to have done it: “blamed fighters of Ansar for the raid”."""
    return _BLAMED.search(text[max(0, start - _REACH) : start]) is not None and _FOR_IT.match(text, end) is not None


def _is_phrase(verb: str, particle: str, type_: str) -> bool:
    verbs = DEEDS_OF_TYPES[type_][0] | DEEDS_OF_TYPES[type_][1]
    return any(f"{base}-{particle}" in verbs for base in (*bases_of(verb), *present_of(verb)))
