"""The events that are shown, as files for spreadsheets, maps and other programs."""

from collections.abc import Sequence
from datetime import UTC
from functools import partial

import streamlit as st

from dashboard.app.parts import place_link, show
from dashboard.app.shell import PageContext
from dashboard.clock import now
from dashboard.exchange.exports import FORMATS, ExportedEvents, ExportFormat
from dashboard.query.reading import ResolvedEvent
from dashboard.text.markup import element


def downloads(rows: Sequence[ResolvedEvent], page: PageContext) -> None:
    """A button for each format, with what reads it; none while records are still being checked."""
    if not page.validation.is_complete:
        with st.popover("Download"):
            show(element("p", "Files can be downloaded once all records are checked."), "export-waits")
        return
    with st.popover("Download"), st.container(key="export-formats"):
        for form in FORMATS.values():
            st.download_button(
                form.title,
                partial(_content, form, rows, page),  # made when it is asked for
                form.download_name,
                form.media_type,
                on_click="ignore",
                key=f"export-{form.key}",
            )
            st.caption(form.readers)
        losses = place_link("help", "What each format leaves out", mode=page.mode, about="docs-exports")
        show(element("p", losses), "export-losses")


def _content(form: ExportFormat, rows: Sequence[ResolvedEvent], page: PageContext) -> bytes:
    return form.download(ExportedEvents(rows, page.table, now().astimezone(UTC)))
