"""Where a text names who does what a verb says: before it, or behind “by”."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dashboard.evidence.verbs.forms import bases_of, occurrences, past_of
from dashboard.evidence.verbs.parties import MUTUAL, PASSIVE
from dashboard.evidence.words import FUNCTION_WORDS, SAYING, Words

_BEGINS: Final = re.compile(
    r"(?<![A-Z])[.;:!?]|[()—–\n]|,\s(?![A-Z])|\b(?:[Uu]nder|[Dd]espite|[Ww]ith|[Ff]ollowing|[Aa]gainst)\s[^,]*,\s|\b(?:but|while|after|before|when|as|because|since|although|though|if|whether|that|than)\b"
)
"""What the words of who does it do not reach across; “and” joins two of them."""
_BY: Final = re.compile(r"[^.;:!?\n]{0,80}?\bby\s")
_BEHIND: Final = re.compile(r"[^.;:!?\n,]*")
_NOUN: Final = re.compile(r"\b(?:the|an?|its|their|his|her|of|newly|to|by)\s+\Z", re.IGNORECASE)
"""What stands before a participle that is said of a noun."""
_REACH: Final = 120


def shared_deeds(claim: Words, quoted: Words) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The forms, in a claim and in its quotes, of each verb by which both say that something was done."""
    for verb in sorted(claim.lower - FUNCTION_WORDS - SAYING):
        bases = bases_of(verb)
        if not bases or not MUTUAL.isdisjoint(bases):
            continue
        forms = _forms(verb)
        if there := forms & quoted.lower:
            yield frozenset({verb}), there


@lru_cache(maxsize=65_536)
def _forms(verb: str) -> frozenset[str]:
    base, *others = bases_of(verb)
    return frozenset({verb}) if others else past_of(base) | {verb}


def agent_spans(forms: frozenset[str], text: str) -> Iterator[tuple[int, int]]:
    """The half-open spans in which a text may name who does it, one for each place with a form of the verb."""
    for form in sorted(forms):
        for start, end in occurrences(form, text):
            before = text[max(0, start - _REACH) : start]
            if _NOUN.search(before) or text[start].isupper():
                continue
            if PASSIVE.search(before):
                by = _BY.match(text, end)
                noun = _BEHIND.match(text, by.end()) if by else None
                yield noun.span() if noun else (end, end)
            else:
                begins = [match.end() for match in _BEGINS.finditer(before)]
                yield start - len(before) + (begins[-1] if begins else 0), start
