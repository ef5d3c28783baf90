"""Links from one slide to another: they are joined once all slides are there."""

from collections.abc import Mapping

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide

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
