"""Guard: of every clause of a claim, the quotes have a word."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.thesaurus import has_related, pairs_in
from dashboard.evidence.words import FUNCTION_WORDS, NUMBER_WORDS, ContentWord, content_words, tells_who_says
from dashboard.model.vocabularies import ENGLISH
from dashboard.store.file_problems import excerpt

CLAUSE_NOT_QUOTED = guard(
    "clause-not-quoted",
    "A part of the claim of which no quote has a word",
    "A part of the claim, between commas or behind “and”, “who”, “but”, “amid” and the like, says something "
    "with two words or more, and the quotes have none of them in any form, and no word that means about "
    "the same (“quick” for “rapid”). "
    "Names, numbers and words for time do not count. Or the claim has a word for a grave deed (“killed”, “arrested”, "
    "“deported”, “collapsed”), and the quotes have no word of that sort.",
    "leave the part out, quote the words that say it, or `allow` it with the reason (for example, it is said in other "
    "words)",
    "warning",
)
_BORDERS: Final = re.compile(
    r"[,;]\s+(?:and\s+|but\s+)?(?:(?:which|who|whom|while|because|after|before|where|when|although|so)\b)?\s*|\.\s+|[—–]"
    r"|\s(?:and|but|while|because|although|which|who|whom|so that|in order to)\s"
    r"|\s(?:amid|despite|after (?:hours|days|weeks|months|years) of|thanks to"
    r"|in (?:exchange|return|response|protest) (?:for|to|at|against)"
    r"|with (?:the )?(?:help|support|backing|aid) (?:of|from)|under (?:the )?pressure (?:of|from))\s",
    re.IGNORECASE,
)
_TIME_AND_SPEECH: Final = ENGLISH["time_and_speech"]
_MULTIPLES: Final = frozenset({"twice", "double", "doubled", "half", "thrice", "triple"})
_ANYBODY: Final = frozenset({"nobody", "anybody", "everybody", "somebody", "none", "nothing", "anything", "everything"})
"""What tells no more than “no one” does, which is two words that hold a sentence together."""
_LIGHT_WORDS: Final = """
    take takes took taken part place make makes made have give gives gave given get gets got go goes went gone come
    comes came put puts keep keeps kept hold holds held way bring brings brought clear people thing things other round
"""
_LIGHT: Final = frozenset(_LIGHT_WORDS.split())
"""Words that say little alone: “took part”, “made clear”, “the other way round”."""
_NOBODY_S_VIEW: Final = re.compile(
    r"\s*(?:in|by|according to) the (?:analyst|author|writer|article|paper|report|text|source|study|document|speaker"
    r"|reporter|newspaper|piece)s?(?:[’']s?)?(?: own)?"
    r"(?: (?:view|opinion|words|account|judge?ment|reading|estimate))?\W*",
    re.IGNORECASE,
)
"""Whose view it is, in words for whoever wrote the source: “in the author’s view”."""
_BY_ACCOUNT: Final = re.compile(
    r"\s*(?:by|on|in|according to) (?:the )?(?:account|words|view|opinion|eyes|judge?ment|reckoning)s? of [^.;:]{1,60}"
    r"|\s*(?:by|on|in) [^.;:]{1,60}[’']s? (?:own )?(?:account|words|view|opinion|eyes|judge?ment|reckoning)\W*",
    re.IGNORECASE,
)
"""Who says it, without a verb: “by the account of witnesses”."""
_STEM_LETTERS: Final = 5
LEAST_WORDS: Final = 2


def every_clause_has_a_quoted_word(saying: ClaimContext) -> Iterator[Violation]:
    """Each part of a claim with two words that say something has one of them in the quotes."""
    quoted = saying.quote_words
    new = saying.claim_words.lower - quoted.lower - FUNCTION_WORDS
    if len(new) < LEAST_WORDS or not saying.is_english or saying.claim.kind == "question":
        return
    for clause in _BORDERS.split(saying.claim.text):
        words = list(content_words(clause))
        if any(word.text.lower() in quoted.lower for word in words):
            continue  # a quick look: it has a word just as it is quoted
        stems = set(map(_stem, quoted.roots))
        telling = [word for word in words if _tells(word)]
        if len(telling) < LEAST_WORDS or re.search(r"\d", clause):
            continue
        if any(_stem(word.root) in stems or _is_number(word) for word in words):
            continue
        if _NOBODY_S_VIEW.fullmatch(clause):
            continue
        if saying.claim.is_somebody_s and (tells_who_says(clause) or _BY_ACCOUNT.fullmatch(clause)):
            continue
        own = [*(word.root for word in telling), *pairs_in(clause)]
        if not has_related(own, [*quoted.roots, *pairs_in(quoted.text)]):
            part = excerpt(clause.strip(" ."), 60)
            message = f"of “{part}” in claim `{saying.key}`, no quote has a word"
            yield saying.violation(CLAUSE_NOT_QUOTED, (part,), message)
            return


def _stem(root: str) -> str:
    """The beginning of a root: `queu` of `queue`, and of `queu` for “queuing”."""
    return root[:_STEM_LETTERS].removesuffix("e")


def _tells(word: ContentWord) -> bool:
    return word.text.islower() and not any(word.text in each for each in (_TIME_AND_SPEECH, _ANYBODY, _LIGHT))


def _is_number(word: ContentWord) -> bool:
    return word.text.lower() in NUMBER_WORDS | _MULTIPLES


GUARDS_ON_WORDS = (every_clause_has_a_quoted_word,)
