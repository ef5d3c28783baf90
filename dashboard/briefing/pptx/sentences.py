"""Sentences and events as slides: each sentence with its numbers, what was found, and whose words it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.briefing.office import RETRACTED, basis_of, notes_of, numbers_of, sources_of
from dashboard.briefing.outline import AnnexEntry, EventBlock, Statement, behind, sentence_pieces
from dashboard.briefing.pptx.design import BOTTOM, DATELINE_IDX, EVENT, ROOM, SMALL_PT
from dashboard.briefing.pptx.fit import heights, largest_fitting, split_into_slides
from dashboard.briefing.pptx.shapes import place
from dashboard.briefing.pptx.slides import Slides, numbered_title
from dashboard.briefing.pptx.text import Para, Run, write
from dashboard.text.capitals import in_capitals
from dashboard.text.visible import one_line
from dashboard.views.drawing import fit_text

SIZES: Final = (24.0, 22.0, 20.0, 18.0)
_DATELINE: Final = 28.0
"""What it takes above the title."""
_WITH_SOURCES: Final = 20.0
"""Where letters would have to be smaller than this, the sources stand in the notes alone."""
USUAL: Final = 60.0
"""From a title's top to what stands below it, as the layouts have it."""


@dataclass(frozen=True, slots=True)
class SlideText:
    """What one slide says."""

    title: str
    paras: list[Para]
    statements: list[Statement]
    """The statements that the slide shows, in full or in part."""


def sentence(statement: Statement, *, of: int = 0, bullet: str = "", before: float = 8, lead: str = "") -> Para:
    """A paragraph; the size is for who knows how much room there is. `lead` stands before it."""
    runs = [Run(text, muted=True) for text in (lead, f"{statement.said}: " if statement.said else "") if text]
    sources = {id_: 0 for value in statement.held for id_, _ in value.sources}
    runs += [Run(each.text, link=each.source) for each in sentence_pieces(statement, sources)]
    runs += small(statement)
    return Para(tuple(runs), before=before, bullet=bullet, direction=statement.text, of=of)


def small(statement: Statement, *, space: bool = True) -> Iterator[Run]:
    """`[19] quote found; disputed`."""
    carried = " ".join(each for each in (numbers_of(statement.references), notes_of(statement)) if each)
    if carried:
        yield Run(f"{' ' if space else ''}{carried}", muted=True, size=SMALL_PT)


def with_sources(paras: Sequence[Para], said: Sequence[Statement], entries: Mapping[int, AnnexEntry]) -> list[Para]:
    """The small print of each in a line of its own, with the sources of its sentence."""
    found: list[Para] = []
    for para in paras:
        statement = said[para.of]
        carried = tuple(small(statement, space=False))
        if para.is_fixed or not carried:
            found.append(para)
            continue
        named = dict.fromkeys(sources_of(entries[number]) for number in statement.references)
        text = " · ".join(each for each in (carried[0].text, "; ".join(filter(None, named))) if each)
        below = Para((Run(text, muted=True),), SMALL_PT, 1, para.bullet and " ", of=para.of, is_fixed=True)
        words = tuple(run for run in para.runs if run.size != SMALL_PT)
        found += [replace(para, runs=words, keep=True), below]
    return found


def fits(paras: Sequence[Para], room: float, height: float, least: float) -> bool:
    """Whether they take one slide in letters of `least`."""
    return heights([each.with_size(least) for each in paras], room) <= height


def pages(
    paras: Sequence[Para],
    said: Sequence[Statement],
    title: str,
    room: float,
    slides: Slides,
    sizes: Sequence[float],
    *,
    below: float = 0,
) -> list[SlideText]:
    """Paragraphs slide by slide, in the largest size in which one holds all, else in the smallest."""
    height = BOTTOM - slides.room(title, below)
    sized = largest_fitting(paras, room, height, sizes)
    parts = split_into_slides(sized, room, height)
    if len(parts) > 1:
        parts = split_into_slides(
            sized, room, BOTTOM - slides.room(numbered_title(title, len(parts), len(parts)), below)
        )
    names = [numbered_title(title, number, len(parts)) for number in range(1, len(parts) + 1)]
    about = [[said[each] for each in dict.fromkeys(para.of for para in part)] for part in parts]
    return [SlideText(*each) for each in zip(names, parts, about, strict=True)]


def event(told: EventBlock, label: str, slides: Slides) -> None:
    """One slide, or as many as its claims take."""
    bases = [each for each in (basis_of("Place", told.place), basis_of("Date", told.date)) if each]
    said = [told.title, *told.statements]
    bullet = "•" if len(told.statements) > 1 else ""
    claims = [sentence(each, of=place_, bullet=bullet) for place_, each in enumerate(told.statements, start=1)]
    paras = [_evidence_line(told), *claims]
    sourced = [paras[0], *with_sources(claims, said, slides.entries)]
    if fits(sourced, ROOM, BOTTOM - slides.room(told.title.text, _DATELINE), _WITH_SOURCES):
        paras = sourced
    dateline = f"{in_capitals(one_line(told.place.text))}, {behind(told.place.text, told.date.text)} —"
    shown = fit_text(dateline, ROOM * 0.96, 18)
    bases = [*([dateline] if shown != dateline else []), *bases]
    for page in pages(paras, said, told.title.text, ROOM, slides, SIZES, below=_DATELINE):
        more = [f"{page.title}.", *bases]
        _, top = slides.add(EVENT, page.title, label, statements=page.statements, more=more, below=_DATELINE)
        write(slides.holders[DATELINE_IDX]._element.txBody, [Para((Run(shown, muted=True),), 18, 0)])
        body = slides.holders[1]
        if top != slides.grid.top + _DATELINE + USUAL:
            place(body, slides.grid.body(top))
        write(body._element.txBody, page.paras)


def _evidence_line(told: EventBlock) -> Para:
    """`[4–6] quote found 1, not checkable 2 · place external, date external`."""
    values = (("place", told.place), ("date", told.date))
    runs = [Run(f"{RETRACTED} ", bold=True, size=SMALL_PT)] if told.review == "retracted" else []
    runs += small(told.title, space=False)
    told_ = [(name, value) for name, value in values if value.basis]
    for place_, (name, value) in enumerate(told_):
        before = ", " if place_ else " · " if runs else ""
        runs.append(Run(f"{before}{name} ", muted=True, size=SMALL_PT))
        source = value.sources[0][0] if value.sources else ""
        runs.append(Run(value.basis.partition(":")[0], muted=True, size=SMALL_PT, link=source))
    return Para(tuple(runs), SMALL_PT, 0, keep=bool(told.statements), is_fixed=True, direction="a")
