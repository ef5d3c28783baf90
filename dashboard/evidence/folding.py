"""Folding: texts that differ only in how they are typed become the same, with offsets back into the original."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from dashboard.evidence.searching import SearchedText

_SAME = {
    **dict.fromkeys("‘’‚‛‹›′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)
"""Soft hyphens, zero-width characters, controls of direction, variation selectors."""
_PLAIN = re.compile(r"[!-_a-~]+( [!-_a-~]+)*")
_COMPOSED_WITHOUT_A_CLASS: Final = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1160-\u11ff\u1b35"
)
"""Vowel signs and Hangul jamo that NFC joins to what stands before them, though they are no combining marks."""
_MARKS_BEGIN, _MARKS_END = 0x0300, 0x1F000


def _marks() -> str:
    """Every character with a combining class, as the inside of a character class; ideographs are passed over."""
    looked_at = (*range(_MARKS_BEGIN, 0x3400), *range(0xA600, 0xAC00), *range(0xFB00, 0x12000))
    rest = (*range(0x16A00, 0x17000), *range(0x1BC00, 0x1BD00), *range(0x1D100, 0x1D300), *range(0x1E000, _MARKS_END))
    return "".join(chr(code) for code in (*looked_at, *rest) if unicodedata.combining(chr(code)))


_JOINING = f"[{_marks()}{_COMPOSED_WITHOUT_A_CLASS}\u034f]"
_RAISED = "[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215f\u2189\u2460-\u249b\u24ea]"
_RUNS = re.compile(
    rf"(?P<plain>[!-~]+(?!{_JOINING}))"
    r"|(?P<broken>\u00ad[^\S\n\r]*(?:\r\n?|\n)\s*)"
    rf"|(?P<raised>(?<=\d){_RAISED}+|{_RAISED}+(?=\d))"
    rf"|(?P<cluster>.{_JOINING}*)",
    re.DOTALL,
)
"""Runs that stay as they are; soft hyphens at the end of a line, which go with it; raised digits beside a digit, which
stay (10⁶ is not 106); single characters with what NFKC may compose with them."""
_HYPHENATED = re.compile(r"(?<=[^\W_])- (?=[^\W_])")
_AT_LINE_END = re.compile(r"[^\W\d_][-\u2010\u2011][^\S\n\r]*(?:\r\n?|\n)\s*[^\W\d_]")


@dataclass(frozen=True)
class FoldedText:
    """A folded text and, for each of its code points, where it comes from."""

    text: str
    starts: tuple[int, ...]
    """Offset in the original of the code point that each folded one was made from."""
    ends: tuple[int, ...]
    """Offset just behind it."""
    breaks: tuple[int, ...] = ()
    """Where in the folded text hyphens stand that a line ended with: they may belong to the word, or not."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open span in the original, in code points, of a non-empty half-open span in the folded text."""
        return self.starts[start], self.ends[end - 1]

    @cached_property
    def searched(self) -> SearchedText:
        """The folded text, to be searched many times."""
        return SearchedText(self.text)

    @cached_property
    def unbroken(self) -> "FoldedText":
        """The same without the hyphens at the ends of lines: `inter-` and `national` are one word again."""
        if not self.breaks:
            return self
        gone = set(self.breaks)
        kept = [index for index in range(len(self.text)) if index not in gone]
        return FoldedText(
            "".join(self.text[index] for index in kept),
            tuple(self.starts[index] for index in kept),
            tuple(self.ends[index] for index in kept),
        )


def folded(text: str) -> FoldedText:
    """Fold NFKC, quotation marks, dashes and white space; drop what is invisible. Linear in the text's length.

    Behind a hyphen inside a word white space is dropped, too: a line may end there.
    """
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for run in _RUNS.finditer(text):
        start, end = run.span()
        if run.lastgroup == "plain":
            out.extend(run[0].replace("`", "'"))
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        elif run.lastgroup == "raised":
            out.extend(run[0])
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        elif run.lastgroup == "cluster":
            for character in _fold_cluster(run[0]):
                if character != " " or (out and out[-1] != " "):
                    out.append(character)
                    starts.append(start)
                    ends.append(end)
                elif out:
                    ends[-1] = end
    if out and out[-1] == " ":
        del out[-1], starts[-1], ends[-1]
    return _rejoined(text, "".join(out), starts, ends)


def fold(text: str) -> str:
    """The folded text alone."""
    return text if "- " not in text and _PLAIN.fullmatch(text) else folded(text).text


def _rejoined(original: str, text: str, starts: list[int], ends: list[int]) -> FoldedText:
    """The folded text without the white space behind hyphens inside words."""
    spaces = [match.start() + 1 for match in _HYPHENATED.finditer(text)]
    if not spaces:
        return FoldedText(text, tuple(starts), tuple(ends))
    pieces, breaks, begun = [], [], 0
    for removed, space in enumerate(spaces):
        pieces.append(text[begun:space])
        begun = space + 1
        if _AT_LINE_END.match(original[starts[space - 2] : ends[space + 1]]):
            breaks.append(space - 1 - removed)
    for space in reversed(spaces):
        del starts[space], ends[space]
    return FoldedText("".join([*pieces, text[begun:]]), tuple(starts), tuple(ends), tuple(breaks))


@lru_cache(maxsize=65536)
def _fold_cluster(cluster: str) -> str:
    """One base with its combining marks; NFKC composes within it, so it is folded as one."""
    kept = _INVISIBLE.sub("", cluster)
    normal = "".join(_SAME.get(character, character) for character in unicodedata.normalize("NFKC", kept))
    return "".join(" " if character.isspace() else _SAME.get(character, character) for character in normal)
