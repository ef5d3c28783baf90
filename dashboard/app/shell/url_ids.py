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


def told(events: Sequence[str]) -> str:
    """What stands in the address for these events."""
    if len(events) <= MOST_IDS:
        return ",".join(events)
    return _SHORT + "".join(map(_sign, events))


def named(value: str, known: Iterable[str]) -> tuple[str, ...]:
    """The ids that `told` made this of, each once; those that were shortened only where they are `known`."""
    if not value.startswith(_SHORT):
        return tuple(dict.fromkeys(filter(None, value.split(","))))
    letters = value.removeprefix(_SHORT)
    by_sign = {_sign(event): event for event in known}
    signs = (letters[at : at + _LETTERS] for at in range(0, len(letters), _LETTERS))
    return tuple(dict.fromkeys(by_sign[sign] for sign in signs if sign in by_sign))


def _sign(event: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(event.encode()).digest())[:_LETTERS].decode()
