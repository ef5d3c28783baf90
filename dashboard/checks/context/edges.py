"""A quote begins and ends where words and numbers do."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from dashboard.checks.corpus import Corpus
from dashboard.model.claim import Quote
from dashboard.model.event import Event
from dashboard.model.problem import Problem, ProblemKind, kind
from dashboard.store.workspace import PathInRecord

CUTS_NUMBER = kind(
    "quote-cuts-number",
    "A quote that cuts a number in two",
    "“3 million” is part of “13 million”, and “13” is part of “13.5”, but neither is what the source says.",
    "quote the whole number",
)
CUTS_WORD = kind(
    "quote-cuts-word",
    "A quote that cuts a word in two",
    "“possible” is part of “impossible”, “they can” of “they can't”, and “nuclear” of “non-nuclear”: the rest of the "
    "word may say the opposite. Checked in Latin, Greek and Cyrillic script.",
    "quote the whole word",
    "warning",
)

_NOT_BEHIND: Final = re.compile(r"[’'ʼ]t(?![^\W_])", re.IGNORECASE)
_NOT_BEFORE: Final = re.compile(r"(?<![^\W_])non[-‐‑–]\Z", re.IGNORECASE)
_NEAR: Final = 5
_ALPHABETS: Final = ("LATIN", "GREEK", "CYRILLIC")


def quote_ends_where_words_do(corpus: Corpus) -> Iterator[Problem]:
    """No quote that stands begins or ends inside a number, or a word."""
    for event, path, quote, spans in _standing(corpus):
        text = corpus.workspace.texts[quote.source]
        for start, end in spans:
            for at in (start, end):
                if found := cut_at(text, at):
                    kind_, whole = found
                    message = f"“{whole}” in {quote.source} is cut in two"
                    yield corpus.problem(kind_, event, path, message, f"quote all of “{whole}”, or none of it")


def cut_at(text: str, at: int) -> tuple[ProblemKind, str] | None:
    """What a cut of `text` before the character at offset `at` breaks, and its kind; None where it breaks nothing."""
    before, behind = text[max(0, at - _NEAR) : at], text[at : at + _NEAR]
    if not before or not behind:
        return None
    if _cuts_number(before, behind):
        return CUTS_NUMBER, _whole(text, at)
    if _cuts_word(before, behind):
        return CUTS_WORD, _whole(text, at)
    return None


def _cuts_number(before: str, behind: str) -> bool:
    """Between two digits, or a digit and the separator that a digit follows; a note's raised number is no digit."""
    if before[-1].isdecimal():
        return re.match(r"[.,:٫٬]?\d", behind) is not None
    return behind[0].isdecimal() and re.search(r"\d[.,:٫٬]\Z", before) is not None


def _cuts_word(before: str, behind: str) -> bool:
    if _has_alphabet(before[-1]) and _has_alphabet(behind[0]):
        return True
    if _NOT_BEHIND.match(behind) and before[-1] in "nN":
        return True
    return _NOT_BEFORE.search(before) is not None


def _has_alphabet(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith(_ALPHABETS)


def _whole(text: str, at: int) -> str:
    """The run between spaces around `at`; of a very long one what is near."""
    before = re.search(r"\S{1,40}\Z", text[max(0, at - 40) : at])
    behind = re.match(r"\S{1,40}", text[at : at + 40])
    return (before[0] if before else "") + (behind[0] if behind else "")


def _standing(corpus: Corpus) -> Iterator[tuple[Event, PathInRecord, Quote, tuple[tuple[int, int], ...]]]:
    for event in corpus.events.values():
        for key, evidence in corpus.evidence.claims.get(event.id, {}).items():
            for index, found in enumerate(evidence.quotes):
                if found.finding is not None and found.finding.stands:
                    yield event, ("claims", key, "quotes", index, "exact"), found.quote, found.finding.spans


RULES = (quote_ends_where_words_do,)
