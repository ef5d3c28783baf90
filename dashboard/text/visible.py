"""Text of records made fit to be shown: what cannot be seen, or turns what stands beside it, is named."""

import re
import unicodedata
from typing import Final

_JOINERS: Final = frozenset("\u200c\u200d\u200e\u200f")
"""Needed to write Persian, Indic scripts, emoji and Hebrew beside digits; they hide nothing inside an isolate."""
_LINE_BREAKS: Final = frozenset("\n\t")
_CATEGORIES: Final = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Controls, and signs that mean nothing outside the program that they were copied from."""
BREAKING: Final = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""Spaces, except those at which no line may end."""
_NO_SIGNS: Final = range(0xFDD0, 0xFDF0)


def visible(text: str) -> str:
    """`text` with directional overrides, zero-width and control characters written out as `[U+202E]`."""
    if text.isprintable():
        return text
    return "".join(f"[U+{ord(sign):04X}]" if _hides(sign) else sign for sign in text)


def one_line(text: str) -> str:
    """`text` on one line, with what cannot be seen made visible."""
    return visible(collapse_spaces(text))


def collapse_spaces(text: str) -> str:
    """`text` on one line, its spaces single; one at which no line may end stays such a space."""
    return BREAKING.sub(" ", text).strip()


def _hides(sign: str) -> bool:
    if sign in _JOINERS or sign in _LINE_BREAKS:
        return False
    return unicodedata.category(sign) in _CATEGORIES or ord(sign) & 0xFFFE == 0xFFFE or ord(sign) in _NO_SIGNS
