"""Words whose letters are of two scripts that look alike: `раypal` with a Cyrillic `а` is not `paypal`."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from dashboard.evidence.sentences import Span

ALIKE: Final = ("Latin", "Greek", "Cyrillic", "Armenian", "Cherokee")
"""Scripts that share shapes; Japanese, which mixes others as it must, is not meant."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_PLAIN: Final = re.compile(r"[\x00-\u024f]*")


def mixed_words(text: str) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """Each such word's half-open span, in code points, with the names of its scripts."""
    if _PLAIN.fullmatch(text):
        return ()
    return tuple(
        (match.span(), scripts)
        for match in _WORD.finditer(text)
        if not match[0].isascii() and len(scripts := _scripts(match[0])) > 1
    )


def _scripts(word: str) -> tuple[str, ...]:
    known = {script for letter in set(word) if (script := _script(letter)) in ALIKE}
    return tuple(script for script in ALIKE if script in known)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].capitalize()
