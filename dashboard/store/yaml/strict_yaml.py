"""The strict reader: bytes of a record to plain Python, or the problems that keep it from being read.

One pass over libyaml's events builds the data and holds all rules; budgets are counted before a node is built. Where
things stand is found by a second walk, and only when somebody asks: most files have no problem.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path as FilePath
from typing import Any

import yaml

from dashboard.model.pickled_values import PickledByValues
from dashboard.model.problem import Severity, kind
from dashboard.store.file_problems import Position, YamlProblem, excerpt
from dashboard.store.text_file import decode, read_bytes
from dashboard.store.yaml.builder import MAX_PROBLEMS, Builder, Stop
from dashboard.store.yaml.scalars import NUMBER_BEGINNINGS
from dashboard.store.yaml.syntax import syntax_problem
from dashboard.store.yaml.walk import Path, Places, begin, events, walk

DUPLICATE_KEY = kind(
    "yaml-duplicate-key",
    "A repeated key",
    "If a key occurs twice, most programs keep the last value and lose the first without a warning.",
    "remove or rename one of the two",
)
COMMENT_IN_SENTENCE = kind(
    "yaml-comment-in-sentence",
    "Part of a sentence is read as a comment",
    "In unquoted text, a space and `#` start a comment, so the rest of the line is lost: `Talks #2 begin` is read as "
    "`Talks`. The same happens if `#` directly follows a closing quote or bracket, `>` or `|`, and if the next line "
    "of a sentence starts with `#1`. An intended comment has a space before and after its `#`.",
    'put the sentence in quotes: `title: "The U.S. #1 ally"`; for a comment, put a space before and after `#`',
    "warning",
)

_MAYBE_LOST = re.compile(r"#(?:(?<=[ \t]#)[^\s#]|(?<=[\"'\]}|>+\-0-9]#))")
_BEHIND_WORDS = re.compile(r",?[ \t]+#(?=[^\s#])")
_BEHIND_WORD = re.compile(r",?[ \t]+#(?=\w)")
_TOUCHING = re.compile(r"#|,[ \t]+#(?=\w)")
_BEHIND_HEADER = re.compile(r"[|>][-+0-9]*(?:#|[ \t]+#(?=\w))")
"""Comments that swallow what was meant as text, each up to its `#`."""
_NEXT_LINE = re.compile(r"[ \t]*(?:\r\n?|\n)( *)#(?=\w)(?![\w-]+:)")
"""Such a comment where the sentence would go on; not one that switches a field off."""
_BEFORE_VALUE = re.compile(r" *(?:- +)*")


@dataclass(slots=True)
class Document(PickledByValues):
    """A text that was read strictly."""

    _data: dict[str, Any] | None
    problems: tuple[YamlProblem, ...] = ()
    """In the order of the text; beside data there are only warnings."""
    _text: str = field(default="", repr=False)
    _unquoted: frozenset[str] = field(default=frozenset(), repr=False)
    """Unquoted texts that begin like a number."""
    _places: Places | None = field(default=None, repr=False, compare=False)
    _is_light: bool = field(default=False, repr=False, compare=False)

    @property
    def data(self) -> dict[str, Any] | None:
        """Dicts, lists, str, int, float, bool and None; None where `problems` has an error."""
        if self._is_light:
            self._data, self._is_light = Builder().document(events(self._text)), False
        return self._data

    def light(self) -> "Document":
        """This document without its data, which is read from the text again if somebody asks for it."""
        if self._data is None or self._is_light:
            return self
        return Document(None, self.problems, self._text, self._unquoted, self._places, _is_light=True)

    def position(self, path: Path, *, key: bool = False) -> Position:
        """Line and column, from 1, of the value (or of its key) at `path`, or of the nearest path above it.

        (1, 1) where there is no data.
        """
        return self._all_places().nearest(path, key=key)

    def path_at(self, position: Position) -> Path:
        """The way to the value, or else the key, that begins at a line and column: the other way round.

        Of several that begin there, the outermost; () where none does.
        """
        places = self._all_places()
        found = [path for table in (places.values, places.keys) for path, at in table.items() if at == position]
        return found[0] if found else ()

    def is_plain(self, path: Path) -> bool:
        """Whether the scalar at `path` is unquoted; False for mappings, lists, block scalars and what is not there.

        For a quoted date it costs no second walk, unless the same text stands unquoted somewhere in the file.
        """
        value = self._value(path)
        if isinstance(value, str) and value[:1] in NUMBER_BEGINNINGS and value not in self._unquoted:
            return False
        return path in self._all_places().plain

    @property
    def may_hold_plain_dates(self) -> bool:
        """Whether a text that could be an EDTF date stands unquoted somewhere: a first, cheap question."""
        return bool(self._unquoted)

    def _all_places(self) -> Places:
        if self._places is None:
            has_data = self._data is not None or self._is_light
            self._places = Places.of(self._text) if has_data else Places()
        return self._places

    def _value(self, path: Path) -> Any:
        value: Any = self.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value


def read_file(path: str | FilePath) -> Document:
    """The document in a file, read with the same bounds as `read_document`; links are followed."""
    raw = read_bytes(path)
    return Document(None, (raw,)) if isinstance(raw, YamlProblem) else read_document(raw)


def read_document(raw: bytes) -> Document:
    """The document in `raw`. Bad data never raises: it is in `problems`, and `data` is then None."""
    text = decode(raw)
    if isinstance(text, YamlProblem):
        return Document(None, (text,))
    builder = Builder()
    data: dict[str, Any] | None = None
    try:
        data = builder.document(events(text))
    except Stop:
        pass
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(error, text))
    if builder.has_duplicates:
        builder.problems.extend(islice(_duplicate_keys(text), MAX_PROBLEMS))
    if any(problem.severity is Severity.ERROR for problem in builder.problems):
        data = None
    elif _MAYBE_LOST.search(text):
        builder.problems.extend(islice(_comments_in_sentences(text), MAX_PROBLEMS))
    problems = tuple(sorted(builder.problems, key=lambda problem: problem.sort_key)) if builder.problems else ()
    return Document(data, problems, text, frozenset(builder.unquoted))


def _duplicate_keys(text: str) -> Iterator[YamlProblem]:
    first_lines: dict[tuple[int, str | int], int] = {}
    for node in walk(text):
        if not node.is_key:
            continue
        name, position = node.path[-1], begin(node.event)
        if (node.parent, name) in first_lines:
            message = f"the key {excerpt(str(name))} is here again; first in line {first_lines[node.parent, name]}"
            yield YamlProblem.of(DUPLICATE_KEY, position, message)
        else:
            first_lines[node.parent, name] = position[0]


def _comments_in_sentences(text: str) -> Iterator[YamlProblem]:
    """Problems with comments that cut off text: each at its `#`, with what is left of the value."""
    for event in events(text):
        mark: Any = event.end_mark
        match event:
            case yaml.ScalarEvent(style="|" | ">"):
                mark, pattern, left = event.start_mark, _BEHIND_HEADER, "the sign before it starts a block of text"
            case yaml.ScalarEvent() if not event.style and (place := _swallowed_line(text, event)):
                message = f"the text ends at {event.value[-20:]!r}; the next line is read as a comment"
                yield YamlProblem.of(COMMENT_IN_SENTENCE, place, message)
                continue
            case yaml.ScalarEvent():
                pattern = _TOUCHING if event.style else _BEHIND_WORDS if " " in event.value else _BEHIND_WORD
                left = f"the text ends at {event.value[-20:]!r}" if event.value else "there is no text"
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent() if text[mark.index - 1] in "]}":
                pattern, left = _TOUCHING, "the value in brackets ends before it"
            case _:
                continue
        if comment := pattern.match(text, mark.index):
            place = (mark.line + 1, mark.column + len(comment[0]))
            yield YamlProblem.of(COMMENT_IN_SENTENCE, place, f"{left}; the rest of the line is read as a comment")


def _swallowed_line(text: str, event: yaml.ScalarEvent) -> Position | None:
    """The place of a comment below an unquoted sentence, indented so far that the sentence might go on there."""
    start: Any = event.start_mark
    end: Any = event.end_mark
    comment = _NEXT_LINE.match(text, end.index) if " " in event.value else None
    line = text[start.index - start.column : start.index]
    before = _BEFORE_VALUE.match(line)
    if comment is None or before is None:
        return None
    least = start.column if before[0] == line else len(before[0]) + 1
    return (end.line + 2, len(comment[1]) + 1) if len(comment[1]) >= least else None
