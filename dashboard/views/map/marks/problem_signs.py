"""The sign of a problem beside a mark of the map, clear above it: it stays there, however far the reader zooms."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.model.problem import Severity
from dashboard.views.drawing import SIGN_PX, Palette, Trace, reach, scattergeo, shape, worst
from dashboard.views.map.marks.group import Group, lon_lat, outer_size
from dashboard.views.map.marks.ink import Ink
from dashboard.views.projection import Frame

_LETTER_PX: Final = 8.0
_CLEAR_PX: Final = 1.5
"""Between a mark's outline, or the ring around a selected one, and its sign."""
_RISE: Final = 0.61
"""The distance from where Plotly puts a text above a marker to the middle of an exclamation mark, in letter sizes."""


def worst_problem(group: Group, troubled: Mapping[str, Severity]) -> Severity | None:
    """The worst problem on one of a mark's events."""
    return worst(group.ids & troubled.keys(), troubled)


def marks_with_problems(groups: Sequence[Group], troubled: Mapping[str, Severity]) -> list[tuple[Group, Severity]]:
    """The marks that have a problem's sign; of an opened count, its events on their own have theirs instead."""
    has_leaf = any(group.role == "leaf" and worst_problem(group, troubled) for group in groups)
    found = ((group, worst_problem(group, troubled)) for group in groups if group.role != "opened" or not has_leaf)
    return [(group, severity) for group, severity in found if severity]


def lift(group: Group, severity: Severity, selected: str | None) -> float:
    """Pixels from the middle of a mark up to the middle of its sign, which leaves fill, outline and ring to be seen."""
    return outer_size(group, selected) / 2 + _CLEAR_PX + reach(severity, SIGN_PX)[3]


def badge_of(group: Group, severity: Severity, selected: str | None) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the sign, in pixels."""
    y = group.y - lift(group, severity, selected)
    left, up, right, down = reach(severity, SIGN_PX)
    return group.x - left, y - up, group.x + right, y + down


def problem_traces(
    groups: Sequence[Group], troubled: Mapping[str, Severity], frame: Frame, ink: Ink, geo: str
) -> list[Trace]:
    """The signs, and the exclamation marks in them; none without a problem."""
    found = marks_with_problems(groups, troubled)
    lifts = [lift(group, severity, ink.selected) for group, severity in found]
    places = lon_lat([group for group, _ in found], frame) if found else {}
    return sign_traces([severity for _, severity in found], lifts, places, ink.palette, geo)


def sign_traces(
    severities: Sequence[Severity],
    lifts: Sequence[float],
    places: Mapping[str, Sequence[float]],
    palette: Palette,
    geo: str,
) -> list[Trace]:
    """Signs so many pixels above `places`, which are longitudes and latitudes; no trace without one."""
    if not severities:
        return []
    shapes = [shape(severity, palette) for severity in severities]
    marker = {
        "symbol": [symbol for symbol, _, _ in shapes],
        "color": [color for _, color, _ in shapes],
        "size": [SIGN_PX * larger for _, _, larger in shapes],
        "standoff": lifts,
        "opacity": 1,
        "line": {"width": 1, "color": palette.bg},
    }
    text = {
        "text": ["!"] * len(severities),
        "textposition": "top center",
        "textfont": {"size": _LETTER_PX, "weight": 800, "color": palette.bg},
    }
    unseen = {"size": [_below_letter(each) for each in lifts], "opacity": 0}
    return [
        scattergeo(mode="markers", marker=marker, hoverinfo="skip", geo=geo, **places),
        scattergeo(mode="markers+text", marker=unseen, hoverinfo="skip", geo=geo, **text, **places),
    ]


def _below_letter(lifted: float) -> float:
    """Size of the unseen marker over which Plotly (at radius / 0.8 + 1) centres the letter in the sign."""
    return max(1.6 * (lifted - _RISE * _LETTER_PX - 1), 0.1)
