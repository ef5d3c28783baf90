"""What became of the parts of a mapping or a list: which stayed, were changed, renamed, added or removed."""

import json
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from dashboard.store.editing.values import is_same


def renamed_keys(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, str]:
    """Keys that have gone, each with the new one that has the very same value: a key was given another name."""
    gone = [key for key in before if key not in now]
    new = [key for key in now if key not in before]
    found: dict[str, str] = {}
    for old in gone:
        twin = next((each for each in new if each not in found.values() and is_same(before[old], now[each])), None)
        if twin is not None:
            found[old] = twin
    return found


def align(before: list[Any], now: list[Any]) -> tuple[list[tuple[int, int]], dict[int, list[int]], list[int]]:
    """Items that stay or are changed, as pairs of numbers; what is added, by the pair it follows; what is removed."""
    old, new = ([json.dumps(each, sort_keys=True) for each in items] for items in (before, now))
    pairs: list[tuple[int, int]] = []
    added: dict[int, list[int]] = {}
    removed: list[int] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        both = min(b - a, d - c) if what in ("equal", "replace") else 0
        pairs.extend((a + step, c + step) for step in range(both))
        removed.extend(range(a + both, b))
        if more := list(range(c + both, d)):
            added.setdefault(len(pairs) - 1, []).extend(more)
    return pairs, added, removed


def plain(value: Any) -> Any:
    """Mappings and lists without those of a form that are other classes."""
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value
