"""What a form needs and seldom changes, sent in pieces: each run sends those that the browser does not have.

With ten thousand events their names alone are a megabyte. A browser says by one fingerprint what it has; a new event
changes one piece.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dashboard.app.shell import mapping_of, state

_ABOUT: Final = 128
"""Rows of a piece, on average: it ends behind a row whose id says so, so that a row more changes no other piece."""
_MOST_KEPT: Final = 3
_SENT: Final = "pieces sent to forms"
_HAS: Final = "pieces that forms have"


@dataclass(frozen=True, slots=True)
class ChoicePiece:
    """Some rows of a list."""

    rows: tuple[Any, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class FormChoices:
    """Lists by their names, in pieces."""

    lists: Mapping[str, tuple[ChoicePiece, ...]]
    fingerprint: str
    """Stands for all of them."""

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[Any]], **pieces: tuple[ChoicePiece, ...]) -> "FormChoices":
        """The lists, cut; and those that are cut into `pieces` already."""
        cut = {name: pieces_of(rows) for name, rows in lists.items()} | pieces
        named = {name: [each.fingerprint for each in pieces] for name, pieces in cut.items()}
        return cls(cut, _fingerprint(named))

    @property
    def by_fingerprint(self) -> dict[str, tuple[Any, ...]]:
        """The rows of each piece."""
        return {each.fingerprint: each.rows for pieces in self.lists.values() for each in pieces}


def choices_to_send(component: str, wanted: FormChoices) -> dict[str, Any]:
    """What is sent of `wanted` to the form of this key, by what its browser has reported that it has."""
    has, lacks = _reported_by(component)
    sent: Mapping[str, frozenset[str]] = state.recall(_SENT) or {}
    known = sent.get(has) if lacks != wanted.fingerprint else None
    pieces = wanted.by_fingerprint
    others = {each: names for each, names in sent.items() if each != wanted.fingerprint}
    state.remember(_SENT, {**dict(list(others.items())[-_MOST_KEPT:]), wanted.fingerprint: frozenset(pieces)})
    if known is not None and has == wanted.fingerprint:
        return {"fingerprint": has}
    return {
        "fingerprint": wanted.fingerprint,
        "lists": {name: [each.fingerprint for each in parts] for name, parts in wanted.lists.items()},
        "pieces": {each: list(rows) for each, rows in pieces.items() if each not in (known or ())},
    }


def send_again() -> None:
    """The browser lacks some of it, and has said so: the run that follows sends all."""


def _reported_by(component: str) -> tuple[str, str]:
    """The fingerprints of what the browser has, and of what it was told of but has not."""
    reported = state.reported_by(component)
    last = mapping_of(reported.get("pressed")) or mapping_of(reported.get("draft"))
    has = str(last.get("has") or state.recall(_HAS) or "")
    state.remember(_HAS, has)
    return has, str(reported.get("lacks") or "").partition(" ")[0]


def pieces_of(rows: Iterable[Any]) -> tuple[ChoicePiece, ...]:
    """The rows of a list, cut."""
    return tuple(_cut_rows(rows))


def _cut_rows(rows: Iterable[Any]) -> Iterable[ChoicePiece]:
    piece: list[Any] = []
    for row in rows:
        piece.append(row)
        if zlib.crc32(str(row[0] if isinstance(row, list) else row).encode()) % _ABOUT == 0:
            yield _piece(piece)
            piece = []
    if piece:
        yield _piece(piece)


def _piece(rows: list[Any]) -> ChoicePiece:
    return ChoicePiece(tuple(rows), _fingerprint(rows))


def _fingerprint(value: Any) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:16]
