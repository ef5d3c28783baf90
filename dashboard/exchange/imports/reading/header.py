"""The first line of a table: its columns, its delimiter, and whether it is of the format that was named."""

import csv
import io
from collections.abc import Iterable, Sequence

from dashboard.exchange.imports.layouts import DelimitedFile, Layout, NotRead
from dashboard.exchange.imports.reading.batch import Header

_DELIMITERS = (",", "\t", ";", "|")
_SHOWN = 6


def read_header(line: str, layout: Layout, name: str, others: Iterable[Layout]) -> Header:
    """The header that a line is. `others` are formats that the file may be of instead. Raises `NotRead`."""
    reading = layout.reading
    assert isinstance(reading, DelimitedFile)  # noqa: S101  a layout of objects has no header
    delimiters = dict.fromkeys((reading.delimiter, *_DELIMITERS))
    found = [Header(_columns(line, each, layout), each, _is_quoted(line, each, reading)) for each in delimiters]
    best = max(found, key=lambda header: len({*layout.columns} & {*header.columns}))
    lacking = [each for each in layout.needs if each not in best.columns]
    if lacking and not _is_list_of_deletions(best, layout):
        raise NotRead(_wrong_format(line, layout, name, lacking, best, others))
    return best


def _is_quoted(line: str, delimiter: str, reading: DelimitedFile) -> bool:
    """Whether a quotation mark encloses a field: as the publisher has it, unless another program saved the file."""
    return reading.quoted or delimiter != reading.delimiter or line.startswith('"')


def _is_list_of_deletions(header: Header, layout: Layout) -> bool:
    """Whether the file names rows that the publisher has deleted, and tells nothing else of them."""
    return bool(layout.deletions) and {*layout.columns} & {*header.columns} == {layout.deletions}


def _columns(line: str, delimiter: str, layout: Layout) -> tuple[str, ...]:
    fields = next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter), [])
    names: dict[str, None] = {}
    for number, field in enumerate(fields, 1):
        plain = field.strip().strip("\ufeff").lower() or f"column_{number}"
        name = layout.aliases.get(plain, plain)
        if name in names or name.startswith("dateline_"):
            name = f"{name}_{number}"
        names[name] = None
    return tuple(names)


def _wrong_format(
    line: str, layout: Layout, name: str, lacking: Sequence[str], header: Header, others: Iterable[Layout]
) -> str:
    told = f"{name}, line 1: this is not {layout.title}: the column {_name_list(lacking)} is missing."
    if len(lacking) > 1:
        told = f"{name}, line 1: this is not {layout.title}: the columns {_name_list(lacking)} are missing."
    for other in others:
        if isinstance(other.reading, DelimitedFile) and not other.reading.header and other.key != layout.key:
            delimiters = dict.fromkeys((other.reading.delimiter, *_DELIMITERS))
            if any({*other.needs} <= {*_columns(line, each, other)} for each in delimiters):
                return f"{told} It looks like {other.title}: `dateline import {other.key} {name.split(':')[0]}`."
    if line.lstrip().startswith(("{", "[")):
        return f"{told} It begins as JSON does: `dateline import --list` names the formats that are JSON."
    return f"{told} It has {_name_list(header.columns)}. Take the file as the publisher has it: {layout.address}"


def _name_list(columns: Sequence[str]) -> str:
    shown = ", ".join(f"`{each[:40]}`" for each in columns[:_SHOWN])
    return f"{shown} and {len(columns) - _SHOWN} more" if len(columns) > _SHOWN else shown
