"""Two changes of one record put together, where they are of different fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dashboard.store.editing.values import is_same
from dashboard.store.yaml import Path

_ABSENT: Final = object()


@dataclass(frozen=True, slots=True)
class Merge:
    """What two changes make together."""

    fields: Mapping[str, Any]
    """With `mine` wherever both changed the same."""
    conflicts: tuple[Path, ...]
    """Fields that both changed, each to something else."""


def merge_changes(before: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merge:
    """The record with what either of two has changed of `before`. Lists count as one field."""
    conflicts: list[Path] = []
    return Merge(_merge_mappings(before, mine, theirs, (), conflicts), tuple(conflicts))


def _merge_mappings(
    before: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], path: Path, conflicts: list[Path]
) -> dict[str, Any]:
    merged = {}
    for key in dict.fromkeys((*theirs, *mine)):
        old, own, other = (each.get(key, _ABSENT) for each in (before, mine, theirs))
        if (value := _merge_values(old, own, other, (*path, key), conflicts)) is not _ABSENT:
            merged[key] = value
    return merged


def _merge_values(before: Any, mine: Any, theirs: Any, path: Path, conflicts: list[Path]) -> Any:
    if _is_equal(before, mine) or _is_equal(mine, theirs):
        return theirs
    if _is_equal(before, theirs):
        return mine
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        return _merge_mappings(before if isinstance(before, Mapping) else {}, mine, theirs, path, conflicts)
    conflicts.append(path)
    return mine


def _is_equal(one: Any, other: Any) -> bool:
    return one is other or (one is not _ABSENT and other is not _ABSENT and is_same(one, other))
