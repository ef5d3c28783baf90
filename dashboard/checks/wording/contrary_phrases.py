"""Contrary phrases of several words: “less active” for “picked up”, “issued warrants” for “suspended the warrants”."""

import re
from typing import Final

from dashboard.evidence.words import Words, content_words

_PAPERS: Final = r"(?:[\w’'-]+ ){0,3}?(?:warrants?|licen[cs]es?|permits?|visas?|passports?|charges|concessions?)\b"
_PAIRS: Final = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (
            r"less (?:active|frequent|often|common|intense|severe|crowded|busy|trade|traffic|smuggling|fighting|piracy"
            r"|violence|crime)|fewer(?! than)|rarer|(?:tapered|dropped|levell?ed) off|(?:died|slowed|calmed) down"
            r"|(?:went|gone|came|come|going|coming) down|abated|subsided|dwindled|waned",
            r"picked up|more (?:active|frequent|often|common|intense|severe|crowded|busy)|flared up|flourished"
            r"|(?:went|gone|going|shot|shooting) up|surged|soared|multiplied|intensified",
        ),
        (
            r"h(?:o|e)ld(?:ing)? on ?to|h[au]ng(?:ing)? on to|cl[iu]ng(?:ing)? to|retain(?:ed|ing)?",
            r"divest(?:ed|ing)?|(?:get|getting|got) rid of|shed|sheds|shedding|(?:give|gave|giving) up"
            r"|dispos(?:e|ed|ing) of|part(?:ed|ing)? with|relinquish(?:ed|ing)?",
        ),
        (
            rf"(?:issu(?:es?|ed|ing)|renew(?:s|ed|ing)?|grant(?:s|ed|ing)?) {_PAPERS}",
            rf"(?:suspend(?:s|ed|ing)?|revok(?:es?|ed|ing)|withdrew|withdraw(?:s|n|ing)?|cancel(?:s|led|ed|ling)?"
            rf"|annul(?:s|led|ling)?|rescind(?:s|ed|ing)?) {_PAPERS}",
        ),
        (
            r"br(?:oke|oken|eak|eaking) off|call(?:ed|ing)? off|walk(?:ed|ing)? out of",
            r"t(?:ook|aken|ake|aking) up|resum(?:ed|ing)|reopen(?:ed|ing)",
        ),
        (
            r"(?:let|lets|letting) (?:[\w’'-]+ ){1,4}(?:through|pass|in)|wav(?:ed|ing) (?:[\w’'-]+ ){1,3}through",
            r"turn(?:ed|ing) (?:[\w’'-]+ ){0,4}(?:away|back)|ke(?:pt|eping) (?:[\w’'-]+ ){1,4}out",
        ),
        (
            r"c[ao]me first|finish(?:ed|ing)? first|first place|took the lead|topped",
            r"c[ao]me (?:second|third|fourth|last)|finish(?:ed|ing)? (?:second|third|fourth|last)|runner-up"
            r"|(?:second|third|fourth|last) place|trailed",
        ),
        (
            r"remain(?:s|ed|ing)? at large|(?:is|are|was|were) (?:still )?(?:at large|on the run)",
            r"(?:been|was|were|is|are) (?:caught|captured|arrested|detained)",
        ),
    )
)
"""Two sides each: whoever has the one does not say the other."""
_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|no|nor|without|refus\w+|declin\w+|fail\w*|unable|stopp?\w*|instead of|rather than)\b|n[’']t)"
    r"(?:\W+[\w’'-]+){0,3}\W*\Z",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[.;!?]\s|\n")
_REACH: Final = 40


def contrary_phrases(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """The first phrase of a claim of which the quotes have the contrary alone, about a thing that both name."""
    for pair in _PAIRS:
        for one, other in (pair, pair[::-1]):
            said = one.search(claim.text)
            if said is None or other.search(claim.text) or one.search(quoted.text):
                continue
            there = other.search(quoted.text)
            if there is None or _is_denied(said, claim.text) or _is_denied(there, quoted.text):
                continue
            if _roots_of_clause(said, claim.text) & _roots_of_clause(there, quoted.text):
                return said[0], there[0]
    return None


def _is_denied(match: re.Match[str], text: str) -> bool:
    return _DENIED.search(text[max(0, match.start() - _REACH) : match.start()]) is not None


def _roots_of_clause(match: re.Match[str], text: str) -> set[str]:
    """What is spoken of in the sentence of a phrase, apart from the phrase."""
    starts = [each.end() for each in _SENTENCE.finditer(text, 0, match.start())]
    end = _SENTENCE.search(text, match.end())
    words = (
        text[starts[-1] if starts else 0 : match.start()] + " " + text[match.end() : end.start() if end else len(text)]
    )
    return {word.root for word in content_words(words)}
