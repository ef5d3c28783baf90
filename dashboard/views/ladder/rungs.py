"""Positions of the signs of a ladder: rungs from the top of the figure down, marks that share a spot counted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.query.ladder import OVER, RISING, LadderStep
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue
from dashboard.views.drawing import text_width
from dashboard.views.timeline import DISC, Sign, TimeScale, signs_of

ROW: Final = 29.0
"""Height of a rung with marks side by side."""
SUB_ROW: Final = 18.0
"""What each further row of marks on a rung adds."""
COUNT_SIZE: Final = 11
_MOST_SUB_ROWS: Final = 4
_POINT: Final = 14.0
"""A span that is drawn shorter than this is treated as a point."""
_APART: Final = 3.0
_COUNT: Final = 18.0


@dataclass(frozen=True, slots=True)
class LadderSpot:
    """One mark: the sign of an event, or a count of several."""

    level: str
    signs: tuple[Sign, ...]
    left: float
    right: float
    sub_row: int = 0

    @property
    def middle(self) -> float:
        """The middle of the mark."""
        return (self.left + self.right) / 2

    @property
    def is_count(self) -> bool:
        """Whether several events share it."""
        return len(self.signs) > 1

    @property
    def is_bar(self) -> bool:
        """Whether it is a span that can be seen as one."""
        return not self.is_count and _is_bar(self.signs[0])

    @property
    def half(self) -> float:
        """Half the height of the mark."""
        return _COUNT / 2 if self.is_count else DISC / 2

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of its events."""
        return tuple(sign.reading.id for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Rung:
    """One level, in pixels from the figure's top."""

    level: str
    top: float
    sub_rows: int

    @property
    def bottom(self) -> float:
        """The y at which the next rung begins."""
        return self.top + ROW + SUB_ROW * (self.sub_rows - 1)

    def y(self, sub_row: int = 0) -> float:
        """The middle of a row of its marks."""
        return self.top + ROW / 2 + SUB_ROW * sub_row


@dataclass(frozen=True, slots=True)
class Rungs:
    """All rungs, and the marks on them."""

    rungs: tuple[Rung, ...]
    """From delivered down to floated, then from declined down to ended."""
    spots: tuple[LadderSpot, ...]
    """From left to right."""
    rule: float
    """Height of the rule between what leads up and what is over."""

    def y(self, spot: LadderSpot) -> float:
        """Height of a mark."""
        return next(rung.y(spot.sub_row) for rung in self.rungs if rung.level == spot.level)

    @property
    def bottom(self) -> float:
        """The bottom of the last rung."""
        return self.rungs[-1].bottom


def rungs_of(steps: Sequence[LadderStep], scale: TimeScale, today: int, top: float, gap: float) -> Rungs:
    """The rungs from `top` downwards, `gap` pixels apart where the rule stands; `today` is an ordinal."""
    by_level: dict[str, list[LadderStep]] = defaultdict(list)
    for step in steps:
        by_level[step.level].append(step)
    rungs: list[Rung] = []
    spots: list[LadderSpot] = []
    rule = top
    for level in (*reversed(RISING), *OVER):
        if level == OVER[0]:
            rule = top + gap / 2
            top += gap
        on_it = _spots(level, by_level[level], scale, today)
        rungs.append(Rung(level, top, 1 + max((spot.sub_row for spot in on_it), default=0)))
        spots.extend(on_it)
        top = rungs[-1].bottom
    return Rungs(tuple(rungs), tuple(sorted(spots, key=lambda spot: (spot.left, spot.right))), rule)


def drawn_reading(step: LadderStep) -> ResolvedEvent:
    """The event as its sign is drawn: by the worse of the two supports, of the date and of the level."""
    reading = step.reading
    worse = step.carried is Support.NOT_FOUND or (
        step.carried is Support.QUESTIONED and reading.date.carried is Support.QUOTED
    )
    if not worse or reading.date.value is None:
        return reading
    return replace(reading, date=SupportedValue(reading.date.value, step.carried))


def _is_bar(sign: Sign) -> bool:
    return not sign.span.is_day and sign.right - sign.left >= _POINT


def _spots(level: str, steps: Iterable[LadderStep], scale: TimeScale, today: int) -> list[LadderSpot]:
    """Bars in rows of their own, points in the first row that is free; where neither is, they are counted together."""
    signs = signs_of([drawn_reading(step) for step in steps], scale, today).shown
    rows: list[list[LadderSpot]] = []
    bars = sorted((sign for sign in signs if _is_bar(sign)), key=lambda sign: (sign.left, sign.right))
    over = [sign for sign in bars if not _place_in_row(LadderSpot(level, (sign,), sign.left, sign.right), rows)]
    points = [*(sign for sign in signs if not _is_bar(sign)), *over]
    for spot in _merge_touching(level, points):
        if not _place_in_row(spot, rows):
            rows[0].append(spot)
    return [spot for row in rows for spot in row]


def _place_in_row(spot: LadderSpot, rows: list[list[LadderSpot]]) -> bool:
    for index, row in enumerate(rows):
        if all(spot.right + _APART <= other.left or other.right + _APART <= spot.left for other in row):
            row.append(replace(spot, sub_row=index))
            return True
    if len(rows) == _MOST_SUB_ROWS:
        return False
    rows.append([replace(spot, sub_row=len(rows))])
    return True


def _merge_touching(level: str, signs: Iterable[Sign]) -> list[LadderSpot]:
    """The marks from left to right; each is merged with the one before it as long as the two would touch."""
    spots: list[LadderSpot] = []
    for sign in sorted(signs, key=lambda sign: sign.middle):
        spots.append(LadderSpot(level, (sign,), sign.left, sign.right))
        while len(spots) > 1 and spots[-1].left < spots[-2].right + _APART:
            last, before = spots.pop(), spots.pop()
            spots.append(_count(level, (*before.signs, *last.signs)))
    return spots


def _count(level: str, signs: tuple[Sign, ...]) -> LadderSpot:
    """A disc in the middle of its events, wide enough for their number."""
    middle = sum(sign.middle for sign in signs) / len(signs)
    half = max(_COUNT, text_width(f"{len(signs):,}", COUNT_SIZE, 650) + 9) / 2
    return LadderSpot(level, signs, middle - half, middle + half)
