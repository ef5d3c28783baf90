"""Deeds that one text says were not done, and another tells as done in another verb: “caught” for “at large”."""

import re
from functools import cache
from typing import Final

from dashboard.evidence.verbs.forms import bases_of
from dashboard.evidence.verbs.main_clauses import heads_of, main_deeds
from dashboard.evidence.verbs.planned_things import is_only_talked_of
from dashboard.evidence.verbs.plans import is_done
from dashboard.evidence.words import Words, content_words, root_of
from dashboard.model.vocabularies import DEEDS

_CAUGHT: Final = "catch capture arrest detain seize apprehend recapture imprison jail"
_FOUND: Final = "find locate recover identify rescue trace recapture"
_STATES: Final = tuple(
    (re.compile(rf"\b(?:{signs})\b", re.IGNORECASE), frozenset(verbs.split()))
    for signs, verbs in (
        (
            r"at large|on the (?:run|loose)|in hiding|fugitives?|(?:evad|elud|escap)(?:e|es|ed|ing) (?:the police"
            r"|police"
            r"|capture|arrest|detention|justice|soldiers|guards)|still free",
            _CAUGHT,
        ),
        (r"missing|unaccounted for|without (?:a )?trace|whereabouts (?:are|were|is|was) unknown", _FOUND),
        (
            r"(?:is|are|was|were|remain|remains|remained|still) (?:still )?(?:open|unresolved|unsettled|deadlocked"
            r"|disputed|in dispute)|deadlock|stalemate",
            "resolve settle solve",
        ),
        (
            r"pending|await(?:s|ing|ed)?|under (?:review|consideration|discussion|negotiation)|in draft",
            "approve adopt ratify grant conclude clear",
        ),
        (r"mystery|unknown|unclear|unexplained|undetermined", "establish explain identify determine solve clear"),
    )
)
"""What says that nobody did one of the verbs."""
_STATE_WORDS: Final = """
    large run loose hiding fugitive fugitives evade evades evaded evading elude eludes eluded eluding escaped escapes
    free missing unaccounted trace whereabouts open unresolved unsettled deadlocked disputed dispute deadlock stalemate
    pending await awaits awaiting awaited under draft mystery unknown unclear unexplained undetermined
"""
_STATES_QUICK: Final = frozenset(_STATE_WORDS.split())
_NOT_DONE: Final = re.compile(
    r"\b(?P<sign>not|cannot|never|unable to|fail(?:ed|s|ing)? to|refus(?:ed|es|ing) to|declin(?:ed|es|ing) to|yet to)\s"
    r"(?:(?:yet|ever|also|even|been|be|have|(?!only)\w+ly)\s){0,3}(?P<verb>[a-z]+)"
    r"|(?P<short>[a-z]+n[’']t) (?P<other>[a-z]+)"
)
_NEGATIONS: Final = frozenset({"not", "cannot", "never", "unable", "t"}) | frozenset(
    f"{verb}{ending}" for verb in ("fail", "refus", "declin") for ending in ("ed", "es", "s", "ing")
)
_ASKS: Final = (
    r"(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? for|sought|seek(?:s|ing)?|request(?:s|ed|ing)?"
    r"|appeal(?:s|ed|ing)? for|petition(?:s|ed|ing)? for|appli(?:ed|es) for|campaign(?:s|ed|ing)? for)"
)
_ASKED: Final = re.compile(rf"\b{_ASKS}", re.IGNORECASE)
_OBTAINING: Final = frozenset({"obtain", "secure", "achieve", "extract", "gain", "wrest", "clinch"})
_GRANTED_WORDS: Final = """
    grant give gave given get got receive won win obtain secure achieve extract gain agree accept approve concede yield
    allow reach deliver succeed success provide offer award pass adopt
"""
_GRANTED: Final = frozenset(map(root_of, _GRANTED_WORDS.split()))
_AGREED_ON: Final = re.compile(
    r"\b(?:agreed|settled) (?:on|upon|to) (?:an? |the )?(?:[a-z]+ing |new |draft |final )?(?P<what>[a-z]+)\b"
)
_ENDS: Final = re.compile(r"[,.;:!?]\s|\b(?:and|but|which|who|while)\b")
_FORMS_FROM: Final = re.compile(r"[^\W\d_]+")


@cache
def _same_deed(verb: str) -> frozenset[str]:
    """The verbs that tell the same deed as one, and itself."""
    return frozenset({verb}).union(*(verbs for verbs in DEEDS if verb in verbs))


def undone_deed(quoted: Words, claim: Words) -> str:
    """The word by which quotes say that something was not done, or only asked for, which a claim tells as done.

    The quotes have no such form of the claim's verb, nor of another for the same deed.
    """
    is_state = not _STATES_QUICK.isdisjoint(quoted.lower)
    is_negation = not _NEGATIONS.isdisjoint(quoted.lower)
    is_request = _ASKED.search(quoted.text) is not None and _GRANTED.isdisjoint(quoted.roots)
    for word in sorted(claim.lower - quoted.lower) if is_state or is_negation or is_request else ():
        bases = frozenset(bases_of(word))
        if bases and is_done(word, claim.text):
            sign = (_state_of(bases, quoted, claim) if is_state else "") or (
                _negation_of(bases, quoted) if is_negation else ""
            )
            if sign := sign or (_request_of(word, bases, quoted, claim) if is_request else ""):
                return sign
    return _talk_of(quoted, claim)


def _state_of(bases: frozenset[str], quoted: Words, claim: Words) -> str:
    """The state, such as “at large”, in which nobody did it."""
    done = _done_in(quoted)
    for signs, verbs in _STATES:
        if bases.isdisjoint(verbs) or not done.isdisjoint(verbs):
            continue
        match = signs.search(quoted.text)
        if match and not all(each.root in claim.roots for each in content_words(match[0])):
            return match[0]
    return ""


def _done_in(words: Words) -> frozenset[str]:
    """The verbs that a text has in the past, or as participles."""
    return frozenset(base for each in words.lower for base in bases_of(each))


def _negation_of(bases: frozenset[str], quoted: Words) -> str:
    """The negation of another verb that tells the same deed: “could not verify” for “confirmed”."""
    same = frozenset[str]().union(*map(_same_deed, bases))
    if not quoted.roots.isdisjoint(map(root_of, bases)):
        return ""
    for match in _NOT_DONE.finditer(quoted.text):
        verb = match["verb"] or match["other"]
        if not same.isdisjoint((verb, *bases_of(verb))):
            told = {base for each in quoted.lower if each != verb for base in bases_of(each)}
            return "" if told & same else match["sign"] or match["short"]
    return ""


def _request_of(word: str, bases: frozenset[str], quoted: Words, claim: Words) -> str:
    """What asks for a thing that the claim says was obtained; nothing where the quotes have the thing otherwise."""
    if bases.isdisjoint(_OBTAINING) or not quoted.roots.isdisjoint(map(root_of, bases)):
        return ""
    sign = _ASKED.search(quoted.text)
    for deed in main_deeds(word, claim.text):
        heads = {root_of(head) for head in heads_of(deed.patient)}
        asked = _ENDS.split(quoted.text[sign.end() :])[0] if sign else ""
        if heads and all(head not in quoted.roots or head in Words(asked).roots for head in heads):
            return sign[0] if sign else ""
    return ""


def _talk_of(quoted: Words, claim: Words) -> str:
    """The talk about a thing on which the claim says they agreed: “discussed a truce”."""
    if "agreed" not in claim.lower - quoted.lower or root_of("agreement") in quoted.roots:
        return ""
    for match in _AGREED_ON.finditer(claim.text):
        if root_of("agreed") not in quoted.roots and is_only_talked_of(root_of(match["what"]), quoted):
            return next((word for word in _FORMS_FROM.findall(quoted.text) if _is_talk(word)), match["what"])
    return ""


def _is_talk(word: str) -> bool:
    return word.lower().startswith(("discuss", "negotiat", "talk", "debat", "consider", "propos"))
