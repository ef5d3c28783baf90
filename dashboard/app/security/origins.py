"""From which pages the server may be asked: from its own.

Streamlit itself lets any page of localhost, 127.0.0.1 and 0.0.0.0 open its WebSocket, whatever its port. A browser says
by `Origin` and `Sec-Fetch-Site` (W3C, Fetch Metadata Request Headers) which page asks; other programs need no page.
"""

from typing import Final

from starlette.datastructures import Headers

from dashboard.app.security.hosts import Host

_OWN: Final = ("same-origin", "none")
"""`none`: somebody typed the address, or chose a bookmark."""
_READS: Final = ("GET", "HEAD")


def is_foreign_socket(headers: Headers, host: Host) -> bool:
    """Whether a WebSocket is opened by another page than one of this host. Every browser says which page it is."""
    return not host.is_origin(headers.get("origin", ""))


def is_foreign_request(method: str, headers: Headers, host: Host) -> bool:
    """Whether another page asks over HTTP. A link from anywhere may lead here: only the reader sees what comes."""
    origin = headers.get("origin")
    if origin is not None:
        return not host.is_origin(origin)
    is_visit = headers.get("sec-fetch-mode") == "navigate" and method in _READS
    return headers.get("sec-fetch-site", "none") not in _OWN and not is_visit
