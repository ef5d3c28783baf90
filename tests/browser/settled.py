"""Waiting until a page has taken a change."""

from playwright.sync_api import Page

FITTING = """() => [...document.querySelectorAll('.dl-figure')].every((figure) => {
    const plot = figure.querySelector('.dl-plot');
    return plot.querySelector('.main-svg') && Math.abs(Number(plot.dataset.drawn) - figure.clientWidth) <= 16;
})"""


def resized(page: Page, width: int, height: int = 900) -> None:
    """Give the page another size, and wait until every figure is drawn for it."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(FITTING)
