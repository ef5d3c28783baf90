"""A connection to the very machine that was checked, whatever the name of its host leads to by now."""

import http.client
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from dashboard import __version__
from dashboard.exchange.fetching.address import WebAddress

_HEADERS: Final = {
    "User-Agent": f"dateline/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}


class CheckedConnection(http.client.HTTPConnection):
    """A connection for one request, to one of `numbers`. With `https`, the certificate must be that of the host."""

    def __init__(self, address: WebAddress, numbers: tuple[str, ...], timeout_seconds: float) -> None:
        super().__init__(address.host, address.port, timeout=timeout_seconds)
        self._address, self._numbers = address, numbers
        self._wire: socket.socket | None = None
        """The socket, also once it has been handed on to the answer."""

    def connect(self) -> None:
        """Connect to the first of the numbers that answers. Raises `OSError`."""
        failure: OSError | None = None
        for number in self._numbers:
            try:
                self.sock = socket.create_connection((number, self._address.port), self.timeout)
                break
            except OSError as error:
                failure = error
        else:
            raise failure or OSError("there is no machine to connect to")
        if self._address.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self._address.host)
        self._wire = self.sock

    def ask(self, validators: Mapping[str, str]) -> http.client.HTTPResponse:
        """Ask for the document; `validators` are headers that tell which version is known.

        Raises `OSError` or `http.client.HTTPException`.
        """
        self.putrequest("GET", self._address.target, skip_host=True, skip_accept_encoding=True)
        self.putheader("Host", self._address.host_header)
        for name, value in {**_HEADERS, **validators}.items():
            self.putheader(name, value)
        self.endheaders()
        return self.getresponse()

    def break_off(self) -> None:
        """End it from another thread: what waits for more is told that there is none."""
        if self._wire is not None:
            with suppress(OSError):
                self._wire.shutdown(socket.SHUT_RDWR)
