"""Looking up quote after quote in one long text, without reading it through for each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

BLOCK = 16
"""Characters. A quote of twice as many holds a whole block of the text, wherever it stands."""
LONG_TEXT = 50_000
"""Characters, from which on an index pays: reading through less is as fast as asking it."""
MANY_QUOTES = 8
"""Looked up in one text, from which on an index is made."""
MOST_CANDIDATES = 2_000
"""Places worth looking at; where a text repeats itself more than that, it is read through."""


_DOTS: Final = re.compile("[…‥︙．]|[.][^\\w]{0,4}[.]")


class SearchedText:
    """A text that is searched many times. The index is made at the `MANY_QUOTES`th search of a long one."""

    __slots__ = ("_blocks", "_has_ellipsis", "_searches", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._searches = 0
        self._blocks: dict[str, list[int]] | None = None
        self._has_ellipsis: bool | None = None

    @property
    def may_have_ellipsis(self) -> bool:
        """Whether the text has anything that is, or folds to, dots one behind another."""
        if self._has_ellipsis is None:
            self._has_ellipsis = _DOTS.search(self.text) is not None
        return self._has_ellipsis

    def starts(self, words: str) -> Iterator[int]:
        """Offsets, rising, at which `words` stand; those that overlap too. `words` are not empty."""
        self._searches += 1
        if len(words) >= 2 * BLOCK and len(self.text) >= LONG_TEXT and self._searches >= MANY_QUOTES:
            candidates = self._candidates(words)
            if len(candidates) <= MOST_CANDIDATES:
                return (start for start in sorted(candidates) if self.text.startswith(words, start))
        return self._read_through(words)

    def _read_through(self, words: str) -> Iterator[int]:
        start = self.text.find(words)
        while start >= 0:
            yield start
            start = self.text.find(words, start + 1)

    def _candidates(self, words: str) -> list[int]:
        """Offsets at which `words` may begin: one of their first offsets must be the start of a block of the text.

        All of the text's blocks that lie within them stand there then; the rarest of these gives the places.
        """
        if self._blocks is None:
            self._blocks = self._index_blocks()
        found: list[int] = []
        blocks, behind = self._blocks, len(words) - BLOCK
        middle = behind // 2 // BLOCK * BLOCK  # most often the last block is not there, or one in the middle
        for last in range(behind, behind - BLOCK, -1):
            between = last - middle
            if words[last : last + BLOCK] in blocks and words[between : between + BLOCK] in blocks:
                found.extend(self._starts_by(words, last, self._blocks))
                if len(found) > MOST_CANDIDATES:
                    break
        return found

    def _starts_by(self, words: str, last: int, index: Mapping[str, list[int]]) -> Iterable[int]:
        """Offsets at which the words may begin, if the last block of the text that lies in them starts at their `last`.

        Most often one of their blocks is not there. They are asked from the last to the first: sentences begin alike
        more often than they end.
        """
        rarest: list[int] | None = None
        before = last
        for offset in range(last, -1, -BLOCK):
            blocks = index.get(words[offset : offset + BLOCK])
            if blocks is None:
                return ()
            if rarest is None or len(blocks) < len(rarest):
                rarest, before = blocks, offset
        return [block - before for block in rarest or () if block >= before]

    def _index_blocks(self) -> dict[str, list[int]]:
        """Each block of the text, cut one behind another, to where it stands."""
        blocks: defaultdict[str, list[int]] = defaultdict(list)
        for start in range(0, len(self.text) - BLOCK + 1, BLOCK):
            blocks[self.text[start : start + BLOCK]].append(start)
        return dict(blocks)
