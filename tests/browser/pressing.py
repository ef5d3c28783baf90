"""Pressing a mark of a figure as a mouse does."""

from playwright.sync_api import FloatRect, Locator, Page

NOTICED_MS = 90
"""Plotly looks 50 ms after a move for what lies below the pointer: no hand presses sooner."""
LOOK_MS = 50
MOST_LOOKS = 200
"""Looks until a mark has to be at rest: ten seconds."""
WIDE_PX = 40
"""A wider mark is a bar, or has its label in it: it is pressed where it begins, for another may lie over the rest."""


def mark(page: Page, figure: str, name: str) -> Locator:
    """The mark whose name begins so, in the figure below this selector."""
    return page.locator(f'{figure} .dl-plot [role="button"][aria-label^="{name}"]').first


def resting_box(locator: Locator) -> FloatRect:
    """Where something is drawn as soon as it stays there: a figure that is drawn anew has other elements."""
    before = None
    for _ in range(MOST_LOOKS):
        locator.wait_for()
        box = locator.bounding_box()
        if box is not None and box == before:
            return box
        before = box
        locator.page.wait_for_timeout(LOOK_MS)
    raise AssertionError(f"{locator} does not come to rest")


def press(page: Page, figure: str, name: str) -> None:
    """Press a mark, and wait as long as a hand does between pointing and pressing."""
    box = resting_box(mark(page, figure, name))
    across = 6 if box["width"] > WIDE_PX else box["width"] / 2
    page.mouse.move(box["x"] + across, box["y"] + box["height"] / 2)
    page.wait_for_timeout(NOTICED_MS)
    page.mouse.down()
    page.mouse.up()
