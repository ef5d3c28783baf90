"""The briefing that is being composed: as the page last reported it, else as its file has it, else newly begun."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.app.shell import PageContext, mapping_of, number_of, root, state
from dashboard.clock import today
from dashboard.errors import DatelineError
from dashboard.query.filters import shows_of
from dashboard.store.briefing_files import FOLDER, file_of, fingerprint
from dashboard.store.views_file import id_for

NEW: Final = "+"
"""Stands for a briefing that has no file yet; no id is written so."""
COMPONENT: Final = "compose"
BY_FILTER, BY_NAME = "filter", "events"
MOST_EVENTS: Final = 500
"""A briefing of more is for a machine to read: it is built in a terminal, and not composed."""
TOO_MANY: Final = f"A briefing is composed of at most {MOST_EVENTS:,} events"
_NEEDED: Final = frozenset({"title", "marking", "as_of", "selection", "text", "question", "likelihood", "confidence"})
"""Fields that are asked for where they are empty; others are then left out."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the browser has of a briefing."""

    key: str
    """Its id, or `NEW`."""
    id: str
    """As it is to be called: of a new one as typed, else made of its title."""
    fields: Mapping[str, Any]
    """As a file has them; what is empty and not needed is left out."""
    opened: str
    """Fingerprint of the file that the writer began with; empty where there was none."""
    number: int = 0
    """Counts the writer's changes; 0 before the first."""
    accepts: bool = False
    """Whether the writer has looked through what changed of the records."""
    whole: Mapping[str, Any] = field(default_factory=dict)
    """The fields as the page has them."""


def draft_of(asked: str, page: PageContext) -> Draft | None:
    """The draft of the briefing that is asked for; None where there is none that can be read."""
    reported = mapping_of(state.reported_by(COMPONENT).get("draft"))
    if reported.get("key") == asked:
        return reported_draft(reported)
    if asked == NEW:
        fields = new_draft(page)
        return Draft(NEW, id_of_title(""), drop_empty(fields), "", whole=fields)
    try:
        document = page.workspace.documents.get(file_of(asked))
    except DatelineError:
        return None
    if document is None or document.data is None:
        return None
    fields = {key: value for key, value in document.data.items() if key != "built_on"}
    return Draft(asked, asked, drop_empty(fields), fingerprint(root(), asked), whole=fields)


def reported_draft(reported: Mapping[str, Any]) -> Draft:
    """What the page has told."""
    fields = mapping_of(reported.get("fields"))
    key = str(reported.get("key") or NEW)
    typed = str(reported.get("id") or "").strip()
    id_ = key if key != NEW else typed or id_of_title(str(fields.get("title") or ""))
    return Draft(
        key,
        id_,
        drop_empty(fields),
        str(reported.get("opened") or ""),
        number_of(reported.get("number")),
        bool(reported.get("accepts")),
        fields,
    )


def id_of_title(title: str) -> str:
    """An id made of a title; `briefing` where no letter of it can be used."""
    made = id_for(title)
    return "briefing" if made == "view" else made


def new_draft(page: PageContext) -> dict[str, Any]:
    """New briefing: of the events that are shown, none of too many; or of whatever the filters let through."""
    asked = page.asked
    by_filter = {
        "show": shows_of(asked.filters),
        "from": asked.start,
        "to": asked.end,
        "words": asked.filters.words,
    }
    is_filter = state.address_value("begin") == BY_FILTER and asked.filters.are_set
    day = today()
    chosen = page.readings if page.event_count <= MOST_EVENTS else ()
    selection = by_filter if is_filter else {"events": [reading.id for reading in chosen]}
    return {"title": "", "marking": "", "as_of": day.isoformat(), "selection": selection}


def drop_empty(value: Any) -> Any:
    """The value without what is empty and not needed; lists keep their places, so that problems match their fields."""
    if isinstance(value, Mapping):
        needed = {*_NEEDED, "by"} if "question" in value else _NEEDED
        pairs = {each: drop_empty(part) for each, part in value.items()}
        return {each: part for each, part in pairs.items() if part not in (None, "", [], {}) or each in needed}
    if isinstance(value, list | tuple):
        return [drop_empty(part) for part in value]
    return value.strip() if isinstance(value, str) else value


def file_name(id_: str) -> str:
    """Relative to the workspace; also of what is no id."""
    return f"{FOLDER}/{id_}.yaml"
