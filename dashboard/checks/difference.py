"""Two wordings as one line: word by word, or character by character in scripts without spaces."""

from difflib import SequenceMatcher
from typing import Final

from dashboard.evidence.scripts import WORD, is_unspaced

SHOWN_DIFFERENCES: Final = 4
SHOWN_CHARACTERS: Final = 120
"""Of words that differ."""
SHOWN_WORDS: Final = 3
"""Of those that agree, on each side of a difference."""
SHOWN_SIGNS: Final = 8
"""The same of a script without spaces."""


class _Words:
    """A text cut into what is compared, each a slice of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [word.span() for word in WORD.finditer(text)]
        self.words = [text[start:end] for start, end in self.spans]

    def between(self, start: int, end: int) -> str:
        """The text from one word to another, as it stands there."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def shortened(self, start: int, end: int, *, is_first: bool, is_last: bool) -> str:
        """The same, without the middle, or without the end that nothing differs beside."""
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
            parts.append(there.shortened(start, end, is_first=number == 0, is_last=is_last))
        if not left:
            break
        if tag != "equal":
            left -= 1
            old, new = there.between(start, end), here.between(quoted_start, quoted_end)
            parts.append(f"[text: {clipped(old)} | quote: {clipped(new)}]")
    return " ".join(parts)


def clipped(words: str) -> str:
    """The words, cut where they are very many; a dash for none."""
    return f"{words[:SHOWN_CHARACTERS]}…" if len(words) > SHOWN_CHARACTERS else words or "–"
