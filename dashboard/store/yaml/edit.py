"""Texts in a YAML file given other words: every character that is not of them stays, comments with them."""

import copy
import re
from collections.abc import Mapping
from textwrap import wrap
from typing import Any, Final

import yaml

from dashboard.store.yaml.strict_yaml import read_document
from dashboard.store.yaml.text import double_quoted, scalar
from dashboard.store.yaml.walk import Path, YamlNode, walk

WIDTH: Final = 80
"""Columns of a folded block that is written anew, at least; as wide as it was where that is more."""

_BOM: Final = "\ufeff"
_JOINED: Final = re.compile(r"[a-z][^/:.]*[/:.]|/")
"""Words joined so are no number and no truth to any reader: `event/claim`, `thread:id`, `claims.a.text`."""
_COMMENT: Final = re.compile(r"[ \t]+#.*")


def with_texts(written: str, texts: Mapping[Path, str]) -> str | None:
    """The file `written` with another text at each path; one that is not there is put behind its mapping's `exact`.

    None where it cannot be done for certain: the result is read again, and has to say what was meant.
    """
    body = written.removeprefix(_BOM)
    meant = _with_values(read_document(body.encode()).data, texts)
    if meant is None:
        return None
    edits = _edits(body, texts)
    for start, end, new in sorted(edits, reverse=True):
        body = f"{body[:start]}{new}{body[end:]}"
    if read_document(body.encode()).data != meant:
        return None
    return _BOM + body if written.startswith(_BOM) else body


def _with_values(data: Any, texts: Mapping[Path, str]) -> Any:
    """What the file is to say; None where a path leads nowhere."""
    changed = copy.deepcopy(data)
    for path, text in texts.items():
        value: Any = changed
        try:
            for step in path[:-1]:
                value = value[step]
            value[path[-1]] = text
        except (KeyError, IndexError, TypeError):
            return None
    return changed


def _edits(body: str, texts: Mapping[Path, str]) -> list[tuple[int, int, str]]:
    """Half-open spans of `body`, each with what is to stand there."""
    above = {path[:-1] for path in texts}
    nodes: dict[tuple[Path, bool], YamlNode] = {}
    for node in walk(body):
        if node.path in texts or node.path in above or node.path[:-1] in above:
            nodes[node.path, node.is_key] = node
    edits = []
    for path, text in texts.items():
        if node_at := nodes.get((path, False)):
            if isinstance(node_at.event, yaml.ScalarEvent):
                edits.append(_replacement(body, node_at.event, nodes[path, True].event, text))
        elif (before := (*path[:-1], "exact")) and (before, False) in nodes:
            within, key = nodes[path[:-1], False].event, nodes[before, True].event
            edits.append(
                _insertion(body, within, key, nodes[before, False].event, f"{path[-1]}: {double_quoted(text)}")
            )
    return edits


def _replacement(body: str, event: Any, key: Any, text: str) -> tuple[int, int, str]:
    """In place of a value: a folded block stays one; else double quotes."""
    start, end = event.start_mark.index, _end(body, event)
    if event.style not in ("|", ">"):
        return start, end, double_quoted(text)
    header = body[start:end].partition("\n")[0]
    comment = found[0].rstrip("\r") if (found := _COMMENT.search(header)) else ""
    if event.style != ">" or not text.isprintable() or text != " ".join(text.split()):
        return start, end, double_quoted(text) + comment
    break_ = "\r\n" if header.endswith("\r") else "\n"
    indent = " " * (key.start_mark.column + 2)
    width = max(WIDTH, *map(len, body[start:end].splitlines()))
    lines = wrap(text, width - len(indent), break_long_words=False, break_on_hyphens=False)
    return start, end, break_.join([f">-{comment}", *(f"{indent}{line}" for line in lines)])


def written_span(body: str, event: Any, text: str) -> tuple[int, int, str]:
    """The span of a key or value that is a single word, and `text` as it is written in its place.

    It is in the same quotes, in the same block, or without any quotes where no reader takes it for something else.
    """
    start, end = event.start_mark.index, _end(body, event)
    if event.style in ("|", ">"):
        header, break_, lines = body[start:end].partition("\n")
        return start, end, header + break_ + lines.replace(event.value.strip(), text, 1)
    if event.style == "'":
        return start, end, f"'{text}'"
    if event.style == '"':
        return start, end, double_quoted(text)
    return start, end, text if _JOINED.search(text) else scalar(text)


def _end(body: str, event: Any) -> int:
    """Where a value ends, without the line ends behind a block."""
    start, end = event.start_mark.index, event.end_mark.index
    return start + len(body[start:end].rstrip()) if event.style in ("|", ">") else int(end)


def _insertion(body: str, within: Any, key: Any, value: Any, entry: str) -> tuple[int, int, str]:
    """Behind a value, as another entry of its mapping."""
    if within.flow_style:
        end = value.end_mark.index
        return end, end, f", {entry}"
    if value.style in ("|", ">"):
        end = _end(body, value)
    else:
        rest = re.compile(r"[^\n\r]*").match(body, value.end_mark.index)
        end = rest.end() if rest else value.end_mark.index
    break_ = "\r\n" if "\r\n" in body else "\n"
    return end, end, f"{break_}{' ' * key.start_mark.column}{entry}"
