"""The address that the server listens at: host and port, and who can reach it there."""

import errno
import os
import socket
from ipaddress import ip_address

from dashboard.errors import DatelineError

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 8501
PORTS_TRIED = 100


class CannotListen(DatelineError):
    """The host or the port is not to be had."""


def free_port(host: str, wanted: int | None) -> int:
    """The port that was asked for, else the first free one from `DEFAULT_PORT` on. Raises `CannotListen`."""
    if wanted is not None:
        if not is_free(host, wanted):
            raise CannotListen(f"Port {wanted} is in use on {host}. Choose another port with --port, or leave it out.")
        return wanted
    ports = range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED)
    for port in ports:
        if is_free(host, port):
            return port
    raise CannotListen(f"No port from {ports[0]} to {ports[-1]} is free on {host}. Choose a port with --port.")


def is_free(host: str, port: int) -> bool:
    """Whether a server can listen there. Raises `CannotListen` where it never could."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise CannotListen(f"Cannot listen on {host}, port {port}: {error.strerror}.") from error
    return True


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`; a name other than localhost might be reached by others."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(host: str, port: int) -> str:
    """What to type into a browser on this machine."""
    reached = {"0.0.0.0": LOOPBACK, "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104  it is read here, not bound
    return f"http://{reached}:{port}"
