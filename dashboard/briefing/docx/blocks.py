"""The sections of a briefing in a DOCX, block by block."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Pt

from dashboard.briefing.docx.sentences import Paper
from dashboard.briefing.docx.styles import TABLE, TABLE_PT
from dashboard.briefing.docx.text import Break, Part, TextRun, paragraph, tag
from dashboard.briefing.figures import RenderedFigure
from dashboard.briefing.office import DOCX, RETRACTED, column_widths, likelihood_of, rungs_of, strips
from dashboard.briefing.outline import (
    Block,
    BriefingSection,
    Contradiction,
    EventBlock,
    FigureBlock,
    HeadingBlock,
    Statement,
    TableBlock,
    TableRow,
    basis_pieces,
    behind,
    described_by,
    held_pieces,
)
from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.ladder import RISING
from dashboard.query.wording import PER_CENT, chance_words
from dashboard.text.capitals import in_capitals
from dashboard.text.visible import one_line
from dashboard.views.timeline import HEAD

_PADDING_PT = 9.0
_TWENTIETHS = 20


def table(rows: Sequence[Sequence[Sequence[Part]]], title: str, room_pt: float) -> BaseOxmlElement:
    """Rows of cells of parts; the first holds the headings. `title` is for who does not see it."""
    texts = [[_text(cell) for cell in row] for row in rows]
    widths = [round(width * _TWENTIETHS) for width in column_widths(texts, room_pt, TABLE_PT, _PADDING_PT)]
    properties = tag(
        "w:tblPr",
        tag("w:tblStyle", val=TABLE),
        tag("w:tblW", w=sum(widths), type="dxa"),
        tag("w:tblLayout", type="fixed"),
        tag("w:tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        tag("w:tblCaption", val=title),
    )
    grid = tag("w:tblGrid", *(tag("w:gridCol", w=width) for width in widths))
    body = [_row(row, widths, is_heading=index == 0, keep=index < 2) for index, row in enumerate(rows)]
    return tag("w:tbl", properties, grid, *body)


def _row(row: Sequence[Sequence[Part]], widths: Sequence[int], *, is_heading: bool, keep: bool) -> BaseOxmlElement:
    """The heading stays with the first row, and that with the second."""
    cells = []
    for parts, width in zip(row, widths, strict=True):
        made = paragraph("TableText", *parts, keep_next=keep, direction=_text(parts))
        cells.append(tag("w:tc", tag("w:tcPr", tag("w:tcW", w=width, type="dxa")), made))
    properties = [tag("w:cantSplit"), *([tag("w:tblHeader")] if is_heading else [])]
    return tag("w:tr", tag("w:trPr", *properties), *cells)


def bar(low: int, high: int, title: str, room_pt: float) -> BaseOxmlElement:
    """Likelihood from 0 to 100 %, the range dark."""
    whole = round(room_pt * _TWENTIETHS)
    shares = [(low, "E3E6EA"), (high - low, "14181F"), (100 - high, "E3E6EA")]
    widths = [(max(round(whole * share / 100), 20), color) for share, color in shares]
    properties = tag(
        "w:tblPr",
        tag("w:tblW", w=sum(width for width, _ in widths), type="dxa"),
        tag("w:tblLayout", type="fixed"),
        tag("w:tblCaption", val=title),
    )
    cells = [
        tag(
            "w:tc",
            tag("w:tcPr", tag("w:tcW", w=width, type="dxa"), tag("w:shd", val="clear", color="auto", fill=color)),
            paragraph("TableText", keep_next=True),
        )
        for width, color in widths
    ]
    row = tag("w:tr", tag("w:trPr", tag("w:cantSplit"), tag("w:trHeight", val=140, hRule="exact")), *cells)
    return tag("w:tbl", properties, tag("w:tblGrid", *(tag("w:gridCol", w=width) for width, _ in widths)), row)


def _text(parts: Sequence[Part]) -> str:
    return "".join(each if isinstance(each, str) else each.text for each in parts if isinstance(each, str | TextRun))


_TALLEST_PT: Final = 600.0
"""So much of a figure stands on one page, with its heading and its caption; what is higher goes on on the next."""
_BAR_PT: Final = 240.0


def section(part: BriefingSection, paper: Paper) -> None:
    """A section with its heading. One that has nothing to say says so."""
    begins_page = part.key == "figures" and bool(part.blocks)  # so large that a heading might stay behind
    paper.add(paragraph("Heading1", part.title, keep_next=True, new_page=begins_page))
    if not part.blocks:
        paper.add(paragraph("Normal", TextRun(part.empty, "Said")))
    for block in part.blocks:
        paper.add(*_block(block, part, paper))


def _block(block: Block, part: BriefingSection, paper: Paper) -> Iterator[BaseOxmlElement]:
    match block:
        case Statement():
            yield from _statement(block, part, paper)
        case HeadingBlock():
            yield paragraph("Heading2", block.text, keep_next=True)
        case Contradiction():
            claim = block.claim
            yield paragraph("ListBullet", *paper.sentence(claim), keep_next=True, direction=claim.text)
            for each in block.others:
                against = (TextRun(f"{each.lead}: ", "Said"), *paper.sentence(each.statement))
                yield paragraph("ListBullet2", *against, direction=each.statement.text)
        case EventBlock():
            yield from _event(block, paper)
        case TableBlock():
            yield from _table(block, part.title, paper, is_ladder=part.key == "commitment")
        case FigureBlock():
            yield from _figure(block, paper)


def _statement(block: Statement, part: BriefingSection, paper: Paper) -> Iterator[BaseOxmlElement]:
    """The two sentences of a judgement stay together, below the bar of the first."""
    style = {"bottom-line": "BottomLine", "judgements": "Judgement"}.get(part.key, "ListBullet")
    word = likelihood_of(block)
    if block.question:
        style = "Judgement"
    yield paragraph(style, *paper.sentence(block), keep_next=bool(word), direction=block.text)
    if word:
        low, high = LIKELIHOOD[word]
        told = f"0 to 100{PER_CENT}: {chance_words(word)}"
        yield bar(low, high, f"Scale from {told} is dark", _BAR_PT)
        yield paragraph("Caption", f"Scale from {told} is dark.", keep_next=True)


def _event(told: EventBlock, paper: Paper) -> Iterator[BaseOxmlElement]:
    """Dateline and headline, the claims, and what carries both: as few paragraphs as can be begin it.

    LibreOffice lays out a long document backwards from pages that it guessed, and then forgets the footnotes of what a
    row of paragraphs is to stay with: the longer the row, the likelier its beginning is left at the foot of a page.
    """
    place, date = (
        TextRun(in_capitals(one_line(told.place.text)), "DatelinePlace"),
        behind(told.place.text, told.date.text),
    )
    dateline = (place, TextRun(f", {date} —", "Dateline"), Break())
    retracted = (TextRun(f" {RETRACTED}", "Said"),) if told.review == "retracted" else ()
    yield paragraph("Heading3", *dateline, told.title.text, *retracted, keep_next=True, direction=told.title.text)
    for number, each in enumerate(told.statements, start=1):
        is_kept = number in (1, len(told.statements))
        yield paragraph("ListBullet", *paper.sentence(each), keep_next=is_kept, direction=each.text)
    values = (basis_pieces("Place", told.place, paper.described), basis_pieces("Date", told.date, paper.described))
    bases = [part for pieces in values if pieces for part in (" ", *paper.with_links(pieces))]
    yield paragraph("Evidence", *paper.evidence_notes(told.title), *bases)


def _table(made: TableBlock, title: str, paper: Paper, *, is_ladder: bool = False) -> Iterator[BaseOxmlElement]:
    """Its last column leads to the annex, where a row rests on something."""
    rows: list[list[tuple[Part, ...]]] = [[(each,) for each in made.all_headings]]
    rows += [_cells(row, paper, refers=made.has_references, is_ladder=is_ladder) for row in made.rows]
    yield table(rows, title, paper.width_pt)
    yield paragraph("TableText")


def _cells(row: TableRow, paper: Paper, *, refers: bool, is_ladder: bool) -> list[tuple[Part, ...]]:
    cells: list[tuple[Part, ...]] = [(cell,) for cell in row.cells]
    if is_ladder:
        level = row.cells[2]
        filled = rungs_of(level)
        cells[2] = (TextRun("■" * filled, "Rungs"), f"{'□' * (len(RISING) - filled)} ", TextRun(level, "Label"))
    if (source := described_by(row.statement)) in paper.described:
        cells[0] = (paper.row_of(source), *cells[0])
    if held := tuple(paper.with_links(held_pieces(row, paper.described))):
        cells[-1] = held
    return [*cells, *([tuple(paper.evidence_notes(row.statement))] if refers else [])]


def _picture(
    figure: FigureBlock, still: RenderedFigure, shown: tuple[float, float], scale: float, paper: Paper
) -> BaseOxmlElement:
    """What lies between two heights of it, in pixels; `scale` is points a pixel."""
    first, last = shown
    width, height = Emu(int(Pt(still.width_px * scale))), Emu(int(Pt((last - first) * scale)))
    inline = paper.document.part.new_pic_inline(BytesIO(still.data), width, height)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    about = inline.docPr
    paper.pictures += 1
    about.set("id", str(paper.pictures))
    about.set("name", figure.title)
    about.set("descr", one_line(figure.description))
    cut = inline.graphic.graphicData.pic.blipFill.blip
    top, bottom = (round(each / still.height_px * 100_000) for each in (first, still.height_px - last))
    if top or bottom:
        cropped = OxmlElement("a:srcRect")
        cropped.set("t", str(top))
        cropped.set("b", str(bottom))
        cut.addnext(cropped)
    made = paragraph("Figure", keep_next=True)
    made.append(tag("w:r", tag("w:drawing", inline)))
    return made


def _figure(figure: FigureBlock, paper: Paper) -> Iterator[BaseOxmlElement]:
    """The drawing, or why there is none; below it the same in words and as a table."""
    yield paragraph("Heading2", figure.title, keep_next=True)
    still = paper.figures.still(figure.name, DOCX)
    if still is None:
        lacking = paper.figures.lacking or "not drawn"
        yield paragraph("Normal", TextRun(f"{figure.title}: {lacking}.", "Said"), keep_next=True)
    else:
        scale = paper.width_pt / still.width_px
        for number, (first, last) in enumerate(strips(still, HEAD, _TALLEST_PT / scale)):
            shown = [(0.0, last)] if number == 0 else [(0.0, float(HEAD)), (first, last)]
            yield from (_picture(figure, still, each, scale, paper) for each in shown)
    yield paragraph("Caption", figure.description)
    yield from _table(figure.table, f"{figure.title} as a table", paper)
