"""The sign of a problem over a mark of the map: it stays there, however far the reader zooms."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.model.problem import Severity
from dashboard.views.drawing import Trace, scattergeo
from dashboard.views.geo_ink import Ink
from dashboard.views.geo_marks import Group, placed
from dashboard.views.problem_sign import shape, worst
from dashboard.views.projection import Frame

MAP_SIGN_PX: Final = 11.0
"""Larger than on a line of time: nothing beside it leads the eye there."""

_LETTER_PX: Final = 8.0
_LIFT_PX: Final = 3.5
_RISE: Final = 0.61
"""Of the letter's size: from where Plotly puts a text above a marker to the middle of its exclamation mark."""


def trouble_of(group: Group, troubled: Mapping[str, Severity]) -> Severity | None:
    """The worst problem on one of a mark's events."""
    return worst((each.id for each in group.readings), troubled)


def lift(group: Group) -> float:
    """Pixels from the middle of a mark up to the middle of its sign: over its upper edge."""
    return group.size / 2 + _LIFT_PX


def badge_of(group: Group) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the sign, in pixels."""
    y, reach = group.y - lift(group), MAP_SIGN_PX / 2 + 1
    return group.x - reach, y - reach, group.x + reach, y + reach


def problem_traces(
    groups: Sequence[Group], troubled: Mapping[str, Severity], frame: Frame, ink: Ink, geo: str
) -> list[Trace]:
    """The signs, and the exclamation marks in them; none without a problem."""
    found = [(group, worst) for group in groups if (worst := trouble_of(group, troubled))]
    if not found:
        return []
    bad = [group for group, _ in found]
    shapes = [shape(severity, ink.palette) for _, severity in found]
    marker = {
        "symbol": [symbol for symbol, _, _ in shapes],
        "color": [color for _, color, _ in shapes],
        "size": [MAP_SIGN_PX * larger for _, _, larger in shapes],
        "standoff": [lift(group) for group in bad],
        "opacity": 1,
        "line": {"width": 1, "color": ink.palette.bg},
    }
    text = {
        "text": ["!"] * len(bad),
        "textposition": "top center",
        "textfont": {"size": _LETTER_PX, "weight": 800, "color": ink.palette.bg},
    }
    unseen = {"size": [_below_letter(group) for group in bad], "opacity": 0}
    return [
        scattergeo(mode="markers", marker=marker, hoverinfo="skip", geo=geo, **placed(bad, frame)),
        scattergeo(mode="markers+text", marker=unseen, hoverinfo="skip", geo=geo, **text, **placed(bad, frame)),
    ]


def _below_letter(group: Group) -> float:
    """Of the unseen marker over which Plotly (at radius / 0.8 + 1) puts the letter in the middle of the sign."""
    return max(1.6 * (lift(group) - _RISE * _LETTER_PX - 1), 0.1)
