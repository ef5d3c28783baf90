"""Names in capitals."""

import pytest

from dashboard.briefing.figures.fonts import beyond_ours
from dashboard.text.capitals import in_capitals


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Quito", "QUITO"),
        ("Łódź", "ŁÓDŹ"),
        ("Petaẖ Tiqva", "PETAẖ TIQVA"),
        ("Gießen", "GIEßEN"),
        ("北京", "北京"),
        ("القاهرة", "القاهرة"),
    ],
)
def test_a_name_is_as_long_in_capitals(name, told):
    assert in_capitals(name) == told


def test_what_our_fonts_draw_they_draw_in_capitals():
    """Capitals of several letters would bring accents that no font has."""
    assert beyond_ours("Petaẖ Tiqva".upper())
    assert not beyond_ours(in_capitals("Petaẖ Tiqva"))
