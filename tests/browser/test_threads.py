"""The Threads page as a reader meets it."""

import re

import pytest
from playwright.sync_api import expect
from pressing import mark, press

LADDER, CARD = ".st-key-ladder-of-thread", ".st-key-thread-card"


def open_threads(visit, query="", **choices):
    page = visit(f"/?page=threads{query}", figures=False, **choices)
    page.wait_for_function(
        """() => {
            const figure = document.querySelector('.dl-figure'), plot = figure?.querySelector('.dl-plot');
            return plot?.querySelector('.main-svg') && Math.abs(Number(plot.dataset.drawn) - figure.clientWidth) <= 16;
        }"""
    )
    return page


def test_a_mark_opens_its_card_beside_the_story_and_lets_go(visit):
    """In the address as well; a count lists its events; Escape lets go; another thread is one press away."""
    page = open_threads(visit)
    press(page, LADDER, "Ecuador votes")
    expect(page.locator(f"{CARD} h2")).to_have_text("Ecuador votes against foreign bases")
    expect(page).to_have_url(re.compile(r"/threads\?.*event=ecuador-referendum"))
    expect(mark(page, LADDER, "Ecuador votes")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function(BESIDE)
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    press(page, LADDER, "2 events pledged")
    expect(page.locator(f"{CARD} h2")).to_contain_text("2 events behind this mark")
    page.locator(".dl-story-rows a", has_text="Ecuador gives notice").click()
    expect(page.locator(f"{CARD} h2")).to_have_text("Ecuador gives notice")
    page.locator(".dl-threads a", has_text="South Korea").click()
    expect(page.locator(".dl-thread-head h1")).to_have_text("Who pays for U.S. forces in South Korea")
    expect(page.locator(CARD)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"thread=us-forces-korea-costs"))


@pytest.mark.proof
def test_the_keyboard_opens_a_mark(visit):
    """Each mark is a button with a name that says its level."""
    page = open_threads(visit, "&thread=us-ecuador-basing")
    node = mark(page, LADDER, "Ecuador hosts")
    expect(node).to_have_attribute("aria-label", re.compile("underway, level quoted"))
    node.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{CARD} h2")).to_have_text("Ecuador hosts a U.S. military base")


@pytest.mark.proof
@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)])
def test_labels_do_not_overlap_and_nothing_scrolls_sideways(visit, width, dark):
    """Wide and narrow, light and dark; on a narrow page the card stands below the ladder, above the story."""
    page = open_threads(visit, "&event=us-drones-for-navy", width=width, dark=dark)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
    if width < 1000:
        tops = [page.locator(each).first.bounding_box()["y"] for each in (LADDER, CARD, ".dl-story")]
        assert tops == sorted(tops)


BESIDE = """() => {
    const [card, story] = ['.st-key-thread-card', '.dl-story'].map((each) => document.querySelector(each));
    return card.getBoundingClientRect().left >= story.getBoundingClientRect().right;
}"""

OVERLAPS = """() => {
    const texts = [...document.querySelectorAll('.dl-plot text')].filter((text) => text.textContent.trim());
    const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width);
    return boxes.flatMap(([text, a], index) => boxes.slice(index + 1).filter(([, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3
    ).map(([other]) => `${text} / ${other}`));
}"""
