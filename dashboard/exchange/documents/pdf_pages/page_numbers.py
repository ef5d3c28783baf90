"""What rows at the edges of a PDF's pages say: numbers that count the pages, and the words beside them."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dashboard.exchange.documents.pdf_pages.rows import Row

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

_ROMAN_PATTERN: Final = "#roman"
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_SAME_COUNT: Final = 0.7
"""Share of the pages on which a number must be as far from that of the page as on the others."""


def counts_pages(rows: Sequence[Row], numbers: Sequence[int]) -> bool | None:
    """Whether a number in the rows counts the pages; None where one changes that does not."""
    values = [[int(each) for each in _NUMBER.findall(row.text)] for row in rows]
    if pattern_of(rows[0]) == _ROMAN_PATTERN:
        values = [[_roman(row.text)] for row in rows]
    counts = False
    for at, slot in enumerate(zip(*values, strict=True)):
        if len(set(slot)) == 1:
            continue
        steps = Counter(value - number for value, number in zip(slot, numbers, strict=True))
        if max(steps.values()) < max(2, _SAME_COUNT * len(slot)) or not _is_called_a_page(rows[0], at):
            return None
        counts = True
    return counts


def _is_called_a_page(row: Row, at: int) -> bool:
    """Whether the number stands alone, apart from other words, or beside a word for a page."""
    if pattern_of(row) == _ROMAN_PATTERN:
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
    return _NUMBER.sub("#", row.text.casefold())


def _roman(text: str) -> int:
    found = _ROMAN.fullmatch(text)
    values = [_ROMAN_VALUES[letter] for letter in (found[1].lower() if found else "")]
    return sum(-value if value < max(values[at + 1 :], default=0) else value for at, value in enumerate(values))
