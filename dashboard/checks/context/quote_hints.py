"""Hints for a quote that does not stand once: the passage most like it, and the words that decide between places.

They suggest; they never verify.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from dashboard.evidence.ellipsis import MOST_OMITTED, MOST_PARTS, Place, has_ellipsis, parts_of, too_short
from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold
from dashboard.evidence.nearest_passage import nearest_passage
from dashboard.evidence.scripts import WORD, is_unspaced
from dashboard.model.claim import Quote

SHOWN_DIFFERENCES: Final = 4
SHOWN_CHARACTERS: Final = 120
"""The most characters that are shown where words differ."""
SHOWN_WORDS: Final = 3
"""The most words that are shown where they agree, on each side of a difference."""
SHOWN_SIGNS: Final = 8
"""The most characters that are shown there in a script without spaces."""
MOST_WORDS: Final = 8
"""The most words of context that are tried on either side of the quote."""
MOST_SIGNS: Final = 12
"""The most characters of context on either side in a script without spaces, where a word is one character."""
MOST_OFFERED: Final = 3
AROUND_CHARACTERS: Final = 400
MOST_STARTS: Final = 1_000
"""No context is looked for if the words occur more often than this: each try looks at every occurrence."""


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


def nearest_words(quote: Quote, folded_text: FoldedText) -> str:
    """A hint with the nearest passage, its offset (in code points) and how it differs; empty where none is near."""
    parts = parts_of(quote.exact) if has_ellipsis(quote.exact) else ()
    if len(parts) > 1:
        return _of_parts(parts, folded_text)
    return _nearest(fold(parts[0] if parts else quote.exact), folded_text)


def _nearest(exact: str, folded_text: FoldedText) -> str:
    if not exact:
        return ""
    if (start := folded_text.text.find(exact)) >= 0:
        offset, _ = folded_text.span(start, start + len(exact))
        return f"the words are at offset {offset}, but not between this prefix and suffix"
    found = nearest_passage(exact, folded_text)
    if found is None:
        return ""
    return f"nearest, at offset {found.start}: “{difference(found.folded, exact)}”"


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


def deciding_context(quote: Quote, finding: Finding, text: str, folded_text: FoldedText) -> str:
    """A hint with, for each of the first places, the prefix or suffix that decides for it: the shortest that does."""
    parts = parts_of(quote.exact)
    if any(folded_text.text.count(fold(part)) > MOST_STARTS for part in (quote.exact, *parts)):
        return ""
    bare = quote.model_copy(update={"prefix": "", "suffix": ""})
    offers = [
        f"for the one at offset {place[0][0]} add {offer}"
        for place in finding.places[:MOST_OFFERED]
        if (offer := _offer(bare, text, folded_text, place))
    ]
    return "; ".join(offers)


def _offer(quote: Quote, text: str, folded_text: FoldedText, place: Place) -> str:
    tried = [("prefix", words) for words in _before(text, place[0][0])]
    tried += [("suffix", words) for words in _behind(text, place[-1][1])]
    for name, words in sorted(tried, key=lambda each: len(each[1])):
        if find(quote.model_copy(update={name: words}), text, folded_text).places == (place,):
            return f'`{name}: "{_escape(words)}"`'
    return ""


def _before(text: str, start: int) -> Iterator[str]:
    """The last word before `start`, the last two, and so on; white space inside is one space."""
    before = text[max(0, start - AROUND_CHARACTERS) : start].strip()
    words = before.split()
    yield from (" ".join(words[-count:]) for count in range(1, min(MOST_WORDS, len(words)) + 1))
    if words and is_unspaced(words[-1]):
        yield from (before[-count:] for count in range(1, min(MOST_SIGNS, len(words[-1])) + 1))


def _behind(text: str, end: int) -> Iterator[str]:
    behind = text[end : end + AROUND_CHARACTERS].strip()
    words = behind.split()
    yield from (" ".join(words[:count]) for count in range(1, min(MOST_WORDS, len(words)) + 1))
    if words and is_unspaced(words[0]):
        yield from (behind[:count] for count in range(1, min(MOST_SIGNS, len(words[0])) + 1))


def _escape(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
