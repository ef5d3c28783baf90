"""Words that a quote leaves out do not turn what it says."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.guards.quote_edges import DOUBT_CUT_OFF, doubt_cut_off
from dashboard.evidence.ellipsis import Place, has_ellipsis
from dashboard.evidence.words import LEAST, MOST, agrees, doubts_in, weakening_left_out
from dashboard.model.event import Event

DOUBT_LEFT_OUT = guard(
    "doubt-left-out",
    "The ellipsis leaves out a doubt",
    "An ellipsis in a quote leaves out a negation, a condition or a possibility (“not”, “if”, “would”), and the claim "
    "has nothing like it. Checked for sources in English.",
    "quote the words that were left out and add what they say to the claim, or `allow` it with the reason",
    "warning",
)

_SENTENCE_ENDS: Final = re.compile(r"[.!?][”’\"')\]]*(?:\s+|\Z)|\n\s*\n")
_WORD: Final = re.compile(r"\w+")


def words_left_out_hold_no_doubt(corpus: Corpus) -> Iterator[Violation]:
    """What a quote leaves out of the sentences that it is of says nothing to be doubted that the claim does not say."""
    for event in corpus.events.values():
        for key in corpus.evidence.claims.get(event.id, {}):
            yield from doubts_beside_quotes(corpus, event, key)


def doubts_beside_quotes(corpus: Corpus, event: Event, key: str) -> Iterator[Violation]:
    """What the quotes of one claim leave out, or have just beside them, that makes less of what they say."""
    claim = event.claims[key]
    for index, found in enumerate(corpus.evidence.of(event.id, key).quotes):
        spans = found.finding.spans if found.finding is not None else ()
        if not spans or not _is_english(corpus, found.quote.source):
            continue
        text, path = corpus.workspace.texts[found.quote.source], ("claims", key, "quotes", index, "exact")
        if word := doubt_left_out(text, spans, claim.text):
            left_out = "ellipsis" if has_ellipsis(found.quote.exact) else "bracket"
            message = f"the {left_out} leaves out “{word}”, and claim `{key}` has nothing like it"
            yield Violation(DOUBT_LEFT_OUT, event, (key,), path, (word,), message)
        elif word := doubt_cut_off(text, spans, claim):
            message = f"“{word}” stands just beside the quote, and claim `{key}` has nothing like it"
            yield Violation(DOUBT_CUT_OFF, event, (key,), path, (word,), message)


def doubt_left_out(text: str, spans: Place, claim: str) -> str:
    """The first word of doubt between the parts of a quote, in their own sentences, that `claim` has no like of."""
    for (_, end), (start, _) in pairwise(spans):
        pieces = _SENTENCE_ENDS.split(text[end:start])
        for piece in dict.fromkeys((pieces[0], pieces[-1])):
            lower = {word.lower() for word in _WORD.findall(piece)}
            for doubt in doubts_in(piece, lower):
                if doubt.what not in (LEAST, MOST) and not agrees(doubt.what, claim):
                    return doubt.word
            if word := weakening_left_out(piece, claim):
                return word
    return ""


def _is_english(corpus: Corpus, source: str) -> bool:
    described = corpus.workspace.sources.get(source)
    return described is None or (described.language or "en").split("-")[0] == "en"


GUARDS = (words_left_out_hold_no_doubt,)
