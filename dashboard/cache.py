"""What takes long to make and never changes, shared by all sessions: the last few of it."""

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from cachetools import LRUCache

Made = TypeVar("Made")


class SharedCache(Generic[Made]):
    """What was asked for last, `most` of it by `size`, each one counting 1 where that is not given.

    What alone is larger than all of it may be is kept alone. Two sessions that ask at once may make the same twice:
    both get the one that is kept.
    """

    def __init__(self, most: int, size: Callable[[Made], int] = lambda _made: 1) -> None:
        self._made: LRUCache[Hashable, tuple[object, Made]] = LRUCache(most, lambda kept: min(size(kept[1]), most))
        self._lock = threading.Lock()

    def get(self, key: Hashable, of: object, make: Callable[[], Made]) -> Made:
        """What `make` made for this key. `of` is held, so that no identity in the key is given to something else."""
        with self._lock:
            if (kept := self._made.get(key)) is not None:
                return kept[1]
        made = make()
        with self._lock:
            if (kept := self._made.get(key)) is not None:
                return kept[1]
            self._made[key] = (of, made)
        return made

    def find(self, key: Hashable) -> Made | None:
        """What was made for this key, where it is still kept."""
        with self._lock:
            return kept[1] if (kept := self._made.get(key)) is not None else None

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._made.clear()

    def __len__(self) -> int:
        return len(self._made)
