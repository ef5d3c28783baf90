"""Guards: a negation, a condition or a possibility in the words is in the claim, and none is there that they lack."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.derived_numbers import rounded_figures
from dashboard.evidence.verbs import faint_plan, planned_sum, planned_thing, planning_word, undone_deed, way_cleared
from dashboard.evidence.words import (
    EXCEPTION,
    FUTURE,
    LEAST,
    MOST,
    NEGATION,
    Doubt,
    TextNumber,
    Words,
    content_words,
    doubts_in,
    hearsay_in,
    opposite_in,
    root_of,
    tells_other_clauses,
    weakening_word,
)

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
_REACH: Final = 24
_BESIDE: Final = 3
"""Characters between a bound and its number: “more than $3 million”."""
_IS_TO: Final = re.compile(r"\b(?:is|are|was|were) to [a-z]+")

_VERBS_OF_DENIAL: Final = frozenset(map(root_of, ("deny", "reject", "refuse", "decline", "doubt", "fail", "lack")))

_NOT_ACCEPTED: Final = re.compile(
    r"(?:\b(?:not|never|nobody|no one|without)|n[’']t)\s(?:\w+\s){0,2}?"
    r"(?:accept|recogni[sz]|admit|agree|allow|acknowledg|approv|consent|adopt|endors|permit|want)"
    r"|\b(?:disput|contradict|contest|rebut|refut|repudiat)\w*",
    re.IGNORECASE,
)
"""What says that somebody rejects or refuses something."""
_NONE_BEFORE: Final = re.compile(
    r"\b(?:never|no|none|nobody|not)\b[^.;:]*?\b(?:before|since|ever|earlier|previous\w*|until|so (?:few|many|much|\w+)"
    r"|(?:for|in) (?:[\w’'-]+ ){0,4}?(?:years?|months|decades?|centur\w+|generations?))\b|\bnever\b[^.;:]*?\bso\b",
    re.IGNORECASE,
)
"""What nothing was before, or in a time: “never before”, “no attack since 2019”."""
_SCARCELY: Final = frozenset({"hardly", "barely", "scarcely"})
_HARD: Final = re.compile(
    r"\b(?:difficult\w*|hard|struggl\w+|little|few|trouble|almost|nearly|only just)\b", re.IGNORECASE
)
_AGREED: Final = re.compile(
    r"\b(?:agreements?|deals?|treat(?:y|ies)|accords?|contracts?|licen[cs]es?|permits?|permission|rights?) to\b",
    re.IGNORECASE,
)
"""What lets somebody do something: “Peru may sell pears to Chad” for “an agreement to sell pears to Chad”."""
_OF_ONE: Final = re.compile(r" one ([a-z]+)")
_NONE_MORE: Final = re.compile(
    r"\b(?:no|none|nobody|nothing|not)\b[^.;:]*?\b(?:[a-z]{3,}er|more|less|as [a-z]+)\b", re.IGNORECASE
)
"""What makes something the most of all: “no plant will be larger”."""
_UNIQUE: Final = re.compile(
    r"\b(?:(?!(?:re|con|pro|in)?(?:qu|t|v|ter)?est\b|arrest|forest|harvest|suggest|(?:north|south)?west|east|guest|unrest)"
    r"[a-z]{3,}est|most|least|worst|best|first|record|unprecedented|unparalleled|unmatched)\b",
    re.IGNORECASE,
)
"""What sets one apart from all before: “the deadliest since 2019”."""
_NO_OTHER: Final = re.compile(
    r"\b(?:no|not) more than\b|\b(?:nobody|no one|none|nothing) (?:else )?(?:but|except|other than|apart from)\b"
    r"|\bno other\b",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(r"\b(?:only|just|mere\w*|alone|sole\w*|exclusiv\w+|unique\w*|single)\b", re.IGNORECASE)
_OPENED: Final = re.compile(
    r"\b(?:re-?)?open(?:ed|s|ing)?\b|\b(?:lift|allow|let|clear|restor|resum|permi[ts]|free|access|enabl|licen[cs]|able)\w*",
    re.IGNORECASE,
)
"""What makes it possible: “vehicles could cross again” for “the bridge reopened”."""
_MAY: Final = frozenset({"may", "might", "perhaps", "possibly"})
_WILL: Final = frozenset({"will", "shall"})
_MAY_CLAUSE: Final = re.compile(r"[^.,;:!?]*\b(?P<sign>may|might|perhaps|possibly)\b[^.,;:!?]*")
_WILL_CLAUSE: Final = re.compile(
    r"[^.,;:!?]*\b(?:will|shall)\b(?! (?:not|never|likely|probably|possibly|perhaps))[^.,;:!?]*"
)
_LESS_SURE: Final = re.compile(
    r"\b(?:may|might|could|can|possib\w+|perhaps|potential\w*|maybe|likely|probabl\w+|risk\w*|chance\w*|if|unless|whether"
    r"|hop(?:e|es|ed|ing)|fear\w*|believ\w+|think\w*|thought|doubt\w*|uncertain\w*|unclear|option\w*|up to|would)\b",
    re.IGNORECASE,
)
"""What makes less sure in the quotes, too, what they say will be."""
_LEAST_SHARED: Final = 3
_ONLY_NOT: Final = re.compile(r"\bonly\b[^.;:]*?(?:\bnot\b|n[’']t\b)", re.IGNORECASE)
_FOR_A_PURPOSE: Final = re.compile(r"[^.;:?!]{1,120}?\b(?:in order to|(?:just|only|simply|merely) to)\b")
"""Behind a negation: the purpose is what is denied."""
_DENIES_TWO: Final = re.compile(
    r"\b(?:not|never|nobody|no|none|without|neither|\w+n[’']t)\b[^.;:?!]{1,120}?\b(?:or|nor)\b", re.IGNORECASE
)
"""One negation of two things: “have not set up a committee or tried to restrain them”."""
_IF_NOT: Final = re.compile(r"\b(?:if|provided)\b[^.;,]{0,80}|(?:^|(?<=[.;,] ))should\b[^.;,]{0,80}|\bwithout\b", re.I)


def doubts_are_kept(saying: ClaimContext) -> Iterator[Violation]:
    """Each word of doubt in a quote that is said of the claim's own words has its like beside them in the claim."""
    if not saying.is_english or saying.claim.kind == "question":
        return
    claim, quotes = saying.claim_words, saying.quote_words
    dropped = [doubt.word for doubt in _doubts(quotes) if _is_dropped(doubt, saying)]
    if not dropped and claim.text not in quotes.text:
        looks = (weakening_word, planning_word, planned_sum, planned_thing, undone_deed, faint_plan, way_cleared)
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
    if added:
        added = _without_rounding(added, saying)
    if not added and _ONLY_NOT.search(saying.claim.text) and _is_plain_only(saying.quote_words):
        added.append("not")
    if not added and (may := _may_for_will(saying.claim_words, saying.quote_words)):
        added.append(may)
    added += filter(None, [hearsay_in(saying.claim_words, saying.quote_words.text)])
    if added:
        yield saying.violation(DOUBT_ADDED, added, partial(_message, there=f"claim `{saying.key}`", here="the quotes"))


def _may_for_will(claim: Words, quotes: Words) -> str:
    """The “may” of a claim for what a clause of the quotes says will be, in other words."""
    if _MAY.isdisjoint(claim.lower) or _WILL.isdisjoint(quotes.lower) or _LESS_SURE.search(quotes.text):
        return ""
    may = _MAY_CLAUSE.search(claim.text)
    if may is None:
        return ""
    told = {word.root for word in content_words(may[0])}
    for match in _WILL_CLAUSE.finditer(quotes.text):
        if len(told & {word.root for word in content_words(match[0])}) >= _LEAST_SHARED:
            return may["sign"]
    return ""


def _is_dropped(doubt: Doubt, saying: ClaimContext) -> bool:
    """Whether the claim says what is doubted without the doubt; not where it has the same verb for it as often."""
    claim, quotes = saying.claim_words, saying.quote_words
    if not claim.stems.drop(doubt, quotes.stems):
        return False
    if _is_unless(doubt, quotes, claim) or tells_other_clauses(quotes.text, doubt.start, claim.content_roots):
        return False
    if doubt.what in (LEAST, MOST) and _is_of_other_number(doubt, quotes, claim):
        return False
    if doubt.what == FUTURE and _IS_TO.search(claim.text):
        return False  # “was to be run under rights granted by Panama” for “Panama would grant rights to run it”
    if doubt.what == NEGATION and _FOR_A_PURPOSE.match(quotes.text, doubt.end):
        return False  # “did not walk so far in order to turn back”: who says so walked so far
    if doubt.what == NEGATION and (
        quotes.stems.has_it_too(doubt, claim.stems) or opposite_in(doubt.first, claim.roots - quotes.roots)
    ):
        return False  # “died” for “did not survive”
    root = root_of(doubt.word.split()[0])
    if root not in _VERBS_OF_DENIAL:
        return True
    return _count(root, claim) < _count(root, quotes) and not _NOT_ACCEPTED.search(claim.text)


def _is_of_other_number(doubt: Doubt, quotes: Words, claim: Words) -> bool:
    """Whether the number that a word bounds is none of the claim's, which leaves it out altogether."""
    if doubt.what == LEAST and (one := _OF_ONE.match(quotes.text, doubt.end)) and f"a {one[1]}" in claim.text.lower():
        return True  # “a ceasefire” for “at least one ceasefire”
    bounded = [each for each in quotes.figures if 0 <= each.start - doubt.end <= _BESIDE]
    return bool(bounded) and not any(map(claim.gives, bounded))


def _is_unless(doubt: Doubt, words: Words, other: Words) -> bool:
    """Whether a negation is in a condition that is “unless a deal is reached” in the other: “if no deal is reached”."""
    if doubt.what != NEGATION or "unless" not in other.lower - words.lower:
        return False
    return any(doubt.word.lower() in match[0].lower().split() for match in _IF_NOT.finditer(words.text))


def _count(root: str, words: Words) -> int:
    return sum(each.root == root for each in words.content)


def _without_rounding(added: Sequence[str], saying: ClaimContext) -> list[str]:
    """Words of doubt, those apart that say no more than that a number of the quotes is rounded."""
    text = saying.claim.text
    bounds = {
        text[max(0, each.start - _REACH) : each.start].lower().rstrip(" $€£¥") for each in _rounded_numbers(saying)
    }
    return [word for word in added if not any(each.endswith(word.lower()) for each in bounds)]


def _rounded_numbers(saying: ClaimContext) -> Iterable[TextNumber]:
    return rounded_figures(saying.claim_words, saying.quote_words) if saying.has_figures else ()


def _is_unbacked(doubt: Doubt, saying: ClaimContext) -> bool:
    backing = saying.quote_words.agreeing(doubt.what)
    if doubt.what == EXCEPTION:
        return not backing
    if _is_unless(doubt, saying.claim_words, saying.quote_words) or _says_another_way(doubt, saying):
        return False
    if doubt.what == NEGATION and opposite_in(doubt.first, saying.quote_words.roots - saying.claim_words.roots):
        return False
    if doubt.what == NEGATION and _DENIES_TWO.search(saying.quote_words.text):
        backing += 1
    spare = backing - (saying.claim_words.agreeing(doubt.what) if doubt.what == NEGATION else 1)
    return spare < 0 and saying.quote_words.stems.drop(doubt, saying.claim_words.stems)


def _is_plain_only(words: Words) -> bool:
    """Whether words tell of one only, and deny nothing: “only one boat got through”."""
    return "only" in words.lower and not words.agreeing(NEGATION)


def _says_another_way(doubt: Doubt, saying: ClaimContext) -> bool:
    """Whether a claim says with a word of doubt what the quotes say without: “never before” for “for the first"
    " time”."""
    text, quoted = saying.claim.text, saying.quote_words.text
    says_none = doubt.what == NEGATION and (_NONE_BEFORE.search(text) or _NONE_MORE.search(text))
    if says_none and _UNIQUE.search(quoted) and not _UNIQUE.search(text):
        return True
    if doubt.what in (NEGATION, MOST) and _NO_OTHER.search(text) and _ALONE.search(quoted):
        return True
    word = doubt.word.lower()
    if word in _SCARCELY:
        return _HARD.search(quoted) is not None
    if word == "may":
        return _AGREED.search(quoted) is not None
    return word == "could" and _OPENED.search(quoted) is not None


def _doubts(words: Words) -> Iterable[Doubt]:
    return doubts_in(words.text, words.lower)


def _message(words: Iterable[str], there: str, here: str) -> str:
    listed = [f"“{word}”" for word in words]
    it_has = "has nothing like it" if len(listed) == 1 else "have nothing like them"
    return f"{', '.join(listed)} in {there} {it_has} in {here}"


GUARDS_ON_WORDS = (doubts_are_kept, doubts_are_the_words_own)
