"""What an inbox holds: items that were taken in and documents that somebody dropped into it, with their texts."""

import datetime as dt
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from dashboard.cache import SharedCache
from dashboard.exchange.documents import DocumentRefused, GivenDocument
from dashboard.exchange.inbox.reading import read_quickly
from dashboard.model.inbox import InboxItem
from dashboard.model.problem import Problem
from dashboard.store.inbox import (
    ITEMS,
    DocumentRead,
    DroppedFile,
    FeedList,
    dropped_files,
    item_id,
    item_of,
    item_text,
    read_dropped,
    read_feeds,
    read_items,
    read_text_of,
    write_text_of,
)
from dashboard.store.text_file import UNREADABLE

LONGEST_TITLE: Final = 120
"""Characters of a first line that stands for a title."""
GIVEN_FIELDS: Final = ("title", "outlet", "author", "published", "language", "kind", "url")
"""What a document may say of itself, and an item keeps."""
_MOST_CHARACTERS: Final = 200_000_000
"""So many characters of texts are kept in memory, at least one text."""
_OTHER_TEXT: Final = "this is not the text that the item is named after"
_READING: Final = re.compile(r"(\S+) reads “")
_texts: Final = SharedCache[DocumentRead](_MOST_CHARACTERS, lambda read: len(read.text) + 1000)


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """One item of the inbox, with its text."""

    item: InboxItem
    """What is known of it: what its record says, and without one, what the document says of itself."""
    text: str
    files: tuple[str, ...] = ()
    """Documents in `inbox/` that have this text; none for an item that was pasted or fetched."""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.item.id

    @property
    def title(self) -> str:
        """Its title, else its first line, cut at a word."""
        if self.item.title:
            return " ".join(self.item.title.split())
        first = next((" ".join(line.split()) for line in self.text[:4000].splitlines() if line.strip()), "")
        if len(first) <= LONGEST_TITLE:
            return first
        return f"{first[:LONGEST_TITLE].rpartition(' ')[0] or first[:LONGEST_TITLE]} …"

    @property
    def fields(self) -> Mapping[str, Any]:
        """The fields of its record, as they are written."""
        return self.item.model_dump(mode="json", exclude_defaults=True, exclude={"id"})


@dataclass(frozen=True, slots=True)
class InboxContents:
    """Everything in the inbox of a workspace."""

    entries: tuple[InboxEntry, ...] = ()
    """The newest first, by the day of publication, else by the day when they came."""
    feeds: FeedList = field(default_factory=FeedList)
    problems: tuple[Problem, ...] = ()
    """What is there and cannot be read."""

    @property
    def open_entries(self) -> tuple[InboxEntry, ...]:
        """The entries about which nothing is decided."""
        return tuple(entry for entry in self.entries if entry.item.is_open)


def read_inbox(root: Path, *, writes: bool = True) -> InboxContents:
    """Read the inbox. With `writes`, the texts of documents that take long to read are kept for the next time."""
    found = read_items(root)
    entries: dict[str, InboxEntry] = {}
    refused: list[Problem] = []
    for id_ in sorted(found.with_text & found.items.keys()):
        text = _kept_text(root, id_)
        if text:
            entries[id_] = InboxEntry(found.items[id_], text)
        else:
            refused.append(UNREADABLE.at(f"{ITEMS}/{id_}.txt", (1, 1), _OTHER_TEXT, "put the text back, or remove it"))
    files, problems = dropped_files(root)
    for dropped in files:
        read = _dropped_text(root, dropped, writes=writes)
        if read.refused:
            refused.append(UNREADABLE.at(dropped.file, (1, 1), read.refused, _remedy(dropped.file, read.refused)))
            continue
        entry = _entry_of(dropped, read, found.items)
        known = entries.get(entry.id)
        entries[entry.id] = replace(known, files=(*known.files, dropped.file)) if known else entry
    feeds = read_feeds(root)
    listed = sorted(entries.values(), key=lambda entry: entry.title)
    listed.sort(key=_age, reverse=True)
    return InboxContents(tuple(listed), feeds, (*feeds.problems, *problems, *found.problems, *refused))


def _remedy(file: str, refused: str) -> str:
    """What to do about a document that cannot be read, as the end of a sentence, with the command.

    What reads a document may be another process, which gives words alone: they name the option that is missing.
    """
    take = f"`dateline inbox add {shlex.quote(file)}"
    if "--encoding" in refused:
        first = _READING.search(refused)
        return f"take it in with its encoding, {take} --encoding {first[1] if first else 'NAME'}`, and remove the file"
    if "--format" in refused:
        feeds = "a list of feeds is `inbox/feeds.yaml`; " if file.endswith((".yaml", ".yml")) else ""
        ending = "if it is a document, give its name the ending of its format, such as .txt, or"
        return f"{feeds}{ending} {take} --format txt`, and remove the file"
    return "remove it from inbox/, or save it anew"


def _kept_text(root: Path, id_: str) -> str:
    """The text that is kept of an item; empty where it is another by now."""
    try:
        changed = (root / ITEMS / f"{id_}.txt").stat().st_mtime_ns
    except OSError:
        return ""
    return _texts.get((root, id_, changed), None, lambda: DocumentRead(item_text(root, id_) or "")).text


def _dropped_text(root: Path, dropped: DroppedFile, *, writes: bool) -> DocumentRead:
    """The text of a document in `inbox/`, read once while the file stays as it is."""
    return _texts.get((root, dropped), None, lambda: _read_dropped(root, dropped, writes=writes))


def _age(entry: InboxEntry) -> tuple[Any, ...]:
    date = entry.item.published or entry.item.received
    return (date is not None, date.sort_key if date else ())


def _read_dropped(root: Path, dropped: DroppedFile, *, writes: bool) -> DocumentRead:
    """The text of a document in `inbox/`, or why it has none."""
    raw = read_dropped(root, dropped)
    if isinstance(raw, Problem):
        return DocumentRead(refused=raw.message)
    if known := read_text_of(root, raw, dropped.name):
        return known
    try:
        document = read_quickly(GivenDocument(dropped.name, raw))
    except DocumentRefused as error:
        return DocumentRead(refused=str(error).rstrip("."))
    given = {name: value for name, value in document.given.items() if name in GIVEN_FIELDS}
    read = DocumentRead(document.text, given)
    if writes and not dropped.name.lower().endswith((".txt", ".md")):
        write_text_of(root, raw, dropped.name, read)
    return read


def _entry_of(dropped: DroppedFile, read: DocumentRead, items: Mapping[str, InboxItem]) -> InboxEntry:
    id_ = item_id(read.text)
    if id_ in items:
        return InboxEntry(items[id_], read.text, (dropped.file,))
    came = dt.datetime.fromtimestamp(dropped.signature[0] / 1e9, dt.UTC).astimezone().date().isoformat()
    return InboxEntry(item_of(id_, {**read.given, "file": dropped.name, "received": came}), read.text, (dropped.file,))
