"""Sentences in a DOCX: each with a footnote that names its sources, what was found of them, and whose words it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from dashboard.briefing.docx.text import FOOTNOTE_REFERENCE, Bookmark, Footnote, Part, TextRun, fill, paragraph, tag
from dashboard.briefing.figures import Figures
from dashboard.briefing.office import notes_of, runs_of, sources_of
from dashboard.briefing.outline import AnnexEntry, LinkedText, Outline, Statement, sentence_pieces, source_numbers

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


_CARRIED: Final = "Carried"


@dataclass(slots=True)
class Paper:
    """A document that is being written."""

    document: Document
    outline: Outline
    figures: Figures
    width_pt: float
    """Between the margins."""
    entries: dict[int, AnnexEntry]
    footnotes: Footnotes = field(default_factory=Footnotes)
    pictures: int = 0
    """So many are in it."""
    described: Mapping[str, int] = field(init=False)
    """Ids of the sources that have a row, and its number."""

    def __post_init__(self) -> None:
        self.described = source_numbers(self.outline)

    def add(self, *elements: BaseOxmlElement) -> None:
        """At its end."""
        last = self.document.element.body.sectPr
        for element in elements:
            last.addprevious(element)

    def sentence(self, statement: Statement) -> Iterator[Part]:
        """Its words, what was found, and the footnote with what carries it."""
        if statement.said:
            yield TextRun(f"{statement.said}: ", "Said")
        yield from self.with_links(sentence_pieces(statement, self.described))
        if statement.references and self.footnotes.is_full:
            yield " "
            yield from references(statement.references)
        elif statement.references:
            yield Footnote(self.footnotes.add(self._sources(statement)))
        if notes := notes_of(statement):
            yield TextRun(f" ({notes})", _CARRIED)

    def evidence_notes(self, statement: Statement) -> Iterator[Part]:
        """Links to the annex, and what was found: for headlines and rows, which rest on much."""
        notes = notes_of(statement)
        yield from references(statement.references)
        if notes:
            yield TextRun(f" ({notes})" if statement.references else f"({notes})", _CARRIED)

    def with_links(self, pieces: Iterable[LinkedText]) -> Iterator[Part]:
        """Names of sources lead to their rows."""
        return (
            TextRun(each.text, "Hyperlink", source_anchor(self.described[each.source])) if each.source else each.text
            for each in pieces
        )

    def row_of(self, source: str) -> Bookmark:
        """What those links lead to: no name of a bookmark holds every id."""
        number = self.described[source]
        return Bookmark(len(self.entries) + number, source_anchor(number))

    def _sources(self, statement: Statement) -> Iterator[Part]:
        """`Annex 19: VOA, September 2025. Annex 21: …`."""
        for place, number in enumerate(statement.references):
            yield TextRun(f"{' ' if place else ''}Annex {number}", link=anchor(number))
            entry = self.entries[number]
            yield f": {sources_of(entry) or entry.verdict}."


def anchor(number: int) -> str:
    """The bookmark of an entry of the annex."""
    return f"R{number}"


def source_anchor(number: int) -> str:
    """The bookmark of a source's row."""
    return f"D{number}"


def references(numbers: Sequence[int]) -> Iterator[Part]:
    """`[3–7, 9]`, each leading to its entry."""
    for place, (first, last) in enumerate(runs_of(numbers)):
        yield TextRun(", " if place else "[", _CARRIED)
        yield TextRun(f"{first}", _CARRIED, anchor(first))
        if last != first:
            yield TextRun("–", _CARRIED)
            yield TextRun(f"{last}", _CARRIED, anchor(last))
    if numbers:
        yield TextRun("]", _CARRIED)
