"""One drawing for both themes: a browser draws it in colours that stand for a pair, and each pair comes back after."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from dashboard.views.drawing import replace_pairs

_RGBA: Final = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.e-]+)\)")
_STAND_IN: Final = re.compile(r"rgb\(254, (\d+), (\d+)\)|#fe([0-9a-f]{4})\b")
_VARIABLE: Final = re.compile(r"var\((--in-([0-9a-f]{6})-([0-9a-f]{6}))\)")


class StandIns:
    """Pairs of colours, each with the colour that stands for it in a drawing: none that Dateline draws in."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def put_into(self, content: Any) -> Any:
        """The JSON of a figure that is drawn in both themes, fit for a browser."""
        if isinstance(content, str):
            return replace_pairs(content, self._stand_in)
        if isinstance(content, dict):
            return {key: self.put_into(value) for key, value in content.items()}
        if isinstance(content, list | tuple):
            return [self.put_into(value) for value in content]
        return content

    def in_light(self, svg: str) -> str:
        """The drawing as light has it."""
        return self._taken_out(svg, lambda light, _: "rgb({}, {}, {})".format(*bytes.fromhex(light)))

    def as_variables(self, svg: str) -> str:
        """The drawing with variables of CSS that are named after their two colours."""
        return self._taken_out(svg, lambda light, dark: f"var(--in-{light}-{dark})")

    def _stand_in(self, light: str, dark: str) -> str:
        (light, share), (dark, _) = _digits_and_opacity(light), _digits_and_opacity(dark)
        number = self._numbers.setdefault((light, dark), len(self._numbers) + 1)
        high, low = divmod(number, 256)
        return f"rgba(254,{high},{low},{share})" if share else f"#fe{number:04x}"

    def _taken_out(self, svg: str, color: Callable[[str, str], str]) -> str:
        pairs = {number: pair for pair, number in self._numbers.items()}

        def pair_of(found: re.Match[str]) -> str:
            number = int(found[3], 16) if found[3] else int(found[1]) * 256 + int(found[2])
            return color(*pairs[number]) if number in pairs else found[0]

        return _STAND_IN.sub(pair_of, svg)


def variables(svgs: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    """The name of each variable that `as_variables` wrote into them, its colour in light and the one in dark."""
    found = {each.groups() for svg in svgs for each in _VARIABLE.finditer(svg)}
    return tuple(sorted((name, f"#{light}", f"#{dark}") for name, light, dark in found))


def _digits_and_opacity(color: str) -> tuple[str, str]:
    """`#rrggbb` or `rgba(...)` as its six digits, and how opaque it is: empty of the first."""
    if found := _RGBA.fullmatch(color):
        return "{:02x}{:02x}{:02x}".format(*map(int, found.groups()[:3])), found[4]
    return color.removeprefix("#"), ""
