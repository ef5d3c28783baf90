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
_LEADS_ON: Final = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "with",
    )
)
"""Words that a title does not end with."""
_DATELINE: Final = re.compile(r"^[A-Z][A-Z .,’'-]{2,40}(?:,\s[^—–]{3,30})?\s[—–]\s(?=[A-Z“‘])")
"""“QUITO, 20 September 2009 —”: where and when a report was written."""


def title_of(says: str) -> str:
    """A title of at most `LONGEST_TITLE` characters, from what a claim says.

    It leaves out the dateline and the end. What is too long is cut at a pause, else before a name or a word that leads
    on, and says so with `…`: half a name is another name.
    """
    bare = _DATELINE.sub("", says).rstrip(ENDS)
    if len(bare) > LONGEST_TITLE:
        bare = _beginning_of(bare[: LONGEST_TITLE + 1])
    return bare[:1].upper() + bare[1:]


def _beginning_of(start: str) -> str:
    pauses = [each.start() for each in _PAUSE.finditer(start) if each.start() >= _SHORTEST]
    if pauses:
        return start[: pauses[-1]].rstrip(",;:—– ")
    words = start[:LONGEST_TITLE].rpartition(" ")[0].split()
    kept = words[:]
    while kept and kept[-1][:1].isupper():  # it may go on
        kept.pop()
    while kept and kept[-1].lower() in _LEADS_ON:
        kept.pop()
    begun = " ".join(kept)
    return f"{begun if len(begun) >= _SHORTEST else ' '.join(words)}…"
