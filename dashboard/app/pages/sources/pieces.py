"""Pieces of a text as they are read: what is quoted, set aside, no part of the body, searched for, mixed."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.app.pages.sources.notes import mark_id
from dashboard.app.parts import link_attributes, thread_color
from dashboard.app.shell import PageContext
from dashboard.evidence.verdicts import Verdict
from dashboard.query.sources import QuoteAt
from dashboard.query.texts import MarkKind, ReadText, TextMark, TextPiece
from dashboard.text.markup import Markup, element, join


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
            *(["dl-of-failed"] if any(quote.verdict is Verdict.FAILED for quote in quotes) else []),
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
