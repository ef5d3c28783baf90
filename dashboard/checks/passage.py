"""The passage of a text that is most like a quote. It suggests; it never verifies."""

import re
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz import fuzz

from dashboard.evidence.folding import FoldedText, fold
from dashboard.model.claim import Quote

LEAST_LIKENESS: Final = 60
"""Percent of rapidfuzz's partial ratio below which a passage is no help."""
SEARCHED_CHARACTERS: Final = 200_000
"""Of the text; what is sought and what is searched cost the product of their lengths."""
SOUGHT_CHARACTERS: Final = 300
"""Of the quote: its beginning finds the place of the rest."""
SHOWN_DIFFERENCES: Final = 4
SHOWN_CHARACTERS: Final = 120
"""Of words that differ."""
SHOWN_WORDS: Final = 3
"""Of those that agree, on each side of a difference."""


def nearest_passage(quote: Quote, folded_text: FoldedText) -> str:
    """A hint with the nearest passage, its offset (in code points) and how it differs; empty where none is near."""
    exact, searched = fold(quote.exact), folded_text.text[:SEARCHED_CHARACTERS]
    if (start := searched.find(exact)) >= 0:
        offset, _ = folded_text.span(start, start + len(exact))
        return f"the words stand at offset {offset}, but not between this prefix and suffix"
    found = fuzz.partial_ratio_alignment(exact[:SOUGHT_CHARACTERS], searched, score_cutoff=LEAST_LIKENESS)
    if found is None or not any(map(str.isalnum, searched[found.dest_start : found.dest_end])):
        return ""
    rest = max(0, len(exact) - SOUGHT_CHARACTERS)
    start, end = _to_words(searched, found.dest_start, found.dest_end + rest)
    while exact[-1:].isalnum() and not searched[end - 1].isalnum():  # the comma behind the words is no difference
        end -= 1
    while exact[:1].isalnum() and not searched[start].isalnum():
        start += 1
    offset, _ = folded_text.span(start, end)
    return f"nearest, at offset {offset}: “{difference(searched[start:end], exact)}”"


def difference(text: str, quote: str) -> str:
    """Both as one line: words that agree as they are, others as `[text: … | quote: …]`; the first few of them."""
    words, quoted = text.split(), quote.split()
    changes = SequenceMatcher(None, words, quoted, autojunk=False).get_opcodes()
    parts: list[str] = []
    left = SHOWN_DIFFERENCES
    for number, (tag, start, end, quoted_start, quoted_end) in enumerate(changes):
        if tag == "equal":
            is_last = number == len(changes) - 1 or not left
            parts.append(_shortened(words[start:end], is_first=number == 0, is_last=is_last))
        if not left:
            break
        if tag != "equal":
            left -= 1
            there, here = " ".join(words[start:end]), " ".join(quoted[quoted_start:quoted_end])
            parts.append(f"[text: {_clipped(there)} | quote: {_clipped(here)}]")
    return " ".join(parts)


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span, in whole words: the first and the last are completed, white space around them is left out."""
    near = re.finditer(r"\S+", text[: end + SHOWN_CHARACTERS])
    words = [word.span() for word in near if word.end() > start and word.start() < end]
    return (words[0][0], words[-1][1]) if words else (start, end)


def _clipped(words: str) -> str:
    return f"{words[:SHOWN_CHARACTERS]}…" if len(words) > SHOWN_CHARACTERS else words or "–"


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> str:
    most = SHOWN_WORDS if is_first or is_last else 2 * SHOWN_WORDS
    if len(words) <= most:
        return " ".join(words)
    before = [] if is_first else words[:SHOWN_WORDS]
    behind = [] if is_last else words[-SHOWN_WORDS:]
    return " ".join([*before, "…", *behind])
