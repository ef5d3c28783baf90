"""The title that an event begins with: what its first claim says, short enough for a headline."""

import re
from typing import Final

LONGEST_TITLE: Final = 90
"""Characters of the title that a first claim proposes."""
ENDS: Final = ".!?…。！？"
"""Signs that end a sentence."""
_SHORTEST: Final = 40
"""Characters that a title has at least, where it is cut at a pause."""
_PAUSE: Final = re.compile(r"[,;:]\s|\s[—–-]\s")
_DATELINE: Final = re.compile(r"^[A-Z][A-Z .,’'-]{2,40}(?:,\s[^—–]{3,30})?\s[—–]\s(?=[A-Z“‘])")
"""“QUITO, 20 September 2009 —”: where and when a report was written."""


def title_of(says: str) -> str:
    """A title of at most `LONGEST_TITLE` characters, from what a claim says.

    It leaves out the dateline and the end; what is too long is cut at a pause, else at a word.
    """
    bare = _DATELINE.sub("", says).rstrip(ENDS)
    if len(bare) > LONGEST_TITLE:
        bare = _beginning_of(bare[: LONGEST_TITLE + 1])
    return bare[:1].upper() + bare[1:]


def _beginning_of(start: str) -> str:
    pauses = [each.start() for each in _PAUSE.finditer(start) if each.start() >= _SHORTEST]
    return (start[: pauses[-1]] if pauses else start.rpartition(" ")[0]).rstrip(",;:—– ")
