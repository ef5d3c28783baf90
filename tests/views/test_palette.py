"""A figure is drawn once for both themes: in each it is what that theme alone would have drawn."""

import json
from datetime import date

import pytest

from dashboard.views.drawing.palette import (
    BOTH,
    DARK,
    LIGHT,
    blend,
    in_dark,
    in_each,
    in_light,
    pair,
    readable,
    translucent,
)
from dashboard.views.timeline.figure import event_timeline
from tests.views.map import cases as map_cases
from tests.views.timeline import cases as timeline_cases

THEMES = [(LIGHT, in_light), (DARK, in_dark)]
TODAY = date(2026, 1, 1)
JSON_ESCAPES = {"\\u0002": "\x02", "\\u001f": "\x1f", "\\u0003": "\x03"}


def timeline(palette, selected):
    """Every kind of sign."""
    given = {"threads": timeline_cases.THREADS, "width": 1392, "today": timeline_cases.TODAY, "selected": selected}
    return event_timeline(timeline_cases.every_kind(), palette=palette, **given)


def event_marks(palette, selected):
    """Every kind of mark."""
    return map_cases.draw(map_cases.article(), palette=palette, selected=selected)


@pytest.mark.parametrize("chosen", [None, 0, 3])
@pytest.mark.parametrize("draw", [timeline, event_marks])
@pytest.mark.parametrize(("palette", "read"), THEMES, ids=["light", "dark"])
def test_in_each_theme_it_is_what_that_theme_draws(draw, palette, read, chosen):
    """To the last colour; dimmed ones and numbers on marks too."""
    readings = timeline_cases.every_kind() if draw is timeline else map_cases.article()
    selected = None if chosen is None else readings[chosen].id
    both = json.dumps(draw(BOTH, selected).content)
    for escaped, character in JSON_ESCAPES.items():
        both = both.replace(escaped, character)
    assert read(both) == json.dumps(draw(palette, selected).content)
    assert "\x02" in both


@pytest.mark.parametrize(("palette", "read"), THEMES, ids=["light", "dark"])
def test_what_is_mixed_of_pairs_is_mixed_in_each_theme(palette, read):
    """Blends, opacity, and which of several can be read best."""
    assert read(blend(BOTH.bad, BOTH.bg, 0.3)) == blend(palette.bad, palette.bg, 0.3)
    assert read(translucent(BOTH.bad, 0.25)) == translucent(palette.bad, 0.25)
    assert read(BOTH.dim_color(BOTH.threads[1])) == palette.dim_color(palette.threads[1])
    assert read(readable(BOTH.bg, BOTH.bg, BOTH.text)) == palette.text
    assert read(BOTH.thread(9)) == palette.thread(9)


def test_what_is_the_same_in_both_is_no_pair():
    """Nor is anything mixed of such."""
    assert pair("#000000", "#000000") == "#000000"
    assert in_each(lambda one, other: one + other, "#", "0") == "#0"
    assert in_light(f"<b style='color:{pair('a', 'b')}'>x</b>{pair('c', 'd')}") == "<b style='color:a'>x</b>c"
