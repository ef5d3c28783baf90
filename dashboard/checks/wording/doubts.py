"""Guards: a negation, a condition or a possibility in the words is in the claim, and none is there that they lack."""

from collections.abc import Iterable, Iterator
from functools import partial

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.verbs import planned_sum, planned_thing, planning_word
from dashboard.evidence.words import EXCEPTION, NEGATION, Doubt, Words, doubts_in, hearsay_in, weakening_word

DOUBT_DROPPED = guard(
    "doubt-dropped",
    "The quote has a doubt that the claim leaves out",
    "A quote has a negation, a condition, an exception, a possibility, a plan or hearsay (“not”, “if”, “except”, "
    "“may”, “proposed to”, “reportedly”, “attempted”), but the claim states the same thing without it. Or the claim "
    "tells as done (“imposed a curfew”, “was held”) what the quotes have as proposed, scheduled or ordered alone.",
    "add what the word says to the claim, or `allow` it with the reason",
    "warning",
)
DOUBT_ADDED = guard(
    "doubt-added",
    "The claim has a doubt that no quote has",
    "The claim has a negation, a condition or a possibility that none of its quotes has.",
    "say what the quotes say, quote the words that express the doubt, or `allow` it with the reason",
    "warning",
)


def doubts_are_kept(saying: ClaimContext) -> Iterator[Violation]:
    """Each word of doubt in a quote that is said of the claim's own words has its like beside them in the claim."""
    if not saying.is_english or saying.claim.kind == "question":
        return
    claim, quotes = saying.claim_words, saying.quote_words
    dropped = [doubt.word for doubt in _doubts(quotes) if claim.stems.drop(doubt)]
    if not dropped and claim.text not in quotes.text:
        looks = (weakening_word, planning_word, planned_sum, planned_thing)
        dropped = [*filter(None, [next(filter(None, (look(quotes, claim) for look in looks)), "")])]
    if dropped:
        yield saying.violation(
            DOUBT_DROPPED, dropped, partial(_message, there="the quotes", here=f"claim `{saying.key}`")
        )


def doubts_are_the_words_own(saying: ClaimContext) -> Iterator[Violation]:
    """Each word of doubt in a claim has its like in the quotes, where they speak of the same."""
    if not saying.is_english or saying.claim.kind == "question":
        return
    added = [doubt.word for doubt in _doubts(saying.claim_words) if _is_unbacked(doubt, saying)]
    added += filter(None, [hearsay_in(saying.claim_words, saying.quote_words.text)])
    if added:
        yield saying.violation(DOUBT_ADDED, added, partial(_message, there=f"claim `{saying.key}`", here="the quotes"))


def _is_unbacked(doubt: Doubt, saying: ClaimContext) -> bool:
    backing = saying.quote_words.agreeing(doubt.what)
    if doubt.what == EXCEPTION:
        return not backing
    spare = backing - (saying.claim_words.agreeing(doubt.what) if doubt.what == NEGATION else 1)
    return spare < 0 and saying.quote_words.stems.drop(doubt)


def _doubts(words: Words) -> Iterable[Doubt]:
    return doubts_in(words.text, words.lower)


def _message(words: Iterable[str], there: str, here: str) -> str:
    listed = [f"“{word}”" for word in words]
    it_has = "has nothing like it" if len(listed) == 1 else "have nothing like them"
    return f"{', '.join(listed)} in {there} {it_has} in {here}"


GUARDS_ON_WORDS = (doubts_are_kept, doubts_are_the_words_own)
