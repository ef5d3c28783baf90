"""Running heads, running feet and page numbers of a PDF: what stands at one place of many pages, apart from their text.

A row is one only if it stands outermost, at the same height and in the same words on several pages. Numbers in it must
count the pages. Where margins are wide, it is farther from the text than its rows are from each other. Where they are
narrow, it must stand on every page, or on every second one, and off the lines of the text: at a distance from them that
is on all pages the same and no line's, or, of a foot, wherever the text ends. Or the text goes on across it, in the
middle of a sentence. What few pages have is held against the block of their text (`text_block.py`). So a row that a
table repeats on every page, a refrain, or `Article 3` at the head of the third page stays.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from dashboard.exchange.documents.pdf_pages.page_edge import MOST_ROWS, OFF_LINES, SAME_GAP, PageEdge
from dashboard.exchange.documents.pdf_pages.page_numbers import counts_pages, is_number, pattern_of
from dashboard.exchange.documents.pdf_pages.rows import PlacedPage
from dashboard.exchange.documents.pdf_pages.text_block import (
    SAME_HEIGHT,
    SMALLER,
    is_of_a_sentence,
    stand_outside,
    text_is_within,
)

LEAST_PAGES: Final = 3
"""That have the same words there; two are enough of a row in smaller type, far from the text, or that counts them."""
LEAST_SHARE: Final = 0.4
"""The least share of the pages from the first that has it to the last: a head may stand on every second page."""
MANY_PAGES: Final = 6
"""From which on a head counts though each page may be a text of its own."""
FAR: Final = 2.5
"""Usual distances that a row is apart on two pages alone, or a foot that is as far on all: it may be a refrain."""
LEAST_BROKEN: Final = 2
"""Pages on which a sentence goes on across a row, which is then no line of the text."""

_EVERY: Final = 0.9
"""The least share of pages that counts as all of them: a full-page figure may have no head."""
_ROUNDS: Final = 4
_MOST: Final = 0.7
"""Share of the pages on which a head must stand apart."""
_SMALL: Final = 0.7
"""The size of a small type, in the usual size of letters."""
_LARGEST: Final = 1.5
"""The largest size of a page's number, in the usual size of letters: the number of a chapter is larger."""


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


class _RunningRows(PageEdge):
    """The edge of all pages, of which heads or feet are taken off."""

    def take_rows(self, depth: int) -> list[RunningRow]:
        """Take the `depth` outermost rows off all pages on which they run."""
        groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, rows in enumerate(self.rows):
            if len(rows) >= depth:
                groups[tuple(pattern_of(row) for row in rows[:depth])].append(number)
        taken = []
        for group in groups.values():
            for numbers in self._of_one_height(group, depth):
                if self._run(numbers, depth):
                    taken += [self._take(numbers, at) for at in range(depth)]
                    for number in numbers:
                        is_last = self.is_apart(number, depth)
                        del self.text[number][:depth]
                        del self.rows[number][: None if is_last else depth]
        return taken

    def _of_one_height(self, group: Sequence[int], depth: int) -> Iterator[list[int]]:
        """Pages on which the rows stand at the same heights; the most usual heights first."""
        for _ in range(_ROUNDS):
            heights = {number: [row.y for row in self.rows[number][:depth]] for number in group}
            if len(heights) < (1 if self.is_for_few else 2):
                return
            ((usual, _times),) = Counter(tuple(map(round, each)) for each in heights.values()).most_common(1)
            near = [
                number
                for number, each in heights.items()
                if all(abs(y - at) <= SAME_HEIGHT for y, at in zip(each, usual, strict=True))
            ]
            yield near
            group = [number for number in group if number not in set(near)]

    def _run(self, numbers: Sequence[int], depth: int) -> bool:
        """Whether the rows of these pages are a running head or foot."""
        if len(numbers) < 2:
            return self.is_for_few and stand_outside(self, numbers, depth)
        if len(numbers) < LEAST_SHARE * (numbers[-1] - numbers[0] + 1):
            return False
        counts = [counts_pages([self.rows[number][at] for number in numbers], numbers) for at in range(depth)]
        if None in counts:
            return False
        if not any(counts) and sum(self.heads_columns(each, depth) for each in numbers) >= _MOST * len(numbers):
            return False
        if any(counts) and depth == 1:
            return all(self.rows[number][0].size <= _LARGEST * self.pages[number].size for number in numbers)
        return (
            self._are_small(numbers, depth)
            or self._stand_apart(numbers, depth, counts_pages=any(counts))
            or self._stand_off_lines(numbers, depth)
            or (self.is_for_few and stand_outside(self, numbers, depth))
        )

    def _are_small(self, numbers: Sequence[int], depth: int) -> bool:
        """Whether the rows of many pages are in so small a type that they need not stand apart: a browser's, above all.

        Those of a table that goes on are not: their cells begin where those of the next row do.
        """
        rows = [row for number in numbers for row in self.rows[number][:depth]]
        small = all(
            row.size <= _SMALL * self.pages[number].size for number in numbers for row in self.rows[number][:depth]
        )
        of_table = any(self.shared_starts(number, depth) > 1 for number in numbers if len(self.rows[number]) > depth)
        return len(numbers) >= LEAST_PAGES and small and not of_table and not any(map(is_of_a_sentence, rows))

    def _stand_apart(self, numbers: Sequence[int], depth: int, *, counts_pages: bool) -> bool:
        """Whether the innermost of the rows stands apart from the text, is none of a table's, and no sentence."""
        inner = [number for number in numbers if len(self.rows[number]) > depth]
        gaps = [abs(self.rows[each][depth - 1].y - self.rows[each][depth].y) for each in inner]
        if sum(self.is_apart(each, depth) for each in inner) < _MOST * len(inner):
            return False
        first = self.rows[numbers[0]][depth - 1]
        if counts_pages or first.size < SMALLER * self.pages[numbers[0]].size:
            return True
        is_sentence = any(map(is_of_a_sentence, self.rows[numbers[0]][:depth]))
        if gaps and min(gaps) >= FAR * self.pitch and not is_sentence:
            return True
        if len(numbers) < LEAST_PAGES:
            return False
        if self.is_head:
            return not is_sentence and self._are_many_or_outside(numbers, depth)
        return bool(gaps) and max(gaps) - min(gaps) > self.pitch

    def _stand_off_lines(self, numbers: Sequence[int], depth: int) -> bool:
        """Whether the rows are of every page, or every second one, and stand where no line of the text does.

        What begins as a line within a text does, or goes on as a table, never is; what ends as one, only if both the
        place and a sentence that goes on across it say so. Where a chapter begins there may be more space.
        """
        inner = [number for number in numbers if len(self.rows[number]) > depth]
        if len(inner) < LEAST_PAGES or not _is_of_every_page(numbers):
            return False
        rows = self.rows[numbers[0]][:depth]
        if any(row.text[:1].islower() for row in rows):
            return False
        is_sentence = any(map(is_of_a_sentence, rows))
        if any(self.is_of_table(number, depth) for number in inner):
            return False
        gaps = [abs(self.rows[each][depth - 1].y - self.rows[each][depth].y) for each in inner]
        breaks = sum(self.breaks_a_sentence(number, depth) for number in inner) >= LEAST_BROKEN
        if breaks and not is_sentence:
            return True
        is_off = min(gaps) >= OFF_LINES * self.pitch and (breaks or not is_sentence)
        if self.is_head:
            titled = sum(self.stands_over_larger(number, depth) for number in inner)
            if titled >= _MOST * len(inner) and not is_sentence:
                return True
            usual = median(gaps)
            same = sum(abs(gap - usual) <= SAME_GAP for gap in gaps)
            is_fixed = same >= min(_MOST * len(gaps), len(gaps) - 1) and self.is_of_no_line(usual, inner, depth)
            return is_off and is_fixed and self._are_many_or_outside(numbers, depth)
        return is_off and (breaks or max(gaps) - min(gaps) > self.pitch)

    def _are_many_or_outside(self, numbers: Sequence[int], depth: int) -> bool:
        """Whether a head is of more pages than letters of one salutation are, or the text is seen to go on below it."""
        return len(numbers) >= MANY_PAGES or text_is_within(self, numbers, depth)

    def _take(self, numbers: Sequence[int], at: int) -> RunningRow:
        """Take the row off; what no line of the text has for itself stays. Its words stay at the text's very edge."""
        end = 0 if self.is_head else len(self.pages) - 1
        row = self.rows[numbers[0]][at]
        self.taken.append(row)
        is_bare = is_number(row.text)
        is_kept = end in numbers and not is_bare
        for number in numbers:
            page = self.pages[number]
            page.taken_off |= self.rows[number][at].lines - page.mixed
        if is_kept:
            kept = self.pages[end].head if self.is_head else self.pages[end].foot
            counts = counts_pages([self.rows[number][at] for number in numbers], numbers)
            cells = [cell for _, cell in self.rows[end][at].cells]
            kept.append(" ".join(cell for cell in cells if not (counts and is_number(cell))))
        return RunningRow(
            row.text.replace("\t", " "), tuple(each + 1 for each in numbers), self.is_head, is_bare, is_kept
        )


def take_off(pages: Sequence[PlacedPage]) -> list[RunningRow]:
    """Take the lines of running heads and feet off the pages, and say which.

    The words of a head that page 1 has stay above its text, and those of a foot of the last page below: there they
    interrupt no sentence.
    """
    pitches = [page.pitch for page in pages if page.pitch]
    pitch = median(pitches) if pitches else 0.0
    heads = _RunningRows(pages, is_head=True, rows=[list(page.top) for page in pages], pitch=pitch)
    feet = _RunningRows(pages, is_head=False, rows=[list(page.bottom) for page in pages], pitch=pitch, other=heads)
    heads.other = feet
    sure = [row for edge in (heads, feet, heads) for row in _take_from(edge)]
    heads.is_for_few = feet.is_for_few = True
    return [*sure, *(row for edge in (heads, feet, heads) for row in _take_from(edge))]


def _take_from(edge: _RunningRows) -> Iterator[RunningRow]:
    """Heads are looked for once more when the feet are gone: then it is known where the text of each page ends."""
    for _ in range(_ROUNDS):
        found = next(filter(None, map(edge.take_rows, range(1, MOST_ROWS + 1))), None)
        if found is None:
            return
        yield from found


def _is_of_every_page(numbers: Sequence[int]) -> bool:
    """Whether these are all pages from the first to the last of them, or every second one."""
    step = 2 if len({number % 2 for number in numbers}) == 1 else 1
    return len(numbers) >= _EVERY * ((numbers[-1] - numbers[0]) // step + 1)
