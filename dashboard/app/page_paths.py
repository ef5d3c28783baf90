"""Which addresses lead to the page: they are answered here, with the document that a browser gets first."""

from typing import Final

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from dashboard.app.entry_page import entry_page

_ANEW: Final = {"Cache-Control": "no-cache"}


class PagePaths:
    """Answers for the page's own addresses; all others are the server's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI's."""
        is_asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if is_asked and name_in(scope["path"]) == "":
            await HTMLResponse(entry_page(), headers=_ANEW)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def name_in(path: str) -> str | None:
    """What stands behind the path that the server has; None where it is not below that."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    below = path.strip("/")
    if base and below != base and not below.startswith(f"{base}/"):
        return None
    return below.removeprefix(base).strip("/")
