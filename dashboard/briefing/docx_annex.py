"""The annex of a DOCX: every claim that a sentence refers to, with its quotes."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from dashboard.briefing.described import about_pieces, source_piece
from dashboard.briefing.docx_sentences import Paper, anchor
from dashboard.briefing.docx_text import Bookmark, Part, Span, Tab, paragraph
from dashboard.briefing.office_words import ANNEX
from dashboard.briefing.outline import SAID, Entry


def annex(paper: Paper) -> None:
    """On pages of its own: what the words of evidence mean, all entries by number, and the vocabularies' credits."""
    paper.add(paragraph("Heading1", ANNEX, new_page=True, keep_next=True))
    paper.add(*(paragraph("Subtitle", Span(word, "Label"), f": {means}") for word, means in paper.outline.verdicts))
    for entry in paper.outline.annex:
        paper.add(*_entry(entry, paper))
    paper.add(*(paragraph("Credit", credit) for credit in paper.outline.credits))


def _entry(entry: Entry, paper: Paper) -> Iterator[BaseOxmlElement]:
    words = entry.text or entry.claim
    mark = Bookmark(entry.number, anchor(entry.number))
    verdict = Span(f" ({entry.verdict}: {entry.means})", "Carried")
    yield paragraph("AnnexEntry", mark, Span(f"{entry.number}.", "Label"), Tab(), words, verdict, direction=words)
    for quote in entry.quotes:
        yield paragraph("Quote", f"“{quote.words}”", keep_next=True, direction=quote.words)
        source = source_piece(quote.source_id, quote.source, paper.described)
        yield paragraph("AnnexDetail", *paper.led([source]), f", {quote.where}", keep_next=True)
    yield paragraph("AnnexDetail", *_about(entry, paper))


def _about(entry: Entry, paper: Paper) -> Iterator[Part]:
    """What is told of it, in one line: the sources that carry it lead to their rows."""
    for place, (name, pieces) in enumerate(about_pieces(entry, paper.described)):
        yield f"{' · ' if place else ''}{'' if name == SAID else f'{name}: '}"
        yield from paper.led(pieces)
