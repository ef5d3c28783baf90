"""What is presented as the page has it: the words of steps and their figures, those near the one that is seen first."""

import itertools
import json
import time
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.app.pages.present.evidence_links import behind
from dashboard.app.pages.present.presentation import Presentation, WallStep
from dashboard.app.pages.present.steps import steps_of

FEW: Final = 100
"""The words of so many steps are sent at once: none of them waits for the server."""
AHEAD: Final = 12
"""Else those of so many before and behind the one that is seen; so are figures, of however few steps."""
MOST_SENT: Final = 1_000_000
"""Characters of figures at a time, one step's at least: those of thousands of events have a million a step."""
PATIENCE_S: Final = 1.0
"""The page is answered after so long: it asks for the figures that are left."""

Figures = dict[str, Any]
_numbers: Final = itertools.count(time.time_ns() // 1_000_000)
"""Never those of a server before this one."""


@dataclass(frozen=True)
class Wall:
    """All steps of what is presented."""

    made: Presentation
    steps: tuple[WallStep, ...]
    number: int = field(default_factory=lambda: next(_numbers))
    """A number that no other wall has: it tells the page whether the words and figures that it has are still valid."""
    _links: dict[str, dict[str, str]] = field(default_factory=dict)

    def links(self, figures: dict[str, Figures]) -> dict[str, dict[str, str]]:
        """What stands behind the events that can be pressed in these figures: event to kind of mark to HTML."""
        found: dict[str, dict[str, str]] = {}
        for event, kind in dict.fromkeys(pair for step in figures.values() for pair in _pressed_in(step)):
            if event not in self._links:
                self._links[event] = behind(self.made.page.by_id[event], self.made)
            if kind in self._links[event]:
                found.setdefault(event, {})[kind] = self._links[event][kind]
        return found


def _pressed_in(figures: Figures) -> Iterator[tuple[str, str]]:
    """The events that can be pressed in a step's figures, each with the kind of the mark."""
    for figure, props in figures.items():
        for each in (*props["marks"], *props["names"]):
            for event in each["events"]:
                yield event, figure
                if each.get("toward"):
                    yield event, f"toward/{each['toward']}"


def wall_of(made: Presentation) -> Wall:
    """The wall of a presentation; the same object whenever that presentation is asked for again."""
    return made.page.once(("wall", id(made)), lambda: Wall(made, steps_of(made)))


def words_near(steps: Sequence[WallStep], near: int) -> list[dict[str, Any]]:
    """All steps; of many, those far from step `near` (from 1) without their words."""
    few = len(steps) <= FEW
    return [
        step.data() if few or abs(number - near) <= AHEAD else step.outline
        for number, step in enumerate(steps, start=1)
    ]


def figures_near(
    steps: Sequence[WallStep],
    near: int,
    draw: Callable[[WallStep], Figures],
    *,
    held: Container[int] = (),
    alone: bool = False,
) -> tuple[dict[str, Figures], bool]:
    """Number to figures, the nearest first, as many as can be drawn and sent at a time; and whether more may come.

    Those of steps that the page has (`held`) are not sent again. `alone`: those of step `near` and no other, for a page
    that shows nothing yet.
    """
    found: dict[str, Figures] = {}
    ends, size = time.monotonic() + PATIENCE_S, 0
    for number in _nearest(near, len(steps)):
        step = steps[number - 1]
        if not step.figures or number in held:
            continue
        if (alone and number != near) or (found and time.monotonic() > ends):
            return found, True
        figures = draw(step)
        size += size_of(figures)
        if found and size > MOST_SENT:
            return found, True
        found[str(number)] = figures
    return found, False


def size_of(figures: Figures) -> int:
    """The size of a step's figures with what can be pressed in them, in characters."""
    return sum(len(each["figure"]) + len(json.dumps([each["marks"], each["names"]])) for each in figures.values())


def _nearest(near: int, last: int) -> Iterator[int]:
    """Numbers of steps, those ahead before those as far behind."""
    for away in range(AHEAD + 1):
        yield from (number for number in dict.fromkeys((near + away, near - away)) if 1 <= number <= last)
