"""Loading: the files of a workspace to records, each on its own: one bad file never hides a good one."""

import gc
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.model.record import ID_PATTERN, Record
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source
from dashboard.store.breach_kinds import DATE_NOT_QUOTED, ID_MALFORMED, KEY_UNKNOWN, WRONG_TYPE
from dashboard.store.breaches import breaches
from dashboard.store.record_shape import date_paths
from dashboard.store.strict_yaml import Document, read_file
from dashboard.store.strict_yaml import Path as PathInDocument
from dashboard.store.text_file import position_at, read_bytes
from dashboard.store.tree import Tree, tree_of
from dashboard.store.workspace import Workspace

MAX_TEXT_BYTES = 20_000_000

ID_TAKEN = kind(
    "id-taken",
    "Two files with one id",
    "An event's id is the file's name without its ending, and unique in the whole workspace. The first file, by path, "
    "is kept.",
    "rename one of the two files, and what refers to it",
)
TEXT_NOT_UTF8 = kind(
    "source-not-utf8",
    "A source's text is not UTF-8",
    "Texts in `seeds/` are UTF-8. Offsets count code points, which no other encoding gives.",
    "save the text again with the encoding UTF-8",
)

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(slots=True)
class _Loading:
    """What has been loaded so far."""

    root: Path
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)


def load(root: Path) -> Workspace:
    """Read the workspace at `root`. Raises `NotAWorkspace`; what is wrong in files is among `problems`."""
    with _no_garbage_collection():
        tree = tree_of(root)
        loading = _Loading(root, problems=list(tree.problems))
        events, files = _events(loading, tree)
        sources = {_stem(file): source for file in tree.descriptions if (source := _one(loading, file, Source))}
        texts, hashes = _texts(loading, tree)
        return Workspace(
            root=root,
            events=events,
            sources=sources,
            places=_registry(loading, tree, "places", Place),
            actors=_registry(loading, tree, "actors", Actor),
            threads=_registry(loading, tree, "threads", Thread),
            texts=texts,
            hashes=hashes,
            files=files,
            documents=loading.documents,
            problems=tuple(sorted(loading.problems, key=lambda problem: problem.sort_key)),
            set_aside=tuple(loading.set_aside),
            not_read=tuple(tree.not_read),
        )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Collections over many young records cost as much as validating them; nothing here makes cycles.

    What was loaded is frozen, so that no later collection walks it either; it still goes when it is let go of.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def _events(loading: _Loading, tree: Tree) -> tuple[dict[str, Event], dict[str, str]]:
    events: dict[str, Event] = {}
    files: dict[str, str] = {}
    taken: dict[str, str] = {}
    for file in tree.events:
        id_ = _stem(file)
        event = _one(loading, file, Event)
        if id_ in taken:
            loading.problems.append(ID_TAKEN.at(file, (1, 1), f"the id {id_} is taken by {taken[id_]}"))
            event = None
        if event is None:
            loading.set_aside.append(file)
        else:
            events[id_] = event
            files[id_] = file
        taken.setdefault(id_, file)
    return events, files


def _one(loading: _Loading, file: str, model: type[AnyRecord]) -> AnyRecord | None:
    """The record that a file holds, or None with the problems that say why not."""
    document = _document(loading, file)
    if document is None:
        return None
    stem = _stem(file)
    if not _is_id(stem):
        loading.problems.append(ID_MALFORMED.at(file, (1, 1), f"“{stem}” is not an id, and the file's name is the id"))
        return None
    return _record(loading, document, file, model, stem)


def _registry(loading: _Loading, tree: Tree, name: str, model: type[AnyRecord]) -> dict[str, AnyRecord]:
    """The entries of a registry; each stands on its own."""
    file = tree.registries.get(name)
    document = _document(loading, file) if file else None
    if file is None or document is None or document.data is None:
        return {}
    entries = {}
    for key in document.data:
        if not _is_id(key):
            position = document.position((key,), key=True)
            loading.problems.append(ID_MALFORMED.at(file, position, f"“{key}” is not an id"))
        elif record := _record(loading, document, file, model, key, (key,)):
            entries[key] = record
    return entries


def _record(
    loading: _Loading, document: Document, file: str, model: type[AnyRecord], id_: str, above: tuple[str, ...] = ()
) -> AnyRecord | None:
    data = document.data[above[0]] if above and document.data else document.data
    if not isinstance(data, dict):
        position = document.position(above)
        loading.problems.append(
            WRONG_TYPE.at(file, position, f"`{id_}` is not a mapping of fields", "write `{name: …}`")
        )
        return None
    try:
        record = model.model_validate({**data, "id": id_})
    except ValidationError as error:
        loading.problems.extend(breaches(error, model, document, file, above))
        record = None
    if "id" in data:
        position = document.position((*above, "id"), key=True)
        hint = "leave it out: the file's name, or the entry's key, is the id"
        loading.problems.append(KEY_UNKNOWN.at(file, position, "`id` is not written in the record", hint))
        return None
    if record:
        loading.problems.extend(_dates_not_quoted(record, document, file, above))
    return record


def _dates_not_quoted(record: Record, document: Document, file: str, above: PathInDocument) -> Iterator[Problem]:
    if not document.may_hold_plain_dates:
        return
    for path in date_paths(record, above):
        if document.is_plain(path):
            yield DATE_NOT_QUOTED.at(file, document.position(path), f"`{'.'.join(map(str, path))}` is not in quotes")


def _document(loading: _Loading, file: str) -> Document | None:
    document = read_file(loading.root / file)
    loading.problems.extend(problem.in_file(file) for problem in document.problems)
    if document.data is None:
        return None
    loading.documents[file] = document
    return document


def _texts(loading: _Loading, tree: Tree) -> tuple[dict[str, str], dict[str, str]]:
    texts: dict[str, str] = {}
    hashes: dict[str, str] = {}
    for file in tree.texts:
        id_ = _stem(file)
        raw = read_bytes(loading.root / file, MAX_TEXT_BYTES)
        if not isinstance(raw, bytes):
            loading.problems.append(raw.in_file(file))
            continue
        try:
            texts[id_] = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            before = raw[: error.start].decode("utf-8")
            loading.problems.append(
                TEXT_NOT_UTF8.at(
                    file, position_at(before, len(before)), f"byte {error.start} is not UTF-8 ({error.reason})"
                )
            )
            continue
        hashes[id_] = hashlib.sha256(raw).hexdigest()
    return texts, hashes


def _stem(file: str) -> str:
    """`us-base-closed` of `events/ecuador/us-base-closed.yaml`."""
    return file.rpartition("/")[2].rpartition(".")[0]


def _is_id(text: str) -> bool:
    return len(text) <= 80 and re.fullmatch(ID_PATTERN, text) is not None
