"""Guards: what a number has become is not told as what it was; a part is not the whole."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.wording.counts import COUNTED_OTHERWISE, MOST_FIGURES, NUMBERS_EXCHANGED, may_differ
from dashboard.evidence.words import COUNT, NUMBER_WORDS, ORDINAL, TextNumber, changes_in

_NOW: Final = re.compile(
    r"\b(?:now|currently|today|at present|stands? at|reach\w*|amounts? to|(?:ris\w+|rose|grew|grown|increas\w+|rais\w+"
    r"|f[ae]ll\w*|dropp\w+|cut|reduc\w+|lower\w+|went|gone|up|down|climb\w+|jump\w+|bring\w*|brought)"
    r" (?:[\w’'-]+ ){0,4}?to)\b"
    r"[^.;:!?\d]{0,40}\Z",
    re.IGNORECASE,
)
"""What says before a number that it is so by now."""
_PRESENT: Final = re.compile(r"now|currently|today|at present|stands?", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|should|may|could|to (?!\d|[$€£¥])[a-z]+|plan\w*|propos\w+|ask\w*|want\w*|demand\w*|if)\b",
    re.IGNORECASE,
)
"""Where a change is yet to come, what was there before is there now."""
_THEN: Final = re.compile(
    r"\b(?:from|was|were|had|than|previous\w*|former\w*|until|before|against|after|instead of|not|no longer)\b"
    r"[^.;:!?,]{0,30}\Z",
    re.IGNORECASE,
)
"""What says before a number that it was so once, or is not."""
_REACH: Final = 70
_DIGITS: Final = re.compile(r"\d[\d.,]*\b")
_PART_BEHIND: Final = re.compile(r"\s(?:[\w-]+\s)?of\s(?:them|these|those|whom|which|the(?:\s\w+)?\s(?=\d))\b")
_PART_BEFORE: Final = re.compile(r"\bof\s(?:which|whom|these|those|them),?\s(?:[a-z]+\s){0,2}\Z")
_OF_ALL: Final = re.compile(r"\b[Oo]f\s(?:the|these|those|its|their|his|her)\s[^.;:!?]{0,60}\Z")
_ALL: Final = frozenset(
    {"all", "every", "everybody", "everyone", "each", "both", "whole", "entire", "none", "complete"}
)


def old_values_are_not_new(saying: ClaimContext) -> Iterator[Violation]:
    """No number is told as reached that the quotes have as what was there before: “now 9” for “from 9 to 10”."""
    if "from" not in saying.quote_words.lower or not may_differ(saying):
        return
    changes = list(changes_in(saying.quote_words.text))
    became = {each.new for each in changes}
    text = saying.claim.text
    for figure in saying.claim_words.figures[:MOST_FIGURES] if changes else ():
        change = next((each for each in changes if each.old == figure.value), None)
        if change is None or figure.value in became or change.new in saying.claim_words.units:
            continue
        before = text[max(0, figure.start - _REACH) : figure.start]
        now = _NOW.search(before)
        is_ahead = now is not None and _PRESENT.match(now[0]) and _AHEAD.search(saying.quote_words.text)
        if now and not is_ahead and not _THEN.search(before[now.start() :]):
            number = text[figure.start : figure.end].strip()
            message = (
                f"“{number}” is in claim `{saying.key}` where the quotes have “from {change.old:,f} to {change.new:,f}”"
            )
            yield saying.violation(NUMBERS_EXCHANGED, (number, f"{change.new:,f}"), message)


def parts_are_not_wholes(saying: ClaimContext) -> Iterator[Violation]:
    """A part that a claim names of a number is not the number itself: “27 cases, three of them fatal”."""
    if "of" not in saying.claim_words.lower or not may_differ(saying):
        return
    digits = _DIGITS.findall(saying.claim.text)
    if len(set(digits)) == len(digits) and NUMBER_WORDS.isdisjoint(saying.claim_words.lower):
        return
    if not _ALL.isdisjoint(saying.claim_words.lower | saying.quote_words.lower):
        return
    figures = [each for each in saying.claim_words.figures[:MOST_FIGURES] if each.unit == COUNT and each.value > 1]
    for whole, part in pairwise(figures):
        if whole.value == part.value and _is_part(saying.claim.text, whole, part) and _stands_once(saying, part):
            number = saying.claim.text[part.start : part.end].strip()
            message = f"“{number}” in claim `{saying.key}` is a part of {whole.value:,f}, but the quotes have that once"
            yield saying.violation(COUNTED_OTHERWISE, (number,), message)


def _is_part(text: str, whole: TextNumber, part: TextNumber) -> bool:
    """Whether the second of two figures is told as a part of the first."""
    between = text[whole.end : part.start]
    if re.search(r"[.!?]\s", between):
        return False
    is_told = _PART_BEHIND.match(text, part.end) or _PART_BEFORE.search(between) or _PART_BEHIND.match(text, whole.end)
    return bool(is_told or _OF_ALL.search(text[max(0, whole.start - _REACH) : whole.start]))


def _stands_once(saying: ClaimContext, figure: TextNumber) -> bool:
    same = [each for each in saying.quote_words.figures if each.value == figure.value and each.unit != ORDINAL]
    return len(same) == 1


GUARDS_ON_WORDS = (old_values_are_not_new, parts_are_not_wholes)
