"""A reader's place in a text, as the address has it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.sentences import Span

_AT: Final = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_MOST_SPANS: Final = 50
_MOST_WORDS: Final = 200


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A quote, a passage, a hit of a search, or a part; none of them for the beginning."""

    quote: str | None = None
    """`EVENT/CLAIM/N`, whether there is such a quote or not."""
    at: tuple[Span, ...] = ()
    """A passage, half-open, in code points, or several, rising; one is empty where only its start is named."""
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


def place_in_address(chosen: Callable[[str], str | None], part: int) -> TextPlace:
    """The place in the address, of which `chosen` gives the values by key: what makes no sense there is left out."""
    hit = chosen("hit") or ""
    return TextPlace(
        quote=chosen("quote"),
        at=_spans(chosen("at") or ""),
        find=(chosen("find") or "")[:_MOST_WORDS],
        hit=max(int(hit) - 1, 0) if hit.isdecimal() and len(hit) < 10 else None,
        part=part,
    )


def _spans(written: str) -> tuple[Span, ...]:
    """`120`, `120-180`, `120-180,200-220`; none where one of them is no place, or there are too many."""
    found = [_AT.fullmatch(each) for each in written.split(",", _MOST_SPANS)]
    if None in found:
        return ()
    return tuple(sorted({(int(each[1]), int(each[2] or each[1])) for each in found if each}))
