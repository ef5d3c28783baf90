"""Text of records made fit to be shown: what cannot be seen, or turns what stands beside it, is named."""

import unicodedata
from typing import Final

_JOINERS: Final = frozenset("\u200c\u200d\u200e\u200f")
"""Needed to write Persian, Indic scripts, emoji and Hebrew beside digits; they hide nothing inside an isolate."""
_LINE_BREAKS: Final = frozenset("\n\t")
_CATEGORIES: Final = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Controls, and signs that mean nothing outside the program that they were copied from."""
_NO_SIGNS: Final = range(0xFDD0, 0xFDF0)


def visible(text: str) -> str:
    """`text` with directional overrides, zero-width and control characters written out as `[U+202E]`."""
    if text.isprintable():
        return text
    return "".join(f"[U+{ord(sign):04X}]" if _hides(sign) else sign for sign in text)


def one_line(text: str) -> str:
    """The same on one line."""
    return visible(" ".join(text.split()))


def _hides(sign: str) -> bool:
    if sign in _JOINERS or sign in _LINE_BREAKS:
        return False
    return unicodedata.category(sign) in _CATEGORIES or ord(sign) & 0xFFFE == 0xFFFE or ord(sign) in _NO_SIGNS
