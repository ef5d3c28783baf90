"""The annex of a DOCX: every claim that a sentence refers to, with its quotes."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from dashboard.briefing.docx_sentences import Paper, anchor
from dashboard.briefing.docx_text import Span, Tab, paragraph
from dashboard.briefing.office_words import ANNEX, about
from dashboard.briefing.outline import Entry


def annex(paper: Paper) -> None:
    """On pages of its own: what the words of evidence mean, all entries by number, and the vocabularies' credits."""
    paper.add(paragraph("Heading1", ANNEX, new_page=True, keep_next=True))
    paper.add(*(paragraph("Subtitle", Span(word, "Label"), f": {means}") for word, means in paper.outline.verdicts))
    for entry in paper.outline.annex:
        paper.add(*_entry(entry))
    paper.add(*(paragraph("Credit", credit) for credit in paper.outline.credits))


def _entry(entry: Entry) -> Iterator[BaseOxmlElement]:
    words = entry.text or entry.claim
    mark = (entry.number, anchor(entry.number))
    verdict = Span(f" ({entry.verdict}: {entry.means})", "Carried")
    yield paragraph(
        "AnnexEntry", Span(f"{entry.number}.", "Label"), Tab(), words, verdict, bookmark=mark, direction=words
    )
    for quote in entry.quotes:
        yield paragraph("Quote", f"“{quote.words}”", keep_next=True, direction=quote.words)
        yield paragraph("AnnexDetail", f"{quote.source}, {quote.where}", keep_next=True)
    yield paragraph("AnnexDetail", " · ".join(about(entry)))
