"""Tables on slides: as many as their rows take, each with its headings; the ladder as cells of shapes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.briefing.office import column_widths, rungs_of
from dashboard.briefing.outline import Statement, TableBlock, TableRow, described_by, held_pieces
from dashboard.briefing.pptx.design import BARE, BOTTOM, EDGE, ROOM, SMALL_PT, TEXT, PlaceholderBox
from dashboard.briefing.pptx.fit import STAND_IN, Lines, heights, join_lines, lines_of
from dashboard.briefing.pptx.sentences import sentence, small
from dashboard.briefing.pptx.shapes import box_of, describe, place
from dashboard.briefing.pptx.slides import Slides, numbered_title
from dashboard.briefing.pptx.text import LINE, Para, Run, tag, write
from dashboard.query.ladder import RISING
from dashboard.views.drawing import LIGHT

_SIZES: Final = (18.0, 16.0, SMALL_PT)
_PAD: Final = 5.0
_APART: Final = 12.0
_CELL: Final = 14.0
_SPACE: Final = 14.0
_STEP: Final = 18.0
_LADDER: Final = len(RISING) * _STEP + _APART
_PLAIN: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's style without lines: those that there are, we draw."""
_SHOWN_OF_SOURCES: Final = 4
"""Columns that have room; the others stand in the notes."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """A row as it is laid out."""

    cells: tuple[Para, ...]
    statement: Statement | None = None
    level: str = ""
    """The commitment level, in a row that has a ladder; else empty."""


def table(
    made: TableBlock,
    title: str,
    label: str,
    key: str,
    slides: Slides,
    *,
    above: Sequence[Statement] = (),
    size: float = 0,
) -> None:
    """Add the table in the largest size that fits one slide; else in the largest but the first that splits no row.

    `above`: what stands there on the first.
    """
    paras = [sentence(each).with_size(_SIZES[0]) for each in above]
    taken = heights(paras, ROOM) + _SPACE if paras else 0.0
    is_ladder = key == "commitment"
    rows = [_laid_out(made, row, key, slides) for row in made.rows]
    head = _Cells(tuple(Para((Run(each, muted=True),), before=0) for each in _headings(made, key)))
    height, sizes = BOTTOM - slides.room(title) - taken, [size] if size else _SIZES
    plans = [_plan(head, rows, height, each, is_ladder=is_ladder) for each in sizes]
    one = (plan for plan in plans if len(plan[0]) == 1)
    whole = (plan for plan in plans[1:] if sum(map(len, plan[0])) == len(rows) + len(plan[0]))
    pages, widths = next(one, None) or next(whole, None) or plans[-1]
    for number, page in enumerate(pages, start=1):
        said = [row.statement for row in page if row.statement is not None]
        more = [said_.text for said_ in said] if key == "sources" else []
        layout = TEXT if number == 1 and paras else BARE
        said = [*above, *said] if layout == TEXT else said
        slide, top = slides.add(layout, numbered_title(title, number, len(pages)), label, statements=said, more=more)
        if layout == TEXT:
            body = slides.holders[1]
            place(body, PlaceholderBox(EDGE, top, ROOM, taken - _SPACE))
            write(body._element.txBody, paras)
            top += taken
        _draw(slide, page, widths, top, title)
        if is_ladder:
            _ladders(slide, page, widths, top)
        for row in page:
            if row.statement is not None and (source := described_by(row.statement)):
                slides.rows.setdefault(source, slide)


def _headings(made: TableBlock, key: str) -> list[str]:
    if key == "commitment":
        date, event, level, means = made.headings
        return [date, event, "", f"{level}: {means[:1].lower()}{means[1:]}", *made.all_headings[4:]]
    if key == "sources":
        return list(made.headings[:_SHOWN_OF_SOURCES])
    return list(made.all_headings)


def _laid_out(made: TableBlock, row: TableRow, key: str, slides: Slides) -> _Cells:
    refers = any(each.statement.references for each in made.rows)
    carried = [Para(tuple(small(row.statement, space=False)), before=0)] if refers else []
    cells = [Para((Run(cell),), before=0) for cell in row.cells]
    if held := held_pieces(row, slides.known):
        cells[-1] = Para(tuple(Run(each.text, link=each.source) for each in held), before=0)
    if key == "commitment":
        level, means = row.cells[2:]
        stands = Para((Run(level, bold=True), Run(f": {means}")), before=0)
        return _Cells((cells[0], cells[1], Para(()), stands, *carried), row.statement, level)
    if key == "sources":
        return _Cells(tuple(cells[:_SHOWN_OF_SOURCES]), row.statement)
    return _Cells((*cells, *carried), row.statement)


def _plan(
    head: _Cells, rows: Sequence[_Cells], height: float, size: float, *, is_ladder: bool
) -> tuple[list[list[_Cells]], list[float]]:
    """Rows slide by slide, each slide's headings first, and how wide the columns are."""
    sized = [replace(row, cells=tuple(cell.with_size(size) for cell in row.cells)) for row in (head, *rows)]
    texts = [[cell.text for cell in row.cells] for row in sized]
    wide = size * STAND_IN
    if is_ladder:
        widths = column_widths([[*each[:2], *each[3:]] for each in texts], ROOM - _LADDER, wide, _APART + 4)
        widths.insert(2, _LADDER)
    else:
        widths = column_widths(texts, ROOM, wide, _APART + 4)
    heading = _height(sized[0], widths)
    room = height - size * LINE  # a font that replaces ours may break one row more
    pages: list[list[_Cells]] = [[sized[0]]]
    used = heading
    for row in sized[1:]:
        for part in _parts(row, widths, height - heading):
            need = _height(part, widths)
            if len(pages[-1]) > 1 and used + need > room:
                pages.append([sized[0]])
                used = heading
            pages[-1].append(part)
            used += need
    return pages, widths


def _parts(row: _Cells, widths: Sequence[float], height: float) -> Iterator[_Cells]:
    """A row that no slide holds goes on in the next one."""
    if _height(row, widths) <= height:
        yield row
        return
    lines = [_lines(cell, width) for cell, width in zip(row.cells, widths, strict=True)]
    most = max(int((height - 2 * _PAD) / (row.cells[0].size * LINE)), 1)
    for start in range(0, max(map(len, lines)), most):
        cells = (
            join_lines(cell, own[start : start + most]) if own[start : start + most] else Para((), cell.size, 0)
            for cell, own in zip(row.cells, lines, strict=True)
        )
        yield replace(row, cells=tuple(cells), level=row.level if start == 0 else "")


def _lines(cell: Para, width: float) -> Lines:
    return lines_of(cell, width - _APART) if cell.runs else ()


def _height(row: _Cells, widths: Sequence[float]) -> float:
    lines = max(len(_lines(cell, width)) for cell, width in zip(row.cells, widths, strict=True))
    return max(lines, 1) * row.cells[0].size * LINE + 2 * _PAD


def _draw(slide: Slide, rows: Sequence[_Cells], widths: Sequence[float], top: float, title: str) -> None:
    tall = [_height(row, widths) for row in rows]
    frame = slide.shapes.add_table(len(rows), len(widths), Pt(EDGE), Pt(top), Pt(ROOM), Pt(sum(tall)))
    frame.name = "Table"
    describe(frame, title)
    made: Any = frame.table
    properties = made._tbl.tblPr
    properties.set("bandRow", "0")
    properties.find(qn("a:tableStyleId")).text = _PLAIN
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Pt(width)
    for number, (row, height) in enumerate(zip(rows, tall, strict=True)):
        made.rows[number].height = Pt(height)
        for cell, para in zip(made.rows[number].cells, row.cells, strict=True):
            _write(cell, para, is_head=number == 0)


def _write(cell: Any, para: Para, *, is_head: bool) -> None:
    cell.margin_left, cell.margin_right = 0, Pt(_APART)
    cell.margin_top = cell.margin_bottom = Pt(_PAD)
    write(cell._tc.txBody, [para])
    color = LIGHT.text if is_head else LIGHT.line2
    line = tag(
        "a:lnB",
        tag("a:solidFill", tag("a:srgbClr", val=color[1:])),
        w=12_700 if is_head else 6_350,
    )
    cell._tc.get_or_add_tcPr().append(line)


def _ladders(slide: Slide, rows: Sequence[_Cells], widths: Sequence[float], top: float) -> None:
    """Six cells a row, filled as far as the matter had come; of a matter that is over, the first is crossed."""
    left = EDGE + widths[0] + widths[1]
    for row in rows:
        if row.level:
            middle = top + _PAD + row.cells[0].size * LINE / 2
            _ladder(slide, row.level, left, middle - _CELL / 2)
        top += _height(row, widths)


def _ladder(slide: Slide, level: str, left: float, top: float) -> None:
    reached = rungs_of(level)
    boxes = []
    for rung in range(len(RISING)):
        at = PlaceholderBox(left + rung * _STEP, top, _CELL, _CELL)
        colours = (LIGHT.threads[0], LIGHT.threads[0]) if rung < reached else (LIGHT.bg, LIGHT.line2)
        boxes.append(box_of(slide, MSO_SHAPE.RECTANGLE, at, *colours))
    if not reached:
        boxes.append(box_of(slide, MSO_SHAPE.MATH_MULTIPLY, PlaceholderBox(left, top, _CELL, _CELL), LIGHT.text))
    group = slide.shapes.add_group_shape(boxes)
    group.name = "Ladder"
    describe(group, f"{level}: level {reached} of {len(RISING)}" if reached else level)
