"""What stands on every page of a DOCX: the marking above and below, the title, and the number of the page."""

from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from dashboard.briefing.docx_sentences import Paper
from dashboard.briefing.docx_text import Field, Part, Tab, fill, tag
from dashboard.briefing.office_scripts import is_rtl
from dashboard.briefing.outline import Marked
from dashboard.text.visible import one_line
from dashboard.views.text_width import fitted, text_width

_MARK_PT: Final = 10.0
_EDGE_PT: Final = 8.5
_LEAST_PT: Final = 90.0
"""Less room than this is none for a title."""


def edges(paper: Paper) -> None:
    """The same on the first page as on all others: who sees any one of them knows."""
    outline, section = paper.outline, paper.document.sections[0]
    marking, label = outline.marking, f"\u00a0{one_line(outline.marking.text)}\u00a0\u2060"
    room = paper.width_pt - text_width(label, _MARK_PT, 700) - 12
    title = _short(f"{outline.title} · as of {outline.as_of}", room)
    numbers: list[Part] = [Field("PAGE"), " of ", Field("NUMPAGES")]
    _line(section.header.paragraphs[0]._p, [title] if title else [], marking, label, paper.width_pt)
    _line(section.footer.paragraphs[0]._p, numbers, marking, label, paper.width_pt)


def marked(marking: Marked, label: str) -> BaseOxmlElement:
    """A run in the colours of the Traffic Light Protocol; a marking of the team's own has a frame."""
    text = tag("w:t")
    text.text = label
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if marking.color:
        look = [tag("w:color", val=marking.color[1:].upper())]
        ground = [tag("w:shd", val="clear", color="auto", fill=marking.ground[1:].upper())]
    else:
        look = []
        ground = [tag("w:bdr", val="single", sz=8, space=0, color="14181F")]
    size = [tag("w:sz", val=round(_MARK_PT * 2)), tag("w:szCs", val=round(_MARK_PT * 2))]
    rtl = [tag("w:rtl")] if is_rtl(label) else []
    return tag("w:r", tag("w:rPr", tag("w:b"), tag("w:bCs"), *look, *size, *ground, *rtl), text)


def _line(into: BaseOxmlElement, parts: list[Part], marking: Marked, label: str, width_pt: float) -> None:
    """Left what is told, right the marking; one that is too long for it stands alone, on as many lines as it takes."""
    properties = into.get_or_add_pPr()
    for old in properties.xpath("./w:tabs"):
        properties.remove(old)
    stop = tag("w:tabs", tag("w:tab", val="right", pos=round(width_pt * 20)))
    properties.insert_element_before(stop, "w:bidi", "w:spacing", "w:ind", "w:jc")
    if text_width(label, _MARK_PT, 700) > width_pt - _LEAST_PT:
        fill(into, [*parts, *([" · "] if parts else [])])
    else:
        fill(into, [*parts, Tab()])
    into.append(marked(marking, label))


def _short(text: str, room_pt: float) -> str:
    return fitted(one_line(text), room_pt, _EDGE_PT) if room_pt >= _LEAST_PT else ""
