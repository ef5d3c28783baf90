"""Output of commands: to a terminal, whatever it is and whatever records hold, or whole into a file."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.errors import DatelineError


class ReaderLeft(Exception):
    """Nobody reads any more: the program that the output was piped to has ended."""


def say(text: str) -> None:
    """Write a line to standard output at once.

    Raises `ReaderLeft`. Unlike `click.echo` it keeps to the terminal's encoding; what that lacks becomes an escape.
    """
    say_lines((text,))


def say_lines(lines: Iterable[str]) -> None:
    """Write line after line to standard output, each as soon as there is enough to write. Raises `ReaderLeft`."""
    with _until_reader_leaves():
        for line in lines:
            sys.stdout.write(f"{line}\n")


def say_file(content: bytes) -> None:
    """Write a text file in UTF-8 to standard output, with a line end at its end. Raises `ReaderLeft`.

    Whatever the encoding of this machine is, a file or a program behind gets the bytes as they are; a terminal gets
    what it can show.
    """
    if sys.stdout.isatty():
        say_lines(content.decode().removesuffix("\n").split("\n"))
        return
    with _until_reader_leaves():
        sys.stdout.flush()
        sys.stdout.buffer.write(content.removesuffix(b"\n") + b"\n" if content else b"")


@contextmanager
def _until_reader_leaves() -> Iterator[None]:
    """Flush standard output at the end; raise `ReaderLeft` where nobody reads any more."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError as error:
        with Path(os.devnull).open("wb") as nowhere:  # what is left in the buffer would be complained of at exit
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        raise ReaderLeft from error


def printable(text: str) -> str:
    """`text` with every character that steers a terminal, or cannot be seen, written as an escape.

    A file's name or a value may hold escape sequences, marks that turn the line's direction, and halves of
    surrogate pairs; none of them reaches the terminal as it is.
    """
    escaped = (letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text)
    return "".join(escaped)


class NotWritten(DatelineError):
    """A file that could not be written; what was there is as it was."""


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write the lines, each with its end. Raises `NotWritten`."""
    from dashboard.store.writing import why_not_written, write_output

    try:
        write_output(path, "".join(f"{line}\n" for line in lines))
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {why_not_written(error)}.") from error
