"""The types of event of which the verbs of a headline tell, and whether other words tell a type as done."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from dashboard.evidence.verbs.contrary_deeds import without_contrary_deeds
from dashboard.evidence.verbs.forms import bases_of, gerunds_of, present_of
from dashboard.evidence.words import FUNCTION_WORDS
from dashboard.model.vocabularies import DEEDS_OF_TYPES

IN_SUBSTANCE: Final = frozenset({"aid", "cooperate", "retreat", "sanction", "mobilize", "coerce", "assault", "protest"})
"""Types that are done, not said: what somebody may do, or has not done, is none of them."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"")
_MANY: Final = "Two|Three|Four|Five|Six|Both|Some|Many|Several|Most|All|More|Dozens of|Hundreds of|Thousands of"
_BARE_VERB_BEFORE: Final = re.compile(
    rf"\bto\s\Z|\A(?:[A-Z]\w*(?:s|men)|Police|People|Women|(?:{_MANY}) (?:\w+ )?\w+(?:s|men))\s\Z|\band [A-Z]\w*\s\Z"
    r"|(?<!’)(?<!’s )\b(?:soldiers|troops|forces|police|states|countries|sides|gunmen|lawmen"
    r"|[a-z]{3,}(?:(?<!pap)(?<!numb)(?<!ord)ers|[tsl]ors"
    r"|ists|ents(?<!ments)|ants))\s\Z"
)
"""What a headline has before a verb without an ending: “Hundreds march”, “Peru and Chile negotiate”."""
_PARTICLE: Final = re.compile(r"(?: [A-Z]\w*){0,2} (down|out|back|in|up|off|on|for|to|against)\b")
"""What makes another verb of the one before it: “turns down”, “turns Ford down”."""
_UNDONE: Final = re.compile(
    r"(?:\b(?:not|never|no|none|nor|neither|without|if|unless|would|could|might|may|should|to|will)\b(?:\W+\w+){0,2}\W+"
    r"|n[’']t (?:\w+ )?)\Z",
    re.IGNORECASE,
)
_GERUND_BEFORE: Final = re.compile(
    r"(?:\b(?:by|is|are|was|were|been|began|begun|start\w*|stop\w*|went on|with (?:\S+ ){1,3}|after|before|while"
    r"|and|or)\s+"
    r"|,\s)\Z",
    re.IGNORECASE,
)
_PRESENT_BEFORE: Final = re.compile(r"\b(?:it|he|she|\w*[a-z]ly)\s+\Z|[A-Z]\w*[^aein\W]\s+\Z")
"""What makes a verb of “attacks”, which is a noun behind “Houthi”."""
_ANOTHER_DEED: Final = re.compile(
    r"(?:took|takes|taken|taking) (?:to|part|place|up|off|in|note|steps|effect|office|advantage|over|on)\b"
    r"|(?:gave|given|gives|give|giving) (?:up|notice|in|way|no|rise)\b|turn\w* (?:to|into|out)\b|funds\b"
)
_SAME_IN_PAST: Final = frozenset({"beat", "hit", "shut", "cut", "split", "quit", "rid"})
_NOUN_BEFORE: Final = re.compile(r"\b(?:the|an?|of|by|its|their|his|her|no|any|[a-z]+(?:ed|ing))\s\Z")
_VERBAL_TYPES: Final = ("agree", "support", "request", "accuse", "reject", "threaten")
_VERBAL: Final = frozenset(verb for type_ in _VERBAL_TYPES for verb in DEEDS_OF_TYPES[type_][0]) - {"sign", "conclude"}
"""Verbs by which something is said of a deed, and it is not done."""
_LOOSE_WORDS: Final = """
    leave close open reopen help hand give send pay bring treat train contribute order go move call turn take land force
    down hit cut impose extend block express allow permit enter cross share host establish
"""
_LOOSE: Final = frozenset(_LOOSE_WORDS.split())
"""Verbs by which a type may be done, and by which much else is."""
_NEXT_CLAUSE: Final = re.compile(r"[,;:–—]| (?:as|and|but|while|after|before|when)\b")
_REACH: Final = 30


@cache
def _gerunds() -> dict[str, str]:
    return {
        gerund: verb
        for plain, others, _ in DEEDS_OF_TYPES.values()
        for verb in plain | others
        for gerund in gerunds_of(verb)
    }


def types_in_headline(title: str) -> dict[str, str]:
    """By type of event, the verb of a headline by which it is plainly done; what is between quotation marks is not."""
    found: dict[str, str] = {}
    plain = _QUOTED.sub(" ", title)
    last = ""
    for match in _WORD.finditer(plain):
        before, last = last, match[0].lower()
        if not match.start() or not match[0].islower() or (before in FUNCTION_WORDS and before not in ("to", "and")):
            continue
        types_of, beginnings = _plain_verbs()
        bases = {*bases_of(last), *present_of(last)}
        if last in beginnings and _BARE_VERB_BEFORE.search(plain[: match.start()]):
            bases.add(last)
        if beginnings.isdisjoint(bases):
            continue
        if particle := _PARTICLE.match(plain, match.end()):
            bases |= {f"{base}-{particle[1]}" for base in bases}
        told = frozenset().union(*(types_of.get(base, ()) for base in bases))
        for type_ in DEEDS_OF_TYPES if told else ():
            if type_ in told:
                found.setdefault(type_, match[0])
    return found


@cache
def _plain_verbs() -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """By verb that plainly tells a type, the types; and the first words of these verbs: `turn` of `turn-down`."""
    types_of: dict[str, set[str]] = {}
    for type_, (verbs, _, _) in DEEDS_OF_TYPES.items():
        for verb in verbs:
            types_of.setdefault(verb, set()).add(type_)
    return {verb: frozenset(types) for verb, types in types_of.items()}, frozenset(
        verb.partition("-")[0] for verb in types_of
    )


def main_words(title: str) -> str:
    """A headline without what its verbs only ask for, refuse, blame or promise: “Peru condemns” of “condemns killing”.

    Another clause is left as it is.
    """
    for match in _WORD.finditer(title):
        if not match.start() or not match[0].islower():
            continue
        bases = {*bases_of(match[0]), *present_of(match[0])}
        particle = _PARTICLE.match(title, match.end())
        if not _VERBAL.isdisjoint(bases | ({f"{base}-{particle[1]}" for base in bases} if particle else set())):
            behind = particle.end() if particle else match.end()
            end = _NEXT_CLAUSE.search(title, behind)
            return title[:behind] + (title[end.start() :] if end else "")
    return title


def may_be_headline_of(type_: str, title: str) -> bool:
    """Whether any word of a headline may tell of a type."""
    return not _all_words(type_).isdisjoint(bases_in_text(title))


@cache
def _all_words(type_: str) -> frozenset[str]:
    """The verbs and nouns of a type."""
    return frozenset().union(*DEEDS_OF_TYPES[type_])


@lru_cache(maxsize=65_536)
def _bases(word: str) -> frozenset[str]:
    """All verbs of which a word may be a form, and itself."""
    gerund = _gerunds().get(word)
    return frozenset({word, *bases_of(word), *present_of(word), *([gerund] if gerund else [])})


@lru_cache(maxsize=256)
def bases_in_text(text: str) -> frozenset[str]:
    """The words of a text with all verbs of which they may be forms: each text is asked for many types."""
    return frozenset().union(*(_bases(word) for word in set(map(str.lower, _WORD.findall(text)))))


def types_with_words_in(texts: Iterable[str]) -> list[str]:
    """The types of which some texts have a verb or a noun: what has none tells of none."""
    found = frozenset[str]().union(*map(bases_in_text, texts))
    return [type_ for type_ in DEEDS_OF_TYPES if not _all_words(type_).isdisjoint(found)]


def tells_as_done(type_: str, text: str, *, by_verb: bool = False, plainly: bool = False) -> bool:
    """Whether a text tells a type of event by a verb or noun; of one in substance, or `by_verb`, as done.

    With `plainly`, by a verb that hardly tells another.
    """
    if _all_words(type_).isdisjoint(bases_in_text(text)):
        return False
    plain, others, nouns = DEEDS_OF_TYPES[type_]
    if plainly:
        others -= _LOOSE
    left = without_contrary_deeds(type_, text)
    if type_ not in IN_SUBSTANCE and not by_verb:
        return not (plain | others | nouns).isdisjoint(bases_in_text(left))
    verbs = plain | others
    return any(not verbs.isdisjoint(bases) for bases in _done_verbs(left))


def _done_verbs(text: str) -> Iterator[set[str]]:
    """The verbs that each word of a text may tell as done."""
    for match in _WORD.finditer(text):
        if not match[0].islower() and match.start():
            continue
        word, before = match[0].lower(), text[max(0, match.start() - _REACH) : match.start()]
        bases = set(bases_of(word))
        if word in _SAME_IN_PAST and not _NOUN_BEFORE.search(before):
            bases.add(word)
        if (gerund := _gerunds().get(word)) and _GERUND_BEFORE.search(before):
            bases.add(gerund)
        if _PRESENT_BEFORE.search(before):
            bases.update(present_of(word))
        if bases and not _ANOTHER_DEED.match(text, match.start()) and not _UNDONE.search(before):
            yield bases
