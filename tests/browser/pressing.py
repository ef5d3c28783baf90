"""Pressing a mark of a figure as a mouse does."""

from playwright.sync_api import Locator, Page

NOTICED_MS = 90
"""Plotly looks 50 ms after a move for what lies below the pointer: no hand presses sooner."""
WIDE_PX = 40
"""A wider mark is a bar, or has its label in it: it is pressed where it begins, for another may lie over the rest."""


def mark(page: Page, figure: str, name: str) -> Locator:
    """The mark whose name begins so, in the figure below this selector."""
    return page.locator(f'{figure} .dl-plot [role="button"][aria-label^="{name}"]').first


def press(page: Page, figure: str, name: str) -> None:
    """Press a mark, and wait as long as a hand does between pointing and pressing."""
    box = mark(page, figure, name).bounding_box()
    assert box is not None
    across = 6 if box["width"] > WIDE_PX else box["width"] / 2
    page.mouse.move(box["x"] + across, box["y"] + box["height"] / 2)
    page.wait_for_timeout(NOTICED_MS)
    page.mouse.down()
    page.mouse.up()
