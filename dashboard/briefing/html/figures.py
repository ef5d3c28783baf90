"""The figures of a briefing in HTML: a drawing for each width of screens, whose marks lead to what is told of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from dashboard.briefing.figures import PAPER_PX, Figures, FigureSpec, figure_names, variables
from dashboard.briefing.html.drawing import DrawnFigure, DrawnMark, inline_svg
from dashboard.briefing.html.sentences import question_anchor
from dashboard.briefing.outline import EventBlock, FigureBlock, Outline, TableBlock
from dashboard.text.markup import Markup, element, join_all, line
from dashboard.views.drawing import LIGHT, Drawing
from dashboard.views.map import INSET, LEAD

WIDTHS_PX: Final = (358, PAPER_PX, 1000)
"""Labels are laid out for a width: the style sheet shows the widest that fits, and on paper the one for paper."""
NAMES: Final = ("map", "timeline")
SHAPES: Final = tuple(FigureSpec(name, "page", width) for name in NAMES for width in WIDTHS_PX)
MOST_PICKED: Final = 12
"""So many events of one mark are named below a figure, where there is another place for more."""
_BREAK: Final = "<br>"


def drawn_figures(outline: Outline, figures: Figures) -> dict[str, DrawnFigure]:
    """Each figure of the outline by its name."""
    blocks = [block for section in outline.sections for block in section.blocks]
    titles = {block.id: block.title.text for block in blocks if isinstance(block, EventBlock)}
    rows = (row for block in blocks if isinstance(block, TableBlock) for row in block.rows)
    questions = {row.statement.question for row in rows if row.statement.question}
    leads = {each: f"#{question_anchor(each)}" for each in questions}
    named = {block.name: block.title for block in blocks if isinstance(block, FigureBlock)}
    return {
        name: FigureTargets(name, named[name], titles, "#E-{}".format, leads).draw(figures)
        for name in figure_names(outline)
    }


def colors(figures: Figures) -> tuple[tuple[str, str, str], ...]:
    """The variables that the drawings use: the name, the colour in light, and the one in dark."""
    return variables(figures.stills[each].data.decode() for each in SHAPES if each in figures.stills)


@dataclass(slots=True)
class FigureTargets:
    """Where the marks of one figure lead."""

    name: str
    title: str
    titles: Mapping[str, str]
    """The titles of the events that have a place to be led to, by id."""
    address: Callable[[str], str]
    """Where an event is told of."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """Where a question is told of; only those that are."""
    many: Callable[[tuple[str, ...]], str] | None = None
    """Where more events than `MOST_PICKED` are listed; without it, all are named below the figure."""
    lists: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Events that one mark stands for, to the mark's name."""

    def draw(self, figures: Figures) -> DrawnFigure:
        """The drawings, or why there is none."""
        shapes = [each for each in SHAPES if each.name == self.name]
        if any(each not in figures.stills for each in shapes):
            return DrawnFigure(lacking=f"{self.title}: {figures.lacking or 'not drawn'}.")
        drawings = []
        for each in shapes:
            drawing = figures.draw(each.name, LIGHT, each.width_px)
            svg, key = figures.stills[each].data.decode(), f"{each.name}-{each.width_px}"
            drawings.append(inline_svg(svg, dict(self._marks(drawing)), key, self.title, _inset_shapes(drawing)))
        return DrawnFigure(join_all(drawings), join_all(self._lists()))

    def _marks(self, drawing: Drawing) -> Iterator[tuple[str, DrawnMark]]:
        for mark in drawing.marks:
            what, about = mark.press or ("", "")
            href = self.questions.get(about, "") if what == "question" else ""
            said = _lines(mark.name, drawing, mark.curve, mark.point)
            yield f"data-mark {mark.curve}/{mark.point}", DrawnMark(said, href or self._href(mark.events, mark.name))
        for name in drawing.names:
            href = self._href(name.events, name.name)
            yield f"data-name {name.curve}/{name.point}", DrawnMark(name.name, href, is_name=True)

    def _href(self, events: tuple[str, ...], name: str) -> str:
        """One event leads to its place; several are named below the figure, each with its link."""
        told = tuple(event for event in events if event in self.titles)
        if len(told) < 2:
            return "".join(map(self.address, told))
        if self.many and len(told) > MOST_PICKED:
            return self.many(told)
        self.lists.setdefault(told, name)
        return f"#{self._list_id(told)}"

    def _list_id(self, events: tuple[str, ...]) -> str:
        return f"P-{self.name}-{list(self.lists).index(events) + 1}"

    def _lists(self) -> Iterator[Markup]:
        for events, name in self.lists.items():
            links = [element("a", line(self.titles[event]), href=self.address(event)) for event in events]
            yield element("p", line(f"{name}."), " ", join_all(links, " "), class_="picked", id=self._list_id(events))


def _lines(name: str, drawing: Drawing, curve: int, point: int) -> str:
    """The name of a mark, with the lines that it has in the dashboard."""
    shown = drawing.content["data"][curve].get("hovertext", "")
    first, found, _ = (shown if isinstance(shown, str) else shown[point]).partition(_BREAK)
    first = unescape(first)
    return f"{first},\n{name[len(first) + 2 :]}" if found and name.startswith(f"{first}, ") else name


def _inset_shapes(drawing: Drawing) -> list[int]:
    shapes = drawing.content["layout"].get("shapes", ())
    return [number for number, shape in enumerate(shapes) if shape.get("name") in (INSET, LEAD)]
