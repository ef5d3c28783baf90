"""Which addresses lead to the page: those of pages are answered here, and so is what no page has.

Streamlit itself gets to see one address alone, with the page in its query: `opening.js` translates.
"""

from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from dashboard.app import scripts
from dashboard.app.entry_page import entry_page, unknown_page
from dashboard.app.loaded import root
from dashboard.app.router import PAGES
from dashboard.store.loading import name_at

_ANEW: Final = {"Cache-Control": "no-cache"}
_FOLDERS: Final = ("_stcore/", "app/static/", "media/", "static/", f"{scripts.FOLDER}/")
_FILES: Final = ("favicon.png", "plotly.min.js", "dateline-progress", "dateline-version")
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
    if name in PAGES:
        if path.endswith("/") is (name == ""):
            return HTMLResponse(entry_page(PAGES[name][0], name_at(root())), headers=_ANEW)
        there = f"./{path.rstrip('/').rpartition('/')[2]}/" if name == "" else f"../{name}"
        return RedirectResponse(f"{there}{'?' + query if query else ''}", headers=_ANEW)
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
