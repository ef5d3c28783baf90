"""The lines of a text: where each begins and ends, by an index in the text."""

import re
from bisect import bisect_right
from typing import Final

from dashboard.store.editing.writing_values import line_break

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class TextLines:
    """The lines of one text."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._starts = [0, *(each.end() for each in _LINE_END.finditer(body))]
        self.line_break = line_break(body)
        """What ends a line that is added."""

    def start(self, index: int) -> int:
        """The beginning of the line at `index`."""
        return self._starts[bisect_right(self._starts, index) - 1]

    def is_alone(self, index: int) -> bool:
        """Whether nothing but spaces stands before it on its line."""
        return not self._body[self.start(index) : index].strip(" ")

    def end(self, index: int) -> int:
        """The end of a line, without what ends it."""
        found = _LINE_END.search(self._body, index)
        return found.start() if found else len(self._body)

    def next(self, index: int) -> int:
        """The beginning of the next line; the end of the text behind the last."""
        found = _LINE_END.search(self._body, index)
        return found.end() if found else len(self._body)
