"""Claims added to an event that has a file: behind its others; every other byte of the file stays as it is."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import indent
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.model.forms import free_id
from dashboard.store.lock import workspace_lock
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import refuse_unreadable, why_not_written, write_over
from dashboard.store.yaml import read_document, yaml_text

_KEY: Final = "claims"


class ClaimsNotAdded(DatelineError):
    """Claims that could not be added; the event's file is as it was."""


def add_claims(root: Path, file: str, claims: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """Add claims to the event in `file`; the keys that they have there, for none takes another's.

    Raises `ClaimsNotAdded`.
    """
    if not is_inside(root, file):
        raise ClaimsNotAdded(f"{file} is a link out of the workspace, or is inside one. Nothing was written.")
    try:
        with workspace_lock(root):
            raw = read_bytes(root / file)
            if not isinstance(raw, bytes):
                raise ClaimsNotAdded(f"{file} cannot be read: {raw.message}.")
            keyed, text = _with_claims(raw, file, claims)
            refuse_unreadable(file, text, ClaimsNotAdded, "write the claim into an event of its own")
            write_over(root / file, text, raw)
    except OSError as error:
        raise ClaimsNotAdded(f"{file} could not be written: {why_not_written(error)}. Nothing was written.") from error
    return tuple(keyed)


def _with_claims(raw: bytes, file: str, claims: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Any], str]:
    document = read_document(raw)
    data: Any = document.data or {}
    known = data.get(_KEY)
    if not isinstance(known, dict) or not known:
        raise ClaimsNotAdded(f"{file} has no claims that can be read. Correct it first.")
    keyed = _free_keys(claims, known)
    written = raw.decode("utf-8")
    line, column = document.position((_KEY, next(iter(known))), key=True)
    head, _ = document.position((_KEY,), key=True)
    lines = written.splitlines(keepends=True)
    others = (document.position((key,), key=True)[0] - 1 for key in data)
    behind = min((each for each in others if each >= head), default=len(lines))
    while behind > line and (not lines[behind - 1].strip() or lines[behind - 1].startswith("#")):
        behind -= 1
    break_ = "\r\n" if "\r\n" in written else "\n"
    block = indent(yaml_text(keyed), " " * (column - 1)).replace("\n", break_)
    ended = "" if lines[behind - 1].endswith("\n") else break_
    text = "".join([*lines[:behind], ended, block, *lines[behind:]])
    if line == head or read_document(text.encode()).data != {**data, _KEY: {**known, **keyed}}:
        raise ClaimsNotAdded(f"{file} cannot be added to safely. Put each claim on lines of its own, without `{{}}`.")
    return keyed, text


def _free_keys(claims: Mapping[str, Mapping[str, Any]], known: Mapping[str, Any]) -> dict[str, Any]:
    """The claims under keys that none of the `known` has."""
    keyed: dict[str, Any] = {}
    for wanted, claim in claims.items():
        keyed[free_id(wanted, {*known, *keyed})] = dict(claim)
    return keyed
