"""The composer: a component that has the draft, and is told what is wrong with it and what it looks like."""

from typing import Any

import streamlit as st

from dashboard.app import state
from dashboard.app.brief.draft import COMPONENT, NEW, Draft, file_name
from dashboard.app.brief.looked_at import LookedAt
from dashboard.app.brief.offer import offer
from dashboard.app.brief.preview import preview
from dashboard.app.brief.saving import answer, saved
from dashboard.app.loaded import read_only, root
from dashboard.app.scripts import module
from dashboard.app.shown import Shown
from dashboard.store.briefing_files import fingerprint

_SCRIPTS = (
    "page",
    "plot",
    "spare",
    "compose_parts",
    "compose_fields",
    "compose_events",
    "compose_form",
    "compose_preview",
    "compose",
)
_compose = st.components.v2.component(f"dateline_{COMPONENT}", js=module(*_SCRIPTS), isolate_styles=False)


def composer(draft: Draft, seen: LookedAt, shown: Shown) -> None:
    """Put it on the page. What is typed in it stays in the browser until it is saved."""
    _compose(key=COMPONENT, data=[data_of(draft, seen, shown)], on_draft_change=_take_note, on_pressed_change=answer)


def data_of(draft: Draft, seen: LookedAt, shown: Shown) -> dict[str, Any]:
    """What the component is given."""
    on_disk = fingerprint(root(), draft.key) if draft.key != NEW else ""
    return {
        "workspace": str(root()),
        "key": draft.key,
        "file": file_name(draft.id),
        "fields": _on_disk(draft, shown),
        "opened": on_disk,
        "number": draft.number,
        "id": draft.id,
        "problems": [[path, severity, message, hint] for path, severity, message, hint in seen.problems],
        "fallen": [[finding.sentence.text, *finding.reasons] for finding in seen.fallen],
        "texts": seen.texts,
        "offer": offer(draft, seen.told, shown),
        "preview": preview(seen.made) if seen.made else None,
        "read_only": read_only(),
        "saved": saved(),
        "told": state.told(),
    }


def _on_disk(draft: Draft, shown: Shown) -> dict[str, Any] | None:
    """The fields as the file has them now, whatever the draft says; of a new one, those it was begun with.

    None where the file is gone or cannot be read: somebody else has been at it while the draft was open.
    """
    if draft.key == NEW:
        return dict(draft.whole)
    document = shown.workspace.documents.get(file_name(draft.key))
    if document is None or document.data is None:
        return None
    return {key: value for key, value in document.data.items() if key != "built_on"}


def _take_note() -> None:
    """What was said of the last save is over as soon as something is changed."""
    number = (state.reported_by(COMPONENT).get("draft") or {}).get("number")
    if number != (saved() or {}).get("number"):
        state.tell("")
