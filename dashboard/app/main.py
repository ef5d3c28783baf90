"""Entry script: navigation. The router is data."""

import streamlit as st

from collections.abc import Callable

from dashboard.app import state
from dashboard.app.bar import bar
from dashboard.app.components import show
from dashboard.app.loaded import validation
from dashboard.app.marks_key import marks_key
from dashboard.app.markup import joined
from dashboard.app.pages import data, situation
from dashboard.app.shown import Shown
from dashboard.app.styles import style_block

PAGES = {"": ("Situation", situation.page), "data": ("Data", data.page)}
"""Path in the address to title and page."""


def main() -> None:
    """Draw the bar and the page that the address asks for."""
    st.set_page_config(page_title="Dateline", layout="wide")
    st.html(style_block().html)
    shown = Shown(validation(), state.mode(), state.selected())
    pages = {
        path: st.Page(_drawn(path, shown), title=title, url_path=path, default=not path)
        for path, (title, _) in PAGES.items()
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    titles = {path: title for path, (title, _) in PAGES.items()}
    selected = shown.title_of(shown.selected) if shown.selected else ""
    show(
        joined(bar(titles, chosen.url_path, shown.mode, selected), marks_key()),
        "bar",
        escapes=state.can_let_go(),
        themes=True,
    )
    wanted = state.wanted_page()
    if wanted is not None and wanted in pages and wanted != chosen.url_path:
        st.switch_page(pages[wanted], query_params=state.query())
    chosen.run()


def _drawn(path: str, shown: Shown) -> Callable[[], None]:
    return lambda: PAGES[path][1](shown)


main()
