"""Writing YAML that reads back as what it was: blocks of mappings and lists, texts in double quotes."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dashboard.model.event import Event
from dashboard.model.record import plain_value

_PLAIN: Final = re.compile(r"[a-z][a-z_-]{1,79}|[a-z]+[0-9]*(-[a-z0-9]+)+")
_NOT_PLAIN: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
_STEP: Final = "  "
_HEAD: Final = "# A draft made by Dateline: say what happened, when, where and who took part, and review each claim.\n"


def event_text(event: Event) -> str:
    """The file of an event: what is not as it would be anyway, in the order of the fields."""
    return _HEAD + yaml_text(plain_value(event.model_dump(by_alias=True, exclude_defaults=True, exclude={"id"})))


def yaml_text(value: Mapping[str, Any]) -> str:
    """A document in block style. Values are texts, numbers, truths, and mappings and lists of them."""
    return "".join(f"{line}\n" for line in _mapping(value, ""))


def scalar(value: str) -> str:
    """Plain where no YAML reader can take it for something else, else in double quotes."""
    if _PLAIN.fullmatch(value) and value not in _NOT_PLAIN:
        return value
    return double_quoted(value)


def double_quoted(value: str) -> str:
    """The value in double quotes; characters that cannot be seen are written as escapes."""
    return '"' + "".join(map(_character, value)) + '"'


def _mapping(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, each in value.items():
        if isinstance(each, Mapping) and each:
            yield f"{indent}{scalar(key)}:"
            yield from _mapping(each, indent + _STEP)
        elif isinstance(each, list | tuple) and each:
            yield f"{indent}{scalar(key)}:"
            yield from _list(each, indent + _STEP)
        else:
            yield f"{indent}{scalar(key)}: {_single(each)}"


def _list(value: Sequence[Any], indent: str) -> Iterator[str]:
    for each in value:
        if isinstance(each, Mapping) and each:
            yield from _item(_mapping(each, indent + _STEP), indent)
        elif isinstance(each, list | tuple) and each:
            yield from _item(_list(each, indent + _STEP), indent)
        else:
            yield f"{indent}- {_single(each)}"


def _item(lines: Iterator[str], indent: str) -> Iterator[str]:
    first, *rest = lines
    yield f"{indent}- {first[len(indent + _STEP) :]}"
    yield from rest


def _single(value: Any) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "{}"
    return "[]" if isinstance(value, list | tuple) else str(value)


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    shown = character.isprintable() or (unicodedata.category(character) == "Cf" and character != "\ufeff")
    if shown:
        return character
    return f"\\u{ord(character):04X}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08X}"
