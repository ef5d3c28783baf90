"""A document is fetched from the address that was named, and no server makes more of it."""

import ssl
import threading
import time

import pytest

from dashboard.exchange.fetching import connection, download, fetch
from dashboard.exchange.fetching.address import AddressRefused
from tests.exchange.fetching.conftest import PAGE


def get(hostile, path, patience_seconds=10.0):
    return fetch(hostile.url(path), allow_private=True, patience_seconds=patience_seconds)


def test_a_page_is_fetched_with_one_request(hostile):
    """Nothing of this machine or its user is told, but that Dateline asks."""
    number = len(hostile.requests)
    found = get(hostile, "/page?a=b#c")
    assert (found.raw, found.content_type, found.charset) == (PAGE, "text/html", "utf-8")
    assert found.url == hostile.url("/page?a=b")
    assert len(hostile.requests) == number + 1
    head, *lines = hostile.requests[-1].decode().split("\r\n")
    assert head == "GET /page?a=b HTTP/1.1"
    names = {line.partition(":")[0] for line in lines if line}
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_a_packed_page_is_unpacked(hostile):
    """Servers pack what is long."""
    assert get(hostile, "/packed").raw == PAGE


@pytest.mark.parametrize("path", ["/moved", "/relative"])
def test_redirects_are_followed(hostile, path):
    """The address of the document is the last one; the one that was named is known."""
    found = get(hostile, path)
    assert found.raw == PAGE
    assert found.redirects == (hostile.url(path),)
    assert found.url != hostile.url(path)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/missing", r"the server answered 404 Not Found"),
        ("/partial", r"the server answered 206"),
        ("/teapot", r"the server answered 418"),
        ("/round", r"redirects more than 5 times"),
        ("/lost", r"does not say where"),
        ("/to-file", r"Only http and https .* not file"),
        ("/to-ftp", r"Only http and https .* not ftp"),
        ("/to-secret", r"user name or password"),
        ("/large", r"more than 20 MB"),
        ("/endless", r"more than 20 MB"),
        ("/endless-chunks", r"more than 20 MB"),
        ("/endless-head", r"could not be fetched"),
        ("/long-head", r"could not be fetched"),
        ("/short", r"broke off before the end"),
        ("/short-chunk", r"could not be fetched"),
        ("/no-http", r"could not be fetched"),
        ("/gone", r"could not be fetched"),
        ("/bomb", r"more than 20 MB"),
        ("/half-packed", r"broke off before the end"),
        ("/not-packed", r"cannot be unpacked"),
        ("/brotli", r"packed as br"),
    ],
)
def test_what_a_bad_server_does_is_a_sentence(hostile, path, said):
    """Bounded in size, and never a traceback."""
    begun = time.monotonic()
    with pytest.raises(AddressRefused, match=said):
        get(hostile, path)
    assert time.monotonic() - begun < 9


@pytest.mark.parametrize("path", ["/silent", "/drip", "/drip-head"])
def test_a_slow_server_is_left(hostile, path):
    """One clock runs over all: each byte in time does not keep us."""
    begun = time.monotonic()
    with pytest.raises(AddressRefused, match=r"within 0\.5 seconds|took too long|timed out|could not be fetched"):
        get(hostile, path, patience_seconds=0.5)
    assert time.monotonic() - begun < 3


def test_a_redirect_inside_is_refused(hostile, monkeypatch):
    """Each address on the way is checked as the first one is: here the first alone counts as public."""
    monkeypatch.setattr(download, "resolve", checked_as_public(("127.0.0.1",)))
    with pytest.raises(AddressRefused, match=r"169\.254\.169\.254 is inside a private network"):
        fetch(hostile.url("/to-metadata"))


def test_no_public_page_redirects_into_a_private_network(hostile, monkeypatch):
    """Though private addresses are allowed: whoever named a public one did not mean the machines in here."""
    monkeypatch.setattr(download, "is_private", lambda number: number != "127.0.0.1")
    with pytest.raises(AddressRefused, match=r"/to-metadata redirects into a private network, to http://169\.254\."):
        get(hostile, "/to-metadata")


def checked_as_public(numbers):
    """`resolve` to which these numbers are public."""
    real = download.resolve

    def resolve(address, *, allow_private=False):
        return (address.host,) if address.host in numbers else real(address, allow_private=allow_private)

    return resolve


def test_this_machine_is_not_asked_unless_allowed(hostile):
    """The server hears nothing."""
    number = len(hostile.requests)
    with pytest.raises(AddressRefused, match="--allow-private"):
        fetch(hostile.url("/page"))
    assert len(hostile.requests) == number


def test_the_machine_that_was_checked_is_connected_to(hostile, monkeypatch):
    """The name is resolved once: what it would lead to a moment later does not matter."""
    asked = []

    def resolve(address, *, allow_private=False):
        asked.append(address.host)
        return ("127.0.0.1",)

    connected = []
    create = connection.socket.create_connection
    monkeypatch.setattr(download, "resolve", resolve)
    monkeypatch.setattr(
        connection.socket, "create_connection", lambda to, *rest: (connected.append(to[0]), create(to, *rest))[1]
    )
    assert fetch(f"http://rebinding.example:{hostile.port}/page").raw == PAGE
    assert (asked, connected) == (["rebinding.example"], ["127.0.0.1"])
    assert f"Host: rebinding.example:{hostile.port}".encode() in hostile.requests[-1]


def test_a_redirect_from_https_to_http_is_refused():
    """What came safely is not replaced by what anybody on the way could change."""
    with pytest.raises(AddressRefused, match=r"from https to http://example\.org/a"):
        download._next(download.parse_address("https://example.org/"), "http://example.org/a")


def test_a_server_without_a_certificate_is_refused(hostile):
    """Nothing is asked of it."""
    number = len(hostile.requests)
    with pytest.raises(AddressRefused, match="could not be fetched"):
        fetch(hostile.url("/page").replace("http://", "https://"), allow_private=True, patience_seconds=5)
    assert not any(b"GET" in request for request in hostile.requests[number:])


def test_certificates_are_checked(hostile, monkeypatch):
    """By the system's list, and for the name of the host that was asked for."""
    asked = []

    wrap = ssl.SSLContext.wrap_socket

    def noted(self, sock, **named):
        asked.append((self.check_hostname, self.verify_mode, named["server_hostname"]))
        return wrap(self, sock, **named)

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", noted)
    monkeypatch.setattr(download, "resolve", lambda *_, **__: ("127.0.0.1",))
    with pytest.raises(AddressRefused):
        fetch(f"https://secure.example:{hostile.port}/page", patience_seconds=5)
    assert asked == [(True, ssl.CERT_REQUIRED, "secure.example")]


def test_who_is_left_is_let_go(hostile):
    """The thread of a request that took too long ends, and with it the connection."""
    with pytest.raises(AddressRefused):
        get(hostile, "/drip", patience_seconds=0.3)
    deadline = time.monotonic() + 3
    while any(thread.name == download.THREAD for thread in threading.enumerate()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(thread.name == download.THREAD for thread in threading.enumerate())
