"""Letters that cannot be drawn here are named, and what a picture's label says is drawn letter by letter."""

import re
from io import BytesIO

import pytest
from PIL import Image

from dashboard.briefing.figures import fonts
from dashboard.briefing.figures.render import as_raster, is_accepted, png_of
from dashboard.briefing.figures.sanitising import name_undrawn, of_picture, tidy_svg

LABEL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 40"><text x="5" y="25" {}>{}</text></svg>'
IN_INTER = 'style="font-family: Inter; font-size: 18px"'


@pytest.fixture
def bare(monkeypatch):
    """A machine without any font."""
    monkeypatch.setattr(fonts, "_of_system", frozenset)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("대한 민국: a base", "[Korean: not drawn]: a base"),
        ("A base 기지, 中文 of", "A base [Korean: not drawn], [Chinese characters: not drawn] of"),
        ("👩\u200d👩\u200d👧 agree ✍🏽", "[emoji: not drawn] agree [emoji: not drawn]"),
        ("H\u0331olon", "H[accent: not drawn]olon"),
        ("Quito ]^-\\ קיטו", "Quito ]^-\\ קיטו"),
    ],
)
@pytest.mark.usefixtures("bare")
def test_words_that_no_font_draws_are_named(text, told):
    """Once for each run of them; what stands between is as it was."""
    assert name_undrawn(text, fonts.undrawn(text)) == told


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("🇪🇨 and 👩\u200d👩\u200d👧\u200d👦 ✍🏽 1\ufe0f\u20e3", "EC and 👩 ✍ 1"),
        ("a\u200db क्\u200dष", "ab क्\u200dष"),
        ("Quito…", "Quito…"),
    ],
)
def test_a_label_has_signs_that_stand_alone(words, label, monkeypatch):
    """Flags as letters, families as their first member; joiners that shape letters stay."""
    monkeypatch.setattr(fonts, "_of_system", lambda: frozenset("👩✍क्ष"))
    assert re.sub("<[^>]*>", "", of_picture(LABEL.format(IN_INTER, words))) == label


@pytest.mark.usefixtures("bare")
def test_a_label_has_boxes_for_what_no_font_draws():
    """It has no room for more; what is not shown is left."""
    assert of_picture(LABEL.format('class="한"', "한국 a")) == LABEL.format('class="한"', "□□ a")


@pytest.mark.parametrize(
    "words", ["Open: قاعدة مانتا…", "2009 قاعدة مانتا", "قاعدة مانتا (2009)…", "Open: אקוודור (2025)…"]
)
def test_arabic_and_hebrew_are_drawn_beside_others(words):
    """In our own fonts, whole: as wide as its parts, which stand in two labels."""
    parts = re.fullmatch(r"([ -~]*)(.*?)([ -~…]*)", words)
    assert parts
    apart = sum(_inked(of_picture(LABEL.format(IN_INTER, each))) for each in parts.groups() if each.strip())
    assert _inked(of_picture(LABEL.format(IN_INTER, words))) == pytest.approx(apart, rel=0.02)


@pytest.mark.parametrize(("words", "taken"), [("Quito – “a”…", True), ("한국", None), ("قاعدة", False)])
def test_what_a_pdf_does_not_take_as_it_is_it_takes_as_points(words, taken):
    """Typst tells of one letter in several glyphs only the first, which PDF/UA refuses."""
    svg = of_picture(LABEL.format(IN_INTER, words))
    assert taken in (None, is_accepted(svg, 300, 40, "ua-1", svg))
    assert is_accepted(as_raster(svg, 300, 40), 300, 40, "ua-1", "한국")


def _inked(svg):
    """How much of it is dark."""
    with Image.open(BytesIO(png_of(svg, 300, 40))) as image:
        return sum(255 - grey for grey in image.convert("L").tobytes())


def test_a_name_given_by_chance_is_not_taken_for_digits_of_a_coordinate() -> None:
    """The chance names of a drawing have six signs, which may all be digits; what they name is found still."""
    svg = '<defs id="topdefs-419485"><clipPath id="clip419485x"/></defs><path d="M0,1L107.514194855,5L-0.419485,6"/>'
    svg += "<g clip-path=\"url('#clip419485x')\"/>"
    expected = svg.replace("topdefs-419485", "topdefs-figure").replace("clip419485x", "clipfigurex")
    assert tidy_svg(svg) == expected
