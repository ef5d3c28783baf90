"""What is wrong with a page at the width that its window has."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from axe_core import AXE
from playwright.sync_api import Page

from dashboard.app.shell.router import PAGES

WIDTHS: Final = {360: 740, 390: 844, 768: 1024, 1024: 768, 1100: 800, 1366: 768, 1440: 900, 1920: 1080, 2560: 1440}
"""Of phones, tablets, laptops and walls, with the height that goes with each."""
TOUCHED: Final = 1024
"""Pages of less width are used with a finger."""

WRONG: Final = (Path(__file__).parent / "screens.js").read_text(encoding="utf-8").partition("\n")[2]

AXE_FINDS: Final = """async () => (await axe.run({exclude: ['.dl-plot', '.pr-plot', '.dl-coverage']}, {
    runOnly: {type: 'rule', values: ['target-size', 'scrollable-region-focusable']}, resultTypes: ['violations'],
})).violations.flatMap((found) => found.nodes.map(({target, html}) =>
    `${found.id}: ${target.join(' ')} ${html.slice(0, 90)}`))"""
"""Targets below 24 by 24 pixels that are not far enough from others (WCAG 2.5.8), and boxes that no key scrolls.

Marks of figures stand where their places and days are, and the strip of a text's sentences does what its steps do: both
are exceptions that the criterion makes.
"""

HAS_COME: Final = """() =>
    Boolean(document.documentElement.dataset.slot || document.querySelector('.dl-present h1, .pr-speaker'))"""
"""Until then there is a sketch of the page."""

SETTLED: Final = """(width) => innerWidth === width && [...document.querySelectorAll('.dl-figure')].every((figure) => {
    const plot = figure.querySelector('.dl-plot');
    return plot.querySelector('.main-svg') && Math.abs(Number(plot.dataset.drawn) - figure.clientWidth) <= 16;
})"""


def pages_of_the_app() -> dict[str, str]:
    """Name in the address to title, as the app's own router has them: a new page is looked at without more ado."""
    return {name: title for name, (title, _) in PAGES.items()}


def wrong_at(page: Page, width: int, height: int | None = None) -> list[str]:
    """Sentences on what is wrong with the page in a window of that width."""
    page.set_viewport_size({"width": width, "height": height or WIDTHS.get(width, 900)})
    page.wait_for_function(HAS_COME)
    page.wait_for_function(SETTLED, arg=width)
    page.wait_for_timeout(250)  # notes are placed, sheets laid out
    found: list[Any] = page.evaluate(WRONG)
    if width < TOUCHED:
        page.evaluate(AXE)
        found += page.evaluate(AXE_FINDS)
    return [str(each) for each in found]


def all_wrong_at(page: Page, widths: Iterable[int]) -> dict[str, list[int]]:
    """Each sentence on what is wrong, with the widths at which it is: all of them, whatever is found at the first."""
    found: dict[str, list[int]] = {}
    for width in widths:
        for sentence in dict.fromkeys(wrong_at(page, width)):
            found.setdefault(sentence, []).append(width)
    return found
