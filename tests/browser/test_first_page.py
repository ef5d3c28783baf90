"""The first page of a second start, while the records behind it are read."""

import time

import pytest
from conftest import free_port
from playwright.sync_api import expect

from dashboard.app.first_page.kept_pages import FILE
from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running
from tests.benchmarks.world import generate_world

EVENTS = 2_000
WAIT_S = 60
NOTES_WHAT_STANDS_OVER_THE_PAGE = """
window.overThePage = "";
new MutationObserver(() => {
    window.overThePage ||= document.querySelector(".dl-reading")?.textContent ?? "";
}).observe(document, { childList: true, subtree: true });
"""
pytestmark = pytest.mark.proof


@pytest.fixture
def started(tmp_path):
    """Starts a server on the same large workspace, as often as it is asked to."""
    workspace = generate_world(tmp_path / "world", EVENTS)

    def start():
        port = free_port()
        return running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(workspace)}), address(LOOPBACK, port), workspace

    return start


def test_a_press_on_the_kept_page_is_answered_once_the_records_are_read(started, visit):
    """The page is there before; it says that files are being read, and the press is not lost."""
    server, url, workspace = started()
    with server:
        first = visit(url=url, figures=False)
        expect(first.locator(".st-key-map .dl-plot")).to_be_visible(timeout=WAIT_S * 1000)
        told = first.locator(".dl-sentence").text_content()
        end = time.monotonic() + WAIT_S
        while not (workspace / FILE).is_file():
            assert time.monotonic() < end, "no first page was kept"
            first.wait_for_timeout(100)
        first.close()
    server, url, _ = started()
    with server:
        again = visit(url=url, figures=False, prepared=NOTES_WHAT_STANDS_OVER_THE_PAGE)
        expect(again.locator(".dl-sentence")).to_have_text(told)
        title = again.locator(".dl-overview .dl-rows .dl-what a[href*='event=']").first
        words = title.text_content()
        title.click()
        expect(again.locator(".st-key-card h2")).to_have_text(words, timeout=WAIT_S * 1000)
        expect(again.locator(".dl-reading")).to_have_count(0)
        assert again.evaluate("window.overThePage").startswith("Reading 2,0")
        again.close()
