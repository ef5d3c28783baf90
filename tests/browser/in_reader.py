"""Opening the Sources page, and waiting until words are in sight."""

from collections.abc import Callable

from playwright.sync_api import Page


def read(visit: Callable[..., Page], path: str, **how: object) -> Page:
    """Opens the list of sources or one of them, once it is there."""
    page: Page = visit(path, figures=False, **how)
    page.wait_for_selector(".dl-source, .dl-sources")
    return page


def in_sight(page: Page, selector: str) -> None:
    """Wait until the element lies between the top and the bottom of the window."""
    page.wait_for_function(
        """(selector) => {
            const box = document.querySelector(selector)?.getBoundingClientRect();
            return box && box.top >= 0 && box.bottom <= innerHeight;
        }""",
        arg=selector,
    )
