"""What a page has put into the browser, in order: boxes and components. From this alone it can be put there again."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final

import streamlit as st

BOX: Final = "box"
"""The kind of what holds others; the other kinds are those of components."""
_PAGE: Final = ""
"""What is in no box stands in the page itself."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box or a component of a page."""

    kind: str
    key: str
    box: str
    """The key of the box in which it stands; empty in the page itself."""
    data: Mapping[str, Any]
    """What a component is given."""


_noted: ContextVar[list[Placed] | None] = ContextVar("noted", default=None)
_inside: ContextVar[str] = ContextVar("inside", default=_PAGE)


class PageBox:
    """A container of the page with a key. What is drawn while it is entered stands in it."""

    def __init__(self, key: str) -> None:
        self._key = key
        note(BOX, key, {})
        self._container = st.container(key=key)
        self._tokens: list[Token[str]] = []

    def __enter__(self) -> None:
        self._tokens.append(_inside.set(self._key))
        self._container.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._container.__exit__(kind, error, trace)
        _inside.reset(self._tokens.pop())


@contextmanager
def recording() -> Iterator[list[Placed]]:
    """All that is placed while the context lasts."""
    placed: list[Placed] = []
    token, inside = _noted.set(placed), _inside.set(_PAGE)
    try:
        yield placed
    finally:
        _noted.reset(token)
        _inside.reset(inside)


def note(kind: str, key: str, data: Mapping[str, Any]) -> None:
    """Note that a box or a component is placed here, if anybody records."""
    if (placed := _noted.get()) is not None:
        placed.append(Placed(kind, key, _inside.get(), data))
