"""Guard: “all”, “only” and “most” in a claim are in its quotes, in some words."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard

QUANTIFIER_ADDED = guard(
    "quantifier-added",
    "An “all”, “only” or “most” that no quote has",
    "The claim says something of all, of only some or of most (“every”, “the whole”, “solely”, “the majority”), and no "
    "quote has a word of that sort.",
    "say of how many the quotes say it, quote the words that say so, or `allow` it with the reason",
    "warning",
)
_IDIOMS: Final = re.compile(
    r"\b(?:at|after|above|first of|in) all\b|\bnot only\b|\ball but\b|\bthe only\b"
    r"|\bonly (?:after|when|then|once|if)\b",
    re.IGNORECASE,
)
_SORTS: Final = tuple(
    (re.compile(rf"\b(?:{added})\b", re.I), re.compile(rf"\b(?:{backing})\b", re.I))
    for added, backing in (
        (
            r"all(?! (?:over|along|right|out)\b)|every(?:one|body|thing)?|entire|whole",
            r"all|every\w*|entire\w*|whol\w+|each|both|any\w*|total\w*|full\w*|complete\w*|always|throughout|unanim\w+"
            r"|without exception|none|no|never|nation-?wide|blanket|general",
        ),
        (
            r"only|solely|exclusively",
            r"only|sole\w*|exclusiv\w+|just|alone|mere\w*|nothing|no other|except\w*|single|limit\w*|restrict\w*|unless"
            r"|but|until|unique\w*|simply|not|\w+n[’']t",
        ),
        (
            r"most of|most(?= [a-z]+s\b)|(?:the|a|vast) majority",
            r"most\w*|majorit\w+|largely|mainly|predominant\w*|more than half|per ?cent|many|bulk|main|nearly all"
            r"|almost all|overwhelming\w*|two[- ]thirds|three[- ]quarters",
        ),
    )
)
_WORDS: Final = """
    all entire every everybody everyone everything exclusively majority most only solely whole
"""
_TRIGGERS: Final = frozenset(_WORDS.split())


def no_quantifier_is_added(saying: ClaimContext) -> Iterator[Violation]:
    """Each word of a claim that says of how many something is true has its like in the quotes."""
    if _TRIGGERS.isdisjoint(saying.claim_words.lower - saying.quote_words.lower) or not saying.is_english:
        return
    text = _IDIOMS.sub(lambda idiom: " " * len(idiom[0]), saying.claim.text)
    for added, backing in _SORTS:
        if (
            (match := added.search(text))
            and not backing.search(saying.quote_words.text)
            and "%" not in saying.quote_words.text
        ):
            message = f"“{match[0]}” is in claim `{saying.key}`, but no quote says of how many it is true"
            yield saying.violation(QUANTIFIER_ADDED, (match[0],), message)


GUARDS_ON_WORDS = (no_quantifier_is_added,)
