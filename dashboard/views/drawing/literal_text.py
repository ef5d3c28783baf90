"""Text from records as figures draw it: literally. Plotly would read tags, entities and formulas in it."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TRAP: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""Control characters, and those that turn the direction of writing around for what stands beside them."""


@lru_cache(maxsize=16_384)
def one_line(text: str) -> str:
    """`text` in one line, without control characters and without marks that change its direction."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def literal(text: str) -> str:
    """`text` so that Plotly draws it as it stands: no pseudo-HTML, no entity, no formula, no line break.

    Measure and cut before, not after. An ellipsis after a letter of a script that runs to the left stands at its left.
    """
    line = "".join(_TRAP.get(character, character) for character in one_line(text))
    runs_left = line.endswith("…") and unicodedata.bidirectional(line[-2:-1] or " ") in ("R", "AL")
    return line + _RIGHT_TO_LEFT_MARK if runs_left else line
