"""Brief page: the briefings of the workspace, or one of them as it is composed, beside what it will look like."""

import streamlit as st

from dashboard.app import state
from dashboard.app.brief.composer import composer
from dashboard.app.brief.draft import draft_of
from dashboard.app.brief.head import brief_head
from dashboard.app.brief.list import briefing_list, no_such_briefing
from dashboard.app.brief.looked_at import looked_at
from dashboard.app.brief.written import downloads
from dashboard.app.filters.bar import asked_line, filter_bar
from dashboard.app.parts.components import show
from dashboard.app.shown import Shown


def page(shown: Shown) -> None:
    """Filters; then the list, or the composer."""
    asked = state.chosen("briefing")
    with st.container(key="brief"):
        show(filter_bar(shown), "filters")
        show(asked_line(shown) if asked is None else asked_line(shown, tells=False), "asked")
        if asked is None:
            show(briefing_list(shown), "briefings")
            return
        draft = draft_of(asked, shown)
        if draft is None:
            show(no_such_briefing(asked, shown), "briefings")
            return
        seen = looked_at(draft, shown)
        with st.container(key="brief-head"):
            show(brief_head(draft, seen, shown), "head")
            with st.container(key="brief-files"):
                downloads(draft, seen)
        composer(draft, seen, shown)
