"""Files that a page gives: figures as pictures, made by itself, with what they rest on written in them; and tables."""

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
        menu.get_by_role("button", name=button, exact=True).press("Enter")
    assert told.value.suggested_filename.startswith("dateline-")
    assert told.value.suggested_filename.endswith(f".{button.lower()}")
    expect(menu).not_to_have_attribute("open", "")
    return Path(told.value.path())


def whole_view(page, button):
    """What the browser was given of map, card and timeline in one picture."""
    menu = page.locator(".st-key-where .dl-download")
    menu.locator("summary").press("Enter")
    with page.expect_download() as told:
        menu.get_by_role("button", name=f"Whole view as {button}").press("Enter")
    assert told.value.suggested_filename.startswith("dateline-situation-")
    return Path(told.value.path())


@pytest.mark.proof
@pytest.mark.parametrize(("width", "dark"), [(390, False), (1024, True), (1440, False)])
def test_the_whole_view_is_one_picture(visit, width, dark):
    """Map, card and timeline, with what is shown; what is to be pressed is left out, and nothing leads elsewhere."""
    page = visit("/?event=us-drones-for-navy&show=thread:us-ecuador-basing", width=width, dark=dark)
    text = whole_view(page, "SVG").read_text(encoding="utf-8")
    words = " ".join(" ".join(ET.fromstring(text).itertext()).split())
    for told in (
        "U.S. bases abroad 12 of 18 events",
        "Thread: U.S. troops in Ecuador",
        "drones valued at $6 million",
        "Ecuador gives notice" if width > 390 else "12 on the line",
        "Dateline, as assessed, ",
    ):
        assert told in words
    assert "Clear" not in words
    assert "var(--" not in text
    assert "url(http" not in text
    assert ("rgb(15, 19, 24)" in text or "#0f1318" in text) is dark


@pytest.mark.proof
def test_the_whole_view_as_png_has_the_page_twice_as_large(visit):
    """As wide as map and card beside each other, with their edges."""
    page = visit()
    seen = page.locator(".st-key-when .dl-plot").bounding_box()
    width, height = struct.unpack(">II", whole_view(page, "PNG").read_bytes()[16:24])
    assert abs(width - 2 * (seen["width"] + 48)) <= 24
    assert height > 2 * (458 + seen["height"])


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
    expect(menu.get_by_role("button", name="PNG", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu.get_by_role("button", name="PNG", exact=True)).to_be_hidden()
    expect(page.locator(".st-key-who h2")).to_have_text("Drones for Ecuador’s navy")


SPOILED = """
    const send = WebSocket.prototype.send;
    window.asked = 0;
    WebSocket.prototype.send = function (message) {
        const text = String.fromCharCode(...message);
        if (text.length < 300 && /[0-9a-f]{32}$/.test(text) && (window.asked += 1) <= window.spoiled)
            message = Uint8Array.from(text.replace(/.{32}$/, '0'.repeat(32)), (sign) => sign.charCodeAt(0));
        send.call(this, message);
    };
"""
"""The first messages that ask for a file name one that is not there."""


def test_a_download_that_meets_a_drawing_is_pressed_once_more(visit):
    """Its name is another one by then. A file that cannot be had is said, and not asked for a third time."""
    page = visit("/?page=events", prepared=SPOILED, figures=False)
    page.get_by_role("button", name="Download", exact=True).click()
    button = page.get_by_role("button", name="CSV", exact=True)
    page.evaluate("window.spoiled = 1")
    with page.expect_download() as told:
        button.press("Enter")
    assert told.value.suggested_filename == "events.csv"
    assert page.evaluate("window.asked") == 2
    page.evaluate("window.spoiled = 9")
    button.press("Enter")
    page.wait_for_function("window.asked === 4")
    expect(page.get_by_test_id("stDownloadButtonError")).to_be_visible()
    page.wait_for_timeout(700)
    assert page.evaluate("window.asked") == 4
