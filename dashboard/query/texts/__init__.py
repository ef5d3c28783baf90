"""Words in texts: searched, excerpted and marked."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.texts.excerpts import excerpt_of
    from dashboard.query.texts.marked_text import Mark, MarkKind, Piece, TextParagraph, paragraphs_of, part_at
    from dashboard.query.texts.read_text import ReadText
    from dashboard.query.texts.search import Searched, hits, marks, searched
    from dashboard.query.texts.sentence import Stretch, quoted_sentence
    from dashboard.query.texts.word_matches import MOST_HITS, found_words
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "MOST_HITS",
    "Mark",
    "MarkKind",
    "Piece",
    "ReadText",
    "Searched",
    "Stretch",
    "TextParagraph",
    "excerpt_of",
    "found_words",
    "hits",
    "marks",
    "paragraphs_of",
    "part_at",
    "quoted_sentence",
    "searched",
]
