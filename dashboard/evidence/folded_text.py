"""A folded text, and the way back from each of its characters to where it comes from in the original."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dashboard.evidence.searching import SearchedText

_AS_IT_IS: Final = -1


@dataclass(frozen=True)
class FoldedText:
    """A folded text and, by runs of its characters, where they come from."""

    text: str
    at: Sequence[int] = ()
    """Offset in the folded text at which each run begins."""
    starts: Sequence[int] = ()
    """Offset in the original of the code point that the run's first character was made from."""
    ends: Sequence[int] = ()
    """Offset just behind what all of the run was made from; -1 where it is character by character as there."""
    breaks: tuple[int, ...] = ()
    """Where in the folded text hyphens stand that a line ended with: they may belong to the word, or not."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open span in the original, in code points, of a non-empty half-open span in the folded text."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, index: int) -> tuple[int, int]:
        run = bisect_right(self.at, index) - 1
        if self.ends[run] != _AS_IT_IS:
            return self.starts[run], self.ends[run]
        start = self.starts[run] + index - self.at[run]
        return start, start + 1

    @cached_property
    def search_text(self) -> SearchedText:
        """The folded text, to be searched many times."""
        return SearchedText(self.text)

    @cached_property
    def unbroken(self) -> "FoldedText":
        """This text without the hyphens at line ends: `inter-` and `national` become one word again."""
        return without(self, self.breaks) if self.breaks else self

    @cached_property
    def one_mark(self) -> "FoldedText":
        """This text with one quotation mark for all: inside a quote, single ones stand for double ones."""
        return replace(self, text=with_one_mark(self.text))


def with_one_mark(folded: str) -> str:
    """A folded text with one quotation mark for all."""
    return folded.replace('"', "'")


class Runs:
    """A folded text that is being made, from its beginning."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._at, self._starts, self._ends = array("q"), array("q"), array("q")
        self._length = 0
        self._next = _AS_IT_IS
        """Where in the original the next character would have to stand to belong to the last run."""
        self._is_spaced = True
        """Whether the last character is a space, or there is none."""

    def __len__(self) -> int:
        return self._length

    @property
    def may_space(self) -> bool:
        """Whether a space may come next: not at the beginning, and not behind a space."""
        return not self._is_spaced

    def keep(self, words: str, start: int) -> None:
        """Characters that are as in the original, where they begin at `start`. None of them ends with a space."""
        self._begin_run(start)
        self._pieces.append(words)
        self._length += len(words)
        self._next = start + len(words)
        self._is_spaced = False

    def add(self, characters: str, start: int, end: int) -> None:
        """What was made of what stands from `start` to `end` in the original: all of it, and nothing less."""
        if end - start == 1 and len(characters) == 1:
            self._begin_run(start)
            self._next = end
        else:
            self._append_run(start, end)
        self._pieces.append(characters)
        self._length += len(characters)
        self._is_spaced = characters.endswith(" ")

    def widen_space(self, end: int) -> None:
        """The last space goes on to `end` in the original; nothing where there is none."""
        if not self._length or not self._is_spaced:
            return
        if self._ends[-1] != _AS_IT_IS or self._at[-1] == self._length - 1:
            self._ends[-1] = end
        else:
            start = self._starts[-1] + self._length - 1 - self._at[-1]
            self._length -= 1
            self._append_run(start, end)
            self._length += 1
        self._next = _AS_IT_IS

    def build(self) -> FoldedText:
        """The text, without a space at its end."""
        text = "".join(self._pieces)
        if text.endswith(" "):
            text = text[:-1]
            if self._at[-1] == len(text):
                del self._at[-1], self._starts[-1], self._ends[-1]
        return FoldedText(text, self._at, self._starts, self._ends)

    def _begin_run(self, start: int) -> None:
        """A run of characters as they are, unless the last one is, and goes on here."""
        if self._next != start:
            self._append_run(start, _AS_IT_IS)

    def _append_run(self, start: int, end: int) -> None:
        self._at.append(self._length)
        self._starts.append(start)
        self._ends.append(end)
        self._next = _AS_IT_IS


def without(folding: FoldedText, gone: Sequence[int], breaks: tuple[int, ...] = ()) -> FoldedText:
    """The folded text without the characters at the rising offsets `gone`, and with new `breaks`."""
    pieces, at, starts, ends = [], array("q"), array("q"), array("q")
    length = 0
    for run, begin, end in _remaining_runs(folding, gone):
        as_it_is = folding.ends[run] == _AS_IT_IS
        at.append(length)
        starts.append(folding.starts[run] + (begin - folding.at[run] if as_it_is else 0))
        ends.append(folding.ends[run])
        pieces.append(folding.text[begin:end])
        length += end - begin
    return FoldedText("".join(pieces), at, starts, ends, breaks)


def _remaining_runs(folding: FoldedText, gone: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """What is left of each run: its number, and a half-open span of the folded text."""
    waiting = iter((*gone, len(folding.text)))
    cut = next(waiting)
    for run, begin in enumerate(folding.at):
        end = folding.at[run + 1] if run + 1 < len(folding.at) else len(folding.text)
        while cut < end:
            if begin < cut:
                yield run, begin, cut
            begin = cut + 1
            cut = next(waiting)
        if begin < end:
            yield run, begin, end
