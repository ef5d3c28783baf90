"""Two places for pages, used in turn: while a page comes into the one, the page before it stays whole in the other.

The browser shows one of the two (`turn.js`). What a run has not yet drawn anew, Streamlit leaves as it was.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from dashboard.app.shell import state

SLOTS: Final = ("a", "b")


@contextmanager
def slot_for(page: str) -> Iterator[str]:
    """Draw `page` in the place where it stands already, else in the one that is not seen. Gives the place's name."""
    shown, slot = state.recall("page-shown") or (page, SLOTS[0])
    name = slot if page == shown else next(each for each in SLOTS if each != slot)
    places = {each: st.container(key=f"slot-{each}") for each in SLOTS}
    with places[name]:
        yield name


def shows(page: str, slot: str) -> None:
    """Remember which page stands where, once the browser has been told to show it."""
    state.remember("page-shown", (page, slot))
