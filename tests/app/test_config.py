"""The settings beside the entry script, and the style block: one palette, no chrome, nothing sent anywhere."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from dashboard.app.entry_page import style_block
from dashboard.app.server import PLOTLY_JS
from dashboard.views.drawing.palette import DARK, LIGHT

CONFIG = tomllib.loads((Path(str(files("dashboard.app"))) / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_streamlit_s_theme_is_the_palette_s(palette):
    """What Streamlit draws itself has the colours of our own pages and figures."""
    theme = CONFIG["theme"][palette.name]
    assert theme == {
        "primaryColor": palette.text,
        "backgroundColor": palette.bg,
        "secondaryBackgroundColor": palette.raised,
        "textColor": palette.text,
        "borderColor": palette.line2,
        "linkColor": palette.text,
    }


def test_nothing_is_reported_and_bare_expressions_are_not_printed():
    """No usage statistics, no magic, the least of Streamlit's toolbar."""
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["runner"]["magicEnabled"] is False
    assert CONFIG["client"]["toolbarMode"] == "minimal"


def test_the_font_is_served_from_here():
    """Its file lies where the address points."""
    (face,) = CONFIG["theme"]["fontFaces"]
    assert (Path(str(files("dashboard.app"))) / face["url"].removeprefix("app/")).is_file()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_the_style_block_knows_every_thread(palette):
    """Each thread's colour is a variable, in both themes."""
    css = style_block().html
    for index, color in enumerate(palette.threads, start=1):
        assert f"--dl-thread-{index}:{color};" in css


def test_the_page_draws_with_the_plotly_js_of_the_installed_plotly():
    """The bundle has the very version that the Python package checks figures against."""
    packaged = (Path(str(files("plotly"))) / "package_data" / "plotly.min.js").read_text(encoding="utf-8")[:200]
    whole = re.search(r"plotly\.js v([0-9.]+)", packaged)
    ours = re.search(r'version="([0-9.]+)"', PLOTLY_JS.read_text(encoding="utf-8"))
    assert [each and each[1] for each in (ours,)] == [whole and whole[1]] != [None]
