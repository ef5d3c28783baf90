"""Changes page: what is otherwise since a day, a revision or a briefing."""

import datetime as dt
from pathlib import Path

import streamlit as st

from dashboard.app import state
from dashboard.app.beside import beside_card
from dashboard.app.calendar_file import calendar_button
from dashboard.app.changes.choice import choices, since_bar
from dashboard.app.changes.compared import Compared, compared
from dashboard.app.changes.head import changes_head, nothing_changed, without_history
from dashboard.app.changes.lists import lists
from dashboard.app.filters.bar import asked_line
from dashboard.app.live import at_work
from dashboard.app.loaded import root
from dashboard.app.parts.components import show
from dashboard.app.shown import Shown
from dashboard.errors import DatelineError
from dashboard.exchange.feeds.atom import Feed, atom
from dashboard.query.changes.known import known_moments
from dashboard.store.identity import identity_of


def page(shown: Shown) -> None:
    """Since when; head and files; the lists with the card beside them; or in a sentence why there is nothing."""
    now = dt.datetime.now(dt.UTC)
    choice = choices(root(), now.date())
    since = state.chosen("since") or choice.first or ""
    show(asked_line(shown), "asked")
    show(since_bar(since, choice, shown), "since")
    if not since:
        show(without_history(choice.why, shown, has_git=False), "head")
        return
    try:
        found = _found(since, shown, now)
    except DatelineError as error:
        show(without_history(str(error), shown, has_git=not choice.why), "head")
        return
    with st.container(key="listed-head"):
        show(changes_head(found, shown), "head", said=found.summary)
        with st.container(key="listed-files"):
            _files(found, shown, now)
    told = lists(found, since, shown) if found.sections else nothing_changed(found)
    beside_card(lambda: show(told, "changes"), shown)


def _found(since: str, shown: Shown, now: dt.datetime) -> Compared:
    """What is not kept takes as long as loading the workspace: it is told while it lasts."""
    waiting = st.empty()
    waiting.html(at_work("Reading the history").html)
    try:
        return compared(since, root(), shown.validation, now)
    finally:
        waiting.empty()


def _files(found: Compared, shown: Shown, now: dt.datetime) -> None:
    workspace = root()
    if found.sections:
        st.download_button(
            "Changes (Atom)",
            lambda: _feed(found, workspace).encode(),  # made when it is asked for
            "changes.atom",
            "application/atom+xml",
            on_click="ignore",
        )
    calendar_button(shown, now)


def _feed(found: Compared, workspace: Path) -> str:
    lines = (line for section in found.sections for line in section.lines)
    known = known_moments(lines, workspace, found.commit, found.until)
    about = found.until.state.validation.workspace.about
    return atom(Feed(found.sections, found.day, identity_of(workspace), known, about.title if about else None))
