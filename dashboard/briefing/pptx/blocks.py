"""The sections of a briefing as slides, block by block."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.briefing.office import likelihood_of
from dashboard.briefing.outline import (
    Block,
    BriefingSection,
    Contradiction,
    EventBlock,
    FigureBlock,
    HeadingBlock,
    Statement,
    TableBlock,
    statements_of,
)
from dashboard.briefing.pptx.design import BOTTOM, COLUMN, COLUMNS, EDGE, ROOM, SECOND_IDX, TEXT, WIDTH, PlaceholderBox
from dashboard.briefing.pptx.figures import figure
from dashboard.briefing.pptx.fit import heights, largest_fitting, split_into_slides
from dashboard.briefing.pptx.sentences import SIZES, USUAL, event, fits, pages, sentence, with_sources
from dashboard.briefing.pptx.shapes import box_of, describe, place
from dashboard.briefing.pptx.slides import Slides, numbered_title
from dashboard.briefing.pptx.tables import table
from dashboard.briefing.pptx.text import Para, Run, write
from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.wording import PER_CENT, likelihood_words
from dashboard.views.drawing import LIGHT

_WIDTH: Final = 280.0
BAR_ROOM: Final = ROOM - _WIDTH - 40
"""What is left for sentences beside it."""
_HEIGHT: Final = 16.0
_LEFT: Final = WIDTH - EDGE - _WIDTH


def bar(slide: Slide, word: str, top: float) -> None:
    """At the right, beside the sentence that says the same."""
    low, high = LIKELIHOOD[word]
    ends = sorted({each for pair in LIKELIHOOD.values() for each in pair})
    shapes: list[Any] = [_box(slide, 0, 100, top + 16, LIGHT.line), _box(slide, low, high, top + 16, LIGHT.text)]
    shapes += [_box(slide, at, at, top + 12, LIGHT.muted) for at in ends]
    for text, left, width, side in (("0", _LEFT, 30, "l"), (f"100{PER_CENT}", _LEFT + _WIDTH - 60, 60, "r")):
        shapes.append(_words(slide, text, left, top + 40, width, 14, side))
    group = slide.shapes.add_group_shape(shapes)
    group.name = "Likelihood"
    describe(group, f"{likelihood_words(word)}, as a bar from 0 to 100{PER_CENT}")
    _words(slide, likelihood_words(word), _LEFT, top + 62, _WIDTH, 18, "l", bold=True)


def _box(slide: Slide, low: float, high: float, top: float, color: str) -> Any:
    """A range in percent; where it is a point, a tick."""
    is_tick = low == high
    left, width = _LEFT + _WIDTH * low / 100, _WIDTH * (high - low) / 100
    at = PlaceholderBox(left, top, 1 if is_tick else width, _HEIGHT + 8 if is_tick else _HEIGHT)
    return box_of(slide, MSO_SHAPE.RECTANGLE, at, color)


def _words(
    slide: Slide, text: str, left: float, top: float, width: float, size: float, side: str, *, bold: bool = False
) -> Any:
    box = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(size * 1.4))
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    write(box._element.txBody, [Para((Run(text, muted=not bold, bold=bold),), size, 0)])
    frame.paragraphs[0]._p.pPr.set("algn", side)
    return box


_LARGE: Final = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
"""The sizes that the bottom line may have, in points; the largest that fits on one slide is used."""
_ABOVE: Final = 0.3
"""Sentences that take no more of a slide than this stand above the table that follows on them."""


def section(part: BriefingSection, slides: Slides) -> None:
    """Its slides, in the outline's order."""
    heading = ""
    groups = list(_groups(part.blocks))
    for place_, blocks in enumerate(groups):
        first = blocks[0]
        match first:
            case HeadingBlock():
                heading = first.text
            case EventBlock():
                event(first, f"{part.title} · {heading}" if heading else part.title, slides)
            case TableBlock():
                above = _above(groups[place_ - 1], slides) if place_ else []
                table(first, heading or part.title, part.title if heading else "", part.key, slides, above=above)
            case FigureBlock():
                figure(first, part.title, slides)
            case Contradiction():
                _contradictions(blocks, part.title, slides)
            case Statement():
                following = groups[place_ + 1][0] if place_ + 1 < len(groups) else None
                if not (isinstance(following, TableBlock) and _above(blocks, slides)):
                    _statements(blocks, part, slides, _which(groups, place_, part.title))


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Sentences together, and contradictions; all else alone, and each judgement with its reasons."""
    group: list[Block] = []
    for block in blocks:
        goes_on = group and type(block) is type(group[-1]) and isinstance(block, Statement | Contradiction)
        if group and not (goes_on and not likelihood_of(block)):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _above(blocks: Sequence[Block], slides: Slides) -> list[Statement]:
    """Few sentences, which have room above a table; no judgements."""
    said = [each for each in blocks if isinstance(each, Statement) and not each.question]
    paras = [sentence(each).with_size(SIZES[-1]) for each in said]
    room = (BOTTOM - slides.grid.top - USUAL) * _ABOVE
    return said if len(said) == len(blocks) and heights(paras, ROOM) <= room else []


def _which(groups: Sequence[Sequence[Block]], place_: int, title: str) -> str:
    """`Key judgements (2 of 3)`."""
    judged = [each for each, group in enumerate(groups) if likelihood_of(group[0])]
    return numbered_title(title, judged.index(place_) + 1, len(judged)) if place_ in judged else title


def _statements(blocks: Sequence[Block], part: BriefingSection, slides: Slides, title: str) -> None:
    """One judgement a slide, beside its bar; other sentences together."""
    said = [each for each in blocks if isinstance(each, Statement)]
    likelihood, is_large = likelihood_of(said[0]), part.key == "bottom-line"
    room, sizes = BAR_ROOM if likelihood else ROOM, _LARGE if is_large else SIZES
    bullet = "•" if len(said) > 1 and not (is_large or likelihood) else ""
    paras = [sentence(each, of=number, bullet=bullet, before=14) for number, each in enumerate(said)]
    sourced = with_sources(paras, said, slides.entries)
    if fits(sourced, room, BOTTOM - slides.room(title), sizes[1]):
        paras = sourced
    for page in pages(paras, said, title, room, slides, sizes):
        slide, top = slides.add(TEXT, page.title, "", statements=page.statements)
        body = slides.holders[1]
        if likelihood or top != slides.grid.top + USUAL:
            place(body, slides.grid.body(top, width=room))
        write(body._element.txBody, page.paras)
        if likelihood:
            bar(slide, likelihood, top)


def _contradictions(blocks: Sequence[Block], title: str, slides: Slides) -> None:
    """A claim, and beside it those that contradict it."""
    found = [each for each in blocks if isinstance(each, Contradiction)]
    for number, block in enumerate(found, start=1):
        named = numbered_title(title, number, len(found))
        height = BOTTOM - slides.room(named)
        said = tuple(statements_of(block))
        columns, size = _columns(block, said, height, slides)
        cut = [split_into_slides([each.with_size(size) for each in column], COLUMN, height) for column in columns]
        for turn in range(max(map(len, cut))):
            goes_on = f"{named}, continued" if turn else named
            here = [column[turn] if turn < len(column) else [] for column in cut]
            told = [said[of] for of in dict.fromkeys(para.of for paras in here for para in paras)]
            slide, top = slides.add(COLUMNS, goes_on, "", statements=told)
            for column, (index, at) in enumerate(((1, 0.0), (SECOND_IDX, 1.0))):
                holder = slides.holders[index]
                if top != slides.grid.top + USUAL:
                    where = slides.grid.body(top, width=COLUMN)
                    place(holder, replace(where, left=where.left + at * (ROOM - COLUMN)))
                write(holder._element.txBody, here[column])
                rule = PlaceholderBox(EDGE + at * (ROOM - COLUMN), top - 8, COLUMN, 2)
                box_of(slide, MSO_SHAPE.RECTANGLE, rule, (LIGHT.line2, LIGHT.threads[0])[column])


def _columns(
    block: Contradiction, said: Sequence[Statement], height: float, slides: Slides
) -> tuple[list[list[Para]], float]:
    """The claim, and those against it, with the size of their letters; with sources where both fit one slide so."""
    others = [
        sentence(each.statement, of=of, before=0 if of == 1 else 14, lead=f"{each.lead}: ")
        for of, each in enumerate(block.others, start=1)
    ]
    bare = [[sentence(block.claim, before=0)], others]
    columns = [with_sources(each, said, slides.entries) for each in bare]
    if not all(fits(each, COLUMN, height, SIZES[-1]) for each in columns):
        columns = bare
    return columns, min(largest_fitting(each, COLUMN, height, SIZES)[0].size for each in columns)
