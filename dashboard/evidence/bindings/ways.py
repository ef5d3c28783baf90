"""From where to where: “from Muidumbe to Montepuez” is the other way round than “from Montepuez to Muidumbe”."""

import re
from collections.abc import Iterator, Set
from typing import Final

from dashboard.evidence.words import Words

_NAMES: Final = r"(?:the\s)?[A-ZÀ-Þ][\w’'-]+(?:(?:,?\s(?:and|or)\s|,\s|\s)(?:the\s)?[A-ZÀ-Þ][\w’'-]+)*"
_WAY: Final = re.compile(rf"\bfrom\s(?P<from>{_NAMES})\s(?:[a-z]+\s){{0,4}}?(?:to|into|towards?)\s(?P<to>{_NAMES})")
_NAME: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]+")


def exchanged_way(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """A name from which something goes in a claim, and to which it goes by the quotes, with one where it is"
    " reversed."""
    if not {"from", "to"} <= claim.lower:
        return None
    there = list(_ways(quoted.text))
    for starts, ends in _ways(claim.text) if there else ():
        for start, end in there:
            if starts & end and ends & start and starts.isdisjoint(start):
                return min(starts & end), min(ends & start)
    return None


def _ways(text: str) -> Iterator[tuple[Set[str], Set[str]]]:
    for match in _WAY.finditer(text):
        yield frozenset(_NAME.findall(match["from"])), frozenset(_NAME.findall(match["to"]))
