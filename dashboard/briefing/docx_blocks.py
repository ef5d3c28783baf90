"""The sections of a briefing in a DOCX, block by block."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Pt

from dashboard.briefing.docx_sentences import Paper
from dashboard.briefing.docx_tables import bar, table
from dashboard.briefing.docx_text import Part, Span, paragraph, tag
from dashboard.briefing.office_figures import DOCX
from dashboard.briefing.office_words import AGAINST, RESTS_ON, RETRACTED, basis_of, likelihood_of
from dashboard.briefing.outline import Block, Figure, Heading, Pair, Row, Section, Statement, Table, Told
from dashboard.briefing.visible import one_line
from dashboard.model.vocabularies import LIKELIHOOD

_TALLEST_PT: Final = 600.0
"""A figure stands on one page, with its heading and its caption."""
_BAR_PT: Final = 240.0


def section(part: Section, paper: Paper) -> None:
    """A section with its heading. One that has nothing to say says so."""
    paper.add(paragraph("Heading1", part.title, keep_next=True))
    if not part.blocks:
        paper.add(paragraph("Normal", Span(part.empty, "Said")))
    for block in part.blocks:
        paper.add(*_block(block, part, paper))


def _block(block: Block, part: Section, paper: Paper) -> Iterator[BaseOxmlElement]:
    match block:
        case Statement():
            yield from _statement(block, part, paper)
        case Heading():
            yield paragraph("Heading2", block.text, keep_next=True)
        case Pair():
            claim, other = block.claim, block.other
            yield paragraph("ListBullet", *paper.sentence(claim), keep_next=True, direction=claim.text)
            against = (Span(AGAINST, "Said"), *paper.sentence(other))
            yield paragraph("ListBullet2", *against, direction=other.text)
        case Told():
            yield from _told(block, paper)
        case Table():
            yield from _table(block, part.title, paper)
        case Figure():
            yield from _figure(block, paper)


def _statement(block: Statement, part: Section, paper: Paper) -> Iterator[BaseOxmlElement]:
    """The two sentences of a judgement stay together, below the bar of the first."""
    style = {"bottom-line": "BottomLine", "judgements": "Judgement"}.get(part.key, "ListBullet")
    word = likelihood_of(block)
    if block.question:
        style = "Judgement"
    yield paragraph(style, *paper.sentence(block), keep_next=bool(word), direction=block.text)
    if word:
        low, high = LIKELIHOOD[word]
        yield bar(low, high, f"From 0 to 100 %: {low} to {high} % dark", _BAR_PT)
        yield paragraph("Caption", f"0 to 100 %: {low} to {high} % is dark.", keep_next=True)


def _told(told: Told, paper: Paper) -> Iterator[BaseOxmlElement]:
    """The dateline, the headline, what carries both, and the claims."""
    yield paragraph("Dateline", Span(one_line(told.place.text).upper(), "Label"), f", {told.date.text} —")
    retracted = (Span(f" {RETRACTED}", "Said"),) if told.review == "retracted" else ()
    yield paragraph("Heading3", told.title.text, *retracted, keep_next=True, direction=told.title.text)
    bases = " ".join(each for each in (basis_of("Place", told.place), basis_of("Date", told.date)) if each)
    yield paragraph("Evidence", *paper.carried(told.title), f" {bases}", keep_next=bool(told.statements))
    for each in told.statements:
        yield paragraph("ListBullet", *paper.sentence(each), direction=each.text)


def _table(made: Table, title: str, paper: Paper) -> Iterator[BaseOxmlElement]:
    """Its last column leads to the annex, where a row rests on something."""
    refers = any(row.statement.references for row in made.rows)
    headings: list[tuple[Part, ...]] = [(each,) for each in made.headings]
    rows = [[*headings, *([(RESTS_ON,)] if refers else [])]]
    rows += [_cells(row, paper, refers=refers) for row in made.rows]
    yield table(rows, title, paper.width_pt)
    yield paragraph("TableText")


def _cells(row: Row, paper: Paper, *, refers: bool) -> list[tuple[Part, ...]]:
    cells: list[tuple[Part, ...]] = [(cell,) for cell in row.cells]
    return [*cells, *([tuple(paper.carried(row.statement))] if refers else [])]


def _figure(figure: Figure, paper: Paper) -> Iterator[BaseOxmlElement]:
    """The drawing, or why there is none; below it the same in words and as a table."""
    yield paragraph("Heading2", figure.title, keep_next=True)
    still = paper.figures.still(figure.name, DOCX)
    if still is None:
        lacking = paper.figures.lacking or "not drawn"
        yield paragraph("Normal", Span(f"{figure.title}: {lacking}.", "Said"), keep_next=True)
    else:
        scale = min(paper.width_pt / still.width_px, _TALLEST_PT / still.height_px)
        width, height = (Emu(int(Pt(side * scale))) for side in (still.width_px, still.height_px))
        inline = paper.document.part.new_pic_inline(BytesIO(still.data), width, height)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        about = inline.docPr
        about.set("name", figure.title)
        about.set("descr", one_line(figure.description))
        picture = paragraph("Normal", keep_next=True)
        picture.append(tag("w:r", tag("w:drawing", inline)))
        yield picture
    yield paragraph("Caption", figure.description)
    yield from _table(figure.table, f"{figure.title} as a table", paper)
