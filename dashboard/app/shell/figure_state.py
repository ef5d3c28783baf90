"""How the reader has changed the figures: their width, the part of the map, the scale of time, the zoom."""

import re
from typing import Final, Literal, cast, get_args

import streamlit as st

from dashboard.app.shell import state
from dashboard.app.shell.reported_values import number_of
from dashboard.views.map import Viewport
from dashboard.views.timeline import TimeWindow

View = Literal["fit", "world"]
MapLayer = Literal["marks", "weights", "countries", "hexagons"]
Scale = Literal["auto", "all", "busy", "even"]

DEFAULT_WIDTHS: Final = {
    "map": 912,
    "timeline": 1392,
    "ladder": 1392,
    "network": 912,
    "signs": 1000,
    "reliability": 520,
}
"""In pixels, until the page has told its own."""

TIMELINE: Final = "timeline"

MAP_HEIGHT: Final = 458
"""In pixels, in a window of 1,440 by 900: map, timeline and the line below them fill it."""
NARROW_MAP_HEIGHT: Final = 300
LEAST_MAP_HEIGHT: Final = 340
MOST_MAP_HEIGHT: Final = 2_000

ACROSS: Final = ("map", "timeline", "ladder")
"""Figures whose width follows from the window's."""

WINDOW_COOKIE: Final = "dateline-window"
"""The window's size, `1440x900`: set by `opening.js`."""


def view() -> View:
    """What part of the world the map shows."""
    return "world" if st.query_params.get("view") == "world" else "fit"


def layer() -> MapLayer:
    """As what the map shows events: marks, unless the address says otherwise."""
    asked_for = st.query_params.get("layer")
    return cast(MapLayer, asked_for) if asked_for in get_args(MapLayer) else "marks"


def scale() -> Scale:
    """How the timeline spreads time."""
    asked_for = st.query_params.get("scale")
    return cast(Scale, asked_for) if asked_for in get_args(Scale) else "auto"


def revision(figure: str) -> str:
    """Changes when the reader asks for a view anew; while it stays, a figure keeps the reader's zoom."""
    return f"{figure}-{st.session_state.get('revision', 0)}"


def width(figure: str) -> int:
    """The width of a figure in pixels, as the page last reported it."""
    reported = st.session_state.get(figure) or {}
    return int(reported.get("width") or first_width(figure, _window()[0]))


def map_height() -> int:
    """The height of the map in pixels, as the page last reported it."""
    reported = number_of((st.session_state.get("map") or {}).get("height"), 0)
    return min(max(reported, NARROW_MAP_HEIGHT), MOST_MAP_HEIGHT) if reported else first_map_height(*_window())


def _window() -> tuple[int, int]:
    """The width and height of the window, which the page tells before anything is drawn; 0 where it does not."""
    told = re.fullmatch(r"([0-9]{1,5})x([0-9]{1,5})", str(st.context.cookies.get(WINDOW_COOKIE)))
    return (int(told[1]), int(told[2])) if told else (0, 0)


def first_width(figure: str, window: int) -> int:
    """The width in pixels of a figure that has not been drawn yet, in a window of this width, by `styles.css`."""
    if not window or figure not in ACROSS:
        return DEFAULT_WIDTHS[figure]
    across = window - 2 * (16 if window <= 640 else 24)
    if figure == "map":
        return window if window <= 640 else across if window <= 1000 else round(across * 1.9 / 2.9)
    return across


def first_map_height(window: int, window_height: int) -> int:
    """The height in pixels of a map that has not been drawn yet, in a window of this size, by `styles.css`."""
    if not window or not window_height:
        return MAP_HEIGHT
    if window <= 640:
        return NARROW_MAP_HEIGHT
    most = max(MAP_HEIGHT, 0.45 * window)
    return round(max(LEAST_MAP_HEIGHT, min(0.75 * window_height - 217, most)))


def viewport(figure: str) -> Viewport | None:
    """The viewport of a map that the reader has moved, from the address; None while it is as it was drawn."""
    asked_for = st.query_params.get(figure, "")
    if asked_for != (state.recall(f"seen-{figure}") or ""):  # a link, or Back: the map goes there
        state.remember(f"seen-{figure}", asked_for)
        begin_anew()
    return Viewport.parse(asked_for)


def time_window() -> TimeWindow | None:
    """The part of the timeline that the reader has moved to, from the address; None for all of it."""
    return TimeWindow.parse(st.query_params.get(TIMELINE, ""))


def store_viewport(figure: str) -> None:
    """Put the part of a map or of the timeline that the page has just reported into the address."""
    state.go_on()
    told = state.reported_by(figure).get("seen") or {}
    if figure == TIMELINE:
        window = TimeWindow(float(told["start"]), float(told["end"])) if told.get("start") else None
        state.set_address(figure, str(window) if window else None)
    elif told.get("revision") == revision(figure):
        now = Viewport(float(told["longitude"]), float(told["latitude"]), float(told["scale"]))
        state.remember(f"seen-{figure}", str(now))
        state.set_address(figure, str(now))


def zoom_to(near: str) -> dict[str, str | None]:
    """What the address must have to zoom the map to `near`; what it has now is remembered."""
    if Viewport.parse(near) is None:
        return {}
    if not goes_back():
        state.remember("zoomed-from", st.query_params.get("map"))
    state.remember("zoomed-to", near)
    return {"map": near}


def zoom_back() -> dict[str, str | None]:
    """What the address had of the map before such a zoom; nothing if the reader has moved it since."""
    return {"map": state.recall("zoomed-from")} if goes_back() else {}


def goes_back() -> bool:
    """Whether the map shows what a press on a count has led to: also by a link, or after the page was loaded anew."""
    if state.recall("zoomed-to") is None and state.address_value("list"):
        state.remember("zoomed-to", st.query_params.get("map"))
    return state.recall("zoomed-to") is not None and st.query_params.get("map") == state.recall("zoomed-to")


def begin_anew() -> None:
    """Let figures forget the reader's zoom."""
    st.session_state["revision"] = st.session_state.get("revision", 0) + 1
