"""Whether rows that few pages repeat stand outside the block of the text: by places, as repetition says little there.

Two pages may begin with the same verse, salutation, dateline or heading. A head is none of these if its distance from
the text is the same on all its pages and none that lines of the text have; if no other page has text where it stands;
and if the text itself is seen to begin below it: a sentence goes on across it, another page without it begins there,
the page before is full and ends within a sentence, or another head stood there. The same holds of feet, turned round.
"""

import re
from collections.abc import Sequence
from statistics import median
from typing import Final

from dashboard.exchange.documents.pdf_pages.page_edge import MOST_ROWS, OFF_LINES, SAME_GAP, PageEdge
from dashboard.exchange.documents.pdf_pages.rows import Row

LEAST_PAGES: Final = 2
"""That have the same words there; one is enough where another head or foot was taken off at the same place."""
SAME_HEIGHT: Final = 3.0
"""Points by which the places of a head on two pages may differ."""
SAME_SIZE: Final = 0.5
SMALLER: Final = 0.95
"""The size of a smaller type, in the usual size of letters."""
LEAST_FULL: Final = 2
"""Full pages in a row of texts of a page each that there hardly are."""

_OFF: Final = 0.05
"""Usual distances of two rows by which that of a head is another one."""
_MOST: Final = 0.7
"""Share of the pages on which the distance must be the same."""
_LARGEST: Final = 1.15
"""The size of a title, in the usual size of letters: larger letters on few pages may well be one."""
_DEEPEST: Final = 0.2
"""Share of a page's height that the margin below a full page is, at most."""
_LONG: Final = 30
"""Letters of a line of prose, at least."""
_LONG_SHARE: Final = 0.6
"""Share of the longest line that a line within a paragraph has, at least."""
_SENTENCE_END: Final = re.compile(r"[.!?;:,…。！？؟][\"'”’»)]*$")
_NOTE: Final = re.compile(r"(?:[*†‡§¶]|\(?\d{1,3}\)?\s?(?=[^\W\d_]))")
"""What a footnote begins with."""


def stand_outside(edge: PageEdge, numbers: Sequence[int], depth: int) -> bool:
    """Whether the `depth` outermost rows of these pages stand outside the text by their places.

    Those of one page do only if another head stood there, and the text is seen to go on below them.
    """
    if len(numbers) < LEAST_PAGES and not all(_is_beside(edge, number, depth) for number in numbers):
        return False
    inner = [number for number in numbers if len(edge.rows[number]) > depth]
    if not inner or not _may_be_outside(edge, inner, depth):
        return False
    plain, usual = _without_titles(edge, inner, depth), _usual_gap(edge, inner, depth)
    same = sum(abs(_gap(edge, number, depth) - usual) <= SAME_GAP for number in plain)
    is_fixed = same >= _MOST * len(plain) or not edge.is_head
    if not is_fixed or _is_among_text(edge, numbers, depth):
        return False
    if any(_goes_on(edge, number, depth) for number in inner):
        return True
    rows = [row for number in inner for row in edge.rows[number][:depth]]
    if any(map(is_of_a_sentence, rows)):
        return False
    if len(numbers) < LEAST_PAGES:
        return text_is_within(edge, numbers, depth)
    is_small = all(
        row.size < SMALLER * edge.pages[number].size for number in inner for row in edge.rows[number][:depth]
    )
    return (
        text_is_within(edge, numbers, depth)
        or any(_is_beside(edge, number, depth) for number in inner)
        or (is_small and any(_borders_a_full_page(edge, number, depth, within=False) for number in inner))
    )


def text_is_within(edge: PageEdge, numbers: Sequence[int], depth: int) -> bool:
    """Whether the text is seen to begin below so many rows of these pages, or to end above them."""
    inner = [number for number in numbers if len(edge.rows[number]) > depth]
    return not _is_among_text(edge, numbers, depth) and (
        any(_goes_on(edge, number, depth) or _borders_a_full_page(edge, number, depth) for number in inner)
        or sum(_borders_a_full_page(edge, number, depth, within=False) for number in inner) >= LEAST_FULL
        or _another_begins_with_text(edge, inner, depth)
    )


def _may_be_outside(edge: PageEdge, numbers: Sequence[int], depth: int) -> bool:
    """Whether the rows are larger than no text, of no table and no note, and at no distance that lines have."""
    rows = [(number, row) for number in numbers for row in edge.rows[number][:depth]]
    if any(row.size > _LARGEST * edge.pages[number].size or row.text[:1].islower() for number, row in rows):
        return False
    if not edge.is_head and any(_NOTE.match(row.text) for _, row in rows):
        return False
    if any(edge.is_of_table(number, depth) or _has_cells_below(edge.rows[number], depth) for number in numbers):
        return False
    gap = _usual_gap(edge, numbers, depth)
    return abs(gap - edge.pitch) >= _OFF * edge.pitch and edge.is_of_no_line(gap, numbers, depth)


def _is_among_text(edge: PageEdge, numbers: Sequence[int], depth: int) -> bool:
    """Whether another page has a line of its text where the rows stand, or farther out."""
    height, own = edge.rows[numbers[0]][depth - 1].y, set(numbers)
    return any(
        _is_at_or_beyond(edge, rows[0].y, height) and abs(rows[0].y - rows[1].y) < OFF_LINES * edge.pitch
        for number, rows in enumerate(edge.rows)
        if number not in own and len(rows) > 1
    )


def _is_at_or_beyond(edge: PageEdge, y: float, height: float) -> bool:
    return y >= height - SAME_HEIGHT if edge.is_head else y <= height + SAME_HEIGHT


def _another_begins_with_text(edge: PageEdge, numbers: Sequence[int], depth: int) -> bool:
    """Whether a page without the rows begins, or a full one ends, where the text of the others does."""
    heights, own = {edge.rows[number][depth].y for number in numbers}, set(numbers)
    near = {round(height) + step for height in heights for step in range(-2, 3)}
    return any(round(rows[0].y) in near for number, rows in enumerate(edge.rows) if rows and number not in own)


def _goes_on(edge: PageEdge, number: int, depth: int) -> bool:
    """Whether a sentence goes on across the rows from one page to the next, whatever of the other edge stands there."""
    if edge.other is None:
        return False
    if edge.is_head:
        first, last = edge.text[number][depth : depth + 1], edge.other.text[number - 1][:2] if number else []
    else:
        is_last = number + 1 >= len(edge.pages)
        first, last = [] if is_last else edge.other.text[number + 1][:2], edge.text[number][depth : depth + 1]
    return any(_is_open(row.text) for row in last) and any(row.text[:1].islower() for row in first)


def _is_open(text: str) -> bool:
    return text[-1:].isalnum() or text[-1:] in {",", ";", "-", "–", "—"}


def _borders_a_full_page(edge: PageEdge, number: int, depth: int, *, within: bool = True) -> bool:
    """Whether the text of the page before a head, or of a foot's own page that is not the last, fills its page.

    With `within`, it must end in the middle of a sentence.
    """
    if edge.is_head:
        last: list[Row] = edge.other.text[number - 1][:1] if edge.other is not None and number else []
        page = edge.pages[number - 1]
    else:
        last, page = edge.text[number][depth : depth + 1] if number + 1 < len(edge.pages) else [], edge.pages[number]
    rows = page.top + page.bottom
    return any(
        row.y <= _DEEPEST * page.height
        and (not within or (_is_open(row.text) and len(row.text) >= _LONG_SHARE * max(len(each.text) for each in rows)))
        and max(len(each.text) for each in rows) >= _LONG
        for row in last
    )


def _is_beside(edge: PageEdge, number: int, depth: int) -> bool:
    """Whether the innermost of the rows stands, in letters as large, where rows of other pages were taken off."""
    row = edge.rows[number][depth - 1]
    return any(abs(row.y - taken.y) <= SAME_HEIGHT and abs(row.size - taken.size) <= SAME_SIZE for taken in edge.taken)


def _has_cells_below(rows: Sequence[Row], depth: int) -> bool:
    """Whether the next rows have as many cells, more than one, as those of a table whose numbers end at one line do."""
    count = len(rows[depth - 1].cells)
    return count > 1 and all(len(row.cells) == count for row in rows[depth : depth + MOST_ROWS])


def _usual_gap(edge: PageEdge, numbers: Sequence[int], depth: int) -> float:
    return median(_gap(edge, number, depth) for number in _without_titles(edge, numbers, depth))


def _without_titles(edge: PageEdge, numbers: Sequence[int], depth: int) -> Sequence[int]:
    """The pages on which the text does not begin with larger letters, which stand lower; all, if there are none."""
    return [number for number in numbers if not edge.stands_over_larger(number, depth)] or numbers


def is_of_a_sentence(row: Row) -> bool:
    """Whether a row begins or ends as a line within a text does."""
    return bool(_SENTENCE_END.search(row.text)) or row.text[:1].islower()


def _gap(edge: PageEdge, number: int, depth: int) -> float:
    return abs(edge.rows[number][depth - 1].y - edge.rows[number][depth].y)
