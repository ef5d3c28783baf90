"""Changes in a browser: choose since when, open a card, take the feed away; and Outlook, with what was foretold."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from axe_core import AXE, SERIOUS
from conftest import fill, free_port
from hostile import MARKUP, UNBROKEN
from in_reader import in_sight
from playwright.sync_api import expect

from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running

TODAY = dt.datetime.now(dt.UTC).date()
EVENT = """\
title: %s
commitment: {level: underway, claims: [told]}
when: {assessed: {date: %r, basis: external, sources: [voa]}}
claims: {told: {text: It was told., sources: [voa]}}
"""
RUNS_OVER = """() => {
    const page = document.querySelector('.stMain');
    const apart = 'nav, .dl-hidden, .dl-plot, details:not([open]) > :not(summary)';
    const wide = [...document.querySelectorAll('.dl *')].filter((part) => !part.closest(apart)
        && part.getBoundingClientRect().right > innerWidth + 1);
    return [page.scrollWidth > innerWidth, ...wide.map((part) => part.outerHTML.slice(0, 80))].filter(Boolean);
}"""
PALE = """() => [...document.querySelectorAll('.dl :is(h1, h2, h3, p, td, th, li, a)')].filter((part) =>
    part.getClientRects().length && getComputedStyle(part).color.match(/[0-9.]+/g).slice(0, 3).reduce(
        (all, each) => all + Number(each), 0) > 420).map((part) => part.textContent)"""


def foretell(workspace, number):
    """So many questions that were judged, and answered."""
    words = ("almost-no-chance", "unlikely", "likely", "almost-certain")
    asked = "".join(f'    s{each}: {{text: "Will {each} come?"}}\n' for each in range(number))
    threads = workspace / "events" / "registry" / "threads.yaml"
    more = f'    soon: {{text: "{UNBROKEN}", due: "2999"}}\n    past: {{text: "Was it?", due: "2020"}}\n'
    threads.write_text(f"{threads.read_text(encoding='utf-8')}more:\n  title: More\n  questions:\n{asked}{more}")
    judged, answers = ["judgements:"], ["answers:"]
    for each in range(number):
        likely = f"likelihood: {words[each % 4]}, confidence: low, claims: [told], by: AB"
        judged.append(f'  - {{question: more/s{each}, {likely}, on: "2007-01-01"}}')
        answers.append(f'  - {{question: more/s{each}, outcome: "{"yes" if each % 4 > 1 else "no"}", claims: [told]}}')
    text = EVENT % ("All come", "2008-01-01") + "\n".join([*judged, *answers]) + "\n"
    (workspace / "events" / "ecuador" / "all-come.yaml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def followed(tmp_path_factory, chromium, committed):
    """The address of a server on a workspace that git has, with changes whose words are hard to show."""
    root = tmp_path_factory.mktemp("followed")
    fill(root)
    committed(root, (TODAY - dt.timedelta(days=14)).isoformat())
    folder = root / "events" / "ecuador"
    for name, title in (("plain", "It goes on"), ("markup", MARKUP), ("unbroken", UNBROKEN)):
        written = "'" + title.replace("'", "''") + "'"
        (folder / f"{name}.yaml").write_text(EVENT % (written, TODAY.isoformat()), encoding="utf-8")
    closed, talks = folder / "us-base-closed.yaml", folder / "us-troop-talks.yaml"
    closed.write_text(closed.read_text(encoding="utf-8").replace("title: ", f"title: {UNBROKEN} ", 1), encoding="utf-8")
    talks.write_text(talks.read_text(encoding="utf-8").replace("exact: >-\n", "exact: >-\n          So\n"))
    (folder / "us-base-notice.yaml").unlink()
    foretell(root, 12)
    port = free_port()
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(root)}):
        yield address(LOOPBACK, port)
    shutil.rmtree(root)


def test_changes_are_chosen_opened_and_taken_away(visit, followed):
    """By keyboard: a card opens beside the list; another state is asked for; Back undoes it; the feed is a file."""
    page = visit("/?page=changes", url=followed, figures=False)
    page.evaluate("window.stays = true")
    link = page.get_by_role("link", name="It goes on")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-card h2")).to_have_text("It goes on")
    assert "since=7+days" in page.url or "since=7%20days" in page.url
    assert "event=plain" in page.url
    with page.expect_download() as taken:
        page.get_by_role("button", name="Changes (Atom)").click()
    assert taken.value.suggested_filename == "changes.atom"
    assert "<title>plain: It goes on" in Path(taken.value.path()).read_text(encoding="utf-8")
    field = page.get_by_label("Since", exact=True)
    field.fill("nowhere")
    field.press("Enter")
    expect(page.locator(".dl-listed-head")).to_contain_text("“nowhere” is not a revision in this repository")
    page.go_back()
    expect(page.locator(".dl-card h2")).to_have_text("It goes on")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-card")).to_have_count(0)
    expect(page.locator(".dl-changes")).to_contain_text("Happened since")
    assert page.evaluate("window.stays")


@pytest.mark.proof
def test_marks_of_before_and_after_lead_to_words_and_back(visit, followed):
    """Words that still stand are marked in the text; a quote of now that does not stand is among those that fail."""
    page = visit("/?page=changes", url=followed, figures=False)
    page.get_by_role("link", name="quote found, observers, before: to the words as they were").click()
    expect(page.locator(".dl-target").first).to_contain_text("The announcement has sparked")
    in_sight(page, ".dl-target")
    page.get_by_role("button", name="Earlier words").click()
    in_sight(page, ".dl-words-before")
    expect(page.locator(".dl-words-before")).to_contain_text("“The announcement has sparked")
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []
    page.go_back()
    page.goto(f"{followed}/?page=sources&source=us-troops-ecuador&quote=us-base-closed/closed/0&since=HEAD")
    expect(page.locator(".dl-words-before")).to_contain_text("quote found then")
    page.locator(".dl-quoted.dl-reached").first.click()
    expect(page.locator(".dl-card")).to_be_visible()
    page.go_back()
    expect(page.locator(".dl-quoted.dl-reached").first).to_be_visible()
    expect(page.locator(".dl-words-before")).to_have_count(0)
    page.goto(f"{followed}/?page=changes")
    page.get_by_role("link", name="quote not found, observers: to the words").first.click()
    expect(page.locator(".dl-failing .dl-reached")).to_contain_text("So The announcement")
    page.go_back()
    expect(page.locator(".dl-changes")).to_contain_text("Changed verdicts")


@pytest.mark.proof
@pytest.mark.parametrize("path", ["/?page=changes&event=markup", "/?page=outlook&event=all-come"])
def test_the_lists_hold_hard_words_wide_narrow_and_on_paper(visit, followed, path):
    """Nothing runs or stands out at either side; light and dark, axe finds nothing serious; paper is dark on white."""
    page = visit(path, url=followed, figures=False)
    expect(page.locator(".dl-card")).to_be_visible()
    page.wait_for_selector(".dl-changes, .dl-plot .main-svg")
    page.evaluate(AXE)
    for width, height in ((1440, 900), (1001, 800), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(700)
        assert page.evaluate(RUNS_OVER) == [], width
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.wait_for_timeout(200)  # figures follow the theme
            assert page.evaluate(SERIOUS) == [], (width, scheme)
    assert page.evaluate("window.hacked") is None
    page.emulate_media(media="print")
    assert page.evaluate(PALE) == []
    assert not page.locator(".dl-since, .st-key-listed-files").first.is_visible()
