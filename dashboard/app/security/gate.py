"""The middleware around the whole app, for HTTP and WebSocket: what it does not let in, nothing behind it sees."""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.app.security.hosts import Host
from dashboard.app.security.origins import is_foreign_request, is_foreign_socket
from dashboard.app.security.refusal import Refusal
from dashboard.app.security.settings import Settings

_NO_HOST: Final = Refusal(400, "The request does not say which host it is meant for.")
_FOREIGN: Final = Refusal(
    403, "Only pages of this dashboard may ask for this. Behind a proxy, it must hand on Host with its port."
)


@dataclass(slots=True)
class Gate:
    """Lets in what is asked of a known host, by a page of that host."""

    app: ASGIApp
    settings: Settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with a sentence."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        await (refusal.send if refusal else self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers = Headers(scope=scope)
        named = headers.getlist("host")
        host = Host.of(named[0]) if len(named) == 1 else None
        if host is None:
            return _NO_HOST
        if not self.settings.hosts.answers(host):
            return _unknown(host)
        if scope["type"] == "websocket":
            return _FOREIGN if is_foreign_socket(headers, host) else None
        return _FOREIGN if is_foreign_request(scope["method"], headers, host) else None


def _unknown(host: Host) -> Refusal:
    return Refusal(
        403,
        f"Dateline does not answer under the name {host.name}. "
        f"Whoever runs it can allow the name: dateline serve --allow-host {host.name}",
    )
