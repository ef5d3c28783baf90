"""What is told below a figure: only what is true of every drawing of it that a document shows, however wide."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.briefing.drawn import PAPER_PX
from dashboard.views.drawing import Drawing

SIZES: Final = {
    "map": ((1000, None), (358, None), (PAPER_PX, None), (PAPER_PX, 310), (PAPER_PX, 270), (330, 290)),
    "timeline": ((1000, None), (358, None), (PAPER_PX, None)),
}
"""Width and height in pixels of the drawings in all formats; each is laid out anew, and one text tells of all."""
_EXPLAINS_A_SIGN: Final = re.compile(r"(?:Dashed|Hollow|Solid|Crossed|Ring): ")
"""Is true where no such sign is drawn as well."""
_OF_ANY: Final = (
    (re.compile(r" where marks crowd "), "Where marks crowd, numbers stand for their events"),
    (re.compile(r" again in the frame$"), "Where a frame is drawn, places that crowd stand in it again"),
    (re.compile(r"^Bars: "), "Bars count events, on one scale"),
)
"""What is said of any drawing in place of what is true of some."""


def caption(drawings: Sequence[Drawing]) -> str:
    """The description of the first, and the sentences that hold of all."""
    said = (each.rstrip(".") for each in (drawings[0].description, *_sentences(drawings)) if each)
    return f"{'. '.join(said)}."


def _sentences(drawings: Sequence[Drawing]) -> Iterator[str]:
    said = [tuple(each.sentences) for each in drawings]
    every = dict.fromkeys(sentence for sentences in said for sentence in sentences)
    found = (_of_all(sentence, all(sentence in sentences for sentences in said)) for sentence in every)
    yield from dict.fromkeys(filter(None, found))


def _of_all(sentence: str, in_all: bool) -> str:
    """The sentence where it holds of all drawings, what does in its place, or nothing."""
    if in_all or _EXPLAINS_A_SIGN.match(sentence):
        return sentence
    return next((general for pattern, general in _OF_ANY if pattern.search(sentence)), "")
