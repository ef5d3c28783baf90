"""A briefing as a Word document: real styles, footnotes and tables, the marking on every page, quotes in the annex."""

import datetime as dt
from io import BytesIO
from typing import Final

import docx as library
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from dashboard.briefing.docx_annex import annex
from dashboard.briefing.docx_blocks import section
from dashboard.briefing.docx_edges import edges
from dashboard.briefing.docx_fonts import embed
from dashboard.briefing.docx_sentences import Paper
from dashboard.briefing.docx_styles import styled
from dashboard.briefing.docx_text import Span, paragraph
from dashboard.briefing.office_scripts import LANGUAGE
from dashboard.briefing.office_seal import core_day, packed
from dashboard.briefing.office_words import head_of
from dashboard.briefing.outline import Outline
from dashboard.briefing.sealed import Sealed
from dashboard.briefing.stills import Figures
from dashboard.text.visible import one_line

_MAIN: Final = "word/document.xml"
_LONGEST: Final = 255
"""Signs that a property of a document holds."""


def docx(outline: Outline, seal: Sealed, figures: Figures) -> bytes:
    """The whole file. Of the same outline, seal and figures the same bytes."""
    document = library.Document()
    width = styled(document, outline.paper)
    entries = {entry.number: entry for entry in outline.annex}
    paper = Paper(document, outline, figures, width, entries)
    edges(paper)
    _head(paper)
    for part in outline.sections:
        section(part, paper)
    annex(paper)
    paper.footnotes.write(document)
    embed(document)
    _properties(document, outline, core_day(seal.as_of))
    written = BytesIO()
    document.save(written)
    return packed(written.getvalue(), seal, _MAIN)


def _head(paper: Paper) -> None:
    """The title, for whom, as of when, about what, and how far it can be relied on."""
    outline = paper.outline
    paper.add(paragraph("Title", outline.title))
    for name, words in head_of(outline):
        paper.add(paragraph("Subtitle", f"{name}: ", Span(words, "Label" if name != "Scope" else ""), direction=words))
    paper.add(paragraph("Subtitle", f"{outline.review} {outline.counts}"))
    if outline.marking.meaning:
        paper.add(paragraph("Subtitle", Span(outline.marking.text, "Label"), f": {outline.marking.meaning}"))


def _properties(document: Document, outline: Outline, day: dt.date) -> None:
    """What programs show of a file without opening it. Its times are those of its day."""
    core, at = document.core_properties, dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    core.title = one_line(outline.title)[:_LONGEST]
    core.subject = one_line(outline.scope)[:_LONGEST]
    core.keywords = one_line(outline.marking.text)[:_LONGEST]
    core.category = "Briefing"
    core.language, core.author, core.last_modified_by, core.comments = LANGUAGE, "Dateline", "Dateline", ""
    core.created = core.modified = at
    core.revision = 1
    package = document.part.package
    for id_, relation in list(package.rels.items()):
        if relation.reltype in (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES):
            del package.rels[id_]
    for id_, relation in list(document.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML or relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[id_]
