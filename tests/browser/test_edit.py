"""Editing in the browser: a record changes in the lines of its field, and nobody writes over anybody."""

import re
import shutil
import time

import pytest
from conftest import free_port
from playwright.sync_api import expect

from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running
from tests.copying import edit

PATIENT_MS = 20_000
"""For what a run of the server has to bring, while others use the machine."""
FILE = "events/ecuador/us-base-closed.yaml"
EDIT = "/?page=edit&record=event:us-base-closed"
TITLE = "The U.S. base in Ecuador closes"


@pytest.fixture
def workspace(changed):
    """The served workspace; edits that were kept there are gone afterwards."""
    yield changed
    shutil.rmtree(changed / ".dateline", ignore_errors=True)


def raw(workspace, file=FILE):
    """The bytes of a file as it is now."""
    return (workspace / file).read_bytes()


def opened(visit, path=EDIT, **options):
    """The form of a record, with nothing changed."""
    page = visit(path, figures=False, **options)
    page.wait_for_selector(".dl-add-foot")
    expect(page.locator(".dl-add-foot")).to_contain_text("Nothing changed yet")
    return page


def title(page):
    """The field of the title."""
    return page.get_by_label("A headline in your own words")


def save(page):
    """Look at the difference, then save."""
    expect(page.locator(".dl-changes li").first).to_be_visible(timeout=PATIENT_MS)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".dl-difference").last).to_be_in_viewport()
    expect(page.get_by_role("button", name=re.compile("^Save Ctrl"))).to_be_enabled(timeout=PATIENT_MS)
    page.keyboard.press("Control+Enter")


def until_kept(workspace, words):
    """Wait until the server has kept these words of an edit."""
    deadline = time.monotonic() + PATIENT_MS / 1000
    while not any(words in each.read_text(encoding="utf-8") for each in (workspace / ".dateline").rglob("*.json")):
        assert time.monotonic() < deadline, "it is not kept"
        time.sleep(0.1)


def notice(page):
    """What was said of the last press."""
    return page.locator(".dl-compose-notice")


def test_an_event_is_edited_from_its_card_and_the_save_is_undone(visit, workspace):
    """The difference is seen first; of the file, one line is another; undone, it is the very same again."""
    before = raw(workspace)
    page = visit("/?event=us-base-closed", figures=False)
    page.locator(".dl-card").get_by_role("link", name="Edit event us-base-closed").click()
    page.wait_for_selector(".dl-add-foot")
    title(page).fill("The U.S. base in Ecuador is closed")
    page.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    assert raw(workspace) == before
    page.keyboard.press("Control+Enter")
    expect(page.locator(".dl-line-removed")).to_have_text(f"-title: {TITLE}")
    expect(page.locator(".dl-line-added")).to_have_text("+title: The U.S. base in Ecuador is closed")
    assert raw(workspace) == before
    page.keyboard.press("Control+Enter")
    expect(notice(page)).to_contain_text(f"Saved to {FILE}.", timeout=PATIENT_MS)
    assert raw(workspace) == before.replace(TITLE.encode(), b"The U.S. base in Ecuador is closed")
    assert page.evaluate("document.activeElement !== document.body"), "the keyboard has lost its place"
    page.get_by_role("button", name="Undo the last save").click()
    expect(notice(page)).to_contain_text("Undone:", timeout=PATIENT_MS)
    expect(title(page)).to_have_value(TITLE)
    assert raw(workspace) == before
    title(page).fill("Something else")
    expect(notice(page)).to_have_count(0, timeout=PATIENT_MS)  # what was done before is no news


@pytest.mark.proof
def test_what_an_editor_changes_meanwhile_is_shown_at_once_and_both_are_kept(visit, workspace):
    """Without a press; and what is merged is looked at before it is saved."""
    page = opened(visit)
    before = raw(workspace)
    title(page).fill("Mine")
    page.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    edit(workspace, FILE, "reality: historical", "reality: hypothetical")
    theirs = raw(workspace)
    conflict = page.locator(".dl-conflict")
    expect(conflict).to_contain_text("was changed on the disk after you opened it", timeout=PATIENT_MS)
    expect(conflict).to_contain_text("what › reality: changed")
    page.get_by_role("button", name="Keep both changes").click()
    expect(notice(page)).to_contain_text("Both changes are in the form", timeout=PATIENT_MS)
    assert raw(workspace) == theirs
    save(page)
    expect(notice(page)).to_contain_text("Saved to", timeout=PATIENT_MS)
    assert raw(workspace) == theirs.replace(TITLE.encode(), b"Mine")
    assert raw(workspace) != before


@pytest.mark.proof
@pytest.mark.parametrize(("choice", "stands"), [("Keep theirs", "Theirs"), ("Save mine over it", "Mine")])
def test_of_two_tabs_the_later_one_is_asked(visit, workspace, choice, stands):
    """Both changed the same field: nothing is chosen for anybody."""
    one, other = opened(visit), opened(visit)
    title(other).fill("Mine")
    other.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    title(one).fill("Theirs")
    save(one)
    expect(notice(one)).to_contain_text("Saved to", timeout=PATIENT_MS)
    expect(other.locator(".dl-conflict")).to_be_visible(timeout=PATIENT_MS)
    expect(other.get_by_role("button", name="Keep both changes")).to_have_count(0)
    assert b"title: Theirs" in raw(workspace)
    other.get_by_role("button", name=choice).click()
    expect(other.locator(".dl-conflict")).to_have_count(0, timeout=PATIENT_MS)
    expect(title(other)).to_have_value(stands)
    assert f"title: {stands}".encode() in raw(workspace)


@pytest.mark.proof
def test_an_edit_survives_a_closed_tab_and_discarded_it_is_gone(visit, workspace):
    """The file stays as it was until it is saved."""
    before = raw(workspace)
    page = opened(visit)
    title(page).fill("Kept")
    page.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    page.close()
    again = visit(EDIT, figures=False)
    again.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    expect(title(again)).to_have_value("Kept")
    again.get_by_role("button", name="Discard changes").click()
    expect(title(again)).to_have_value(TITLE, timeout=PATIENT_MS)
    expect(again.locator(".dl-changes li")).to_have_count(0)
    assert raw(workspace) == before


@pytest.mark.proof
def test_an_edit_survives_a_server_that_ends_and_is_saved_by_the_next(browser, workspace):
    """The page says so and can be written in; what is typed while there is none is told to the next."""
    port, settings = free_port(), {"DATELINE_WORKSPACE": str(workspace)}
    page = browser.new_page()  # its console tells that the server was away
    with running(LOOPBACK, port, settings):
        page.goto(address(LOOPBACK, port) + EDIT)
        title(page).fill("Before")
        page.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    expect(page.locator(".dl-away")).to_contain_text("Start it again, and this page goes on. What you wrote is kept.")
    title(page).fill("While there was none")
    expect(page.get_by_text("connected to the internet")).to_have_count(0)
    with running(LOOPBACK, port, settings):
        expect(page.locator(".dl-away")).to_be_hidden(timeout=PATIENT_MS)
        expect(title(page)).to_have_value("While there was none")
        until_kept(workspace, "While there was none")
        expect(page.locator(".dl-problem-count")).not_to_have_text("Checking …")  # it is looked at, too
        elsewhere = browser.new_page()
        elsewhere.goto(address(LOOPBACK, port) + EDIT)
        expect(title(elsewhere)).to_have_value("While there was none", timeout=PATIENT_MS)
        elsewhere.close()
        page.reload()
        expect(title(page)).to_have_value("While there was none", timeout=PATIENT_MS)
        save(page)
        expect(notice(page)).to_contain_text("Saved to", timeout=PATIENT_MS)
    page.close()
    assert b"title: While there was none" in raw(workspace)


@pytest.mark.proof
def test_a_form_without_changes_follows_its_file(visit, workspace):
    """So that what is typed next is of the file as it is now."""
    page = opened(visit)
    edit(workspace, FILE, TITLE, "Another title")
    expect(title(page)).to_have_value("Another title", timeout=PATIENT_MS)
    expect(page.locator(".dl-conflict")).to_have_count(0)


@pytest.mark.proof
def test_a_double_press_saves_once(visit, workspace):
    """The second finds nothing that differs."""
    page = opened(visit)
    title(page).fill("Twice")
    page.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name=re.compile("^Save Ctrl")).dblclick()
    expect(notice(page)).to_contain_text("Saved to", timeout=PATIENT_MS)
    assert raw(workspace).count(b"title: Twice") == 1


@pytest.mark.proof
def test_removed_and_undone_a_claim_is_there_again_with_all_it_carried(visit, workspace):
    """At once, by Ctrl Z outside of a field."""
    page = opened(visit)
    expect(page.locator("[data-at='when/reported'] input")).to_have_value("2009")
    page.get_by_role("button", name="Remove claim closed").click()
    expect(page.locator("[data-at='when/reported'] input")).to_have_value("", timeout=300)
    expect(page.locator("[data-at='claims/closed']")).to_have_count(0)
    page.locator(".dl-add-foot").click()
    page.keyboard.press("Control+z")
    expect(page.locator("[data-at='when/reported'] input")).to_have_value("2009")
    expect(page.locator("[data-at='claims/closed']")).to_have_count(1)
    expect(page.locator(".dl-changes li")).to_have_count(0, timeout=PATIENT_MS)


@pytest.mark.proof
@pytest.mark.parametrize(
    ("page_of", "link", "label", "value", "file"),
    [
        ("/?page=actors&actor=rafael-correa", "Edit actor rafael-correa", "Name", "Correa D.", "actors.yaml"),
        ("/?page=threads", "Edit thread us-ecuador-basing", "Title", "Bases there", "threads.yaml"),
        ("/?event=us-base-closed", "Edit place manta-air-base", "Name", "Manta base", "places.yaml"),
        (
            "/?page=sources&source=us-troops-ecuador",
            "Edit source us-troops-ecuador",
            "Language",
            "es",
            "troops-ecuador.yaml",
        ),
    ],
)
def test_entries_and_descriptions_are_edited_from_their_pages(visit, workspace, page_of, link, label, value, file):
    """One line of the file changes."""
    name = next(each for each in workspace.rglob("*.yaml") if each.name.endswith(file))
    before = name.read_bytes()
    page = visit(page_of, figures=False)
    page.get_by_role("link", name=link).first.click()
    page.wait_for_selector(".dl-add-foot")
    page.get_by_label(label, exact=True).first.fill(value)
    save(page)
    expect(notice(page)).to_contain_text("Saved to", timeout=PATIENT_MS)
    pairs = zip(before.splitlines(), name.read_bytes().splitlines(), strict=True)
    assert len([old for old, new in pairs if old != new]) == 1


@pytest.mark.proof
def test_what_a_source_does_not_give_is_assessed_in_the_form(visit, workspace):
    """A value with parts is never shown as a text that could be typed over."""
    page = opened(visit, "/?page=edit&record=source:us-troops-ecuador")
    expect(page.locator("[data-at='outlet/assessed/value'] textarea")).to_have_value("metroreport.news")
    assert "[object" not in "".join(
        page.locator("input, textarea").evaluate_all("(all) => all.map((one) => one.value)")
    )


@pytest.mark.proof
def test_on_a_phone_a_change_on_the_disk_is_told_at_the_foot(visit, workspace):
    """The form stands below the text: the foot says it, and leads to both versions."""
    page = opened(visit, width=390, height=844)
    title(page).fill("Mine")
    page.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    page.evaluate("() => document.querySelector('.dl-to-select').scrollIntoView()")
    edit(workspace, FILE, f"title: {TITLE}", "title: Theirs")
    told = page.locator(".dl-add-doubt")
    expect(told).to_contain_text("The file was changed on the disk", timeout=PATIENT_MS)
    told.get_by_role("button", name="See").click()
    expect(page.get_by_role("button", name="Keep theirs")).to_be_focused()
    expect(page.locator(".dl-conflict")).to_be_in_viewport()
    expect(told).to_be_hidden()


@pytest.mark.proof
@pytest.mark.parametrize("width", [390, 768, 1920])
def test_the_form_and_the_difference_fit(visit, workspace, width):
    """Nothing scrolls sideways."""
    page = opened(visit, width=width, height=900)
    title(page).fill("x" * 300)
    page.wait_for_selector(".dl-changes li", timeout=PATIENT_MS)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".dl-difference")).to_be_visible()
    assert page.evaluate("() => document.querySelector('.stMain').scrollWidth") <= width
    crumbs = page.locator(".dl-add-bar > p > *")
    lefts = [crumbs.nth(each).bounding_box()["x"] for each in range(crumbs.count())]
    assert len(set(lefts)) == (1 if width < 768 else len(lefts))  # below each other, none of them set in


@pytest.mark.proof
def test_with_read_only_nothing_is_edited(visit, served_anew):
    """Neither a link nor the address leads to a form."""
    with served_anew(DATELINE_READ_ONLY="1") as url:
        page = visit("/?event=us-base-closed", url=url, figures=False)
        page.wait_for_selector(".dl-card")
        assert page.locator("a[href*='page=edit'], a[href*='/edit?']").count() == 0
        other = visit(EDIT, url=url, figures=False)
        expect(other.locator(".dl-first-steps")).to_contain_text("--read-only")
        expect(other.locator(".dl-add-foot")).to_have_count(0)
        for each in (page, other):
            each.close()
