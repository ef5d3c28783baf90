"""What fits on a slide: text is measured in the font, broken into lines, and split rather than made to overflow."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dashboard.briefing.pptx.text import INDENT, LINE, Para, Run, visible_line
from dashboard.views.drawing import text_width

_WORD: Final = re.compile(r"\s*\S+|\s+")
STAND_IN: Final = 1.08
STAND_IN_BOLD: Final = 1.18
"""So much wider is DejaVu Sans, which many a Linux has in the place of a missing Inter; Arial is narrower.

All is laid out for it. With Inter this covers that programs break lines a little earlier than we do.
"""

Lines = tuple[tuple[Run, ...], ...]


@dataclass(slots=True)
class _Breaker:
    """Breaks runs into lines of a width: each a list of runs with their words."""

    room: float
    lines: list[list[tuple[Run, list[str]]]]
    used: float = 0.0

    def add_word(self, run: Run, text: str, size: float) -> None:
        """A word with the space before it, cut only where it is wider than a line, or between wide signs.

        Like programs, it begins a word that is to be cut on a line of its own.
        """
        width = _width(text, run, size)
        if self.used + width <= self.room:
            self._add(run, text, width)
            return
        bare = text.lstrip()
        if _width(bare, run, size) <= self.room and not _breaks_inside(bare):
            self._next()
            self._add(run, text, _width(bare, run, size))
            return
        if self.used and bare and not _breaks_inside(bare):
            self._next()
            text = bare
        for sign in text:
            width = _width(sign, run, size)
            if self.used + width > self.room:
                self._next()
            self._add(run, sign, width)

    def _next(self) -> None:
        self.lines.append([])
        self.used = 0.0

    def _add(self, run: Run, text: str, width: float) -> None:
        line = self.lines[-1]
        if not line or line[-1][0] is not run:
            line.append((run, []))
        line[-1][1].append(text)
        self.used += width


@lru_cache(maxsize=4096)
def lines_of(para: Para, room: float) -> Lines:
    """Its lines, in a width in points."""
    breaker = _Breaker(room - (INDENT if para.bullet else 0), [[]])
    for run in para.runs:
        for word in _WORD.findall(visible_line(run.text)):
            breaker.add_word(run, word, run.size or para.size)
    return tuple(tuple(replace(run, text="".join(words)) for run, words in line) for line in breaker.lines)


def height_of(para: Para, room: float) -> float:
    """The height of a paragraph in points, with the space before it."""
    return len(lines_of(para, room)) * para.size * LINE + para.before


def heights(paras: Iterable[Para], room: float) -> float:
    """The height of all paragraphs together, in points."""
    return sum(height_of(each, room) for each in paras)


def largest_fitting(paras: Sequence[Para], room: float, height: float, sizes: Sequence[float]) -> list[Para]:
    """The paragraphs in the largest of `sizes` in which all of them fit; in the last size if none does."""
    for size in sizes:
        tried = [each.with_size(size) for each in paras]
        if heights(tried, room) <= height:
            break
    return tried


def split_into_slides(paras: Iterable[Para], room: float, height: float) -> list[list[Para]]:
    """The paragraphs divided among as many slides as they need; one that no slide holds goes on on the next."""
    slides: list[list[Para]] = [[]]
    used = 0.0
    for group in _kept_groups(paras):
        for part in _whole(group, room, height):
            need = heights(part, room)
            if slides[-1] and used + need > height:
                slides.append([])
                used = 0.0
            slides[-1].extend(part)
            used += need
    return slides


def _kept_groups(paras: Iterable[Para]) -> Iterator[list[Para]]:
    """Groups of paragraphs that must stay on one slide."""
    group: list[Para] = []
    for para in paras:
        group.append(para)
        if not para.keep:
            yield group
            group = []
    if group:
        yield group


def _whole(group: list[Para], room: float, height: float) -> Iterator[list[Para]]:
    """The group, or pieces of its paragraphs where it is too tall for a slide."""
    if heights(group, room) <= height:
        yield group
        return
    for para in group:
        lines = lines_of(para, room)
        most = max(int((height - para.before) / (para.size * LINE)), 1)
        if len(lines) <= most:
            yield [replace(para, keep=False)]
            continue
        for start in range(0, len(lines), most):
            yield [join_lines(para, lines[start : start + most])]


def join_lines(para: Para, lines: Sequence[tuple[Run, ...]]) -> Para:
    """A paragraph of some lines of it: spaces where they broke are still there."""
    first, *rest = [run for line in lines for run in line]
    runs = (replace(first, text=first.text.lstrip()), *rest)
    return replace(para, runs=runs, keep=False, direction=para.direction or para.text)


def _width(text: str, run: Run, size: float) -> float:
    if run.bold:
        return text_width(text, size, 700) * STAND_IN_BOLD
    return text_width(text, size, 400) * STAND_IN


def _breaks_inside(text: str) -> bool:
    """Whether a line may end between any two of its signs."""
    return any(unicodedata.east_asian_width(sign) in "WF" for sign in text)
