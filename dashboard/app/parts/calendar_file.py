"""The dates ahead as a calendar to be downloaded."""

import datetime as dt
from typing import Final

import streamlit as st

from dashboard.app.shell import PageContext, root
from dashboard.cache import SharedCache
from dashboard.exchange.feeds import calendar, dates_ahead
from dashboard.query.changes import state_now

_any_ahead: Final[SharedCache[bool]] = SharedCache(4)
"""By the records and the day."""


def calendar_button(page: PageContext, now: dt.datetime) -> None:
    """Due questions and events to come, as iCalendar; nothing where no date lies ahead."""
    named = state_now(root(), now, page.validation)
    key = (id(page.validation), named.state.day)
    if _any_ahead.get(key, page.validation, lambda: bool(dates_ahead(named.state))):
        st.download_button(
            "Upcoming dates (ICS)",
            lambda: calendar(named.state, named.instant).encode(),  # made when it is asked for
            "dates-ahead.ics",
            "text/calendar",
            on_click="ignore",
        )
