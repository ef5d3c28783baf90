"""Fetches the document at an address: each redirect is checked as the first address is, and a clock runs over all."""

import http.client
import re
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from urllib.parse import urljoin

from dashboard.exchange.fetching.address import AddressRefused, WebAddress, is_private, parse_address, resolve
from dashboard.exchange.fetching.body import read_body
from dashboard.exchange.fetching.connection import CheckedConnection

MOST_REDIRECTS: Final = 5
PATIENCE_SECONDS: Final = 30.0
"""For all of it: names, connections, redirects and the document."""
THREAD: Final = "fetch"
"""The name of the thread that waits for a server."""
_SILENCE_SECONDS: Final = 15.0
"""Between two pieces of an answer."""
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_OK: Final = 200
_NOT_MODIFIED: Final = 304
_VALIDATORS: Final = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}
_VALIDATOR: Final = re.compile(r"[ -~]{1,300}")


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """What an address gave."""

    url: str
    """The address that it was fetched from, after redirects."""
    raw: bytes
    content_type: str = ""
    """The type that the server gave: `text/html`; in lower case, without parameters. Empty if it gave none."""
    charset: str | None = None
    """The encoding that the server gave with the type."""
    redirects: tuple[str, ...] = ()
    """The addresses that led there, the first of them as it was named."""
    validators: Mapping[str, str] = field(default_factory=dict)
    """Headers by which this version is told from others the next time."""
    is_known: bool = False
    """Whether the server has no other version than the one that was known; then there are no bytes."""


@dataclass(slots=True)
class _Attempt:
    """One attempt, in a thread of its own."""

    connection: CheckedConnection | None = None
    document: FetchedDocument | None = None
    failure: BaseException | None = None
    is_given_up: bool = False
    done: threading.Event = field(default_factory=threading.Event)


def fetch(
    given: str,
    *,
    allow_private: bool = False,
    patience_seconds: float = PATIENCE_SECONDS,
    validators: Mapping[str, str] = MappingProxyType({}),
) -> FetchedDocument:
    """The document at an address that somebody named. Raises `AddressRefused`.

    Nothing but this document is asked for. `allow_private`: also from this machine and networks that are not public.
    `validators`, of the version that is known, ask for another version only (RFC 9110, section 13).
    """
    attempt = _Attempt()
    worker = threading.Thread(
        target=_run, args=(attempt, given, allow_private, patience_seconds, validators), name=THREAD, daemon=True
    )
    worker.start()
    try:
        is_done = attempt.done.wait(patience_seconds)
    finally:
        attempt.is_given_up = True
        if attempt.connection is not None:
            attempt.connection.break_off()
    if attempt.failure is not None:
        raise attempt.failure
    if not is_done or attempt.document is None:
        raise AddressRefused(f"{given} did not give the document within {patience_seconds:g} seconds. Try again later.")
    return attempt.document


def _run(
    attempt: _Attempt, given: str, allow_private: bool, patience_seconds: float, validators: Mapping[str, str]
) -> None:
    try:
        attempt.document = _follow(attempt, given, allow_private, time.monotonic() + patience_seconds, validators)
    except AddressRefused as error:
        attempt.failure = error
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message or error.reason
        attempt.failure = AddressRefused(f"The certificate of {given} is not valid ({reason}). Nothing was fetched.")
    except (OSError, http.client.HTTPException, ValueError) as error:
        attempt.failure = AddressRefused(f"{given} could not be fetched: {_reason(error)}. Try again later.")
    except Exception as error:  # noqa: BLE001  a fault of the program: raised where somebody waits for it
        attempt.failure = error
    finally:
        attempt.done.set()


def _reason(error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join((words or type(error).__name__).split())[:200].rstrip(".")


def _follow(
    attempt: _Attempt, given: str, allow_private: bool, deadline: float, validators: Mapping[str, str]
) -> FetchedDocument:
    address, before, is_inside = parse_address(given), list[str](), allow_private
    while True:
        numbers = resolve(address, allow_private=allow_private)
        leads_inside = any(map(is_private, numbers))
        if before and allow_private and leads_inside and not is_inside:
            raise AddressRefused(
                f"{before[-1]} redirects into a private network, to {address.url}. If you trust it, name that address "
                "itself."
            )
        is_inside = leads_inside  # from outside, no redirect leads in
        remaining = deadline - time.monotonic()
        if remaining <= 0 or attempt.is_given_up:
            raise TimeoutError("it took too long")
        attempt.connection = CheckedConnection(address, numbers, min(remaining, _SILENCE_SECONDS))
        try:
            with attempt.connection.ask(validators) as answer:
                if answer.status == _NOT_MODIFIED and validators:
                    return FetchedDocument(address.url, b"", redirects=tuple(before), is_known=True)
                if answer.status not in _REDIRECTS:
                    return _document(address, answer, tuple(before))
                before.append(address.url)
                address = _next(address, answer.getheader("Location") or "")
        finally:
            attempt.connection.close()
        if len(before) > MOST_REDIRECTS:
            raise AddressRefused(f"{given} redirects more than {MOST_REDIRECTS} times. Name the last address itself.")


def _next(address: WebAddress, location: str) -> WebAddress:
    """The address that a redirect leads to."""
    if not location:
        raise AddressRefused(f"{address.url} redirects, but does not say where.")
    try:
        following = parse_address(urljoin(address.url, location))
    except (AddressRefused, ValueError) as error:
        raise AddressRefused(f"{address.url} redirects to an address that is not fetched. {error}") from error
    if (address.scheme, following.scheme) == ("https", "http"):
        raise AddressRefused(
            f"{address.url} redirects from https to {following.url}, which anybody on the way could change. If you "
            "trust it, name that address."
        )
    return following


def _document(address: WebAddress, answer: http.client.HTTPResponse, before: tuple[str, ...]) -> FetchedDocument:
    if answer.status != _OK:
        words = f"{answer.status} {' '.join((answer.reason or '').split())}"[:80].strip()
        raise AddressRefused(f"{address.url} gives no document: the server answered {words}.")
    kind = answer.headers.get_content_type() if answer.getheader("Content-Type") else ""
    charset = answer.headers.get_content_charset()
    return FetchedDocument(address.url, read_body(answer), kind, charset, before, _validators(answer))


def _validators(answer: http.client.HTTPResponse) -> Mapping[str, str]:
    given = {asked: answer.getheader(name) or "" for asked, name in _VALIDATORS.items()}
    return {asked: value for asked, value in given.items() if _VALIDATOR.fullmatch(value)}
