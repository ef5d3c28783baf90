"""A limit on the pages that are open at once: each holds memory."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from streamlit import runtime
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

AGAIN_S: Final = 10
"""Until a page for which there was no room tries again."""
_STYLE: Final = ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}main{max-width:34em;margin:15vh auto}"
_FORGET_EVERY_S: Final = 15


@dataclass(slots=True)
class Sessions:
    """The open pages of one server."""

    most: int
    _open: set[object] = field(default_factory=set)

    @property
    def are_full(self) -> bool:
        """Whether the next one has to wait."""
        return len(self._open) >= self.most

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count one more page while it is open."""
        one = object()
        self._open.add(one)
        try:
            yield
        finally:
            self._open.discard(one)


def is_a_page(headers: Headers) -> bool:
    """Whether a browser asks for something that it will show by itself."""
    return headers.get("sec-fetch-dest") == "document" or "text/html" in headers.get("accept", "")


def no_room(most: int) -> HTMLResponse:
    """The page of whoever has to wait. It tries again by itself."""
    words = f"{most} pages of this dashboard are open. It serves no more at once."
    text = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="{AGAIN_S}">'
        '<meta name="viewport" content="width=device-width"><title>Too many pages - Dateline</title>'
        f"<style>{_STYLE}</style>"
        f"<main><h1>Too many pages are open</h1><p>{words} Close one that nobody needs, or wait. This page tries again "
        f"every {AGAIN_S} seconds.</p><p>The person who runs the server can allow more: "
        "<code>dateline serve --max-pages</code></p></main>"
    )
    return HTMLResponse(text, 503, headers={"Retry-After": str(AGAIN_S), "Cache-Control": "no-store"})


@asynccontextmanager
async def forgetting() -> AsyncIterator[None]:
    """End sessions whose page is gone when their time is over, while the server runs.

    Streamlit keeps them for a page that comes back, and by itself looks at that time only when another page closes.
    """
    task = asyncio.create_task(_forget())
    try:
        yield
    finally:
        task.cancel()


async def _forget() -> None:
    while True:
        await asyncio.sleep(_FORGET_EVERY_S)
        manager = runtime.get_instance()._session_mgr
        storage = manager._session_storage if isinstance(manager, WebsocketSessionManager) else None
        if isinstance(storage, MemorySessionStorage):
            len(storage._cache)  # counting drops what is over
