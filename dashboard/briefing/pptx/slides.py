"""Slides one by one: title, section, marking, foot and notes are the same on all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.presentation import Presentation
from pptx.slide import Slide

from dashboard.briefing.figures import Figures
from dashboard.briefing.office import LANGUAGE, about, notes_of, numbers_of
from dashboard.briefing.outline import AnnexEntry, Outline, Statement, source_numbers
from dashboard.briefing.pptx.design import (
    EDGE,
    LABEL_IDX,
    ROOM,
    SLIDE_NUMBER,
    SMALL_PT,
    TITLE_PT,
    WIDTH,
    PlaceholderBox,
    SlideGrid,
    new_deck,
)
from dashboard.briefing.pptx.fit import STAND_IN_BOLD, heights, largest_fitting, lines_of
from dashboard.briefing.pptx.shapes import bare, box_of, place, rgb
from dashboard.briefing.pptx.text import LINE, Para, Run, tag, visible_line, write
from dashboard.views.drawing import LIGHT, fit_text, text_width

INTRO = "This slide is based on:"


def notes(statements: Iterable[Statement], entries: dict[int, AnnexEntry], more: Iterable[str] = ()) -> list[str]:
    """A paragraph each. `more` stands first: what the slide has no room for."""
    numbers = dict.fromkeys(number for each in statements for number in each.references)
    lines = list(more)
    if numbers:
        lines.append(INTRO)
    for number in sorted(numbers):
        lines.extend(_entry(entries[number]))
    return lines


def row_line(statement: Statement) -> str:
    """A row in one line: `Quito: city: external [19–22] (quote found 2, not checkable 2)`."""
    carried = notes_of(statement)
    return " ".join(
        each for each in (statement.text, numbers_of(statement.references), f"({carried})" if carried else "") if each
    )


def _entry(entry: AnnexEntry) -> Iterator[str]:
    yield f"[{entry.number}] {entry.text or entry.claim} ({entry.verdict}: {entry.means})"
    for quote in entry.quotes:
        yield f"“{quote.words}” {quote.source}, {quote.where}"
    yield " · ".join(about(entry))


_TITLE_SIZES: Final = (TITLE_PT, 26.0, 22.0, 20.0, 18.0)
_TITLE_ROOM: Final = 84.0
"""Two lines of a large title; a longer one gets smaller, and only then higher."""
_MARK_PAD: Final = 10.0
_MARK_WIDEST: Final = 520.0
_MARK_TOP: Final = 16.0
_SPACE: Final = 16.0
_FOOT_ROOM: Final = 560.0
"""The widest footer text, in points, out of 700: a font that replaces ours may be wider by up to a quarter."""


@dataclass(frozen=True, slots=True)
class SlideMarking:
    """The marking as it stands on every slide."""

    para: Para
    width: float
    height: float


@dataclass(slots=True)
class Slides:
    """A deck that is being written."""

    outline: Outline
    figures: Figures
    entries: dict[int, AnnexEntry]
    mark: SlideMarking
    grid: SlideGrid
    deck: Presentation
    told: set[int] = field(default_factory=set)
    """Numbers of claims whose quotes stand in notes already."""
    holders: dict[int, Any] = field(default_factory=dict)
    """The placeholders of the slide that was added last, by index."""
    names: dict[int, dict[int, str]] = field(default_factory=dict)
    known: Mapping[str, int] = field(default_factory=dict)
    """Ids of the sources that will have a row."""
    rows: dict[str, Slide] = field(default_factory=dict)
    """On which slide each of them begins."""

    def add(
        self,
        layout: int,
        title: str,
        label: str,
        *,
        statements: Iterable[Statement] = (),
        more: Iterable[str] = (),
        below: float = 0,
    ) -> tuple[Slide, float]:
        """A slide, and where what stands below its title begins. `below`: what stands above the title."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout])
        self.holders = {each.placeholder_format.idx: each for each in slide.placeholders}
        for index, name in self._names(layout).items():
            self.holders[index].name = name
        top = self._title(slide, title, below)
        self._label(label)
        self._mark(slide)
        self._foot(slide)
        carried = list(statements)
        self.told.update(number for each in carried for number in each.references)
        say(slide, notes(carried, self.entries, more))
        return slide, top

    def _names(self, layout: int) -> dict[int, str]:
        """The placeholders of a layout that its slides get, by index."""
        if layout not in self.names:
            holders = self.deck.slide_layouts[layout].iter_cloneable_placeholders()
            self.names[layout] = {each.placeholder_format.idx: each.name for each in holders}
        return self.names[layout]

    def room(self, title: str, below: float = 0) -> float:
        """The height in points at which the content below a title begins."""
        return self.grid.top + below + _title_of(title)[1] + _SPACE

    def _title(self, slide: Slide, title: str, below: float) -> float:
        para, height = _title_of(title)
        holder = slide.shapes.title
        assert holder is not None  # noqa: S101  every layout has one
        if height > 44 or below:
            place(holder, self.grid.title(height, below=below))
        write(holder._element.txBody, [para])
        return self.grid.top + below + height + _SPACE

    def _label(self, label: str) -> None:
        holder = self.holders.get(LABEL_IDX)
        if holder is None:
            return
        room = ROOM - self.mark.width - 20
        text = fit_text(visible_line(label), room, SMALL_PT)
        if not text:
            holder._element.getparent().remove(holder._element)
            return
        place(holder, PlaceholderBox(EDGE, 20, room, 22))
        write(holder._element.txBody, [Para((Run(text, muted=True),), SMALL_PT, 0)])

    def _mark(self, slide: Slide) -> None:
        marking, mark = self.outline.marking, self.mark
        left = WIDTH - EDGE - mark.width
        at = PlaceholderBox(left, _MARK_TOP, mark.width, mark.height)
        box = box_of(slide, MSO_SHAPE.RECTANGLE, at, marking.ground, "" if marking.color else LIGHT.text)
        box.name = "Marking"
        bare(box)
        write(box._element.txBody, [mark.para])
        for paragraph in box.text_frame.paragraphs:
            paragraph._p.pPr.set("algn", "ctr")
            for run in paragraph.runs:
                if marking.color:
                    run.font.color.rgb = rgb(marking.color)

    def _foot(self, slide: Slide) -> None:
        """Title and number stand in the layout's own places: they move when it is edited."""
        text = fit_text(visible_line(f"{self.outline.title} · as of {self.outline.as_of}"), _FOOT_ROOM, 12)
        line = tag("a:t")
        line.text = text
        number = tag("a:t")
        number.text = f"{len(self.deck.slides)}"
        field_ = tag("a:fld", _foot_look(), number, id=f"{{{SLIDE_NUMBER}}}", type="slidenum")
        run = tag("a:r", _foot_look(), line)
        first = slide.shapes._next_shape_id
        for index, (kind, side, inside) in enumerate((("ftr", "l", run), ("sldNum", "r", field_))):
            name = ("Footer", "Slide Number")[index]
            shape = tag(
                "p:sp",
                tag(
                    "p:nvSpPr",
                    tag("p:cNvPr", id=first + index, name=name),
                    tag("p:cNvSpPr", tag("a:spLocks", noGrp=1)),
                    tag("p:nvPr", tag("p:ph", type=kind, idx=11 + index)),
                ),
                tag("p:spPr"),
                tag("p:txBody", tag("a:bodyPr"), tag("a:lstStyle"), tag("a:p", tag("a:pPr", algn=side), inside)),
            )
            slide.shapes._spTree.append(shape)


def new_slides(outline: Outline, figures: Figures) -> Slides:
    """No slide yet."""
    mark = _mark_of(outline)
    grid = SlideGrid(max(56.0, _MARK_TOP + mark.height + 14))
    entries = {entry.number: entry for entry in outline.annex}
    return Slides(outline, figures, entries, mark, grid, new_deck(grid), known=source_numbers(outline))


def say(slide: Slide, lines: Sequence[str]) -> None:
    """Put paragraphs into the speaker's notes."""
    if lines:
        frame = slide.notes_slide.notes_text_frame
        assert frame is not None  # noqa: S101  the library's own notes have one
        write(frame._txBody, [Para((Run(line),), 12, 4) for line in lines])


def numbered_title(title: str, place_: int, count: int) -> str:
    """`What is disputed (2 of 3)`."""
    return title if count == 1 else f"{title} ({place_} of {count})"


def _foot_look() -> Any:
    """Told on each slide: LibreOffice does not take it from the layout."""
    colour = tag("a:solidFill", tag("a:schemeClr", val="tx2"))
    return tag("a:rPr", colour, tag("a:latin", typeface="+mn-lt"), lang=LANGUAGE, sz=1200)


def _title_of(title: str) -> tuple[Para, float]:
    """The title's paragraph in the largest size that keeps it within two lines, and its height in points."""
    para = Para((Run(title, bold=True),), TITLE_PT, 0)
    (fits,) = largest_fitting([para], ROOM, _TITLE_ROOM, _TITLE_SIZES)
    return fits, max(heights([fits], ROOM), 44.0)


def _mark_of(outline: Outline) -> SlideMarking:
    """On one line, if it fits there."""
    text = visible_line(outline.marking.text)
    for size in (SMALL_PT, 12.0, 10.0):
        para = Para((Run(text, bold=True),), size, 0)
        width = min(text_width(text, size, 700) * 1.05 * STAND_IN_BOLD + 2 * _MARK_PAD, _MARK_WIDEST)
        lines = len(lines_of(para, width - _MARK_PAD))
        if lines == 1:
            break
    return SlideMarking(para, width, lines * size * LINE + 8)
