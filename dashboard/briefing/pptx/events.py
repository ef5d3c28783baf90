"""Events as slides: where and when, the headline, what carries it, and the claims with their sources."""

from typing import Final

from dashboard.briefing.office import RETRACTED, basis_of
from dashboard.briefing.outline import EventBlock, behind
from dashboard.briefing.pptx.design import BOTTOM, DATELINE_IDX, EVENT, ROOM, SMALL_PT
from dashboard.briefing.pptx.sentences import fits, pages, sentence, small, with_sources
from dashboard.briefing.pptx.shapes import place
from dashboard.briefing.pptx.slides import Slides
from dashboard.briefing.pptx.text import Para, Run, write
from dashboard.text.visible import one_line
from dashboard.views.drawing import fit_text

SIZES: Final = (24.0, 22.0, 20.0, 18.0)
_DATELINE: Final = 28.0
"""What it takes above the title."""
_WITH_SOURCES: Final = 20.0
"""Where letters would have to be smaller than this, the sources stand in the notes alone."""


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
    dateline = f"{one_line(told.place.text).upper()}, {behind(told.place.text, told.date.text)} —"
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


USUAL: Final = 60.0
"""From a title's top to what stands below it, as the layouts have it."""


def _evidence_line(told: EventBlock) -> Para:
    """`[4–6] 1 verified, 2 not checkable · place external, date external`."""
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
