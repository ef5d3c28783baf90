"""Tables of a DOCX: their heading stands on every page, and no row is torn between two."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from dashboard.briefing.docx_styles import TABLE, TABLE_PT
from dashboard.briefing.docx_text import Part, Span, paragraph, tag
from dashboard.briefing.office_tables import column_widths

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
    return "".join(each if isinstance(each, str) else each.text for each in parts if isinstance(each, str | Span))
