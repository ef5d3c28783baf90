"""What rows at the edges of a PDF's pages say: numbers that count the pages, and the words beside them."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dashboard.exchange.documents.pdf_pages.rows import Row

_NUMBER: Final = re.compile(r"\d+")
_ROMAN: Final = re.compile(r"[\W_]*([ivxlc]+)[\W_]*", re.IGNORECASE)
_ROMAN_BESIDE: Final = re.compile(r"\A[ivxlc]+(?=\s?[|·•–—])|(?<=[|·•–—])\s?[ivxlc]+\Z", re.IGNORECASE)
"""A number that a stroke parts from the words beside it: `iii | Annual Survey`."""
_PAGE_WORDS: Final = (
    r"page|pages|pg|p|pp|seite|s|blatt|página|pagina|pág|pag|страница|стр|с|strona|str|strana|sivu|sida|side|sayfa|oldal|"
    r"slide|folie|sheet|folio|diapositive|diapositiva|слайд|"
    r"صفحة|ص|第|頁|页|쪽|halaman|trang"
)
_COUNTED: Final = re.compile(
    rf"\b(?:{_PAGE_WORDS})\b\.?\s*#|第\s*#|#\s*(?:页|頁|쪽)|(?:^|\s)[-–—|·•]\s*#|#\s*[-–—|·•](?:\s|$)"
    r"|#\s*(?:/|of|de|von|aus|из|sur|di|z|av|af)\s*#",
    re.IGNORECASE,
)
"""A number that the words beside it, or a stroke, call that of a page."""
_JOINING: Final = re.compile(rf"\b(?:{_PAGE_WORDS}|of|de|von|aus|из|sur|di|z|av|af)\b|[页頁쪽第]", re.IGNORECASE)

_STAMP: Final = re.compile(r"(?:[A-Z]{2,12}[-_ ]?){1,3}0\d{3,}")
"""A number stamped on each page of a file for a court: `GOV-0001`."""

_ROMAN_PATTERN: Final = "#roman"
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LEAST_OF_SIDE: Final = 3
"""Left pages, or right ones, on which a number in a head counts though no word calls it that of a page."""
_SAME_COUNT: Final = 0.7
"""Share of the pages on which a number must be as far from that of the page as on the others."""


def counts_pages(rows: Sequence[Row], numbers: Sequence[int]) -> bool | None:
    """Whether a number in the rows counts the pages; None where one changes that does not."""
    values = [_values(row) for row in rows]
    counts = False
    for at, slot in enumerate(zip(*values, strict=True)):
        if len(set(slot)) == 1:
            continue
        steps = Counter(value - number for value, number in zip(slot, numbers, strict=True))
        if max(steps.values()) < max(2, _SAME_COUNT * len(slot)) or not (
            _is_called_a_page(rows[0], at) or _faces_another_head(rows[0], at, numbers)
        ):
            return None
        counts = True
    return counts


def _values(row: Row) -> list[int]:
    """The numbers of a row, a Roman one last."""
    values = [int(each) for each in _NUMBER.findall(row.text)]
    if _ROMAN.fullmatch(row.text):
        return [_roman(row.text)]
    if beside := _ROMAN_BESIDE.search(row.text):
        values.append(_roman(beside[0]))
    return values


def _faces_another_head(row: Row, at: int, numbers: Sequence[int]) -> bool:
    """Whether a number stands first or last in the head of left or right pages alone.

    `4 Journal of Rivers` faces `The Canal Question 5`. Of a number that stands last, which may be a chapter's, more
    pages are asked.
    """
    if {each % 2 for each in numbers} not in ({0}, {1}):
        return False
    text = row.text.strip()
    found = list(_NUMBER.finditer(text))
    if at >= len(found):
        return False
    is_first, is_last = found[at].start() == 0, found[at].end() == len(text)
    return (is_first and len(numbers) > 1) or (is_last and len(numbers) >= _LEAST_OF_SIDE)


def _is_called_a_page(row: Row, at: int) -> bool:
    """Whether the number stands alone, apart from other words, or beside a word for a page."""
    if pattern_of(row) == _ROMAN_PATTERN or at >= len(_NUMBER.findall(row.text)):
        return True
    if _STAMP.fullmatch(row.text.strip()):
        return True
    before = 0
    for _, cell in row.cells:
        before += len(_NUMBER.findall(cell))
        if at < before:
            pattern = _NUMBER.sub("#", cell)
            return not any(map(str.isalpha, pattern)) or bool(_COUNTED.search(pattern))
    return False


def is_number(text: str) -> bool:
    """Whether it is nothing but a page's number: `Page 3 of 7`, `– 3 –`, `iv`."""
    return not any(map(str.isalpha, _JOINING.sub("", text))) or bool(_ROMAN.fullmatch(text))


def pattern_of(row: Row) -> str:
    """The words of a row, with a sign for each number."""
    if _ROMAN.fullmatch(row.text):
        return _ROMAN_PATTERN
    return _NUMBER.sub("#", _ROMAN_BESIDE.sub(_ROMAN_PATTERN, row.text).casefold())


def _roman(text: str) -> int:
    found = _ROMAN.fullmatch(text)
    values = [_ROMAN_VALUES[letter] for letter in (found[1].lower() if found else "")]
    return sum(-value if value < max(values[at + 1 :], default=0) else value for at, value in enumerate(values))
