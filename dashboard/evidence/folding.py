"""Folding: texts that differ only in how they are typed become the same, with offsets back into the original."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SAME = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_PLAIN = re.compile(r"[!-~]+( [!-~]+)*")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text and, for each of its code points, where it comes from."""

    text: str
    starts: tuple[int, ...] | range
    """Offset in the original of the code point that each folded one was made from."""
    ends: tuple[int, ...] | range
    """Offset just behind it."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open span in the original, in code points, of a non-empty half-open span in the folded text."""
        return self.starts[start], self.ends[end - 1]


def folded(text: str) -> FoldedText:
    """Fold NFKC, quotation marks, dashes and white space; drop what is invisible. Linear in the text's length."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        for character in _fold_cluster(text[start:end]):
            if character == " " and (not out or out[-1] == " "):
                if out:
                    ends[-1] = end
                continue
            out.append(character)
            starts.append(start)
            ends.append(end)
    if out and out[-1] == " ":
        out.pop(), starts.pop(), ends.pop()
    return FoldedText("".join(out), tuple(starts), tuple(ends))


def fold(text: str) -> str:
    """The folded text alone."""
    return text if _PLAIN.fullmatch(text) else folded(text).text


@lru_cache(maxsize=65536)
def _fold_cluster(cluster: str) -> str:
    """One base with its combining marks; NFKC composes within it, so it is folded as one."""
    kept = _INVISIBLE.sub("", cluster)
    normal = "".join(_SAME.get(character, character) for character in unicodedata.normalize("NFKC", kept))
    return "".join(" " if character.isspace() else _SAME.get(character, character) for character in normal)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Half-open spans of a starter with what may compose with it (combining marks, Hangul jamo, invisibles)."""
    if text.isascii():
        return [(index, index + 1) for index in range(len(text))]
    spans: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not _joins(text[index]):
            spans.append((start, index))
            start = index
    return spans if text else []


def _joins(character: str) -> bool:
    """Whether the character may compose with the one before it."""
    return character > "\u02ff" and (
        unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff" or character in "\u3099\u309a"
    )
