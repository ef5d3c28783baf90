"""The figures of a briefing: the dashboard's own, in a size for paper, and what stands in their place without them."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dashboard.briefing.figures.types import PAPER_PX, Draw
from dashboard.briefing.outline import Block, BriefingInput, FigureBlock, TableBlock, basis, choose_events
from dashboard.checks.validation import Validation
from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.query.questions import due_questions
from dashboard.store.workspace import Workspace
from dashboard.views.drawing import LIGHT, Drawing, Palette
from dashboard.views.map import MapInput, event_map
from dashboard.views.timeline import AS_OF, event_timeline

SIZES: Final = {
    "map": ((1000, None), (358, None), (PAPER_PX, None), (PAPER_PX, 310), (PAPER_PX, 270), (330, 290)),
    "timeline": ((1000, None), (358, None), (PAPER_PX, None)),
}
"""Width and height in pixels of the drawings in all formats; each is laid out anew, and one text tells of all."""
_EXPLAINS_A_SIGN: Final = re.compile(r"(?:Dashed|Hollow|Solid|Crossed|Ring): ")
"""Is true where no such sign is drawn as well."""
_OF_ANY: Final = (
    (re.compile(r" where marks crowd "), "Where marks are crowded, numbers show how many events there are"),
    (re.compile(r" again in the frame$"), "If there is a frame, it shows crowded places again"),
    (re.compile(r"^Bars: "), "Bars count events, on one scale"),
)
"""What is said of any drawing in place of what is true of some."""


def caption(drawings: Sequence[Drawing]) -> str:
    """The description of the first, and the sentences that hold of all."""
    said = (each.rstrip(".") for each in (drawings[0].description, *_sentences(drawings)) if each)
    return f"{'. '.join(said)}."


def _sentences(drawings: Sequence[Drawing]) -> Iterator[str]:
    said = [tuple(each.sentences) for each in drawings]
    every = dict.fromkeys(sentence for sentences in said for sentence in sentences)
    found = (_of_all(sentence, all(sentence in sentences for sentences in said)) for sentence in every)
    yield from dict.fromkeys(filter(None, found))


def _of_all(sentence: str, in_all: bool) -> str:
    """The sentence where it holds of all drawings, what does in its place, or nothing."""
    if in_all or _EXPLAINS_A_SIGN.match(sentence):
        return sentence
    return next((general for pattern, general in _OF_ANY if pattern.search(sentence)), "")


WIDTH: Final = 1000
"""In pixels; of the map, the height is a little more than half of it."""
_HEIGHT: Final = 560
TITLES: Final = {"map": "Map", "timeline": "Timeline"}


def figures(made: BriefingInput) -> Iterator[Block]:
    """The figures that the briefing asks for, each with its description and its table."""
    asked = made.briefing.options.figures
    for name, title in TITLES.items():
        if not made.readings or (asked is not None and name not in asked):
            continue
        if made.draws:
            drawings = [drawing_of(name, made, width=width, height=height) for width, height in SIZES[name]]
            resting = basis.of_map_row if name == "map" else basis.of_timeline_row
            yield FigureBlock(name, title, caption(drawings), _table(drawings[0], made, resting))
        else:
            claims = (f"{reading.id}/{key}" for reading in made.readings for key in reading.event.claims)
            yield FigureBlock(name, title, "", TableBlock((), (made.numbering.row((), claims),)))


def drawer_of(briefing: Briefing, validation: Validation) -> Draw:
    """What draws a figure of the briefing: by its name, in a palette, in a width."""
    made = choose_events(briefing, validation)
    return lambda name, palette, width, height=None: drawing_of(name, made, palette, width, height)


def drawing_of(
    name: str, made: BriefingInput, palette: Palette = LIGHT, width: int = WIDTH, height: int | None = None
) -> Drawing:
    """The map or the timeline of the briefing's events, as of its day. `height` is of a map alone."""
    threads = made.workspace.threads
    if name == "map":
        titles = {thread.id: thread.title for thread in threads.values()}
        high = height or width * _HEIGHT // WIDTH
        return event_map(MapInput(made.readings, tuple(threads), width, high, titles=titles), palette)
    here = [threads[thread] for thread in made.threads]
    dues = due_questions(here, made.everything, made.evidence, made.mode, made.day)
    return event_timeline(
        made.readings,
        threads=threads,
        palette=palette,
        width=width,
        today=made.day,
        today_word=AS_OF,
        dues=dues,
    )


def _table(drawing: Drawing, made: BriefingInput, resting: Callable[[Event, Workspace], Iterator[str]]) -> TableBlock:
    """The drawing's rows, one an event, each with what carries it."""
    headings = tuple(drawing.rows[0]) if drawing.rows else ()
    rows = []
    for row, reading in zip(drawing.rows, made.readings, strict=True):
        claims = [f"{reading.id}/{key}" for key in reading.event.claims]
        rests_on = resting(reading.event, made.workspace)
        rows.append(made.numbering.row([row[heading] for heading in headings], claims, rests_on))
    return TableBlock(headings, tuple(rows))
