"""Who tells, and of whom: “villagers said soldiers had burned it” is not “soldiers said villagers had burned it”."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.evidence.verbs.forms import bases_of
from dashboard.evidence.verbs.parties import roots_of_subject
from dashboard.evidence.words import FUNCTION_WORDS, Words, root_of

_TELLS: Final = re.compile(
    r"\b(?:said|says|say|claim(?:ed|s)?|alleg(?:ed|es)|report(?:ed|s)|charg(?:ed|es)|maintain(?:ed|s)|believ(?:ed|es)"
    r"|insist(?:ed|s)|complain(?:ed|s)|argu(?:ed|es))\s(?:that\s)?(?=(?P<of>[^.;:!?\n]{3,60}))"
    r"|\b(?:accus|blam|criticis|criticiz|denounc|suspect|condemn)(?:ed|es|s|ing)\s(?=(?P<whom>[^.;:!?,\n]{3,60}))",
    re.IGNORECASE,
)
"""What somebody tells of somebody: a clause behind it, or a name."""
_TELLING_WORDS: Final = """
    said says say claimed claims claim alleged alleges reported reports charged charges maintained maintains believed
    believes insisted insists complained complains argued argues accused accuses accusing blamed blames blaming
    criticised criticized denounced denounces suspected suspects condemned condemns condemning
"""
_TELLING: Final = frozenset(_TELLING_WORDS.split())
"""Without one of these, nobody tells anything of anybody."""
_AUXILIARY: Final = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "did",
        "does",
        "do",
    ]
)
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_ENDS: Final = frozenset(["of", "for", "over", "in", "at", "on", "with", "from", "by", "to", "about"])
_SUBJECT_OF_ASIDE: Final = re.compile(r"\A(?P<who>[^.;:!?]*?),\s(?:\w+ly\s)?\Z")
_REACH: Final = 120
_MOST_OF_NOUN: Final = 4


def exchanged_tellers(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """Two words of a claim of which one tells of the other what the quotes have the other tell of it.

    Nothing where the quotes have anything told the claim's way round.
    """
    if _TELLING.isdisjoint(claim.lower) or _TELLING.isdisjoint(quoted.lower):
        return None
    there = list(_tellings(quoted.text))
    for teller, told in _tellings(claim.text) if there else ():
        if any(teller.keys() & who.keys() or told.keys() & whom.keys() for who, whom in there):
            continue
        for who, whom in there:
            ones, others = teller.keys() & whom.keys(), told.keys() & who.keys()
            if ones and others:
                return teller[min(ones)], told[min(others)]
    return None


def _tellings(text: str) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """The words of who tells, and of whom, by their roots, wherever a text has both."""
    for match in _TELLS.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if match["whom"] and (aside := _SUBJECT_OF_ASIDE.search(before)):
            who = _noun(aside["who"])  # “Leaders walked out, accusing the government”
        else:
            who = roots_of_subject(before)[0]
        whom = _noun(match["of"] or match["whom"])
        if who and whom:
            yield who, whom


def _noun(words: str) -> dict[str, str]:
    """The words before the first verb or preposition, by their roots."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(words):
        lower = match[0].lower()
        if lower in _AUXILIARY or lower in _ENDS or (found and bases_of(lower)) or len(found) == _MOST_OF_NOUN:
            break
        if lower not in FUNCTION_WORDS:
            found[root_of(lower)] = match[0]
    return found
