"""The passage of a text that is most like a quote. It suggests; it never verifies."""

from difflib import SequenceMatcher
from typing import Final

from rapidfuzz import fuzz

from dashboard.evidence.ellipsis import MOST_OMITTED, MOST_PARTS, has_ellipsis, parts_of, too_short
from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold
from dashboard.evidence.scripts import WORD, is_unspaced
from dashboard.model.claim import Quote

SHOWN_DIFFERENCES: Final = 4
SHOWN_CHARACTERS: Final = 120
"""The most characters that are shown where words differ."""
SHOWN_WORDS: Final = 3
"""The most words that are shown where they agree, on each side of a difference."""
SHOWN_SIGNS: Final = 8
"""The most characters that are shown there in a script without spaces."""


class _Words:
    """A text cut into what is compared, each a slice of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [word.span() for word in WORD.finditer(text)]
        self.words = [text[start:end] for start, end in self.spans]

    def between(self, start: int, end: int) -> str:
        """The text from one word to another, as it stands there."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def shorten(self, start: int, end: int, *, is_first: bool, is_last: bool) -> str:
        """The words from `start` to `end`, without their middle, or without an end beside which nothing differs."""
        most = SHOWN_SIGNS if is_unspaced(self.between(start, end)) else SHOWN_WORDS
        if end - start <= (most if is_first or is_last else 2 * most):
            return self.between(start, end)
        before = [] if is_first else [self.between(start, start + most)]
        behind = [] if is_last else [self.between(end - most, end)]
        return " ".join([*before, "…", *behind])


def difference(text: str, quote: str) -> str:
    """Words that agree as they are, others as `[text: … | quote: …]`; the first few of them."""
    there, here = _Words(text), _Words(quote)
    changes = SequenceMatcher(None, there.words, here.words, autojunk=False).get_opcodes()
    parts: list[str] = []
    left = SHOWN_DIFFERENCES
    for number, (tag, start, end, quoted_start, quoted_end) in enumerate(changes):
        if tag == "equal":
            is_last = number == len(changes) - 1 or not left
            parts.append(there.shorten(start, end, is_first=number == 0, is_last=is_last))
        if not left:
            break
        if tag != "equal":
            left -= 1
            old, new = there.between(start, end), here.between(quoted_start, quoted_end)
            parts.append(f"[text: {clip(old)} | quote: {clip(new)}]")
    return " ".join(parts)


def clip(words: str) -> str:
    """The words, cut where they are very many; a dash for none."""
    return f"{words[:SHOWN_CHARACTERS]}…" if len(words) > SHOWN_CHARACTERS else words or "–"


LEAST_LIKENESS: Final = 60
"""Percent of rapidfuzz's partial ratio below which a passage is no help."""
SEARCHED_CHARACTERS: Final = 200_000
"""The most characters of the text that are searched: the time grows with the product of both lengths."""
SOUGHT_CHARACTERS: Final = 300
"""The most characters of the quote that are searched for: its beginning is enough to find the place."""


def nearest_passage(quote: Quote, folded_text: FoldedText) -> str:
    """A hint with the nearest passage, its offset (in code points) and how it differs; empty where none is near."""
    parts = parts_of(quote.exact) if has_ellipsis(quote.exact) else ()
    if len(parts) > 1:
        return _of_parts(parts, folded_text)
    return _nearest(fold(parts[0] if parts else quote.exact), folded_text)


def _nearest(exact: str, folded_text: FoldedText) -> str:
    searched = folded_text.text[:SEARCHED_CHARACTERS]
    if not exact:
        return ""
    if (start := searched.find(exact)) >= 0:
        offset, _ = folded_text.span(start, start + len(exact))
        return f"the words are at offset {offset}, but not between this prefix and suffix"
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


def _of_parts(parts: tuple[str, ...], folded_text: FoldedText) -> str:
    """Why the parts that an ellipsis joins do not stand together."""
    if len(parts) > MOST_PARTS:
        return f"an ellipsis joins {MOST_PARTS} parts at most: make separate quotes of the rest"
    for part in parts:
        if too_short(part):
            return f"“{clip(part)}” is too short next to an ellipsis: quote more of the words around it"
    for part in map(fold, parts):
        if part not in folded_text.text and part not in folded_text.unbroken.text:
            nearest = _nearest(part, folded_text)
            told = f"“{clip(part)}”, a part of the quote, is not in the text"
            return f"{told}; {nearest}" if nearest else told
    return (
        f"every part is in the text, but not in this order with at most {MOST_OMITTED} characters between one and the "
        "next, or not between this prefix and suffix: make separate quotes of the parts"
    )


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to whole words at both ends, without white space around it."""
    near = WORD.finditer(text, 0, end + SHOWN_CHARACTERS)
    words = [word.span() for word in near if word.end() > start and word.start() < end]
    return (words[0][0], words[-1][1]) if words else (start, end)
