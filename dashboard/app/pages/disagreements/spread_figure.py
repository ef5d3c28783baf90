"""The spread of numbers as a small range: each side's number where it lies from the lowest to the highest."""

from collections.abc import Sequence
from typing import Final

from dashboard.query.divergences import DivergentSide, Spread
from dashboard.query.wording import amount_words
from dashboard.text.markup import Markup, element, join_all, words

_WIDTH: Final = 320
_EDGE: Final = 8
_MIDDLE: Final = 9


def spread_figure(spread: Spread, names: Sequence[tuple[DivergentSide, str]]) -> Markup:
    """A line with a sign for each side (the team's is hollow), and below it the lowest and the highest, with whose."""
    of = {id(side): name for side, name in names}
    line = _shape("line", x1=_EDGE, x2=_WIDTH - _EDGE, y1=_MIDDLE, y2=_MIDDLE, stroke="var(--dl-line2)")
    signs = []
    for point in spread.points:
        low, high = (_EDGE + spread.share(each) * (_WIDTH - 2 * _EDGE) for each in (point.low, point.high))
        hollow = point.side.is_team_s
        fill, title = "var(--dl-bg)" if hollow else "var(--dl-text)", element("title", _number_words(point.side, of))
        if high > low:
            signs.append(_shape("line", x1=low, x2=high, y1=_MIDDLE, y2=_MIDDLE, stroke="var(--dl-text)", width=3))
        signs.append(_shape("circle", title, cx=low, cy=_MIDDLE, r=4.5, fill=fill, stroke="var(--dl-text)", width=1.5))
    lowest = min(spread.points, key=lambda each: each.low).side
    highest = max(spread.points, key=lambda each: each.high).side
    told = f"From {_number_words(lowest, of)} to {_number_words(highest, of)}"
    drawn = element(
        "svg", line, join_all(signs), viewBox=f"0 0 {_WIDTH} 18", role="img", aria_label=told, class_="dl-spread-line"
    )
    ends = element(
        "p", element("span", words(_number_words(lowest, of))), element("span", words(_number_words(highest, of)))
    )
    return element("div", drawn, ends, class_="dl-spread")


def _number_words(side: DivergentSide, of: dict[int, str]) -> str:
    """`$6 million (Reuters)`."""
    value = amount_words(side.quantity) if side.quantity else side.text
    return f"{value} ({of[id(side)]})" if of.get(id(side)) else value


def _shape(tag: str, *content: Markup, width: float = 1, **attributes: float | str) -> Markup:
    said = {key: each if isinstance(each, str) else f"{each:g}" for key, each in attributes.items()}
    return element(tag, *content, **said, stroke_width=f"{width:g}")
