"""What an edit changes: the fields in question, and the lines of the file as programs show them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from enum import StrEnum
from typing import Any, Final

from dashboard.store.editing.values import is_same
from dashboard.store.yaml import Path

_AROUND: Final = 3
"""Lines that do not differ, shown before and behind those that do."""
_ABSENT: Final = object()


class ChangeKind(StrEnum):
    """What became of a field."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that an edit adds, removes or changes."""

    path: Path
    kind: ChangeKind


def changed_fields(before: Mapping[str, Any], now: Mapping[str, Any], path: Path = ()) -> Iterator[FieldChange]:
    """The fields that differ, each at the deepest mapping that has all of the difference; a list is one field."""
    for key in dict.fromkeys((*before, *now)):
        old, new, at = before.get(key, _ABSENT), now.get(key, _ABSENT), (*path, key)
        if old is _ABSENT or new is _ABSENT:
            yield FieldChange(at, ChangeKind.ADDED if old is _ABSENT else ChangeKind.REMOVED)
        elif isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from changed_fields(old, new, at)
        elif not is_same(old, new):
            yield FieldChange(at, ChangeKind.CHANGED)


def changed_lines(before: bytes, now: bytes) -> list[str]:
    """A unified difference of two files without its head: `@@`, and lines that begin with a space, `+` or `-`."""
    old, new = (each.decode("utf-8", "replace").splitlines() for each in (before, now))
    return list(unified_diff(old, new, n=_AROUND, lineterm=""))[2:]
