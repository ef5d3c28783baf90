"""Whether a headline has as done what its event has as planned, asked for or considered alone."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from dashboard.evidence.verbs.forms import IRREGULAR_FORMS, bases_of, gerunds_of, past_of, present_of
from dashboard.evidence.verbs.plans import (
    BROUGHT_TO_AN_END,
    INTENDING,
    MODALS,
    ORDERING,
    REACH,
    of_sentence,
    only_planned,
)
from dashboard.evidence.words import FUNCTION_WORDS, Words
from dashboard.model.vocabularies import DEEDS
from dashboard.text.sign_phrases import SignPhrases

_PLANNED_SIGNS: Final = SignPhrases(rf"{MODALS}|{INTENDING}|{ORDERING}|consider\w*|weigh\w*|discuss\w*")
"""A quick look: without one of them, nothing is only planned."""
_BEFORE_NOUN: Final = re.compile(
    rf"\b(?:{INTENDING}|(?:consider|weigh|discuss|debat|contemplat|suggest|draft|mull)(?:e|s|es|ed|ing)?|possible"
    r"|potential|possibility|prospect|proposed|planned|threatened)(?: (?:of|for|with|on))?"
    r"(?: (?:a|an|the|any|new|its|their)){0,2}"
    r"(?: [a-z-]+){0,2} \Z",
    re.IGNORECASE,
)
"""What makes a plan of the noun behind it: “is considering a ban”."""
_LEFT_OPEN: Final = re.compile(
    rf"\b(?:{MODALS}|{INTENDING}|{ORDERING}|to|weigh\w*|consider\w*|mull\w*|eye[sd]?|discuss\w*|debat\w*|plan\w*"
    r"|not|no|never|if|whether|may|possible|warn\w*|fear\w*|until|unless|after|before|over|on|in|of|for|the|an?|its|their)\b",
    re.IGNORECASE,
)
"""Behind these, a headline says itself that it is not done, or has a noun."""
_BEGAN: Final = r"(?:began|begun|start(?:s|ed)|continue[sd]?|managed|helped|went on|used) to"
_HEADLINE_NOUN_WORDS: Final = """
    vote meet hold visit talk plan aim call ask demand seek want need offer promise pledge vow threaten warn urge say
    tell consider discuss weigh debate head go come have be do see become remain look face let mean move
"""
_HEADLINE_NOUNS: Final = frozenset(_HEADLINE_NOUN_WORDS.split())
"""Verbs that say themselves that more is to come, or with which headlines tell what is due: “Peru votes”."""
_TALKING_WORDS: Final = """
    say tell speak talk discuss debate consider weigh study explore mull contemplate examine review propose suggest ask
    meet hold exchange raise request express describe call hope plan attend chair host receive visit travel be
    have do note add stress mention present table submit circulate address touch focus include open close last end
"""
_TALKING: Final = frozenset(_TALKING_WORDS.split())
"""Verbs by which nothing but talk, and how it went, is told."""
_TALKED_OF: Final = re.compile(
    r"\b(?:discuss|debat|consider|weigh|explor|mull|contemplat|propos|suggest)\w*|\btalk(?:s|ed)\b", re.IGNORECASE
)
_TALKED_BEGINNINGS: Final = (
    *("discuss", "debat", "consider", "weigh", "explor", "mull", "contemplat", "propos", "suggest", "talks", "talked"),
)
_AS_NOUNS_WORDS: Final = """
    strike raid hit attack bomb shell cut deal move program station transfer supply grant ship hand form name stage end
    lift start pass assault purchase release storm increase pay found hold host close open leave settle secure seal
"""
_CHANGING: Final = (
    frozenset(verb for verbs in DEEDS for verb in verbs) | BROUGHT_TO_AN_END | frozenset({"expand", "extend", "resume"})
) - frozenset(_AS_NOUNS_WORDS.split())
"""Verbs by which something is another thing afterwards, but for those that headlines have as nouns."""
_SAYS_SO: Final = re.compile(
    r"\b(?:not|no|never|without|nor|neither|nobody|none|fail\w*|yet|refus\w*|reject\w*|den(?:y|ies|ied)|halt\w*|stop\w*"
    r"|lack\w*|despite|if|unless|until|alleg\w*|accus\w*|suspect\w*|blam\w*|charg\w*|claim\w*|say|says|said|report\w*"
    r"|apparent\w*|may|might|could|would|will|to|call\w*|ask\w*|urg\w*|demand\w*|doubt\w*|rule[sd]?|against|short"
    r"|turn\w*|miss\w*|trial|case|probe\w*|inquiry)\b|n[’']t\b|[?]|: ",
    re.IGNORECASE,
)
"""Words by which a headline says itself that it is not so, or not sure."""
_NEGATIONS: Final = (
    r"without|no|not|never|nor|neither|nothing|nobody|none|yet to|fail(?:s|ed|ure|ing)? to|unable to|rather than"
    r"|instead of|short of|lack of|absence of"
)
_ALLEGATIONS: Final = (
    r"alleg\w+|suspected|accus(?:ed|es|ing)|blam(?:ed|es|ing)|charged with|on (?:charges|suspicion) (?:of|that)"
    r"|if|unless|(?<!not )only if"
)
_ALLEGED: Final = re.compile(
    r"\b(?:alleg\w+|suspected|accus(?:ed|es|ing)|blam(?:ed|es|ing)|charged with)\b", re.IGNORECASE
)
_REDUCED: Final = re.compile(r"\Z|[,;]| (?:in|on|at|by|near|off|after|over|for|from|between)\b")
"""Behind a verb that may be a participle: nobody is said to have done it."""
_UNDONE_WORDS: Final = """
    without no not never nor neither nothing nobody none yet unable rather instead short lack absence t if unless only
"""
_UNDONE: Final = frozenset(_UNDONE_WORDS.split())
_UNDONE_BEGINNINGS: Final = ("alleg", "suspect", "accus", "blam", "charge", "fail", "suspicion")
"""Without one of these words, or one that begins so, all is done; a `t` is that of `wasn’t`."""
_DENIED: Final = re.compile(
    rf"(?:\b(?:{_NEGATIONS})\b(?! (?:only|just|later|longer)\b)|n[’']t\b)(?:[ ’'“][\w’'-]+){{0,4}} ?[“‘]?\Z"
    rf"|\b(?:{_ALLEGATIONS})\b[^,;:]{{0,70}}\Z",
    re.IGNORECASE,
)
_OPEN_BEFORE: Final = re.compile(r"\b(?:an?|the|its|their|his|her|of|to)\s\Z", re.IGNORECASE)
_SEVERAL_BEFORE: Final = re.compile(r"\band (?:the )?[A-Z][\w.’'-]*\s\Z|\A(?:[A-Z]\w*(?:s|men)|Police|People)\s\Z")
_REACHED: Final = re.compile(
    r"\b(?:ends? (?:in|with)|reach(?:es)?|issues?|produces?|yields?|brings?|agrees? on|adopts?|secures?|sets?"
    r"|clinch(?:es)?)(?: an?| the| new| [a-z]+){0,2} (?P<noun>[a-z]+)"
    r"(?= (?:on|of|for|with|in|to|over|about|after|at|between|by|from|against)\b|[,;.]|\Z)"
)
"""What a headline has somebody reach."""
_SHORT: Final = 3
_ENDINGS: Final = ("ed", "s")
_WORD: Final = re.compile(r"[^\W\d_]+")


def planned_in_title(title: str, given: Words) -> str:
    """The verb of a headline that says was done, in the past or the present, what the event has as planned alone.

    “Mali frees the envoy” where it was only asked to free him, and “Japan bans tuna” where it considers a ban.
    """
    told = [(match, bases) for match in _WORD.finditer(title) if (bases := _verbs_of(match, title, given.text))]
    told = [(match, bases) for match, bases in told if not bases.isdisjoint(given.lower)]
    if not told or not _PLANNED_SIGNS.search(given.text, given.lower) or _is_planned_in(title):
        return ""
    for match, bases in told:
        if _LEFT_OPEN.search(title[: match.start()]):
            continue
        is_planned = _is_planned(match[0], bases, given.text) or _only_noun(bases, given.text)
        if is_planned and not any(_is_begun(base, given) for base in bases):
            return match[0]
    return ""


@lru_cache(maxsize=65_536)
def _begins_talk(word: str) -> bool:
    return word.startswith(_TALKED_BEGINNINGS)


@lru_cache(maxsize=65_536)
def _begins_undone(word: str) -> bool:
    return word.startswith(_UNDONE_BEGINNINGS)


def _is_planned_in(title: str) -> bool:
    return _PLANNED_SIGNS.search(title, Words(title).lower) is not None


def change_in_title(title: str, given: Words) -> str:
    """The verb of a headline that changes something, where the event tells of talk alone: “introduce” for “discussed”.

    A verb of the event that tells of more than talk may be another word for it; then nothing is told.
    """
    may_be = any(map(_begins_talk, given.lower))
    if not may_be or _is_planned_in(title) or not _TALKED_OF.search(given.text):
        return ""
    told = [match for match in _WORD.finditer(title) if match.start() and _changes(match[0], given)]
    if not told or any(bases and _TALKING.isdisjoint(bases) for bases in map(bases_of, given.lower)):
        return ""
    return next((match[0] for match in told if not _LEFT_OPEN.search(title[: match.start()])), "")


def undone_in_title(title: str, given: Words) -> str:
    """A verb of a headline, or what it says was reached, that the event has only as not done, alleged or conditional.

    “Talks end in a joint statement” for “ended without a joint statement”, “who paid” for “alleged that he paid”.
    """
    text = given.text
    may_be = not _UNDONE.isdisjoint(given.lower) or any(map(_begins_undone, given.lower))
    if not may_be or _SAYS_SO.search(title):
        return ""
    for match in _WORD.finditer(title):
        bases = _deeds_of(match, title)
        if (
            bases
            and not _OPEN_BEFORE.search(title[: match.start()])
            and _is_undone(bases, _without_allegations(text, match, title))
        ):
            return match[0]
    for match in _REACHED.finditer(title):
        noun = match["noun"].removesuffix("s")
        if len(noun) > _SHORT and _is_only_denied(re.compile(rf"\b{re.escape(noun)}s?\b", re.IGNORECASE), text):
            return match["noun"]
    return ""


def _without_allegations(text: str, verb: re.Match[str], title: str) -> str:
    """A text in which an allegation is none, where a headline has a participle alone: “Road blocked” accuses nobody."""
    is_participle = not verb[0].endswith("s") and _REDUCED.match(title, verb.end())
    return _ALLEGED.sub(lambda found: "-" * len(found[0]), text) if is_participle else text


def _deeds_of(match: re.Match[str], title: str) -> set[str]:
    """The verbs of which a word of a headline may be a finite form: of several, as of Peru and Chile, a bare one."""
    word = match[0]
    is_part = not match.start() or not word.islower() or title[match.end() : match.end() + 1] == "-"
    if is_part or word in FUNCTION_WORDS:
        return set()
    bare = {word} if _SEVERAL_BEFORE.search(title[: match.start()]) else set[str]()
    return ({*bases_of(word), *present_of(word)} | bare) - _HEADLINE_NOUNS


def _is_undone(bases: Collection[str], text: str) -> bool:
    forms = {form for base in bases for form in (base, f"{base}s", f"{base}es", *past_of(base), *gerunds_of(base))}
    alternatives = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return _is_only_denied(re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE), text)


def _is_only_denied(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text has some words, and each time as what was not, is alleged, or would be."""
    found = list(pattern.finditer(text))
    return bool(found) and all(_DENIED.search(of_sentence(text, match.start())[-REACH:]) for match in found)


def _changes(word: str, given: Words) -> bool:
    bases = {word, *bases_of(word), *present_of(word)} & _CHANGING
    return bool(bases) and given.lower.isdisjoint({*bases, *(form for base in bases for form in past_of(base))})


def _is_planned(word: str, bases: Collection[str], text: str) -> bool:
    return bool(only_planned(word, bases, text)[0])


def _verbs_of(match: re.Match[str], title: str, text: str) -> set[str]:
    """The verbs of which a word of a headline may be the past or the third person, if a text has one of them."""
    word = match[0]
    if not match.start() or not word.islower() or (not word.endswith(_ENDINGS) and word not in IRREGULAR_FORMS):
        return set()
    bases = {*bases_of(word), *present_of(word)} - _HEADLINE_NOUNS
    return bases if title[match.end() : match.end() + 1] != "-" and any(base in text for base in bases) else set()


def _is_begun(base: str, given: Words) -> bool:
    """Whether a text says that somebody began to do it, or has a form for what was done that tells no verb alone."""
    if any(not bases_of(form) and form in given.lower for form in past_of(base)):
        return True
    return re.search(rf"\b{_BEGAN} {re.escape(base)}\b", given.text, re.IGNORECASE) is not None


def _only_noun(bases: Collection[str], text: str) -> bool:
    """Whether a text has some verbs as nouns alone, and each time as what is planned: “considers a ban”."""
    found = [match for base in bases for match in re.finditer(rf"\b{re.escape(base)}s?\b", text, re.IGNORECASE)]
    forms = {form for base in bases for form in (*past_of(base), *gerunds_of(base))}
    if not found or not forms.isdisjoint(map(str.lower, _WORD.findall(text))):
        return False
    return all(_BEFORE_NOUN.search(of_sentence(text, match.start())[-REACH:]) for match in found)
