"""Text of records in figures: as it stands there, how wide it is, and cut or wrapped to a width.

Plotly would read tags, entities and formulas in it. Widths are in pixels, in the font that figures use.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Final

from PIL import ImageFont

_TRAP: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""Control characters, and those that turn the direction of writing around for what stands beside them."""
ELLIPSIS: Final = "…"
_EM: Final = 1000
_WEIGHTS: Final = (100, 900)
_RANGES: Final = ((0x20, 0x7F), (0xA0, 0x100), (0x2010, 0x2028), (0x2030, 0x203B))
_SINGLE: Final = "ıŒœˆ˚˜€™↑↓−"
_IN_FONT: Final = frozenset(_SINGLE).union(*(map(chr, range(*each)) for each in _RANGES))
"""Letters that the vendored Latin subset draws itself."""
_ASIDE: Final = 0.64
"""Em of a letter that a font of the system draws; Cyrillic, Greek, Hebrew and Arabic are narrower on average."""
_WIDE: Final = 1.0
_EMOJI: Final = 1.3
_WITHOUT_WIDTH: Final = frozenset({"Mn", "Me", "Cf", "Cc"})


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


def text_width(text: str, size_px: float, weight: int = 400) -> float:
    """Width in pixels of one line of `text` in Inter at `size_px` and `weight` (100 to 900).

    Advance widths are added, without kerning (under 2 % either way). A letter that the font lacks is given the
    width of a generous fallback: a whole em where Unicode calls it wide (UAX 11), .64 em elsewhere.
    """
    return _ems(text, weight) * size_px


def fit_text(text: str, room_px: float, size_px: float, weight: int = 400) -> str:
    """`text`, or as much of it as `room_px` holds with an ellipsis; empty where not even one letter fits."""
    if text_width(text, size_px, weight) <= room_px:
        return text
    left = room_px / size_px - _ems(ELLIPSIS, weight)
    kept = 0
    for character in text:
        left -= _character_ems(character, weight)
        if left < 0:
            break
        kept += 1
    head = text[:kept].rstrip(" ,;:.-–—")
    return head + ELLIPSIS if head else ""


def join_in_lines(parts: Sequence[str], room_px: float, size_px: float) -> tuple[str, ...]:
    """The parts, as many to a line as fit, joined by a middle dot."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]} · {part}"
        if text_width(longer, size_px) <= room_px:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)


def wrap_text(text: str, room_px: float, most: int, size_px: float, weight: int) -> tuple[str, ...]:
    """`text` in at most `most` lines; the last is cut where it does not fit."""
    lines: list[str] = []
    left = text.split()
    while left and len(lines) < most - 1:
        line = left.pop(0)
        while left and text_width(f"{line} {left[0]}", size_px, weight) <= room_px:
            line = f"{line} {left.pop(0)}"
        lines.append(fit_text(line, room_px, size_px, weight))
    if left:
        lines.append(fit_text(" ".join(left), room_px, size_px, weight))
    return tuple(lines)


@lru_cache(maxsize=65_536)
def _ems(text: str, weight: int) -> float:
    return sum(_character_ems(character, weight) for character in text)


@lru_cache(maxsize=16_384)
def _character_ems(character: str, weight: int) -> float:
    advances = _advances(max(_WEIGHTS[0], min(_WEIGHTS[1], weight)))
    if character in advances:
        return advances[character]
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0.0
    if character >= "\U0001f000" and unicodedata.category(character) == "So":
        return _EMOJI
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    base = unicodedata.normalize("NFD", character)[0]
    return max(advances.get(base, _ASIDE), _ASIDE if base == character else 0.0)


@lru_cache(maxsize=16)
def _advances(weight: int) -> dict[str, float]:
    """Advance width in em of every character of the font; empty where this build of Pillow cannot read WOFF2."""
    try:
        with as_file(files("dashboard") / "app" / "static" / "fonts" / "inter-latin-wght-normal.woff2") as path:
            font = ImageFont.truetype(str(path), _EM, layout_engine=ImageFont.Layout.BASIC)
            font.set_variation_by_axes([weight])
            return {letter: font.getlength(letter) / _EM for letter in _IN_FONT}
    except OSError:
        return {}
