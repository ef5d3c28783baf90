"""The presses whose costs are measured."""

from urllib.parse import parse_qs

from dashboard.app.shell.router import PAGES
from tests.benchmarks.addresses import PRESSES, costs_by_address
from tests.benchmarks.world import generate_world


def test_something_is_pressed_on_every_page():
    """A new page is measured, too."""
    pressed = {parse_qs(query).get("page", [""])[0] for query in PRESSES.values()}
    assert pressed == PAGES.keys()


def test_a_press_has_its_cost(tmp_path):
    """Of the server: bytes and seconds; and no page failed."""
    (cost,) = costs_by_address(generate_world(tmp_path / "world", 20), ("Actors, one",), rest_s=0)
    assert 0.01 < cost.megabytes < 1
    assert cost.seconds > 0
    assert cost.errors == ()
