"""Entry script. The router is data."""

import streamlit as st

from dashboard.app import state
from dashboard.app.banner import stopped
from dashboard.app.bar import bar
from dashboard.app.components import show
from dashboard.app.loaded import validation
from dashboard.app.marks_key import marks_key
from dashboard.app.markup import joined
from dashboard.app.pages import data, situation
from dashboard.app.shown import Shown
from dashboard.app.styles import style_block
from dashboard.errors import DatelineError

PAGES = {"": ("Situation", situation.page), "data": ("Data", data.page)}
"""Name in the address to title and page."""


def page() -> None:
    """Draw the bar and the page that the address asks for."""
    name = state.page() if state.page() in PAGES else ""
    title, draw = PAGES[name]
    st.set_page_config(page_title=f"{title} - Dateline")
    st.html(style_block().html)
    try:
        shown = Shown(validation(), state.mode(), state.selected())
    except DatelineError as error:
        show(stopped(str(error)), "stopped", themes=True)
        return
    titles = {page: title for page, (title, _) in PAGES.items()}
    top = joined(bar(titles, name, shown.mode), marks_key())
    said = f"Selected: {shown.title_of(shown.selected)}" if shown.selected else ""
    show(top, "bar", said=said, escapes=state.can_let_go(), themes=True)
    draw(shown)


st.set_page_config(layout="wide")
st.navigation([st.Page(page, title="Dateline")], position="hidden").run()  # or Streamlit would make a menu of pages/
