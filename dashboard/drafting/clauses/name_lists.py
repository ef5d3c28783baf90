"""Lists of names before a verb: “Brazil, Argentina and Chile signed …”. All of them do it, or none is told apart."""

import re
from collections.abc import Sequence
from typing import Final

_WORD: Final = r"[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚŹŻÇĞİŞ][\w.’'-]*"
_NAME: Final = re.compile(rf"\s*(?:[Tt]he\s+)?{_WORD}(?:\s+(?:of\s+(?:the\s+)?)?{_WORD})*\s*")
_LAST: Final = re.compile(r"(?:^|\s)and\s")
_NOT_NAMES: Final = re.compile(
    r"\s*(?:(?:However|Meanwhile|Later|Then|Earlier|Finally|Today|Yesterday|Afterwards?|Separately|Also|Thus|Therefore"
    r"|Moreover|Nevertheless|Still|Instead|Initially|Recently|In|On|At|Near|By)\b|.*\b(?:Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)day"
    r"|.*\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s*$)"
)
_INTRODUCES: Final = re.compile(r"\s*(?:In|On|At|By|During|After|Since|Later|Then|However|Meanwhile|Today|Yesterday)\b")
_PLAIN_WORD_LAST: Final = re.compile(r"(?:^|\s)[\da-z]\S*,\s+$")
_SHARED_HEAD: Final = re.compile(rf"(?:^|\s)[a-z]+\s+(?:of|from)\s+(?:the\s+)?{_WORD}(?:\s+{_WORD})*$")
"""The first of “ministers of Peru, Chile and Japan”: the others belong to it as well."""
_IN_PLACE: Final = re.compile(r"\s*(?:In|At|Near|From)\s")


def list_start(head: str, commas: Sequence[int]) -> int:
    """Where the list of names begins that ends before the verb; what follows the last comma where there is none.

    `commas` are the ends of the commas in `head`. Behind “In Lima, Peru, …” nothing tells whether Peru is in the list.
    """
    starts = [0, *commas]
    if not _LAST.search(head[commas[-1] :]):
        return commas[-1]
    first = len(starts) - 1
    while first and _is_name(head[starts[first - 1] : starts[first]].rstrip(", \n")):
        first -= 1
    if first and _SHARED_HEAD.search(head[starts[first - 1] : starts[first]].rstrip(", \n")):
        first -= 1
    if first and _IN_PLACE.match(head) and not _PLAIN_WORD_LAST.search(head[: starts[first]]):
        return commas[-1]
    return starts[first]


def goes_on_with_list(before: str) -> bool:
    """Whether “, and” behind these words adds the last name of a list: “Brazil, Argentina” does, “He met Noboa” not."""
    pieces = re.split(r",\s+", before)
    while pieces and _is_name(pieces[-1]):
        pieces.pop()
    is_list = len(pieces) < len(re.split(r",\s+", before))
    return is_list and (not pieces or bool(_INTRODUCES.match(pieces[0])))


def _is_name(words: str) -> bool:
    return bool(_NAME.fullmatch(words)) and not _NOT_NAMES.match(words)
