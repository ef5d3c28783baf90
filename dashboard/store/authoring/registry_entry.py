"""A new entry of a registry: added at the end of its file, of which every other byte stays as it is."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from dashboard.errors import DatelineError
from dashboard.model.record import ID_PATTERN, Record
from dashboard.model.registry import REGISTRIES
from dashboard.store.authoring.together import PlannedWrite
from dashboard.store.model_errors import model_problems
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import refuse_unreadable
from dashboard.store.yaml import read_document, yaml_text

REGISTRY_FOLDER: Final = "events/registry"
_COMMENT: Final = re.compile(r"^[ \t]*#.*$", re.MULTILINE)


class EntryNotWritten(DatelineError):
    """An entry that could not be written; the registry is as it was."""


def registry_file(registry: str) -> str:
    """The file of a registry, relative to the workspace."""
    return f"{REGISTRY_FOLDER}/{registry}.yaml"


def plan_entries(root: Path, registry: str, entries: Mapping[str, Mapping[str, Any]]) -> PlannedWrite:
    """What the file of a registry (`places`, `actors`, `threads`) has once these entries are added.

    Raises `EntryNotWritten` for an id that is there, fields that the model refuses, and a file that cannot be read or
    added to for certain.
    """
    file = registry_file(registry)
    if not is_inside(root, file):
        raise EntryNotWritten(f"{file} is a link out of the workspace, or is inside one. Nothing was written.")
    made = {id_: _entry(registry, id_, fields) for id_, fields in entries.items()}
    before = _text(root, file)
    text = before or ""
    for id_, entry in made.items():
        text = _with_entry(text, id_, entry, file)
    refuse_unreadable(file, text, EntryNotWritten, "remove entries that no event names")
    return PlannedWrite(file, None if before is None else before.encode(), text.encode())


def registry_ids(root: Path, registry: str) -> frozenset[str]:
    """The ids in the file of a registry as it is now; none of one that cannot be read."""
    file = registry_file(registry)
    raw = read_bytes(root / file) if is_inside(root, file) else None
    data: Any = read_document(raw).data if isinstance(raw, bytes) else None
    return frozenset(data) if isinstance(data, dict) else frozenset()


def _entry(registry: str, id_: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as the file has them."""
    if len(id_) > 80 or not re.fullmatch(ID_PATTERN, id_):
        raise EntryNotWritten(f"“{id_}” is not an id. Use lower-case letters and digits, joined by single hyphens.")
    model: type[Record] = REGISTRIES[registry]
    try:
        made = model.model_validate({**fields, "id": id_})
    except ValidationError as error:
        as_yaml = json.dumps({id_: dict(fields)}, ensure_ascii=False).encode("utf-8", "replace")  # all quoted
        document = read_document(as_yaml)
        first = next(model_problems(error, model, document, f"{REGISTRY_FOLDER}/{registry}.yaml", (id_,)))
        told = (f"{id_}: {first.message}", f"{first.hint[:1].upper()}{first.hint[1:]}")
        raise EntryNotWritten(f"{'. '.join(filter(None, told))}.") from error
    return made.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})


def _text(root: Path, file: str) -> str | None:
    """What is written in the file; None where there is none."""
    if not (root / file).exists():
        return None
    raw = read_bytes(root / file)
    if not isinstance(raw, bytes):
        raise EntryNotWritten(f"{file} cannot be read: {raw.message}.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise EntryNotWritten(f"{file} is not UTF-8. Save it as UTF-8 first.") from None


def _with_entry(written: str, id_: str, entry: Mapping[str, Any], file: str) -> str:
    """The file with the entry behind all others; the result is read again, and has to say what was meant."""
    before = read_document(written.encode()) if _COMMENT.sub("", written).strip("\ufeff \t\r\n") else None
    data = (before.data if before else None) or {}
    if before is not None and before.data is None and before.problems:
        raise EntryNotWritten(f"{file} has an error: {before.problems[0].message}. Fix it first.")
    if id_ in data:
        raise EntryNotWritten(f"{file} has an entry {id_} already. Choose another id.")
    break_ = "\r\n" if "\r\n" in written else "\n"
    joined = written if not written or written.endswith("\n") else f"{written}{break_}"
    text = joined + yaml_text({id_: dict(entry)}).replace("\n", break_)
    if read_document(text.encode()).data != {**data, id_: dict(entry)}:
        raise EntryNotWritten(f"{file} cannot be added to safely. Put each entry on lines of its own, without `{{}}`.")
    return text
