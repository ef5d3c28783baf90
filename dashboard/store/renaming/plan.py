"""What a rename changes: the files with their new content, and the files that get another name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, Final

from dashboard.store.renaming.errors import NotRenamed
from dashboard.store.renaming.lookup import exists, own_files
from dashboard.store.renaming.references import RecordText, files_naming, is_own_key, nodes_naming, said_instead
from dashboard.store.renaming.target import Target, with_article
from dashboard.store.text_file import MAX_BYTES
from dashboard.store.tree import is_inside
from dashboard.store.yaml import Path, read_document, written_span

_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that says something else after a rename."""

    file: str
    before: bytes
    after: bytes
    references: int
    """How many references in it change; the target's own key is none."""


@dataclass(frozen=True, slots=True)
class RenamePlan:
    """All that a rename changes."""

    target: Target
    new: str
    changes: tuple[FileChange, ...]
    moves: tuple[tuple[str, str], ...]
    """Files that get another name, each with it."""


def plan_rename(root: FilePath, target: Target, new: str, *, is_begun: bool = False) -> RenamePlan:
    """What it takes to call `target` `new`. Raises `NotRenamed`.

    `is_begun`: the rename was interrupted, so some of it may be done already.
    """
    if not is_begun:
        if not exists(root, target):
            raise NotRenamed(f"There is no {target.kind} {target.name}. Nothing was changed.")
        if exists(root, target.as_named(new)):
            there = target.as_named(new).name
            raise NotRenamed(
                f"There is already {with_article(target.kind)} {there}. Choose another name. Nothing was changed."
            )
    owned = own_files(root, target)
    changes = tuple(_changes(root, target, new))
    for file in (*(change.file for change in changes), *owned):
        if not is_inside(root, file):
            raise NotRenamed(f"{file} is a link out of the workspace, or is inside one. Nothing was changed.")
    moves = tuple((file, _with_stem(file, new)) for file in owned)
    return RenamePlan(target, new, changes, moves)


def _with_stem(file: str, new: str) -> str:
    folder, _, name = file.rpartition("/")
    return f"{folder}/{new}.{name.rpartition('.')[2]}"


def _changes(root: FilePath, target: Target, new: str) -> Iterator[FileChange]:
    for read in files_naming(root, target.word):
        found = list(nodes_naming(read, target, new))
        if not found:
            continue
        body = read.body
        spans = [written_span(body, node.event, said) for node, said in found]
        for start, end, text in sorted(spans, reverse=True):
            body = f"{body[:start]}{text}{body[end:]}"
        after = (_BOM if read.raw.startswith(_BOM) else b"") + body.encode()
        if read_document(after).data != _meant(read, read.data, target, new):
            raise NotRenamed(
                f"{read.file} cannot be changed safely. Replace `{target.name}` in it yourself, and try again. "
                "Nothing was changed."
            )
        if len(after) > MAX_BYTES:
            raise NotRenamed(f"{read.file} would have more than {MAX_BYTES:,} bytes. Nothing was changed: split it.")
        references = sum(not is_own_key(read, node, target) for node, _ in found)
        yield FileChange(read.file, read.raw, after, references)


def _meant(read: RecordText, data: Any, target: Target, new: str, path: Path = ()) -> Any:
    """What a file is to say."""
    if isinstance(data, dict):
        return {
            said_instead(read, (*path, key), key, target, new, is_key=True) or key: _meant(
                read, value, target, new, (*path, key)
            )
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_meant(read, value, target, new, (*path, index)) for index, value in enumerate(data)]
    if isinstance(data, str):
        return said_instead(read, path, data, target, new, is_key=False) or data
    return data
