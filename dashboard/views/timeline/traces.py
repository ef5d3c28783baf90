"""The traces of a timeline: what can be pressed, and the signs, bars, fades, counts and labels that are seen."""

from collections.abc import Sequence
from typing import Any, Final, Literal, TypeAlias

from dashboard.views.drawing import Boxes, Canvas, FigureMark, Word, blend, fit_text, literal, one_line, text_width
from dashboard.views.timeline.bars import EventBin, highest_of
from dashboard.views.timeline.glyphs import SignInk
from dashboard.views.timeline.lane_layout import AFTER, BARS, BEFORE, FIRST_DUE, ROW, Lane
from dashboard.views.timeline.lanes import LABEL_SIZE, LABEL_WEIGHT, MARK_GAP, PlacedItem
from dashboard.views.timeline.signs import SignStyle, problem_at
from dashboard.views.timeline.words import bin_name, count_name, due_name, mark_name

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
HITS: Final = 0
"""Index of the one trace that is pressed: a bar over each mark and its label, transparent."""
_HOVER_PX: Final = 380.0
_TALLEST: Final = 14.0
_LEAST: Final = 1.0
"""So high is a bar or a count at least, or it could not be seen."""
_NUMBER_SIZE: Final = 10
_NUMBER_ROOM: Final = 14.0
"""Height of a number over a bar."""
_AIR: Final = 2.0
"""Between a number and each side of its bar."""
_STEM_ROWS: Final = 2
"""From so many rows above the bars, a line leads down; from higher up it would cross too many marks."""
_BESIDE: Final = 3.0
"""Between the line and a number beside it."""
NEW: Final = 0.17
"""How much of its colour the ground of an event has that has just appeared."""


class SignTraces:
    """Draws lanes; then `traces`, `marks` and `words` hold what was drawn."""

    def __init__(self, canvas: Canvas, look: SignStyle, line: float | None = None) -> None:
        """`line`: where an upright line crosses all lanes; numbers stand beside it."""
        self._canvas, self._look, self._line = canvas, look, line
        self._ink = SignInk(canvas, look)
        self._hits, self._counts, self._plates = Boxes(), Boxes(), Boxes()
        self._marks: list[FigureMark] = []
        self.words: list[Word] = []
        """Labels and numbers."""
        self._last_number: tuple[Word, int] | None = None

    def draw(self, lanes: Sequence[Lane], laid: Sequence[Lane] | None = None) -> None:
        """Every lane's signs, counts and what lies beyond the edges. The bars are to the scale of the lanes `laid`."""
        highest = highest_of([lane.bins for lane in (lanes if laid is None else laid)])
        for lane in lanes:
            for each in lane.bins if lane.unit else ():
                self._bar(lane, each, highest)
            for placed in lane.packing.placed:
                if placed.item.key in (BEFORE, AFTER):
                    self._edge(lane, placed)
                elif placed.item.key <= FIRST_DUE:
                    self._due(lane, placed)
                else:
                    self._event(lane, placed)
            if lane.unit:
                continue
            title = self._title_of_chosen(lane)
            for each in lane.bins:
                self._count(lane, each, highest, title)

    @property
    def marks(self) -> tuple[FigureMark, ...]:
        """Everything that can be pressed."""
        return tuple(self._marks)

    def traces(self) -> list[dict[str, Any]]:
        """The traces in the order of painting; the first is the one that can be pressed."""
        return [
            self._hits.trace(self._canvas, is_pressed=True),
            self._counts.trace(self._canvas, is_pressed=False),
            *self._ink.traces(),
            self._plates.trace(self._canvas, is_pressed=False),
        ]

    def add_rows(self, box: Box, hit: Box, color: str, name: str, rows: str) -> None:
        """A bar of imported rows, and where it is pressed; `rows` as an address has them."""
        self._counts.add(*box, color)
        point = self._hits.add(*hit, "rgba(0,0,0,0)", literal(name))
        self._marks.append(FigureMark(HITS, point, (), name, ("rows", rows)))

    def _event(self, lane: Lane, placed: PlacedItem) -> None:
        sign = lane.signs.shown[placed.item.key]
        reading, middle = sign.reading, lane.row_middle(placed.row)
        troubled = reading.id in self._look.troubled
        name = mark_name(reading, is_troubled=troubled)
        hover = literal(fit_text(one_line(reading.event.title), _HOVER_PX, LABEL_SIZE, LABEL_WEIGHT))
        text = f"{hover}<br>{literal(name.removeprefix(one_line(reading.event.title)).lstrip(', '))}"
        point = self._hits.add(
            placed.left - 2, middle - ROW / 2, placed.right + 2, middle + ROW / 2, "rgba(0,0,0,0)", text
        )
        self._marks.append(FigureMark(HITS, point, (reading.id,), name))
        is_new = reading.id in self._look.newest
        if is_new:
            ground = blend(self._look.color(reading), self._look.palette.bg, NEW)
            self._counts.add(placed.left - 3, middle - ROW / 2 + 1, placed.right + 3, middle + ROW / 2 - 1, ground)
        if lane.unit and reading.id == self._look.selected and placed.row >= lane.packing.rows - _STEM_ROWS:
            self._ink.pen.line(
                [(sign.middle, middle), (sign.middle, lane.density_bottom)], self._look.palette.text, width=1.2
            )
        self._ink.sign(sign, middle)
        if troubled:
            severity, is_left = self._look.troubled[reading.id], placed.item.left < sign.left
            self._ink.problem(problem_at(sign, severity, middle, is_left=is_left), severity)
        self._label(placed, middle, self._look.label(reading), is_bold=is_new or reading.id == self._look.selected)

    def _due(self, lane: Lane, placed: PlacedItem) -> None:
        sign, middle = lane.dues[FIRST_DUE - placed.item.key], lane.row_middle(placed.row)
        name, palette = due_name(sign.due), self._look.palette
        point = self._hits.add(
            placed.left - 2, middle - ROW / 2, placed.right + 2, middle + ROW / 2, "rgba(0,0,0,0)", literal(name)
        )
        self._marks.append(FigureMark(HITS, point, (), name, ("question", sign.due.reference)))
        full = palette.thread(self._look.threads.get(sign.due.thread))
        color = full if self._look.selected is None else palette.dim_color(full)
        self._ink.question((sign.middle, middle), color, sign.left)
        self._label(placed, middle, palette.muted, is_bold=False)

    def _label(self, placed: PlacedItem, middle: float, color: str, *, is_bold: bool) -> None:
        if not placed.label:
            return
        weight = placed.boldest if is_bold else 400
        is_right = placed.side == "right"
        at = placed.item.right + MARK_GAP if is_right else placed.item.left - MARK_GAP
        anchor = _anchor(is_right=is_right)
        self.words.append(Word((at, middle), placed.label, color, LABEL_SIZE, weight, anchor))

    def _title_of_chosen(self, lane: Lane) -> tuple[float, float] | None:
        """Puts the selected event's title beside the count that it is in; gives the left and right of where it is."""
        for each in lane.bins if lane.holds(self._look.selected) else ():
            title = next(
                (sign.reading.event.title for sign in each.signs if sign.reading.id == self._look.selected), ""
            )
            if not title:
                continue
            is_right = each.right < (self._canvas.left + self._canvas.width) / 2
            room = self._canvas.width - each.right if is_right else each.left - self._canvas.left
            words = fit_text(one_line(title), min(_HOVER_PX, room - 2 * MARK_GAP), LABEL_SIZE, LABEL_WEIGHT)
            length = text_width(words, LABEL_SIZE, LABEL_WEIGHT) + 2 * MARK_GAP
            left, right = (each.right, each.right + length) if is_right else (each.left - length, each.left)
            bottom = lane.density_bottom
            self._plates.add(left + 2, bottom - 18, right - 2, bottom, self._look.palette.bg)
            at = left + MARK_GAP if is_right else right - MARK_GAP
            ink, anchor = self._look.palette.text, _anchor(is_right=is_right)
            self.words.append(Word((at, bottom - 9), words, ink, LABEL_SIZE, LABEL_WEIGHT, anchor))
            return left, right
        return None

    def _bar(self, lane: Lane, each: EventBin, highest: int) -> None:
        """One of many, side by side: its height is its number, which stands over it where it has room."""
        ids, bottom = each.events, lane.density_bottom
        palette = self._look.palette
        share = 0.5 if self._look.selected is None or lane.holds(self._look.selected) else 0.28
        gap = 0.5 if each.right - each.left > 3 else 0.0
        top = bottom - max(_LEAST, BARS * len(ids) / highest)
        self._counts.add(
            each.left + gap, top, each.right - gap, bottom, blend(palette.thread(lane.color_index), palette.bg, share)
        )
        name = bin_name(each, lane)
        point = self._hits.add(each.left, bottom - BARS, each.right, bottom + 2, "rgba(0,0,0,0)", literal(name))
        self._marks.append(FigureMark(HITS, point, ids, name))
        is_over = top - _NUMBER_ROOM >= bottom - BARS - 4
        ink = palette.muted if is_over else palette.text
        stem = [sign.middle for sign in each.signs if sign.reading.id == self._look.selected]
        number = self._number(each, top - 7 if is_over else top + 7, ink, 400, stem)
        if len(ids) > 1 and all(each.left + _AIR <= at <= each.right - _AIR for at in _ends(number)):
            self.words.append(number)
        if self._look.newest.intersection(ids) - lane.marked_events:
            self._ink.rings.box(each.left - 1, top - 2, each.right + 1, bottom + 1.5, palette.text)

    def _count(self, lane: Lane, each: EventBin, most: int, title: tuple[float, float] | None) -> None:
        ids = each.events
        bottom = lane.density_bottom
        top = bottom - max(_LEAST, _TALLEST * len(ids) / most)
        palette = self._look.palette
        full = palette.thread(lane.color_index)
        is_chosen = self._look.selected in ids
        color = (
            blend(full, palette.bg, 0.55) if self._look.selected is None or is_chosen else blend(full, palette.bg, 0.32)
        )
        self._counts.add(each.left + 1, top, each.right - 1, bottom, color)
        name = bin_name(each, lane)
        point = self._hits.add(each.left, bottom - 30, each.right, bottom + 2, "rgba(0,0,0,0)", literal(name))
        self._marks.append(FigureMark(HITS, point, ids, name))
        middle = (each.left + each.right) / 2
        weight, ink = (LABEL_WEIGHT, palette.text) if is_chosen else (400, palette.muted)
        if len(ids) > 1 and (title is None or middle < title[0] or middle > title[1]):
            self._write_number(self._number(each, top - 7, ink, weight), len(ids))
        if is_chosen or not self._look.newest.isdisjoint(ids):
            self._ink.rings.box(each.left - 1, top - 2, each.right + 1, bottom + 1.5, palette.text)

    def _write_number(self, number: Word, count: int) -> None:
        """The number of a count; of two that would touch, since one gives way to the line of the day, the larger."""
        if self._last_number and self._last_number[0] in self.words[-1:]:
            before, other = self._last_number
            if _ends(number)[0] - _ends(before)[1] < _AIR and abs(number.at[1] - before.at[1]) < _NUMBER_SIZE:
                if count <= other:
                    return
                self.words.pop()
        self.words.append(number)
        self._last_number = (number, count)

    def _number(self, each: EventBin, height: float, ink: str, weight: int, lines: Sequence[float] = ()) -> Word:
        """In the middle of its count; beside the line of the day, or one of the `lines`, where that would cross it."""
        number, middle = f"{len(each.signs):,}", (each.left + each.right) / 2
        half = text_width(number, _NUMBER_SIZE, weight) / 2 + _BESIDE
        line = next((at for at in (self._line, *lines) if at is not None and abs(middle - at) < half), None)
        if line is None:
            return Word((middle, height), number, ink, _NUMBER_SIZE, weight, "center")
        is_right = middle > line
        at = line + (_BESIDE if is_right else -_BESIDE)
        return Word((at, height), number, ink, _NUMBER_SIZE, weight, _anchor(is_right=is_right))

    def _edge(self, lane: Lane, placed: PlacedItem) -> None:
        is_before = placed.item.key == BEFORE
        readings = lane.signs.before if is_before else lane.signs.after
        ids, middle = tuple(reading.id for reading in readings), lane.row_middle(placed.row)
        name = count_name(readings, lane, "earlier" if is_before else "later")
        point = self._hits.add(
            placed.left - 2, middle - ROW / 2, placed.right + 2, middle + ROW / 2, "rgba(0,0,0,0)", literal(name)
        )
        self._marks.append(FigureMark(HITS, point, ids, name))
        palette, is_chosen = self._look.palette, self._look.selected in ids
        ink = palette.text if is_chosen else palette.muted
        at, toward = (placed.item.left + placed.item.right) / 2, 3.0 if is_before else -3.0
        self._ink.pen.line(
            [(at + toward / 2, middle - 4), (at - toward / 2 * 1.5, middle), (at + toward / 2, middle + 4)], ink
        )
        self._label(placed, middle, ink, is_bold=is_chosen)


def _ends(word: Word) -> tuple[float, float]:
    """Left and right of a number, in pixels."""
    width = text_width(word.text, word.size, word.weight)
    left = word.at[0] - {"left": 0.0, "center": width / 2, "right": width}[word.anchor]
    return left, left + width


def _anchor(*, is_right: bool) -> Literal["left", "right"]:
    """The Plotly anchor of words to the right, or to the left, of what they are about."""
    return "left" if is_right else "right"
