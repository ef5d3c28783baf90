"""Values written into a YAML text in the place of others, in the same style where that can hold them."""

import re
from collections.abc import Mapping
from textwrap import wrap
from typing import Any, Final

from dashboard.store.editing.nodes import YamlScalar
from dashboard.store.yaml import double_quoted, read_document, scalar, yaml_text

WIDTH: Final = 80
"""Columns of a folded block that is written anew, at least; as wide as it was where that is more."""
_STEP: Final = 2
_ANY: Final = "key"
_PLAIN_SENTENCE: Final = re.compile(r"[A-Za-z][^#:]*")
_READ_AS_TRUTH: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_COMMENT: Final = re.compile(r"[ \t]+#.*")


def block_lines(value: Mapping[str, Any] | list[Any]) -> list[str]:
    """Lines of a mapping or a list in block style, without their indentation; neither is empty."""
    if isinstance(value, Mapping):
        return yaml_text(value).removesuffix("\n").split("\n")
    lines = yaml_text({_ANY: value}).removesuffix("\n").split("\n")
    return [line[_STEP:] for line in lines[1:]]


def flow_text(value: Any) -> str:
    """A value on one line, with brackets around what has parts."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow_text(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return single_text(value)


def single_text(value: Any) -> str:
    """A text, a number, a truth or nothing, on one line."""
    return yaml_text({_ANY: value}).removesuffix("\n").removeprefix(f"{_ANY}: ")


def text_in_style(body: str, node: YamlScalar, value: Any, *, indent: int, is_flow: bool) -> str:
    """What is to stand in the place of a single value, in its style where that can say it for certain.

    `indent` is that of the lines of a block; `is_flow` where the value is within brackets.
    """
    if not isinstance(value, str):
        return single_text(value)
    header = re.split(r"[\r\n]", body[node.start : node.end], maxsplit=1)[0] if node.style in ("|", ">") else ""
    comment = found[0] if (found := _COMMENT.search(header)) else ""
    if node.style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if not node.style and not is_flow and _is_plain_sentence(value):
        return value
    if node.style == ">" and value.isprintable() and value == " ".join(value.split()):
        return _fold(body, node, value, indent, comment)
    if node.style == "|" and _is_literal(value):
        end = "-" if not value.endswith("\n") else ""
        lines = value.removesuffix("\n").split("\n")
        return line_break(body).join([f"|{end}{comment}", *(f"{' ' * indent}{line}" if line else "" for line in lines)])
    return (double_quoted(value) if node.style == '"' else single_text(value)) + comment


def _fold(body: str, node: YamlScalar, value: str, indent: int, comment: str) -> str:
    width = max(WIDTH, *map(len, body[node.start : node.end].splitlines()))
    lines = wrap(value, max(width - indent, 20), break_long_words=False, break_on_hyphens=False)
    return line_break(body).join([f">-{comment}", *(f"{' ' * indent}{line}" for line in lines)])


def _is_plain_sentence(value: str) -> bool:
    """Whether no reader takes the text, unquoted, for something else."""
    if not _PLAIN_SENTENCE.fullmatch(value) or not value.isprintable() or value.lower() in _READ_AS_TRUTH:
        return False
    found = read_document(f"{_ANY}: {value}\n".encode())
    return found.data == {_ANY: value} and not found.problems


def _is_literal(value: str) -> bool:
    """Whether a block of its very lines says it."""
    lines = value.removesuffix("\n").split("\n")
    return (
        bool(lines[0])
        and not lines[0].startswith((" ", "\t"))
        and bool(lines[-1])
        and all(line.isprintable() and line == line.rstrip() for line in lines)
    )


def line_break(body: str) -> str:
    """What ends the lines of a text."""
    return "\r\n" if "\r\n" in body else "\n"
