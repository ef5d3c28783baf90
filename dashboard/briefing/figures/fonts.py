"""The fonts of documents: those that lie here, what they can draw, and what of a text needs another one."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

FONTS: Final = files("dashboard") / "briefing" / "fonts"
FAMILIES: Final = ("Inter", "Noto Sans Arabic", "Noto Sans Hebrew")
"""The families in the folder `FONTS`, in the order in which a letter is looked up in them."""
SYSTEM: Final = ("Noto Sans CJK SC", "Noto Sans", "Noto Sans Devanagari", "Noto Sans Thai", "Noto Color Emoji")
"""What is asked for behind them, where a text needs it; Typst then looks into all others."""
_SCRIPTS: Final = {
    "CJK": ("Chinese characters", "fonts-noto-cjk"),
    "HANGUL": ("Korean", "fonts-noto-cjk"),
    "HIRAGANA": ("Japanese", "fonts-noto-cjk"),
    "KATAKANA": ("Japanese", "fonts-noto-cjk"),
    "BOPOMOFO": ("Chinese characters", "fonts-noto-cjk"),
    "FULLWIDTH": ("Chinese characters", "fonts-noto-cjk"),
    "IDEOGRAPHIC": ("Chinese characters", "fonts-noto-cjk"),
    "ARABIC": ("Arabic", "fonts-noto-core"),
    "HEBREW": ("Hebrew", "fonts-noto-core"),
    "COMBINING": ("accent", "fonts-noto-core"),
}
"""First word of a letter's name to its script in words, and the Debian package of a font for it."""
_EMOJI: Final = ("emoji", "fonts-noto-color-emoji")
_UNDRAWN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_IGNORED: Final = frozenset(map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0xFE00, 0xFE10))))
"""Letters and marks that are drawn by nothing, and need no font (Unicode: `Default_Ignorable_Code_Point`)."""


def beyond_ours(text: Iterable[str]) -> frozenset[str]:
    """Letters of `text` that none of the fonts here can draw."""
    left = set(text) - _ours() - _IGNORED
    return frozenset(each for each in left if unicodedata.category(each) not in _UNDRAWN)


def missing(text: str) -> tuple[tuple[str, str], ...]:
    """`("Korean", "fonts-noto-cjk")` for each script of `text` that neither our fonts nor the system's can draw.

    The second is the name of Debian's package that can.
    """
    return tuple(sorted(set(map(script_of, undrawn(text)))))


def undrawn(text: Iterable[str]) -> frozenset[str]:
    """Letters of `text` that neither our fonts nor the system's can draw."""
    left = beyond_ours(text)
    return left - _of_system() if left else left


def script_of(letter: str) -> tuple[str, str]:
    """A letter's script in words, and Debian's package of a font for it."""
    name = unicodedata.name(letter, "").split("-")[0].split(" ")[0]
    if name in _SCRIPTS:
        return _SCRIPTS[name]
    if unicodedata.category(letter) in ("So", "Sk") and ord(letter) > 0x2000:
        return _EMOJI
    return name.capitalize() or f"U+{ord(letter):04X}", "fonts-noto-core"


@lru_cache(maxsize=1)
def _ours() -> frozenset[str]:
    named = [each for each in FONTS.iterdir() if each.name.endswith("-Regular.ttf")]
    return frozenset().union(*(letters_of(each.read_bytes()) for each in named))


@lru_cache(maxsize=1)
def _of_system() -> frozenset[str]:
    from typst import Fonts  # its library is 30 MB: only who writes a document waits for it

    found = Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts()
    paths = sorted({font.path for font in found if font.path})
    return frozenset().union(*(_letters_in(Path(path)) for path in paths))


def _letters_in(path: Path) -> frozenset[str]:
    try:
        return letters_of(path.read_bytes())
    except (OSError, struct.error, IndexError):
        return frozenset()  # a font that cannot be read draws nothing


def letters_of(raw: bytes) -> frozenset[str]:
    """What a TrueType or OpenType font can draw, of a collection the first: its table `cmap`, formats 4 and 12."""
    start = struct.unpack_from(">I", raw, 12)[0] if raw[:4] == b"ttcf" else 0
    tables = struct.unpack_from(">H", raw, start + 4)[0]
    entries = (struct.unpack_from(">4sIII", raw, start + 12 + 16 * each) for each in range(tables))
    cmap = next((offset for tag, _, offset, _ in entries if tag == b"cmap"), None)
    if cmap is None:
        return frozenset()
    subtables = struct.unpack_from(">H", raw, cmap + 2)[0]
    offsets = {cmap + struct.unpack_from(">HHI", raw, cmap + 4 + 8 * each)[2] for each in range(subtables)}
    return frozenset(map(chr, _code_points(raw, sorted(offsets))))


def _code_points(raw: bytes, offsets: Iterable[int]) -> Iterator[int]:
    for offset in offsets:
        form = struct.unpack_from(">H", raw, offset)[0]
        if form == 12:
            groups = struct.unpack_from(">I", raw, offset + 12)[0]
            for each in range(groups):
                first, last, _ = struct.unpack_from(">III", raw, offset + 16 + 12 * each)
                yield from range(first, min(last, 0x10FFFF) + 1)
        elif form == 4:
            half = struct.unpack_from(">H", raw, offset + 6)[0] // 2
            ends = struct.unpack_from(f">{half}H", raw, offset + 14)
            starts = struct.unpack_from(f">{half}H", raw, offset + 16 + 2 * half)
            yield from (point for first, last in zip(starts, ends, strict=True) for point in range(first, last + 1))
