"""Addresses that lead to the page: those of pages are answered here, and so are those that no page has.

Streamlit itself gets to see one address alone, with the page in its query: `opening.js` translates.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

import streamlit
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from dashboard.app.frame import tab_title, wordmark
from dashboard.app.scripts import FOLDER, address_of, needed_by
from dashboard.app.shell import IN_THE_BAR, PAGES, root
from dashboard.store.loading import name_at
from dashboard.text.markup import Markup, element, join_all
from dashboard.views.drawing import DARK, FONT, LIGHT, css_variables


def style_block() -> Markup:
    """The `<style>` element. The theme is the reader's choice, else the system's; on paper it is light."""
    rules = "".join(_rules())
    light, dark = css_variables(LIGHT), css_variables(DARK)
    return Markup(
        f"<style>:root{{{light}--dl-font:{FONT}}}"
        f"@media (prefers-color-scheme: dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f":root[data-theme=dark]{{{dark}}}@media print{{:root:root:root{{{light}}}}}{rules}</style>"
    )


def _rules() -> Iterator[str]:
    """What all pages share, then each page's own."""
    folder = files("dashboard.app")
    yield (folder / "styles.css").read_text(encoding="utf-8")
    for file in sorted((folder / "css").iterdir(), key=lambda file: file.name):
        yield file.read_text(encoding="utf-8")


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
    script = element("script", src=f"./{address_of('opening.js')}", data_pages=" ".join(filter(None, PAGES))).html
    before, title, rest = text.partition(_TITLE)
    head, body, after = rest.partition("<body>")
    if not title or not body or _TITLE in rest or "<body>" in after:  # another Streamlit: better its own page than none
        return (text,)
    return before, f"{script}{head}<body>{_preloads().html}{style_block().html}", after


_ON_EVERY_PAGE: Final = ("html/press", "live", "answered", "figure/figure", "play")


def _preloads() -> Markup:
    """What most pages need of our modules, fetched while Streamlit begins: else each would wait for who imports it."""
    addresses = needed_by(*_ON_EVERY_PAGE)
    return join_all(element("link", rel="modulepreload", href=f"./{each}") for each in addresses)


def unknown_page(up: str) -> str:
    """What is answered at an address that no page has; `up` leads from there to the first page."""
    links = [element("li", element("a", title, href=f"{up}{name}")) for name, title in IN_THE_BAR.items()]
    told = element("p", "Dateline has no page at this address. Its pages:")
    body = element("main", element("h1", "Page not found"), told, element("ul", *links), class_="dl dl-unknown-page")
    head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    font = f'@font-face{{font-family:Inter;font-weight:100 900;src:url("{up}{_FONT}")}}'
    return f"{head}<title>Page not found - Dateline</title><style>{font}</style>{style_block().html}{body.html}</html>"


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


_ANEW: Final = {"Cache-Control": "no-cache"}
_FOLDERS: Final = ("_stcore/", "app/static/", "media/", "static/", f"{FOLDER}/")
_OURS: Final = (
    "dateline-choices",
    "dateline-news",
    "dateline-progress",
    "dateline-search",
    "dateline-sheet",
    "dateline-version",
)
_FILES: Final = ("favicon.png", "plotly.min.js", *_OURS)
"""What the server has besides pages, and a browser may visit as well."""


class PagePaths:
    """Answers for the page's own addresses; all others are the server's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI's."""
        is_asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        answer = answer_to(scope) if is_asked else None
        await (answer or self.app)(scope, receive, send)


def answer_to(scope: Scope) -> Response | None:
    """The page, for its addresses; that there is none, where nothing is; None of what else the server has.

    For whatever it does not know, Streamlit would answer with its own page, which then finds nothing of ours.
    """
    path, query = scope["path"], scope.get("query_string", b"").decode("latin-1")
    name = name_in(path)
    of_before = parse_qs(query).get("page", ())  # what addresses of before ask for
    if name in PAGES and all(asked in PAGES for asked in of_before):
        if path.endswith("/") is (name == ""):
            return HTMLResponse(entry_page(PAGES[name][0], name_at(root())), headers=_ANEW)
        there = f"./{path.rstrip('/').rpartition('/')[2]}/" if name == "" else f"../{name}"
        return RedirectResponse(f"{there}{'?' + query if query else ''}", headers=_ANEW)
    if name == PAGES[""][1]:  # what people type for the page that has no name in the address
        return RedirectResponse(f"{'../' if path.endswith('/') else './'}{'?' + query if query else ''}", headers=_ANEW)
    if name is None or name in _FILES or name.startswith(_FOLDERS):
        return None
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return PlainTextResponse("There is nothing here.\n", 404)
    return HTMLResponse(unknown_page("../" * name.count("/") or "./"), 404, headers=_ANEW)


def name_in(path: str) -> str | None:
    """What stands behind the path that the server has; None where it is not below that."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    below = path.strip("/")
    if base and below != base and not below.startswith(f"{base}/"):
        return None
    return below.removeprefix(base).strip("/")
