"""A source's text, as text: every quoted word marked and leading to its event, with notes in the margin."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.parts.links import leading_to
from dashboard.app.parts.markup import NOTHING, Markup, element, every, joined
from dashboard.app.parts.paging import pager
from dashboard.app.parts.signs import thread_color
from dashboard.app.shown import Shown
from dashboard.app.sources.notes import mark_id, note_of_aside, note_of_quotes
from dashboard.query.marked_text import Mark, Piece, TextLine, lines_of, marks_aside, part_at, parts_of
from dashboard.query.sources import QuoteAt, SourceEntry

MOST_NOTES: Final = 300
"""In one part; what comes after them is marked in the text alone."""


class SourceText:
    """One part of a source's text with its marks, for one reader: `quote` is the key of the one that was asked for."""

    def __init__(self, entry: SourceEntry, shown: Shown, quote: str | None, part: int) -> None:
        self.entry, self.shown = entry, shown
        self.text = shown.workspace.texts[entry.id]
        self.quotes = {each.key: each for each in entry.resting.standing}
        self.chosen = quote if quote in self.quotes else None
        self.marks = self._marks()
        self.parts = parts_of(self.text)
        self.part = self._part(part)

    def _marks(self) -> list[Mark]:
        source = self.entry.source
        quoted = [Mark(start, end, each.key) for each in self.quotes.values() for start, end in each.spans]
        return quoted + list(marks_aside(source, self.text) if source else ())

    def _part(self, part: int) -> int:
        if self.chosen:
            return part_at(self.parts, self.quotes[self.chosen].spans[0][0])
        return min(part, len(self.parts) - 1)

    def markup(self) -> Markup:
        """The part, line by line, with the notes of each line behind it."""
        lines = [line for line in lines_of(self.text, self.marks, self.parts[self.part]) if not line.is_blank]
        self._notes_left = MOST_NOTES
        rows = every(self._line(line) for line in lines)
        empty = NOTHING if lines else element("p", "Nothing can be read in this text.", class_="dl-muted")
        steps = self._pager()
        cut = element("p", "More quotes here than notes: the rest is marked in the text alone.", class_="dl-muted")
        more = cut if self._notes_left <= 0 else NOTHING
        return joined(
            steps, element("div", element("div", rows, empty, class_="dl-lines"), class_="dl-reader"), more, steps
        )

    def _pager(self) -> Markup:
        start, end = self.parts[self.part]
        told = f"characters {start + 1:,} to {end:,} of {len(self.text):,}"
        return pager("sources", self.part, len(self.parts), told, mode=self.shown.mode, source=self.entry.id)

    def _line(self, line: TextLine) -> Markup:
        language = self.entry.source.language if self.entry.source else None
        number = element("span", f"{line.number:,}", class_="dl-line-number", aria_hidden="true")
        text = element("p", every(map(self._piece, line.pieces)), dir="auto", lang=language)
        notes = [note for piece in line.pieces for note in self._notes(piece)]
        beside = element("div", *notes, class_="dl-line-notes") if notes else None
        return element("div", number, text, beside, class_="dl-line")

    def _piece(self, piece: Piece) -> Markup:
        quotes = [self.quotes[mark.key] for mark in piece.marks if not mark.is_aside]
        id_ = mark_id(piece.begins[0].key) if piece.begins else None
        if not quotes:
            return element("span", piece.text, id=id_, class_="dl-set-aside") if piece.marks else joined(piece.text)
        chosen = next((quote for quote in quotes if quote.key == self.chosen), None)
        return self._linked(piece, chosen or quotes[0], quotes, id_)

    def _linked(self, piece: Piece, first: QuoteAt, quotes: Sequence[QuoteAt], id_: str | None) -> Markup:
        """The words as a link to the innermost quote's event, or to that of the chosen one."""
        is_chosen = first.key == self.chosen
        begins = any(mark.key == first.key for mark in piece.begins)
        others = [quote for quote in quotes if quote.event != first.event]
        class_ = " ".join(
            ("dl-quoted", *(("dl-overlap",) if len(quotes) > 1 else ()), *(("dl-reached",) if is_chosen else ()))
        )
        titles = "; ".join(dict.fromkeys(self.shown.title_of(quote.event) for quote in quotes))
        style = f"--dl-own:{self._color(first)}" + (f";--dl-other:{self._color(others[0])}" if others else "")
        return element(
            "a",
            piece.text,
            id=id_,
            class_=class_,
            style=style,
            title=titles,
            tabindex=None if begins else "-1",
            data_arrive="center" if is_chosen and begins else None,
            **leading_to("", mode=self.shown.mode, event=first.event),
        )

    def _color(self, quote: QuoteAt) -> str:
        return thread_color(self.shown.thread_index(self.shown.workspace.events[quote.event]))

    def _notes(self, piece: Piece) -> list[Markup]:
        """Of what begins here: one for each event, however many of its claims quote these very words."""
        by_event: dict[str, list[QuoteAt]] = {}
        notes = []
        for mark in piece.begins:
            if mark.is_aside and self.entry.source:
                sentence = self.entry.source.set_aside[int(mark.key.partition("/")[2])]
                notes.append(note_of_aside(sentence, mark_id(piece.begins[0].key)))
            elif not mark.is_aside:
                by_event.setdefault(self.quotes[mark.key].event, []).append(self.quotes[mark.key])
        at = mark_id(piece.begins[0].key) if piece.begins else ""
        notes += [note_of_quotes(quotes, self.shown, at, self.chosen) for quotes in by_event.values()]
        self._notes_left -= len(notes)
        return notes if self._notes_left > 0 else []
