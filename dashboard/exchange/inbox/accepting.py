"""An item becomes a source: its text and description are stored, and the item says which source it is."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.exchange.documents import ReadDocument, addition, id_for_document, id_of_same_text, taken_ids
from dashboard.exchange.inbox.contents import GIVEN_FIELDS, InboxEntry
from dashboard.model.inbox import Feed
from dashboard.store.inbox import InboxNotChanged, change_item
from dashboard.store.lock import workspace_lock
from dashboard.store.source_files import names_of, store_source
from dashboard.store.writing import why_not_written
from dashboard.store.yaml import double_quoted


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The source that an item became."""

    id: str
    files: tuple[str, ...]
    """The files that were written; none where the same text was stored already."""
    remarks: tuple[str, ...] = ()
    """What somebody should know or decide, each a sentence."""


def accept_item(root: Path, entry: InboxEntry, feed: Feed | None = None, id_: str | None = None) -> Acceptance:
    """Make the item a source, called `id_` or by its title. A text that is stored already is not stored twice.

    The description has what the item is known by; of its `feed`, how reliable that is. Raises `DatelineError`; then no
    source was made.
    """
    if id_ is not None:
        names_of(id_)
    try:
        with workspace_lock(root):
            return _accept(root, entry, feed, id_)
    except OSError as error:
        raise InboxNotChanged(f"No source was made: {why_not_written(error)}.") from error


def _accept(root: Path, entry: InboxEntry, feed: Feed | None, id_: str | None) -> Acceptance:
    if not entry.item.is_open:
        raise InboxNotChanged(f"It was decided already. Open it again first: `dateline inbox reopen {entry.id}`.")
    same = id_of_same_text(root, entry.text)
    if same and same[1]:
        change_item(root, entry.id, entry.fields, source=same[0])
        return Acceptance(same[0], (), (f"The same text was stored already, as {same[0]}.",))
    known = entry.fields
    given = {name: str(known[name]) for name in GIVEN_FIELDS if name in known}
    if "url" in given and "received" in known:
        given["accessed"] = str(known["received"])
    document = ReadDocument(entry.text, given)
    name = "" if "title" in given else str(known.get("file", ""))
    id_ = id_ or (same[0] if same else id_for_document(name or given.get("url", ""), document, taken_ids(root)))
    ready = addition(root, id_, document, {})
    description = ready.description + (_reliability_line(feed) if feed else "")
    files = store_source(root, id_, ready.text, description)
    remarks = ready.remarks
    try:
        change_item(root, entry.id, known, source=id_)
    except InboxNotChanged as error:  # the source is there all the same, and the list says that it is stored
        remarks = (*remarks, f"The item could not be marked as decided: {error}")
    return Acceptance(id_, files, remarks)


def _reliability_line(feed: Feed) -> str:
    graded = feed.reliability
    if graded is None:
        return ""
    reason = f", reason: {double_quoted(graded.reason)}" if graded.reason else ""
    return f"reliability: {{grade: {graded.grade}{reason}}}\n"
