"""What the page does when files are broken, hostile or missing."""

import os
import subprocess
import time

import pytest
from conftest import free_port
from playwright.sync_api import expect
from screens import wrong_at

from dashboard.checks.validation import validate
from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import answers, command, entry

HOSTILE = r"""
title: "<img src=x onerror='window.hacked=1'> **bold** [link](http://evil.example)
  <a href='http://evil.example'>x</a> \u202Egnp.exe"
threads: [us-ecuador-basing]
when: {reported: "2024", claims: [said]}
where: {reported: ecuador, claims: [said]}
claims:
  said:
    text: "<script>window.hacked=1</script> *not bold* <svg onload='window.hacked=1'>"
    quotes: [{source: us-troops-ecuador, exact: "<b onmouseover='window.hacked=1'>x</b>"}]
    note: "</div></section><style>* {display: none}</style> مرحبا"
"""


def test_a_broken_file_is_set_aside_and_the_banner_leads_to_its_line(visit, changed):
    """The others are shown; Data names file, line, column, code and fix; a fixed file is back at the next run."""
    file = changed / "events" / "ecuador" / "us-base-closed.yaml"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("threads:", "thread:", 1), encoding="utf-8")
    page = visit()
    banner = page.locator(".dl-banner")
    expect(banner).to_contain_text("1 file skipped")
    assert page.evaluate("document.querySelector('.st-key-when').getBoundingClientRect().bottom") <= 900
    banner.get_by_role("link").click()
    problem = page.locator(".dl-file-problems", has_text="events/ecuador/us-base-closed.yaml")
    expect(problem).to_contain_text("skipped")
    expect(problem).to_contain_text("3:1")
    expect(problem).to_contain_text("key-unknown")
    expect(problem).to_contain_text("did you mean threads")
    file.write_text(whole, encoding="utf-8")
    page.locator(".dl-bar").get_by_role("link", name="Situation").click()
    expect(page.locator(".dl-sentence")).to_be_visible()
    expect(page.locator(".dl-banner")).to_have_count(0)


def test_text_from_a_record_is_only_ever_text(visit, changed):
    """Markup, Markdown, scripts and directional overrides in a record are seen as written, and nothing runs."""
    (changed / "events" / "ecuador" / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    page = visit("/?event=hostile")
    card = page.locator(".st-key-who")
    expect(card.locator("h2")).to_contain_text(
        "<img src=x onerror='window.hacked=1'> **bold** [link](http://evil.example)"
    )
    expect(card.locator("h2")).to_contain_text("[U+202E]gnp.exe")
    expect(card).to_contain_text("<script>window.hacked=1</script> *not bold*")
    expect(card).to_contain_text("</div></section><style>")
    expect(card.locator(".dl-claim svg[aria-label='quote not found']")).to_have_count(1)
    made = ".st-key-who :is(img, script, a[href*=evil]), .dl-plot :is(img, a, script)"
    assert page.locator(made).count() == 0
    page.get_by_text("Show map data as a table").click()
    expect(page.locator("#table-map")).to_contain_text("<img src=x")
    page.locator(".dl-bar").get_by_role("link", name="Data").click()
    expect(page.locator(".dl-data")).to_contain_text("quote-not-found")
    assert page.evaluate("window.hacked") is None


@pytest.mark.proof
def test_an_empty_workspace_says_what_to_do_first_and_does_it_with_one_press(visit, changed):
    """No figure is drawn; the first four files are named and shown. One press writes them, and a mark is on the map."""
    for folder in ("events", "seeds"):
        for path in sorted((changed / folder).rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
    page = visit(figures=False, width=390, height=844)
    assert wrong_at(page, 390) == []
    steps = page.locator(".dl-first-steps")
    expect(steps).to_contain_text("No events yet")
    expect(steps).to_contain_text("seeds/harbour-news.txt")
    expect(steps).to_contain_text("dateline validate")
    assert page.locator(".dl-figure").count() == 0
    steps.get_by_role("button", name="Create an example").press("Enter")
    expect(page.locator(".dl-sentence")).to_contain_text("1 event")
    expect(page.locator(".st-key-where .dl-figure")).to_have_count(1)
    expect(page.locator(".dl-banner")).to_have_count(0)
    assert wrong_at(page, 390) == []
    assert [str(problem) for problem in validate(changed).problems] == []


@pytest.mark.proof
def test_it_works_below_a_base_path(visit, server):
    """Outlines, fonts, plotly.js and links are found where server.baseUrlPath puts them."""
    port = free_port()
    settings = {"DATELINE_WORKSPACE": str(server.workspace), "STREAMLIT_SERVER_BASE_URL_PATH": "team/dateline"}
    started = subprocess.Popen(
        command(LOOPBACK, port), env={**os.environ, **settings}, cwd=entry().parent, stdout=subprocess.DEVNULL
    )
    with started:
        while not answers(f"{address(LOOPBACK, port)}/team/dateline/_stcore/health"):
            assert started.poll() is None
            time.sleep(0.1)
        page = visit("/team/dateline/?event=us-base-closed", url=address(LOOPBACK, port))
        expect(page.locator(".st-key-who h2")).to_have_text("The U.S. base in Ecuador closes")
        page.wait_for_selector(".st-key-where .layer.land path")
        page.locator(".dl-bar").get_by_role("link", name="Data").click()
        expect(page.locator(".dl-data")).to_be_visible()
        page.locator(".dl-bar").get_by_role("link", name="Events").click()
        with page.expect_download() as saved:
            page.get_by_role("button", name="Download", exact=True).click()
            page.get_by_role("button", name="CSV", exact=True).click()
        assert saved.value.path().read_text(encoding="utf-8-sig").startswith("id,file,title,")
        page.close()  # or it would tell of a server that is gone
        started.terminate()
