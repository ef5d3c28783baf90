"""The pages of sources: one for each, and for a long text or many quotes several, each of a part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dashboard.evidence.sentences import Span
from dashboard.query.sources import QuoteAt
from dashboard.query.texts import part_at, parts_of

MOST_PASSAGES: Final = 150
"""So many passages stand on a page."""


@dataclass(frozen=True, slots=True)
class SourcePart:
    """One page of a source."""

    number: int
    """Counted from 0."""
    file: str
    """The name of its file, without the folder."""
    quotes: tuple[QuoteAt, ...]
    """The quotes that stand in it, in the order of the text."""
    span: Span | None = None
    """The part of the text; None where only quoted passages are published."""


def parts_of_source(id_: str, quotes: Sequence[QuoteAt], text: str | None) -> tuple[SourcePart, ...]:
    """The pages of a source, at least one: of its whole `text`, or without it of the passages that are quoted.

    `quotes` stand in the text, and come in its order.
    """
    found = _of_text(text, quotes) if text is not None else _of_passages(quotes)
    return tuple(
        SourcePart(number, f"{id_}.html" if number == 0 else f"{id_}.{number + 1}.html", own, span)
        for number, (own, span) in enumerate(found)
    )


def _of_text(text: str, quotes: Sequence[QuoteAt]) -> Iterator[tuple[tuple[QuoteAt, ...], Span | None]]:
    spans = parts_of(text)
    at = [part_at(spans, quote.spans[0][0]) for quote in quotes]
    for number, span in enumerate(spans):
        yield tuple(quote for quote, part in zip(quotes, at, strict=True) if part == number), span


def _of_passages(quotes: Sequence[QuoteAt]) -> Iterator[tuple[tuple[QuoteAt, ...], Span | None]]:
    passages = [tuple(same) for _, same in groupby(quotes, key=lambda each: each.spans)]
    for start in range(0, max(len(passages), 1), MOST_PASSAGES):
        yield tuple(quote for same in passages[start : start + MOST_PASSAGES] for quote in same), None


def files_of_quotes(parts: Sequence[SourcePart]) -> Mapping[str, str]:
    """Key of each quote that stands to the file that has it."""
    return {quote.key: part.file for part in parts for quote in part.quotes}
