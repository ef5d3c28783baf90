"""The first page of a large workspace, while its records are being checked, and how it changes once they are."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from conftest import free_port
from playwright.sync_api import expect

from dashboard.app.shell.background_checks import LEAST_BEHIND
from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running
from tests.benchmarks.world import generate_world

WAIT_MS = 60_000
TICK = "[aria-label^='quote found'], [aria-label^='found, relied on']"
pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(sys.platform != "linux", reason="the process that checks is found in /proc"),
]


def checking_process(workspace):
    """The process that checks a workspace, once it is there."""
    end = time.monotonic() + WAIT_MS / 1000
    while time.monotonic() < end:
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"dashboard.checks.validation.check_process" in words and os.fsencode(workspace) in words:
                return int(folder.name)
        time.sleep(0.01)
    pytest.fail("no process checks the workspace")


def test_the_page_is_there_before_the_checks_and_keeps_its_place_when_they_are_done(tmp_path, visit):
    """It says how far they are; the card that was opened stays open, the page stays where it was scrolled to."""
    workspace = generate_world(tmp_path / "world", LEAST_BEHIND + 100)
    port = free_port()
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(workspace)}):
        page = visit(url=address(LOOPBACK, port), figures=False, prepared="")
        process = checking_process(workspace)
        os.kill(process, signal.SIGSTOP)
        note = page.locator(".dl-checking")
        expect(note).to_have_text(f"Checking: 0 of {LEAST_BEHIND + 100} records", timeout=WAIT_MS)
        title = page.locator(".dl-overview .dl-rows .dl-what a[href*='event=']").first
        words = title.text_content()
        title.click()
        expect(page.locator(".st-key-card h2")).to_have_text(words)
        assert page.locator(f".st-key-card :is({TICK})").count() == 0
        assert page.locator(".st-key-card [aria-label^='being checked']").count() > 0
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 120)")
        os.kill(process, signal.SIGCONT)
        expect(note).to_have_count(0, timeout=WAIT_MS)
        expect(page.locator(f".st-key-card :is({TICK})").first).to_be_visible()
        expect(page.locator(".st-key-card h2")).to_have_text(words)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 120
        page.close()
