"""The middleware around the whole app, for HTTP and WebSocket: what it does not let in, nothing behind it sees.

What `dateline serve` was asked to allow reaches it by environment.
"""

import os
from dataclasses import dataclass, field
from typing import Final, Self

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.app.security.headers import with_headers
from dashboard.app.security.hosts import Host, Hosts, is_foreign_request, is_foreign_socket
from dashboard.app.security.log import note
from dashboard.app.security.messages import Conversation
from dashboard.app.security.sessions import Sessions, is_a_page, no_room

ALLOW_HOST_VARIABLE: Final = "DATELINE_ALLOW_HOST"
"""Names by which the server may be reached, with blanks between them."""
ALLOW_EMBEDDING_VARIABLE: Final = "DATELINE_ALLOW_EMBEDDING"
"""Origins whose pages may have the dashboard in a frame, with blanks between them."""
MAX_PAGES_VARIABLE: Final = "DATELINE_MAX_PAGES"
MOST_PAGES: Final = 100
"""Open at once, unless it is set."""
READS: Final = ("GET", "HEAD")
"""Nothing is changed over HTTP: no file is uploaded, no form is sent."""
_OF_STREAMLIT: Final = ("health", "host-config", "stream")
"""The open paths below `/_stcore/`. Metrics, uploads and the API for programs are among those that are closed."""
_CLOSED: Final = ("component", "auth", "oauth2callback")
"""Components of the first kind, and a login of Streamlit's: there are none."""
_LONGEST_NAME_BYTES: Final = 255
_LONGEST_PATH_BYTES: Final = 2048


@dataclass(frozen=True, slots=True)
class Settings:
    """What one server allows."""

    hosts: Hosts
    embedders: tuple[str, ...] = ()
    base_path: str = ""
    most_pages: int = MOST_PAGES

    @classmethod
    def now(cls) -> Self:
        """The settings that the environment and the command line give."""
        return cls(
            Hosts.of(st.get_option("server.address"), os.environ.get(ALLOW_HOST_VARIABLE, "").split()),
            tuple(os.environ.get(ALLOW_EMBEDDING_VARIABLE, "").split()),
            st.get_option("server.baseUrlPath") or "",
            int(os.environ.get(MAX_PAGES_VARIABLE) or MOST_PAGES),
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is said instead of an answer."""

    status: int
    sentence: str

    async def send(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say it, over HTTP or in place of a WebSocket's handshake."""
        answer = PlainTextResponse(f"{self.sentence}\n", self.status, headers={"Cache-Control": "no-store"})
        if scope["type"] == "websocket" and "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
            return
        await answer(scope, receive, send)


def is_open(path: str, base_path: str = "") -> bool:
    """Whether the page uses anything there. `path` is decoded; below `base_path`, where the server has one."""
    if len(path.encode(errors="replace")) > _LONGEST_PATH_BYTES or any(map(_is_odd, path.split("/"))):
        return False
    first, _, rest = path.removeprefix(base_path).strip("/").partition("/")
    return rest in _OF_STREAMLIT if first == "_stcore" else first not in _CLOSED


def _is_odd(name: str) -> bool:
    """Whether no file can have this name."""
    return len(name.encode(errors="replace")) > _LONGEST_NAME_BYTES or not name.isprintable()


_NO_HOST: Final = Refusal(400, "The request does not say which host it is meant for.")
_FOREIGN: Final = Refusal(
    403, "Only pages of this dashboard may request this. A proxy must pass on the Host header with its port."
)
_NO_SUCH: Final = Refusal(404, "There is nothing here.")
_ONLY_READ: Final = Refusal(405, "This server takes no uploads: it can only be read.")
_FULL: Final = Refusal(503, "Too many pages of this server are open.")
_FAULT: Final = Refusal(500, "This is a fault of Dateline. To see where, start it with DATELINE_DEBUG=1.")


@dataclass(slots=True)
class Gate:
    """Lets in what is asked of a known host, by a page of that host, for what the page uses."""

    app: ASGIApp
    settings: Settings
    sessions: Sessions = field(init=False)

    def __post_init__(self) -> None:
        """None is open yet."""
        self.sessions = Sessions(self.settings.most_pages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with a sentence."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host, named = _host(headers), headers.get("host", "")
        send = with_headers(send, named if host else "", self.settings.embedders)
        refusal = self._refusal(scope, headers, host)
        if refusal is not None:
            await refusal.send(scope, receive, send)
        elif scope["type"] == "websocket":
            talk = Conversation(receive, send)
            with self.sessions.one_more():
                await self.app(scope, talk.next_message, talk.tell)
        elif self.sessions.are_full and is_a_page(headers):
            await no_room(self.sessions.most)(scope, receive, send)
        else:
            await self._answer(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Headers, host: Host | None) -> Refusal | None:
        if host is None:
            return _NO_HOST
        if not self.settings.hosts.answers(host):
            return _unknown(host)
        is_socket = scope["type"] == "websocket"
        if is_foreign_socket(headers, host) if is_socket else is_foreign_request(scope["method"], headers, host):
            return _FOREIGN
        if not is_open(scope["path"], self.settings.base_path):
            return _NO_SUCH
        if is_socket:
            return _FULL if self.sessions.are_full else None
        return None if scope["method"] in READS else _ONLY_READ

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A fault is a sentence for the page, and a line for whoever runs the server."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            if begun or os.environ.get("DATELINE_DEBUG"):
                raise
            note(f"{type(error).__name__} in an answer. DATELINE_DEBUG=1 shows where.")
            await _FAULT.send(scope, receive, send)


def _host(headers: Headers) -> Host | None:
    named = headers.getlist("host")
    return Host.of(named[0]) if len(named) == 1 else None


def _unknown(host: Host) -> Refusal:
    return Refusal(
        403,
        f"Dateline does not answer at the name {host.name}. "
        f"The person who runs it can allow the name: dateline serve --allow-host {host.name}",
    )
