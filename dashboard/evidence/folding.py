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
_PLAIN = re.compile(r"[!-_a-~]+( [!-_a-~]+)*")
_JOINING = (
    "["
    + "".join(
        f"{chr(first)}-{chr(last)}"
        for first, last in ((0x0300, 0x036F), (0x1160, 0x11FF), (0x3099, 0x309A), (0x1AB0, 0x1AFF), (0x20D0, 0x20FF))
    )
    + "]"
)
_RUNS = re.compile(rf"(?P<plain>[!-~]+(?!{_JOINING}))|(?P<cluster>.{_JOINING}*)", re.DOTALL)
"""Runs that stay as they are, and single characters with what NFKC may compose with them."""


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text and, for each of its code points, where it comes from."""

    text: str
    starts: tuple[int, ...]
    """Offset in the original of the code point that each folded one was made from."""
    ends: tuple[int, ...]
    """Offset just behind it."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open span in the original, in code points, of a non-empty half-open span in the folded text."""
        return self.starts[start], self.ends[end - 1]


def folded(text: str) -> FoldedText:
    """Fold NFKC, quotation marks, dashes and white space; drop what is invisible. Linear in the text's length."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for run in _RUNS.finditer(text):
        start, end = run.span()
        if run.lastgroup == "plain":
            out.extend(run[0].replace("`", "'"))
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        for character in _fold_cluster(run[0]):
            if character != " " or (out and out[-1] != " "):
                out.append(character)
                starts.append(start)
                ends.append(end)
            elif out:
                ends[-1] = end
    if out and out[-1] == " ":
        del out[-1], starts[-1], ends[-1]
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
