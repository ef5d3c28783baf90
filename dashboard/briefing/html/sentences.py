"""Sentences in HTML: each with references to the annex, what was found of its claims, and whose own words it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dashboard.briefing.html.drawing import DrawnFigure
from dashboard.briefing.office import runs_of
from dashboard.briefing.outline import (
    VERDICTS,
    EventBlock,
    LinkedText,
    Outline,
    Statement,
    mark_of,
    sentence_pieces,
    source_numbers,
    source_piece,
)
from dashboard.text.markup import Markup, element, join, join_all, line

_TOGETHER: Final = 6
"""So many references at most stand on one line with their marks."""


def verdict_marks(verdicts: Iterable[str]) -> Markup:
    """A mark for each word that occurs; where there are several, each with how often."""
    counts = Counter(verdicts)
    found = [word for word in VERDICTS if counts[word]]
    several = len(found) > 1
    return join_all(
        (element("span", mark(word), f"{counts[word]:,}" if several else None, class_="found") for word in found), " "
    )


def mark(word: str) -> Markup:
    """The mark of a verdict; the word is its name."""
    return element(
        "svg",
        element("title", word),
        mark_of(word).paths("var(--{})".format),
        class_="mark",
        viewBox="0 0 14 14",
        role="img",
        aria_label=word,
    )


@dataclass(slots=True)
class Sentences:
    """Writes them, and keeps where each entry of the annex is referred to."""

    outline: Outline
    mentions: dict[int, list[str]] = field(default_factory=dict)
    """Number of an entry to the anchors of the sentences that refer to it, in order."""
    written: int = 0
    asked: set[str] = field(default_factory=set)
    """Questions of which a row was written."""
    figures: Mapping[str, DrawnFigure] = field(default_factory=dict)
    """What is drawn, by the figure's name; none of it where only the words are written."""
    described: Mapping[str, int] = field(init=False)
    """Ids of sources that have a row to be led to."""

    @property
    def event_ids(self) -> frozenset[str]:
        """Ids of events that have a place to be led to."""
        sections = self.outline.sections
        return frozenset(block.id for each in sections for block in each.blocks if isinstance(block, EventBlock))

    def __post_init__(self) -> None:
        self.described = source_numbers(self.outline)

    def source(self, id_: str, name: str) -> Markup:
        """Its name, leading to its description, where this briefing has that."""
        return self.link(source_piece(id_, name, self.described))

    def link(self, piece: LinkedText) -> Markup:
        """The words of a piece, leading where it does, with the spaces at their ends."""
        if piece.source:
            return element("a", line(piece.text), href=f"#{source_anchor(piece.source)}")
        before, after = (" " if edge.isspace() else "" for edge in (piece.text[:1], piece.text[-1:]))
        return join(before, line(piece.text), after)

    def sentence(self, statement: Statement) -> Markup:
        """Its words, and behind them what carries it."""
        said = join(line(statement.said, "said"), Markup(": ")) if statement.said else None
        words = join_all(self.link(each) for each in sentence_pieces(statement, self.described))
        return join(said, words, Markup(" "), self.evidence_notes(statement))

    def evidence_notes(self, statement: Statement) -> Markup:
        """Its references, the marks of what was found, what speaks against it, and initials."""
        own = f"our own words, {statement.by}" if statement.by else ""
        notes = [line(each, "note") for each in (own, statement.doubt) if each]
        found = [self._references(statement.references), verdict_marks(statement.verdicts)]
        proof = element(
            "span", join_all(found, " "), class_="proof" if len(statement.references) <= _TOGETHER else None
        )
        parts = [proof if statement.references else None, *notes]
        return element("span", join_all(parts, " "), class_="carried")

    def _references(self, numbers: Sequence[int]) -> Markup | None:
        if not numbers:
            return None
        self.written += 1
        anchor = f"S{self.written}"
        for number in numbers:
            self.mentions.setdefault(number, []).append(anchor)
        return element("span", "[", join_all(_runs(numbers), ", "), "]", class_="refs", id=anchor)


def question_anchor(question: str) -> str:
    """The id of the first row that shows the status of a question, given as `thread/question`."""
    return f"Q-{question.replace('/', '--')}"


def source_anchor(id_: str) -> str:
    """The id of the row that describes the source with this number."""
    return f"D-{id_}"


def back_links(anchors: Iterable[str]) -> Markup:
    """Links from an entry of the annex back to each sentence that refers to it."""
    links = [
        element("a", f"{number:,}", href=f"#{anchor}", aria_label=f"Back to mention {number:,}")
        for number, anchor in enumerate(anchors, start=1)
    ]
    return join_all(links, " ")


def _runs(numbers: Sequence[int]) -> Iterator[Markup]:
    """References for these numbers, with consecutive numbers joined: 3–7."""
    for first, last in runs_of(numbers):
        yield _reference(first) if first == last else join(_reference(first), _reference(last), by="–")


def _reference(number: int) -> Markup:
    return element("a", f"{number}", href=f"#R{number}", aria_label=f"Claim {number} in the annex")
