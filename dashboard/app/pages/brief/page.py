"""Brief page: the briefings of the workspace, or one of them as it is composed, beside what it will look like."""

from functools import partial
from typing import Final

import streamlit as st

from dashboard.app.filters import asked_line, filter_bar
from dashboard.app.pages.brief.composer import composer
from dashboard.app.pages.brief.draft import Draft, draft_of
from dashboard.app.pages.brief.list import brief_head, briefing_list, no_such_briefing
from dashboard.app.pages.brief.looked_at import ComposedBriefing, DraftReview, review_draft
from dashboard.app.parts import show
from dashboard.app.shell import PageContext, state
from dashboard.briefing.figures import drawer_of
from dashboard.briefing.formats import FORMATS, figures_for
from dashboard.briefing.manifest import manifest_of

_NAMES: Final = {"md": "Markdown"}
"""The names of formats on their buttons; every other format is named by its file ending, in capitals."""


def downloads(draft: Draft, seen: DraftReview) -> None:
    """A button for each format; none can be pressed of a draft with an error."""
    made = seen.made
    for form in FORMATS:
        st.download_button(
            _NAMES.get(form, form.upper()),
            partial(briefing_bytes, form, made) if made else b"",
            f"{draft.id}.{form}",
            on_click="ignore",
            disabled=made is None or bool(seen.errors),
        )


def briefing_bytes(form: str, made: ComposedBriefing) -> bytes:
    """The briefing's file in the format `form`, as bytes; built when it is asked for."""
    seal = manifest_of(made.outline, made.validation, made.briefing)
    figures = figures_for((form,), made.outline, drawer_of(made.briefing, made.validation))
    return FORMATS[form].write(made.outline, seal, figures)


def draw(page: PageContext) -> None:
    """Filters; then the list, or the composer."""
    asked = state.address_value("briefing")
    with st.container(key="brief"):
        show(filter_bar(page), "filters")
        show(asked_line(page) if asked is None else asked_line(page, tells=False), "asked")
        if asked is None:
            show(briefing_list(page), "briefings")
            return
        draft = draft_of(asked, page)
        if draft is None:
            show(no_such_briefing(asked, page), "briefings")
            return
        seen = review_draft(draft, page)
        with st.container(key="brief-head"):
            show(brief_head(draft, seen, page), "head")
            with st.container(key="brief-files"):
                downloads(draft, seen)
        composer(draft, seen, page)
