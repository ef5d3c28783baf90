"""Widths of text on the vendored font."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.drawing import text as module
from dashboard.views.drawing.text import ELLIPSIS, fit_text, text_width

LINE = "Rubio and Sommerfeld meet the press"


@pytest.mark.parametrize(
    ("text", "size_px", "weight", "browser_px"),
    [
        (LINE, 12, 400, 217.1),
        ("Drones for Ecuador’s navy", 12, 650, 153.5),
        ("U.S. troops in Ecuador", 12, 600, 128.7),
        ("2000–07", 11, 400, 46.0),
        ("Trump: “Korea should pay for its own military” $13.5 · AVATA", 12, 400, 340.9),
        ("Número ¿Año? Ça Øæß", 13, 400, 144.3),
    ],
)
def test_a_width_is_what_a_browser_draws(text, size_px, weight, browser_px):
    """Measured widths are within 2 % of what Chromium gives for the same font, size and weight."""
    assert text_width(text, size_px, weight) == pytest.approx(browser_px, rel=0.02)


def test_width_grows_with_size_and_weight():
    """Twice the size is twice the width, and bold is wider than regular."""
    assert text_width(LINE, 24) == pytest.approx(2 * text_width(LINE, 12))
    assert text_width(LINE, 12, 650) > text_width(LINE, 12)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("대한민국", 4.0),
        ("中国", 2.0),
        ("الإكوادور", 9 * 0.64),
        ("אקוודור", 7 * 0.64),
        ("", 0.0),
        ("\u202e\u0301", 0.0),
        ("🛩", 1.3),
        ("🚀", 1.3),
    ],
)
def test_letters_that_the_font_lacks_are_given_room(text, ems):
    """Wide scripts take an em a letter, others .64, marks and controls none."""
    assert text_width(text, 10) == pytest.approx(10 * ems)


def test_an_accented_letter_outside_the_subset_is_as_wide_as_its_base():
    """A letter that decomposes takes its base letter's width."""
    assert text_width("ğ", 12) == text_width("g", 12)


@given(st.text(max_size=80), st.floats(0, 400))
def test_a_cut_text_fits(text, room_px):
    """What `fitted` gives is never wider than the room, and is the text itself where that fits."""
    cut = fit_text(text, room_px, 12)
    assert text_width(cut, 12) <= room_px + 1e-6
    assert cut == text or cut == "" or cut.endswith(ELLIPSIS)


def test_a_cut_drops_the_space_before_the_ellipsis():
    """No space and no comma stands before the ellipsis."""
    assert fit_text("Rubio and, Sommerfeld", text_width("Rubio and, " + ELLIPSIS, 12), 12) == "Rubio and" + ELLIPSIS


def test_without_the_font_widths_are_generous(monkeypatch):
    """Where Pillow cannot read the font, every letter takes the fallback's width, so nothing overlaps."""

    def unreadable(*args, **kwargs):
        raise OSError("unknown file format")

    module._advances.cache_clear()
    module._character_ems.cache_clear()
    module._ems.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(module.ImageFont, "truetype", unreadable)
        generous = text_width(LINE, 12)
    module._advances.cache_clear()
    module._character_ems.cache_clear()
    module._ems.cache_clear()
    assert generous > text_width(LINE, 12)
