"""YAML tidied without being rewritten: line ends, spaces, quotes, and the order of fields. Words and comments stay.

Nothing is indented, wrapped or quoted in another way: a file is made of its own lines, and what is not certain to say
the same afterwards is left as it was.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from dashboard.store.yaml import Path, double_quoted, events, read_document

Order = Callable[[Path], Sequence[str]]
"""A function from the path of a mapping to its fields in their order; none where its keys are the writer's own."""

_BREAKS: Final = re.compile("\r\n?")
_BLANKS: Final = re.compile(r"[ \t]+$")
_OTHERWISE_READ: Final = re.compile(
    r"(?:yes|no|on|off|y|n)|\d{4}-\d\d(?:-\d\d)?(?:[Tt ].*)?|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\d[\d_]*_[\d_]*",
    re.IGNORECASE,
)
"""Unquoted texts that programs with YAML 1.1 read as a truth, a date or a number; and dates to the month."""
_HEAD: Final = "\ufeff"


@dataclass(slots=True)
class _Scalar:
    start: int
    end: int
    is_plain_text: bool
    is_on_lines: bool
    """Whether it takes more than one line, as blocks do."""
    value: str


@dataclass(slots=True)
class _Entry:
    key: str
    start: int
    """Where its key begins, in code points."""
    end: int = 0


@dataclass(slots=True)
class _Collection:
    path: Path
    is_mapping: bool
    is_flow: bool
    entries: list[_Entry] = field(default_factory=list)
    length: int = 0


def tidy_text(text: str, order: Order) -> str | None:
    """The text tidied; None where that cannot be done for certain, because it cannot be read or would say otherwise."""
    before = read_document(text.removeprefix(_HEAD).encode())
    if before.data is None:
        return None
    body = _BREAKS.sub("\n", text.removeprefix(_HEAD))
    for step in (_with_quotes, _without_blanks):
        body = step(body)
    body = _in_order(body, order)
    after = read_document(body.encode())
    same = _as_text(after.data) == _as_text(before.data) and len(after.problems) <= len(before.problems)
    return body if same else None


def _as_text(data: Any) -> str:
    """Data by which two documents are compared: the order of fields does not count, the kind of each value does."""
    return json.dumps(data, sort_keys=True)


def _with_quotes(text: str) -> str:
    """Double quotes around texts that another program would not read as texts."""
    scalars, _ = _nodes(text)
    for scalar in reversed(scalars):
        if scalar.is_plain_text and _OTHERWISE_READ.fullmatch(scalar.value):
            text = f"{text[: scalar.start]}{double_quoted(scalar.value)}{text[scalar.end :]}"
    return text


def _without_blanks(text: str) -> str:
    """No spaces at the ends of lines, outside of texts that take several; one line end behind the last line."""
    starts = _line_starts(text)
    kept: set[int] = set()
    for scalar in _nodes(text)[0]:
        if scalar.is_on_lines:
            kept.update(range(_line(starts, scalar.start), _line(starts, max(scalar.start, scalar.end - 1)) + 1))
    lines = text.split("\n")
    tidied = [line if number in kept else _BLANKS.sub("", line) for number, line in enumerate(lines)]
    while len(tidied) > 1 and not tidied[-1] and len(tidied) - 2 not in kept and not tidied[-2]:
        tidied.pop()
    return "\n".join(tidied) + ("" if tidied[-1] == "" else "\n")


def _in_order(text: str, order: Order) -> str:
    """The lines of each mapping's fields in their order, the inner mappings first: no line leaves its mapping."""
    _, collections = _nodes(text)
    starts, lines = _line_starts(text), text.split("\n")
    for each in reversed(collections):
        names = order(each.path) if each.is_mapping and not each.is_flow else ()
        if len(each.entries) > 1 and {entry.key for entry in each.entries} <= set(names):
            ranks = [names.index(entry.key) for entry in each.entries]
            if ranks != sorted(ranks):
                _sort(lines, _blocks(each, starts, lines), ranks)
    return "\n".join(lines)


def _blocks(mapping: _Collection, starts: Sequence[int], lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lines of each field, half open: with the comments directly above it, down to those of the next.

    None where fields share a line, with each other or with a dash, or where a comment may be about the whole file.
    """
    first = [_line(starts, entry.start) for entry in mapping.entries]
    columns = [entry.start - starts[line] for entry, line in zip(mapping.entries, first, strict=True)]
    alone = all(not lines[line][:column].strip(" ") for line, column in zip(first, columns, strict=True))
    if len(set(columns)) != 1 or not alone or len(set(first)) != len(first):
        return []
    tops = [_with_comments(lines, line, columns[0], above) for above, line in zip([-1, *first], first, strict=False)]
    if tops[0] == 0 and first[0] > 0:
        return []
    end = _line(starts, max(mapping.entries[-1].start, mapping.entries[-1].end - 1)) + 1
    return list(zip(tops, [*tops[1:], end], strict=True))


def _with_comments(lines: Sequence[str], line: int, column: int, above: int) -> int:
    """The first of the comments that stand directly above a line, as deep as its key."""
    while line - 1 > above and lines[line - 1].startswith(f"{' ' * column}#"):
        line -= 1
    return line


def _sort(lines: list[str], blocks: Sequence[tuple[int, int]], ranks: Sequence[int]) -> None:
    """Put the blocks of lines in the order of their ranks, in place."""
    if blocks:
        sorted_blocks = [block for _, block in sorted(zip(ranks, blocks, strict=True))]
        lines[blocks[0][0] : blocks[-1][1]] = [line for begin, end in sorted_blocks for line in lines[begin:end]]


def _nodes(text: str) -> tuple[list[_Scalar], list[_Collection]]:
    """Scalars that are values, and collections, each in the order in which it begins."""
    scalars: list[_Scalar] = []
    collections: list[_Collection] = []
    open_: list[_Collection] = []
    is_key = False
    for event in events(text):
        marks: Any = event
        match event:
            case yaml.ScalarEvent():
                if is_key:
                    open_[-1].entries.append(_Entry(event.value, marks.start_mark.index))
                    is_key = False
                    continue
                scalars.append(_scalar(text, event))
                _close(open_, scalars[-1].end)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                found = _Collection(
                    _path_below(open_), isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
                )
                collections.append(found)
                open_.append(found)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                closed = open_.pop()
                ends = marks.end_mark.index if closed.is_flow else closed.entries[-1].end if closed.entries else 0
                _close(open_, ends)
            case _:
                continue
        is_key = bool(open_) and open_[-1].is_mapping
    return scalars, collections


def _path_below(open_: Sequence[_Collection]) -> Path:
    if not open_:
        return ()
    above = open_[-1]
    return (*above.path, above.entries[-1].key if above.is_mapping else above.length)


def _close(open_: Sequence[_Collection], end: int) -> None:
    """Note where a value ends that stands in the innermost collection that is open."""
    if not open_:
        return
    if not open_[-1].is_mapping:
        open_[-1].length += 1
        open_[-1].entries[:] = [_Entry("", 0, end)]
    else:
        open_[-1].entries[-1].end = end


def _scalar(text: str, event: yaml.ScalarEvent) -> _Scalar:
    marks: Any = event
    start, end = marks.start_mark.index, marks.end_mark.index
    if event.style in ("|", ">"):
        end = start + len(text[start:end].rstrip("\n \t")) if "+" not in text[start:end].partition("\n")[0] else end
    is_text = not event.style and bool(event.implicit[0])
    return _Scalar(start, end, is_text, "\n" in text[start:end], event.value)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _line(starts: Sequence[int], index: int) -> int:
    """The line, from 0, in which a character stands."""
    return bisect_right(starts, index) - 1
