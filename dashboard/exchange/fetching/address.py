"""Addresses of documents: which may be asked for, and which machines may be connected to."""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import quote, urlsplit

from dashboard.errors import DatelineError

SCHEMES: Final = {"http": 80, "https": 443}
LONGEST: Final = 2000
"""Characters of an address; a description takes no more."""
_NAT64: Final = IPv6Network("64:ff9b::/96")
_LEFT_AS_IT_IS: Final = "!#$%&'()*+,/:;=?@[]~"


class AddressRefused(DatelineError):
    """Raised for an address that is not asked for, or whose answer is no document; the message says what to do."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address taken apart."""

    scheme: str
    """`http` or `https`."""
    host: str
    """A name in ASCII, or the number of a machine, without brackets."""
    port: int
    target: str
    """The path and the query, as they are asked for."""

    @property
    def host_header(self) -> str:
        """The host as a request names it: with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == SCHEMES[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as one text, without a fragment."""
        return f"{self.scheme}://{self.host_header}{self.target}"


def is_address(given: str) -> bool:
    """Whether what was named is an address, and not a file."""
    return "://" in given[:20] and not given.startswith(("/", "."))


def parse_address(given: str) -> WebAddress:
    """Take an address apart. Raises `AddressRefused`."""
    given = given.strip()
    if len(given) > LONGEST:
        raise AddressRefused(f"The address has {len(given):,} characters. The limit is {LONGEST:,}.")
    if any(letter.isspace() or not letter.isprintable() for letter in given):
        raise AddressRefused("The address has a space or an invisible character in it. Remove it.")
    try:
        parts = urlsplit(given)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressRefused(f"This is not an address: {error}.") from error
    if parts.scheme not in SCHEMES:
        raise AddressRefused(f"Only http and https addresses are fetched, not {parts.scheme}. Save the document first.")
    if not host:
        raise AddressRefused("The address has no host. Write it as https://www.example.org/the-document.")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused("The address has a user name or password in it. Remove it, or save the document first.")
    path = quote(parts.path or "/", safe=_LEFT_AS_IT_IS)
    query = f"?{quote(parts.query, safe=_LEFT_AS_IT_IS)}" if parts.query else ""
    return WebAddress(parts.scheme, _ascii_host(host), port or SCHEMES[parts.scheme], path + query)


def _ascii_host(host: str) -> str:
    if ":" in host:
        return host
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise AddressRefused(f"“{host}” is not the name of a host.") from error


def resolve(address: WebAddress, *, allow_private: bool = False) -> tuple[str, ...]:
    """The numbers of the machines that have the address's name. Raises `AddressRefused` for a private one.

    The one to connect to is chosen among these: asked again, the name may give others.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise AddressRefused(
            f"{address.host} was not found ({reason}). Check the address, and whether this machine is online."
        ) from error
    numbers = tuple(dict.fromkeys(str(each[4][0]) for each in found))
    if not allow_private and (private := [number for number in numbers if is_private(number)]):
        where = (
            f"{address.host} is" if private[0] == address.host else f"{address.host} leads to {private[0]}, which is"
        )
        raise AddressRefused(
            f"{where} inside a private network, or this machine itself. If you mean it, use --allow-private."
        )
    if not numbers:
        raise AddressRefused(f"{address.host} was not found. Check the address.")
    return numbers


def is_private(number: str) -> bool:
    """Whether a machine's number is not one of the public internet: private, local, reserved or multicast.

    IPv6 numbers that stand for one of IPv4 (mapped, NAT64, 6to4) are as private as that is.
    """
    try:
        address = ip_address(number.partition("%")[0])
    except ValueError:
        return True
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or (IPv4Address(int(address) & 0xFFFF_FFFF) if address in _NAT64 else None)
        if inner is not None:
            return is_private(str(inner))
        if address.is_site_local or (address.sixtofour is not None and is_private(str(address.sixtofour))):
            return True
    return not address.is_global or address.is_multicast or address.is_reserved
