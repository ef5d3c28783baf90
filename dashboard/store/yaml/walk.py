"""libyaml's events within their budgets, and a second, slower walk through a text, for where things stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import yaml

from dashboard.errors import YamlParserMissing
from dashboard.store.file_problems import Position

MAX_DEPTH = 20
"""Mappings and lists inside one another, the outermost included."""
MAX_EVENTS = 200_000
"""Scalars and aliases count once, mappings and lists twice: as they begin and as they end.

A registry at the limit of size (some 6,000 places) stays below; what exceeds it is made to exhaust a reader.
"""
_BEGINNINGS = frozenset([yaml.MappingStartEvent, yaml.SequenceStartEvent])
_ENDS = frozenset([yaml.MappingEndEvent, yaml.SequenceEndEvent])
_NODES = _BEGINNINGS | {yaml.ScalarEvent, yaml.AliasEvent}
Path = tuple[str | int, ...]
"""The way from the top to a value: keys of mappings, and places in lists from 0."""


def events(text: str) -> Iterator[yaml.Event]:
    """The stream of `text`. Iterating raises `yaml.YAMLError` where it breaks the grammar.

    Raises `YamlParserMissing` without libyaml: PyYAML's own parser accepts other texts.
    """
    if not yaml.__with_libyaml__:
        raise YamlParserMissing
    return iter(yaml.CLoader(text).get_event, None)


def begin(event: yaml.Event) -> Position:
    """The position at which `event` begins; libyaml gives every event a mark."""
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


class YamlNode(NamedTuple):
    """A key or a value, as it stands in the text."""

    path: Path
    """A key has the path of its value."""
    parent: int
    """Number of the mapping or list that it stands in, in the order in which they begin."""
    event: Any
    is_key: bool = False


@dataclass(slots=True)
class _Level:
    path: Path
    number: int
    is_mapping: bool
    key: str | None = None
    length: int = 0


def walk(text: str) -> Iterator[YamlNode]:
    """The nodes of `text` in order, as far as the strict reader itself would follow it."""
    levels: list[_Level] = []
    begun = 0
    for event in _bounded_events(text):
        kind_of_event = type(event)
        if kind_of_event in _ENDS:
            levels.pop()
        elif kind_of_event in _NODES:
            node = _place(levels, event)
            begins = kind_of_event in _BEGINNINGS
            if (begins and len(levels) >= MAX_DEPTH) or (node.is_key and kind_of_event is not yaml.ScalarEvent):
                return
            yield node
            if begins:
                begun += 1
                levels.append(_Level(node.path, begun, kind_of_event is yaml.MappingStartEvent))


def scalar_nodes(text: str) -> Iterator[YamlNode]:
    """The keys and single values of `text`, in order."""
    return (node for node in walk(text) if type(node.event) is yaml.ScalarEvent)


def _bounded_events(text: str) -> Iterator[Any]:
    try:
        yield from islice(events(text), MAX_EVENTS)
    except yaml.YAMLError:
        return


def _place(levels: list[_Level], event: Any) -> YamlNode:
    """The node that `event` begins, and the step forward in the level that holds it."""
    if not levels:
        return YamlNode((), 0, event)
    level = levels[-1]
    if not level.is_mapping:
        level.length += 1
        return YamlNode((*level.path, level.length - 1), level.number, event)
    if level.key is None:
        level.key = getattr(event, "value", "")
        return YamlNode((*level.path, level.key), level.number, event, is_key=True)
    path = (*level.path, level.key)
    level.key = None
    return YamlNode(path, level.number, event)


@dataclass(slots=True)
class Places:
    """The positions of the keys and values of a text, and which of them are unquoted."""

    values: dict[Path, Position] = field(default_factory=dict)
    keys: dict[Path, Position] = field(default_factory=dict)
    plain: set[Path] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> "Places":
        """All places, in one walk."""
        places = cls()
        for node in walk(text):
            (places.keys if node.is_key else places.values)[node.path] = begin(node.event)
            if not node.is_key and type(node.event) is yaml.ScalarEvent and not node.event.style:
                places.plain.add(node.path)
        return places

    def nearest(self, path: Path, *, key: bool) -> Position:
        """Place of the value (or key) at `path`, or at the nearest path above it that exists."""
        while path and path not in self.values:
            path = path[:-1]
        value = self.values.get(path, (1, 1))
        return self.keys.get(path, value) if key else value
