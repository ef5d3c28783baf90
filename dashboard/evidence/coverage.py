"""How much of a source's text is used: each sentence by a claim, or set aside with a reason, or not yet."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dashboard.evidence.finding import Passages
from dashboard.evidence.sentences import Span, paragraphs, sentences
from dashboard.model.source import Source


class Use(StrEnum):
    """The use of a sentence. The three values add up to all sentences."""

    USED = "used"
    """A quote has a word of it."""
    SET_ASIDE = "set aside"
    """The description says why no claim needs it, or that it is no part of the body."""
    UNUSED = "not used"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that the description names, where they stand."""

    span: Span
    reason: str
    """Why no claim needs them; of a part that is not the body, what it is."""
    part: str = ""
    """`headline`, `caption`, `boilerplate`; empty for a sentence set aside."""


@dataclass(frozen=True, slots=True)
class TextSentence:
    """One sentence and what is done with it."""

    span: Span
    use: Use
    reason: str = ""
    """Why the sentence was set aside, or which part of the text it is in; empty if it is used or not used."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the sentences that begin in it."""

    span: Span
    sentences: tuple[TextSentence, ...]

    def count(self, use: Use) -> int:
        """How many of its sentences are so."""
        return sum(sentence.use is use for sentence in self.sentences)


@dataclass(frozen=True)
class Coverage:
    """The coverage of one text, by paragraph."""

    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def sentences(self) -> tuple[TextSentence, ...]:
        """All of them, in the order of the text."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    def of(self, use: Use) -> tuple[TextSentence, ...]:
        """The sentences with this use, in the order of the text."""
        return tuple(sentence for sentence in self.sentences if sentence.use is use)

    @property
    def share(self) -> float:
        """The share of sentences that are used or set aside, from 0 to 1; 1 for a text without sentences."""
        return 1 - len(self.of(Use.UNUSED)) / len(self.sentences) if self.sentences else 1.0


def passages_of(source: Source, text: str) -> tuple[Passage, ...]:
    """Sentences set aside and parts that are not the body, where they first stand; not those that do not."""
    named = Passages(source.id, text)
    found = [(aside.exact, aside.reason, "") for aside in source.set_aside]
    found += [(part.exact, part.as_, part.as_) for part in source.parts]
    return tuple(
        Passage(span, reason, part)
        for exact, reason, part in found
        for place in named.find(exact).places[:1]
        for span in place
    )


def coverage(text: str, used: Iterable[Span], aside: Sequence[Passage] = ()) -> Coverage:
    """What becomes of each sentence of `text`: `used` are the spans of quotes, half-open, in code points.

    A quote uses a sentence if it has a word of it; so does what is set aside. What is both is used.
    """
    reasons = [(passage.span, passage.reason) for passage in aside]
    quoted = _Touching(text, [(span, "") for span in used])
    left_out = _Touching(text, reasons)
    judged = [_classify(span, quoted, left_out) for span in sentences(text)]
    return Coverage(tuple(_paragraphs(paragraphs(text), judged)))


def _classify(span: Span, quoted: "_Touching", left_out: "_Touching") -> TextSentence:
    if quoted.at(span) is not None:
        return TextSentence(span, Use.USED)
    reason = left_out.at(span)
    return TextSentence(span, Use.UNUSED) if reason is None else TextSentence(span, Use.SET_ASIDE, reason)


def _paragraphs(spans: Sequence[Span], judged: Sequence[TextSentence]) -> Iterator[Paragraph]:
    at = 0
    for index, span in enumerate(spans):
        until = spans[index + 1][0] if index + 1 < len(spans) else None
        first = at
        while at < len(judged) and (until is None or judged[at].span[0] < until):
            at += 1
        yield Paragraph(span, tuple(judged[first:at]))


def stretches(covered: Sequence[Paragraph], most: int, long: int) -> tuple[Paragraph, ...]:
    """Neighbours put together, as many each, so that there are `most` at most.

    A paragraph of more than `long` characters is first divided between its sentences.
    """
    length = max(long, sum(end - start for start, end in (each.span for each in covered)) // most)
    divided = [stretch for each in covered for stretch in _divide(each, length)]
    size = max(1, -(-len(divided) // most))
    groups = [divided[start : start + size] for start in range(0, len(divided), size)]
    return tuple(
        Paragraph(
            (group[0].span[0], group[-1].span[1]), tuple(sentence for each in group for sentence in each.sentences)
        )
        for group in groups
    )


def _divide(paragraph: Paragraph, length: int) -> Iterator[Paragraph]:
    """Stretches of about `length` characters, that add up to the paragraph."""
    start, kept = paragraph.span[0], list[TextSentence]()
    for sentence in paragraph.sentences:
        if kept and sentence.span[0] - start >= length:
            yield Paragraph((start, sentence.span[0]), tuple(kept))
            start, kept = sentence.span[0], []
        kept.append(sentence)
    yield Paragraph((start, paragraph.span[1]), tuple(kept))


class _Touching:
    """Spans, of which one is asked for that shares a word with another span. Linear in the text to make."""

    def __init__(self, text: str, spans: Sequence[tuple[Span, str]]) -> None:
        self.text = text
        self.spans = sorted(spans)
        self.starts = [span[0] for span, _ in self.spans]
        self.longest = max((end - start for (start, end), _ in self.spans), default=0)

    def at(self, span: Span) -> str | None:
        """The reason of the first that has a letter or digit in common with `span`; None where none has."""
        first = bisect_right(self.starts, span[0] - self.longest - 1)
        for (start, end), reason in self.spans[first:]:
            if start >= span[1]:
                return None
            common = self.text[max(start, span[0]) : min(end, span[1])]
            if any(sign.isalnum() for sign in common):
                return reason
        return None
