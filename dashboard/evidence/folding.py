"""Folding: texts that differ only in how they are typed become the same, with offsets back into the original."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final

from dashboard.evidence.folded_text import FoldedText, Runs, without

_SAME: Final = {
    **dict.fromkeys("‘’‚‛‹›′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **{chr(code): " " for code in range(0x2000, 0x200B)},
}
"""Quotation marks, dashes and white space, character by character; line breaks are seen to later."""
_TYPED_ALIKE: Final = str.maketrans(_SAME)
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)
"""Soft hyphens, zero-width characters, controls of direction, variation selectors."""
MOST_FOLDED: Final = 20_000_000
"""Characters that a text may fold to: as many as a source's text may have bytes. Some become eighteen."""
_MOST_OF_ONE: Final = 18
STABLE: Final = (
    "!-_a-~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0391-\u03a1\u03a3-\u03c9"
    "\u0400-\u0481\u048a-\u052f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0660-\u0669\u0904-\u0928\u092a-\u0930"
    "\u0e01-\u0e30\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
"""Characters that fold to themselves, as the inside of a character class: most of most texts."""
_COMPOSED_WITHOUT_A_CLASS: Final = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1160-\u11ff\u1b35"
)
"""Vowel signs and Hangul jamo that NFC joins to what stands before them, though they are no combining marks."""
_MARKS_END: Final = 0x1F000


def _marks() -> str:
    """Every character with a combining class, as the inside of a character class; ideographs are passed over."""
    looked_at = (*range(0x0300, 0x3400), *range(0xA600, 0xAC00), *range(0xFB00, 0x12000))
    rest = (*range(0x16A00, 0x17000), *range(0x1BC00, 0x1BD00), *range(0x1D100, 0x1D300), *range(0x1E000, _MARKS_END))
    return "".join(chr(code) for code in (*looked_at, *rest) if unicodedata.combining(chr(code)))


_MOST_MARKS: Final = 60
"""On one letter: twice as many as Unicode's stream-safe texts have. NFKC takes the square of their number to sort."""
_JOINING: Final = f"[{_marks()}{_COMPOSED_WITHOUT_A_CLASS}\u034f]"
_JOINS: Final = re.compile(_JOINING)
_FIRST_MARK: Final = "\u0300"
_RAISED: Final = "[²³¹¼-¾\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215f\u2189\u2460-\u249b\u24ea]"
_RUNS: Final = re.compile(
    rf"(?P<stable>[{STABLE}]+(?:[ \n][{STABLE}]+)*(?!{_JOINING}))"
    r"|(?P<broken>\u00ad[^\S\n\r]*(?:\r\n?|\n)\s*)"
    rf"|(?P<blank>[ \n\r]{{2,}}(?!{_JOINING}))"
    rf"|(?P<raised>(?<=\d){_RAISED}+|{_RAISED}+(?=\d))"
    rf"|(?P<cluster>.{_JOINING}{{0,{_MOST_MARKS}}})",
    re.DOTALL,
)
"""Runs that stay as they are; soft hyphens at the end of a line, which go with it; raised digits beside a digit, which
stay (10⁶ is not 106); single characters with what NFKC may compose with them."""
_ALL_STABLE: Final = re.compile(r"[!-_a-~]+( [!-_a-~]+)*")
_LONG: Final = 100_000
"""Characters."""
_SPACES: Final = re.compile(" {2,}")
_HYPHENATED: Final = re.compile(r"(?<=[^\W_])- (?=[^\W_])")
_AT_LINE_END: Final = re.compile(r"[^\W\d_][-\u2010\u2011][^\S\n\r]*(?:\r\n?|\n)\s*[^\W\d_]")


def fold_with_offsets(text: str) -> FoldedText:
    """Fold NFKC, quotation marks, dashes and white space; drop what is invisible. Linear in the text's length.

    What would come behind `MOST_FOLDED` characters is left out: `folds_whole` tells. Behind a hyphen inside a word
    white space is dropped, too: a line may end there.
    """
    runs = Runs()
    for run in _RUNS.finditer(text.translate(_TYPED_ALIKE)):
        start, end = run.span()
        if len(runs) + (end - start) * _MOST_OF_ONE > MOST_FOLDED and len(runs) + _length(run) > MOST_FOLDED:
            break
        if run.lastgroup == "stable":
            runs.keep(run[0].replace("\n", " "), start)
        elif run.lastgroup == "raised":
            runs.keep(run[0], start)
        elif run.lastgroup == "blank":
            _add_cluster(runs, " ", start, end)
        elif run.lastgroup == "cluster":
            _add_cluster(runs, _fold_cluster(run[0]), start, end)
    return _join_hyphenated(text, runs.build())


def fold_once(text: str) -> FoldedText:
    """The text folded; of a long one, the last few are kept: it takes half a second for two hundred thousand words."""
    return _fold_long(text) if len(text) >= _LONG else fold_with_offsets(text)


@lru_cache(maxsize=3)
def _fold_long(text: str) -> FoldedText:
    return fold_with_offsets(text)


def fold(text: str) -> str:
    """The folded text alone."""
    return text if "- " not in text and _ALL_STABLE.fullmatch(text) else fold_with_offsets(text).text


def folds_whole(text: str) -> bool:
    """Whether all of it is folded."""
    if len(text) * _MOST_OF_ONE <= MOST_FOLDED:
        return True
    return sum(len(_fold_cluster(each)) * number for each, number in Counter(text).items()) <= MOST_FOLDED


def cuts_a_letter(text: str, offset: int) -> bool:
    """Whether a cut there parts a letter from a mark of it: `Cafe` is no part of `Café`, however that is coded."""
    return 0 < offset < len(text) and text[offset] >= _FIRST_MARK and _JOINS.match(text, offset) is not None


def _add_cluster(runs: Runs, characters: str, start: int, end: int) -> None:
    """What a cluster became; of white space that follows white space, nothing but its length."""
    if len(characters) == 1 and characters != " ":
        runs.add(characters, start, end)
        return
    words = _SPACES.sub(" ", characters)
    if words.startswith(" ") and not runs.may_space:
        runs.widen_space(end)
        words = words[1:]
    if words.strip(" "):
        runs.add(words.rstrip(" "), start, end)
    if words.endswith(" "):
        runs.add(" ", start, end)


def _length(run: re.Match[str]) -> int:
    """How many characters a run folds to, at most."""
    return len(_fold_cluster(run[0])) if run.lastgroup == "cluster" else len(run[0])


def _join_hyphenated(original: str, folding: FoldedText) -> FoldedText:
    """The folded text without the white space behind hyphens inside words."""
    spaces = [match.start() + 1 for match in _HYPHENATED.finditer(folding.text)]
    if not spaces:
        return folding
    breaks = tuple(
        space - 1 - removed
        for removed, space in enumerate(spaces)
        if _AT_LINE_END.match(original[slice(*folding.span(space - 2, space + 2))])
    )
    return without(folding, spaces, breaks)


@lru_cache(maxsize=65536)
def _fold_cluster(cluster: str) -> str:
    """One base with its combining marks; NFKC composes within it, so it is folded as one."""
    kept = _INVISIBLE.sub("", cluster)
    normal = "".join(_SAME.get(character, character) for character in unicodedata.normalize("NFKC", kept))
    return "".join(" " if character.isspace() else _SAME.get(character, character) for character in normal)
