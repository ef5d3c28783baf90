"""The look of a DOCX: real styles, paper and fonts. Who edits it changes a style, not paragraphs."""

from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

from dashboard.briefing.docx.text import FOOTNOTE_REFERENCE, tag
from dashboard.briefing.office import ARABIC, CHINESE, FONT, LANGUAGE
from dashboard.views.drawing import LIGHT

PAPERS_MM: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
MARGIN_MM: Final = 16.0
MM_PT: Final = 72 / 25.4
_WORD_2013: Final = "15"
"""The compatibility mode of Word 2013 and later; with a lower one, Word's title bar says that the document is old."""
TABLE: Final = "DatelineTable"
TABLE_PT: Final = 8.5


@dataclass(frozen=True, slots=True)
class DocxStyle:
    """A paragraph style. Sizes in points."""

    id: str
    name: str
    size: float
    before: float = 0
    after: float = 4
    bold: bool = False
    muted: bool = False
    keep_next: bool = False
    line: float = 1.12
    indent: float | None = None
    hanging: float = 0


LOOKS: Final = (
    DocxStyle("Normal", "Normal", 10),
    DocxStyle("Title", "Title", 24, before=4, after=6, bold=True, line=1.0),
    DocxStyle("Subtitle", "Subtitle", 9.5, after=1, muted=True),
    DocxStyle("Heading1", "Heading 1", 13.5, before=16, after=4, bold=True, keep_next=True),
    DocxStyle("Heading2", "Heading 2", 11, before=10, after=3, bold=True, keep_next=True),
    DocxStyle("Heading3", "Heading 3", 11, before=10, after=3, bold=True, keep_next=True),
    DocxStyle("BottomLine", "Bottom Line", 14, after=6),
    DocxStyle("Judgement", "Key Judgement", 12, after=3),
    DocxStyle("ListBullet", "List Bullet", 10, after=3, indent=14, hanging=14),
    DocxStyle("ListBullet2", "List Bullet 2", 10, after=5, indent=28, hanging=14),
    DocxStyle("Evidence", "Evidence", 8.5, after=3, muted=True),
    DocxStyle("Figure", "Figure", 10, after=0, line=1.0, keep_next=True),
    DocxStyle("Caption", "Caption", 8.5, before=2, after=6, muted=True),
    DocxStyle("Credit", "Credit", 8, before=8, after=0, muted=True),
    DocxStyle("Quote", "Quote", 9.5, after=2, indent=20),
    DocxStyle("AnnexEntry", "Annex Entry", 9.5, before=8, after=2, keep_next=True, indent=20, hanging=20),
    DocxStyle("AnnexDetail", "Annex Detail", 8.5, after=1, muted=True, indent=20),
    DocxStyle("TableText", "Table Text", TABLE_PT, after=0, line=1.05),
    DocxStyle("Header", "Header", 8.5, after=0, muted=True),
    DocxStyle("Footer", "Footer", 8.5, after=0, muted=True),
    DocxStyle("FootnoteText", "footnote text", 8, after=1, line=1.0),
)


def apply_styles(document: Document, paper: str) -> float:
    """Give an empty document its styles and its paper. Returns the width between the margins, in points."""
    _fonts(document)
    for look in LOOKS:
        _paragraph_style(document, look)
    _characters(document)
    _lines(document)
    document.styles.element.append(parse_xml(_TABLE_STYLE))
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    width, height = PAPERS_MM[paper]
    section = document.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(9)
    return (width - 2 * MARGIN_MM) * MM_PT


def _fonts(document: Document) -> None:
    """The template's styles name fonts by theme: here each is named, so that no other one is meant."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for place in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{place}"), FONT)
        fonts.set(qn("w:eastAsia"), CHINESE.font)
        fonts.set(qn("w:cs"), ARABIC.font)
    for language in document.styles.element.iter(qn("w:lang")):
        for place, value in (("val", LANGUAGE), ("eastAsia", CHINESE.language), ("bidi", ARABIC.language)):
            language.set(qn(f"w:{place}"), value)


def _paragraph_style(document: Document, look: DocxStyle) -> None:
    style = _style(document, look.id, look.name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101  asked for by its type
    font, form = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.size), look.bold, False
    _complex_script(style, look)
    font.color.rgb = _color(LIGHT.muted if look.muted else LIGHT.text)
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), look.line
    form.keep_with_next, form.widow_control = look.keep_next, True
    form.keep_together = look.keep_next
    for name in ("w:spacing", "w:kern"):
        for found in style.element.get_or_add_rPr().findall(qn(name)):
            style.element.rPr.remove(found)
    for found in style.element.get_or_add_pPr().findall(qn("w:tabs")):
        style.element.pPr.remove(found)
    if look.indent is not None:
        form.left_indent, form.first_line_indent = Pt(look.indent), Pt(-look.hanging)


def _complex_script(style: ParagraphStyle, look: DocxStyle) -> None:
    """Size and weight of Arabic and Hebrew are told apart."""
    properties = style.element.get_or_add_rPr()
    for name in ("w:szCs", "w:bCs"):
        for found in properties.findall(qn(name)):
            properties.remove(found)
    size = properties.find(qn("w:sz"))
    if size is not None:
        size.addnext(tag("w:szCs", val=round(look.size * 2)))
    bold = properties.find(qn("w:b"))
    if bold is not None:
        bold.addnext(tag("w:bCs", val=int(look.bold)))


def _characters(document: Document) -> None:
    """Styles of words in a paragraph."""
    for id_, name, size, color, bold in (
        ("Carried", "Carried", 8.5, LIGHT.muted, False),
        ("Said", "Said", None, LIGHT.muted, False),
        ("Label", "Label", None, LIGHT.text, True),
        ("Dateline", "Dateline", 8.5, LIGHT.text, True),  # in a bold heading, a bold style is a plain one (17.7.3)
        ("DatelinePlace", "Dateline Place", 8.5, LIGHT.text, None),
        ("Rungs", "Rungs", None, LIGHT.threads[0], False),
        ("Hyperlink", "Hyperlink", None, LIGHT.muted, False),
        (FOOTNOTE_REFERENCE, "footnote reference", None, LIGHT.muted, False),
    ):
        style = _style(document, id_, name, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(style, CharacterStyle)  # noqa: S101  asked for by its type
        style.font.color.rgb, style.font.bold = _color(color), bold
        if size is not None:
            style.font.size = Pt(size)
        if id_ == "Hyperlink":
            style.font.underline = True
        if id_ == FOOTNOTE_REFERENCE:
            style.font.superscript = True


def _lines(document: Document) -> None:
    """A rule above each section, below the title's lines none; a bar beside quotes."""
    for name, side, size, color, space in (
        ("Heading 1", "top", 6, LIGHT.text, 6),
        ("Quote", "left", 12, LIGHT.line2, 8),
    ):
        properties = document.styles[name].element.get_or_add_pPr()
        for old in properties.findall(qn("w:pBdr")):
            properties.remove(old)
        edge = tag(f"w:{side}", val="single", sz=size, space=space, color=color[1:])
        properties.insert_element_before(tag("w:pBdr", edge), "w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc")
    title = document.styles["Title"].element.get_or_add_pPr()
    for old in title.findall(qn("w:pBdr")):
        title.remove(old)


def _style(document: Document, id_: str, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    if name in document.styles:
        found: BaseStyle = document.styles[name]
        return found
    made: BaseStyle = document.styles.add_style(name, kind, builtin=name[0].islower() or name == "Hyperlink")
    made.element.styleId = id_
    if isinstance(made, ParagraphStyle):
        made.quick_style = True
        made.base_style = document.styles["Normal"]
    return made


def _color(color: str) -> RGBColor:
    return RGBColor.from_string(color[1:].upper())


_TABLE_STYLE: Final = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE}">
  <w:name w:val="Dateline Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr>
    <w:tblBorders>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line2[1:]}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line[1:]}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="120" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:color w:val="{LIGHT.muted[1:]}"/></w:rPr>
    <w:tcPr><w:tcBorders>
      <w:bottom w:val="single" w:sz="6" w:space="0" w:color="{LIGHT.text[1:]}"/>
    </w:tcBorders></w:tcPr>
  </w:tblStylePr>
</w:style>
"""
