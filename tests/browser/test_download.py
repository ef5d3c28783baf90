"""Figures as pictures: made by the page itself, without the network, with what they rest on written in them."""

import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import expect


def saved(page, figure, button):
    """What the browser was given to keep."""
    menu = page.locator(f"{figure} .dl-download")
    menu.locator("summary").press("Enter")
    with page.expect_download() as told:
        menu.get_by_role("button", name=button).press("Enter")
    assert told.value.suggested_filename.startswith("dateline-")
    assert told.value.suggested_filename.endswith(f".{button.lower()}")
    expect(menu).not_to_have_attribute("open", "")
    return Path(told.value.path())


@pytest.mark.proof
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_figure_is_kept_as_svg_with_title_source_and_font(visit, dark):
    """Text stays text; the colours are those of the theme; nothing in it leads elsewhere."""
    page = visit("/?event=us-drones-for-navy", dark=dark)
    for figure, title in ((".st-key-where", "Map of 18 of 18 events"), (".st-key-when", "Timeline of 17 events")):
        text = saved(page, figure, "SVG").read_text(encoding="utf-8")
        words = " ".join("".join(ET.fromstring(text).itertext()).split())
        assert title in words
        assert "Dateline, as assessed, " in words
        assert "18 of 18 events" in words
        assert "@font-face{font-family:Inter" in text
        assert ("rgb(15, 19, 24)" in text or "rgb(21, 26, 33)" in text) is dark
        assert "url(http" not in text
        assert 'href="http' not in text


@pytest.mark.proof
def test_a_figure_is_kept_as_png_twice_as_large_as_it_is_seen(visit):
    """The map with its outlines: more than one colour of land and sea."""
    page = visit("/?until=2025-09-04")
    seen = page.locator(".st-key-where .dl-plot").bounding_box()
    assert seen is not None
    data = saved(page, ".st-key-where", "PNG").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert abs(width - 2 * seen["width"]) <= 2
    assert height == 2 * (458 + 34 + 26)
    assert len(data) > 60_000


@pytest.mark.proof
def test_escape_closes_the_menu_and_not_the_card(visit):
    """What is open is closed first."""
    page = visit("/?event=us-drones-for-navy")
    menu = page.locator(".st-key-when .dl-download")
    menu.locator("summary").press("Enter")
    expect(menu.get_by_role("button", name="PNG")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu.get_by_role("button", name="PNG")).to_be_hidden()
    expect(page.locator(".st-key-who h2")).to_have_text("Drones for Ecuador’s navy")
