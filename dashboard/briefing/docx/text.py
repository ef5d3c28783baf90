"""Paragraphs of a DOCX: pieces of text by style, font, language and direction; links, bookmarks and fields."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from dashboard.briefing.office import Script, is_rtl, isolate_ltr, pieces
from dashboard.text.visible import BREAKING, visible


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words of one look."""

    text: str
    style: str = ""
    """Id of a character style."""
    link: str = ""
    """The bookmark that it leads to."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A reference to the footnote of that number."""

    id: int


@dataclass(frozen=True, slots=True)
class DocxField:
    """What Word and its like compute: PAGE, NUMPAGES."""

    instruction: str
    style: str = ""


class Tab:
    """To the next stop."""


class Break:
    """The paragraph goes on in its next line."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """What links lead to. No two of a document share a number or a name."""

    id: int
    name: str


Part = TextRun | Footnote | DocxField | Tab | Break | Bookmark | str


def tag(name: str, /, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """`tag("w:jc", val="right")`: an element of WordprocessingML."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    for child in children:
        _append(element, child)
    return element


def paragraph(
    style: str,
    *parts: Part,
    keep_next: bool = False,
    new_page: bool = False,
    direction: str | None = None,
) -> BaseOxmlElement:
    """One of a paragraph style; it runs as the first strong letter of `direction`, else of its own text, says."""
    own = "".join(each if isinstance(each, str) else each.text for each in parts if isinstance(each, str | TextRun))
    turned = is_rtl(own if direction is None else direction)
    properties = [tag("w:pStyle", val=style)]
    properties += [tag("w:keepNext")] if keep_next else []
    properties += [tag("w:pageBreakBefore")] if new_page else []
    properties += [tag("w:bidi")] if turned else []
    made = tag("w:p", tag("w:pPr", *properties))
    fill(made, parts, in_rtl=turned)
    return made


def fill(into: BaseOxmlElement, parts: Iterable[Part], *, in_rtl: bool = False) -> None:
    """Add runs to a paragraph."""
    for part in parts:
        match part:
            case str():
                _append(into, *_runs(TextRun(part), in_rtl=in_rtl))
            case TextRun(link="") as span:
                _append(into, *_runs(span, in_rtl=in_rtl))
            case TextRun() as span:
                inside = _runs(replace(span, link=""), in_rtl=in_rtl)
                _append(into, tag("w:hyperlink", *inside, anchor=span.link, history=1))
            case Footnote():
                reference = tag("w:footnoteReference", id=part.id)
                _append(into, tag("w:r", tag("w:rPr", tag("w:rStyle", val=FOOTNOTE_REFERENCE)), reference))
            case DocxField():
                shown = _runs(TextRun("1", part.style), in_rtl=in_rtl)
                _append(into, tag("w:fldSimple", *shown, instr=part.instruction))
            case Tab():
                _append(into, tag("w:r", tag("w:tab")))
            case Break():
                _append(into, tag("w:r", tag("w:br")))
            case Bookmark():
                _append(into, tag("w:bookmarkStart", id=part.id, name=part.name), tag("w:bookmarkEnd", id=part.id))


FOOTNOTE_REFERENCE: Final = "FootnoteReference"


def _runs(span: TextRun, *, in_rtl: bool) -> Iterator[BaseOxmlElement]:
    shown = visible(BREAKING.sub(" ", span.text))
    if in_rtl and span.style and not is_rtl(shown):
        shown = isolate_ltr(shown)
    for piece, script in pieces(shown, in_rtl=in_rtl):
        text = tag("w:t")
        text.text = piece
        text.set(qn("xml:space"), "preserve")
        properties = list(_properties(span, script))
        yield tag("w:r", *([tag("w:rPr", *properties)] if properties else []), text)


def _properties(span: TextRun, script: Script) -> Iterator[BaseOxmlElement]:
    if span.style:
        yield tag("w:rStyle", val=span.style)
    if script.font:
        places = ("eastAsia",) if script.is_east_asian else ("cs",)
        hint = {"hint": "eastAsia"} if script.is_east_asian else {}
        yield tag("w:rFonts", **dict.fromkeys(places, script.font), **hint)
    if script.is_rtl:
        yield tag("w:rtl")
        yield tag("w:lang", bidi=script.language)
    elif script.is_east_asian:
        yield tag("w:lang", eastAsia=script.language)
    elif script != Script():
        yield tag("w:lang", val=script.language)


def _append(into: BaseOxmlElement, *children: Any) -> None:
    into.extend(children)
