"""The tree of a YAML text, each key and value with the characters that it takes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from dashboard.store.yaml import events

_BLOCKS: Final = ("|", ">")


@dataclass(slots=True)
class YamlValue:
    """A value in a text; positions are code points."""

    start: int
    column: int
    """Characters before it on its line."""
    end: int
    """Behind its last character; of a block of text, without the line ends behind it."""
    style: str = ""
    """Quotes or sign of a block, of a single value; empty where it has none."""
    is_flow: bool = False
    """Whether it is in brackets."""


@dataclass(slots=True)
class YamlScalar(YamlValue):
    """A text, a number, a truth or nothing."""

    value: str = ""
    """What it says, as text."""


@dataclass(slots=True)
class YamlEntry:
    """A key with its value."""

    key: YamlScalar
    value: YamlValue

    @property
    def start(self) -> int:
        """Where the key begins."""
        return self.key.start

    @property
    def end(self) -> int:
        """Where the value ends; that of nothing ends behind the colon."""
        return max(self.key.end, self.value.end)


@dataclass(slots=True)
class YamlMapping(YamlValue):
    """Keys with their values."""

    entries: list[YamlEntry] = field(default_factory=list)


@dataclass(slots=True)
class YamlList(YamlValue):
    """Values, one behind the other."""

    items: list[YamlValue] = field(default_factory=list)


def tree_of(body: str) -> YamlMapping:
    """The tree of a text that the strict reader accepts: its top is a mapping."""
    stream = iter(events(body))
    for event in stream:
        if isinstance(event, yaml.MappingStartEvent):
            return _mapping(body, event, stream)
    raise ValueError("no mapping")


def _node(body: str, event: Any, stream: Iterator[Any]) -> YamlValue:
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(body, event, stream)
    if isinstance(event, yaml.SequenceStartEvent):
        return _listing(body, event, stream)
    return _single(body, event)


def _mapping(body: str, event: Any, stream: Iterator[Any]) -> YamlMapping:
    entries: list[YamlEntry] = []
    while type(each := next(stream)) is not yaml.MappingEndEvent:
        key = _single(body, each)
        entries.append(YamlEntry(key, _node(body, next(stream), stream)))
    last: Any = each
    end = last.end_mark.index if event.flow_style else entries[-1].end if entries else event.end_mark.index
    mark = event.start_mark
    return YamlMapping(mark.index, mark.column, end, is_flow=bool(event.flow_style), entries=entries)


def _listing(body: str, event: Any, stream: Iterator[Any]) -> YamlList:
    items: list[YamlValue] = []
    while type(each := next(stream)) is not yaml.SequenceEndEvent:
        items.append(_node(body, each, stream))
    last: Any = each
    end = last.end_mark.index if event.flow_style else items[-1].end if items else event.end_mark.index
    mark = event.start_mark
    return YamlList(mark.index, mark.column, end, is_flow=bool(event.flow_style), items=items)


def _single(body: str, event: Any) -> YamlScalar:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if style in _BLOCKS:
        end = start + len(body[start:end].rstrip())
    return YamlScalar(start, event.start_mark.column, end, style, value=event.value)
