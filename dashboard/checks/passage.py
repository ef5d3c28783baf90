"""The passage of a text that is most like a quote. It suggests; it never verifies."""

from difflib import SequenceMatcher

from rapidfuzz import fuzz

from dashboard.evidence.folding import FoldedText, fold
from dashboard.model.claim import Quote

LEAST_LIKENESS = 60
"""Percent of rapidfuzz's partial ratio below which a passage is no help."""
MOST_CHARACTERS = 200_000
"""Of text that is searched: the search takes the product of both lengths."""
KEPT_WORDS = 3
"""Shown of words that agree, on each side of a difference."""


def nearest_passage(quote: Quote, folded_text: FoldedText) -> str:
    """A hint with the nearest passage, its offset (in code points) and how it differs; empty where none is near."""
    exact, searched = fold(quote.exact), folded_text.text[:MOST_CHARACTERS]
    if not exact or not searched:
        return ""
    found = fuzz.partial_ratio_alignment(exact, searched, score_cutoff=LEAST_LIKENESS)
    if found is None or found.dest_end == found.dest_start:
        return ""
    start, end = _to_words(searched, found.dest_start, found.dest_end)
    if searched[start:end] == exact:
        return (
            f"the words stand there, but not with this prefix and suffix: see offset {folded_text.span(start, end)[0]}"
        )
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
            parts.append(f"[text: {there or '–'} | quote: {here or '–'}]")
    return " ".join(parts)


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span, widened to whole words."""
    while start > 0 and text[start - 1] != " " and text[start] != " ":
        start -= 1
    while end < len(text) and text[end] != " " and text[end - 1] != " ":
        end += 1
    while text[start] == " ":
        start += 1
    while text[end - 1] == " ":
        end -= 1
    return start, end


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> str:
    most = KEPT_WORDS if is_first or is_last else 2 * KEPT_WORDS
    if len(words) <= most:
        return " ".join(words)
    before = [] if is_first else words[:KEPT_WORDS]
    behind = [] if is_last else words[-KEPT_WORDS:]
    return " ".join([*before, "…", *behind])
