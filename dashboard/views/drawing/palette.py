"""The one palette: colours of pages and figures, light and dark, and what can be read on what.

Blends are computed, so that they are opaque. A colour of both themes at once is a text that each theme reads its own
part of: so a figure is drawn once.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
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


FONT: Final = 'Inter, "Source Sans", "Noto Sans", sans-serif'


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme. Every colour is `#rrggbb`; in `BOTH`, a pair of them."""

    name: str
    bg: str
    text: str
    muted: str
    line: str
    line2: str
    raised: str
    land: str
    border: str
    sea: str
    grid: str
    geo: str
    """Names on land."""
    busy: str
    """Ground of widened time."""
    ok: str
    bad: str
    out: str
    """The evidence marks that are neither relied on nor not found."""
    threads: tuple[str, ...]
    """For marks, rails and underlines only, never for text."""
    dim: float
    """Share of the colour that a dimmed mark keeps over the ground."""
    themes: "tuple[Palette, Palette] | None" = None
    """The light and the dark palette, in `BOTH`; None in these two."""

    def thread(self, index: int | None) -> str:
        """The colour of the thread at `index` in the registry's order; of none, muted."""
        return self.muted if index is None else self.threads[index % len(self.threads)]

    def dim_color(self, color: str) -> str:
        """The opaque colour in which `color` is drawn while something else is selected."""
        if self.themes is None:
            return blend(color, self.bg, self.dim)
        return _dimmed_in_each(color, self.bg, *(theme.dim for theme in self.themes))


LIGHT: Final = Palette(
    name="light",
    bg="#ffffff",
    text="#14181f",
    muted="#58616d",
    line="#e3e6ea",
    line2="#c2c8d0",
    raised="#f4f5f7",
    land="#e4e5e2",
    border="#ffffff",
    sea="#f4f7f9",
    grid="#e9edf1",
    geo="#5e6772",
    busy="#f1f4f8",
    ok="#17684c",
    bad="#a8002f",
    out="#454e5b",
    threads=("#b5402a", "#20609c", "#2b8d71", "#4d215f", "#774f00", "#651135", "#6a844f", "#48505e"),
    dim=0.56,
)

DARK: Final = Palette(
    name="dark",
    bg="#0f1318",
    text="#e8ebef",
    muted="#9ea8b5",
    line="#252c35",
    line2="#404955",
    raised="#181d24",
    land="#2a3038",
    border="#151a21",
    sea="#151a21",
    grid="#1d242c",
    geo="#98a2ae",
    busy="#171d26",
    ok="#5fc9a2",
    bad="#ff7b94",
    out="#b3bdc9",
    threads=("#f0795c", "#6fb1ec", "#b2f5dd", "#966ea8", "#fec766", "#af667e", "#e2eca7", "#a5afbe"),
    dim=0.64,
)


def _both() -> Palette:
    names = [field.name for field in fields(Palette) if field.type in (str, "str") and field.name != "name"]
    colors = {name: pair(getattr(LIGHT, name), getattr(DARK, name)) for name in names}
    threads = tuple(pair(light, dark) for light, dark in zip(LIGHT.threads, DARK.threads, strict=True))
    return Palette(name="both", **colors, threads=threads, dim=LIGHT.dim, themes=(LIGHT, DARK))


BOTH: Final = _both()
"""Every colour is one of each theme: see `pair`."""


_TOKENS: Final = ("bg", "text", "muted", "line", "line2", "raised", "land", "sea", "busy", "ok", "bad", "out")


def css_variables(palette: Palette) -> str:
    """The colours of a theme as variables of a style sheet, `--dl-text`, and the scheme that they are of."""
    tokens = {token: getattr(palette, token) for token in _TOKENS}
    tokens |= {f"thread-{index}": color for index, color in enumerate(palette.threads, start=1)}
    return "".join(f"--dl-{name}:{color};" for name, color in tokens.items()) + f"color-scheme:{palette.name};"


@lru_cache(maxsize=1024)
def blend(color: str, ground: str, share: float) -> str:
    """`share` (0 to 1) of `color` over `ground`, as an opaque `#rrggbb`."""
    return in_each(lambda over, under: _mix(over, under, share), color, ground)


@lru_cache(maxsize=1024)
def _dimmed_in_each(color: str, ground: str, light: float, dark: float) -> str:
    one = blend(in_light(color), in_light(ground), light)
    return pair(one, blend(in_dark(color), in_dark(ground), dark))


def translucent(color: str, share: float) -> str:
    """The colour with this opacity (0 to 1), as `rgba(...)`."""
    return in_each(lambda one: "rgba({},{},{},{:g})".format(*_channels(one), share), color)


def _mix(color: str, ground: str, share: float) -> str:
    mixed = [
        round(share * over + (1 - share) * under)
        for over, under in zip(_channels(color), _channels(ground), strict=True)
    ]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def _channels(color: str) -> Sequence[int]:
    return [int(color[index : index + 2], 16) for index in (1, 3, 5)]
