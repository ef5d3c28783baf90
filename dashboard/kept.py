"""What takes long to make and never changes, kept for all sessions: the last few of it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What was asked for last, `most` of it by `size`, each one counting 1 where that is not given.

    Two sessions that ask at once may make the same twice: both get the one that is kept.
    """

    def __init__(self, most: int, size: Callable[[Made], int] = lambda _made: 1) -> None:
        self.most = most
        self._size = size
        self._made: OrderedDict[Hashable, tuple[object, Made]] = OrderedDict()
        self._total = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable, of: object, make: Callable[[], Made]) -> Made:
        """What `make` made for this key. `of` is held, so that no identity in the key is given to something else."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key][1]
        made = make()
        with self._lock:
            if key in self._made:
                return self._made[key][1]
            self._made[key] = (of, made)
            self._total += self._size(made)
            while self._total > self.most and len(self._made) > 1:
                _, (_, gone) = self._made.popitem(last=False)
                self._total -= self._size(gone)
        return made

    def forget(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._made.clear()
            self._total = 0

    def __len__(self) -> int:
        return len(self._made)
