"""States of the history and comparisons with them, kept: a commit never changes, and reading one takes its time."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final

MOST_KEPT: Final = 4
"""The most values of one kind that are kept: a state is as large as the workspace."""

Key = tuple[str, ...]
"""The kind first."""

_kept: Final[OrderedDict[Key, tuple[object, Any]]] = OrderedDict()
_lock: Final = threading.Lock()


def keeping(key: Key, of: object, made: Callable[[], Any]) -> Any:
    """What `made` gives; the same again for the same `key`, while `of` is the very same object."""
    with _lock:
        if key in _kept and _kept[key][0] is of:
            _kept.move_to_end(key)
            return _kept[key][1]
    value = made()
    with _lock:
        _kept[key] = (of, value)
        _kept.move_to_end(key)
        for old in [each for each in _kept if each[0] == key[0]][:-MOST_KEPT]:
            del _kept[old]
    return value
