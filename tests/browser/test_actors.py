"""The page Actors as a reader meets it."""

import re

import pytest
from playwright.sync_api import expect
from pressing import press

from tests.seldom import seldom

TIES = ".st-key-ties"
CARD, BELOW = ".st-key-dossier", ".dl-actor-columns"
DRAWN = """() => {
    const figure = document.querySelector('.st-key-ties .dl-figure');
    const plot = figure?.querySelector('.dl-plot');
    return plot?.dataset.drawn && Math.abs(Number(plot.dataset.drawn) - figure.clientWidth) <= 16;
}"""
OVERLAPS = """() => {
    const found = [];
    const all = [...document.querySelectorAll('.st-key-ties .dl-plot text')];
    const texts = all.filter((text) => text.textContent.trim());
    const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width);
    boxes.forEach(([text, a], index) => {
        for (const [other, b] of boxes.slice(index + 1)) {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > 3) found.push(`${text} / ${other}`);
        }
    });
    const plot = document.querySelector('.st-key-ties .dl-plot').getBoundingClientRect();
    for (const [text, box] of boxes) if (box.left < plot.left - 1 || box.right > plot.right + 1) found.push(text);
    return found;
}"""


def opened(visit, query="", **how):
    page = visit(f"/?page=actors{query}", figures=False, **how)
    page.wait_for_function(DRAWN)
    return page


@pytest.mark.proof
def test_an_actor_is_chosen_in_the_network_and_let_go(visit):
    """The address, the head, the mark and the sections say so; the same again lets go."""
    page = opened(visit)
    press(page, TIES, "Gabriela Sommerfeld, person")
    expect(page.locator("h1")).to_have_text("Gabriela Sommerfeld")
    expect(page).to_have_url(re.compile("actor=gabriela-sommerfeld"))
    expect(page.locator(CARD)).to_contain_text("“Gabriela Sommerville”")
    mark = page.locator('.dl-plot [aria-label^="Gabriela Sommerfeld, person"]')
    expect(mark).to_have_attribute("aria-pressed", "true")
    press(page, TIES, "Gabriela Sommerfeld, person")
    expect(page.locator("h1")).to_have_text("18 actors")
    expect(page).not_to_have_url(re.compile("actor="))


@pytest.mark.proof
def test_a_tie_opens_its_event_or_lists_its_events(visit):
    """One event has the card; several are listed, and each leads on; Escape lets go."""
    page = opened(visit)
    press(page, TIES, "United States to Ecuadorian navy")
    expect(page.locator(f"{CARD} h2")).to_have_text("Drones for Ecuador’s navy")
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_contain_text("Target of")
    press(page, TIES, "Donald Trump to South Korea")
    expect(page.locator(f"{CARD} h2")).to_have_text("2 events behind this tie")
    page.locator(f"{CARD} .dl-rows [data-press=event]").first.click()
    expect(page).to_have_url(re.compile("event=trump-korea"))


@pytest.mark.proof
def test_the_keyboard_chooses_actors_and_ties(visit):
    """Enter on a mark does what a press does, and the focus stays there."""
    page = opened(visit)
    page.locator('.dl-plot [aria-label^="Ecuador, government"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Ecuador")
    page.wait_for_function("document.activeElement.getAttribute('aria-label')?.startsWith('Ecuador, government')")
    page.locator('.dl-plot [aria-label^="Ecuador to United States"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{CARD} h2").first).to_have_text("Ecuador hosts a U.S. military base")


@pytest.mark.proof
def test_a_link_opens_one_actor_and_leads_on(visit):
    """To another actor, to an event in the card, and back to all."""
    page = opened(visit, "&actor=united-states&as=reported")
    expect(page.locator("h1")).to_have_text("United States")
    page.locator(BELOW).get_by_role("link", name="Ecuador", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Ecuador")
    expect(page).to_have_url(re.compile("as=reported"))
    page.locator(BELOW).get_by_role("link", name="Ecuador hosts a U.S. military base").first.click()
    expect(page.locator(f"{CARD} h2").first).to_have_text("Ecuador hosts a U.S. military base")
    page.locator(".dl-crumbs a").click()
    expect(page.locator("h1")).to_have_text("18 actors")


@pytest.mark.proof
@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)])
def test_labels_are_whole_and_apart_and_the_page_never_scrolls_sideways(visit, width, dark):
    """Wide and narrow, light and dark."""
    page = opened(visit, "&actor=donald-trump", width=width, height=844, dark=dark)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width


@pytest.mark.proof
@pytest.mark.parametrize(("height", "is_whole"), [(1440, True), *seldom((900, False))])
def test_the_list_of_actors_is_as_high_as_the_window_lets_it(visit, height, is_whole):
    """On a screen with room for all of them there is nothing to scroll."""
    page = visit("/actors", figures=False, width=2560, height=height)
    body = page.locator(".st-key-dossier .dl-body")
    expect(body.locator("tbody tr").first).to_be_visible()
    hidden = body.evaluate("(body) => body.scrollHeight - body.clientHeight")
    assert (hidden <= 1) is is_whole
