"""A briefing as slides: real text, tables and shapes, the marking on each, and the quotes in the speaker's notes."""

import datetime as dt
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide

from dashboard.briefing.figures import Figures
from dashboard.briefing.manifest import Manifest
from dashboard.briefing.office import LANGUAGE, add_manifest, core_day
from dashboard.briefing.outline import Outline
from dashboard.briefing.pptx.blocks import section
from dashboard.briefing.pptx.design import BOTTOM, EDGE, ROOM, SMALL_PT, TEXT, TITLE, PlaceholderBox
from dashboard.briefing.pptx.fit import heights, largest_fitting, split_into_slides
from dashboard.briefing.pptx.shapes import box_of, place
from dashboard.briefing.pptx.slides import Slides, new_slides, numbered_title
from dashboard.briefing.pptx.text import Para, Run, write
from dashboard.text.visible import one_line
from dashboard.views.drawing import LIGHT

_LINK = qn("a:hlinkClick")
_TO = qn("r:id")


def join_links(deck: Presentation, rows: Mapping[str, Slide]) -> None:
    """Links that name a source lead to the slide of its row; where it has none, the words stay without a link."""
    for slide in deck.slides:
        for link in list(slide._element.iter(_LINK)):
            target = rows.get(link.get(_TO))
            if target is None:
                link.getparent().remove(link)
            else:
                link.set(_TO, slide.part.relate_to(target.part, RELATIONSHIP_TYPE.SLIDE))


_MAIN: Final = "ppt/presentation.xml"
_LONGEST: Final = 255
_TEXT_SIZES: Final = (18.0, 16.0, SMALL_PT)
_ABOUT: Final = "About this briefing"
_HEAD: Final = "Audience, subject and marking"
_NUMBERS: Final = "Numbers in brackets refer to claims. The speaker’s notes have their text and quotes."


def pptx(outline: Outline, seal: Manifest, figures: Figures) -> bytes:
    """The whole file. Of the same outline, seal and figures the same bytes."""
    slides = new_slides(outline, figures)
    _title(slides)
    for part in outline.sections:
        section(part, slides)
    _about(slides)
    join_links(slides.deck, slides.rows)
    _properties(slides, core_day(seal.as_of))
    written = BytesIO()
    slides.deck.save(written)
    return add_manifest(written.getvalue(), seal, _MAIN)


def _title(slides: Slides) -> None:
    """The title, for whom, as of when, about what, and whether anybody has looked at it: more slides if need be."""
    outline = slides.outline
    slide, _ = slides.add(TITLE, outline.title, "")
    title = slide.shapes.title
    assert title is not None  # noqa: S101  the layout has one
    (fits,) = largest_fitting([Para((Run(outline.title, bold=True),), 44, 0)], ROOM, 150, (44, 38, 32, 28, 24))
    high = heights([fits], ROOM)
    top = max(slides.grid.top + 8, 200 - high)
    place(title, PlaceholderBox(EDGE, top, ROOM, high))
    write(title._element.txBody, [fits])
    marking = outline.marking
    lines = [Para((Run(f"{name}: ", muted=True), Run(words)), direction=words) for name, words in outline.head]
    lines.append(Para((Run(outline.review, muted=True),)))
    if marking.meaning:
        lines.append(
            Para((Run(f"{marking.text}: ", bold=True), Run(marking.meaning, muted=True)), direction=marking.meaning)
        )
    box_of(slide, MSO_SHAPE.RECTANGLE, PlaceholderBox(EDGE, top + high + 14, ROOM, 3), LIGHT.text)
    body = PlaceholderBox(EDGE, top + high + 30, ROOM, BOTTOM - top - high - 30)
    holder = slides.holders[1]
    place(holder, body)
    fitting = largest_fitting(lines, ROOM, body.height, (22, 20, 18, 16, SMALL_PT))
    here = next(count for count in range(len(lines), -1, -1) if heights(fitting[:count], ROOM) <= body.height)
    if here:
        write(holder._element.txBody, fitting[:here])
    else:
        holder._element.getparent().remove(holder._element)
    if here < len(lines):
        _texts(slides, _HEAD, [each.with_size(18) for each in lines[here:]])


def _about(slides: Slides) -> None:
    """How far it can be relied on, what its words mean, what it has nothing to say of, and whose words it speaks in."""
    outline = slides.outline
    lines = [Para((Run(outline.counts),), 18)]
    key = [run for word, means in outline.verdicts for run in (Run(word, bold=True), Run(f": {means}. "))]
    lines += [Para(tuple(key), 18)] if key else []
    lines.append(Para((Run(_NUMBERS),), 18))
    lines += [
        Para((Run(f"{part.title}: ", bold=True), Run(part.empty)), 18) for part in outline.sections if not part.blocks
    ]
    lines.append(Para((Run(" ".join(outline.credits), muted=True),), SMALL_PT, is_fixed=True))
    _texts(slides, _ABOUT, lines)


def _texts(slides: Slides, title: str, lines: list[Para]) -> None:
    """Text alone: on one slide, if need be in smaller letters, else on as many as it takes."""
    fitting = largest_fitting(lines, ROOM, BOTTOM - slides.room(title), _TEXT_SIZES)
    fits = heights(fitting, ROOM) <= BOTTOM - slides.room(title)
    parts = [fitting] if fits else split_into_slides(lines, ROOM, BOTTOM - slides.room(numbered_title(title, 1, 2)))
    for number, part in enumerate(parts, start=1):
        slides.add(TEXT, numbered_title(title, number, len(parts)), "")
        write(slides.holders[1]._element.txBody, part)


def _properties(slides: Slides, day: dt.date) -> None:
    """What programs show of a file without opening it. Its times are those of its day."""
    outline, core = slides.outline, slides.deck.core_properties
    core.title = one_line(outline.title)[:_LONGEST]
    core.subject = one_line(outline.scope)[:_LONGEST]
    core.keywords = one_line(outline.marking.text)[:_LONGEST]
    core.category, core.language, core.comments = "Briefing", LANGUAGE, ""
    core.author = core.last_modified_by = "Dateline"
    core.created = core.modified = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    core.revision = 1
    package = slides.deck.part.package
    dropped = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    for id_, relation in list(package._rels.items()):
        if relation.reltype in dropped:
            package._rels.pop(id_)
    for id_, relation in list(slides.deck.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            slides.deck.part.rels.pop(id_)
