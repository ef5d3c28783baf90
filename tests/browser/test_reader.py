"""Reading a source's text in a real browser: there and back, search, coverage, states, folding, paper, 5 MB."""

import hashlib
import re

import pytest
from axe_core import AXE, SERIOUS
from in_reader import in_sight, read
from playwright.sync_api import expect

HELD = "us-troops-ecuador"
READER = f"/?page=sources&source={HELD}"
TIMEOUT_MS = 20_000
HERE = "mark.dl-found-here"


def hit(page):
    """`3 of 14`."""
    return page.locator(".dl-finding [role=status]").inner_text()


@pytest.mark.proof
def test_back_from_an_event_leads_to_the_words_from_which_it_was_reached(visit):
    """Whichever words were pressed, wherever the reader was: the browser's Back is at them again."""
    page = read(visit, READER)
    page.wait_for_selector(".dl-placed")
    words = page.locator(".dl-quoted", has_text="It’s time for South Korea").first
    words.click()
    expect(page.locator(".st-key-who h2")).to_contain_text("Trump on who pays", timeout=TIMEOUT_MS)
    page.go_back()
    reached = page.locator(".dl-quoted.dl-reached").first
    expect(reached).to_contain_text("It’s time for South Korea", timeout=TIMEOUT_MS)
    in_sight(page, ".dl-quoted.dl-reached")
    assert "quote=" in page.url


@pytest.mark.proof
def test_words_are_found_by_keyboard_alone(visit):
    """f goes to the field, Enter asks and goes on, with Shift back; the browser's own find stays its own."""
    page = read(visit, READER)
    page.evaluate("addEventListener('keydown', (event) => (window.stopped = event.defaultPrevented))")
    page.keyboard.press("Control+f")
    assert page.evaluate("window.stopped") is False
    page.keyboard.press("f")
    expect(page.locator("#dl-find")).to_be_focused()
    page.keyboard.type("south korea")
    page.keyboard.press("Enter")
    expect(page.locator(HERE)).to_have_text("South Korea")
    assert hit(page) == "1 of 4"
    in_sight(page, HERE)
    expect(page.locator("#dl-find")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-finding [role=status]")).to_have_text("2 of 4")
    in_sight(page, HERE)
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".dl-finding [role=status]")).to_have_text("1 of 4")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".dl-finding [role=status]")).to_have_text("4 of 4")
    assert "find=south" in page.url
    assert page.locator("mark.dl-found").count() == 4
    page.keyboard.press("Control+a")
    page.keyboard.type("no such words")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-finding [role=status]")).to_have_text("not found")


@pytest.mark.proof
def test_the_next_quote_is_focused_and_leads_on(visit):
    """After n the words have a focus that is seen; Enter opens their event."""
    page = read(visit, READER)
    page.keyboard.press("n")
    reached = page.locator(".dl-quoted.dl-reached").first
    expect(reached).to_be_focused()
    assert reached.evaluate("(words) => getComputedStyle(words).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-who h2")).to_have_text("Rubio and Sommerfeld meet the press")


@pytest.mark.proof
def test_the_coverage_bar_and_the_lists_lead_to_their_places(visit):
    """A stretch leads to its paragraph, a sentence to itself, which is marked; the bracket shows what is in view."""
    page = read(visit, READER)
    bar = page.get_by_role("navigation", name="Coverage by paragraph")
    assert bar.get_by_role("link").count() == 19
    expect(bar.locator(".dl-in-view")).to_be_visible()
    bar.get_by_role("link").nth(13).click()
    page.wait_for_function("() => document.querySelector('[data-arrive]')?.textContent.includes('Earlier this year')")
    in_sight(page, "[data-arrive]")
    page.locator("#sentences-set_aside > summary").click()
    page.get_by_role("link", name="The proposed move comes with a historical context.").click()
    expect(page.locator(".dl-target")).to_have_text("The proposed move comes with a historical context.")
    in_sight(page, ".dl-target")


@pytest.mark.proof
def test_a_link_to_a_quote_is_copied(visit):
    """The address in the clipboard is the quote's; the button says so, and is itself again."""
    page = read(visit, f"{READER}&quote=us-drones-for-navy/drones/0")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".dl-copy-link")
    expect(button).to_have_text("Copy link to this quote")
    button.click()
    expect(button).to_have_text("Copied")
    assert "quote=us-drones-for-navy" in page.evaluate("navigator.clipboard.readText()")
    expect(button).to_have_text("Copy link to this quote")


@pytest.mark.proof
def test_a_changed_text_a_failed_quote_and_a_missing_text_are_told_apart(visit, changed):
    """The card's failed quote leads to itself in the reader; every state has a head of its own."""
    file = changed / "seeds" / f"{HELD}.txt"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("closed in 2009", "closed in 2008"), encoding="utf-8")
    page = read(visit, READER)
    notice = page.locator(".dl-notice")
    expect(notice).to_contain_text("The text has changed since it was registered")
    expect(notice).to_contain_text("1 of 29 quotes is no longer found")
    stripes = page.locator(".dl-lines").evaluate("(lines) => getComputedStyle(lines).borderImageSource")
    assert stripes.startswith("repeating-linear-gradient")
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(SERIOUS) == [], scheme
    failing = page.locator(".dl-failing .dl-claim")
    expect(failing).to_contain_text("closed in 2009")
    failing.get_by_role("link").first.click()
    card = page.locator(".st-key-who")
    expect(card).to_contain_text("this quote is not in the source")
    page.go_back()
    expect(page.locator(".dl-failing")).to_be_visible()
    file.unlink()
    page = read(visit, READER)
    expect(page.locator(".dl-notice")).to_contain_text("The text is missing")
    assert page.locator(".dl-reader").count() == 0


def test_notes_fold_below_their_paragraph_where_there_is_no_margin(visit):
    """At 390 only those of the chosen quote are open; on paper all are, and the description as well."""
    page = read(visit, f"{READER}&quote=us-drones-for-navy/drones/0", width=390, height=844)
    expect(page.locator("details.dl-line-notes[open]")).to_have_count(1)
    first = page.locator("details.dl-line-notes").first
    first.locator("summary").click()
    expect(first.locator(".dl-note").first).to_be_visible()
    expect(page.locator(".dl-source-facts")).to_be_hidden()
    page.locator("#about-source > summary").click()
    expect(page.locator(".dl-source-facts")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("details.dl-folds:not([open])")).to_have_count(0)


@pytest.mark.proof
def test_five_megabytes_on_one_line_can_be_read(visit, changed):
    """Little is sent at once; the bar, the search and the steps lead on; nothing runs off the page."""
    text = "".join(f"Sentence {number} of it says that the base was closed. " for number in range(98_000))[:5_000_000]
    described = f"text: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
    (changed / "seeds" / "long.txt").write_text(text, encoding="utf-8")
    (changed / "seeds" / "long.yaml").write_text(f"kind: article\n{described}\n", encoding="utf-8")
    page = read(visit, "/?page=sources&source=long")
    assert page.evaluate("document.querySelector('.stMain').innerText.length") < 40_000
    bar = page.get_by_role("navigation", name="Coverage by paragraph")
    assert 100 <= bar.get_by_role("link").count() <= 120
    bar.get_by_role("link").nth(60).click()
    expect(page.locator(".dl-pager").first).to_contain_text(re.compile(r"Part 1[0-9]{2} of 2"))
    page.locator("#dl-find").fill("Sentence 90000 of")
    page.keyboard.press("Enter")
    expect(page.locator(HERE)).to_have_text("Sentence 90000 of")
    in_sight(page, HERE)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth"), width
