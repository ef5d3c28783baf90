"""Scripts in which a word has no spaces around it, or one character says as much as a word does elsewhere."""

import re
from typing import Final

UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters, as the inside of a character class."""
HANGUL: Final = "\uac00-\ud7a3"
"""Korean has spaces, and what belongs to a word stands without one behind it."""

_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
_DENSE: Final = re.compile(f"[{UNSPACED}{HANGUL}]")
WORD: Final = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
"""What is compared as one: a word between spaces, or one character where there are none."""


def is_unspaced(text: str) -> bool:
    """Whether any of it is written without spaces."""
    return _UNSPACED.search(text) is not None


def count_dense(text: str) -> int:
    """How many characters of it stand for a syllable or a word each."""
    return len(_DENSE.findall(text))
