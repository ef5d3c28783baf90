"""Where a reader is in a text, as the address has it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.sentences import Span

_AT: Final = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_MOST_WORDS: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A quote, a passage, a hit of a search, or a part; none of them for the beginning."""

    quote: str | None = None
    """`EVENT/CLAIM/N`, whether there is such a quote or not."""
    at: Span | None = None
    """A passage, half-open, in code points; empty where only its start is named."""
    find: str = ""
    """Words that are searched for."""
    hit: int | None = None
    """Which of the hits, from 0."""
    part: int = 0
    """From 0."""

    @property
    def name(self) -> str:
        """Changes when the reader goes elsewhere."""
        return f"{self.quote} {self.at} {self.find} {self.hit} {self.part}"


def place_asked(chosen: Callable[[str], str | None], part: int) -> Place:
    """The place in the address, of which `chosen` gives the values by key: what makes no sense there is left out."""
    at = _AT.fullmatch(chosen("at") or "")
    hit = chosen("hit") or ""
    return Place(
        quote=chosen("quote"),
        at=(int(at[1]), int(at[2] or at[1])) if at else None,
        find=(chosen("find") or "")[:_MOST_WORDS],
        hit=max(int(hit) - 1, 0) if hit.isdecimal() and len(hit) < 10 else None,
        part=part,
    )
