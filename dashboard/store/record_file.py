"""One file of a workspace, read on its own: what it holds, and what is wrong with it."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dashboard.model.pickled_values import PickledByValues
from dashboard.model.problem import MOST_OF_A_FILE, Problem, kind
from dashboard.model.record import ID_PATTERN, Record
from dashboard.store.breach_kinds import DATE_NOT_QUOTED, ID_MALFORMED, KEY_UNKNOWN, WRONG_TYPE
from dashboard.store.file_problems import more_problems
from dashboard.store.model_errors import model_problems
from dashboard.store.record_shape import date_paths
from dashboard.store.text_file import position_at, read_bytes
from dashboard.store.yaml import Document, read_file

MAX_TEXT_BYTES = 20_000_000

TEXT_NOT_UTF8 = kind(
    "source-not-utf8",
    "A source's text is not UTF-8",
    "Texts in `seeds/` must be UTF-8, so that positions in the text are the same on every system.",
    "save the text again as UTF-8 (for a new source, use `dateline source add FILE --encoding NAME`)",
)


@dataclass(frozen=True, slots=True)
class FileRead(PickledByValues):
    """What one file holds."""

    document: Document | None = None
    records: Mapping[str, Record] = field(default_factory=dict)
    """By id: one for a record's file, any number for a registry."""
    text: str = ""
    sha256: str = ""
    """The SHA-256 of a text's bytes, in lower-case hexadecimal; empty if the text could not be read."""
    problems: tuple[Problem, ...] = ()


def stem(file: str) -> str:
    """`us-base-closed` of `events/ecuador/us-base-closed.yaml`."""
    return file.rpartition("/")[2].rpartition(".")[0]


def read_record(root: Path, file: str, model: type[Record]) -> FileRead:
    """The one record that a file holds, by its stem; none where the problems say why not."""
    return record_in(read_file(f"{root}/{file}"), file, model)


def record_in(document: Document, file: str, model: type[Record]) -> FileRead:
    """The one record that a file would hold, were this what stands in it."""
    problems = [problem.in_file(file) for problem in document.problems]
    if document.data is None:
        return FileRead(problems=tuple(problems))
    id_ = stem(file)
    if not _is_id(id_):
        problems.append(ID_MALFORMED.at(file, (1, 1), f"“{id_}” is not an id, but the file name must be one"))
        return FileRead(document, problems=tuple(problems))
    record = _record(document, document.data, file, model, id_, problems)
    return FileRead(document.light(), {id_: record} if record else {}, problems=tuple(problems))


def read_registry(root: Path, file: str, model: type[Record]) -> FileRead:
    """The entries of a registry by their keys; each stands on its own."""
    return registry_in(read_file(root / file), file, model)


def registry_in(document: Document, file: str, model: type[Record]) -> FileRead:
    """The entries that a registry would hold, were this what stands in it."""
    problems = [problem.in_file(file) for problem in document.problems]
    records = {}
    for key, data in (document.data or {}).items():
        if not _is_id(key):
            position = document.position((key,), key=True)
            problems.append(ID_MALFORMED.at(file, position, f"“{key}” is not an id"))
        elif record := _record(document, data, file, model, key, problems, (key,)):
            records[key] = record
    return FileRead(document if document.data is not None else None, records, problems=tuple(problems))


def read_text(root: Path, file: str) -> FileRead:
    """A source's text, decoded, with its line ends and byte order mark as they are."""
    raw = read_bytes(root / file, MAX_TEXT_BYTES)
    if not isinstance(raw, bytes):
        return FileRead(problems=(raw.in_file(file),))
    try:
        return FileRead(text=raw.decode("utf-8"), sha256=hashlib.sha256(raw).hexdigest())
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        message = f"byte {error.start} is not UTF-8 ({error.reason})"
        return FileRead(problems=(TEXT_NOT_UTF8.at(file, position_at(before, len(before)), message),))


def _record(
    document: Document,
    data: Any,
    file: str,
    model: type[Record],
    id_: str,
    problems: list[Problem],
    above: tuple[str, ...] = (),
) -> Record | None:
    """The record in `data`, or None; either way what is wrong is added to `problems`."""
    if not isinstance(data, dict):
        message = f"`{id_}` is not a mapping of fields"
        problems.append(WRONG_TYPE.at(file, document.position(above), message, "write `{name: …}`"))
        return None
    record = None
    try:
        record = model.model_validate({**data, "id": id_})
    except ValidationError as error:
        problems.extend(islice(model_problems(error, model, document, file, above), MOST_OF_A_FILE))
        if (left := error.error_count() - MOST_OF_A_FILE) > 0:
            problems.append(more_problems(problems[-1], left))
    if "id" in data:
        hint = "remove it: the file name, or the key of the entry, is the id"
        position = document.position((*above, "id"), key=True)
        problems.append(KEY_UNKNOWN.at(file, position, "the record has an `id`", hint))
        return None
    if record and document.may_hold_plain_dates:
        problems.extend(_dates_not_quoted(record, document, file, above))
    return record


def _dates_not_quoted(record: Record, document: Document, file: str, above: tuple[str, ...]) -> Iterator[Problem]:
    for path in date_paths(record, above):
        if document.is_plain(path):
            written = _at(document.data, path)
            message = f"`{'.'.join(map(str, path))}` is not in quotes"
            yield DATE_NOT_QUOTED.at(file, document.position(path), message, f'put it in quotes: `"{written}"`')


def _at(data: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data


def _is_id(text: str) -> bool:
    return len(text) <= 80 and re.fullmatch(ID_PATTERN, text) is not None
