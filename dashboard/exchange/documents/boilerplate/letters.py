"""Letters of readers below an article: each ends with who wrote it, and often from where."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from dashboard.exchange.documents.boilerplate.page_tree import (
    HEADINGS,
    KEPT,
    LINE,
    WHOLE,
    Node,
    PageText,
    is_alone_in_row,
    lines_behind,
    outermost_with_words,
    table_of,
)

LETTERS: Final = re.compile(
    r"(?:readers?[’']?s?[’']?|your) (?:letters|mail)|letters (?:to the editor|from (?:our )?readers)"
    r"|(?:our )?readers write(?: to us)?|from our readers|letters|mailbag|post ?bag",
    re.IGNORECASE,
)
"""What stands above letters of readers, the whole of it."""
_NAME: Final = r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|al|bin)){0,3}"
_PLACE: Final = r"(?:, | \()(?:[A-Z][\w.’'-]*|St\.|the|of|on|by email)(?: (?:[A-Z][\w.’'-]*|of|on|upon|the)){0,3}\)?"
_DASH: Final = r"(?:--|[-–—])\s*"
_WITHHELD: Final = r"(?i:name (?:and address )?(?:withheld|supplied)|anonymous)"
_SIGNED: Final = re.compile(
    rf"(?:{_DASH}{_NAME}(?:{_PLACE}){{0,2}}|{_NAME}(?:{_PLACE}){{1,2}}|{_WITHHELD}(?:{_PLACE}){{0,2}})"
)
"""A line that says who wrote the letter above it."""
_NAME_ALONE: Final = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}")
_SENTENCE_END: Final = re.compile(r"[.!?…][”’\"')]*$")
_SIGNED_AT_ITS_END: Final = re.compile(rf".*[.!?…][”’\"')]*\s+{_DASH}{_NAME}(?:{_PLACE}){{0,2}}", re.DOTALL)
_QUOTED: Final = re.compile(r"[“\"«„‘].*[”\"»“’]")
"""A letter that an article quotes, the whole of it."""
_LINES_BEHIND: Final = 20
"""Lines behind letters that are looked at for more of the article."""
_MOST_LETTERS: Final = 100
_PROSE: Final = "h1, blockquote, pre, dl, figure"
_LONGEST_LETTER: Final = 3_000
_LINES_OF_LETTER: Final = 12


def letters_behind(label: Node, root: Node, text: PageText) -> list[Node]:
    """A label with the letters behind it, up to the last that is signed; nothing where none is, or the first is quoted.

    A single one is a reader's only if the label says of whom the letters are.
    """
    label = outermost_with_words(label, root, text)
    least = 2 if text.of(label).lower() == "letters" else 1
    found, waiting, letters = [label], list[Node](), 0
    for element, words in _with_words(label, text):
        length = sum(len(text.of(each)) for each in waiting) + len(words)
        if len(waiting) >= _LINES_OF_LETTER or length > _LONGEST_LETTER or element.tag in HEADINGS | KEPT:
            break
        if element.css_first(WHOLE) or _QUOTED.fullmatch(words):
            break
        waiting.append(element)
        if _is_signed(words, text.of(waiting[-2]) if len(waiting) > 1 else "", has_signed=letters > 0):
            found += waiting
            waiting, letters = [], letters + 1
    if letters < least or (least > 1 and _goes_on(found[-1], text)):
        return []
    return found


def table_of_letters(head: Node, text: PageText) -> Node | None:
    """The table below the first cell of which each row is a letter: its last line says who wrote it."""
    table = table_of(head)
    cells = table.css("td, th") if table is not None else []
    if table is None or not 1 < len(cells) <= _MOST_LETTERS or table.css_first(_PROSE):
        return None
    are_letters = cells[0].mem_id == head.mem_id and all(
        is_alone_in_row(each) and _is_letter(each, text) for each in cells[1:]
    )
    return table if are_letters else None


def _is_letter(cell: Node, text: PageText) -> bool:
    lines = [words for each in cell.css(f"{LINE}, p") if (words := text.of(each))]
    if len(lines) < 2:
        return bool(_SIGNED_AT_ITS_END.fullmatch(text.of(cell)))
    return not _QUOTED.fullmatch(lines[-2]) and _is_signed(lines[-1], lines[-2], has_signed=False)


def _goes_on(last: Node, text: PageText) -> bool:
    """Whether sentences follow: the article has a section on letters."""
    lines = islice(lines_behind(last), _LINES_BEHIND)
    return any(_SENTENCE_END.search(words) for each in lines if (words := text.of(each)))


def _is_signed(line: str, above: str, *, has_signed: bool) -> bool:
    """Whether a line ends a letter with who wrote it; below others a bare name is enough."""
    if _SIGNED_AT_ITS_END.fullmatch(line):
        return True
    is_name = _SIGNED.fullmatch(line) or (has_signed and _NAME_ALONE.fullmatch(line))
    return bool(is_name) and bool(_SENTENCE_END.search(above))


def _with_words(label: Node, text: PageText) -> Iterator[tuple[Node, str]]:
    return ((each, words) for each in lines_behind(label) if (words := text.of(each)))
