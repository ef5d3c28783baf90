"""No connection leaves this machine: what tries to is stopped, and noted even where the exception is swallowed.

Built on audit hooks, which see every connection of the interpreter, whoever makes it. `sitecustomize.py` beside this
brings the guard into a process that a test starts: put this folder on its PYTHONPATH and name a file for the notes in
OFFLINE_NOTES.
"""

import os
import sys
from ipaddress import ip_address
from pathlib import Path
from typing import Any

ATTEMPTS: list[str] = []
"""What was tried in this process."""

_ADDRESS_AT = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}
_NAME_AT = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}


class LeftTheMachine(OSError):
    """Something reached for an address elsewhere. An `OSError`, as it would meet on a machine with no network."""


def stays_here(host: Any) -> bool:
    """Whether `host` is this machine. What is no name or address (a local socket's path, none) is."""
    if not isinstance(host, str) or host in ("", "localhost"):
        return True
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def asked_of(event: str, arguments: tuple[Any, ...]) -> str | None:
    """The host elsewhere that an audited call is about, or None."""
    if event in _ADDRESS_AT:
        address = arguments[_ADDRESS_AT[event]]
        host = address[0] if isinstance(address, tuple) and address else None
    elif event in _NAME_AT:
        host = arguments[_NAME_AT[event]]
        host = host.decode() if isinstance(host, bytes) else host
        if isinstance(host, str) and host.replace(".", "").isdigit():
            return None  # a number is not looked up anywhere
    else:
        return None
    return None if stays_here(host) else host


def guard(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook."""
    if host := asked_of(event, arguments):
        attempt = f"{event} {host}"
        ATTEMPTS.append(attempt)
        if notes := os.environ.get("OFFLINE_NOTES"):
            with Path(notes).open("a", encoding="utf-8") as file:
                file.write(attempt + "\n")
        raise LeftTheMachine(attempt)


def begin() -> None:
    """Guard this process until it ends: a hook cannot be taken back."""
    sys.addaudithook(guard)
