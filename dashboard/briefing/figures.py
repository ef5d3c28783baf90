"""The figures of a briefing: the dashboard's own, in a size for paper, and what stands in their place without them."""

from collections.abc import Iterator
from typing import Final

from dashboard.briefing.chosen import Chosen
from dashboard.briefing.outline import Block, Figure, Table
from dashboard.briefing.state import records_of_values
from dashboard.query.due_questions import due_questions
from dashboard.query.reading import Mode
from dashboard.views.drawing import Drawing
from dashboard.views.map import event_map
from dashboard.views.palette import LIGHT, Palette
from dashboard.views.timeline import event_timeline

WIDTH: Final = 1000
"""In pixels; of the map, the height is a little more than half of it."""
_HEIGHT: Final = 560
TITLES: Final = {"map": "Map", "timeline": "Timeline"}


def figures(chosen: Chosen) -> Iterator[Block]:
    """Those that the briefing asks for, in words and as a table."""
    asked = chosen.briefing.options.figures
    for name, title in TITLES.items():
        if chosen.readings and (asked is None or name in asked):
            drawing = drawing_of(name, chosen)
            said = ". ".join(each.rstrip(".") for each in (drawing.description, *drawing.sentences) if each)
            yield Figure(name, title, f"{said}.", _table(drawing, chosen))


def drawing_of(name: str, chosen: Chosen, palette: Palette = LIGHT, width: int = WIDTH) -> Drawing:
    """The map or the timeline of the briefing's events, as of its day."""
    threads = chosen.workspace.threads
    if name == "map":
        titles = {thread.id: thread.title for thread in threads.values()}
        return event_map(
            chosen.readings,
            threads=tuple(threads),
            palette=palette,
            width=width,
            height=width * _HEIGHT // WIDTH,
            titles=titles,
        )
    here = [threads[thread] for thread in chosen.threads]
    dues = due_questions(here, chosen.everything, chosen.evidence, Mode.ASSESSED, chosen.day)
    return event_timeline(chosen.readings, threads=threads, palette=palette, width=width, today=chosen.day, dues=dues)


def _table(drawing: Drawing, chosen: Chosen) -> Table:
    """The drawing's rows, one an event, each with what carries it."""
    headings = tuple(drawing.rows[0]) if drawing.rows else ()
    rows = []
    for row, reading in zip(drawing.rows, chosen.readings, strict=True):
        claims = [f"{reading.id}/{key}" for key in reading.event.claims]
        own = [f"threads/{thread}" for thread in reading.event.threads if thread in chosen.workspace.threads]
        records = [*records_of_values(reading.event, chosen.workspace), *own]
        rows.append(chosen.numbering.row([row[heading] for heading in headings], claims, records))
    return Table(headings, tuple(rows))
