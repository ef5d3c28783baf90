"""Many events in one part of the address: their ids; of many a few letters for each, of very many one sign for all."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dashboard.cache import SharedCache

EVERY: Final = "all"
"""Every event that is shown. No list of ids is alike: of one event there is none."""

MOST_IDS: Final = 24
"""More ids make an address that mail and chat programs cut off."""

MOST_SIGNS: Final = 400
"""More letters make an address that servers refuse; and of 100,000 events, some share theirs."""
MOST_TOLD: Final = 5_000
"""Where the marks of a figure stand for more events, the page is told a sign of each with more than `FEW`."""
FEW: Final = 2
"""The ids of so many are as short as a sign."""

_SHORT: Final = "~"
_TOGETHER: Final = "*"
_MOST_TOGETHER: Final = 40_000
_LETTERS: Final = 5  # of 2,000 events, one in 500 workspaces has two that share them
_LETTERS_OF_ALL: Final = 16
_signs: Final[SharedCache[str]] = SharedCache(_MOST_TOGETHER)
_together: Final[SharedCache[tuple[str, ...]]] = SharedCache(_MOST_TOGETHER)
"""What figures have told as signs: lists that the figures have themselves."""


def encode(events: Sequence[str]) -> str:
    """The events as one value of the address."""
    if len(events) <= MOST_IDS:
        return ",".join(events)
    return _SHORT + "".join(map(_sign, events)) if len(events) <= MOST_SIGNS else sign_of_all(tuple(events))


def sign_of_all(events: tuple[str, ...]) -> str:
    """One sign for all of these events, which this server knows from now on."""
    sign = _signs.get(id(events), events, lambda: _TOGETHER + _digest("\n".join(events))[:_LETTERS_OF_ALL])
    _together.get(sign, None, lambda: events)
    return sign


def list_for_page(events: tuple[str, ...], selected: str | None) -> list[str]:
    """What a page is told in place of many events: their sign, how many they are, and the selected one among them."""
    within = [selected] if selected is not None and selected in events else []
    return [sign_of_all(events), f"{len(events)}", *within]


def events_behind(told: Sequence[str]) -> Sequence[str]:
    """The events that a page reports; of a sign those that it stands for, none where the server has begun anew."""
    return (_together.find(told[0]) or ()) if told and told[0].startswith(_TOGETHER) else told


def is_unknown(value: str) -> bool:
    """Whether a value of the address is the sign of events that no figure of this server has told yet."""
    return value.startswith(_TOGETHER) and _together.find(value) is None


def decode(value: str, known: Iterable[str]) -> tuple[str, ...]:
    """The ids that `encode` was given, each once; of shortened ones, those that are `known`."""
    if value.startswith(_TOGETHER):
        here = known if isinstance(known, Mapping) else frozenset(known)
        return tuple(event for event in _together.find(value) or () if event in here)
    if not value.startswith(_SHORT):
        return tuple(dict.fromkeys(filter(None, value.split(","))))
    letters = value.removeprefix(_SHORT)
    by_sign = {_sign(event): event for event in known}
    signs = (letters[at : at + _LETTERS] for at in range(0, len(letters), _LETTERS))
    return tuple(dict.fromkeys(by_sign[sign] for sign in signs if sign in by_sign))


def _sign(event: str) -> str:
    return _digest(event)[:_LETTERS]


def _digest(text: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()
