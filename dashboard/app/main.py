"""Entry script."""

import os
import sys
from functools import partial
from importlib import import_module
from typing import Final

import streamlit as st

from dashboard.app.filters import search_field
from dashboard.app.first_page import KeptPage, keep_page, kept_page, reading_note
from dashboard.app.frame import (
    banner,
    bar,
    broken_off,
    checking_note,
    checking_page,
    embedded_bar,
    keys_sheet,
    marks_key,
    no_workspace,
    played_line,
    print_line,
    shows,
    slot_for,
    stay_current,
    tab_title,
    tell_answered,
    waits_for_checks,
)
from dashboard.app.parts import place_again, recording, show
from dashboard.app.shell import (
    IN_THE_BAR,
    OF_IMPORTS,
    PAGES,
    WITHOUT_BAR,
    WRITES,
    PageContext,
    as_played,
    cache_of_workspace,
    has_imports,
    latest,
    read_only,
    root,
    state,
)
from dashboard.clock import today
from dashboard.errors import DatelineError
from dashboard.text.markup import NOTHING, join

TELLS_OF_PLAYING: Final = ("", WITHOUT_BAR)
"""Pages that tell of a day that is played by themselves: the one that is played, and the one without a bar."""


def current_page() -> None:
    """Draw the bar and the page that the address asks for."""
    state.begin_run()
    state.repeat_address()
    if (kept := kept_page()) is not None:
        _draw_kept(kept)
        return
    name = state.page() if state.page() in PAGES else ""
    title, module = PAGES[name]
    try:
        loaded, mode = latest(look=state.has_just_begun()), state.mode()  # a page just opened: as files are now
        page = PageContext(
            loaded.validation,
            mode,
            state.selected_event(),
            state.asked_for(),
            prepare=partial(loaded.catalogue, mode),
        )
    except DatelineError as error:
        st.set_page_config(page_title=tab_title(title, "Dateline"))
        stay_current(cache_of_workspace(root()).version)
        st.empty()
        with slot_for("stopped") as slot:
            show(no_workspace(str(error)), "stopped", themes=True)
        _end("stopped", slot)
        return
    st.set_page_config(page_title=tab_title(title, page.workspace.name))
    is_complete = loaded.validation.is_complete
    stay_current(loaded.version, **({} if is_complete else {"changed": "Checked: drawing the page again"}))
    with recording() as above:
        if name == WITHOUT_BAR:
            st.empty()  # the places of pages stand third, with a bar or without one
        else:
            _bar(name, page)
    with slot_for(name) as slot, recording() as below:
        if name not in TELLS_OF_PLAYING and (until := state.until()):
            show(played_line(until), "played")
        if waits_for_checks(name, page):
            show(checking_page(), "waits", themes=name == WITHOUT_BAR)
        else:
            _draw(title, module, page)
        if not is_complete:
            show(checking_note(*cache_of_workspace(root()).checks_progress), "checking")
    _end(name, slot)
    if not is_complete:
        return
    keep_page(loaded.version, loaded.files, tab_title(title, page.workspace.name), above, below)


def _draw_kept(kept: KeptPage) -> None:
    """Draw the first page as it was kept, and let the records be read; the page is drawn anew when they are."""
    here = cache_of_workspace(root())
    st.set_page_config(page_title=kept.title)
    stay_current(here.version, changed="Reading the records")
    place_again(kept.bar)
    with slot_for("") as slot:
        place_again(kept.below)
        show(reading_note(kept.files, kept.day, today()), "reading")
    _end("", slot)
    here.go_on()


def _end(name: str, slot: str) -> None:
    """Let the browser show what has been drawn."""
    tell_answered(name, slot)
    shows(name, slot)
    state.end_run()


def _bar(name: str, page: PageContext) -> None:
    """Draw what stands above every page."""
    title, _ = PAGES[name]
    day = today()
    wrong = NOTHING if name == "data" else banner(page.validation)
    played = as_played(page) if name == "" else page
    offered = {WRITES: not read_only(), OF_IMPORTS: has_imports()}
    pages = {each: told for each, told in IN_THE_BAR.items() if offered.get(each, True)}
    if state.is_embedded():
        top = embedded_bar(page.workspace.name, state.address_of_all())
    else:
        top = bar(page.workspace.name, pages, name, page.mode, search_field(page), wrong)
    said = f"{title}. Selected: {page.title_of(page.selected)}" if page.selected else title
    show(
        join(top, print_line(title, played, day), marks_key(is_checking=not page.validation.is_complete), keys_sheet()),
        "bar",
        said=said,
        escapes=bool(state.in_the_card()),
        themes=True,
    )


def _draw(title: str, module: str, page: PageContext) -> None:
    """Draw what stands below the bar. A fault of the program is a sentence there, unless `DATELINE_DEBUG` is set."""
    try:
        import_module(f"dashboard.app.pages.{module}.page").draw(page)
    except Exception as error:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        message = f"{type(error).__name__} on the page {title}."
        sys.stderr.write(f"dateline: {message} This is a fault of Dateline; DATELINE_DEBUG=1 shows where.\n")
        show(broken_off(message), "broken-off")


st.set_page_config(layout="wide")
st.navigation(
    [st.Page(current_page, title="Dateline")], position="hidden"
).run()  # or Streamlit would make a menu of pages/
