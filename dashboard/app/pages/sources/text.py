"""A source's text, as text: every quoted word marked and leading to its event, with notes in the margin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.app.pages.sources.notes import mark_id, note_of_passage, note_of_quotes, notes_of
from dashboard.app.pages.sources.place import TextPlace
from dashboard.app.parts import link_attributes, pager
from dashboard.app.shell import PageContext
from dashboard.evidence.verdicts import Verdict
from dashboard.query.sources import QuoteAt, SourceEntry
from dashboard.query.texts import (
    MarkKind,
    ReadText,
    TextMark,
    TextParagraph,
    TextPiece,
    found_words,
    paragraphs_of,
    part_at,
)
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all
from dashboard.views.card import thread_color

_SPACES: Final = re.compile(r"[^\S\n]{2}|\t")
"""Where white space may mean something, as in a table, it is kept."""
MOST_NOTES: Final = 300
"""In one part; what comes after them is marked in the text alone."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text as one reader sees them."""

    known: ReadText
    quotes: dict[str, QuoteAt]
    page: PageContext
    chosen: str | None
    """Key of the quote that was asked for."""
    hit: str | None
    """Key of the hit that was asked for."""

    def markup(self, piece: TextPiece) -> Markup:
        """One piece. Of those that begin with it, the words of a quote are a link to its event."""
        quotes = [self.quotes[mark.key] for mark in piece.marks if mark.kind is MarkKind.QUOTE]
        words = self._mark_hit(piece, self._mark_mixed_scripts(piece))
        id_ = mark_id(piece.begins[0].key) if piece.begins else None
        if quotes:
            chosen = next((quote for quote in quotes if quote.key == self.chosen), None)
            return self._link_to_event(piece, words, chosen or quotes[0], quotes, id_)
        if not piece.marks:
            return words
        arrive = {"data_arrive": "center", "tabindex": "-1"} if self._is_target(piece) else {}
        return element("span", words, id=id_, class_=" ".join(self._classes(piece)) or None, **arrive)

    @staticmethod
    def _is_target(piece: TextPiece) -> bool:
        return any(mark.kind is MarkKind.TARGET for mark in piece.begins)

    def _mark_mixed_scripts(self, piece: TextPiece) -> Markup:
        text = join(piece.text.replace("\n", " "))
        mixed = next((mark for mark in piece.marks if mark.kind is MarkKind.MIXED), None)
        if mixed is None:
            return text
        _, scripts = self.known.mixed_script_words[int(mixed.key.partition("/")[2])]
        told = f"A word with letters of two scripts: {' and '.join(scripts)}"
        return element("span", text, class_="dl-mixed", title=told)

    def _mark_hit(self, piece: TextPiece, words: Markup) -> Markup:
        hit = next((mark for mark in piece.marks if mark.kind is MarkKind.HIT), None)
        if hit is None:
            return words
        is_here = hit.key == self.hit
        arrives = is_here and hit in piece.begins
        return element(
            "mark",
            words,
            class_="dl-found dl-found-here" if is_here else "dl-found",
            data_arrive="center" if arrives else None,
        )

    def _classes(self, piece: TextPiece) -> list[str]:
        named = {MarkKind.ASIDE: "dl-set-aside", MarkKind.TARGET: "dl-target"}
        classes = [named[mark.kind] for mark in piece.marks if mark.kind in named]
        return [*classes, *(f"dl-part-{self._part(mark)}" for mark in piece.marks if mark.kind is MarkKind.PART)]

    def _part(self, mark: TextMark) -> str:
        return self.known.passages[int(mark.key.partition("/")[2])].part

    def _link_to_event(
        self, piece: TextPiece, words: Markup, first: QuoteAt, quotes: Sequence[QuoteAt], id_: str | None
    ) -> Markup:
        """The words as a link to the innermost quote's event, or to that of the chosen one."""
        is_chosen = first.key == self.chosen
        begins = [mark.key for mark in piece.begins if mark.kind is MarkKind.QUOTE]
        classes = [
            "dl-quoted",
            *self._classes(piece),
            *(["dl-reached"] if is_chosen else []),
            *(["dl-of-failed"] if any(quote.verdict is Verdict.NOT_FOUND for quote in quotes) else []),
        ]
        told = dict.fromkeys(f"{self.page.title_of(quote.event)} ({quote.verdict})" for quote in quotes)
        return element(
            "a",
            words,
            id=id_,
            class_=" ".join(classes),
            style=self._style(first, quotes),
            title="; ".join(told),
            tabindex=None if begins else "-1",
            data_number=", ".join(map(str, sorted(self.known.numbers[key] for key in begins))) or None,
            data_quote=first.key,
            data_quotes=" ".join(str(self.known.numbers[quote.key]) for quote in quotes),
            data_arrive="center" if (is_chosen and first.key in begins) or self._is_target(piece) else None,
            **link_attributes("", mode=self.page.mode, event=first.event),
        )

    def _style(self, first: QuoteAt, quotes: Sequence[QuoteAt]) -> str:
        """An underline for each quote, on the level that it keeps from its first word to its last."""
        lanes = {self.known.lanes[quote.key]: self._color(quote) for quote in reversed(quotes)}
        under = "".join(f";--l{lane}:{color}" for lane, color in sorted(lanes.items()))
        return f"--dl-own:{self._color(first)}{under}"

    def _color(self, quote: QuoteAt) -> str:
        return thread_color(self.page.thread_index(self.page.workspace.events[quote.event]))


class SourceText:
    """One part of a source's text with its marks, for a reader who asked for `place`."""

    def __init__(self, entry: SourceEntry, known: ReadText, page: PageContext, place: TextPlace) -> None:
        self.entry, self.known, self.page, self.place = entry, known, page, place
        self.quotes = {each.key: each for each in entry.resting.standing}
        self.chosen = place.quote if place.quote in self.quotes else None
        self.hits = found_words(known.text, place.find) if place.find else ()
        self.hit = self._hit()
        self.part = self._part()
        self.pieces = Pieces(known, self.quotes, page, self.chosen, None if self.hit is None else f"hit/{self.hit}")

    def _hit(self) -> int | None:
        """The index of the hit that the reader is at, by default the first; None if the address names another place."""
        if not self.hits or self.chosen or self.place.at or (self.place.hit is None and self.place.part):
            return None
        return min(self.place.hit or 0, len(self.hits) - 1)

    def _part(self) -> int:
        parts = self.known.parts
        if self.chosen:
            return part_at(parts, self.quotes[self.chosen].spans[0][0])
        if self.place.at:
            return part_at(parts, self.place.at[0][0])
        if self.hit is not None:
            return part_at(parts, self.hits[self.hit][0])
        return min(self.place.part, len(parts) - 1)

    def _marks(self) -> list[TextMark]:
        """The marks of the text, and those of the passage and the words that this reader asked for."""
        hits = [TextMark(*span, f"hit/{index}", MarkKind.HIT) for index, span in enumerate(self.hits)]
        targets = [TextMark(*span, "target/0", MarkKind.TARGET) for span in self.place.at if span[0] < span[1]]
        return [*self.known.marks, *targets, *hits]

    def markup(self) -> Markup:
        """The part, paragraph by paragraph, with the notes of each behind it."""
        span = self.known.parts[self.part]
        read = list(paragraphs_of(self.known.text, self._marks(), span))
        self._notes_left = MOST_NOTES
        arrives = self._arrives(read)
        rows = join_all(self._paragraph(each, arrives=each.start == arrives) for each in read)
        empty = NOTHING if read else element("p", "This text has no readable words.", class_="dl-muted")
        above, below = self._pager("Parts"), self._pager("Parts, below the text")
        cut = element("p", "Too many quotes for notes: the rest are only marked in the text.", class_="dl-muted")
        more = cut if self._notes_left <= 0 else NOTHING
        lines = element("div", element("div", rows, empty, class_="dl-lines"), class_="dl-reader")
        return join(above, lines, more, below)

    def _arrives(self, read: Sequence[TextParagraph]) -> int | None:
        """Start of the paragraph with the place that was asked for, where that place has no words."""
        starts = [each.start for each in read if self.place.at and each.start <= self.place.at[0][0]]
        return starts[-1] if starts and self.place.at[0][0] == self.place.at[0][1] else None

    def _pager(self, name: str) -> Markup:
        start, end = self.known.parts[self.part]
        told = f"characters {start + 1:,} to {end:,} of {len(self.known.text):,}"
        find = self.place.find or None
        mode, parts = self.page.mode, len(self.known.parts)
        return pager("sources", self.part, parts, told, mode=mode, name=name, source=self.entry.id, find=find)

    def _paragraph(self, paragraph: TextParagraph, *, arrives: bool) -> Markup:
        language = self.entry.source.language if self.entry.source else None
        number = element("span", f"{paragraph.number:,}", class_="dl-line-number", aria_hidden="true")
        arrive = {"data_arrive": "start", "tabindex": "-1"} if arrives else {}
        as_written = "dl-as-written" if _SPACES.search("".join(piece.text for piece in paragraph.pieces)) else None
        pieces = join_all(map(self.pieces.markup, paragraph.pieces))
        text = element("p", pieces, dir="auto", lang=language, class_=as_written, **arrive)
        notes = [note for piece in paragraph.pieces for note in self._notes(piece)]
        verdicts = [
            self.quotes[mark.key].verdict for piece in paragraph.pieces for mark in piece.begins if _is_quote(mark)
        ]
        beside = notes_of(notes, verdicts, f"notes-{paragraph.start}") if notes else None
        return element("div", number, text, beside, class_="dl-line", data_start=str(paragraph.start))

    def _notes(self, piece: TextPiece) -> list[Markup]:
        """The notes on the quotes that begin here: one an event, however many of its claims quote these words."""
        by_event: dict[str, list[QuoteAt]] = {}
        notes = []
        for mark in sorted(piece.begins, key=lambda mark: self.known.numbers.get(mark.key, 0)):
            if mark.kind in (MarkKind.ASIDE, MarkKind.PART):
                passage = self.known.passages[int(mark.key.partition("/")[2])]
                notes.append(note_of_passage(passage, piece.begins[0].key))
            elif _is_quote(mark):
                by_event.setdefault(self.quotes[mark.key].event, []).append(self.quotes[mark.key])
        at = piece.begins[0].key if piece.begins else ""
        notes += [
            note_of_quotes(quotes, self.known.numbers, self.page, self.entry.id, at, self.chosen)
            for quotes in by_event.values()
        ]
        self._notes_left -= len(notes)
        return notes if self._notes_left > 0 else []

    @property
    def mixed_told(self) -> str:
        """A sentence on words that mix scripts; empty if there are none."""
        count = len(self.known.mixed_script_words)
        mixing = "mixes" if count == 1 else "mix"
        return f"{count_words(count, 'word')} of it {mixing} letters of two scripts that look alike." if count else ""


def _is_quote(mark: TextMark) -> bool:
    return mark.kind is MarkKind.QUOTE
