"""The reliability diagram, by its numbers."""

import plotly.graph_objects as go
import pytest

from dashboard.query.questions.outlook import CalibrationBin
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.reliability import reliability_diagram

BINS = (CalibrationBin("unlikely", 4, 1), CalibrationBin("likely", 8, 6), CalibrationBin("almost-certain", 2, 2))


def test_the_table_has_what_the_figure_shows():
    """A row a likelihood, in words with its range, and the shares."""
    drawing = reliability_diagram(BINS, palette=LIGHT, width=500)
    assert [tuple(row.values()) for row in drawing.rows] == [
        ("unlikely (20 to 45\u00a0%)", "4", "1", "25\u00a0%"),
        ("likely (55 to 80\u00a0%)", "8", "6", "75\u00a0%"),
        ("almost certain (95 to 99\u00a0%)", "2", "2", "100\u00a0%"),
    ]
    assert drawing.description == (
        "Reliability of 14 judgements. Came true: unlikely 1 of 4; likely 6 of 8; almost certain 2 of 2."
    )


@pytest.mark.parametrize("width", [100, 358, 900])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_marks_stand_where_the_shares_are(palette, width):
    """Further right where more was judged, higher where more came true; all within the figure, which Plotly takes."""
    drawing = reliability_diagram(BINS, palette=palette, width=width)
    marks = next(trace for trace in drawing.content["data"] if trace["mode"] == "markers")
    assert marks["x"] == sorted(marks["x"])
    assert marks["y"] == sorted(marks["y"], reverse=True)
    assert all(0 <= x <= 1 for x in marks["x"])
    assert {trace["type"] for trace in drawing.content["data"]} == {"scatter"}
    assert isinstance(drawing.figure, go.Figure)
