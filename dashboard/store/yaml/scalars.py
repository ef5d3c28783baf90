"""Unquoted values by the core schema of YAML 1.2 (chapter 10.3), and what is refused beyond it.

`NO`, `yes`, `on`, `12:30`, `1_000` and `2025-09-04` are text. `0123` is 123, as the core schema has it, but YAML 1.1
reads 83 and a person an identifier: it is read, with a warning.
"""

import math
import re

from dashboard.model.problem import kind

Scalar = str | int | float | bool | None

MAX_DIGITS = 40

NUMBER = kind(
    "yaml-number",
    "A number that is not finite or too large",
    f"`.inf` and `.nan` are not allowed, and whole numbers have at most {MAX_DIGITS} digits.",
    'put it in quotes if it is text, as in `"12345"`, or remove the field',
)
LEADING_ZERO = kind(
    "yaml-leading-zero",
    "A number with a leading zero",
    "YAML 1.2 reads `0123` as 123, older programs as 83, and people as an identifier. Dateline reads it as 123.",
    'put it in quotes if it is text (`"0123"`), or remove the zero',
    "warning",
)

WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
NUMBER_BEGINNINGS = frozenset("0123456789+-./")
"""What every number begins with, and every EDTF date."""
FIRST_CHARACTERS = NUMBER_BEGINNINGS | {"", *"~nNtTfF"}
"""What every unquoted value begins with that is not text (with `""` for the empty one): a first, cheap question."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_QUANTITY = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")


class ScalarError(ValueError):
    """An unquoted value that the core schema reads as a number nobody can use; its message says why."""


def resolve(text: str) -> Scalar:
    """What the unquoted `text` stands for; the same object where it is text. Raises `ScalarError`."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in NUMBER_BEGINNINGS:
        return text
    if _INTEGER.fullmatch(text):
        return _whole(text, 10)
    if _FLOAT.fullmatch(text):
        return _finite(text)
    if _OCTAL.fullmatch(text):
        return _whole(text[2:], 8)
    if _HEXADECIMAL.fullmatch(text):
        return _whole(text[2:], 16)
    if _NO_QUANTITY.fullmatch(text):
        raise ScalarError(f"{text} is not a quantity")
    return text


def has_leading_zero(text: str) -> bool:
    """Whether readers disagree about the whole number `text`."""
    return _LEADING_ZERO.fullmatch(text) is not None


def _whole(digits: str, base: int) -> int:
    count = len(digits.lstrip("+-"))
    if count > MAX_DIGITS:
        raise ScalarError(f"a whole number of {count:,} digits; the limit is {MAX_DIGITS}")
    return int(digits, base)


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ScalarError("a number larger than the limit (1.8e308)")
    return value
