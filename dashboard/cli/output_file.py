"""The file that a command writes in place of printing: whole, or a sentence that says why not."""

from collections.abc import Iterable
from pathlib import Path

from dashboard.errors import DatelineError
from dashboard.store.writing import why_not_written, write_whole


class NotWritten(DatelineError):
    """A file that could not be written; what was there is as it was."""


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write the lines, each with its end. Raises `NotWritten`."""
    try:
        write_whole(path, "".join(f"{line}\n" for line in lines))
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {why_not_written(error)}.") from error
