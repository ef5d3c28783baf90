"""Pictures of the seed workspace, as a reader sees it: `make pictures`; `python -m tests.pictures.take NAME` for some.

Needs a Chromium. Each picture is taken when the page has settled: nothing is fetched or drawn any more.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from dashboard.cli.listening import LOOPBACK, address, free_port
from dashboard.cli.server import running
from tests.chromium import chromium
from tests.pictures.followed import SINCE, followed
from tests.pictures.pages import sheets

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PATIENCE_MS = 60_000
SETTLED_MS = 1_500
"""Streamlit reruns once the page has told its widths; a figure is drawn within a second of that."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is opened, and how large the window is."""

    name: str
    query: str = ""
    theme: str = "light"
    width: int = 1440
    height: int = 900
    whole_page: bool = False
    drawn: str = "document.querySelectorAll('.js-plotly-plot .main-svg').length >= 2"
    """What holds as soon as everything is there."""


LISTED = "document.querySelector('.dl-listed-head') && document.querySelector('.dl-listed')"
SCORED = "document.querySelector('.dl-calibration') && document.querySelector('.js-plotly-plot .main-svg')"
COMPOSED = "document.querySelector('.dl-preview iframe')?.contentDocument?.querySelector('figure img')"
PICTURES = (
    Picture("situation-light"),
    Picture("situation-dark", query="?event=us-base-closed", theme="dark"),
    Picture("situation-narrow", width=390, height=844, whole_page=True),
    Picture("situation-selected", query="?event=us-base-closed"),
    Picture("brief", query="?page=brief&briefing=us-troops-in-ecuador", drawn=COMPOSED),
    Picture("wall-event", "?page=present&briefing=us-troops-in-ecuador&step=9", "dark", width=1920, height=1080),
    Picture("wall-square", "?page=present&briefing=us-troops-in-ecuador&step=4", width=1024, height=768),
    Picture("outlook", "?page=outlook", drawn=LISTED),
)
PICTURES_OF_FOLLOWED = (
    Picture("changes", f"?page=changes&since={SINCE}", drawn=LISTED),
    Picture("changes-narrow", f"?page=changes&since={SINCE}", "dark", 390, 844, whole_page=True, drawn=LISTED),
    Picture("outlook-scored", "?page=outlook", "dark", drawn=SCORED),
)
"""Of the seed workspace as if it had been followed."""


def take(browser: Browser, site: str, picture: Picture) -> Path:
    """Open the page and save the picture."""
    window = {"width": picture.width, "height": picture.height}
    with browser.new_context(viewport=window, color_scheme=picture.theme, device_scale_factor=1) as context:
        page = context.new_page()
        page.goto(f"{site}/{picture.query}")
        wait_until_settled(page, picture.drawn)
        path = HERE / f"{picture.name}.png"
        if picture.whole_page:
            page.set_viewport_size({"width": picture.width, "height": whole_height(page)})
            wait_until_settled(page, picture.drawn)
        page.screenshot(path=path)
        return path


def whole_height(page: Page) -> int:
    """Pixels from top to bottom of what the page scrolls through: Streamlit scrolls an element, not the window."""
    return page.locator("[data-testid=stMain]").evaluate("element => element.scrollHeight")


def wait_until_settled(page: Page, drawn: str) -> None:
    """Return when everything is drawn and nothing changes any more."""
    page.wait_for_function(f"() => {drawn}", timeout=PATIENCE_MS)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED_MS)


def main() -> None:
    """Take every picture, or those that are named; then those of the briefing's pages, unless some are named."""
    names = set(sys.argv[1:])
    with chromium() as browser, followed(ROOT) as later:
        for workspace, pictures in ((ROOT, PICTURES), (later, PICTURES_OF_FOLLOWED)):
            take_all(browser, workspace, [each for each in pictures if not names or each.name in names])
    for path in sheets(HERE) if not names else ():
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")


def take_all(browser: Browser, workspace: Path, pictures: list[Picture]) -> None:
    """Serve a workspace, and take its pictures."""
    if not pictures:
        return
    port = free_port(LOOPBACK, None)
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(workspace)}):
        for picture in pictures:
            path = take(browser, address(LOOPBACK, port), picture)
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
