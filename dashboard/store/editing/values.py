"""Data of records compared: by what they say, and with the kind of each value."""

from collections.abc import Mapping
from typing import Any, Final

_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})


def is_same(one: Any, other: Any) -> bool:
    """Whether two values say the same: 1 and 1.0 do, 1 and true do not. The order of keys does not count."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(is_same(each, other[key]) for key, each in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other
    return type(one) is type(other) and bool(one == other)


def with_unseen(before: Any, now: Any) -> Any:
    """The value of a form as its file has it: a form drops what is empty, and spaces around a text.

    What the file has so, and the form did not change, stays as the file has it: `part_of: null` says something.
    """
    if isinstance(before, Mapping) and isinstance(now, Mapping):
        kept = {key: each for key, each in before.items() if key not in now and _is_empty(each)}
        found = {key: with_unseen(before[key], each) if key in before else each for key, each in now.items()}
        return {**found, **kept}
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return [with_unseen(old, new) for old, new in zip(before, now, strict=True)]
    if isinstance(before, str) and isinstance(now, str) and before.strip() == now:
        return before
    return now


def _is_empty(value: Any) -> bool:
    """Whether a form shows nothing of it."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(map(_is_empty, value.values()))
    return any(value is each or (value == each and type(value) is type(each)) for each in _EMPTY)
