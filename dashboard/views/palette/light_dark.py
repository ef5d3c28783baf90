"""A colour of both themes at once, so that a figure is drawn once: a text that each theme reads its own part of."""

import re
from collections.abc import Callable
from typing import Final

_PAIR: Final = re.compile("\x02([^\x1f\x03]*)\x1f([^\x03]*)\x03")
"""A pair between characters that no record has: YAML refuses them; JSON has `\\u0002`, `\\u001f` and `\\u0003`."""


def pair(light: str, dark: str) -> str:
    """What is `light` in light and `dark` in dark."""
    return light if light == dark else f"\x02{light}\x1f{dark}\x03"


def in_light(text: str) -> str:
    """The text as light has it: of each pair in it the first part."""
    return _PAIR.sub(r"\1", text)


def in_dark(text: str) -> str:
    """The text as dark has it."""
    return _PAIR.sub(r"\2", text)


def replace_pairs(text: str, make: Callable[[str, str], str]) -> str:
    """The text with what `make` gives, of the colour in light and the one in dark, in place of each pair."""
    return _PAIR.sub(lambda found: make(found[1], found[2]), text)


def in_each(mixed: Callable[..., str], *colors: str) -> str:
    """What `mixed` makes of `colors`, in each theme of what that theme has."""
    if not any(color.startswith("\x02") for color in colors):
        return mixed(*colors)
    return pair(mixed(*map(in_light, colors)), mixed(*map(in_dark, colors)))


def luminance(color: str) -> float:
    """Relative luminance, 0 to 1, of `#rrggbb` (WCAG 2.2)."""
    channels = (int(color[index : index + 2], 16) / 255 for index in (1, 3, 5))
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(color: str, ground: str) -> float:
    """Contrast ratio, 1 to 21, of two `#rrggbb` (WCAG 2.2)."""
    low, high = sorted((luminance(color), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def readable(ground: str, *colors: str) -> str:
    """The one of `colors` that stands out most on `ground`."""
    return in_each(lambda under, *over: max(over, key=lambda color: contrast(color, under)), ground, *colors)
