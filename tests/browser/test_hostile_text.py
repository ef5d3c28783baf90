"""Every page with words that are hard to show."""

import pytest
from hostile import LONGEST_ID
from playwright.sync_api import expect
from settled import each_page, resized

PAGES = {
    "situation": "/?event=unbroken",
    "countries": "/?layer=countries",
    "hexagons": "/?layer=hexagons",
    "a long title": f"/?event={LONGEST_ID}",
    "events": "/?page=events&event=markup",
    "compared": "/?page=events&compare=unbroken,markup,arabic",
    "thread": "/?page=threads&thread=unbroken&event=unbroken",
    "thread to the left": "/?page=threads&thread=arabic&event=arabic",
    "actors": "/?page=actors",
    "actor": "/?page=actors&actor=unbroken",
    "sources": "/?page=sources",
    "source": "/?page=sources&source=unbroken",
    "letters of two scripts": "/?page=sources&source=homoglyphs",
    "markup read": "/?page=sources&source=markup",
    "signs that hide": "/?page=sources&source=hidden",
    "a text with NULs": "/?page=sources&source=nuls",
    "a text of two encodings": "/?page=sources&source=mixed",
    "a text on one line": "/?page=sources&source=one-line",
    "imports": "/?page=imports",
    "an imported row": "/?page=imports&row=hostile/row-1",
    "inbox": "/?page=inbox",
    "texts to add from": "/?page=add",
    "add": "/?page=add&source=unbroken",
    "add from a text with NULs": "/?page=add&source=nuls",
    "edit": "/?page=edit&record=event:unbroken",
    "edit a source": "/?page=edit&record=source:unbroken",
    "edit an actor": "/?page=edit&record=actor:unbroken",
    "changes": "/?page=changes",
    "outlook": "/?page=outlook&event=unbroken",
    "disagreements": "/?page=disagreements&event=unbroken",
    "brief": "/?page=brief",
    "data": "/?page=data",
    "help": "/?page=help",
}

RUNS_OVER = """() => {
    const page = document.querySelector('.stMain'), found = [];
    if (page.scrollWidth > innerWidth) found.push(`the page scrolls sideways: ${page.scrollWidth}`);
    for (const part of document.querySelectorAll('.dl *')) {
        if (part.closest('.dl-hidden, pre, nav, .dl-filters, .dl-plot, details:not([open]) > :not(summary)')) continue;
        if (part.matches('.dl-scroll') && part.scrollWidth < 900) continue; // many columns, not long words
        const scrolls = /auto|scroll|hidden/.test(getComputedStyle(part).overflowX);
        if (scrolls && part.clientWidth && part.scrollWidth > part.clientWidth + 1)
            if (getComputedStyle(part).textOverflow !== 'ellipsis') found.push(`${part.tagName} ${part.className}`);
    }
    return found;
}"""

EVIL = "a[href*=evil]:not([href^='data:text/csv'], .dl-source-facts a[rel=noreferrer])"
FIGURE_TEXT = "[...document.querySelectorAll('.dl-plot text')].map((text) => text.textContent).join('')"
TURNS = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x2060)]


@pytest.mark.proof
@pytest.mark.parametrize("path", each_page(PAGES, often=("situation",)))
def test_no_word_breaks_a_page(visit, hostile, path):
    """Wide and narrow: nothing scrolls sideways or runs, what hides or turns is written out, figures included."""
    page = visit(path, url=hostile, figures=False)
    page.wait_for_selector(
        ".dl-card, .dl-events, .dl-thread-head, .dl-actor-head, .dl-sources, .dl-source, .dl-data, .dl-help, "
        ".dl-briefings, .dl-since, .dl-first-steps, .dl-add-choice, .dl-add-foot, "
        ".dl-inbox-item, .dl-imports"
    )
    for width in (1440, 390):
        resized(page, width)
        assert page.evaluate(RUNS_OVER) == [], width
    assert page.evaluate("window.hacked") is None
    assert page.locator(f".dl :is(img, script, iframe, {EVIL}, a[href^='javascript:' i])").count() == 0
    text = page.locator(".stMain").inner_text() + page.evaluate(FIGURE_TEXT)
    assert [f"{ord(sign):04X}" for sign in TURNS if sign in text] == []


@pytest.mark.proof
def test_what_hides_in_a_text_is_seen(visit, hostile):
    """Look-alike letters are marked, NULs are written out, and a text that is not UTF-8 is not read at all."""
    page = visit("/?page=sources&source=homoglyphs", url=hostile, figures=False)
    expect(page.locator(".dl-mixed").first).to_have_text("Еcuаdor")
    page.goto(f"{hostile}/?page=sources&source=nuls")
    expect(page.locator(".dl-lines")).to_contain_text("Before[U+0000]after[U+001B][31m[U+0007], the base")
    page.goto(f"{hostile}/?page=sources&source=mixed")
    expect(page.locator(".dl-notice")).to_contain_text("The text cannot be read")
