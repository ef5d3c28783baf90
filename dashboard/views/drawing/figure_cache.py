"""What is drawn from the same readings again, kept: a selection changes little of a figure of thousands."""

import datetime as dt
from collections.abc import Callable, Hashable, Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

from dashboard.cache import SharedCache
from dashboard.query.reading import ResolvedEvent

Arguments = ParamSpec("Arguments")
Made = TypeVar("Made")

FEW: Final = 100
"""So many readings are told one by one: of these, two lists of the same are alike."""
_AS_THEY_ARE: Final = (str, int, float, bool, dt.date, Enum, type(None))


def memoize(most: int) -> Callable[[Callable[Arguments, Made]], Callable[Arguments, Made]]:
    """Keep the last `most` results of a function that always gives the same result for the same arguments."""

    def keeping(make: Callable[Arguments, Made]) -> Callable[Arguments, Made]:
        kept: SharedCache[Made] = SharedCache(most)

        @wraps(make)
        def call(*args: Arguments.args, **named: Arguments.kwargs) -> Made:
            return kept.get((identity(args), identity(named)), (args, named), lambda: make(*args, **named))

        return call

    return keeping


def identity(value: Any) -> Hashable:
    """What two values share that draw alike. Records, readings and many of these never change: told by identity."""
    if isinstance(value, _AS_THEY_ARE):
        return value
    if isinstance(value, Mapping):
        return tuple((identity(key), identity(each)) for key, each in value.items())
    if isinstance(value, tuple | list):
        is_long = len(value) > FEW and isinstance(value[0], ResolvedEvent)
        return id(value) if is_long else tuple(map(identity, value))
    if isinstance(value, Set):
        return frozenset(map(identity, value))
    is_compared = "__eq__" in vars(type(value))  # one of `eq=False` is told by identity
    if is_dataclass(value) and is_compared and not isinstance(value, type | ResolvedEvent):
        return (type(value), *(identity(getattr(value, field.name)) for field in fields(value)))
    return id(value)
