"""The specimens of signs on the Help page."""

import datetime as dt

import pytest

from dashboard.query.reading import Support
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.drawing.specimen import SPECIMENS, THREADS
from dashboard.views.timeline.figure import event_timeline


def test_every_way_to_carry_a_value_has_its_specimen():
    """But unknown, of which nothing is drawn, and what is still being checked, which is seen for some seconds."""
    assert {specimen.carried for specimen in SPECIMENS} == set(Support) - {Support.UNKNOWN, Support.CHECKING}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_the_timeline_draws_each_and_labels_it(palette):
    """The function is the one that draws the real ones; at the width of the page nothing is left out."""
    readings = [specimen.reading for specimen in SPECIMENS]
    drawn = event_timeline(readings, threads=THREADS, palette=palette, width=1000, today=dt.date(2016, 6, 1))
    written = drawn.figure.to_json()
    assert {event for mark in drawn.marks for event in mark.events} == {specimen.key for specimen in SPECIMENS}
    assert all(f'"{specimen.look}"' in written for specimen in SPECIMENS)
