"""The names that the server answers to.

DNS rebinding: a page at a foreign name that is made to lead to this machine's address counts, for a browser, as a page
of this server. The browser still sends the foreign name as `Host`, so only known names are answered. An address written
in figures cannot be rebound, for no name is looked up.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final, Self

from starlette.datastructures import Headers

LOCALHOST: Final = "localhost"
_HOST: Final = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]{1,253})(?::(?P<port>[0-9]{1,5}))?", re.ASCII)
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Host:
    """A name or an address, as `Host` and `Origin` give it."""

    name: str
    """In small letters, without brackets and without a dot at its end."""
    port: int | None = None

    @classmethod
    def of(cls, text: str) -> Self | None:
        """What a `Host` header says; None of what is no host."""
        parts = _HOST.fullmatch(text)
        if parts is None:
            return None
        name = parts["name"].lower().strip("[]").rstrip(".")
        return cls(name, int(parts["port"]) if parts["port"] else None) if name else None

    def is_origin(self, origin: str) -> bool:
        """Whether a page of that `Origin` came from this host.

        http and https count as the same: behind a proxy with TLS, the page has https and the proxy asks with http.
        """
        scheme, _, rest = origin.partition("://")
        default, there = _DEFAULT_PORTS.get(scheme), Host.of(rest)
        if default is None or there is None:
            return False
        return (there.name, there.port or default) == (self.name, self.port or default)


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names and addresses that the server answers to."""

    served: str = ""
    """The address that the server listens on; empty for all of this machine's."""
    allowed: frozenset[str] = frozenset()
    """More names, or addresses, by `--allow-host`."""

    @classmethod
    def of(cls, served: str | None, allowed: Iterable[str]) -> Self:
        """Names as somebody typed them."""
        return cls((served or "").lower(), frozenset(name.lower().strip("[]").rstrip(".") for name in allowed))

    def answers(self, host: Host) -> bool:
        """Whether the server answers under this name.

        Loopback names always; whatever it listens on; any address in figures, unless it listens for this machine alone.
        """
        if host.name in (LOCALHOST, self.served, *self.allowed) or _is_loopback(host.name):
            return True
        return _is_address(host.name) and not (self.served == LOCALHOST or _is_loopback(self.served))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return _is_address(name) and ip_address(name).is_loopback


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
