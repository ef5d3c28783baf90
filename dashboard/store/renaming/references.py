"""Finds the references to a record or a part of one, in all files of a workspace."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from dashboard.store.inbox import item_records
from dashboard.store.record_file import stem
from dashboard.store.renaming.errors import NotRenamed
from dashboard.store.renaming.fields import names_at, owner_at
from dashboard.store.renaming.target import Target, replacement
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import Tree, tree_of
from dashboard.store.yaml import Path, YamlNode, read_document, scalar_nodes

_PROBE = "x"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a file that names a record or a part of one."""

    file: str
    """Relative to the workspace."""
    path: Path
    line: int
    """From 1."""
    column: int
    """From 1."""
    is_key: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class RecordText:
    """A file of records that was read, and its text."""

    file: str
    kind: str
    """A key of `fields.VALUES`."""
    raw: bytes
    data: Any
    """What the strict reader found in it."""

    @property
    def body(self) -> str:
        """Its text without the byte order mark."""
        return self.raw.decode("utf-8-sig")


def files_naming(root: FilePath, word: str) -> Iterator[RecordText]:
    """Every file of the workspace that may contain `word`. Raises `NotRenamed` for one that cannot be read."""
    for file, kind in files_of(tree_of(root)):
        raw = read_bytes(f"{root}/{file}")
        if not isinstance(raw, bytes):
            raise NotRenamed(f"{file}: {raw.message}. It may name `{word}`. Fix it first. Nothing was changed.")
        if word.encode() not in raw and b"\\" not in raw:  # an escape can write any letter
            continue
        document = read_document(raw)
        if document.data is None:
            problem = document.problems[0].in_file(file)
            raise NotRenamed(
                f"{file}:{problem.line}: {problem.message}. It may name `{word}`. Fix it first. Nothing was changed."
            )
        yield RecordText(file, kind, raw, document.data)


def files_of(tree: Tree) -> Iterator[tuple[str, str]]:
    """The files that are read as records, each with its kind."""
    yield from ((file, "event") for file in tree.events)
    yield from ((file, "briefing") for file in tree.briefings)
    yield from ((file, kind) for kind, file in tree.registries.items())
    yield from ((file, "source") for file in tree.descriptions)
    yield from ((file, "item") for file in item_records(tree.root))


def nodes_naming(read: RecordText, target: Target, new: str = _PROBE) -> Iterator[tuple[YamlNode, str]]:
    """The keys and values of a file that name `target`, each with what it says once that is called `new`."""
    for node in scalar_nodes(read.body):
        if said := said_instead(read, node.path, node.event.value, target, new, is_key=node.is_key):
            yield node, said


def said_instead(read: RecordText, path: Path, written: str, target: Target, new: str, *, is_key: bool) -> str | None:
    """What a key or value says once `target` is called `new`; None if it does not name it."""
    if target.word not in written or not (names := names_at(read.kind, path, is_key=is_key)):
        return None
    return replacement(target, new, names, written, owner_at(stem(read.file), read.kind, path))


def references_to(root: FilePath, target: Target) -> tuple[Reference, ...]:
    """All references to `target`, in the order of files and lines; its own key is none.

    Raises `NotRenamed` for a file that may have one and cannot be read.
    """
    found = []
    for read in files_naming(root, target.word):
        for node, _ in nodes_naming(read, target):
            if not is_own_key(read, node, target):
                mark = node.event.start_mark
                found.append(Reference(read.file, node.path, mark.line + 1, mark.column + 1, node.is_key))
    return tuple(found)


def is_own_key(read: RecordText, node: YamlNode, target: Target) -> bool:
    """Whether the node is the key by which the target itself stands in a registry or in its record."""
    names = names_at(read.kind, node.path, is_key=True)
    return node.is_key and names == target.kind and read.kind != "briefing"
