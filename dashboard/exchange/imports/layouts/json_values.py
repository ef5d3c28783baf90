"""JSON out of files of any length: one member of a list at a time, each within bounds, and nothing guessed.

A reader needs as much memory as the largest member, not as the file. What Python would read and JSON does not have
(`NaN`, a key twice, half of a surrogate pair, a number without end) is refused with its reason.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final, NoReturn, TextIO

from dashboard.exchange.imports.layouts.not_read import NotRead

MOST_CHARACTERS: Final = 4_000_000
"""The longest member of a list that becomes a row."""
MOST_WHOLE_CHARACTERS: Final = 64_000_000
"""The longest document that has to be read as a whole."""
MOST_DEEP: Final = 100
"""Objects and lists inside one another."""
_CHUNK_CHARACTERS: Final = 1 << 20
_OUTSIDE_TEXT: Final = re.compile(r'[\[\]{}]|"[^"\\]*(?:\\.[^"\\]*)*("?)', re.DOTALL)
"""A bracket, or a text up to its end, or to the end of what has been read."""
_INSIDE_TEXT: Final = re.compile(r'["\\]')
_BARE_END: Final = re.compile(r"[\s,\]}]")
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_NOT_UTF_8: Final = "The file is not UTF-8, as JSON must be ({}). Save it as UTF-8."
_SPACE: Final = re.compile(r"[ \t\r\n]*")


class JsonNotRead(NotRead):
    """A file that is no JSON, or none of the kind that is read."""


class BrokenValue(ValueError):
    """One value of a file that cannot be read; the rest of the file can."""


@dataclass(frozen=True, slots=True)
class JsonMember:
    """A value of a document's first level, or a member of a list that stands there."""

    key: str
    """The key that it has, or its list has; empty in a document that is a list."""
    number: int
    """Which of its list, from 1; 0 for what is no member of a list that was asked for."""
    text: str | None
    """Its JSON; None where it is longer than was allowed."""


def members(stream: TextIO, lists: Collection[str], most: int = MOST_CHARACTERS) -> Iterator[JsonMember]:
    """Every member of the document's first level; of the `lists`, and of a document that is a list, each member.

    Raises `JsonNotRead`, which may be after some members: what came before them in the file is no less broken.
    """
    scanner = _Scanner(stream)
    if scanner.sign() == "[":
        yield from _list_members(scanner, "", most)
    elif scanner.sign() == "{":
        yield from _object_members(scanner, lists, most)
    else:
        raise JsonNotRead("The file is not a JSON object or list. Export it as JSON.")
    if scanner.sign():
        raise JsonNotRead(f"The file is not JSON: {scanner.place()} there is more behind its end.")


def _object_members(scanner: "_Scanner", lists: Collection[str], most: int) -> Iterator[JsonMember]:
    seen: set[str] = set()
    for _ in _before_each(scanner, "}"):
        key = scanner.key()
        if key in seen:
            raise JsonNotRead(f"The file has the key “{key[:80]}” twice. It is not clear which one counts.")
        seen.add(key)
        scanner.expect(":")
        if key in lists and scanner.sign() == "[":
            yield from _list_members(scanner, key, most)
        else:
            yield JsonMember(key, 0, scanner.value(most))


def _list_members(scanner: "_Scanner", key: str, most: int) -> Iterator[JsonMember]:
    for number, _ in enumerate(_before_each(scanner, "]"), 1):
        yield JsonMember(key, number, scanner.value(most))


def _before_each(scanner: "_Scanner", end: str) -> Iterator[None]:
    """Once before each member of a list or an object, and past its brackets and commas."""
    scanner.advance()
    if scanner.sign() == end:
        scanner.advance()
        return
    while True:
        yield
        if scanner.sign() == end:
            scanner.advance()
            return
        scanner.expect(",")


class _Scanner:
    """Finds where values end, in text that comes in pieces."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._text, self._at = "", 0
        self._before = 0
        """Characters that were dropped from the text."""

    def sign(self) -> str:
        """The next character that is no white space; empty at the end. It is not passed."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def advance(self) -> None:
        """Pass one character."""
        self._at += 1

    def expect(self, sign: str) -> None:
        """Pass this character, or raise `JsonNotRead`."""
        if self.sign() != sign:
            raise JsonNotRead(f"The file is not JSON: {self.place()} `{sign}` is missing. It may have been cut off.")
        self.advance()

    def key(self) -> str:
        """Pass a key of an object."""
        text = self.value(MOST_CHARACTERS) if self.sign() == '"' else None
        if text is None:
            raise JsonNotRead(f"The file is not JSON: {self.place()} a key is missing.")
        try:
            return str(parse(text))
        except BrokenValue as error:
            raise JsonNotRead(f"The file is not JSON: {self.place()} {error}.") from error

    def place(self) -> str:
        """Where it stands, in words."""
        return f"at character {self._before + self._at + 1:,},"

    def value(self, most: int) -> str | None:
        """Pass a value; its text, or None if that is longer than `most` characters."""
        self._drop()
        if self.sign() not in ("{", "[", '"'):
            return self._bare()
        depth, in_text, at, is_kept = 0, False, self._at, True
        while True:
            found = (_INSIDE_TEXT if in_text else _OUTSIDE_TEXT).search(self._text, at)
            if found is None or (found[0] == "\\" and found.end() == len(self._text)):
                at = len(self._text) if found is None else found.start()
                if at - self._at > most or not is_kept:
                    is_kept, self._at = False, at
                    at -= self._drop()
                if not self._more():
                    raise JsonNotRead(
                        f"The file is not JSON: {self.place()} a value does not end. It may have been cut off."
                    )
                continue
            at = found.end()
            sign = found[0]
            if sign == "\\":
                at += 1
                continue
            if in_text:
                in_text = False
            elif sign[0] == '"':
                in_text = not found[1]
            else:
                depth += 1 if sign in "[{" else -1
            if depth <= 0 and not in_text:
                text, self._at = self._text[self._at : at], at
                return text if is_kept and len(text) <= most else None

    def _bare(self) -> str:
        """A number or a word, up to the sign behind it."""
        while (found := _BARE_END.search(self._text, self._at)) is None and len(
            self._text
        ) - self._at < _CHUNK_CHARACTERS:
            if not self._more():
                break
        end = found.start() if found else len(self._text)
        text, self._at = self._text[self._at : end], end
        if not text:
            raise JsonNotRead(f"The file is not JSON: {self.place()} a value is missing. It may have been cut off.")
        return text

    def _drop(self) -> int:
        """Forget what was passed, once that is much; how many characters."""
        passed = self._at if self._at >= _CHUNK_CHARACTERS else 0
        self._text, self._at, self._before = self._text[passed:], self._at - passed, self._before + passed
        return passed

    def _more(self) -> bool:
        """Whether there was more to read."""
        read = _next_characters(self._stream, _CHUNK_CHARACTERS)
        self._text += read
        return bool(read)


def parse(text: str) -> Any:
    """What a JSON text says. Raises `BrokenValue`, whose words are the reason."""
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_float=_number)
    except json.JSONDecodeError as error:
        raise BrokenValue(f"it is not JSON: {error.msg} (character {error.pos + 1:,})") from error
    except RecursionError as error:
        raise BrokenValue(f"it is nested more than {MOST_DEEP} deep") from error
    except BrokenValue:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise BrokenValue("it has a number that is too long") from error
    if text.count("[") + text.count("{") > MOST_DEEP and _is_deeper(value, MOST_DEEP):
        raise BrokenValue(f"it is nested more than {MOST_DEEP} deep")
    return value


def canonical(value: Any) -> str:
    """The value as one line of JSON. Raises `BrokenValue` for half of a surrogate pair, which is no character."""
    text = _ENCODER.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BrokenValue("it has half of a surrogate pair, which is no character") from error
    return text


def whole(stream: TextIO, most: int = MOST_WHOLE_CHARACTERS) -> Any:
    """What a document says that has to be read as a whole. Raises `JsonNotRead`: too long, not UTF-8, or not JSON."""
    text = _next_characters(stream, most + 1)
    if len(text) > most:
        raise JsonNotRead(f"The file has more than {most:,} characters, which is the limit for this format. Split it.")
    try:
        return parse(text)
    except BrokenValue as error:
        raise JsonNotRead(f"The file cannot be read: {error}.") from error


def lines(stream: TextIO, most: int = MOST_CHARACTERS) -> Iterator[str | None]:
    """Each line that is not empty; None for one that is longer than `most` characters."""
    while line := _next_line(stream, most + 1):
        is_whole = len(line) <= most
        while not line.endswith("\n") and (rest := _next_line(stream, _CHUNK_CHARACTERS)):
            line = rest
        if line.strip() or not is_whole:
            yield line if is_whole else None


def _next_characters(stream: TextIO, characters: int) -> str:
    try:
        return stream.read(characters)
    except UnicodeDecodeError as error:
        raise JsonNotRead(_NOT_UTF_8.format(error.reason)) from error


def _next_line(stream: TextIO, characters: int) -> str:
    try:
        return stream.readline(characters)
    except UnicodeDecodeError as error:
        raise JsonNotRead(_NOT_UTF_8.format(error.reason)) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        number_of = Counter(key for key, _ in pairs)
        twice = next(key for key, number in number_of.items() if number > 1)
        raise BrokenValue(f"it has the key “{twice[:80]}” twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise BrokenValue(f"it has {name}, which is no number in JSON")


def _number(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise BrokenValue("it has a number that is too large")
    return number


def _is_deeper(value: Any, most: int) -> bool:
    level = [value]
    for _ in range(most):
        level = [each for one in level for each in _inner(one)]
        if not level:
            return False
    return True


def _inner(value: Any) -> Collection[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
