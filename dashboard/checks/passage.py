"""The passage of a text that is most like a quote. It suggests; it never verifies."""

import re
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from dashboard.evidence.folding import FoldedText, fold
from dashboard.model.claim import Quote

LEAST_LIKENESS = 60
"""Percent of rapidfuzz's partial ratio below which a passage is no help."""
MOST_CHARACTERS = 200_000
"""Of text that is searched: the search takes the product of both lengths."""
MOST_SHOWN = 120
"""Characters of words that differ."""
KEPT_WORDS = 3
"""Shown of words that agree, on each side of a difference."""


def nearest_passage(quote: Quote, folded_text: FoldedText) -> str:
    """A hint with the nearest passage, its offset (in code points) and how it differs; empty where none is near."""
    exact, searched = fold(quote.exact), folded_text.text[:MOST_CHARACTERS]
    if (start := searched.find(exact)) >= 0:
        offset, _ = folded_text.span(start, start + len(exact))
        return f"the words stand at offset {offset}, but not between this prefix and suffix"
    found = fuzz.partial_ratio_alignment(exact, searched, score_cutoff=LEAST_LIKENESS)
    if found is None or found.dest_end == found.dest_start:
        return ""
    start, end = _to_words(searched, found.dest_start, found.dest_end)
    offset, _ = folded_text.span(start, end)
    return f"nearest, at offset {offset}: “{difference(searched[start:end], exact)}”"


def difference(text: str, quote: str) -> str:
    """Both as one line: words that agree as they are, others as `[text: … | quote: …]`."""
    words, quoted = text.split(), quote.split()
    parts: list[str] = []
    changes = SequenceMatcher(None, words, quoted, autojunk=False).get_opcodes()
    for number, (tag, start, end, quoted_start, quoted_end) in enumerate(changes):
        if tag == "equal":
            parts.append(_shortened(words[start:end], is_first=number == 0, is_last=number == len(changes) - 1))
        else:
            there, here = " ".join(words[start:end]), " ".join(quoted[quoted_start:quoted_end])
            parts.append(f"[text: {_clipped(there)} | quote: {_clipped(here)}]")
    return " ".join(parts)


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span, in whole words: the first and the last are completed, white space around them is left out."""
    words = [
        word.span() for word in re.finditer(r"\S+", text[: end + 100]) if word.end() > start and word.start() < end
    ]
    return (words[0][0], words[-1][1]) if words else (start, end)


def _clipped(words: str) -> str:
    if len(words) > MOST_SHOWN:
        return f"{words[:MOST_SHOWN]}…"
    return words or "–"


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> str:
    most = KEPT_WORDS if is_first or is_last else 2 * KEPT_WORDS
    if len(words) <= most:
        return " ".join(words)
    before = [] if is_first else words[:KEPT_WORDS]
    behind = [] if is_last else words[-KEPT_WORDS:]
    return " ".join([*before, "…", *behind])
