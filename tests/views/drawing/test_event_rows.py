"""The rows of a table of events."""

from dashboard.views.drawing import EventRows


def test_a_row_is_made_when_it_is_read_and_kept():
    """A page lists the first thousand of 100,000 events: the others are counted alone."""
    made = []

    def row(reading):
        made.append(reading)
        return {"Event": reading}

    rows = EventRows("abcd", row)
    assert len(rows) == 4
    assert not made
    assert [each["Event"] for each in rows[:2]] == ["a", "b"] == made
    assert rows[0] is rows[0]
    assert rows[-1] == {"Event": "d"}
    assert [each["Event"] for each in rows] == list("abcd")
