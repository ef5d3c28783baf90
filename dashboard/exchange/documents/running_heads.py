"""Running heads, running feet and page numbers of a PDF: what stands at one place of many pages, apart from their text.

A row is one only if it stands outermost, at the same height and in the same words on several pages, and farther from
the text than its rows are from each other. Numbers in it must count the pages. So a row that a table repeats on every
page, a refrain, or `Article 3` at the head of the third page stays.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from dashboard.exchange.documents.pdf_rows import PlacedPage, Row

MOST_ROWS: Final = 3
"""Rows of one head or foot."""
LEAST_PAGES: Final = 3
"""That have the same words there; two are enough of a row in smaller type, far from the text, or that counts them."""
LEAST_SHARE: Final = 0.4
"""The least share of the pages from the first that has it to the last: a head may stand on every second page."""
APART: Final = 1.6
"""Usual distances of two rows that a head without a number is apart from the text, at least."""
FAR: Final = 2.5
"""What counts instead on two pages alone, or for a foot that is as far from the text on all: it may be a refrain."""

_SAME_HEIGHT: Final = 3.0
_SAME_START: Final = 2.0
_ROUNDS: Final = 4
_MOST: Final = 0.7
"""Share of the pages on which a head must stand apart."""
_SMALL: Final = 0.7
"""The size of a small type, in the usual size of letters."""
_NUMBER: Final = re.compile(r"\d+")
_ROMAN: Final = re.compile(r"[\W_]*([ivxlc]+)[\W_]*", re.IGNORECASE)
_PAGE_WORDS: Final = (
    r"page|pages|pg|p|pp|seite|s|blatt|página|pagina|pág|pag|страница|стр|с|strona|str|strana|sivu|sida|side|sayfa|oldal|"
    r"صفحة|ص|第|頁|页|쪽|halaman|trang"
)
_COUNTED: Final = re.compile(
    rf"\b(?:{_PAGE_WORDS})\b\.?\s*#|第\s*#|#\s*(?:页|頁|쪽)|(?:^|\s)[-–—|·•]\s*#|#\s*[-–—|·•](?:\s|$)"
    r"|#\s*(?:/|of|de|von|aus|из|sur|di|z|av|af)\s*#",
    re.IGNORECASE,
)
"""A number that the words beside it, or a stroke, call that of a page."""
_JOINING: Final = re.compile(rf"\b(?:{_PAGE_WORDS}|of|de|von|aus|из|sur|di|z|av|af)\b|[页頁쪽第]", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?;:,…。！？؟][\"'”’»)]*$")
_LARGEST: Final = 1.5
"""The largest size of a page's number, in the usual size of letters: the number of a chapter is larger."""
_ROMAN_PATTERN: Final = "#roman"
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class RunningRow:
    """A row that was taken off pages."""

    text: str
    """As on the first of them, in one line."""
    pages: tuple[int, ...]
    """From 1."""
    is_head: bool
    is_number: bool
    """Nothing but a page's number."""
    is_kept: bool
    """Whether its words still stand in the text, once: nothing is lost that heads alone say."""


@dataclass(slots=True)
class _Edge:
    """The heads, or the feet, of all pages: rows from the outermost inwards, those that were taken off no more."""

    pages: Sequence[PlacedPage]
    is_head: bool
    rows: list[list[Row]]
    pitch: float

    def take_rows(self, depth: int) -> list[RunningRow]:
        """Take the `depth` outermost rows off all pages on which they run."""
        groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, rows in enumerate(self.rows):
            if len(rows) >= depth:
                groups[tuple(_pattern(row) for row in rows[:depth])].append(number)
        taken = []
        for group in groups.values():
            for numbers in self._of_one_height(group, depth):
                if self._run(numbers, depth):
                    taken += [self._take(numbers, at) for at in range(depth)]
                    for number in numbers:
                        is_last = self._is_apart(number, depth)
                        del self.rows[number][: None if is_last else depth]
        return taken

    def _of_one_height(self, group: Sequence[int], depth: int) -> Iterator[list[int]]:
        """Pages on which the rows stand at the same heights; the most usual heights first."""
        for _ in range(_ROUNDS):
            heights = {number: [row.y for row in self.rows[number][:depth]] for number in group}
            if len(heights) < 2:
                return
            ((usual, _times),) = Counter(tuple(map(round, each)) for each in heights.values()).most_common(1)
            near = [
                number
                for number, each in heights.items()
                if all(abs(y - at) <= _SAME_HEIGHT for y, at in zip(each, usual, strict=True))
            ]
            yield near
            group = [number for number in group if number not in set(near)]

    def _run(self, numbers: Sequence[int], depth: int) -> bool:
        """Whether the rows of these pages are a running head or foot."""
        if len(numbers) < 2 or len(numbers) < LEAST_SHARE * (numbers[-1] - numbers[0] + 1):
            return False
        counts = [_counts_pages([self.rows[number][at] for number in numbers], numbers) for at in range(depth)]
        if None in counts:
            return False
        if any(counts) and depth == 1:
            return all(self.rows[number][0].size <= _LARGEST * self.pages[number].size for number in numbers)
        return self._are_small(numbers, depth) or self._stand_apart(numbers, depth, counts_pages=any(counts))

    def _are_small(self, numbers: Sequence[int], depth: int) -> bool:
        """Whether the rows of many pages are in so small a type that they need not stand apart: a browser's, above all.

        Those of a table that goes on are not: their cells begin where those of the next row do.
        """
        rows = [row for number in numbers for row in self.rows[number][:depth]]
        small = all(
            row.size <= _SMALL * self.pages[number].size for number in numbers for row in self.rows[number][:depth]
        )
        of_table = any(self._shared_starts(number, depth) > 1 for number in numbers if len(self.rows[number]) > depth)
        return len(numbers) >= LEAST_PAGES and small and not of_table and not any(map(_is_of_a_sentence, rows))

    def _stand_apart(self, numbers: Sequence[int], depth: int, *, counts_pages: bool) -> bool:
        """Whether the innermost of the rows stands apart from the text, is none of a table's, and no sentence."""
        inner = [number for number in numbers if len(self.rows[number]) > depth]
        gaps = [abs(self.rows[each][depth - 1].y - self.rows[each][depth].y) for each in inner]
        if sum(self._is_apart(each, depth) for each in inner) < _MOST * len(inner):
            return False
        first = self.rows[numbers[0]][depth - 1]
        if counts_pages or first.size < 0.95 * self.pages[numbers[0]].size:
            return True
        is_sentence = any(map(_is_of_a_sentence, self.rows[numbers[0]][:depth]))
        if gaps and min(gaps) >= FAR * self.pitch and not is_sentence:
            return True
        if len(numbers) < LEAST_PAGES:
            return False
        if self.is_head:
            return not is_sentence
        return bool(gaps) and max(gaps) - min(gaps) > self.pitch

    def _is_apart(self, number: int, depth: int) -> bool:
        """Whether a page's text begins behind so many rows: then no row of it is looked at any more."""
        rows = self.rows[number]
        if len(rows) <= depth:
            return False
        outer, inner = rows[depth - 1], rows[depth]
        gap = abs(outer.y - inner.y)
        next_gap = abs(inner.y - rows[depth + 1].y) if len(rows) > depth + 1 else 0.0
        return self._shared_starts(number, depth) < 2 and gap >= APART * self.pitch and gap >= 1.2 * next_gap

    def _shared_starts(self, number: int, depth: int) -> int:
        """How many cells of the innermost of so many rows begin where one of the next row does."""
        outer, inner = self.rows[number][depth - 1 : depth + 1]
        return sum(any(abs(x - other) <= _SAME_START for other, _ in inner.cells) for x, _ in outer.cells)

    def _take(self, numbers: Sequence[int], at: int) -> RunningRow:
        """Take the row off; what no line of the text has for itself stays. Its words stay at the text's very edge."""
        end = 0 if self.is_head else len(self.pages) - 1
        row = self.rows[numbers[0]][at]
        is_number = _is_number(row.text)
        is_kept = end in numbers and not is_number
        for number in numbers:
            page = self.pages[number]
            page.taken_off |= self.rows[number][at].lines - page.mixed
        if is_kept:
            kept = self.pages[end].head if self.is_head else self.pages[end].foot
            counts = _counts_pages([self.rows[number][at] for number in numbers], numbers)
            cells = [cell for _, cell in self.rows[end][at].cells]
            kept.append(" ".join(cell for cell in cells if not (counts and _is_number(cell))))
        return RunningRow(
            row.text.replace("\t", " "), tuple(each + 1 for each in numbers), self.is_head, is_number, is_kept
        )


def take_off(pages: Sequence[PlacedPage]) -> list[RunningRow]:
    """Take the lines of running heads and feet off the pages, and say which.

    The words of a head that page 1 has stay above its text, and those of a foot of the last page below: there they
    interrupt no sentence.
    """
    pitches = [page.pitch for page in pages if page.pitch]
    taken: list[RunningRow] = []
    for is_head in (True, False):
        rows = [list(page.top if is_head else page.bottom) for page in pages]
        edge = _Edge(pages, is_head, rows, median(pitches) if pitches else 0.0)
        for _ in range(_ROUNDS):
            found = next(filter(None, map(edge.take_rows, range(1, MOST_ROWS + 1))), None)
            if found is None:
                break
            taken += found
    return taken


def _is_of_a_sentence(row: Row) -> bool:
    """Whether a row begins or ends as a line within a text does."""
    return bool(_SENTENCE_END.search(row.text)) or row.text[:1].islower()


def _counts_pages(rows: Sequence[Row], numbers: Sequence[int]) -> bool | None:
    """Whether a number in the rows counts the pages; None where one changes that does not."""
    values = [[int(each) for each in _NUMBER.findall(row.text)] for row in rows]
    if _pattern(rows[0]) == _ROMAN_PATTERN:
        values = [[_roman(row.text)] for row in rows]
    counts = False
    for at, slot in enumerate(zip(*values, strict=True)):
        if len(set(slot)) == 1:
            continue
        steps = Counter(value - number for value, number in zip(slot, numbers, strict=True))
        if max(steps.values()) < max(2, _MOST * len(slot)) or not _is_called_a_page(rows[0], at):
            return None
        counts = True
    return counts


def _is_called_a_page(row: Row, at: int) -> bool:
    """Whether the number stands alone, apart from other words, or beside a word for a page."""
    if _pattern(row) == _ROMAN_PATTERN:
        return True
    before = 0
    for _, cell in row.cells:
        before += len(_NUMBER.findall(cell))
        if at < before:
            pattern = _NUMBER.sub("#", cell)
            return not any(map(str.isalpha, pattern)) or bool(_COUNTED.search(pattern))
    return False


def _is_number(text: str) -> bool:
    """Whether it is nothing but a page's number: `Page 3 of 7`, `– 3 –`, `iv`."""
    return not any(map(str.isalpha, _JOINING.sub("", text))) or bool(_ROMAN.fullmatch(text))


def _pattern(row: Row) -> str:
    """The words of a row, with a sign for each number."""
    if _ROMAN.fullmatch(row.text):
        return _ROMAN_PATTERN
    return _NUMBER.sub("#", row.text.casefold())


def _roman(text: str) -> int:
    found = _ROMAN.fullmatch(text)
    values = [_ROMAN_VALUES[letter] for letter in (found[1].lower() if found else "")]
    return sum(-value if value < max(values[at + 1 :], default=0) else value for at, value in enumerate(values))
