"""Sentences in a DOCX: each with a footnote that names its sources, what was found of them, and whose words it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from dashboard.briefing.described import Piece, described
from dashboard.briefing.docx_notes import Footnotes
from dashboard.briefing.docx_text import Bookmark, Footnote, Part, Span
from dashboard.briefing.office_words import notes_of, runs_of, sources_of
from dashboard.briefing.outline import Entry, Outline, Statement
from dashboard.briefing.stills import Figures

_CARRIED: Final = "Carried"


@dataclass(slots=True)
class Paper:
    """A document that is being written."""

    document: Document
    outline: Outline
    figures: Figures
    width_pt: float
    """Between the margins."""
    entries: dict[int, Entry]
    footnotes: Footnotes = field(default_factory=Footnotes)
    pictures: int = 0
    """So many are in it."""
    described: Mapping[str, int] = field(init=False)
    """Ids of the sources that have a row, and its number."""

    def __post_init__(self) -> None:
        self.described = described(self.outline)

    def add(self, *elements: BaseOxmlElement) -> None:
        """At its end."""
        last = self.document.element.body.sectPr
        for element in elements:
            last.addprevious(element)

    def sentence(self, statement: Statement) -> Iterator[Part]:
        """Its words, what was found, and the footnote with what carries it."""
        if statement.said:
            yield Span(f"{statement.said}: ", "Said")
        yield statement.text
        if statement.references and self.footnotes.is_full:
            yield " "
            yield from references(statement.references)
        elif statement.references:
            yield Footnote(self.footnotes.add(self._sources(statement)))
        if notes := notes_of(statement):
            yield Span(f" ({notes})", _CARRIED)

    def carried(self, statement: Statement) -> Iterator[Part]:
        """Links to the annex, and what was found: for headlines and rows, which rest on much."""
        notes = notes_of(statement)
        yield from references(statement.references)
        if notes:
            yield Span(f" ({notes})" if statement.references else f"({notes})", _CARRIED)

    def led(self, pieces: Iterable[Piece]) -> Iterator[Part]:
        """Names of sources lead to their rows."""
        return (
            Span(each.text, "Hyperlink", source_anchor(self.described[each.source])) if each.source else each.text
            for each in pieces
        )

    def row_of(self, source: str) -> Bookmark:
        """What those links lead to: no name of a bookmark holds every id."""
        number = self.described[source]
        return Bookmark(len(self.entries) + number, source_anchor(number))

    def _sources(self, statement: Statement) -> Iterator[Part]:
        """`Annex 19: VOA, September 2025. Annex 21: …`."""
        for place, number in enumerate(statement.references):
            yield Span(f"{' ' if place else ''}Annex {number}", link=anchor(number))
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
        yield Span(", " if place else "[", _CARRIED)
        yield Span(f"{first}", _CARRIED, anchor(first))
        if last != first:
            yield Span("–", _CARRIED)
            yield Span(f"{last}", _CARRIED, anchor(last))
    if numbers:
        yield Span("]", _CARRIED)
