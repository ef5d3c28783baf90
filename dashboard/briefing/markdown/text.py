"""Any text as Markdown that shows it: one line, in which nothing of it is markup."""

import re
from typing import Final

from dashboard.text.visible import collapse_spaces

_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
"""Escaped by a backslash, these would still be markup to older readers."""
_ACTIVE: Final = re.compile(r"[\\`*_\[\]~|$@#]|:(?=[\w+/-])|(?<=www)\.", re.IGNORECASE)
_AT_THE_START: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
"""The start of a line where the next sign would make a list, a rule or the underline of a heading."""
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls that turn the direction of what stands beside a text, too."""


def escape_markdown(text: str) -> str:
    """`text` on one line, to stand anywhere in a paragraph, heading, list or cell of a table (CommonMark, GitHub)."""
    line = collapse_spaces(text)
    line = _TURNING.sub(lambda found: f"U+{ord(found[0]):04X}", line)
    line = _ACTIVE.sub(lambda found: "\\" + found[0], line)
    line = "".join(_ENTITIES.get(character, character) for character in line)
    return _AT_THE_START.sub(r"\1\\", line)
