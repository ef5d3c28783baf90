"""The HTML that a browser gets first: Streamlit's own, with our style and the outline of the page in it.

Without them it would show Streamlit's blank page, then ours piece by piece, each moving the others.
"""

from functools import cache
from pathlib import Path
from typing import Final

import streamlit

from dashboard.app import scripts
from dashboard.app.parts.workspace_name import tab_title, wordmark
from dashboard.app.router import IN_THE_BAR, PAGES
from dashboard.app.styles import style_block
from dashboard.text.markup import Markup, element

_STREAMLIT_PAGE: Final = Path(streamlit.__file__).with_name("static") / "index.html"
_TITLE: Final = "<title>Streamlit</title>"
_FONT: Final = "app/static/fonts/inter-latin-wght-normal.woff2"
"""As `config.toml` names it: where Streamlit draws nothing, nobody else does."""


def entry_page(page: str, workspace: str) -> str:
    """The whole document, for the page of this title. The style stands behind Streamlit's, and wins over it."""
    parts = _parts()
    if len(parts) == 1:
        return parts[0]
    before, between, after = parts
    title = element("title", tab_title(page, workspace)).html
    return f"{before}{title}{between}{opening(workspace).html}{after}"


@cache
def _parts() -> tuple[str, ...]:
    """What stands before the title, between it and the outline of the page, and after that; else one whole document."""
    text = _STREAMLIT_PAGE.read_text(encoding="utf-8")
    source = f"./{scripts.FOLDER}/{scripts.plain('opening')}"
    script = element("script", src=source, data_pages=" ".join(filter(None, PAGES))).html
    before, title, rest = text.partition(_TITLE)
    head, body, after = rest.partition("<body>")
    if not title or not body or _TITLE in rest or "<body>" in after:  # another Streamlit: better its own page than none
        return (text,)
    return before, f"{script}{head}<body>{style_block().html}", after


def unknown_page(up: str) -> str:
    """What is answered at an address that no page has; `up` leads from there to the first page."""
    links = [element("li", element("a", title, href=f"{up}{name}")) for name, title in IN_THE_BAR.items()]
    told = element("p", "This address leads nowhere in Dateline. These pages are here:")
    body = element("main", element("h1", "No such page"), told, element("ul", *links), class_="dl dl-unknown-page")
    head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    font = f'@font-face{{font-family:Inter;font-weight:100 900;src:url("{up}{_FONT}")}}'
    return f"{head}<title>No such page - Dateline</title><style>{font}</style>{style_block().html}{body.html}</html>"


def opening(workspace: str) -> Markup:
    """What is seen until the page has come: the bar, the boxes of its figures, and what is being done."""
    boxes = (element("i", class_=f"dl-opening-{name}") for name in ("map", "card", "timeline"))
    told = element("p", element("span"), element("progress", hidden="hidden"), role="status", class_="dl-opening-told")
    return element(
        "div",
        element("div", element("span", wordmark(workspace), class_="dl-wordmark"), class_="dl-opening-bar"),
        element("div", *boxes, class_="dl-opening-boxes"),
        told,
        id="dl-opening",
        class_="dl",
    )
