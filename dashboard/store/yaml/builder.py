"""One pass over libyaml's events: builds plain Python, and holds every rule that one event shows the breach of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from sys import intern
from typing import Any, Final

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from dashboard.model.problem import ProblemKind, kind
from dashboard.store.file_problems import YamlProblem, excerpt
from dashboard.store.yaml.scalars import (
    FIRST_CHARACTERS,
    LEADING_ZERO,
    NUMBER,
    NUMBER_BEGINNINGS,
    Scalar,
    ScalarError,
    has_leading_zero,
    resolve,
)
from dashboard.store.yaml.syntax import ANCHOR, DIRECTIVE, TAG, TOO_DEEP
from dashboard.store.yaml.walk import MAX_DEPTH, MAX_EVENTS, begin

MAX_PROBLEMS = 100

EMPTY = kind(
    "yaml-empty",
    "The file is empty",
    "The file has only white space and comments.",
    "write the record, or delete the file",
)
TOP_LEVEL = kind(
    "yaml-top-level",
    "The file is not a mapping",
    "A record or registry is a mapping: lines like `key: value`.",
    "start with a key, such as `title: ...`",
)
SECOND_DOCUMENT = kind(
    "yaml-second-document",
    "A second document",
    "A file has one record. A line `---` is allowed only above it.",
    "delete the line, or move what follows to a separate file",
)
TOO_MANY = kind(
    "yaml-too-many-nodes",
    "Too many values",
    f"A file has at most {MAX_EVENTS:,} keys and values. A mapping or list counts twice.",
    "split the file",
)
MERGE_KEY = kind(
    "yaml-merge-key",
    "A merge key",
    "`<<` copies one mapping into another, so readers cannot see what the record says.",
    "write out the keys",
)
KEY_NOT_STRING = kind(
    "yaml-key-not-string",
    "A key that is not text",
    "A key is text on one line. An unquoted number, `true`, `null`, an empty key, a list or a mapping is not text.",
    'quote it, as in `"2009": ...`; if it is the rest of a number, write the number without commas: `13500000`',
)
_ITEM: Final = object()


class Stop(Exception):
    """Nothing after this place can be understood, or need be."""


@dataclass(slots=True)
class Builder:
    """Builds the data of one text, and collects what is wrong with it."""

    problems: list[YamlProblem] = field(default_factory=list)
    unquoted: set[str] = field(default_factory=set)
    """Unquoted texts that begin like a number, as a date does."""
    has_duplicates: bool = False

    def document(self, stream: Iterator[Any]) -> dict[str, Any]:
        """The one mapping that the stream holds. Raises `Stop` or `yaml.YAMLError` where it cannot go on."""
        opening, start = next(stream), next(stream)
        if type(start) is not yaml.DocumentStartEvent:
            raise self.stop(EMPTY, opening, "there is no record in this file")
        if start.version or start.tags:
            self.add(DIRECTIVE, start, "there is a directive here")
        top = next(stream)
        self.refuse_extras(top)
        if type(top) is ScalarEvent and not top.value and not top.style:
            raise self.stop(EMPTY, opening, "there is no record in this file")
        if type(top) is not MappingStartEvent:
            raise self.stop(TOP_LEVEL, top, "a mapping is expected here")
        data: dict[str, Any] = {}
        self.fill(data, stream)
        next(stream)
        after = next(stream)
        if type(after) is not yaml.StreamEndEvent:
            raise self.stop(SECOND_DOCUMENT, after, "a second document starts here")
        return data

    def fill(self, data: dict[str, Any], stream: Iterator[Any]) -> None:
        """Read the mapping that has begun into `data`.

        One loop without calls for what is common: a call costs as much as the event. `key` is None where a mapping
        awaits a key, and `_ITEM` in a list.
        """
        container: Any = data
        key: Any = None
        above: list[tuple[Any, Any]] = []
        for event in islice(stream, MAX_EVENTS):
            kind_of_event = type(event)
            if kind_of_event is ScalarEvent:
                value: Any = event.value
                if event.tag is not None or event.anchor is not None:
                    self.refuse_extras(event)
                if key is None:
                    if not event.style and (value[:1] in FIRST_CHARACTERS or value == "<<"):
                        self.refuse_key(event)
                    if value in container:
                        self.has_duplicates = True
                    key = intern(value)  # thousands of records share a few dozen keys
                    continue
                if not event.style and value[:1] in FIRST_CHARACTERS:
                    value = self.resolve_scalar(event)
            elif kind_of_event is MappingEndEvent or kind_of_event is SequenceEndEvent:
                if not above:
                    return
                container, key = above.pop()
                continue
            else:
                if key is None:
                    raise self.stop(KEY_NOT_STRING, event, "a key cannot be a list, a mapping or an alias")
                if event.anchor is None and event.tag is None and len(above) < MAX_DEPTH - 1:
                    value = {} if kind_of_event is MappingStartEvent else []
                else:
                    value = self.empty_container(event, len(above) + 2)
            if key is _ITEM:
                container.append(value)
            else:
                container[key] = value
                key = None
            if kind_of_event is not ScalarEvent and value is not None:
                above.append((container, key))
                container, key = value, None if kind_of_event is MappingStartEvent else _ITEM
        raise self.stop(TOO_MANY, event, f"more than {MAX_EVENTS:,} keys and values")

    def empty_container(self, event: Any, depth: int) -> dict[str, Any] | list[Any] | None:
        """The empty mapping or list that `event` begins at `depth` from 1; None for an alias."""
        self.refuse_extras(event)
        if type(event) is yaml.AliasEvent:
            return None
        if depth > MAX_DEPTH:
            raise self.stop(TOO_DEEP, event, f"mappings and lists nested more than {MAX_DEPTH} levels deep")
        return {} if type(event) is MappingStartEvent else []

    def resolve_scalar(self, event: Any) -> Scalar:
        """The value of an unquoted scalar that may be something else than text."""
        text: str = event.value
        try:
            value = resolve(text)
        except ScalarError as refused:
            self.add(NUMBER, event, str(refused))
            return None
        if value is text:
            if text[0] in NUMBER_BEGINNINGS:
                self.unquoted.add(text)
        elif has_leading_zero(text):
            self.add(LEADING_ZERO, event, f"{text} is read as the number {value}")
        return value

    def refuse_key(self, event: Any) -> None:
        """An unquoted key is text by the core schema, and no merge key."""
        text = event.value
        if text == "<<":
            self.add(MERGE_KEY, event, "there is a merge key here")
            return
        try:
            is_text = resolve(text) is text
        except ScalarError:
            is_text = False
        if not is_text:
            self.add(KEY_NOT_STRING, event, f"the key {excerpt(text)} is not text" if text else "a key is missing here")

    def refuse_extras(self, event: Any) -> None:
        """No anchor, alias or tag."""
        if event.anchor is not None:
            word = "an alias" if type(event) is yaml.AliasEvent else "an anchor"
            self.add(ANCHOR, event, f"there is {word} ({excerpt(event.anchor)}) here")
        if getattr(event, "tag", None) is not None:
            self.add(TAG, event, f"there is a tag ({excerpt(event.tag)}) here")

    def add(self, kind_of_problem: ProblemKind, event: Any, message: str) -> None:
        """Note a problem where `event` begins, and go on unless there are too many."""
        self.problems.append(YamlProblem.of(kind_of_problem, begin(event), message))
        if len(self.problems) >= MAX_PROBLEMS:
            raise Stop

    def stop(self, kind_of_problem: ProblemKind, event: Any, message: str) -> Stop:
        """Note a problem after which nothing can be read."""
        self.problems.append(YamlProblem.of(kind_of_problem, begin(event), message))
        return Stop()
