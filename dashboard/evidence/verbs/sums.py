"""Sums that one text only plans or asks for, and another has without a word for that: “requested $400 million”."""

import re
from typing import Final

from dashboard.evidence.verbs.forms import bases_of
from dashboard.evidence.verbs.plans import INTENDING, MODALS
from dashboard.evidence.words import COUNT, ORDINAL, PERCENT, TextNumber, Words, says_that_it_is_planned

_SIGN: Final = re.compile(rf"\b(?:{MODALS}|{INTENDING})\b", re.IGNORECASE)
_MONEY: Final = re.compile(
    r"[$€£¥]|dollars?|euros?|pounds?|[A-Z]{3}\b|\b(?:yen|yuan|won|franc|rouble|ruble|rupee|peso)"
)
"""A quick look for a currency."""
_MONTH: Final = "May"
_APART: Final = re.compile(r"[.;:!?,]\s|\n")
_WORD: Final = re.compile(r"[a-z]+")
_REACH: Final = 100
_BEHIND: Final = 5
"""Words behind a sum among which stands what was done with it: “the $5 million that was spent”."""


def planned_sum(quoted: Words, claim: Words) -> str:
    """The word by which quotes only plan or ask for a sum of the claim; nothing where they have it otherwise, too."""
    if not (_MONEY.search(claim.text) and _SIGN.search(quoted.text)):
        return ""
    sums = [each for each in claim.figures if each.unit not in (COUNT, PERCENT, ORDINAL)]
    same = [each for each in quoted.figures if each.is_given_by(sums)] if sums else []
    if not same or says_that_it_is_planned(claim.text):
        return ""
    signs = [_sign_before(each, quoted.text) for each in same]
    return signs[0] if all(signs) else ""


def _sign_before(figure: TextNumber, text: str) -> str:
    """The word that makes a plan of what a sum is for, in its part of the sentence, with nothing done between."""
    before = _APART.split(text[max(0, figure.start - _REACH) : figure.start])[-1]
    found = [match for match in _SIGN.finditer(before) if match[0] != _MONTH]
    behind = _WORD.findall(_APART.split(text[figure.end : figure.end + _REACH])[0])[:_BEHIND]
    if not found or any(map(bases_of, (*_WORD.findall(before[found[-1].end() :]), *behind))):
        return ""
    return found[-1][0]
