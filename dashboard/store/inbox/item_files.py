"""What Dateline keeps of the items of an inbox: the text of some, and of each one what is known and decided."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from pydantic import ValidationError

from dashboard.errors import DatelineError
from dashboard.model.inbox import DECISIONS, InboxItem
from dashboard.model.problem import Problem
from dashboard.store.inbox.place import INBOX, ITEMS, inbox_folders
from dashboard.store.lock import workspace_lock
from dashboard.store.record_file import MAX_TEXT_BYTES, read_record, read_text, stem
from dashboard.store.source_description import sha256_of
from dashboard.store.text_file import UNREADABLE
from dashboard.store.tree import OUTSIDE, is_inside
from dashboard.store.writing import refuse_unreadable, why_not_written, write_new, write_whole
from dashboard.store.yaml import Document, yaml_text

ID_DIGITS: Final = 16
"""The id of an item is so many digits of the hash of its text: 64 bits."""
_ID: Final = re.compile(rf"[0-9a-f]{{{ID_DIGITS}}}")
_MODEL: Final = InboxItem

_WORDS_OF_DECISIONS: Final = {
    "source": "as the source",
    "same_as": "as the same as",
    "set_aside": "as set aside:",
    "article": "as the article",
}


class InboxNotChanged(DatelineError):
    """The inbox could not be changed; every file in it is as it was."""


@dataclass(frozen=True, slots=True)
class ItemsRead:
    """The items of which something is kept."""

    items: Mapping[str, InboxItem] = field(default_factory=dict)
    """By id."""
    with_text: frozenset[str] = frozenset()
    """Ids of those whose text is kept here, and not in a file that somebody dropped."""
    problems: tuple[Problem, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    """The records of items that were read, by id."""


def item_id(text: str) -> str:
    """The id of the item with this text."""
    return sha256_of(text)[:ID_DIGITS]


def read_items(root: Path) -> ItemsRead:
    """All items of which something is kept. One whose record cannot be read is not among them."""
    if ITEMS not in inbox_folders(root):
        return ItemsRead()
    try:
        names = sorted(path.name for path in (root / ITEMS).iterdir())
    except OSError as error:
        return ItemsRead(problems=(UNREADABLE.at(ITEMS, (1, 1), f"the folder cannot be listed: {error.strerror}"),))
    items: dict[str, InboxItem] = {}
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in names:
        file = f"{ITEMS}/{name}"
        if not name.endswith(".yaml") or not _ID.fullmatch(stem(name)):
            continue
        if not is_inside(root, file):
            problems.append(OUTSIDE.at(file, (1, 1), "this link leads out of the workspace, or to nothing"))
            continue
        read = read_record(root, file, _MODEL)
        problems += read.problems
        items |= cast(Mapping[str, InboxItem], read.records)
        if read.document and read.records:
            documents[stem(name)] = read.document
    kept = frozenset(stem(name) for name in names if name.endswith(".txt") and _ID.fullmatch(stem(name)))
    items |= {id_: InboxItem(id=id_) for id_ in kept - {stem(name) for name in names if name.endswith(".yaml")}}
    return ItemsRead(items, kept, tuple(problems), documents)


def item_text(root: Path, id_: str) -> str | None:
    """The text that is kept of an item; None where there is none, or another text than the item's."""
    file = f"{ITEMS}/{id_}.txt"
    if not is_inside(root, file) or not (root / file).is_file():
        return None
    read = read_text(root, file)
    return read.text if read.sha256[:ID_DIGITS] == id_ else None


def store_item(root: Path, text: str, known: Mapping[str, Any]) -> bool:
    """Keep the text of an item and what is known of it; whether it is new. Raises `InboxNotChanged`."""
    id_ = item_id(text)
    if (size := len(text.encode())) > MAX_TEXT_BYTES:
        raise InboxNotChanged(f"The text has {size:,} bytes. The limit is {MAX_TEXT_BYTES:,}. Split it.")
    item = item_of(id_, known)
    record = _record_text(item)
    refuse_unreadable(f"{ITEMS}/{id_}.yaml", record, InboxNotChanged, "shorten its title")
    text_file, record_file = f"{ITEMS}/{id_}.txt", f"{ITEMS}/{id_}.yaml"
    _refuse_links(root, text_file, record_file)
    try:
        with workspace_lock(root):
            _make_folders(root)
            if (root / record_file).exists():
                return False
            was_there = (root / text_file).exists()
            if not was_there:
                write_new(root / text_file, text)
            try:
                write_new(root / record_file, record)
            except BaseException:
                if not was_there:
                    (root / text_file).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise InboxNotChanged(f"The item could not be stored: {why_not_written(error)}.") from error
    return True


def change_item(root: Path, id_: str, known: Mapping[str, Any], **decided: str | None) -> InboxItem:
    """Write what was decided about an item; with nothing, it is open again.

    `known` is what its record says where none is kept yet. What somebody else decided meanwhile is never replaced: it
    has to be taken back first. Raises `InboxNotChanged`.
    """
    if not _ID.fullmatch(id_):
        raise InboxNotChanged(f"“{id_[:80]}” is not the id of an item.")
    file = f"{ITEMS}/{id_}.yaml"
    _refuse_links(root, file)
    try:
        with workspace_lock(root):
            before = known
            if (root / file).exists():
                read = read_record(root, file, _MODEL)
                if read.problems:
                    raise InboxNotChanged(f"{read.problems[0]}. Fix it first; otherwise the file would lose something.")
                before = read.records[id_].model_dump(mode="json", exclude_defaults=True, exclude={"id"})
            left = {name: value for name, value in before.items() if name not in DECISIONS}
            new = {name: value for name, value in decided.items() if value is not None}
            _refuse_another_decision(id_, {name: before[name] for name in DECISIONS if name in before}, new)
            item = item_of(id_, {**left, **new})
            text = _record_text(item)
            refuse_unreadable(file, text, InboxNotChanged, "write a shorter reason")
            _make_folders(root)
            write_whole(root / file, text)
    except OSError as error:
        raise InboxNotChanged(f"{file} could not be written: {why_not_written(error)}.") from error
    return item


def _refuse_another_decision(id_: str, was: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Two people may decide about one item: what the first one said stays, and the second one is told."""
    if was and new and was != new:
        name, value = next(iter(was.items()))
        told = f"{_WORDS_OF_DECISIONS[name]} {value}"
        fix = f"Open it again first: `dateline inbox reopen {id_}`"
        raise InboxNotChanged(f"It was decided already, {told}. {fix}, or press “Open again”.")


def _make_folders(root: Path) -> None:
    (root / INBOX).mkdir(exist_ok=True)
    (root / ITEMS).mkdir(exist_ok=True)


def item_of(id_: str, known: Mapping[str, Any]) -> InboxItem:
    """The item; what its record refuses of what a document gives is left out, but never what was decided."""
    fields = {name: value for name, value in known.items() if value is not None}
    while True:
        try:
            return InboxItem.model_validate({**fields, "id": id_})
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            name = str(first["loc"][0]) if first["loc"] else ""
            if name not in fields or name in DECISIONS:
                raise InboxNotChanged(f"Nothing was changed: {name.replace('_', ' ')}: {first['msg']}.") from error
            del fields[name]


def _record_text(item: InboxItem) -> str:
    return yaml_text(item.model_dump(mode="json", exclude_defaults=True, exclude={"id"})) or "{}\n"


def _refuse_links(root: Path, *files: str) -> None:
    for file in files:
        if not is_inside(root, file):
            raise InboxNotChanged(f"{file} is a link out of the workspace, or is inside one. Nothing was changed.")
    for folder in (INBOX, ITEMS):
        if (root / folder).exists() and not (root / folder).is_dir():
            raise InboxNotChanged(
                f"{folder} is a file, but has to be a folder. Nothing was changed: move it away first."
            )
