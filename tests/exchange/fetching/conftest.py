"""A server on this machine that does what servers should not."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache

import pytest

PAGE = (
    b'<!doctype html><html lang="en"><head><title>The pier opens</title></head>'
    b"<body><p>The pier opens.</p></body></html>"
)
ENDLESS_SECONDS = 20

Answer = Callable[[socket.socket], None]


def whole(*headers: str, body: bytes = PAGE, status: str = "200 OK") -> Answer:
    """An answer with a length."""
    head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"))
    return lambda sock: sock.sendall(head.encode("latin-1") + b"\r\n" + body)


def redirect(target: str, status: str = "302 Found") -> Answer:
    """An answer that leads elsewhere."""
    return whole(f"Location: {target}", body=b"", status=status)


def raw(data: bytes) -> Answer:
    """Bytes as they are; then the connection ends."""
    return lambda sock: sock.sendall(data)


def forever(start: bytes, part: bytes, pause_seconds: float = 0.0) -> Answer:
    """The start, and then part after part."""

    def send(sock: socket.socket) -> None:
        deadline = time.monotonic() + ENDLESS_SECONDS
        sock.sendall(start)
        while time.monotonic() < deadline:
            sock.sendall(part)
            time.sleep(pause_seconds)

    return send


def silence(sock: socket.socket) -> None:
    """Nothing at all, until the other side goes."""
    sock.settimeout(ENDLESS_SECONDS)
    with suppress(OSError):
        sock.recv(1)


@cache
def bomb() -> bytes:
    """Little that unpacks to 200 MB."""
    pack = zlib.compressobj(1, zlib.DEFLATED, 31)
    return b"".join(pack.compress(b"\0" * 1_000_000) for _ in range(200)) + pack.flush()


def explode(*headers: str) -> Answer:
    """A small answer that unpacks to 200 MB; made when it is asked for."""
    return lambda sock: whole(*headers, "Content-Encoding: gzip", body=bomb())(sock)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ANSWERS: dict[str, Answer] = {
    "/page": whole("Content-Type: text/html; charset=utf-8"),
    "/news/port-council-votes.html": whole("Content-Type: text/html"),
    "/packed": whole("Content-Type: text/html", "Content-Encoding: gzip", body=gzip.compress(PAGE)),
    "/text": whole("Content-Type: text/plain; charset=windows-1251", body="Пирс открыт.\n".encode("cp1251")),
    "/latin": whole("Content-Type: text/html; charset=iso-8859-1", body="<html><p>café – пирс</p>".encode()),
    "/no-encoding": whole("Content-Type: text/html; charset=no-such", body="<html><p>café</p>".encode()),
    "/pdf-called-html": whole("Content-Type: text/html", body=b"%PDF-1.4 broken"),
    "/html-called-text": whole("Content-Type: text/plain"),
    "/picture": whole("Content-Type: image/png", body=b"\x89PNG\r\n\x1a\n"),
    "/untyped": whole(),
    "/nothing": whole("Content-Type: text/html", body=b""),
    "/missing": whole(status="404 Not Found"),
    "/partial": whole(status="206 Partial Content"),
    "/teapot": whole(status="418 \x1b[31mteapot"),
    "/moved": redirect("/page", "301 Moved Permanently"),
    "/relative": redirect("news/port-council-votes.html"),
    "/round": redirect("/round"),
    "/lost": redirect(""),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-ftp": redirect("ftp://example.org/a"),
    "/to-secret": redirect("http://user:secret@127.0.0.1/"),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "/large": raw(OK + b"Content-Length: 99999999999\r\n\r\n"),
    "/endless": forever(OK + b"\r\n", b"x" * 65_536),
    "/endless-chunks": forever(CHUNKED, b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
    "/endless-head": forever(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    "/long-head": raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n"),
    "/drip": forever(OK + b"\r\n", b"x", 0.05),
    "/drip-head": forever(b"HTTP/1.1 200 OK\r\nX: ", b"x", 0.05),
    "/silent": silence,
    "/short": raw(OK + b"Content-Length: 5000\r\n\r\nThe pier"),
    "/short-chunk": raw(CHUNKED + b"5\r\nThe p\r\n5\r\nier"),
    "/no-http": raw(b"SSH-2.0-OpenSSH_9.0\r\n"),
    "/gone": raw(b""),
    "/bomb": explode("Content-Type: text/html"),
    "/half-packed": whole("Content-Type: text/html", "Content-Encoding: gzip", body=gzip.compress(PAGE)[:-9]),
    "/not-packed": whole("Content-Type: text/html", "Content-Encoding: gzip"),
    "/brotli": whole("Content-Type: text/html", "Content-Encoding: br"),
}


class HostileServer:
    """It answers by path, each connection in a thread of its own, and remembers what it was asked."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.requests: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                sock, _ = self.listener.accept()
                threading.Thread(target=self._answer, args=(sock,), daemon=True).start()

    def _answer(self, sock: socket.socket) -> None:
        with sock, suppress(OSError):
            request = b""
            while b"\r\n\r\n" not in request and request[:3] in (b"", b"GET") and (part := sock.recv(65_536)):
                request += part
            self.requests.append(request)
            path = request.split(b" ")[1].decode().partition("?")[0] if request.startswith(b"GET ") else ""
            ANSWERS.get(path, whole(status="404 Not Found"))(sock)


@pytest.fixture(scope="session")
def hostile() -> Iterator[HostileServer]:
    """The server."""
    server = HostileServer()
    yield server
    server.listener.close()
