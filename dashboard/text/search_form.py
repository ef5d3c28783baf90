"""Text as it is searched: without case, accents and apostrophes, cut into characters where a script has no spaces."""

import re
import unicodedata
from typing import Final

_WITHOUT_SPACES: Final = (
    "\u0e01-\u0eff"  # Thai, Lao
    "\u0f40-\u0fbc"  # Tibetan
    "\u1000-\u109f"  # Myanmar
    "\u1780-\u17d3"  # Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese
)
_CHARACTER: Final = re.compile(f"[{_WITHOUT_SPACES}]")
_LEFT_OUT: Final = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+")
"""Marks that people leave out when they type: of Latin, Greek, Cyrillic, Hebrew and Arabic."""
_APOSTROPHES: Final = "'’ʼ‘`´"
_OF_SOMEBODY: Final = re.compile(rf"(?<=\w)[{_APOSTROPHES}]s?(?!\w)")
_MARKS: Final = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0d7f"
_WORD: Final = re.compile(
    rf"[{_WITHOUT_SPACES}]|[^\W_{_WITHOUT_SPACES}](?:[{_APOSTROPHES}]?[^\W_{_WITHOUT_SPACES}]|[{_MARKS}])*"
)
_LETTERS: Final = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "þ": "th", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "e"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ς": "σ", "і": "и", "ё": "е"}
    | dict.fromkeys(f"{_APOSTROPHES}\u0640\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
"""Letters that people type as others; and what they leave out, like apostrophes and what cannot be seen."""


def search_form(text: str) -> str:
    """`text` as it is searched. Characters of scripts without spaces stand apart: each is a word."""
    text = _OF_SOMEBODY.sub("", text)
    if text.isascii():
        return text.lower().translate(_LETTERS)
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    plain = unicodedata.normalize("NFC", _LEFT_OUT.sub("", folded)).translate(_LETTERS)
    return _CHARACTER.sub(r" \g<0> ", plain)


def words_with_spans(text: str) -> list[tuple[str, int, int]]:
    """The words of `text` in the form in which they are searched, each with its half-open span in code points."""
    return [(search_form(found[0]).strip(), *found.span()) for found in _WORD.finditer(text)]


def words_to_search(text: str) -> list[str]:
    """The words of `text` in the form in which they are searched, in their order."""
    return [found[0] for found in _WORD.finditer(search_form(text))]
