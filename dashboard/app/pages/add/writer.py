"""The component in which an event is written beside the text: it has the draft, and is told what is wrong with it."""

from typing import Any

import streamlit as st

from dashboard.app.pages.add.answers import SAVED, answer, keep_reported, keep_told_again, last_answer
from dashboard.app.pages.add.draft import COMPONENT, Draft, folder_of, id_of, read_kept
from dashboard.app.pages.add.names_in_text import names_in_text
from dashboard.app.pages.add.options import choices_for
from dashboard.app.pages.add.pieces import choices_to_send, send_again
from dashboard.app.pages.add.proposals import proposals_shown
from dashboard.app.pages.add.review import EventReview
from dashboard.app.scripts import module
from dashboard.app.shell import PageContext, can_commit, root, state
from dashboard.drafting.dates import day_at_top
from dashboard.evidence.sentences import Span
from dashboard.model.vocabularies import ACTOR_KINDS, PLACE_PRECISIONS

_writer = st.components.v2.component(f"dateline_{COMPONENT}", js=module("add/add"), isolate_styles=False)


def writer(draft: Draft, seen: EventReview, part: Span, page: PageContext) -> None:
    """Put it on the page. What is typed in it is kept by the browser at once, and by the server a moment later."""
    data = data_of(draft, seen, part, page)
    handlers: Any = {"on_draft_change": keep_reported, "on_pressed_change": answer, "on_lacks_change": send_again}
    _writer(key=COMPONENT, data=[data], **handlers)
    if keep_told_again():
        st.rerun()  # it is looked at by the next run alone


def data_of(draft: Draft, seen: EventReview, part: Span, page: PageContext) -> dict[str, Any]:
    """What the component is given; `part` of the text is shown beside it."""
    kept = read_kept(draft.source)
    found = last_answer()
    return {
        "workspace": str(root()),
        "source": draft.source,
        "kept": {"fields": kept.fields, "id": kept.id, "folder": kept.folder, "number": kept.number},
        "number": draft.number,
        "choices": choices_to_send(COMPONENT, choices_for("event", page)),
        "problems": [[path, severity, message, hint] for path, severity, message, hint in seen.problems],
        "spoken": dict(seen.spoken),
        "spans": [list(span) for span in seen.spans_in(draft.source)],
        "actor_kinds": list(ACTOR_KINDS),
        "place_precisions": list(PLACE_PRECISIONS),
        "yaml": seen.yaml,
        "id": id_of(draft, page.workspace.events),
        "folder": folder_of(draft, page),
        "answer": found if found and found.get("source") == draft.source else None,
        "told": state.flash_message(),
        "saved": state.recall(SAVED),
        "names": names_in_text(draft, seen, part, page),
        "proposals": proposals_shown(draft, page),
        "can_commit": can_commit(),
        "day_at_top": str(day_at_top(page.workspace.texts.get(draft.source, "")) or ""),
        "alike": [[each.id, each.title, ", ".join(each.shares)] for each in seen.alike],
    }
