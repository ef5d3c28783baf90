"""Words in texts: searched, excerpted and marked."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.texts.excerpts import SentencePart, excerpt_of, sentence_of
    from dashboard.query.texts.marked_text import (
        MarkKind,
        TextMark,
        TextParagraph,
        TextPiece,
        paragraphs_of,
        part_at,
        parts_of,
    )
    from dashboard.query.texts.read_text import ReadText
    from dashboard.query.texts.search import MOST_HITS, SearchTexts, found_words, hits, marks, search_texts
else:
    __getattr__ = lazy(__name__, __file__)
