"""What HTML alone cannot do for a page to be read: arriving at a place in it, notes beside their words, keys."""

import streamlit as st

from dashboard.app.scripts import module

_aid = st.components.v2.component(
    "dateline_reader",
    js=module("reader"),
    isolate_styles=False,
)


def arrive(at: str, key: str) -> None:
    """Scroll to the element with `data-arrive`, each time that `at` becomes another; without one, to the top.

    Also puts the notes of a `dl-reader` beside their words, and answers the keys of links with `data-key`.
    """
    _aid(key=key, data=[{"at": at}])
