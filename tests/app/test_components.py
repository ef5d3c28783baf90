"""What is sent to the page."""

from dashboard.app.parts.hosted import Stand, caption
from dashboard.query.reading import Mode
from dashboard.views.drawing import Drawing


def test_over_a_picture_stands_its_name_whole_else_what_its_description_begins_with():
    """A full stop or a colon of a name ends nothing."""
    described = Drawing({}, (), "Map of 18 of 18 events: Quito (4). 0 unplaced.")
    named = Drawing(
        {}, (), "Commitment ladder of U.S. troops, 1 event: ended 1.", name="Commitment ladder of U.S. troops"
    )
    stand = Stand("ladder", 1392, "ladder-0", None, Mode.ASSESSED)
    titles = [caption(each, stand, "")["title"] for each in (described, named)]
    assert titles == ["Map of 18 of 18 events", "Commitment ladder of U.S. troops"]
