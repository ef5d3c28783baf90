"""A briefing's file: begun, and given the state that it was built on; what else stands in it stays."""

import re
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.model.record import ID_PATTERN
from dashboard.store.strict_yaml import read_document
from dashboard.store.text_file import read_bytes
from dashboard.store.writing import write_new, write_whole
from dashboard.store.yaml_text import yaml_text

FOLDER: Final = "events/briefings"
MAX_BYTES: Final = 1_000_000
_HEAD: Final = """\
# A briefing. `dateline brief build` writes it; `dateline brief verify` says which of its sentences still stand.
# Own words: `bottom_line: [{text: ..., claims: [event-id/claim]}]`, or `by:` with initials. events/README.md has all.
"""


class BriefingNotWritten(DatelineError):
    """A briefing's file that could not be written; it is as it was."""


def file_of(id_: str) -> str:
    """Relative to the workspace. Raises `BriefingNotWritten` for what is no id."""
    if len(id_) > 80 or not re.fullmatch(ID_PATTERN, id_):
        raise BriefingNotWritten(
            f"“{id_}” is no id: small letters and digits, joined by single hyphens, at most 80 characters, like "
            "`base-in-ecuador-2025-12`."
        )
    return f"{FOLDER}/{id_}.yaml"


def new_briefing(root: Path, briefing: Briefing, *, force: bool = False) -> str:
    """Write the file of a new briefing, over none but by `force`; its name. Raises `BriefingNotWritten`."""
    file = file_of(briefing.id)
    text = _HEAD + yaml_text(_written(briefing))
    _put(root, file, text, force=force)
    return file


def set_built_on(root: Path, id_: str, built_on: BuiltOn) -> str:
    """Write what a briefing is built on into its file; the file's name. Raises `BriefingNotWritten`."""
    file = file_of(id_)
    raw = read_bytes(root / file, MAX_BYTES)
    if not isinstance(raw, bytes):
        raise BriefingNotWritten(f"{file} cannot be read: {raw.message}.")
    _put(root, file, with_built_on(raw.decode("utf-8"), built_on), force=True)
    return file


def with_built_on(written: str, built_on: BuiltOn) -> str:
    """The file `written` with another `built_on`; every line that is not of it stays.

    Raises `BriefingNotWritten` where it cannot be put in for certain.
    """
    document = read_document(written.encode())
    data: dict[str, Any] = document.data or {}
    state = built_on.model_dump(mode="json")
    lines = written.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    starts = sorted(document.position((key,), key=True)[0] for key in data)
    first = document.position(("built_on",), key=True)[0] if "built_on" in data else len(lines) + 1
    behind = next((start for start in starts if start > first), len(lines) + 1)
    block = yaml_text({"built_on": state})
    changed = "".join([*lines[: first - 1], block, *lines[behind - 1 :]])
    if not data or read_document(changed.encode()).data != {**data, "built_on": state}:
        raise BriefingNotWritten(
            "The file is written in a way that is not changed safely. Put `title`, `selection` and the other fields "
            "each on a line of its own, without `{}` around them all."
        )
    return changed


def _written(briefing: Briefing) -> dict[str, Any]:
    fields = briefing.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})
    state = fields.pop("built_on", None)
    return {**fields, "review": {"status": briefing.review.status}, **({"built_on": state} if state else {})}


def _put(root: Path, file: str, text: str, *, force: bool) -> None:
    try:
        (root / FOLDER).mkdir(exist_ok=True)
        (write_whole if force else write_new)(root / file, text)
    except FileExistsError as error:
        raise BriefingNotWritten(
            f"{file} is there already. Choose another id, or write over it with --force."
        ) from error
    except OSError as error:
        raise BriefingNotWritten(f"{file} could not be written: {error.strerror}. Look at its permissions.") from error
