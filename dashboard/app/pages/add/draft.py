"""The event that is being written from a source: as the page last reported it, else as it was kept, else empty."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.app.shell import PageContext, mapping_of, number_of, root, state
from dashboard.cache import SharedCache
from dashboard.model.record import ID_PATTERN
from dashboard.store.authoring import KeptDraft, event_file, id_of_title, keep_draft, read_draft
from dashboard.store.workspace import Workspace

COMPONENT: Final = "add"
ANSWER: Final = "answer of Add"
"""What the last press made of a draft, as this session remembers it."""
_FOLDER: Final = "events"
_FOLDERS: Final[SharedCache[str]] = SharedCache(64)
"""By the events of a workspace, their files, and a source."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that has no file yet."""

    source: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    """As the page has them."""
    id: str = ""
    """As typed; empty where it is made of the title."""
    folder: str = ""
    """As typed; empty for the one that is proposed."""
    number: int = 0
    """Counts the writer's changes; 0 before the first."""
    writer: str = ""
    """The tab of the browser in which it is written."""

    @property
    def file_fields(self) -> dict[str, Any]:
        """The fields as the file would have them: without what is empty."""
        found = without_empty(self.fields)
        return found if isinstance(found, dict) else {}


def draft_of(source: str) -> Draft:
    """The draft of a source: what the last press made of it, or what was typed since."""
    reported = mapping_of(state.reported_by(COMPONENT).get("draft"))
    found = reported_draft(reported) if reported.get("source") == source else None
    made = state.recall(ANSWER) or {}
    if made.get("source") == source and (found is None or made["number"] >= found.number):
        return Draft(source, made["fields"], made["id"], made["folder"], made["number"] + 1, made["writer"])
    return found or read_kept(source)


def read_kept(source: str) -> Draft:
    """The draft of a source as it was kept; an empty one where none was."""
    kept = read_draft(root(), source)
    return Draft(source, kept.fields, kept.id, kept.folder, kept.number, kept.writer) if kept else Draft(source)


def reported_draft(reported: Mapping[str, Any]) -> Draft:
    """What the page has told."""
    return Draft(
        str(reported.get("source") or ""),
        mapping_of(reported.get("fields")),
        str(reported.get("id") or "").strip(),
        str(reported.get("folder") or "").strip(),
        number_of(reported.get("number")),
        str(reported.get("writer") or ""),
    )


def keep(draft: Draft) -> bool:
    """Write the draft, so that it outlives this server; whether another tab has one, too. Raises `DraftNotKept`."""
    elsewhere = _is_written_elsewhere(draft)
    kept = KeptDraft(dict(draft.fields), draft.id, draft.folder, draft.number, draft.writer)
    keep_draft(root(), draft.source, kept)
    return elsewhere


def _is_written_elsewhere(draft: Draft) -> bool:
    """Whether the draft that is kept was written in another tab, and says something."""
    kept = read_draft(root(), draft.source)
    return kept is not None and kept.writer not in ("", draft.writer) and bool(kept.fields)


def id_of(draft: Draft, taken: Mapping[str, Any]) -> str:
    """The name of its file: as typed, else made of the title, and taken by no other event."""
    return draft.id or id_of_title(str(draft.fields.get("title") or ""), taken)


def folder_of(draft: Draft, page: PageContext) -> str:
    """The folder of its file: as typed, else where most events from this source are, else where most events are."""
    if draft.folder:
        return draft.folder
    here = page.workspace
    rests_on = (here.events, here.files)
    return _FOLDERS.get((*map(id, rests_on), draft.source), rests_on, lambda: _usual_folder(draft.source, here))


def _usual_folder(source: str, here: Workspace) -> str:
    folders = Counter(file.split("/")[1] for file in here.files.values())
    own = Counter(
        here.files[event.id].split("/")[1]
        for event in here.events.values()
        if any(quote.source == source for claim in event.claims.values() for quote in claim.quotes)
    )
    common = (own or folders).most_common(1)
    return common[0][0] if common else _FOLDER


def file_of(draft: Draft, page: PageContext) -> str:
    """The file that it would have, relative to the workspace; a name that is none stands in it as it is."""
    id_ = id_of(draft, page.workspace.events)
    return event_file(folder_of(draft, page), id_ if re.fullmatch(ID_PATTERN, id_) else id_.replace("/", "-"))


def without_empty(value: Any) -> Any:
    """The value without what is empty; lists keep their places, so that problems match their fields."""
    if isinstance(value, Mapping):
        pairs = {each: without_empty(part) for each, part in value.items()}
        return {each: part for each, part in pairs.items() if part not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [without_empty(part) for part in value]
    return value.strip() if isinstance(value, str) else value
