"""Which addresses are asked for, and which machines are public."""

import socket

import pytest

from dashboard.exchange.fetching import address
from dashboard.exchange.fetching.address import AddressRefused, is_address, is_private, parse_address, resolve

PRIVATE = (
    *("127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
    *("224.0.0.1", "224.0.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "ff0e::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:a00:1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:c0a8:101::", "::127.0.0.1"),
    *("2001:0:4136:e378:8000:63bf:3fff:fdd2", "nonsense"),
)
PUBLIC = ("8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::")


@pytest.mark.parametrize("number", PRIVATE)
def test_what_is_not_of_the_public_internet_is_private(number):
    """Private, local, reserved, multicast, and the same written in IPv6."""
    assert is_private(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_what_is_public_is_not_private(number):
    """Also where IPv6 only wraps it."""
    assert not is_private(number)


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/a?b=c#d", "https://example.org/a?b=c"),
        ("http://example.org:8080/a/../b", "http://example.org:8080/a/../b"),
        ("http://[2606:4700::1111]:81/x", "http://[2606:4700::1111]:81/x"),
        ("https://пирс.example/порт?город=Лорн", None),
        ("https://example.org/100%25", "https://example.org/100%25"),
    ],
)
def test_an_address_is_taken_apart(given, url):
    """In ASCII, without its fragment; taken apart again it is the same."""
    found = parse_address(given)
    assert found.url.isascii()
    assert url in (None, found.url)
    assert parse_address(found.url) == found


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("ftp://example.org/a", "Only http and https"),
        ("file:///etc/passwd", "Only http and https"),
        ("javascript://x", "Only http and https"),
        ("http://", "no host"),
        ("http:///a", "no host"),
        ("http://user@example.org/", "user name or password"),
        ("http://:secret@example.org/", "user name or password"),
        ("http://exa mple.org/", "space or an invisible"),
        ("http://example.org/\r\nHost: x", "space or an invisible"),
        ("http://example.org/\u202e", "space or an invisible"),
        ("http://example.org:99999/", "not an address"),
        ("http://[::1/", "not an address"),
        (f"http://{'a' * 70}.org/", "not the name of a host"),
        (f"http://example.org/{'a' * 2000}", "The limit is 2,000"),
    ],
)
def test_what_is_no_address_is_said(given, said):
    """With what to do, and before anything is asked for."""
    with pytest.raises(AddressRefused, match=said):
        parse_address(given)


@pytest.mark.parametrize("name", ["a.txt", "/a://b", "./a://b", "C:/a", "http:a", "a" * 30 + "://b"])
def test_a_file_is_no_address(name):
    """Whatever it is called."""
    assert not is_address(name)


def answers(monkeypatch, *numbers):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in numbers]
    monkeypatch.setattr(address.socket, "getaddrinfo", lambda *_, **__: found)


def test_a_name_that_leads_inside_is_refused(monkeypatch):
    """Even if it also leads outside: the next answer may be the other one."""
    answers(monkeypatch, "8.8.8.8", "10.0.0.5")
    with pytest.raises(AddressRefused, match=r"intranet\.example leads to 10\.0\.0\.5, which is inside"):
        resolve(parse_address("http://intranet.example/"))
    assert resolve(parse_address("http://intranet.example/"), allow_private=True) == ("8.8.8.8", "10.0.0.5")


@pytest.mark.parametrize("host", ["127.1", "2130706433", "017700000001", "localhost"])
def test_this_machine_is_known_under_all_its_names(host):
    """However its number is written."""
    with pytest.raises(AddressRefused, match="inside a private network"):
        resolve(parse_address(f"http://{host}/"))


def test_a_name_that_nobody_has_is_said(monkeypatch):
    """With what to check."""

    def fails(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(address.socket, "getaddrinfo", fails)
    with pytest.raises(AddressRefused, match=r"was not found \(Name or service not known\)\. Check the address"):
        resolve(parse_address("http://no-such.example/"))
