"""Which letters our fonts draw, and how a script is named that no font here does."""

import struct

import pytest

from dashboard.briefing.figures import fonts
from dashboard.briefing.figures.fonts import FONTS, beyond_ours, letters_of, missing
from dashboard.briefing.formats import undrawn_in
from dashboard.briefing.outline.outline import BriefingSection, MarkingLabel, Outline, Statement


def test_our_fonts_draw_most_of_the_world():
    """Latin with all its accents, Greek, Cyrillic, Arabic, Hebrew, signs of money and of text."""
    assert beyond_ours("Łódź İstanbul Đà Nẵng Ελλάδα Україна דולר دولة «€ ₩ ₴ – … → ≤» 60.82 %\n\u200b\u2067") == set()
    assert beyond_ours("Quito 基 한 🚀") == {"基", "한", "🚀"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("한국어", [("Korean", "fonts-noto-cjk")]),
        ("基地とバス", [("Chinese characters", "fonts-noto-cjk"), ("Japanese", "fonts-noto-cjk")]),
        ("🚀", [("emoji", "fonts-noto-color-emoji")]),
        ("नमस्ते", [("Devanagari", "fonts-noto-core")]),
        ("Quito", []),
    ],
)
def test_a_script_that_nothing_draws_is_named(monkeypatch, text, named):
    """With the package that has a font for it."""
    monkeypatch.setattr(fonts, "_of_system", frozenset)
    assert list(missing(text)) == named


def test_a_font_of_the_system_is_enough(monkeypatch):
    """What it draws is not missing."""
    monkeypatch.setattr(fonts, "_of_system", lambda: frozenset("한국"))
    assert list(missing("한국")) == []
    assert [script for script, _ in missing("한국어")] == ["Korean"]


def test_weights_of_a_font_draw_the_same_letters():
    """A word does not lose its letters where it is bold."""
    for family in ("Inter", "NotoSansArabic", "NotoSansHebrew"):
        found = [each for each in FONTS.iterdir() if each.name.startswith(family) and each.name.endswith(".ttf")]
        assert len(found) > 1
        assert len({letters_of(each.read_bytes()) for each in found}) == 1


def test_what_is_no_font_draws_nothing():
    """It is an error of reading, which who asks the system's fonts is ready for."""
    with pytest.raises(struct.error):
        letters_of(b"\x00\x01\x00\x00")


def test_signs_that_are_written_out_need_no_font():
    """A control or a sign that is none is told as `[U+FFFE]`: nobody is sent for a font."""
    words = Statement("It is \ufffe a \u202e sign.", by="AB")
    section = BriefingSection("bottom-line", "Bottom line", (words,))
    marked = MarkingLabel("TLP:RED", "", "#ff2b2b", "#000000")
    outline = Outline("a", "A", marked, "", "1 May 2025", "", "", "", (), "A4", (section,), (), ())
    assert undrawn_in(["pdf"], outline) == ()
