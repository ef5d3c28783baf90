"""A briefing as a Word document: real styles, footnotes and tables, the marking on every page, quotes in the annex."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Final

import docx as library
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.xmlchemy import BaseOxmlElement

from dashboard.briefing.docx.blocks import section
from dashboard.briefing.docx.fonts import embed
from dashboard.briefing.docx.sentences import Paper, anchor
from dashboard.briefing.docx.styles import apply_styles
from dashboard.briefing.docx.text import Bookmark, DocxField, Part, Tab, TextRun, fill, paragraph, tag
from dashboard.briefing.figures import Figures
from dashboard.briefing.manifest import Manifest
from dashboard.briefing.office import ANNEX, LANGUAGE, add_manifest, core_day, is_rtl
from dashboard.briefing.outline import SAID, AnnexEntry, MarkingLabel, Outline, about_pieces, source_piece
from dashboard.text.visible import one_line
from dashboard.views.drawing import fit_text, text_width

_MARK_PT: Final = 10.0
_EDGE_PT: Final = 8.5
_LEAST_PT: Final = 90.0
"""Less room than this is none for a title."""


def edges(paper: Paper) -> None:
    """Write the header and the footer of every page: marking, title and page number, the first page included."""
    outline, section = paper.outline, paper.document.sections[0]
    marking, label = outline.marking, f"\u00a0{one_line(outline.marking.text)}\u00a0\u2060"
    room = paper.width_pt - text_width(label, _MARK_PT, 700) - 12
    title = _short(f"{outline.title} · as of {outline.as_of}", room)
    numbers: list[Part] = [DocxField("PAGE"), " of ", DocxField("NUMPAGES")]
    _line(section.header.paragraphs[0]._p, [title] if title else [], marking, label, paper.width_pt)
    _line(section.footer.paragraphs[0]._p, numbers, marking, label, paper.width_pt)


def marking_run(marking: MarkingLabel, label: str) -> BaseOxmlElement:
    """A run in the colours of the Traffic Light Protocol; a marking of the team's own has a frame."""
    text = tag("w:t")
    text.text = label
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if marking.color:
        look = [tag("w:color", val=marking.color[1:].upper())]
        ground = [tag("w:shd", val="clear", color="auto", fill=marking.ground[1:].upper())]
    else:
        look = []
        ground = [tag("w:bdr", val="single", sz=8, space=0, color="14181F")]
    size = [tag("w:sz", val=round(_MARK_PT * 2)), tag("w:szCs", val=round(_MARK_PT * 2))]
    rtl = [tag("w:rtl")] if is_rtl(label) else []
    return tag("w:r", tag("w:rPr", tag("w:b"), tag("w:bCs"), *look, *size, *ground, *rtl), text)


def _line(into: BaseOxmlElement, parts: list[Part], marking: MarkingLabel, label: str, width_pt: float) -> None:
    """Left what is told, right the marking; one that is too long for it stands alone, on as many lines as it takes."""
    properties = into.get_or_add_pPr()
    for old in properties.xpath("./w:tabs"):
        properties.remove(old)
    stop = tag("w:tabs", tag("w:tab", val="right", pos=round(width_pt * 20)))
    properties.insert_element_before(stop, "w:bidi", "w:spacing", "w:ind", "w:jc")
    if text_width(label, _MARK_PT, 700) > width_pt - _LEAST_PT:
        fill(into, [*parts, *([" · "] if parts else [])])
    else:
        fill(into, [*parts, Tab()])
    into.append(marking_run(marking, label))


def _short(text: str, room_pt: float) -> str:
    return fit_text(one_line(text), room_pt, _EDGE_PT) if room_pt >= _LEAST_PT else ""


def annex(paper: Paper) -> None:
    """On pages of its own: what the words of evidence mean, all entries by number, and the vocabularies' credits."""
    paper.add(paragraph("Heading1", ANNEX, new_page=True, keep_next=True))
    paper.add(*(paragraph("Subtitle", TextRun(word, "Label"), f": {means}") for word, means in paper.outline.verdicts))
    for entry in paper.outline.annex:
        paper.add(*_entry(entry, paper))
    paper.add(*(paragraph("Credit", credit) for credit in paper.outline.credits))


def _entry(entry: AnnexEntry, paper: Paper) -> Iterator[BaseOxmlElement]:
    words = entry.text or entry.claim
    mark = Bookmark(entry.number, anchor(entry.number))
    verdict = TextRun(f" ({entry.verdict}: {entry.means})", "Carried")
    yield paragraph("AnnexEntry", mark, TextRun(f"{entry.number}.", "Label"), Tab(), words, verdict, direction=words)
    for quote in entry.quotes:
        yield paragraph("Quote", f"“{quote.words}”", keep_next=True, direction=quote.words)
        source = source_piece(quote.source_id, quote.source, paper.described)
        yield paragraph("AnnexDetail", *paper.with_links([source]), f", {quote.where}", keep_next=True)
    yield paragraph("AnnexDetail", *_about(entry, paper))


def _about(entry: AnnexEntry, paper: Paper) -> Iterator[Part]:
    """What is told of it, in one line: the sources that carry it lead to their rows."""
    for place, (name, pieces) in enumerate(about_pieces(entry, paper.described)):
        yield f"{' · ' if place else ''}{'' if name == SAID else f'{name}: '}"
        yield from paper.with_links(pieces)


_MAIN: Final = "word/document.xml"
_LONGEST: Final = 255
"""Signs that a property of a document holds."""


def docx(outline: Outline, seal: Manifest, figures: Figures) -> bytes:
    """The whole file. Of the same outline, seal and figures the same bytes."""
    document = library.Document()
    width = apply_styles(document, outline.paper)
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
    return add_manifest(written.getvalue(), seal, _MAIN)


def _head(paper: Paper) -> None:
    """The title, for whom, as of when, about what, and how far it can be relied on."""
    outline = paper.outline
    paper.add(paragraph("Title", outline.title))
    for name, words in outline.head:
        paper.add(
            paragraph("Subtitle", f"{name}: ", TextRun(words, "Label" if name != "Scope" else ""), direction=words)
        )
    paper.add(paragraph("Subtitle", f"{outline.review} {outline.counts}"))
    if outline.marking.meaning:
        paper.add(paragraph("Subtitle", TextRun(outline.marking.text, "Label"), f": {outline.marking.meaning}"))


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
