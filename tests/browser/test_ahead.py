"""A press is seen at once, even of a server that does not answer."""

import signal

from conftest import free_port
from playwright.sync_api import expect
from pressing import mark

from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running

AT_HAND = "[data-press=scale][aria-pressed=true]"
LISTEN = """
    window.foretold = new Set();
    addEventListener("dateline-foretold", ({detail}) =>
        window.foretold.add(`${detail.data.name} ${detail.press.value}`));
"""


def test_a_press_is_drawn_before_the_server_answers(visit, server):
    """The marks of the event are pressed while the server stands still; its card comes once it goes on."""
    port = free_port()
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(server.workspace)}) as process:
        page = visit(url=address(LOOPBACK, port))
        page.evaluate(LISTEN)
        page.locator(AT_HAND).click()
        page.wait_for_function("foretold.has('map us-drones-for-navy') && foretold.has('timeline us-drones-for-navy')")
        on_timeline = mark(page, ".st-key-timeline", "Drones")
        expect(on_timeline).to_have_attribute("aria-pressed", "false")
        process.send_signal(signal.SIGSTOP)
        try:
            on_timeline.focus()
            page.keyboard.press("Enter")
            expect(on_timeline).to_have_attribute("aria-pressed", "true")
            assert "event=" not in page.url
        finally:
            process.send_signal(signal.SIGCONT)
        expect(page.locator(".st-key-who h2")).to_have_text("Drones for Ecuador’s navy")
        expect(on_timeline).to_have_attribute("aria-pressed", "true")
        page.close()  # or it would tell that the server is gone
