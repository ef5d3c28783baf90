"""Real footnotes of a DOCX: what carries a sentence stands at the foot of its page, and leads to the annex."""

from collections.abc import Iterable
from typing import Final

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.parser import OxmlElement

from dashboard.briefing.docx_text import FOOTNOTE_REFERENCE, Part, fill, paragraph, tag

_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_FIRST: Final = 2
"""Behind the two that draw the lines above footnotes."""
_LINES: Final = (("separator", 0), ("continuationSeparator", 1))
_IDS_END: Final = 32_767


class Footnotes:
    """Gathers them, and writes their part of the file."""

    def __init__(self) -> None:
        self._notes: list[tuple[Part, ...]] = []

    def add(self, parts: Iterable[Part]) -> int:
        """Returns the number by which the text refers to it."""
        self._notes.append(tuple(parts))
        return _FIRST + len(self._notes) - 1

    @property
    def is_full(self) -> bool:
        """Word knows no higher numbers."""
        return _FIRST + len(self._notes) >= _IDS_END

    def write(self, document: Document) -> None:
        """Into a part of its own, with the settings that say so."""
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for name, id_ in _LINES:
            line = tag("w:p", tag("w:r", tag(f"w:{name}")))
            root.append(tag("w:footnote", line, type=name, id=id_))
        for place, parts in enumerate(self._notes):
            note = paragraph("FootnoteText")
            note.append(tag("w:r", tag("w:rPr", tag("w:rStyle", val=FOOTNOTE_REFERENCE)), tag("w:footnoteRef")))
            fill(note, (" ", *parts))
            root.append(tag("w:footnote", note, id=_FIRST + place))
        written = serialize_part_xml(root)
        part = PackagePart(PackURI("/word/footnotes.xml"), _KIND, written, document.part.package)
        document.part.relate_to(part, _RELATION)
        settings = document.settings.element
        lines = OxmlElement("w:footnotePr")
        lines.extend([tag("w:footnote", id=id_) for _, id_ in _LINES])
        settings.insert_element_before(lines, "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr")
