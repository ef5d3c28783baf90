"""The inbox in the browser: what waits is read, put in and decided, by keyboard alone as well."""

import re
import time

import pytest
from axe_core import AXE, SERIOUS
from playwright.sync_api import expect

from dashboard.exchange.documents import GivenDocument
from dashboard.exchange.inbox import read_inbox, take_in
from tests.copying import write

STORM = "A storm broke two cranes in the yard of Balmore, and the ferries to the islands stay in port.\n"
TROOPS = "Marco Rubio flew to Manta, where Daniel Noboa met him. They spoke of drones for Ecuador.\n"
TITLE = ".dl-inbox-item h2"


@pytest.fixture
def waiting(changed):
    """The served workspace with two items."""
    take_in(
        changed, GivenDocument("", STORM.encode()), {"title": "Storm", "outlet": "Gazette", "published": "2025-09-04"}
    )
    take_in(changed, GivenDocument("", TROOPS.encode()), {"title": "Rubio in Manta", "published": "2025-09-05"})
    return changed


def unfold(page):
    """The boxes for new items are open: by themselves where there is no item yet."""
    page.locator(".dl-inbox-add summary").wait_for()
    if not page.get_by_label("Text or address").is_visible():
        page.locator(".dl-inbox-add summary").click()


def opened(visit, path="/?page=inbox", **options):
    """The page, drawn."""
    page = visit(path, figures=False, **options)
    page.wait_for_selector(".dl-inbox-head")
    return page


def test_items_are_stepped_through_and_decided_by_keys(visit, waiting):
    """J and K step, X leads into the reason and Enter sends it, S into the source: no pointer is needed."""
    page = opened(visit)
    expect(page.locator(TITLE)).to_have_text("Rubio in Manta")
    page.keyboard.press("j")
    expect(page.locator(TITLE)).to_have_text("Storm")
    page.keyboard.press("k")
    expect(page.locator(TITLE)).to_have_text("Rubio in Manta")
    page.keyboard.press("x")
    page.keyboard.type("Nothing | new")
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_have_text("Storm")
    expect(page.locator(".dl-compose-notice")).to_contain_text("Set aside: Rubio in Manta")
    page.keyboard.press("s")
    page.keyboard.type("no-such")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-compose-notice")).to_contain_text("There is no source no-such")
    page.keyboard.press("ControlOrMeta+a")  # the field still has the focus
    page.keyboard.type("us-troops-ecuador")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Nothing to read")
    items = {entry.title: entry.item for entry in read_inbox(waiting).entries}
    assert items["Rubio in Manta"].set_aside == "Nothing   new"
    assert items["Storm"].same_as == "us-troops-ecuador"


def test_one_key_makes_a_source_and_opens_its_text(visit, waiting):
    """Read and mark: the next page is Add, with the text."""
    page = opened(visit)
    expect(page.locator(TITLE)).to_have_text("Rubio in Manta")
    page.keyboard.press("r")
    page.wait_for_selector(".dl-selectable")
    assert "page=add" in page.url or "/add" in page.url
    expect(page.locator(".dl-selectable").first).to_contain_text("Marco Rubio flew to Manta")
    assert (waiting / "seeds" / "rubio-in-manta.txt").read_text() == TROOPS


@pytest.mark.proof
def test_a_decision_is_taken_back(visit, waiting):
    """Decided items are one link away."""
    page = opened(visit)
    page.keyboard.press("x")
    page.keyboard.type("Old")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="1 decided").click()
    page.locator(".dl-inbox-list a", has_text="Rubio in Manta").click()
    expect(page.locator(".dl-inbox-acts")).to_contain_text("Set aside: Old")
    page.get_by_role("button", name="Open again").click()
    expect(page.locator(".dl-compose-notice")).to_contain_text("Open again")
    assert len(read_inbox(waiting).open_entries) == 2


@pytest.mark.proof
def test_names_lead_to_their_pages(visit, waiting):
    """Threads, actors and places of the registry."""
    page = opened(visit)
    facts = page.locator(".dl-inbox-item table")
    expect(facts).to_contain_text("U.S. troops in Ecuador")
    facts.get_by_role("link", name="Marco Rubio").click()
    page.wait_for_selector(".dl-actor-head")


@pytest.mark.proof
def test_a_text_is_pasted(visit, changed):
    """With its title; it is shown at once, and Windows' ends of lines are none of the text."""
    page = opened(visit)
    expect(page.locator("h1")).to_contain_text("Nothing to read")
    unfold(page)
    page.get_by_label("Text or address").fill("The pier opens.\r\nGröße 東京 😀 أغلق")
    page.get_by_label("Title", exact=True).fill("A pier")
    page.get_by_role("button", name="Take in").click()
    expect(page.locator(".dl-inbox-said")).to_have_text(re.compile("Taken into the inbox"))
    expect(page.locator(TITLE)).to_have_text("A pier")
    (entry,) = read_inbox(changed).entries
    assert entry.text == "The pier opens.\nGröße 東京 😀 أغلق\n"
    page.get_by_label("Text or address").fill(entry.text)
    page.get_by_role("button", name="Take in").click()
    expect(page.locator(".dl-inbox-said")).to_have_text("The inbox has this text already.")


@pytest.mark.proof
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("http://127.0.0.1:1/x", "inside a private network"),
        ("http://169.254.169.254/latest", "inside a private network"),
        ("", "Paste a text or an address"),
    ],
)
def test_what_cannot_be_taken_in_is_a_sentence(visit, changed, given, said):
    """And the box keeps what was typed."""
    page = opened(visit)
    unfold(page)
    page.get_by_label("Text or address").fill(given)
    page.get_by_role("button", name="Take in").click()
    expect(page.locator(".dl-inbox-said")).to_contain_text(said)
    expect(page.get_by_label("Text or address")).to_have_value(given)
    assert not (changed / "inbox").exists()


@pytest.mark.proof
@pytest.mark.parametrize("name", ["../../x.txt", "CON.txt", f"{'n' * 240}.txt", "😀.txt"])
def test_a_file_is_uploaded_whatever_it_is_called(visit, changed, name):
    """Nothing on the disk has its name."""
    page = opened(visit)
    unfold(page)
    page.get_by_label("File").set_input_files({"name": name, "mimeType": "text/plain", "buffer": STORM.encode()})
    expect(page.locator(".dl-inbox-said")).to_contain_text("Taken into the inbox")
    assert len(list((changed / "inbox").rglob("*.txt"))) == 1
    (entry,) = read_inbox(changed).entries
    assert entry.text == STORM
    assert "/" not in entry.item.file


@pytest.mark.proof
@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.txt", b"\x00\x01\x02" * 100, "This is not text"),
        ("a.pdf", b"no", "PDF"),
        ("a.exe", b"MZ\x90", "not supported"),
        ("a.txt", b"", "no text"),
    ],
)
def test_an_upload_that_is_no_text_is_a_sentence(visit, changed, name, raw, said):
    """Nothing is written."""
    page = opened(visit)
    unfold(page)
    page.get_by_label("File").set_input_files({"name": name, "mimeType": "text/plain", "buffer": raw})
    expect(page.locator(".dl-inbox-said")).to_contain_text(said)
    assert not (changed / "inbox").exists()


@pytest.mark.proof
def test_a_large_file_is_sent_in_parts(visit, changed):
    """Five megabytes are more than a page may say at once; one that is too large is refused before it is sent."""
    page = opened(visit)
    unfold(page)
    text = "".join(f"Line {number} of a long report on ports.\n" for number in range(120_000))
    begun = time.monotonic()
    page.get_by_label("File").set_input_files({"name": "long.txt", "mimeType": "text/plain", "buffer": text.encode()})
    expect(page.locator(".dl-inbox-said")).to_contain_text("Taken into the inbox")
    assert time.monotonic() - begun < 20
    (entry,) = read_inbox(changed).entries
    assert entry.text == text
    expect(page.locator(".dl-inbox-text")).to_contain_text("more characters")


@pytest.mark.proof
def test_a_dropped_file_appears_by_itself(visit, waiting):
    """Whoever puts a document into the folder need not reload the page."""
    page = opened(visit)
    expect(page.locator("h1")).to_contain_text("2 items to read")
    write(waiting, "inbox/dropped.txt", "A pier was dropped here.\n")
    expect(page.locator("h1")).to_contain_text("3 items to read")
    expect(page.locator(".dl-inbox-list")).to_contain_text("A pier was dropped here.")


@pytest.mark.proof
def test_a_server_that_only_shows_offers_nothing_to_press(visit, waiting, served_anew):
    """The list, names and text are there; boxes and buttons are not."""
    with served_anew(DATELINE_READ_ONLY="1") as url:
        page = opened(visit, url=url)
        expect(page.locator(TITLE)).to_have_text("Rubio in Manta")
        assert page.locator(".dl-inbox-acts, .dl-inbox-add, .dl-inbox-head button").count() == 0
        page.keyboard.press("r")
        page.keyboard.press("j")
        expect(page.locator(TITLE)).to_have_text("Storm")
        page.close()  # before its server ends
    assert not (waiting / "seeds" / "rubio-in-manta.txt").exists()


def test_scripts_in_an_item_do_nothing(visit, changed):
    """A title is text, wherever it stands."""
    evil = "<img src=x onerror=\"document.title='PWNED'\"><script>document.title='PWNED'</script>"
    take_in(changed, GivenDocument("", f"{evil}\n".encode()), {"title": evil, "outlet": evil})
    page = opened(visit)
    expect(page.locator(TITLE)).to_have_text(evil)
    assert page.locator(".dl :is(img, script)").count() == 0
    assert "PWNED" not in page.title()


@pytest.mark.proof
def test_the_inbox_is_accessible(visit, waiting):
    """Light and dark, wide and narrow."""
    for width, dark in ((1440, False), (390, True)):
        page = opened(visit, width=width, dark=dark)
        page.wait_for_selector(TITLE)
        page.evaluate(AXE)
        assert page.evaluate(SERIOUS) == []
        assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")


@pytest.mark.proof
def test_an_empty_inbox_offers_its_boxes(visit, server):
    """There is nothing else to do; where items wait, the boxes are folded."""
    assert not (server.workspace / "inbox").exists()
    page = visit("/?page=inbox", figures=False)
    expect(page.get_by_label("Text or address")).to_be_visible()


@pytest.mark.proof
@pytest.mark.parametrize("text", ["", "A pier"])
def test_every_field_of_the_inbox_says_in_sight_what_it_takes(visit, waiting, text):
    """Also once something is typed: no field is named by what vanishes then."""
    page = opened(visit)
    unfold(page)
    fields = page.locator(":is(.dl-inbox-add, .dl-inbox-acts) :is(textarea, input:not([type=hidden]))")
    expect(fields).to_have_count(7)
    for each in fields.all():
        if each.get_attribute("type") != "file":
            each.fill(text)
        assert each.locator("xpath=ancestor::label").inner_text().strip()
