"""Sources in a real browser: reading, arriving at a quote, going on by key, hostile texts."""

import hashlib
from itertools import pairwise

import pytest
from axe_core import AXE, SERIOUS
from in_reader import in_sight, read
from playwright.sync_api import expect

HELD = "us-troops-ecuador"
QUOTE = "us-drones-for-navy/drones/0"
TEXT = (
    "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script> [link](javascript:window.hacked=1)\n"
    "\u202egnp.exe \x00 and closed in 2009\n" + "W" * 300 + "\np\u0430ypal\n"
)


@pytest.mark.proof
def test_from_the_card_to_the_words_and_back_to_the_event(visit):
    """The source's name under a quote leads to the quote; the quote leads to its event. Nothing is reloaded."""
    page = visit("/?event=us-drones-for-navy", figures=False)
    page.evaluate("window.same = true")
    page.locator(".dl-claim").first.get_by_role("link", name="metroreport.news").click()
    reached = page.locator(".dl-quoted.dl-reached")
    expect(reached.first).to_contain_text("A key component of this package")
    in_sight(page, ".dl-quoted.dl-reached")
    assert "source=us-troops-ecuador" in page.url
    assert "quote=us-drones-for-navy" in page.url
    reached.first.click()
    expect(page.locator(".st-key-who h2")).to_have_text("Drones for Ecuador’s navy")
    assert "source=" not in page.url
    assert page.evaluate("window.same")


@pytest.mark.proof
def test_keys_go_from_quote_to_quote(visit):
    """n is the next, p the one before; each comes into sight and the address follows."""
    page = read(visit, f"/?page=sources&source={HELD}&quote={QUOTE}")
    bar = page.locator(".dl-source-bar")
    expect(bar).to_contain_text("Quote 15 of 29")
    in_sight(page, ".dl-quoted.dl-reached")
    page.keyboard.press("n")
    expect(bar).to_contain_text("Quote 16 of 29")
    in_sight(page, ".dl-quoted.dl-reached")
    page.keyboard.press("p")
    expect(bar).to_contain_text("Quote 15 of 29")
    assert "quote=us-drones-for-navy%2Fdrones%2F0" in page.url


@pytest.mark.proof
def test_notes_stand_beside_their_words_and_do_not_overlap(visit):
    """At wide width in the margin; at narrow width below the line, and nothing runs off the page."""
    page = read(visit, f"/?page=sources&source={HELD}", dark=True)
    page.wait_for_selector(".dl-placed")
    boxes = page.locator(".dl-note").evaluate_all(
        "(notes) => notes.map((note) => [note.getBoundingClientRect().top, note.getBoundingClientRect().bottom])"
    )
    assert len(boxes) > 25
    assert all(above[1] <= below[0] for above, below in pairwise(boxes))
    first = page.locator(".dl-quoted").first.bounding_box()
    assert first is not None
    assert abs(boxes[0][0] - first["y"]) < 8
    narrow = read(visit, f"/?page=sources&source={HELD}", width=390, height=844)
    expect(narrow.locator(".dl-placed")).to_have_count(0)
    assert narrow.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")


@pytest.mark.proof
def test_the_list_sorts_by_a_press_on_its_head(visit):
    """The order is in the address; the name leads to the source, whose text may not be held."""
    page = read(visit, "/?page=sources")
    page.get_by_role("columnheader", name="Published").get_by_role("link", name="Published").click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Published")
    assert "sort=published" in page.url
    page.get_by_role("link", name="VOA Editorials").click()
    expect(page.locator(".dl-notice")).to_contain_text("Text not held")
    expect(page.locator(".dl-notice")).to_contain_text("What is based on it alone is not checkable")
    assert page.locator(".dl-reader").count() == 0


@pytest.mark.proof
def test_the_list_is_stacked_on_a_narrow_page(visit):
    """Nothing scrolls sideways; numbers are named, as their heads no longer stand over them."""
    page = visit("/?page=sources", figures=False, width=390, height=844)
    page.wait_for_selector(".dl-source-list")
    for box in (".dl-scroll", ".stMain"):
        assert page.evaluate(f"(([box]) => box.scrollWidth <= box.clientWidth)(document.querySelectorAll('{box}'))"), (
            box
        )
    named = page.locator(".dl-source-list tbody .dl-number").first
    assert named.evaluate("(cell) => getComputedStyle(cell, '::before').content").startswith('"Events')


@pytest.mark.proof
def test_texts_that_are_nearly_the_same_stand_side_by_side(visit, changed):
    """What they share is marked; the origin to write is copied; on a narrow page one stands below the other."""
    shared = (
        "The council voted to lengthen the pier by forty metres, so that larger ships can land grain in winter. " * 3
    )
    for id_, text in (("one", f"{shared}\n\nRead more.\n"), ("other", f"LORNE <b> \u202e- {shared}\n")):
        described = f"text: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
        (changed / "seeds" / f"{id_}.txt").write_bytes(text.encode())
        (changed / "seeds" / f"{id_}.yaml").write_text(f"kind: article\n{described}\n", encoding="utf-8")
    page = read(visit, "/?page=sources&source=one")
    page.locator(".dl-alike").get_by_role("link", name="Side by side").click()
    columns = page.locator(".dl-two-texts > article")
    expect(columns).to_have_count(2)
    expect(columns.nth(1)).to_contain_text("LORNE <b> [U+202E]- The council")
    assert "The council voted" in columns.nth(1).locator("mark").first.inner_text()
    assert "LORNE" not in columns.nth(1).locator("mark").first.inner_text()
    expect(page.locator(".dl-side-by-side .dl-entry")).to_have_text("origin: one")
    boxes = [columns.nth(at).bounding_box() for at in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"]
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []
    page.set_viewport_size({"width": 390, "height": 844})
    boxes = [columns.nth(at).bounding_box() for at in range(2)]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")
    page.go_back()
    expect(page.locator(".dl-alike")).to_be_visible()


def test_a_hostile_text_is_seen_and_never_runs(visit, changed):
    """Markup, scripts, overrides and NULs are read as they are written; a long word does not widen the page."""
    described = f"text: {{sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}, characters: {len(TEXT)}}}"
    (changed / "seeds" / "hostile.txt").write_bytes(TEXT.encode())
    (changed / "seeds" / "hostile.yaml").write_text(f"kind: article\n{described}\n", encoding="utf-8")
    (changed / "events" / "ecuador" / "hostile-text.yaml").write_text(
        "title: <b>Hostile</b>\nclaims:\n  said:\n    text: Closed.\n"
        "    quotes:\n      - {source: hostile, exact: closed in 2009}\n"
        "      - {source: hostile, exact: <script>window.hacked=1</script>}\n",
        encoding="utf-8",
    )
    page = read(visit, "/?page=sources&source=hostile")
    reader = page.locator(".dl-reader")
    expect(reader).to_contain_text("<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>")
    expect(reader).to_contain_text("[U+202E]gnp.exe [U+0000] and closed in 2009")
    expect(reader.locator(".dl-quoted").last).to_have_text("closed in 2009")
    expect(reader.locator(".dl-mixed")).to_have_text("p\u0430ypal")
    assert reader.locator("img, script, a[href^=javascript]").count() == 0
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")
