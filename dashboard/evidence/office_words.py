"""Offices of public life in a text, “the deputy minister of finance”, and whether two may be one and the same."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_OFFICES: Final = {
    "president": "president presidents",
    "prime minister": "premier premiers taoiseach",
    "chancellor": "chancellor chancellors",
    "head of state": "head-of-state",
    "head of government": "head-of-government",
    "minister": "minister ministers secretary secretaries",
    "monarch": "monarch monarchs",
    "king": "king kings",
    "queen": "queen queens",
    "prince": "prince princes",
    "princess": "princess princesses",
    "emperor": "emperor emperors",
    "emir": "emir emirs amir amirs",
    "sultan": "sultan sultans",
    "governor": "governor governors",
    "mayor": "mayor mayors",
    "ambassador": "ambassador ambassadors",
    "envoy": "envoy envoys emissary emissaries",
    "consul": "consul consuls",
    "senator": "senator senators",
    "lawmaker": "lawmaker lawmakers legislator legislators parliamentarian parliamentarians congressman congresswoman",
    "judge": "judge judges magistrate magistrates",
    "prosecutor": "prosecutor prosecutors",
    "bishop": "bishop bishops archbishop archbishops",
    "pope": "pope pontiff",
    "ministry": "ministry ministries department departments office",
}
"""Each office with the single words for it."""
_GENERAL: Final[Mapping[str, frozenset[str]]] = {
    "head of state": frozenset({"president", "monarch", "king", "queen", "emperor", "emir", "sultan"}),
    "head of government": frozenset({"prime minister", "chancellor", "president"}),
    "monarch": frozenset({"king", "queen", "emperor", "emir", "sultan", "prince"}),
    "minister": frozenset({"prime minister", "chancellor", "ministry"}),
    "envoy": frozenset({"ambassador", "consul"}),
    "lawmaker": frozenset({"senator"}),
}
"""Words that are true of several offices: whoever says “the minister” is less exact, and honest."""
_FIELDS: Final = {
    "finance": "finance finances treasury exchequer fiscal",
    "economy": "economy economic economics",
    "defence": "defence defense war",
    "foreign": "foreign external",
    "interior": "interior home internal",
    "justice": "justice",
    "health": "health",
    "education": "education schools",
    "energy": "energy oil petroleum power electricity",
    "trade": "trade commerce",
    "agriculture": "agriculture agricultural farm farming food",
    "transport": "transport transportation railways",
    "labour": "labour labor employment",
    "environment": "environment climate",
    "information": "information communications",
    "culture": "culture cultural",
    "sport": "sport sports",
    "housing": "housing",
    "tourism": "tourism",
    "fisheries": "fisheries fishery",
    "mining": "mining mines",
    "security": "security",
    "planning": "planning",
    "industry": "industry",
    "development": "development",
    "science": "science research",
    "technology": "technology digital",
    "migration": "immigration migration",
    "welfare": "welfare social",
    "water": "water irrigation",
    "infrastructure": "infrastructure works",
}
"""What ministers are of, each with the words for it."""
_OFFICE_OF: Final = {word: office for office, words in _OFFICES.items() for word in words.split()}
_FIELD_OF: Final = {word: field for field, words in _FIELDS.items() for word in words.split()}
_UNDER: Final = frozenset({"deputy", "vice", "assistant", "under", "junior", "shadow"})
_OFFICES_OF_PERSONS: Final = frozenset(word for word, office in _OFFICE_OF.items() if office != "ministry")
_IN_PHRASES: Final = frozenset({"diplomat", "diplomats", "head", "heads", "pm", "attorney"})
OFFICE_WORDS: Final = (_OFFICES_OF_PERSONS - {"head-of-state", "head-of-government"}) | _IN_PHRASES
"""Words of which one stands in every office of a person, in small letters."""
WORDS_ABOUT_OFFICES: Final = OFFICE_WORDS | frozenset(_FIELD_OF) | _UNDER | {"elect", "president-elect"}
"""These and the words that make an office another one."""
_PHRASES: Final = (
    (r"chancellor of the exchequer", "finance minister"),
    (r"(?:top|chief) diplomats?", "foreign minister"),
    (r"secretary of state(?! for)", "foreign minister"),
    (r"state department|department of state", "foreign ministry"),
    (r"minister of state for", "minister for"),
    (r"prime ministers?|pm", "premier"),
    (r"heads? of (?:the )?government", "head-of-government"),
    (r"heads? of state", "head-of-state"),
    (r"attorney general", "justice minister"),
    (r"pentagon", "defence ministry"),
    (r"treasury(?! secretary| minister)", "finance ministry"),
    (r"(?:press|general|party|permanent|first|private|executive) secretar(?:y|ies)|secretary[- ]general", "aide"),
)
"""Offices of several words, each as a single one or as a field and one."""
_TOKEN: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<phrase{at}>{words})' for at, (words, _) in enumerate(_PHRASES))})\b|[^\W\d_]+|[.,;:()]",
    re.IGNORECASE,
)
_JOINING: Final = frozenset(
    {
        "and",
        "the",
        "of",
        "for",
        "affairs",
        "relations",
        "his",
        "her",
        "its",
        "their",
        "a",
        "public",
        "national",
        "state",
    }
)
_REACH: Final = 6


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a text has it."""

    name: str
    """`minister`, whatever the word."""
    field: str
    """What a minister is of, as `finance`; empty where that is not told."""
    is_under: bool
    """Whether it is a deputy's."""
    start: int
    end: int
    """Half-open span, in code points."""

    def may_be(self, other: "Office") -> bool:
        """Whether both may be said of the same person: one may be less exact."""
        is_general = self.name in _GENERAL.get(other.name, ()) or other.name in _GENERAL.get(self.name, ())
        if not (self.name == other.name or is_general) or self.is_under != other.is_under:
            return False
        if self.field and other.field:
            return self.field == other.field
        return self.name == other.name or not (self.field or other.field) or "ministry" in (self.name, other.name)


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def offices_in(text: str) -> Iterator[Office]:
    """The offices of a text, in order; one that is of two fields is two: “the foreign and defence ministers”."""
    tokens = list(_tokens(text))
    words = [token.word for token in tokens]
    for index, word in enumerate(words):
        name = _OFFICE_OF.get(word, "")
        if not name:
            continue
        start, end = index - _count_before(words, index), index + 1
        if name in ("minister", "ministry"):
            end += _count_behind(words, index)
        around = words[start:end] if name in ("minister", "ministry") else []
        fields = list(dict.fromkeys(_FIELD_OF[each] for each in around if each in _FIELD_OF))
        if name == "ministry" and not fields:
            continue
        is_under = not _UNDER.isdisjoint(words[start:index]) or words[index + 1 : index + 2] == ["elect"]
        for field in fields or [""]:
            yield Office(name, field, is_under, tokens[start].start, tokens[end - 1].end)


def _tokens(text: str) -> Iterator[_Token]:
    """The words of a text in small letters; an office of several is one, or a field and one."""
    for match in _TOKEN.finditer(text):
        phrase = match.lastgroup
        words = _PHRASES[int(phrase.removeprefix("phrase"))][1].split() if phrase else [match[0].lower()]
        yield from (_Token(word, match.start(), match.end()) for word in words)


def _count_before(words: list[str], index: int) -> int:
    """How many words before an office belong to it: fields, what makes it a deputy's, and what joins these."""
    start = index
    while start and index - start < _REACH and _belongs(words[start - 1]):
        start -= 1
    while words[start] in _JOINING:
        start += 1
    return index - start


def _belongs(word: str) -> bool:
    return word in _FIELD_OF or word in _UNDER or word in ("and", "affairs", "relations")


def _count_behind(words: list[str], index: int) -> int:
    """How many words behind a minister belong to the office: `of finance and the economy`."""
    if words[index + 1 : index + 2] not in (["of"], ["for"]):
        return 0
    end = index + 2
    while end < len(words) and end - index <= _REACH and (words[end] in _FIELD_OF or words[end] in _JOINING):
        end += 1
    while words[end - 1] in _JOINING and words[end - 1] not in ("affairs", "relations"):
        end -= 1
    return end - index - 1
