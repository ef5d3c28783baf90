"""Searching one text for a reader's words: as they are typed, not as they are spelt in the file."""

import re
from typing import Final

from dashboard.evidence.sentences import Span

MOST_HITS: Final = 5_000
"""No more than so many are counted."""
MOST_CHARACTERS: Final = 200
"""The most characters, without spaces, that may be searched for; longer words find nothing."""

_ALIKE: Final = ("'‘’‚‛′ʼ`´", '"“”„‟″«»', "-‐‑‒–—―−")
_INVISIBLE: Final = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*"


def found_words(text: str, words: str) -> tuple[Span, ...]:
    """Half-open spans, in code points, of `words` in `text`, rising, `MOST_HITS` at most.

    Capitals, kinds of quotation marks and dashes, white space and what cannot be seen make no difference.
    """
    wanted = words.split()
    if not wanted or sum(map(len, wanted)) > MOST_CHARACTERS:
        return ()
    pattern = re.compile(r"\s+".join(_INVISIBLE.join(map(_sign, word)) for word in wanted), re.IGNORECASE)
    spans: list[Span] = []
    for match in pattern.finditer(text):
        spans.append(match.span())
        if len(spans) == MOST_HITS:
            break
    return tuple(spans)


def _sign(sign: str) -> str:
    return next((f"[{re.escape(alike)}]" for alike in _ALIKE if sign in alike), re.escape(sign))
