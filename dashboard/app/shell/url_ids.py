"""Many events in one part of the address: their ids, or, of very many, a few letters for each."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from typing import Final

EVERY: Final = "all"
"""Every event that is shown. No list of ids is alike: of one event there is none."""

MOST_IDS: Final = 24
"""More ids make an address that mail and chat programs cut off."""

_SHORT: Final = "~"
_LETTERS: Final = 5  # of 2,000 events, one in 500 workspaces has two that share them


def encode(events: Sequence[str]) -> str:
    """The events as one value of the address."""
    if len(events) <= MOST_IDS:
        return ",".join(events)
    return _SHORT + "".join(map(_sign, events))


def decode(value: str, known: Iterable[str]) -> tuple[str, ...]:
    """The ids that `encode` was given, each once; of shortened ones, those that are `known`."""
    if not value.startswith(_SHORT):
        return tuple(dict.fromkeys(filter(None, value.split(","))))
    letters = value.removeprefix(_SHORT)
    by_sign = {_sign(event): event for event in known}
    signs = (letters[at : at + _LETTERS] for at in range(0, len(letters), _LETTERS))
    return tuple(dict.fromkeys(by_sign[sign] for sign in signs if sign in by_sign))


def _sign(event: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(event.encode()).digest())[:_LETTERS].decode()
