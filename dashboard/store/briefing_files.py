"""A briefing's file: begun, and given the state that it was built on; what else stands in it stays."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.model.record import ID_PATTERN
from dashboard.store.lock import workspace_lock
from dashboard.store.record_file import record_in
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import refuse_unreadable, why_not_written, write_new, write_over, write_whole
from dashboard.store.yaml import read_document, yaml_text

FOLDER: Final = "events/briefings"
_ORDER: Final = tuple(field.alias or name for name, field in Briefing.model_fields.items())
_HEAD: Final = """\
# A briefing. `dateline brief build` writes it; `dateline brief verify` says which of its sentences still stand.
# Own words: `bottom_line: [{text: ..., claims: [event-id/claim]}]`, or `by:` with initials: `dateline docs records`.
"""


class BriefingNotWritten(DatelineError):
    """A briefing's file that could not be written; it is as it was."""


class BriefingChanged(BriefingNotWritten):
    """The file is not any more the one that was opened."""


def file_of(id_: str) -> str:
    """Relative to the workspace. Raises `BriefingNotWritten` for what is no id."""
    if len(id_) > 80 or not re.fullmatch(ID_PATTERN, id_):
        raise BriefingNotWritten(
            f"“{id_}” is not an id. Use lower-case letters and digits, joined by single hyphens, at most 80 "
            "characters, such as `base-in-ecuador-2025-12`."
        )
    return f"{FOLDER}/{id_}.yaml"


def new_briefing(root: Path, briefing: Briefing, *, force: bool = False) -> str:
    """Write the file of a new briefing, over none but by `force`; its name. Raises `BriefingNotWritten`."""
    file = file_of(briefing.id)
    text = _HEAD + yaml_text(_file_fields(briefing))
    with _alone(root, file):
        _write_file(root, file, text, write_whole if force else write_new)
    return file


def fingerprint(root: Path, id_: str) -> str:
    """SHA-256 of the briefing's file as it is now; empty where there is none that can be read."""
    file = file_of(id_)
    raw = read_bytes(root / file) if is_inside(root, file) else None
    return hashlib.sha256(raw).hexdigest() if isinstance(raw, bytes) else ""


def save_briefing(root: Path, briefing: Briefing, opened: str) -> bool:
    """Write a briefing over the file that had the fingerprint `opened`, or into a new one where that is empty.

    Lines of fields that say the same stay as they are, comments with them. False where that could not be kept: then the
    file is written anew as a whole. Raises `BriefingChanged` where the file is another one now, `BriefingNotWritten`.
    """
    file = file_of(briefing.id)
    with _alone(root, file):
        if fingerprint(root, briefing.id) != opened:
            raise BriefingChanged(f"{file} was changed by somebody else in the meantime. Nothing was written.")
        raw = (root / file).read_bytes() if opened else None
        written = raw.decode("utf-8").replace("\r\n", "\n") if raw else ""
        changed = _with_changes(written, briefing, file) if opened else None
        whole = changed if changed is not None else _HEAD + yaml_text(_file_fields(briefing))
        _write_file(root, file, whole, write_new if raw is None else partial(write_over, before=raw))
    return changed is not None or not opened


def _with_changes(written: str, briefing: Briefing, file: str) -> str | None:
    """The file with the fields that are to say something else; None where they cannot be put in for certain."""
    before = record_in(read_document(written.encode()), file, Briefing).records.get(briefing.id)
    if not isinstance(before, Briefing):
        return None
    old, new = _fields(before), _fields(briefing)
    return with_fields(written, {key: new.get(key) for key in _ORDER if old.get(key) != new.get(key)})


def set_built_on(root: Path, briefing: Briefing, built_on: BuiltOn) -> str:
    """Write what a briefing is built on into its file; the file's name.

    Raises `BriefingChanged` where the file says something else by now than the briefing that was looked through,
    `BriefingNotWritten`.
    """
    file = file_of(briefing.id)
    _refuse_outside(root, file)
    with _alone(root, file):
        raw = read_bytes(root / file)
        if not isinstance(raw, bytes):
            raise BriefingNotWritten(f"{file} cannot be read: {raw.message}.")
        if record_in(read_document(raw), file, Briefing).records.get(briefing.id) != briefing:
            raise BriefingChanged(f"{file} was changed by somebody else in the meantime. Nothing was written.")
        _write_file(root, file, with_built_on(raw.decode("utf-8"), built_on), partial(write_over, before=raw))
    return file


def with_built_on(written: str, built_on: BuiltOn) -> str:
    """The file `written` with another `built_on`; every line that is not of it stays.

    Raises `BriefingNotWritten` where it cannot be put in for certain.
    """
    changed = with_fields(written, {"built_on": built_on.model_dump(mode="json")})
    if changed is None:
        raise BriefingNotWritten(
            "The file cannot be changed safely. Put `title`, `selection` and each other field on its own line, "
            "without `{}` around all of them."
        )
    return changed


def with_fields(written: str, fields: Mapping[str, Any]) -> str | None:
    """The file `written` with other values of some fields, None for one that goes; whatever is not of them stays.

    None where it cannot be changed for certain: the result is read again, and has to say what was meant.
    """
    data: dict[str, Any] = read_document(written.encode()).data or {}
    meant = {key: value for key, value in {**data, **fields}.items() if value is not None}
    changed = written if not written or written.endswith("\n") else f"{written}\n"
    for key, value in fields.items():
        changed = _with_field(changed, key, value)
    return changed if data and read_document(changed.encode()).data == meant else None


def _with_field(written: str, key: str, value: Any) -> str:
    """The file with a new value of one field, in its place or where the model has it; other comments stay."""
    document = read_document(written.encode())
    starts = {each: document.position((each,), key=True)[0] - 1 for each in document.data or {}}
    lines = written.splitlines(keepends=True)
    block = [] if value is None else [yaml_text({key: value})]
    if key in starts:
        first = starts[key]
        behind = _end(lines, first, min((start for start in starts.values() if start > first), default=len(lines)))
    else:
        later = [starts[each] for each in starts if each in _ORDER and _ORDER.index(each) > _ORDER.index(key)]
        above = max((start for start in starts.values() if start < min(later, default=len(lines))), default=None)
        first = behind = (
            _end(lines, above, min(later, default=len(lines))) if above is not None else min(later, default=0)
        )
    return "".join([*lines[:first], *block, *lines[behind:]])


def _end(lines: Sequence[str], first: int, behind: int) -> int:
    """The line at which the field that begins in line `first` ends, without empty lines and comments behind it."""
    while behind > first + 1 and (not lines[behind - 1].strip() or lines[behind - 1].startswith("#")):
        behind -= 1
    return behind


def _fields(briefing: Briefing) -> dict[str, Any]:
    """What a file of it has, in the order of the model: what is not as it would be anyway."""
    return briefing.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})


def _file_fields(briefing: Briefing) -> dict[str, Any]:
    fields = _fields(briefing)
    state = fields.pop("built_on", None)
    review = {"status": briefing.review.status, **fields.get("review", {})}
    return {**fields, "review": review, **({"built_on": state} if state else {})}


@contextmanager
def _alone(root: Path, file: str) -> Iterator[None]:
    """While the file is read, changed and written, nobody else does. Raises `BriefingNotWritten`."""
    try:
        with workspace_lock(root):
            yield
    except OSError as error:
        raise BriefingNotWritten(f"{file} could not be written: {why_not_written(error)}.") from error


def _refuse_outside(root: Path, file: str) -> None:
    if not is_inside(root, file):
        raise BriefingNotWritten(
            f"{file} is a link out of the workspace, or is inside one. Replace the link with a copy of its target."
        )


def _write_file(root: Path, file: str, text: str, write: Callable[[Path, str], None]) -> None:
    refuse_unreadable(file, text, BriefingNotWritten, "choose fewer events, or make two briefings")
    _refuse_outside(root, file)
    try:
        (root / FOLDER).mkdir(exist_ok=True)
        write(root / file, text)
    except FileExistsError as error:
        raise BriefingNotWritten(f"{file} already exists. Choose another id, or overwrite it with --force.") from error
