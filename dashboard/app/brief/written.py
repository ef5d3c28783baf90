"""A briefing written out, as the browser downloads it: by the same writers as `dateline brief build`."""

from functools import partial
from typing import Final

import streamlit as st

from dashboard.app.brief.draft import Draft
from dashboard.app.brief.looked_at import LookedAt, Made
from dashboard.briefing.figures import drawer_of
from dashboard.briefing.formats import FORMATS, figures_for
from dashboard.briefing.sealed import sealed

_NAMES: Final = {"md": "Markdown"}
"""Of formats that are called otherwise than their files end."""


def downloads(draft: Draft, seen: LookedAt) -> None:
    """A button for each format; none can be pressed of a draft with an error."""
    made = seen.made
    for form in FORMATS:
        st.download_button(
            _NAMES.get(form, form.upper()),
            partial(written, form, made) if made else b"",
            f"{draft.id}.{form}",
            on_click="ignore",
            disabled=made is None or bool(seen.errors),
        )


def written(form: str, made: Made) -> bytes:
    """The file; made when it is asked for."""
    seal = sealed(made.outline, made.validation, made.briefing.as_of.text)
    figures = figures_for((form,), made.outline, drawer_of(made.briefing, made.validation))
    return FORMATS[form].write(made.outline, seal, figures)
