"""Paragraphs of slides: pieces of text by look, font, language and direction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement

from dashboard.briefing.office import Script, is_rtl, isolate_ltr, pieces
from dashboard.text.visible import BREAKING, visible

LINE: Final = 1.32
"""Height of a line, of its size. Told exactly: fonts that stand in for a missing one do not make slides overflow."""
TO_SLIDE: Final = "ppaction://hlinksldjump"
"""What a link says that leads to another slide."""
INDENT: Final = 20.0
"""In points, of paragraphs with a sign."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str
    muted: bool = False
    bold: bool = False
    size: float = 0
    """In points; 0: that of the paragraph."""
    link: str = ""
    """Id of the source to whose row it leads."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, as it is measured and as it is written."""

    runs: tuple[Run, ...]
    size: float = 20
    before: float = 6
    bullet: str = ""
    """Its sign; a space for a paragraph that stands below one with a sign."""
    keep: bool = False
    """Stays with the next one."""
    direction: str = ""
    """The text that says from which side it runs; empty: its own."""
    of: int = 0
    """Which of several sentences it says."""
    is_fixed: bool = False
    """Small print, which has one size."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(run.text for run in self.runs)

    @property
    def is_rtl(self) -> bool:
        """Whether it runs from right to left."""
        return is_rtl(self.direction or self.text)

    def with_size(self, size: float) -> "Para":
        """The paragraph in another size; unchanged if its size is fixed."""
        return self if self.is_fixed else replace(self, size=size)


def visible_line(text: str) -> str:
    """On one line, with what cannot be seen made visible."""
    return visible(BREAKING.sub(" ", text))


def tag(name: str, /, *children: Any, **attributes: str | float) -> Any:
    """`tag("a:rPr", lang="en-GB")`: an element of DrawingML."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(key, str(value))
    element.extend(children)
    return element


def write(frame: Any, paras: Iterable[Para]) -> None:
    """Replace the paragraphs of a `p:txBody` or `a:txBody`."""
    for old in frame.findall(qn("a:p")):
        frame.remove(old)
    frame.extend([paragraph(each) for each in paras] or [tag("a:p")])


def paragraph(para: Para) -> Any:
    """The XML of a paragraph, with exact line height, its bullet if it has one, and its direction."""
    sign = para.bullet.strip()
    indent = round(INDENT * 12_700) if para.bullet else 0
    look: dict[str, str | float] = {"marL": indent, "indent": -indent if sign else 0}
    if para.is_rtl:
        look |= {"algn": "r", "rtl": 1}
    bullet = [tag("a:buFont", typeface="Arial"), tag("a:buChar", char=sign)] if sign else [tag("a:buNone")]
    properties = tag(
        "a:pPr",
        tag("a:lnSpc", tag("a:spcPts", val=round(para.size * LINE * 100))),
        tag("a:spcBef", tag("a:spcPts", val=round(para.before * 100))),
        *bullet,
        **look,
    )
    runs = [each for run in para.runs for each in _runs(run, para)]
    return tag("a:p", properties, *runs, tag("a:endParaRPr", sz=round(para.size * 100)))


def _runs(run: Run, para: Para) -> Iterator[Any]:
    text = visible_line(run.text)
    if para.is_rtl and (run.muted or run.size) and not is_rtl(text):
        text = isolate_ltr(text)
    for piece, script in pieces(text, in_rtl=para.is_rtl):
        made = tag("a:t")
        made.text = piece
        yield tag("a:r", _properties(run, para, script), made)


def _properties(run: Run, para: Para, script: Script) -> Any:
    colour = tag("a:solidFill", tag("a:schemeClr", val="tx2" if run.muted else "tx1"))
    fonts = []
    if script.font:
        fonts = [tag("a:ea" if script.is_east_asian else "a:cs", typeface=script.font)]
    link = [tag("a:hlinkClick", **{qn("r:id"): run.link, "action": TO_SLIDE})] if run.link else []
    size = round((run.size or para.size) * 100)
    return tag("a:rPr", colour, *fonts, *link, lang=script.language, sz=size, b=int(run.bold), dirty=0)
